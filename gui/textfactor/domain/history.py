"""The history of a tenant's changes: runs as the journal keeps them, and runs that belong together."""

from dataclasses import dataclass, replace

from textfactor.domain.plan import Change, Receipt, Resource


@dataclass(frozen=True, slots=True)
class RunRecord:
    """One run: who started it, when (UTC, ISO 8601), and what came of it.

    `ended` is empty for a run that was killed on the way. The plan in the receipt has the tenant as it was found.
    """

    id: str
    who: str
    began: str
    ended: str
    receipt: Receipt


def joined(earlier: Receipt, later: Receipt) -> Receipt:
    """Put what a stopped run made before what the run made that went on with it; else only the later one counts.

    Taking the result back takes back both.
    """
    if earlier.complete or earlier.plan.takes_back or later.plan.takes_back:
        return later
    before = (*earlier.applied, *_happened(earlier, later))
    plan = replace(later.plan, changes=(*before, *later.plan.changes), found=earlier.plan.found)
    return replace(later, plan=plan, applied=(*before, *later.applied))


def _happened(earlier: Receipt, later: Receipt) -> tuple[Change, ...]:
    """Find a binding that the earlier run did not get to and the later one had no need to make.

    Auth0 may bind an Action by itself when it is deployed.
    """
    made = {change.resource for change in earlier.applied}
    if Resource.DEPLOYMENT not in made or Resource.BINDING in made:
        return ()
    if any(change.resource is Resource.BINDING for change in later.plan.changes):
        return ()
    return tuple(change for change in earlier.plan.changes if change.resource is Resource.BINDING)
