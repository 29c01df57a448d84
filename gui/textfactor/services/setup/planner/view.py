"""A tenant seen with wishes in mind: what all parts of a plan ask of it."""

from dataclasses import dataclass, replace

from textfactor.domain.answers import TenantPath
from textfactor.domain.plan import Resource, State
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.tenant import LEGACY_TRIGGER, UNIFIED_TRIGGER, ActionFacts, Observed, trigger_of
from textfactor.services.setup.ours import free_name, sender_among
from textfactor.services.setup.wishes import Wishes


@dataclass(frozen=True, slots=True)
class View:
    """What was found and what is wanted."""

    observed: Observed
    wishes: Wishes

    @property
    def unified(self) -> bool:
        """Whether the tenant is on the unified path."""
        return self.observed.path is TenantPath.UNIFIED

    @property
    def trigger(self) -> str:
        """The trigger that the tenant asks for messages."""
        return trigger_of(self.observed.path)

    @property
    def other_trigger(self) -> str:
        """The other path's trigger, which is asked for nothing here."""
        return LEGACY_TRIGGER if self.unified else UNIFIED_TRIGGER

    @property
    def action(self) -> ActionFacts | None:
        """The Action to write, None where one has to be made."""
        found = self.observed.action
        return None if found is None else sender_among((found,), self.observed.path)

    @property
    def name(self) -> str:
        """What the Action is called, or would be."""
        return self.action.name if self.action else free_name(self.observed)

    def wishing_on(self) -> "View":
        """Return this view with the factor wished on."""
        return View(self.observed, replace(self.wishes, factor_on=True))

    def before_us(self, resource: Resource) -> State | None:
        """What a part was before our first run that stands, as far as the journal on this computer knows."""
        return next((one.before for one in self.wishes.made if one.resource is resource), None)

    def left_by_us(self, resource: Resource) -> State | None:
        """What our last run left there, as far as that journal knows."""
        return next((one.after for one in self.wishes.made if one.resource is resource), None)

    def is_known(self, name: str) -> bool:
        """Say whether a part could be read."""
        return name not in dict(self.observed.unknown)

    def need_known(self, name: str) -> None:
        """Insist that a part could be read; raises what it was refused with."""
        reason = dict(self.observed.unknown).get(name)
        if reason is not None:
            kind, _, detail = reason.partition(": ")
            raise ProblemError(Problem(ProblemKind(kind), Service.AUTH0, detail))
