"""The rights that the assistant asks for at the Management API, as few as a purpose needs (facts/auth0 3.2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from textfactor.domain.answers import TenantPath
from textfactor.domain.plan import Change, Plan, Purpose, Resource

_READS = ("read:tenant_settings", "read:actions", "read:guardian_factors", "read:mfa_policies")
_READS_UNIFIED = ("read:phone_providers", "read:phone_templates")
_ACTIONS = ("create:actions", "update:actions", "delete:actions")
_PROVIDERS = ("create:phone_providers", "update:phone_providers", "delete:phone_providers")
_TEMPLATES = ("create:phone_templates", "update:phone_templates", "delete:phone_templates")
_FACTORS = ("update:guardian_factors",)
# The login at the end begins with an enrolment ticket and is followed in the log.
_LOGIN = ("read:logs", "create:guardian_enrollment_tickets")
_POLICY = "update:mfa_policies"

_WRITES: dict[Purpose, tuple[str, ...]] = {
    Purpose.SET_UP: (*_ACTIONS, *_FACTORS, *_LOGIN),
    Purpose.TURN_ON: (*_ACTIONS, *_FACTORS),
    Purpose.TURN_OFF: _FACTORS,
    Purpose.TEMPLATES: (),
    Purpose.ROTATE: ("create:actions", "update:actions"),
    Purpose.MOVE: (*_ACTIONS, *_FACTORS, *_LOGIN),
    Purpose.REMOVE: (*_ACTIONS, *_FACTORS),
}
"""What is written on both paths, taking back included: `delete:` undoes what was created, and the other way round."""
_WRITES_UNIFIED: dict[Purpose, tuple[str, ...]] = {
    Purpose.SET_UP: (*_PROVIDERS, *_TEMPLATES),
    Purpose.TURN_ON: _PROVIDERS,
    Purpose.TEMPLATES: _TEMPLATES,
    Purpose.MOVE: (*_PROVIDERS, *_TEMPLATES),
    Purpose.REMOVE: (*_PROVIDERS, *_TEMPLATES),
}
_WRITES_LEGACY: dict[Purpose, tuple[str, ...]] = {Purpose.TEMPLATES: _FACTORS}
_ASKS = frozenset({Purpose.SET_UP, Purpose.MOVE})
"""The purposes that may change the MFA policy."""


class ScopeUse(StrEnum):
    """What a scope is for that one can do without; `words.scopes` has the sentence for each."""

    READ_PROTECTION = "read_protection"
    READ_HOOKS = "read_hooks"
    SWITCH_HOOK = "switch_hook"


@dataclass(frozen=True, slots=True)
class Scopes:
    """What to grant, in the order of the page; `optional` ones with what they are for."""

    needed: tuple[str, ...]
    optional: tuple[tuple[str, ScopeUse], ...] = ()

    def missing(self, granted: frozenset[str] | None) -> tuple[str, ...]:
        """List the needed scopes that a token lacks; none when it does not tell."""
        return () if granted is None else tuple(one for one in self.needed if one not in granted)

    def beyond(self, granted: frozenset[str] | None) -> tuple[str, ...]:
        """List the scopes that let a token write more than this, in alphabetical order. Reading harms less."""
        known = {*self.needed, *(one for one, _ in self.optional)}
        return tuple(sorted(one for one in granted or () if one not in known and not one.startswith("read:")))


def scopes_for(path: TenantPath, purpose: Purpose = Purpose.SET_UP, *, change_policy: bool = False) -> Scopes:
    """List the scopes for a purpose on a path; the policy's only where it is to change."""
    unified = path is TenantPath.UNIFIED
    reads = (*_READS, *(_READS_UNIFIED if unified else ()))
    more = (_WRITES_UNIFIED if unified else _WRITES_LEGACY).get(purpose, ())
    policy = (_POLICY,) if change_policy and purpose in _ASKS else ()
    optional = [("read:attack_protection", ScopeUse.READ_PROTECTION), ("read:hooks", ScopeUse.READ_HOOKS)]
    if purpose is Purpose.MOVE:
        optional.append(("update:hooks", ScopeUse.SWITCH_HOOK))
    needed = tuple(dict.fromkeys((*reads, *_WRITES[purpose], *more, *policy)))
    return Scopes(needed, tuple(optional))


def needed_scopes(path: TenantPath, *, change_policy: bool) -> tuple[str, ...]:
    """List the scopes that setting up needs."""
    return scopes_for(path, change_policy=change_policy).needed


_NOUNS = {
    Resource.SENDER: "actions",
    Resource.DEPLOYMENT: "actions",
    Resource.BINDING: "actions",
    Resource.PROVIDER: "phone_providers",
    Resource.FACTOR: "guardian_factors",
    Resource.SELECTED_PROVIDER: "guardian_factors",
    Resource.MESSAGE_TYPES: "guardian_factors",
    Resource.ENROLL_TEMPLATE: "phone_templates",
    Resource.VERIFY_TEMPLATE: "phone_templates",
    Resource.LEGACY_TEMPLATES: "guardian_factors",
    Resource.POLICY: "mfa_policies",
    Resource.OLD_BINDING: "actions",
    Resource.OLD_SENDER: "actions",
    Resource.HOOK: "hooks",
}
_VERBS = {"POST": "create", "PATCH": "update", "PUT": "update", "DELETE": "delete"}


def scope_of(change: Change) -> str:
    """Name the scope that one change needs (a deployment is a `POST`, which takes create:actions)."""
    return f"{_VERBS[change.method]}:{_NOUNS[change.resource]}"


def scopes_of(changes: Iterable[Change]) -> tuple[str, ...]:
    """List the scopes that changes need, each once, in the order in which they are first used."""
    return tuple(dict.fromkeys(scope_of(change) for change in changes))


def lacking(plan: Plan, granted: frozenset[str] | None) -> tuple[str, ...]:
    """List the scopes that the plan needs and the token lacks; none when the token does not tell.

    A Hook that cannot be switched stays on to no effect, so its scope is not insisted on.
    """
    needed = scopes_of(change for change in plan.changes if change.resource is not Resource.HOOK)
    return () if granted is None else tuple(one for one in needed if one not in granted)
