"""Which Actions are ours, and what a new one may be called."""

from collections.abc import Iterable

from textfactor.domain.answers import TenantPath
from textfactor.domain.tenant import SENDER_NAME, ActionFacts, BindingFacts, Observed

OUR_NAMES: tuple[str, ...] = (SENDER_NAME, *(f"{SENDER_NAME} {number}" for number in range(2, 10)))
"""The later ones are for a tenant where the first is taken: a name is free once a tenant."""
_MARK = "put here by Textfactor"
"""Stands in the head of the sender's code, on both paths."""


def is_ours(action: ActionFacts) -> bool:
    """Say whether we made the Action: it has our name, and our code as its draft or running.

    The name alone is no proof. Somebody else's Action may have it, and ours are written over and deleted.
    """
    return action.name in OUR_NAMES and carries_our_code(action)


def carries_our_code(action: ActionFacts) -> bool:
    """Say whether the Action holds our sender: one that we made, or somebody's that was taken over."""
    return is_our_code(action.code) or is_our_code(action.deployed_code or "")


def is_our_code(code: str) -> bool:
    """Say whether a code is our sender, of whatever version and with whatever options."""
    return _MARK in code


def ours_among(rows: Iterable[BindingFacts], actions: Iterable[ActionFacts] = ()) -> frozenset[str]:
    """Name the bound Actions that are ours; `actions` are those of which more is known than a row tells.

    Where a row does not tell what runs, the name has to do.
    """
    known = {action.id: is_ours(action) for action in actions}
    return frozenset(row.action_name for row in rows if known.get(row.action_id, _looks_ours(row)))


def _looks_ours(row: BindingFacts) -> bool:
    return row.action_name in OUR_NAMES and (row.deployed_code is None or is_our_code(row.deployed_code))


def ours_bound(observed: Observed) -> frozenset[str]:
    """Name the Actions of ours on the trigger of the tenant's path."""
    return ours_among(observed.bindings, () if observed.action is None else (observed.action,))


def ours_on_other(observed: Observed) -> frozenset[str]:
    """Name the Actions of ours on the other path's trigger."""
    return ours_among(observed.other_bindings, observed.other_actions)


def pick(actions: tuple[ActionFacts, ...]) -> ActionFacts | None:
    """Choose the Action to show: ours, else one that has our name, else the first."""
    namesake = next((one for one in actions if one.name in OUR_NAMES), next(iter(actions), None))
    return next((one for one in actions if is_ours(one)), namesake)


def sender_among(actions: tuple[ActionFacts, ...], path: TenantPath) -> ActionFacts | None:
    """Choose the Action to write: ours, else the one that the unified path's trigger may have.

    The legacy trigger takes several, so there another's Action is left alone.
    """
    found = pick(actions)
    return found if found is None or path is TenantPath.UNIFIED or is_ours(found) else None


def foreign_sender(observed: Observed) -> ActionFacts | None:
    """Find somebody else's Action that a set-up would write over: the unified path's trigger takes no second one."""
    action = observed.action
    if action is None or observed.path is not TenantPath.UNIFIED or carries_our_code(action):
        return None
    return action


def free_name(observed: Observed) -> str:
    """Choose a name for a new Action which no Action has that was found on either trigger."""
    found = (*observed.other_actions, *(() if observed.action is None else (observed.action,)))
    rows = (*observed.bindings, *observed.other_bindings)
    taken = {action.name for action in found} | {row.action_name for row in rows}
    return next((name for name in OUR_NAMES if name not in taken), SENDER_NAME)
