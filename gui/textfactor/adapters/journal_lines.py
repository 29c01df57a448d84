"""Plans and changes as JSON. The kind of a state follows from its resource, so no type names are written."""

from typing import Any

import msgspec

from textfactor.domain.plan import (
    BindingState,
    Change,
    DeploymentState,
    FactorState,
    MessageTypesState,
    Plan,
    PolicyState,
    ProviderState,
    Resource,
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
    Resource.MESSAGE_TYPES: MessageTypesState,
    Resource.ENROLL_TEMPLATE: TemplateState,
    Resource.VERIFY_TEMPLATE: TemplateState,
    Resource.POLICY: PolicyState,
}


def change_to(change: Change) -> dict[str, Any]:
    """Write a change."""
    return msgspec.to_builtins(change)


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
    )


def _state(resource: Resource, row: object) -> State | None:
    """Read a state by what its resource has; None is "not there"."""
    return None if row is None else msgspec.convert(row, _STATES[resource])


def plan_to(plan: Plan) -> dict[str, Any]:
    """Write a plan."""
    return msgspec.to_builtins(plan)


def plan_from(row: dict[str, Any]) -> Plan:
    """Read a plan; raises as `change_from` does."""
    changes = tuple(change_from(one) for one in row["changes"])
    unchanged = tuple(Resource(one) for one in row.get("unchanged", ()))
    return Plan(str(row["domain"]), changes, unchanged, takes_back=row.get("takes_back") is True)


def problem_from(row: object) -> Problem | None:
    """Read what stopped a run; raises msgspec.ValidationError."""
    return None if row is None else msgspec.convert(row, Problem)
