"""How a set-up stands at a glance, who else sends there, and what an earlier set-up has left behind."""

from enum import StrEnum

from textfactor.domain.answers import TenantPath
from textfactor.domain.plan import Purpose, Receipt
from textfactor.domain.tenant import CUSTOM_PROVIDER, Observed
from textfactor.services.setup.drift import DriftFact
from textfactor.services.setup.ours import carries_our_code, ours_bound, ours_on_other


class Verdict(StrEnum):
    """What one wants to know first."""

    SENDS = "sends"
    """Codes go out through Vonage, and all is as it was left."""
    DIFFERS = "differs"
    """Codes go out through Vonage, but something is not as it was left."""
    TWICE = "twice"
    """Another Action on the trigger sends too, so people get two codes."""
    BROKEN = "broken"
    """Codes are to be sent, but something between Auth0 and the sender is missing."""
    OFF = "off"
    """The sender is there; the SMS factor is off."""
    ABSENT = "absent"
    """No Action in this tenant has our sender."""
    STRANDED = "stranded"
    """Our sender is on the other path's trigger alone, which is not asked: Auth0 has changed the tenant's path."""
    UNSURE = "unsure"
    """What decides it could not be read."""


def judge(observed: Observed, drift: tuple[DriftFact, ...] = ()) -> Verdict:
    """Say how the set-up stands; `drift` is what differs from how the last run left it."""
    action = observed.action
    if action is None or not carries_our_code(action):
        return Verdict.STRANDED if is_stranded(observed) else Verdict.ABSENT
    if not observed.factor_on:
        return Verdict.OFF
    provided = _provided(observed)
    if provided is None:
        return Verdict.UNSURE
    bound = any(row.action_id == action.id for row in observed.bindings)
    if not (provided and bound and action.deployed_code is not None):
        return Verdict.BROKEN
    if rivals(observed):
        return Verdict.TWICE
    return Verdict.DIFFERS if drift else Verdict.SENDS


def is_stranded(observed: Observed) -> bool:
    """Say whether our sender stands on the other path's trigger, bound there or not."""
    return bool(ours_on_other(observed)) or any(carries_our_code(one) for one in observed.other_actions)


def _provided(observed: Observed) -> bool | None:
    """Say whether the tenant hands its messages to the Action; None where that could not be read."""
    if observed.path is TenantPath.LEGACY:
        selected = observed.selected_provider
        return None if selected is None else selected == CUSTOM_PROVIDER
    provider = observed.provider
    if provider is None:
        return False
    return provider.name == "custom" and not provider.disabled and "text" in provider.methods


def purpose_meant(last: Receipt) -> Purpose | None:
    """Say what a plan is for that sets right what differs since the last run; None where nothing was meant to be."""
    purpose, back = last.plan.purpose, last.plan.takes_back
    if purpose in (Purpose.SET_UP, Purpose.MOVE):
        return None if back else purpose
    return Purpose.REMOVE if purpose is Purpose.REMOVE and not back else Purpose.SET_UP


def rivals(observed: Observed) -> tuple[str, ...]:
    """Name others' Actions that send too: every Action on the legacy path's trigger runs."""
    if observed.path is TenantPath.UNIFIED:
        return ()
    ours = ours_bound(observed)
    return tuple(row.action_name for row in observed.bindings if row.action_name not in ours)


def old_actions(observed: Observed) -> tuple[str, ...]:
    """Name others' Actions that still stand on the other path's trigger, where they send nothing any more."""
    ours = ours_on_other(observed)
    return tuple(row.action_name for row in observed.other_bindings if row.action_name not in ours)


def has_leftovers(observed: Observed) -> bool:
    """Say whether something of an earlier way to send is there: a Hook that is on, or the other path's Action."""
    return any(hook.enabled for hook in observed.hooks) or bool(observed.other_bindings)
