"""The stand-in Auth0: the token endpoint, and the Management API behind token, scopes and limits."""

import secrets
from collections.abc import Callable
from typing import Final

from textfactor.practice.auth0.actions_api import ActionsApi
from textfactor.practice.auth0.bindings_api import BindingsApi
from textfactor.practice.auth0.call import Call, Route
from textfactor.practice.auth0.delivery import Delivery, Runtime
from textfactor.practice.auth0.errors import ApiError, error_reply
from textfactor.practice.auth0.event import Notification
from textfactor.practice.auth0.guardian import GuardianApi
from textfactor.practice.auth0.logs_api import LogsApi
from textfactor.practice.auth0.phone_providers import ProvidersApi
from textfactor.practice.auth0.phone_templates import TemplatesApi
from textfactor.practice.auth0.ratelimit import Plan, RateLimiter, Verdict
from textfactor.practice.auth0.scopes import FIRST_TO_MISS, GRANTED
from textfactor.practice.auth0.tenant import Tenant, new_tenant
from textfactor.practice.auth0.testing_api import TestingApi
from textfactor.practice.auth0.tokens import TokenDesk
from textfactor.practice.core import Core
from textfactor.practice.faults import AUTH0
from textfactor.practice.masking import mask_body
from textfactor.practice.shapes import JsonObject
from textfactor.practice.web.messages import Reply, Request
from textfactor.practice.web.router import Found, Router

API: Final = "/api/v2"
SERVER_FAILED: Final = error_reply(500, "Internal Server Error")
"""What the fault `server_error` answers."""

_AUDITED: Final = frozenset({"POST", "PUT", "PATCH", "DELETE"})

RunAside = Callable[[Callable[[], object]], None]
"""Runs something in another thread and waits for it, but not for long."""


