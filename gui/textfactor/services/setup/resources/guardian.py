"""The SMS factor, what it may send, and the policy that asks for it."""

from textfactor.domain.plan import Change, FactorState, MessageTypesState, PolicyState, Resource, State
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.services.setup.resources.site import Site
from textfactor.services.tenant_ports import TenantApi

SMS_FACTOR = "sms"
"""The phone factor's name, also where it speaks (facts/auth0 2.1)."""


def message_types(tenant: TenantApi) -> tuple[str, ...]:
    """Read the types; a tenant whose factor was never on answers "not found", which means none."""
    try:
        return tuple(sorted(tenant.message_types()))
    except ProblemError as error:
        if error.problem.kind is ProblemKind.NOT_FOUND:
            return ()
        raise


def types_of(types: tuple[str, ...]) -> MessageTypesState | None:
    """Describe the types; none at all is the same as not told."""
    return MessageTypesState(tuple(sorted(types))) if types else None


def read(site: Site, change: Change) -> State | None:
    """Read the factor, its message types or the policy."""
    tenant, resource = site.tenant, change.resource
    if resource is Resource.FACTOR:
        return FactorState(tenant.factors().get(SMS_FACTOR, False))
    if resource is Resource.MESSAGE_TYPES:
        return types_of(message_types(tenant))
    return PolicyState(tenant.policies())


def write(site: Site, change: Change) -> Change:
    """Switch the factor, set its types or the policy.

    Taking types back may leave none (an empty list, as recorded tenants have it).
    """
    tenant, after = site.tenant, change.after
    if isinstance(after, FactorState):
        tenant.set_factor(SMS_FACTOR, on=after.on)
    elif isinstance(after, PolicyState):
        tenant.set_policies(after.policies)
    else:
        tenant.set_message_types(after.types if isinstance(after, MessageTypesState) else ())
    return change
