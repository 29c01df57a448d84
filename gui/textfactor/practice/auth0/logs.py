"""The tenant's log: rows shaped as on the wire, newest kept, and the log's own pagination."""

import itertools
from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from textfactor.practice.clock import Clock, iso
from textfactor.practice.shapes import JsonObject

KEPT: Final = 5000
"""So many rows are kept, if the plan's days have not taken them before."""

_KEYS: Final = (
    "date", "type", "description", "connection", "connection_id", "client_id", "client_name", "ip",
    "user_agent", "hostname", "user_id", "user_name", "audience", "scope", "strategy", "strategy_type",
    "details", "isMobile", "location_info", "auth0_client", "log_id", "_id",
)  # fmt: skip
"""All 22 keys stand in each row, most may be null (wire 17)."""


def challenge_request(call: str, body: JsonObject) -> JsonObject:
    """Return `details.request` of a row about a second factor, as a real row has it (facts, row A)."""
    return {
        "method": "POST",
        "path": f"/api/{call}",
        "query": "",
        "userAgent": "Practice browser",
        "ip": "127.0.0.1",
        "body": body,
        "auth": {"strategy": "jwt_api2_internal_token_with_tenant", "scopes": []},
    }


def _empty() -> deque[JsonObject]:
    return deque(maxlen=KEPT)


def _count() -> "itertools.count[int]":
    return itertools.count(1)


@dataclass(slots=True)
class LogBook:
    """The rows, oldest first; those older than `keep_seconds` are gone.

    `log_id` has 56 digits, begins with 900 and grows from row to row.
    """

    clock: Clock
    hostname: str
    keep_seconds: float
    rows: deque[JsonObject] = field(default_factory=_empty)
    _numbers: "itertools.count[int]" = field(default_factory=_count)

    def write(
        self, kind: str, description: str, details: JsonObject | None = None, **more: object
    ) -> JsonObject:
        """Add a row of that type; `more` are further keys of the row, such as `user_id`."""
        now = self.clock()
        stamp = datetime.fromtimestamp(now, tz=UTC).strftime("%Y%m%d%H%M%S")
        log_id = f"900{stamp}{next(self._numbers):039d}"
        row: JsonObject = {name: None for name in _KEYS}
        row |= {
            "date": iso(now),
            "type": kind,
            "description": description,
            "ip": "127.0.0.1",
            "hostname": self.hostname,
            "details": details,
            "isMobile": False,
            "log_id": log_id,
            "_id": log_id,
        } | more
        self.rows.append(row)
        return row

    def kept(self) -> list[JsonObject]:
        """Return the rows that are still there, oldest first."""
        oldest = iso(self.clock() - self.keep_seconds)
        while self.rows and str(self.rows[0]["date"]) < oldest:
            self.rows.popleft()
        return list(self.rows)
