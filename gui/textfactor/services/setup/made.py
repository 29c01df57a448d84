"""What the runs in a journal have made in a tenant and nobody has taken back. No request is made for it."""

from collections.abc import Iterable
from dataclasses import replace

from textfactor.domain.code_digest import same_code
from textfactor.domain.history import RunRecord, joined
from textfactor.domain.plan import Change, DeploymentState, Receipt, Resource, SenderState


def standing_runs(runs: Iterable[RunRecord]) -> tuple[tuple[Receipt, ...], Receipt | None]:
    """List the runs whose changes still stand, and the undo after them, if it is the last; `runs` oldest first.

    A stopped run and the one that went on with it are one; a run that was stopped before its first write is none.
    """
    standing: list[Receipt] = []
    undo: Receipt | None = None
    for one in (run.receipt for run in runs):
        if one.plan.takes_back:
            undo = one
            if one.complete and standing:
                standing.pop()
                standing = _renumbered(standing, one)
        elif one.applied:
            goes_on = bool(standing) and not standing[-1].complete
            standing.append(joined(standing.pop(), one) if goes_on else one)
            undo = None
    return tuple(standing), undo


def _renumbered(standing: list[Receipt], undo: Receipt) -> list[Receipt]:
    """Give what an earlier run deployed the id that it got when an undo deployed it again.

    Else taking that run back too would find another version there, and think it somebody else's.
    """
    again = next((one.after for one in undo.applied if isinstance(one.after, DeploymentState)), None)
    if again is None:
        return standing
    renumbered = list(standing)
    for place in reversed(range(len(standing))):
        applied = standing[place].applied
        if any(one.resource is Resource.DEPLOYMENT for one in applied):
            changed = tuple(_with_version(one, again) for one in applied)
            renumbered[place] = replace(standing[place], applied=changed)
            break
    return renumbered


def _with_version(change: Change, again: DeploymentState) -> Change:
    after = change.after
    if not isinstance(after, DeploymentState) or not same_code(after.code, again.code):
        return change
    return replace(change, after=replace(after, version=again.version))


def made_by_us(runs: Iterable[RunRecord]) -> tuple[Change, ...]:
    """Join what stands into one change for each part: from what was there before us to what we left there.

    Where somebody has changed a part between two runs, their state is what was there before us.
    """
    standing, _undo = standing_runs(runs)
    since: dict[Resource, list[Change]] = {}
    for change in (one for receipt in standing for one in receipt.applied if was_made(one)):
        before = since.get(change.resource, [])
        since[change.resource] = [*(before if before and _follows(before[-1], change) else []), change]
    return tuple(in_one(change for changes in since.values() for change in changes))


def _follows(earlier: Change, later: Change) -> bool:
    """Say whether a run found a part as the run before had left it; ids and versions do not count."""
    left, found = earlier.after, later.before
    if isinstance(left, DeploymentState) and isinstance(found, DeploymentState):
        return same_code(left.code, found.code)
    if isinstance(left, SenderState) and isinstance(found, SenderState):
        return same_code(left.code, found.code)
    return left == found


def was_made(change: Change) -> bool:
    """Say whether something was written; new values of secrets leave no other trace."""
    return change.before != change.after or bool(change.secrets)


def in_one(applied: Iterable[Change]) -> list[Change]:
    """Join the changes of a resource into one, from what was first to what is now, in the order of the first."""
    joined_up: dict[Resource, Change] = {}
    for change in applied:
        first = joined_up.get(change.resource)
        if first is None:
            joined_up[change.resource] = change
            continue
        fates = {**dict(first.secrets), **dict(change.secrets)}
        joined_up[change.resource] = replace(
            change,
            before=first.before,
            undo=first.undo and change.undo,
            secrets=tuple(fates.items()),
        )
    return list(joined_up.values())
