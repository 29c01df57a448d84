"""Reading, writing and comparing by resource: all that the executor needs to know of them."""

from collections.abc import Mapping
from typing import assert_never

from textfactor.domain.plan import BindingState, Change, DeploymentState, Resource, SenderState, State
from textfactor.domain.secret import Secret
from textfactor.services.ports import TenantApi
from textfactor.services.setup.resources import action, guardian, phone


def read(tenant: TenantApi, resource: Resource) -> State | None:
    """Read the state of one resource, None where it does not exist."""
    match resource:
        case Resource.SENDER:
            return action.read_sender(tenant)
        case Resource.DEPLOYMENT:
            return action.read_deployment(tenant)
        case Resource.BINDING:
            return action.read_binding(tenant)
        case Resource.PROVIDER:
            return phone.read_provider(tenant)
        case Resource.FACTOR:
            return guardian.read_factor(tenant)
        case Resource.MESSAGE_TYPES:
            return guardian.read_types(tenant)
        case Resource.ENROLL_TEMPLATE | Resource.VERIFY_TEMPLATE:
            return phone.read_template(tenant, resource)
        case Resource.POLICY:
            return guardian.read_policy(tenant)
        case _:
            assert_never(resource)


def write(tenant: TenantApi, change: Change, secrets: Mapping[str, Secret]) -> State | None:
    """Make one change and return the state as it was made (a deployment has got its version by then)."""
    match change.resource:
        case Resource.SENDER:
            return action.write_sender(tenant, change, secrets)
        case Resource.DEPLOYMENT:
            return action.write_deployment(tenant, change)
        case Resource.BINDING:
            return action.write_binding(tenant, change)
        case Resource.PROVIDER:
            return phone.write_provider(tenant, change)
        case Resource.FACTOR:
            return guardian.write_factor(tenant, change)
        case Resource.MESSAGE_TYPES:
            return guardian.write_types(tenant, change)
        case Resource.ENROLL_TEMPLATE | Resource.VERIFY_TEMPLATE:
            return phone.write_template(tenant, change)
        case Resource.POLICY:
            return guardian.write_policy(tenant, change)
        case _:
            assert_never(change.resource)


def unchanged(change: Change, actual: State | None) -> bool:
    """Say whether the tenant still is as the plan found it."""
    if isinstance(actual, DeploymentState) and isinstance(change.before, DeploymentState):
        # A change whose write was not confirmed does not know its version.
        known = change.before.version in ("", actual.version)
        return actual.code == change.before.code and known
    return actual == change.before


def reached(change: Change, actual: State | None) -> bool:
    """Say whether the tenant is as it shall be.

    A version deployed again has a new id, so ids do not count.
    """
    if isinstance(actual, DeploymentState) and isinstance(change.after, DeploymentState):
        return actual.code == change.after.code
    if isinstance(actual, SenderState) and isinstance(change.after, SenderState):
        return action.draft_reached(actual, change.after)
    if isinstance(actual, BindingState) and isinstance(change.after, BindingState):
        # Auth0 may have bound the Action by itself, and at another place.
        return sorted(actual.actions) == sorted(change.after.actions)
    return actual == change.after
