"""One tenant during one run: its API, its path, and what of it was read a moment ago.

A thing is read right before it is written. Two things that lie in one answer of Auth0 (an Action's draft and what
is deployed of it, the texts of two messages) share one reading where their writes follow each other.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from textfactor.domain.answers import TenantPath
from textfactor.domain.plan import Resource
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.tenant import (
    LEGACY_TRIGGER,
    UNIFIED_TRIGGER,
    ActionFacts,
    BindingFacts,
    HookFacts,
    ProviderFacts,
    TemplateFacts,
    trigger_of,
)
from textfactor.services.setup.ours import is_ours, sender_among
from textfactor.services.tenant_ports import TenantApi

T = TypeVar("T")

_SHARED = {
    Resource.DEPLOYMENT: "action",
    Resource.ENROLL_TEMPLATE: "templates",
    Resource.VERIFY_TEMPLATE: "templates",
}
"""The reading that a resource may take over from the write before it."""


@dataclass(slots=True)
class Site:
    """The tenant that a run works on."""

    tenant: TenantApi
    path: TenantPath
    _read: dict[str, Any] = field(default_factory=dict[str, Any])
    """What the last readings found, by their names; what is not in it has to be read."""

    @property
    def trigger(self) -> str:
        """The trigger that the tenant asks for messages."""
        return trigger_of(self.path)

    @property
    def other_trigger(self) -> str:
        """The other path's trigger."""
        return LEGACY_TRIGGER if self.path is TenantPath.UNIFIED else UNIFIED_TRIGGER

    def turn_to(self, resource: Resource) -> None:
        """Forget every reading that is too old for a write of this resource."""
        kept = _SHARED.get(resource, "")
        self._read = {name: value for name, value in self._read.items() if name == kept}

    def forget(self) -> None:
        """Forget all readings: nobody knows what the last write has done."""
        self._read.clear()

    def action(self) -> ActionFacts | None:
        """Find the Action that sends: by its name, so a run that was killed goes on with the one that it made."""
        return self._once("action", lambda: sender_among(self.tenant.actions(self.trigger), self.path))

    def need_action(self) -> ActionFacts:
        """Find the Action; raises DRIFT when somebody has taken it away."""
        return needed(self.action(), Resource.SENDER)

    def read_action_again(self) -> ActionFacts:
        """Read the Action once more, by its id."""
        return self.keep_action(self.tenant.action(self.need_action().id))

    def keep_action(self, action: ActionFacts) -> ActionFacts:
        """Take what a write answered for a reading."""
        self._read["action"] = action
        return action

    def old_action(self) -> ActionFacts | None:
        """Find our Action on the other path's trigger."""
        listed = partial(self.tenant.actions, self.other_trigger)
        return self._once("old_action", lambda: next((one for one in listed() if is_ours(one)), None))

    def bindings(self, trigger: str) -> tuple[BindingFacts, ...]:
        """List what a trigger runs."""
        return self._once(trigger, lambda: self.tenant.bindings(trigger))

    def provider(self) -> ProviderFacts | None:
        """Read the phone provider."""
        return self._once("provider", lambda: next(iter(self.tenant.phone_providers()), None))

    def templates(self) -> tuple[TemplateFacts, ...]:
        """List the texts."""
        return self._once("templates", self.tenant.templates)

    def hooks(self) -> tuple[HookFacts, ...]:
        """List the leftover Hooks."""
        return self._once("hooks", lambda: self.tenant.hooks(LEGACY_TRIGGER))

    def _once(self, name: str, read: Callable[[], T]) -> T:
        """Read unless there is a reading that still counts."""
        if name not in self._read:
            self._read[name] = read()
        return self._read[name]


def needed(found: T | None, resource: Resource) -> T:
    """Insist on what the comparison has just seen; raises DRIFT when it went away in between."""
    if found is None:
        raise ProblemError(Problem(ProblemKind.DRIFT, Service.AUTH0, resource.value))
    return found
