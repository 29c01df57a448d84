"""Records of Action runs: `GET /actions/executions/{id}`, kept for ten days (docs: limits of Actions)."""

import base64
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from textfactor.practice.action import ActionRun
from textfactor.practice.auth0.call import Call, Route
from textfactor.practice.auth0.errors import not_found
from textfactor.practice.clock import Clock, iso9
from textfactor.practice.shapes import JsonObject
from textfactor.practice.web.messages import Reply, json_reply

KEPT: Final = 1000
SECONDS: Final = 10 * 86_400.0


@dataclass(frozen=True, slots=True)
class _Record:
    """One run, and when it ended (seconds since 1970)."""

    at: float
    row: JsonObject


@dataclass(slots=True)
class Executions:
    """The runs of a tenant by id; the oldest go when there are too many."""

    clock: Clock
    records: dict[str, _Record] = field(default_factory=dict[str, _Record])

    def add(self, trigger: str, action_name: str, run: ActionRun) -> str:
        """Remember a run and return its id. What the code wrote to the console is not in the record."""
        now = self.clock()
        day = datetime.fromtimestamp(now, tz=UTC).strftime("%Y%m%d").encode()
        execution_id = secrets.token_urlsafe(24) + base64.urlsafe_b64encode(day).decode().rstrip("=")
        result: JsonObject = {"action_name": action_name}
        if run.outcome in ("threw", "timed_out"):
            result["error"] = {"id": run.error_code or run.outcome, "msg": run.reason, "url": ""}
        result["started_at"] = iso9(now - run.seconds)
        result["ended_at"] = iso9(now)
        row: JsonObject = {
            "id": execution_id,
            "trigger_id": trigger,
            "status": "final",
            "results": [result],
            "created_at": iso9(now - run.seconds),
            "updated_at": iso9(now),
        }
        self.records[execution_id] = _Record(now, row)
        while len(self.records) > KEPT:
            del self.records[next(iter(self.records))]
        return execution_id

    def routes(self) -> list[Route]:
        """Return the calls."""
        return [Route("GET", "/actions/executions/{id}", "read:actions", self.read)]

    def read(self, call: Call) -> Reply:
        """Answer one record."""
        record = self.records.get(call.params["id"])
        if record is None or self.clock() - record.at > SECONDS:
            raise not_found("That execution does not exist.")
        return json_reply(record.row)
