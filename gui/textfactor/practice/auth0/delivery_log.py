"""The log rows that a message leaves.

What the log says when an Action drops, asks for a retry, throws or runs out of time on the unified path is
not documented. Here each of them writes `gd_send_sms_failure` with the code's own words, and throwing or a
time-out writes `actions_execution_failed` as well (both shapes are from Auth0's log schema and a real row).
"""

from dataclasses import dataclass, field
from typing import Final

from textfactor.practice.action import ActionRun
from textfactor.practice.auth0.clients_api import APPLICATION
from textfactor.practice.auth0.event import Notification
from textfactor.practice.auth0.logs import challenge_request
from textfactor.practice.auth0.tenant import Tenant
from textfactor.practice.auth0.triggers import LEGACY_SENDER
from textfactor.practice.auth0.ways import FAILED, Refused, Step, error_words
from textfactor.practice.shapes import JsonObject

PLATFORM_ERROR: Final = "platform_error"
RATE_LIMITED: Final = "rate_limited"
"""Error codes of runs that never began: no engine, or too many at once."""

_WORDS: Final = {
    "dropped": "the notification was dropped",
    "retry": "a retry was asked for",
    "threw": "the action threw",
    "timed_out": "the action ran out of time",
}


@dataclass(slots=True)
class MessageLog:
    """Writes the rows of one message; remembers the executions they name."""

    tenant: Tenant
    note: Notification
    trigger: str = ""
    executions: list[str] = field(default_factory=list[str])

    def sent(self) -> None:
        """Write that the message was handed to the provider without complaint."""
        what = "voice call" if self.note.medium == "voice" else "SMS"
        self._write(self._kind(), f"Guardian - {what} sent", self._details())

    def refused(self, refusal: Refused) -> None:
        """Write that nothing could be sent."""
        details = self._details()
        details["failure_details"] = refusal.error
        details["provider_error"] = refusal.provider_error
        self._write(f"{self._kind()}_failure", refusal.description, details)

    def ran(self, step: Step, run: ActionRun) -> str:
        """Keep the record of a run; write its failure, if it failed, and return the words for it."""
        execution = self.tenant.executions.add(self.trigger, step.action.name, run)
        self.executions.append(execution)
        if run.outcome == "ok":
            return ""
        if run.outcome in ("threw", "timed_out"):
            self._crash(step, run, execution)
        words = run.reason or _WORDS[run.outcome]
        code = self._code(run.error_code or FAILED)
        error: JsonObject = {"errorCode": code, "message": words}
        self.refused(Refused(error_words(self.trigger, words), error, error))
        return words

    def _code(self, code: str) -> object:
        """Return an error code as the path writes it: figures as a number on the legacy one (facts, row A)."""
        return int(code) if self.trigger == LEGACY_SENDER and code.isascii() and code.isdigit() else code

    def _crash(self, step: Step, run: ActionRun, execution: str) -> None:
        kind = "action_timeout" if run.outcome == "timed_out" else "action_error"
        if run.error_code in (PLATFORM_ERROR, RATE_LIMITED):
            kind = run.error_code
        error = {"name": "Error", "message": run.reason, "code": run.error_code, "stack": run.error_stack}
        details: JsonObject = {
            "trigger_id": self.trigger,
            "execution_id": execution,
            "action_id": step.action.id,
            "action_name": step.action.name,
            "version_id": step.version.id,
            "binding_id": step.binding.id,
            "error_class": kind,
            "action_error": error,
        }
        self._write("actions_execution_failed", f"Execution of {step.action.name} failed", details)

    def _kind(self) -> str:
        return "gd_send_voice" if self.note.medium == "voice" else "gd_send_sms"

    def _details(self) -> JsonObject:
        """Return the details that a sent and a failed message have in common."""
        note, tenant = self.note, self.tenant
        enrollment = tenant.people.enrollments.get(note.user_id)
        enrollment_id = enrollment.id if enrollment else ""
        body: JsonObject = {
            "client_id": APPLICATION,
            "render_locale": note.locale,
            "originHost": tenant.domain,
        }
        path = f"sms/configs/{tenant.name}/authenticators/{enrollment_id or 'test'}/challenge"
        return {
            "authenticator": {"id": enrollment_id or None, "phone_number": note.recipient, "type": "sms"},
            "enrollment": {
                "_id": enrollment_id,
                "tenant": tenant.name,
                "user_id": note.user_id,
                "phone_number": note.recipient,
            },
            "request": challenge_request(path, body),
            "response": {},
            "actions": {"executions": list(self.executions)},
        }

    def _write(self, kind: str, words: str, details: JsonObject) -> None:
        self.tenant.logs.write(
            kind,
            words,
            details,
            user_id=self.note.user_id,
            user_name=self.note.user,
            client_id=APPLICATION,
            client_name="Practice application",
        )