class Auth0:
    """The stand-in Auth0 with its state."""

    def __init__(
        self, core: Core, runtime: Runtime, plan: Plan, build_seconds: float, aside: RunAside
    ) -> None:
        """Open a fresh tenant; `aside` runs the Actions of test messages."""
        self._core = core
        self._runtime = runtime
        self._plan = plan
        self._build_seconds = build_seconds
        self._aside = aside
        self.delivery = Delivery(core, runtime)
        self.tokens = TokenDesk(core.identity, core.clock)
        self.pasted_token = self.tokens.issue(list(GRANTED))
        self.tenant: Tenant
        self._router: Router[Route]
        self._limiter: RateLimiter
        self.reset()

    def reset(self) -> None:
        """Start over with a fresh tenant; client, secret and tokens stay good."""
        core, tenant = self._core, new_tenant(self._core, self._build_seconds)
        shelf, slot, clock = tenant.shelf, tenant.slot, core.clock
        routes = [
            *tenant.settings.routes(),
            *ActionsApi(core, shelf).routes(),
            *BindingsApi(shelf).routes(),
            *TestingApi(core, shelf, self._runtime).routes(),
            *tenant.executions.routes(),
            *ProvidersApi(tenant.name, clock, shelf, slot, self._try_provider).routes(),
            *TemplatesApi(tenant.name, clock, tenant.templates, self._try_template).routes(),
            *GuardianApi(tenant.domain, clock, tenant.factors, slot).routes(),
            *LogsApi(tenant.logs).routes(),
        ]
        router: Router[Route] = Router()
        for route in routes:
            router.add(route.method, API + route.path, route)
        self.tenant, self._router = tenant, router
        self._limiter = RateLimiter(self._plan, clock)

    def __call__(self, request: Request) -> Reply:
        """Answer one request."""
        if request.path == "/oauth/token":
            with self._core.lock:
                return self._token(request)
        if not request.path.startswith(f"{API}/"):
            return error_reply(404, "Not Found")
        with self._core.lock:
            verdict = self._limiter.take(request.path)
            if not verdict.passed:
                return self._too_many(request, verdict)
        try:
            reply = self._api(request)
        except ApiError as error:
            reply = error.reply()
        return reply.with_headers(verdict.headers())

    def _api(self, request: Request) -> Reply:
        """Answer a call of the Management API. Raises ApiError."""
        with self._core.lock:
            found = self._admit(request)
            if isinstance(found, Reply):
                return found
            call = Call(request, found.params)
            if found.target.locked:
                return self._audited(call, found.target.handler(call))
        reply = found.target.handler(call)
        with self._core.lock:
            return self._audited(call, reply)

    def _admit(self, request: Request) -> Found[Route] | Reply:
        """Return the call's route once its token is good for it, or the refusal. Raises ApiError."""
        grant = self.tokens.look_at(request, all_expired=self._holds("token_expired", request))
        if isinstance(grant, Reply):
            return grant
        found = self._router.find(request.method, request.path)
        if found is None:
            raise ApiError(405 if self._router.methods(request.path) else 404, self._nothing_there(request))
        if found.target.scope not in grant.scopes or found.target.scope in self._missing():
            message = f"Insufficient scope, expected any of: {found.target.scope}"
            raise ApiError(403, message, "insufficient_scope")
        return found

    def _nothing_there(self, request: Request) -> str:
        return "Method Not Allowed" if self._router.methods(request.path) else "Not Found"

    def _missing(self) -> set[str]:
        """Return the scopes that the fault `missing_scope` takes away."""
        missing: set[str] = set()
        for fault in self._core.faults.active():
            if fault.name == "missing_scope":
                on_path = {r.scope for _, path, r in self._router.targets() if path.startswith(fault.path)}
                missing |= on_path if fault.path else {FIRST_TO_MISS}
        return missing

    def _token(self, request: Request) -> Reply:
        """Answer the token endpoint, and write the log row of the exchange."""
        if request.method != "POST":
            return error_reply(404, "Not Found")
        scopes = [scope for scope in GRANTED if scope not in self._missing()]
        reply = self.tokens.exchange(request, scopes, rotated=self._holds("wrong_client_secret", request))
        kind, words = (
            ("seccft", "Client Credentials for Access Token")
            if reply.status == 200
            else ("feccft", "Unauthorized")
        )
        self.tenant.logs.write(
            kind, words, {"actions": {"executions": []}}, client_id=self._core.identity.client_id
        )
        return reply

    def _too_many(self, request: Request, verdict: Verdict) -> Reply:
        """Answer 429 and write the log row that goes with it."""
        details: JsonObject = {
            "limit": {"bucket": "management-api", "global": True, "size": verdict.limit},
            "request": {"method": request.method, "path": request.path},
        }
        self.tenant.logs.write("api_limit", "Global limit has been reached", details)
        reply = error_reply(429, "Global limit has been reached", "too_many_requests")
        return reply.with_headers(verdict.headers())

    def _audited(self, call: Call, reply: Reply) -> Reply:
        """Write who changed the set-up, as a tenant does, and hand the answer on."""
        request = call.request
        if request.method in _AUDITED:
            seen: JsonObject = {
                "method": request.method,
                "path": request.path,
                "body": mask_body(request.body, request.content_type),
            }
            details: JsonObject = {"request": seen, "response": {"statusCode": reply.status}}
            self.tenant.logs.write("sapi", f"{request.method} {request.path}", details)
        return reply

    def _try_provider(self, to: str, medium: str) -> None:
        """Send the test message of a provider."""
        self._try_template("otp_verify", to, medium)

    def _try_template(self, kind: str, to: str, medium: str) -> None:
        """Send the test message of a template, with a made-up code."""
        note = Notification(kind, to, medium, f"{secrets.randbelow(1_000_000):06d}", "test-user")
        tenant = self.tenant
        self._aside(lambda: self.delivery.send(tenant, note))

    def _holds(self, fault: str, request: Request) -> bool:
        return self._core.faults.holds(fault, AUTH0, request.path)
