"""What somebody has said yes to: only that is written without being shown again."""

from textfactor.domain.plan import Plan, Resource
from textfactor.domain.plan import State as Thing

_Essence = tuple[str, Resource, Thing | None, Thing | None]


class Agreed:
    """Gathers the changes of plans that were on the screen when a click said yes."""

    def __init__(self) -> None:
        self._essence: frozenset[_Essence] = frozenset()

    def add(self, plan: Plan) -> None:
        """Note a plan that somebody said yes to."""
        self._essence |= _essence(plan)

    def covers(self, plan: Plan) -> bool:
        """Say whether a plan does nothing else."""
        return _essence(plan) <= self._essence

    def forget(self) -> None:
        """Hold nothing for said any more."""
        self._essence = frozenset()


def _essence(plan: Plan) -> frozenset[_Essence]:
    """Take what a plan does without the ids in its paths, which are known only once something was made."""
    return frozenset((plan.domain, change.resource, change.before, change.after) for change in plan.changes)
