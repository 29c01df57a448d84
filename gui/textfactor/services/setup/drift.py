"""What has changed in a tenant since the last run there."""

from dataclasses import dataclass

from textfactor.domain.plan import Change, Receipt, Resource, State
from textfactor.domain.tenant import Observed
from textfactor.services.setup.resources.table import reached
from textfactor.services.setup.snapshot import snapshot


@dataclass(frozen=True, slots=True)
class DriftFact:
    """A part that is not as the last run left it. `ours` says that the run itself had written it."""

    resource: Resource
    expected: State | None
    actual: State | None
    ours: bool


def check_drift(receipt: Receipt, observed: Observed) -> tuple[DriftFact, ...]:
    """Compare the tenant with what the last run found and made; what could not be read is left out.

    Ids do not count: a version that was deployed again is the same. Of a run that was stopped, a change whose
    outcome nobody knew counts as made.
    """
    made = {change.resource: change.after for change in receipt.applied}
    if Resource.SENDER in made and made[Resource.SENDER] is None:
        made[Resource.DEPLOYMENT] = None  # what ran goes with its Action
    expected = {**dict(receipt.plan.found), **made}
    if Resource.SENDER not in made and _brought_a_draft(receipt):
        expected.pop(Resource.SENDER, None)
    facts: list[DriftFact] = []
    for resource, actual in snapshot(observed):
        if resource in expected and not _same(resource, expected[resource], actual):
            facts.append(DriftFact(resource, expected[resource], actual, resource in made))
    return tuple(facts)


def _brought_a_draft(receipt: Receipt) -> bool:
    """Say whether an earlier version was deployed again, which brings the draft that belongs to it."""
    return any(one.resource is Resource.DEPLOYMENT and "/versions/" in one.path for one in receipt.applied)


def _same(resource: Resource, expected: State | None, actual: State | None) -> bool:
    """Compare as the executor does."""
    return reached(Change(resource, None, expected, "", ""), actual)
