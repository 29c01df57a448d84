"""What a whole log export says: counts by cause, incidents, series over time. Values without sentences.

Times are ISO 8601 in UTC, empty where no row has one. Telephone numbers are masked; whoever needs one in clear opens
its row.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import Final, Protocol

from textfactor.domain.diagnosis import Diagnosis
from textfactor.domain.row_kind import RowKind

__all__ = [
    "STEPS",
    "BulkReport",
    "CauseCount",
    "Effect",
    "Incident",
    "IncidentKind",
    "Moments",
    "RowKind",
    "RowTable",
    "Series",
    "Share",
    "SmsRow",
]

STEPS: Final = (60, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400)
"""Lengths that a bar of a chart over time may have, in seconds."""


class IncidentKind(StrEnum):
    """What sort of thing happened."""

    OUTAGE = "outage"
    """For a while nearly no message could be sent, to nobody."""
    COUNTRY = "country"
    """Messages to one country fail, the others do not."""
    SENDER = "sender"
    """Messages from one sender (number or name) fail, the others do not."""
    CLIENT = "client"
    """Messages asked for by one application fail, the others do not."""
    RATE_LIMIT = "rate_limit"
    """Messages were refused for their pace."""
    PUMPING = "pumping"
    """Many different numbers of one otherwise rare prefix in a short time: somebody earns by codes."""
    SILENCE = "silence"
    """Second factors were started, but no message was sent or refused."""
    CHANGE = "change"
    """Somebody changed a setting, and codes failed or stopped from then on, or would."""
    LASTING = "lasting"
    """Messages failed for one cause for hours or days, and others went out."""
    STEADY = "steady"
    """A good part of all messages fails all the time."""


class Effect(StrEnum):
    """What followed a change of a setting, as far as the export shows."""

    NONE = "none"
    FAILURES = "failures"
    SILENCE = "silence"
    """No message was sent any more."""


@dataclass(frozen=True, slots=True)
class Share:
    """One value of a column (country, user, application, sender) and in how many rows it stands."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class CauseCount:
    """One cause over the whole export; `cause` is the id of an article, empty where the text is not known.

    `users` and `numbers` are how many different ones; `countries`, `clients` and `senders` the most frequent ones,
    most frequent first. `row` is the first row that speaks for it (an index into the table, -1 without one), `text`
    its error in words.
    """

    cause: str
    count: int
    first: str = ""
    last: str = ""
    countries: tuple[Share, ...] = ()
    clients: tuple[Share, ...] = ()
    senders: tuple[Share, ...] = ()
    users: int = 0
    numbers: int = 0
    row: int = -1
    text: str = ""
    kind: RowKind = RowKind.FAILED
    diagnosis: Diagnosis | None = None
    """What the first such row was diagnosed as: confidence, severity, blanks; its places are those in that row."""


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that happened between `begin` and `end`.

    `cause` is the most frequent one of it, `subject` the country, sender, application or prefix that it is about.
    `failed` of `of` messages failed; of a pumping burst `of` counts the messages and `numbers` the different numbers.
    Of a change `subject` is who made it, `change` what it was (an id of `services.diagnosis.operations`), `row` the row
    of the table that tells of it. `after` is the cause of the change that an incident followed, if any.
    """

    kind: IncidentKind
    begin: str
    end: str
    cause: str = ""
    subject: str = ""
    failed: int = 0
    of: int = 0
    numbers: int = 0
    change: str = ""
    effect: Effect = Effect.NONE
    row: int = -1
    after: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """Counts for a chart. Bucket `i` begins at `start + i * step`; both are seconds since 1970."""

    start: int = 0
    step: int = 60
    sent: tuple[int, ...] = ()
    failed: tuple[int, ...] = ()
    limited: tuple[int, ...] = ()
    causes: tuple[tuple[str, tuple[int, ...]], ...] = ()
    """The most frequent causes, each with its own counts."""


@dataclass(frozen=True, slots=True)
class Moments:
    """When each message was sent, failed or was refused for its pace: milliseconds since 1970, the earliest first."""

    sent: Sequence[int] = ()
    failed: Sequence[int] = ()
    limited: Sequence[int] = ()

    def series(self, begin: int, end: int, step: int) -> Series:
        """Count those from `begin` to `end` (seconds) in steps of `step` seconds, which begin at its multiples."""
        start = begin // step * step
        edges = [at * 1000 for at in range(start, max(end, start + 1) + step, step)]
        sent, failed, limited = (
            tuple(
                later - earlier for earlier, later in pairwise([bisect_left(times, edge) for edge in edges])
            )
            for times in (self.sent, self.failed, self.limited)
        )
        return Series(start, step, sent, failed, limited)


@dataclass(frozen=True, slots=True)
class SmsRow:
    """One row about SMS, as the table shows it; `raw` is the row as it stood in the export."""

    index: int
    at: str
    type: str
    kind: RowKind
    cause: str
    user: str
    number: str
    country: str
    client: str
    sender: str
    text: str
    raw: str = field(repr=False)


class RowTable(Protocol):
    """All rows about SMS, in the order of the file; nothing is decoded before it is asked for."""

    def __len__(self) -> int:
        """How many there are."""
        ...

    def rows(self, start: int, count: int) -> tuple[SmsRow, ...]:
        """Decode `count` rows from `start` on, fewer at the end. Raises `ProblemError` when the file is gone."""
        ...

    def search(self, text: str, limit: int = 10_000) -> tuple[int, ...]:
        """Find the rows with all words of `text`, upper and lower case alike: their indexes, at most `limit`."""
        ...


@dataclass(frozen=True, slots=True)
class BulkReport:
    """What an export says, or (while `done` is False) what it has said so far.

    `format` is how it was read: lines, json, csv or several with `+` (`gzip+lines`). `skipped` counts what could not
    be read by kind: `broken` (looked relevant and is no JSON), `too_long`, `no_time`. `notes` are ids of remarks.
    """

    name: str
    format: str = ""
    bytes: int = 0
    read: int = 0
    rows: int = 0
    sms_rows: int = 0
    sent: int = 0
    failed: int = 0
    limited: int = 0
    first: str = ""
    last: str = ""
    causes: tuple[CauseCount, ...] = ()
    incidents: tuple[Incident, ...] = ()
    series: Series = Series()
    users: tuple[Share, ...] = ()
    """Who has most failures: user names or ids."""
    numbers: tuple[Share, ...] = ()
    """The numbers with most failures, masked."""
    skipped: tuple[tuple[str, int], ...] = ()
    notes: tuple[str, ...] = ()
    done: bool = False
    table: RowTable | None = field(default=None, compare=False, repr=False)
    moments: Moments = field(default=Moments(), compare=False, repr=False)
