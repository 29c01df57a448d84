"""The rights that the assistant asks for at the Management API (facts/auth0 3.2)."""

from textfactor.domain.answers import TenantPath
from textfactor.domain.plan import Change, Plan, Resource

_BOTH = (
    "read:tenant_settings",
    "read:actions",
    "create:actions",
    "update:actions",
    "delete:actions",
    "read:guardian_factors",
    "update:guardian_factors",
    "read:mfa_policies",
    "read:logs",
    # The login at the end begins with an enrolment ticket.
    "create:guardian_enrollment_tickets",
)
_UNIFIED = tuple(
    f"{verb}:{what}"
    for what in ("phone_providers", "phone_templates")
    for verb in ("read", "create", "update", "delete")
)
_POLICY = "update:mfa_policies"

_NOUNS = {
    Resource.SENDER: "actions",
    Resource.DEPLOYMENT: "actions",
    Resource.BINDING: "actions",
    Resource.PROVIDER: "phone_providers",
    Resource.FACTOR: "guardian_factors",
    Resource.MESSAGE_TYPES: "guardian_factors",
    Resource.ENROLL_TEMPLATE: "phone_templates",
    Resource.VERIFY_TEMPLATE: "phone_templates",
    Resource.POLICY: "mfa_policies",
}
_VERBS = {"POST": "create", "PATCH": "update", "PUT": "update", "DELETE": "delete"}


def needed_scopes(path: TenantPath, *, change_policy: bool) -> tuple[str, ...]:
    """List the scopes to grant, in the order of the page; `delete:` is there for taking things back."""
    scopes = _BOTH + (_UNIFIED if path is TenantPath.UNIFIED else ())
    return (*scopes, _POLICY) if change_policy else scopes


def scope_of(change: Change) -> str:
    """Name the scope that one change needs (a deployment is a `POST`, which takes create:actions)."""
    return f"{_VERBS[change.method]}:{_NOUNS[change.resource]}"


def lacking(plan: Plan, granted: frozenset[str] | None) -> tuple[str, ...]:
    """List the scopes that the plan needs and the token lacks; none when the token does not tell."""
    if granted is None:
        return ()
    needed = dict.fromkeys(scope_of(change) for change in plan.changes)
    return tuple(scope for scope in needed if scope not in granted)
