"""One pass over a tenant: what is read, with which request, and why a part stays unknown."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.services.context import CallContext, Doing
from textfactor.services.tenant_ports import TenantApi

T = TypeVar("T")

STEPS = 14
"""Steps of a pass, the same on both paths; a step whose answer is known already makes no request."""
_CANNOT_TELL = (
    ProblemKind.MISSING_SCOPE,
    ProblemKind.PLAN_GATE,
    ProblemKind.NOT_FOUND,
    ProblemKind.REFUSED,
    ProblemKind.LEGACY_CALL_ON_UNIFIED,
)


def cannot_tell(problem: Problem) -> bool:
    """Say whether this refuses one part; anything else (network, rate limit) ends the pass."""
    return problem.kind in _CANNOT_TELL


@dataclass(slots=True)
class Reading:
    """Reads parts in order and notes where each came from. `scopes` are the token's, None when it does not tell."""

    tenant: TenantApi
    ctx: CallContext
    scopes: frozenset[str] | None = None
    unknown: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    origins: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    skipped: list[str] = field(default_factory=list[str])
    step: int = 0

    def says(self, doing: Doing, subject: str = "") -> None:
        """Report the next step, and stop here if asked to."""
        self.ctx.doing(doing, self.step, STEPS, subject)
        self.step += 1

    def needed(self, name: str, origin: str, read: Callable[[], T]) -> T:
        """Read what nothing can be planned without; raises what it was refused with."""
        self.says(Doing.READING_TENANT, name)
        self.came_from(name, origin)
        return read()

    def optional(self, name: str, origin: str, scope: str, read: Callable[[], T], otherwise: T) -> T:
        """Read what can be done without; a refusal is noted. Without the scope nobody is asked.

        A call that is known to be refused would only leave a failure in the tenant's log.
        """
        self.says(Doing.READING_TENANT, name)
        self.came_from(name, origin)
        if self.scopes is not None and scope not in self.scopes:
            self.note(name, Problem(ProblemKind.MISSING_SCOPE, Service.AUTH0, scope))
            return otherwise
        try:
            return read()
        except ProblemError as error:
            if not cannot_tell(error.problem):
                raise
            self.note(name, error.problem)
            return otherwise

    def skip(self, *names: str) -> None:
        """Leave out a step whose parts nobody asked for."""
        self.skipped += names
        self.step += 1

    def came_from(self, name: str, origin: str) -> None:
        """Note the request that a field was read with."""
        self.origins.append((name, origin))

    def note(self, name: str, problem: Problem) -> None:
        """Write down why a part is unknown."""
        self.unknown.append((name, f"{problem.kind}: {problem.detail}"))
