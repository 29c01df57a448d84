"""Which Actions a trigger runs. Only the difference is written, onto the list as it is at that moment.

So nobody's binding is lost, and nobody's place changed, whatever happened between plan and write.
"""

from dataclasses import replace

from textfactor.domain.plan import BindingState, Change
from textfactor.services.setup.resources.action import bindings_of
from textfactor.services.setup.resources.site import Site


def read_binding(site: Site, trigger: str) -> BindingState:
    """Read the trigger's list."""
    return bindings_of(site.bindings(trigger))


def write_binding(site: Site, change: Change, trigger: str) -> Change:
    """Write the list that the difference between before and after makes of the actual one."""
    rows = site.bindings(trigger)
    actual = bindings_of(rows)
    names = merged(_names(change.before), _names(change.after), actual.actions)
    site.tenant.set_bindings(trigger, names, {row.action_name: row.shown_as for row in rows if row.shown_as})
    return replace(change, before=actual, after=BindingState(names))


def _names(state: object) -> tuple[str, ...]:
    return state.actions if isinstance(state, BindingState) else ()


def merged(before: tuple[str, ...], after: tuple[str, ...], actual: tuple[str, ...]) -> tuple[str, ...]:
    """Take out of the actual list what shall go and add what shall come, at its old place if it is free."""
    wanted = set(after) | (set(actual) - set(before))
    if wanted == set(after):
        return after
    kept = tuple(name for name in actual if name in wanted)
    return (*kept, *(name for name in after if name not in kept))


def has_difference(change: Change, actual: object) -> bool:
    """Say whether the difference between before and after is in the actual list, whatever else is on it."""
    names = _names(actual)
    return sorted(merged(_names(change.before), _names(change.after), names)) == sorted(names)


def same_bindings(one: BindingState, other: BindingState) -> bool:
    """Say whether two lists run the same Actions; Auth0 may have bound one by itself, and at another place."""
    return sorted(one.actions) == sorted(other.actions)
