"""Finds the changes of settings that something followed: messages fail from then on, or none is sent any more."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from textfactor.domain.bulk import Effect, Incident, IncidentKind, RowKind
from textfactor.services.diagnosis.bulk.facts import NO_TIME, iso
from textfactor.services.diagnosis.operations import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textfactor.services.diagnosis.bulk.merged import Merged
    from textfactor.services.diagnosis.bulk.messages import Messages

GENERAL: Final = "auth0.settings_changed"
"""The cause of a change that may do harm or not."""
_NOBODY_ASKED: Final = frozenset({"factor_switched_off", "policy_emptied", "types_emptied"})
"""After these nobody is asked for a code, so nothing fails."""
_NOT_BY_SETTINGS: Final = ("network.", "service.")
_NOT_BY_THESE: Final = frozenset({
    "vonage.status.1", "vonage.status.5", "vonage.status.8", "vonage.status.9", "vonage.status.10", "vonage.status.29",
    "vonage.http.429", "auth0.rate_limit", "auth0.user_limit",
})  # fmt: skip
"""Causes of failures that no setting of the tenant brings about."""
_TAKES_EFFECT: Final = 60_000
"""Milliseconds for which messages may still go out after a change."""
_BEFORE: Final = 5
_MISSING: Final = 20
"""So many messages must be missing, by the pace before, until their absence says something."""
_PAUSES: Final = 2
"""And the silence must be so many times as long as the longest pause before."""


@dataclass(frozen=True, slots=True)
class Change:
    """A row that tells of a change; `until` is when the same was changed again, the end of the export if never."""

    row: int
    at: int
    what: str
    cause: str
    until: int
    undone: bool

    @property
    def is_harm(self) -> bool:
        """Whether the change alone tells that codes do not arrive."""
        return self.cause not in ("", GENERAL)


@dataclass(frozen=True, slots=True)
class Troubled:
    """An incident that a change may have brought about, with its times in milliseconds."""

    begin: int
    end: int
    value: Incident


def find_changes(
    messages: Messages, merged: Merged, troubles: Iterable[Troubled], who: Callable[[int], str]
) -> tuple[list[Incident], dict[int, str]]:
    """Find the changes that matter, and by the begin of a trouble the cause of the change that it followed."""
    sent = [at for at, failed in zip(messages.at, messages.failed, strict=True) if not failed]
    changes = _changes(messages, merged)
    after: dict[int, str] = {}
    effects: dict[int, Troubled] = {}
    for trouble in sorted(troubles, key=lambda one: one.begin):
        change = _blamed(changes, trouble, sent)
        if change is not None:
            effects.setdefault(change.row, trouble)
            after[trouble.begin] = change.cause
    found = [_incident(change, effects.get(change.row), _stops(change, sent), who) for change in changes]
    return [incident for incident in found if incident is not None], after


def _changes(messages: Messages, merged: Merged) -> list[Change]:
    """List the changes with their causes, the earliest first."""
    known = merged.causes
    rows = messages.of_kind(RowKind.CHANGED)
    signatures = messages.signatures(rows)
    end = max([merged.until, *messages.at[-1:], *(messages.time(row) for row in rows[-1:])], default=NO_TIME)
    found: list[Change] = []
    later: dict[str, int] = {}
    for row, signature in zip(reversed(rows), reversed(signatures), strict=True):
        what, at = known.codes[signature], messages.time(row)
        subject = SUBJECTS.get(what, "")
        found.append(
            Change(row, at, what, known.causes[signature], later.get(subject, end), subject in later)
        )
        later[subject] = at
    return found[::-1]


def _blamed(changes: Sequence[Change], trouble: Troubled, sent: Sequence[int]) -> Change | None:
    """Choose the change that a trouble followed: no message went out between them, but for a short while."""
    place = bisect_left(sent, trouble.begin)
    earliest = sent[place - 1] - _TAKES_EFFECT if place else NO_TIME
    near = [
        one for one in changes if earliest <= one.at <= trouble.begin and _may_lead_to(one, trouble.value)
    ]
    return max(near, key=lambda one: (one.is_harm, one.at), default=None)


def _may_lead_to(change: Change, incident: Incident) -> bool:
    if not change.cause:
        return False
    if incident.kind is IncidentKind.SILENCE:
        return True
    by_others = incident.cause.startswith(_NOT_BY_SETTINGS) or incident.cause in _NOT_BY_THESE
    return change.what not in _NOBODY_ASKED and not by_others


def _stops(change: Change, sent: Sequence[int]) -> bool:
    """Tell whether no message was sent after a change, for longer than the pace before lets expect."""
    before = sent[: bisect_right(sent, change.at)]
    next_one = bisect_right(sent, change.at + _TAKES_EFFECT)
    over = sent[next_one] if next_one < len(sent) else change.until
    silent = min(over, change.until) - change.at
    if len(before) < _BEFORE or (next_one < len(sent) and sent[next_one] < change.until):
        return False
    pauses = [later - earlier for earlier, later in pairwise(before)]
    return silent >= max(_MISSING * sum(pauses) / len(pauses), _PAUSES * max(pauses), _TAKES_EFFECT)


def _incident(
    change: Change, trouble: Troubled | None, stops: bool, who: Callable[[int], str]
) -> Incident | None:
    """Make the incident of a change; None for one that did nothing, or no harm that lasted."""
    stops = stops and change.is_harm
    if trouble is None and not stops and (not change.is_harm or change.undone):
        return None
    value = trouble.value if trouble is not None else None
    effect = (
        Effect.FAILURES
        if value is not None and value.failed
        else Effect.SILENCE
        if stops or value
        else Effect.NONE
    )
    end = trouble.end if trouble is not None else change.until if stops else change.at
    return Incident(
        IncidentKind.CHANGE,
        iso(change.at),
        iso(end),
        change.cause,
        who(change.row),
        value.failed if value is not None else 0,
        value.of if value is not None else 0,
        change=change.what,
        effect=effect,
        row=change.row,
    )
