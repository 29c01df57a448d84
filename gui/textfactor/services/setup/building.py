"""Waiting for Auth0: a draft is built some seconds after the write, a deployment too takes a while."""

import time
from collections.abc import Callable, Iterator

from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.tenant import ActionFacts
from textfactor.services.context import CallContext
from textfactor.services.setup.resources.site import Site

BUDGET = 120.0
"""Seconds; builds of up to 45 were seen (facts/auth0 1.3)."""
_FIRST, _LONGEST, _GROWTH = 0.5, 2.0, 1.5
"""Seconds of the first pause, the longest one, and how they grow: asking sooner than that only costs a request."""


def wait_built(site: Site, ctx: CallContext) -> None:
    """Wait until the draft is built; raises BUILD_FAILED, BUILD_TOO_SLOW or `CancelledError`."""
    _wait(site, site.need_action(), ctx, lambda action: action.status == "built")


def wait_deployed(site: Site, version: str, ctx: CallContext) -> None:
    """Wait until this version runs, or all of the draft does; raises as `wait_built` does."""

    def runs(action: ActionFacts) -> bool:
        known = action.deployed_version is not None
        return action.deployed_version == version or (known and action.all_changes_deployed)

    _wait(site, site.read_action_again(), ctx, runs)


def _wait(site: Site, action: ActionFacts, ctx: CallContext, arrived: Callable[[ActionFacts], bool]) -> None:
    """Look again and again, ever more seldom, until it has arrived or the time is up."""
    for pause in _pauses():
        if action.status == "failed":
            raise ProblemError(Problem(ProblemKind.BUILD_FAILED, Service.AUTH0, action.name))
        if arrived(action):
            return
        ctx.cancel.sleep(pause)
        action = site.read_action_again()
    raise ProblemError(Problem(ProblemKind.BUILD_TOO_SLOW, Service.AUTH0, action.name))


def _pauses() -> Iterator[float]:
    """Yield growing pauses until the budget is used up, by the clock or by the pauses themselves."""
    begun, slept, pause = time.monotonic(), 0.0, _FIRST
    while max(slept, time.monotonic() - begun) < BUDGET:
        yield pause
        slept += pause
        pause = min(pause * _GROWTH, _LONGEST)
