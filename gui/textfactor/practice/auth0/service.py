"""The stand-in Auth0: the token endpoint, and the Management API behind token, scopes and limits."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from textfactor.practice.auth0.audit import AUDITED, audit_row, title
from textfactor.practice.auth0.call import Call, Route
from textfactor.practice.auth0.delivery import Delivery, Later, Runtime
from textfactor.practice.auth0.errors import ApiError, error_reply
from textfactor.practice.auth0.event import Notification
from textfactor.practice.auth0.gate import Admitted, Gate
from textfactor.practice.auth0.mishaps import spoil
from textfactor.practice.auth0.ratelimit import Plan, RateLimiter, Verdict
from textfactor.practice.auth0.routes import API, router_for
from textfactor.practice.auth0.scopes import GRANTED
from textfactor.practice.auth0.states import Start, prepare
from textfactor.practice.auth0.tenant import Tenant, new_tenant
from textfactor.practice.core import Core
from textfactor.practice.shapes import JsonObject
from textfactor.practice.web.messages import Reply, Request
from textfactor.practice.web.router import Router

SERVER_FAILED: Final = error_reply(500, "Internal Server Error")
"""What the fault `server_error` answers."""

RunAside = Callable[[Callable[[], object]], None]
"""Runs something in another thread and waits for it, but not for long."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What runs work in threads of its own: waited for, or not; and whether the world still runs."""

    wait: RunAside
    later: Later
    running: Callable[[], bool]


class Auth0:
    """The stand-in Auth0 with its state."""

    def __init__(self, core: Core, runtime: Runtime, plan: Plan, start: Start, beside: Beside) -> None:
        """Open a tenant in the state that `start` says."""
        self._core = core
        self._runtime = runtime
        self._plan = plan
        self._start = start
        self._beside = beside
        self.delivery = Delivery(core, runtime, beside.later, self._alive)
        self.gate = Gate(core)
        self.pasted_token = self.gate.tokens.issue(list(GRANTED))
        self.tenant: Tenant
        self._router: Router[Route]
        self._limiter: RateLimiter
        self.reset()

    def reset(self) -> None:
        """Start over with the tenant as it was at first; client, secret and tokens stay good."""
        tenant = new_tenant(self._core, self._plan, self._start.build_seconds)
        prepare(tenant, self._core.identity, self._start)
        self._router = router_for(self._core, tenant, self._runtime, self._try_out)
        self.tenant = tenant
        self._limiter = RateLimiter(self._plan, self._core.clock)

    def __call__(self, request: Request) -> Reply:
        """Answer one request."""
        if request.path == "/oauth/token":
            with self._core.lock:
                return self._token(request)
        if not request.path.startswith(f"{API}/"):
            return error_reply(404, "Not Found")
        with self._core.lock:
            verdict = self.gate.limited(self._limiter.take(request.path), request)
            if not verdict.passed:
                return self._too_many(request, verdict)
            if verdict.warns:
                self._limit_row("api_limit_warning", request, verdict)
        try:
            reply = self._api(request)
        except ApiError as error:
            reply = error.reply()
        return reply.with_headers(verdict.headers())

    def _api(self, request: Request) -> Reply:
        """Answer a call of the Management API. Raises ApiError."""
        with self._core.lock:
            spoil(self.tenant, self._core.faults)
            admitted = self.gate.admit(request, self._router)
            if isinstance(admitted, Reply):
                return admitted
            call = Call(request, admitted.params)
            if admitted.route.locked:
                return self._audited(call, admitted, admitted.route.handler(call))
        reply = admitted.route.handler(call)
        with self._core.lock:
            return self._audited(call, admitted, reply)

    def _token(self, request: Request) -> Reply:
        """Answer the token endpoint, and write the log row of the exchange."""
        if request.method != "POST":
            return error_reply(404, "Not Found")
        verdict = self._limiter.take_token()
        if not verdict.passed:
            return self._too_many(request, verdict)
        reply = self.gate.token(request, self._router)
        granted = reply.status == 200
        words = "Client Credentials for Access Token" if granted else "Unauthorized"
        self.tenant.logs.write(
            "seccft" if granted else "feccft",
            words,
            {"actions": {"executions": []}},
            client_id=self._core.identity.client_id,
            client_name="Textfactor",
            audience=f"https://{self.tenant.domain}{API}/",
        )
        return reply.with_headers(verdict.headers())

    def _too_many(self, request: Request, verdict: Verdict) -> Reply:
        """Answer 429 and write the log row that goes with it."""
        self._limit_row("api_limit", request, verdict)
        reply = error_reply(429, "Global limit has been reached", "too_many_requests")
        return reply.with_headers(verdict.headers())

    def _limit_row(self, kind: str, request: Request, verdict: Verdict) -> None:
        """Write that a rate limit was reached, or is near."""
        bucket = "authentication-api" if request.path == "/oauth/token" else "management-api"
        limit: JsonObject = {"bucket": bucket, "global": True, "size": verdict.limit}
        if kind == "api_limit_warning":
            limit["usage"] = verdict.limit - verdict.remaining
        details: JsonObject = {"limit": limit, "request": {"method": request.method, "path": request.path}}
        words = "Global limit has been reached" if kind == "api_limit" else "80% of the global limit is used"
        self.tenant.logs.write(kind, words, details)

    def _audited(self, call: Call, admitted: Admitted, reply: Reply) -> Reply:
        """Write who changed the set-up, as a tenant does, and hand the answer on."""
        route, identity = admitted.route, self._core.identity
        if route.method in AUDITED:
            details = audit_row(call.request, reply, admitted.scopes)
            who = {"client_id": identity.client_id, "client_name": "Textfactor"}
            self.tenant.logs.write("sapi", title(route), details, **who)
            if route.path.startswith(("/guardian/factors", "/guardian/policies")):
                words = "Guardian - Updates tenant settings"
                self.tenant.logs.write("gd_tenant_update", words, {**details}, **who)
        return reply

    def _try_out(self, kind: str, to: str, medium: str) -> None:
        """Send the test message of a template, with a made-up code."""
        note = Notification(kind, to, medium, f"{secrets.randbelow(1_000_000):06d}", "test-user")
        tenant = self.tenant
        self._beside.wait(lambda: self.delivery.send(tenant, note))

    def _alive(self, tenant: Tenant) -> bool:
        return self._beside.running() and tenant is self.tenant
