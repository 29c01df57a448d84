"""Sends a message as the tenant does: renders the text, runs the bound Action, writes the log.

What the log says when an Action drops, asks for a retry, throws or runs out of time on the unified path is
not documented. Here each of them writes `gd_send_sms_failure` with the code's own words, and throwing or a
time-out writes `actions_execution_failed` as well (both shapes are from Auth0's log schema and a real row).

A retry: Auth0 runs the Action up to five times more "in the next minutes". The practice world writes the row
and does not run it again, so that a test ends; the fault `retries_run` makes it run again at once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from textfactor.practice.action import REASON_LIMIT, ActionJob, ActionRun, RunAction
from textfactor.practice.auth0.actions import Action, Binding, Version
from textfactor.practice.auth0.event import HANDLER, Notification, build_event
from textfactor.practice.auth0.logs import challenge_request
from textfactor.practice.auth0.tenant import Tenant
from textfactor.practice.auth0.triggers import SENDER
from textfactor.practice.core import Core
from textfactor.practice.faults import AUTH0
from textfactor.practice.shapes import JsonObject

MOST_RETRIES: Final = 5
"""How often an Action that asks for a retry is run again at most (Auth0 docs, API object)."""

_FAILED: Final = "error_sending_sms"
"""The error code for a provider call that failed (Auth0 Guardian error code reference)."""


@dataclass(frozen=True, slots=True)
class Runtime:
    """What runs the code, and which hosts it may reach."""

    run_action: RunAction
    host_map: Mapping[str, int]
    ca_file: str

    def run(self, code: str, handler: str, event: JsonObject) -> ActionRun:
        """Run code. An engine that cannot be started counts as a run that threw."""
        job = ActionJob(code, handler, event, self.host_map, self.ca_file)
        try:
            return self.run_action(job)
        except (OSError, RuntimeError) as error:
            return ActionRun("threw", reason=f"{error}", error_code="platform_error")


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a message. `reason` is empty when the code ended without complaint."""

    ok: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Running:
    """An Action about to run."""

    action: Action
    binding: Binding
    version: Version
    event: JsonObject


@dataclass(slots=True)
class Delivery:
    """The tenant's way of sending; takes the lock itself and lets go of it while the code runs."""

    core: Core
    runtime: Runtime

    def send(self, tenant: Tenant, note: Notification) -> Sent:
        """Send one message. Call without the lock."""
        with self.core.lock:
            ready = self._prepare(tenant, note)
            if isinstance(ready, str):
                self._log_failure(tenant, note, ready, _FAILED, "")
                return Sent(ok=False, reason=ready)
        sent = Sent(ok=False)
        for _ in range(1 + self._retries()):
            run = self.runtime.run(ready.version.content.code, HANDLER, ready.event)
            with self.core.lock:
                sent = self._record(tenant, note, ready, run)
            if run.outcome != "retry":
                break
        return sent

    def _retries(self) -> int:
        return MOST_RETRIES if self.core.faults.holds("retries_run", AUTH0) else 0

    def _prepare(self, tenant: Tenant, note: Notification) -> _Running | str:
        """Return what is to run, or why nothing can."""
        provider = tenant.slot.provider
        if provider is None:
            return "Phone provider has not been configured"
        if provider.disabled:
            return "Phone provider is disabled"
        if note.medium not in provider.delivery_methods():
            return f"Phone provider does not deliver {note.medium}"
        if provider.name != "custom":
            return f"Phone provider {provider.name} is not part of the practice world"
        found = tenant.shelf.sender()
        if found is None or found[0].deployed is None:
            return f"No action is bound to {SENDER}"
        action, binding = found
        version = found[0].deployed
        secrets = version.content.secret_values()
        event = build_event(note, tenant.name, tenant.settings, tenant.templates, secrets)
        return _Running(action, binding, version, event)

    def _record(self, tenant: Tenant, note: Notification, ran: _Running, run: ActionRun) -> Sent:
        """Write the log rows and the execution record of a run."""
        execution = tenant.executions.add(SENDER, ran.action.name, run)
        reason = run.reason[:REASON_LIMIT]
        if run.outcome == "ok":
            details = _details(tenant, note, execution)
            tenant.logs.write(_kind(note), "Guardian - MFA message sent", details, user_id=note.user_id)
            return Sent(ok=True)
        if run.outcome in ("threw", "timed_out"):
            self._log_crash(tenant, ran, run, execution)
        words = reason or _WORDS[run.outcome]
        self._log_failure(tenant, note, words, run.error_code or _FAILED, execution)
        return Sent(ok=False, reason=f"{run.outcome}: {words}")

    def _log_failure(self, tenant: Tenant, note: Notification, words: str, code: str, execution: str) -> None:
        details = _details(tenant, note, execution)
        details["failure_details"] = {"errorCode": code, "message": words}
        details["provider_error"] = {"errorCode": code, "message": words}
        text = f"Guardian - Error on {SENDER}: {words}"
        tenant.logs.write(f"{_kind(note)}_failure", text, details, user_id=note.user_id)

    def _log_crash(self, tenant: Tenant, ran: _Running, run: ActionRun, execution: str) -> None:
        kind = "action_timeout" if run.outcome == "timed_out" else "action_error"
        details: JsonObject = {
            "trigger_id": SENDER,
            "execution_id": execution,
            "action_id": ran.action.id,
            "action_name": ran.action.name,
            "version_id": ran.version.id,
            "binding_id": ran.binding.id,
            "error_class": "platform_error" if run.error_code == "platform_error" else kind,
            "action_error": {
                "name": "Error",
                "message": run.reason,
                "code": run.error_code,
                "stack": run.error_stack,
            },
        }
        tenant.logs.write("actions_execution_failed", f"Execution of {ran.action.name} failed", details)


_WORDS: Final = {
    "dropped": "the notification was dropped",
    "retry": "a retry was asked for",
    "threw": "the action threw",
    "timed_out": "the action ran out of time",
}


def _kind(note: Notification) -> str:
    """Return the type of the row for a message that was sent."""
    return "gd_send_voice" if note.medium == "voice" else "gd_send_sms"


def _details(tenant: Tenant, note: Notification, execution: str) -> JsonObject:
    """Return the details that a sent and a failed message have in common."""
    enrollment = tenant.factors.enrollments.get(note.user)
    enrollment_id = enrollment.id if enrollment else ""
    return {
        "authenticator": {"id": enrollment_id or None, "phone_number": note.recipient, "type": "sms"},
        "enrollment": {
            "_id": enrollment_id,
            "tenant": tenant.name,
            "user_id": note.user_id,
            "phone_number": note.recipient,
        },
        "request": challenge_request(
            "sms/challenge", {"client_id": "practice", "render_locale": note.locale}
        ),
        "response": {},
        "actions": {"executions": [execution] if execution else []},
    }
