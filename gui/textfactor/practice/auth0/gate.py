"""Who is let in: tokens, scopes, and the faults that keep a client out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from textfactor.practice.auth0.call import Route
from textfactor.practice.auth0.errors import ApiError, plan_gate
from textfactor.practice.auth0.ratelimit import Verdict
from textfactor.practice.auth0.scopes import FIRST_TO_MISS, GRANTED
from textfactor.practice.auth0.tokens import Refusal, TokenDesk
from textfactor.practice.core import Core
from textfactor.practice.faults import AUTH0
from textfactor.practice.web.messages import Reply, Request
from textfactor.practice.web.router import Router

_GATED_BY_PLAN: Final = "/api/v2/guardian/factors/"
_LIMITED_SECONDS: Final = 20


@dataclass(frozen=True, slots=True)
class Admitted:
    """A call that may be made: where it goes, the path's variable parts, the scopes of its token."""

    route: Route
    params: Mapping[str, str]
    scopes: frozenset[str]


class Gate:
    """Looks at tokens and scopes."""

    def __init__(self, core: Core) -> None:
        """Start with no token given out."""
        self.core = core
        self.tokens = TokenDesk(core.identity, core.clock)

    def admit(self, request: Request, router: Router[Route]) -> Admitted | Reply:
        """Return the call's route once its token is good for it, or the 401.

        Raises ApiError (403, 404, 405).
        """
        grant = self.tokens.look_at(request, all_expired=self._holds("token_expired", request))
        if isinstance(grant, Reply):
            return grant
        found = router.find(request.method, request.path)
        if found is None:
            known = router.methods(request.path)
            raise ApiError(405 if known else 404, "Method Not Allowed" if known else "Not Found")
        wanted = found.target.scope.split()
        if not set(wanted) & (grant.scopes - self._missing(router)):
            message = f"Insufficient scope, expected any of: {','.join(wanted)}"
            raise ApiError(403, message, "insufficient_scope")
        if self._plan_refuses(request):
            raise plan_gate("use phone as a factor")
        return Admitted(found.target, found.params, grant.scopes)

    def token(self, request: Request, router: Router[Route]) -> Reply:
        """Answer the token endpoint."""
        refusal: Refusal | None = next((name for name in _REFUSALS if self._holds(name, request)), None)
        missing = self._missing(router)
        return self.tokens.exchange(request, [scope for scope in GRANTED if scope not in missing], refusal)

    def limited(self, verdict: Verdict, request: Request) -> Verdict:
        """Return the verdict of the rate limit, or that of the fault `auth0_429`."""
        if not self._holds("auth0_429", request):
            return verdict
        reset = int(self.core.clock()) + _LIMITED_SECONDS
        return replace(verdict, passed=False, remaining=0, reset=reset)

    def _plan_refuses(self, request: Request) -> bool:
        write = request.method != "GET"
        return write and request.path.startswith(_GATED_BY_PLAN) and self._holds("plan_gate", request)

    def _missing(self, router: Router[Route]) -> set[str]:
        """Return the scopes that the fault `missing_scope` takes away."""
        missing: set[str] = set()
        for fault in self.core.faults.active():
            if fault.name == "missing_scope":
                on_path = {route.scope for _, path, route in router.targets() if path.startswith(fault.path)}
                names = {name for scope in on_path for name in scope.split()}
                missing |= names if fault.path else {FIRST_TO_MISS}
        return missing

    def _holds(self, fault: str, request: Request) -> bool:
        return self.core.faults.holds(fault, AUTH0, request.path)


_REFUSALS: Final[tuple[Refusal, ...]] = ("wrong_client_secret", "client_not_authorized", "grant_not_allowed")
"""The faults of the token endpoint."""
