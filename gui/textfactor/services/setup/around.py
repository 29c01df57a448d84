"""What can be done without: who else asks for MFA, the other path, attack protection, what is left of Hooks."""

from dataclasses import dataclass, replace

from textfactor.domain.answers import TenantPath
from textfactor.domain.plan import Purpose
from textfactor.domain.tenant import (
    LEGACY_TRIGGER,
    LOGIN_TRIGGER,
    UNIFIED_TRIGGER,
    ActionFacts,
    BindingFacts,
    HookFacts,
    Observed,
)
from textfactor.services.context import Doing
from textfactor.services.setup.asking import asking_among
from textfactor.services.setup.ours import carries_our_code, sender_among
from textfactor.services.setup.reading import Reading

ACTIONS = "GET /actions/actions?triggerId={}"
BINDINGS = "GET /actions/triggers/{}/bindings"

_TURNING_ON = (Purpose.SET_UP, Purpose.TURN_ON, Purpose.MOVE)
"""Purposes after which somebody has to ask for a code; who does is of no account where a policy asks everybody."""
_CLEARING = (Purpose.MOVE, Purpose.REMOVE)
"""Purposes that take away what stands on the other path's trigger."""


def read(reading: Reading, observed: Observed, purpose: Purpose | None) -> Observed:
    """Read what a plan for this purpose may need, or everything where there is none; the rest is skipped."""
    observed = replace(observed, asking_actions=_asking(reading, wanted=_needs_asking(observed, purpose)))
    other = _other_path(reading, observed.path, wanted=_needs_other(observed, purpose))
    return replace(
        observed,
        other_actions=other.actions,
        other_bindings=other.bindings,
        phone_protection=_protection(reading, wanted=purpose is None),
        hooks=_hooks(reading, wanted=_needs_hooks(observed, purpose)),
    )


def _needs_asking(observed: Observed, purpose: Purpose | None) -> bool:
    return purpose is None or (purpose in _TURNING_ON and not observed.policies)


def _needs_other(observed: Observed, purpose: Purpose | None) -> bool:
    """Say whether the other trigger counts: to clear it, or since a new Action must not have a name from there."""
    if purpose is None or purpose in _CLEARING:
        return True
    found = observed.action
    writes = None if found is None else sender_among((found,), observed.path)
    return purpose in _TURNING_ON and writes is None


def _needs_hooks(observed: Observed, purpose: Purpose | None) -> bool:
    """Say whether old Hooks count: to switch one off, or to say in a first set-up what sent the codes before."""
    if purpose in (None, Purpose.MOVE):
        return True
    legacy = observed.path is TenantPath.LEGACY
    return (
        legacy and purpose is Purpose.SET_UP and not (observed.action and carries_our_code(observed.action))
    )


def _asking(reading: Reading, *, wanted: bool) -> tuple[str, ...]:
    """Name the bound post-login Actions that ask for MFA."""
    if not wanted:
        reading.skip("asking_actions")
        return ()
    rows = reading.optional(
        "asking_actions",
        BINDINGS.format(LOGIN_TRIGGER),
        "read:actions",
        lambda: reading.tenant.bindings(LOGIN_TRIGGER),
        (),
    )
    return asking_among(rows)


@dataclass(frozen=True, slots=True)
class _Other:
    """What hangs on the other path's trigger."""

    actions: tuple[ActionFacts, ...]
    bindings: tuple[BindingFacts, ...]


def _other_path(reading: Reading, path: TenantPath, *, wanted: bool) -> _Other:
    """Read the other trigger; where it has no Action nothing can be bound to it, so nobody asks."""
    tenant = reading.tenant
    if not wanted:
        reading.skip("other_actions")
        reading.skip("other_bindings")
        return _Other((), ())
    trigger = LEGACY_TRIGGER if path is TenantPath.UNIFIED else UNIFIED_TRIGGER
    actions = reading.optional(
        "other_actions", ACTIONS.format(trigger), "read:actions", lambda: tenant.actions(trigger), ()
    )
    known_empty = not actions and "other_actions" not in dict(reading.unknown)
    if known_empty:
        reading.says(Doing.READING_TENANT, "other_bindings")
        reading.came_from("other_bindings", ACTIONS.format(trigger))
        return _Other((), ())
    bindings = reading.optional(
        "other_bindings", BINDINGS.format(trigger), "read:actions", lambda: tenant.bindings(trigger), ()
    )
    return _Other(actions, bindings)


def _protection(reading: Reading, *, wanted: bool) -> str | None:
    """Read the back-off per number, which no plan touches."""
    if not wanted:
        reading.skip("phone_protection")
        return None
    found = reading.optional(
        "phone_protection",
        "GET /attack-protection/phone-provider-protection",
        "read:attack_protection",
        reading.tenant.phone_protection,
        None,
    )
    return found or None


def _hooks(reading: Reading, *, wanted: bool) -> tuple[HookFacts, ...]:
    """Read the leftover Hooks, which only a move switches off; a first set-up says that they are there."""
    if not wanted:
        reading.skip("hooks")
        return ()
    return reading.optional(
        "hooks",
        f"GET /hooks?triggerId={LEGACY_TRIGGER}",
        "read:hooks",
        lambda: reading.tenant.hooks(LEGACY_TRIGGER),
        (),
    )
