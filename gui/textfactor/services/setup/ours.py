"""Which Actions are ours, and what a new one may be called."""

from textfactor.domain.answers import TenantPath
from textfactor.domain.tenant import SENDER_NAME, ActionFacts

OUR_NAMES: tuple[str, ...] = (SENDER_NAME, f"{SENDER_NAME} 2")
"""The second one is for a tenant that has the first on the other path's trigger: a name is free once a tenant."""
_MARK = "put here by Textfactor"
"""Stands in the head of the sender's code, on both paths."""


def is_ours(action: ActionFacts) -> bool:
    """Say whether we made the Action."""
    return action.name in OUR_NAMES


def carries_our_code(action: ActionFacts) -> bool:
    """Say whether the Action holds our sender: one that we made, or somebody's that was taken over."""
    return is_ours(action) or _MARK in action.code


def pick(actions: tuple[ActionFacts, ...]) -> ActionFacts | None:
    """Choose the Action to show: ours, else the first."""
    return next((one for one in actions if is_ours(one)), next(iter(actions), None))


def sender_among(actions: tuple[ActionFacts, ...], path: TenantPath) -> ActionFacts | None:
    """Choose the Action to write: ours, else the one that the unified path's trigger may have.

    The legacy trigger takes several, so there another's Action is left alone.
    """
    found = pick(actions)
    return found if found is None or path is TenantPath.UNIFIED or is_ours(found) else None


def free_name(others: tuple[ActionFacts, ...]) -> str:
    """Choose a name for a new Action which none of the other trigger's Actions has."""
    taken = {action.name for action in others}
    return next((name for name in OUR_NAMES if name not in taken), SENDER_NAME)
