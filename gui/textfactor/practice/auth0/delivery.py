"""Sends a message as the tenant does: finds the way, runs the bound Actions, writes the log.

A retry on the unified path: Auth0 runs the Action again, at most five times "in the next minutes" (docs, API
object of custom-phone-provider). So does the practice world, beside the login, which waits for the first run
only; the waits grow and are the world's own. The fault `retries_run` leaves the waits out and lets the login
wait for the end. The legacy path has no retry: its API object has the cache alone.
"""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from textfactor.practice.action import ACTION_SECONDS, REASON_LIMIT, ActionJob, ActionRun, RunAction
from textfactor.practice.auth0.delivery_log import PLATFORM_ERROR, RATE_LIMITED, MessageLog
from textfactor.practice.auth0.event import Notification
from textfactor.practice.auth0.staged import as_seen, staged_run
from textfactor.practice.auth0.tenant import Tenant
from textfactor.practice.auth0.triggers import HANDLERS, SENDER
from textfactor.practice.auth0.ways import Direct, Refused, Run, way_of
from textfactor.practice.clock import iso
from textfactor.practice.core import Core
from textfactor.practice.faults import AUTH0
from textfactor.practice.phone import Message
from textfactor.practice.shapes import JsonObject

RETRY_WAITS: Final = (10.0, 20.0, 40.0, 80.0, 160.0)
"""Seconds before each further run: five, "in the next minutes"; the exact waits are not documented."""

IN_FLIGHT: Final = 250
"""So many Actions of a tenant run at once on the public cloud (docs: limits of Actions)."""

Later = Callable[[Callable[[], object]], object]
"""Runs something in a thread of its own and does not wait for it."""


@dataclass(slots=True)
class Runtime:
    """What runs the code, which hosts it may reach, and how many runs are going on."""

    run_action: RunAction
    host_map: Mapping[str, int]
    ca_file: str
    busy: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(IN_FLIGHT))

    def run(self, code: str, trigger: str, event: JsonObject) -> ActionRun:
        """Run an Action's code. What cannot be run counts as thrown, what took too long as timed out."""
        if not self.busy.acquire(blocking=False):
            return ActionRun("threw", reason="too many actions at once", error_code=RATE_LIMITED)
        job = ActionJob(code, HANDLERS[trigger], event, self.host_map, self.ca_file)
        try:
            run = self.run_action(job)
        except (OSError, RuntimeError) as error:
            return ActionRun("threw", reason=f"{error}", error_code=PLATFORM_ERROR)
        finally:
            self.busy.release()
        run = replace(run, reason=run.reason[:REASON_LIMIT])
        return replace(run, outcome="timed_out") if run.seconds > ACTION_SECONDS + 1 else run


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a message. `reason` is empty when the code ended without complaint."""

    ok: bool
    reason: str = ""
    outcome: str = ""


@dataclass(slots=True)
class Delivery:
    """The tenant's way of sending; takes the lock itself and lets go of it while the code runs.

    `alive` tells whether the world still runs and this tenant is still the one that it has.
    """

    core: Core
    runtime: Runtime
    later: Later
    alive: Callable[[Tenant], bool]

    def send(self, tenant: Tenant, note: Notification) -> Sent:
        """Send one message. Call without the lock."""
        log = MessageLog(tenant, note)
        sent = self._try(log)
        if sent.outcome != "retry" or log.trigger != SENDER:
            return sent
        if self.core.faults.holds("retries_run", AUTH0):
            return self._again(log, (0.0,) * len(RETRY_WAITS))
        self.later(lambda: self._again(log, RETRY_WAITS))
        return sent

    def _again(self, log: MessageLog, waits: tuple[float, ...]) -> Sent:
        """Run the Action once more after each wait, until it asks for no more retries."""
        sent = Sent(ok=False, outcome="retry")
        for seconds in waits:
            if seconds:
                self.core.pause(seconds)
            if not self.alive(log.tenant):
                break
            sent = self._try(MessageLog(log.tenant, log.note))
            if sent.outcome != "retry":
                break
        return sent

    def _try(self, log: MessageLog) -> Sent:
        """Send once."""
        with self.core.lock:
            way = way_of(log.tenant, log.note)
            if isinstance(way, Refused):
                log.refused(way)
                return Sent(ok=False, reason=way.reason)
            if isinstance(way, Direct):
                return self._directly(log, way)
            log.trigger = way.trigger
        return self._run(log, way)

    def _directly(self, log: MessageLog, way: Direct) -> Sent:
        """Let the built-in provider put the text on the phone; it costs nothing and Vonage never sees it."""
        now, legacy = self.core.clock(), log.tenant.legacy
        legacy.sent += 1
        message = Message(
            id=f"auth0-{legacy.sent}",
            sender="Auth0",
            to=log.note.recipient.lstrip("+"),
            text=way.text,
            parts=1,
            encoding="GSM-7",
            price="0.00000000",
            at=iso(now),
            client_ref="",
        )
        self.core.phone.receive(message, now)
        log.sent()
        return Sent(ok=True)

    def _run(self, log: MessageLog, way: Run) -> Sent:
        """Run the Actions of a way one after the other; the first that fails ends it."""
        for step in way.steps:
            faults = self.core.faults
            run = staged_run(faults) or self.runtime.run(step.version.content.code, way.trigger, step.event)
            run = as_seen(run, faults)
            with self.core.lock:
                words = log.ran(step, run)
            if words:
                return Sent(ok=False, reason=f"{run.outcome}: {words}", outcome=run.outcome)
        with self.core.lock:
            log.sent()
        return Sent(ok=True)
