"""`POST /actions/actions/{id}/test`: runs a draft with an event that the caller makes up.

Shapes as recorded in 2023: `{"payload": {"event": {…}}}` in, `{"payload": {"error"?, "stats"}}` out (wire 7).
"""

from dataclasses import dataclass

from textfactor.practice.auth0.actions import ActionShelf
from textfactor.practice.auth0.call import Call, Route
from textfactor.practice.auth0.delivery import Runtime
from textfactor.practice.auth0.fields import Field, an_object, checked
from textfactor.practice.core import Core
from textfactor.practice.shapes import JsonObject, object_of
from textfactor.practice.web.messages import Reply, json_reply


@dataclass(slots=True)
class TestingApi:
    """Runs drafts; nothing is written to the log."""

    core: Core
    shelf: ActionShelf
    runtime: Runtime

    def routes(self) -> list[Route]:
        """Return the call."""
        return [Route("POST", "/actions/actions/{id}/test", "create:actions", self.test, locked=False)]

    def test(self, call: Call) -> Reply:
        """Run the draft of an Action."""
        with self.core.lock:
            action = self.shelf.get(call.params["id"])
            draft, trigger = action.draft, action.trigger
            payload = (
                object_of(checked(call.body(), {"payload": Field(an_object, required=True)})["payload"]) or {}
            )
        event = object_of(payload.get("event")) or {}
        run = self.runtime.run(draft.code, trigger, {**event, "secrets": draft.secret_values()})
        answer: JsonObject = {"stats": {"action_duration_ms": round(run.seconds * 1000)}}
        if run.outcome != "ok":
            answer["error"] = {"message": run.reason, "name": run.outcome, "stack": run.error_stack}
        return json_reply({"payload": answer})
