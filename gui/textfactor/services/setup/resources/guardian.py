"""The SMS factor, what it may send, and the policy that asks for it."""

from textfactor.domain.plan import Change, FactorState, MessageTypesState, PolicyState
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.services.ports import TenantApi

SMS_FACTOR = "sms"
"""The phone factor's name, also where it speaks (facts/auth0 2.1)."""


def read_factor(tenant: TenantApi) -> FactorState:
    """Read whether the factor is on."""
    return FactorState(tenant.factors().get(SMS_FACTOR, False))


def write_factor(tenant: TenantApi, change: Change) -> FactorState:
    """Switch the factor."""
    on = isinstance(change.after, FactorState) and change.after.on
    tenant.set_factor(SMS_FACTOR, on=on)
    return FactorState(on)


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


def read_types(tenant: TenantApi) -> MessageTypesState | None:
    """Read the types as a state."""
    return types_of(message_types(tenant))


def write_types(tenant: TenantApi, change: Change) -> MessageTypesState | None:
    """Set the types; taking them back may leave none (an empty list, as recorded tenants have it)."""
    types = change.after.types if isinstance(change.after, MessageTypesState) else ()
    tenant.set_message_types(types)
    return types_of(types)


def read_policy(tenant: TenantApi) -> PolicyState:
    """Read the policy."""
    return PolicyState(tenant.policies())


def write_policy(tenant: TenantApi, change: Change) -> PolicyState:
    """Replace the policy."""
    policies = change.after.policies if isinstance(change.after, PolicyState) else ()
    tenant.set_policies(policies)
    return PolicyState(policies)
