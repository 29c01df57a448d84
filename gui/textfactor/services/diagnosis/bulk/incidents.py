"""Finds what happened: outages, one country, sender or application that fails, limits, pumping, silence, what lasts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import compress
from typing import TYPE_CHECKING, Final

from textfactor.domain.bulk import Incident, IncidentKind, RowKind
from textfactor.services.diagnosis.bulk.blame import Troubled, find_changes
from textfactor.services.diagnosis.bulk.chance import beyond_chance, is_unlikely
from textfactor.services.diagnosis.bulk.facts import iso
from textfactor.services.diagnosis.bulk.lasting import Lasting, find_lasting, find_steady
from textfactor.services.diagnosis.bulk.messages import Messages, clusters, runs
from textfactor.services.diagnosis.bulk.pumping import Burst, find_bursts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textfactor.services.diagnosis.bulk.merged import Merged

PACE: Final = frozenset({
    "vonage.status.1", "vonage.status.22", "vonage.http.429", "auth0.rate_limit", "auth0.user_limit",
})  # fmt: skip
"""Causes that say: too many."""
PUMPED: Final = "login.sms_pumping"
START: Final = "gd_start_auth"
_OUTAGE: Final = 6
"""Failures beyond which a run is an outage."""
_ONE: Final = 10
"""Failures beyond which a run of one country, sender or application is an incident."""
_PEOPLE: Final = 3
"""So many must be concerned: one phone that is gone is no incident."""
_OTHERS: Final = 5
_OTHERS_FAIL: Final = 0.3
"""Part of the others' messages that may fail meanwhile."""
_GAP: Final = 5 * 60_000
_LIMITS: Final = 10
_LIMITED_PEOPLE: Final = 5
_SILENT: Final = 30
_TYPICAL: Final = 0.3
"""Messages for one start of a second factor from which on silence says something."""
_UNLIKELY: Final = 20
"""So many times the usual number of starts for one message must have passed without one."""
_PART: Final = 0.5
"""An outage with less than this part of another incident's failures, and its cause, is only the densest of it; what
went on is told unless other incidents have this part of it."""
_MOST: Final = 200


@dataclass(frozen=True, slots=True)
class _Found:
    """An incident with the times in milliseconds, to compare it with others."""

    begin: int
    end: int
    value: Incident

    def holds(self, at: int) -> bool:
        return self.begin <= at <= self.end

    def is_part_of(self, other: _Found) -> bool:
        """Say whether this is only the densest piece of another one."""
        inside = other.holds(self.begin) and other.holds(self.end) and self is not other
        return (
            inside
            and self.value.cause == other.value.cause
            and self.value.failed < _PART * other.value.failed
        )


def _nobody(_row: int) -> str:
    return ""


def find_incidents(
    messages: Messages, merged: Merged, who: Callable[[int], str] = _nobody
) -> tuple[Incident, ...]:
    """Find all incidents, the earliest first; `who` names the person of a row, for those who changed something."""
    outages = _outages(messages)
    others = [
        *_one(messages, IncidentKind.COUNTRY, messages.countries(), outages),
        *_one(messages, IncidentKind.SENDER, messages.senders(), outages),
        *_one(messages, IncidentKind.CLIENT, messages.clients(), outages),
        *_limits(messages),
    ]
    outages = [outage for outage in outages if not any(outage.is_part_of(other) for other in others)]
    silences = _silences(messages)
    troubles = [Troubled(each.begin, each.end, each.value) for each in (*outages, *silences)]
    changes, after = find_changes(messages, merged, troubles, who)
    followed = [replace(one.value, after=after.get(one.begin, "")) for one in (*outages, *silences)]
    lasting = _lasting(messages, outages, [*outages, *others])
    found = [*changes, *followed, *(each.value for each in (*others, *lasting)), *_bursts(messages)]
    # What was changed stands before what followed at the same time.
    found.sort(key=lambda one: (one.begin, one.kind is not IncidentKind.CHANGE, one.kind))
    return tuple(found[:_MOST])


def _outages(messages: Messages) -> list[_Found]:
    found: list[_Found] = []
    spans = runs(messages.failed, _OUTAGE)
    sure = set(beyond_chance(messages.failed, spans))
    lost = compress(messages.sends, messages.failed) if spans else ()
    everywhere = Counter([messages.cause(row) for row in lost])
    for begin, end in spans:
        piece = messages.sends[begin:end]
        if messages.people(piece) < _PEOPLE:
            continue
        outage = _incident(messages, IncidentKind.OUTAGE, piece)
        if (begin, end) in sure or _is_of_its_own(messages, outage.value, piece, everywhere):
            found.append(outage)
    return found


def _is_of_its_own(
    messages: Messages, outage: Incident, piece: list[int], everywhere: Mapping[str, int]
) -> bool:
    """Say whether the cause of a run is rare elsewhere, though so many messages fail for others."""
    inside = sum(messages.cause(row) == outage.cause for row in piece)
    of = len(messages.sends)
    share = (everywhere[outage.cause] - inside) / max(1, of - len(piece)) if outage.cause else 1.0
    return is_unlikely(inside, len(piece), share, of)


