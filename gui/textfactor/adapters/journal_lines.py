"""Plans and changes as JSON. The kind of a state follows from its resource, so no type names are written.

Of an Action's code the digest alone is written: people keep secrets in code, and a journal must hold none.
"""

from dataclasses import replace
from typing import Any

import msgspec

from textfactor.domain.answers import TenantPath
from textfactor.domain.code_digest import code_digest
from textfactor.domain.plan import (
    BindingState,
    Change,
    DeploymentState,
    FactorState,
    HookState,
    LegacyTemplatesState,
    MessageTypesState,
    Plan,
    PolicyState,
    ProviderState,
    Purpose,
    Resource,
    SecretFate,
    SelectedProviderState,
    SenderState,
    State,
    TemplateState,
)
from textfactor.domain.problems import Problem

_STATES: dict[Resource, type[State]] = {
    Resource.SENDER: SenderState,
    Resource.DEPLOYMENT: DeploymentState,
    Resource.BINDING: BindingState,
    Resource.PROVIDER: ProviderState,
    Resource.FACTOR: FactorState,
    Resource.SELECTED_PROVIDER: SelectedProviderState,
    Resource.MESSAGE_TYPES: MessageTypesState,
    Resource.ENROLL_TEMPLATE: TemplateState,
    Resource.VERIFY_TEMPLATE: TemplateState,
    Resource.LEGACY_TEMPLATES: LegacyTemplatesState,
    Resource.POLICY: PolicyState,
    Resource.OLD_BINDING: BindingState,
    Resource.OLD_SENDER: SenderState,
    Resource.HOOK: HookState,
}


def change_to(change: Change) -> dict[str, Any]:
    """Write a change."""
    kept = replace(change, before=_kept(change.before), after=_kept(change.after))
    return msgspec.to_builtins(kept)


def _kept(state: State | None) -> State | None:
    """Put a digest in the place of code."""
    if isinstance(state, SenderState | DeploymentState):
        return replace(state, code=code_digest(state.code))
    return state


def change_from(row: dict[str, Any]) -> Change:
    """Read a change; raises KeyError, TypeError, ValueError or msgspec.ValidationError."""
    resource = Resource(row["resource"])
    return Change(
        resource,
        _state(resource, row["before"]),
        _state(resource, row["after"]),
        str(row["method"]),
        str(row["path"]),
        undo=row.get("undo") is not False,
        secrets=tuple((str(name), SecretFate(fate)) for name, fate in row.get("secrets", ())),
    )


def _state(resource: Resource, row: object) -> State | None:
    """Read a state by what its resource has; None is "not there"."""
    return None if row is None else msgspec.convert(row, _STATES[resource])


def plan_to(plan: Plan) -> dict[str, Any]:
    """Write a plan, with the tenant as it was found."""
    changes = [change_to(change) for change in plan.changes]
    found = [(part.value, msgspec.to_builtins(_kept(state))) for part, state in plan.found]
    bare = msgspec.to_builtins(replace(plan, changes=(), found=()))
    return {**bare, "changes": changes, "found": found}


def plan_from(row: dict[str, Any]) -> Plan:
    """Read a plan; raises as `change_from` does."""
    return Plan(
        str(row["domain"]),
        tuple(change_from(one) for one in row["changes"]),
        tuple(Resource(one) for one in row.get("unchanged", ())),
        takes_back=row.get("takes_back") is True,
        path=TenantPath(row.get("path", TenantPath.UNIFIED)),
        purpose=Purpose(row.get("purpose", Purpose.SET_UP)),
        found=tuple((Resource(part), _state(Resource(part), state)) for part, state in row.get("found", ())),
    )


def problem_from(row: object) -> Problem | None:
    """Read what stopped a run; raises msgspec.ValidationError."""
    return None if row is None else msgspec.convert(row, Problem)