def _one(
    messages: Messages, kind: IncidentKind, values: Sequence[str], outages: list[_Found]
) -> list[_Found]:
    """Find single values of a column whose messages fail while the others' do not; `values` are those of the sends."""
    if len(set(values) - {""}) < 2:
        return []
    # What fails for everybody says nothing about one of them. Short outages may be the densest part of this very one.
    real = [(outage.begin, outage.end) for outage in outages if outage.value.failed >= 2 * _ONE]
    inside = messages.inside(real)
    failing = Counter(compress(values, messages.failed))
    found: list[_Found] = []
    for value in sorted(value for value, count in failing.items() if value and count >= _ONE):
        places = [place for place, other in enumerate(values) if other == value and not inside[place]]
        failed = [messages.failed[place] for place in places]
        for begin, end in beyond_chance(failed, runs(failed, _ONE)):
            piece = places[begin:end]
            rows = [messages.sends[place] for place in piece]
            if messages.people(rows) >= _PEOPLE and _others_work(messages, piece, values):
                found.append(_incident(messages, kind, rows, value))
    return found


def _others_work(messages: Messages, piece: list[int], values: Sequence[str]) -> bool:
    """Say whether messages of other values mostly went out meanwhile."""
    value = values[piece[0]]
    others = [messages.failed[place] for place in range(piece[0], piece[-1] + 1) if values[place] != value]
    return len(others) >= _OTHERS and sum(others) <= _OTHERS_FAIL * len(others)


def _lasting(messages: Messages, outages: list[_Found], told: list[_Found]) -> list[_Found]:
    """Find what went on among messages that were sent, unless other incidents tell of most of it."""
    found: list[_Found] = []
    for one in find_lasting(messages, PACE):
        known = sum(
            other.value.failed
            for other in told
            if other.value.cause == one.cause and one.begin <= other.end and other.begin <= one.end
        )
        if known < _PART * one.failed:
            found.append(_of_lasting(messages, IncidentKind.LASTING, one))
    spans = [(outage.begin, outage.end) for outage in outages]
    steady = find_steady(messages, spans, sum(other.value.failed for other in told if other not in outages))
    return found if steady is None else [*found, _of_lasting(messages, IncidentKind.STEADY, steady)]


def _of_lasting(messages: Messages, kind: IncidentKind, one: Lasting) -> _Found:
    value = Incident(
        kind,
        iso(one.begin),
        iso(one.end),
        one.cause,
        failed=one.failed,
        of=one.of,
        numbers=messages.different_numbers(one.rows),
    )
    return _Found(one.begin, one.end, value)


def _limits(messages: Messages) -> list[_Found]:
    """Find clusters of refusals for pace; of a single user's limit only when it meets many."""
    found: list[_Found] = []
    for piece in clusters(messages.limited(PACE), messages.time, _GAP):
        general = sum(messages.kind(row) is RowKind.FAILED for row in piece)
        if general >= _LIMITS or (len(piece) >= _LIMITS and messages.people(piece) >= _LIMITED_PEOPLE):
            found.append(_incident(messages, IncidentKind.RATE_LIMIT, piece))
    return found


def _bursts(messages: Messages) -> list[Incident]:
    return [_pumped(burst) for burst in find_bursts(messages.numbers())]


def _pumped(burst: Burst) -> Incident:
    begin, end = iso(burst.begin), iso(burst.end)
    return Incident(
        IncidentKind.PUMPING, begin, end, PUMPED, f"+{burst.prefix}", of=burst.messages, numbers=burst.numbers
    )


def _silences(messages: Messages) -> list[_Found]:
    """Find long runs of second factors that were started without any message."""
    starts = messages.of_type(START)
    if not starts or len(messages.sends) < _TYPICAL * len(starts):
        return []
    least = max(_SILENT, int(_UNLIKELY * len(starts) / len(messages.sends)))
    found: list[_Found] = []
    for run in messages.between_sends(starts):
        if len(run) >= least:
            begin, end = messages.time(run[0]), messages.time(run[-1])
            numbers = messages.people(run)
            value = Incident(IncidentKind.SILENCE, iso(begin), iso(end), of=len(run), numbers=numbers)
            found.append(_Found(begin, end, value))
    return found


def _incident(messages: Messages, kind: IncidentKind, rows: list[int], subject: str = "") -> _Found:
    bad = [row for row in rows if messages.kind(row) is not RowKind.SENT]
    begin, end = messages.time(rows[0]), messages.time(rows[-1])
    causes = Counter(cause for row in bad if (cause := messages.cause(row)))
    of = messages.sends_between(begin, end) if kind is IncidentKind.RATE_LIMIT else len(rows)
    value = Incident(
        kind,
        iso(begin),
        iso(end),
        causes.most_common(1)[0][0] if causes else "",
        subject,
        len(bad),
        max(of, len(bad)),
        messages.different_numbers(rows),
    )
    return _Found(begin, end, value)
