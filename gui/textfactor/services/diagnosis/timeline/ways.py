"""Sorts rows into ways: one for each code that Auth0 was about to send."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from textfactor.services.diagnosis.timeline.references import made_at
from textfactor.services.diagnosis.timeline.rows import RowFacts, RowSays, facts_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textfactor.domain.archive import RawLog

PATIENCE: Final = 600.0
"""Seconds without a row after which a user's next row belongs to another code; one counts five minutes (facts 2.2)."""
_AFTERMATH: Final = 60.0
"""Seconds in which an enrolment is completed after its code was accepted."""
_SENDING: Final = frozenset({RowSays.SENT, RowSays.NOT_SENT})


@dataclass(slots=True)
class Way:
    """The rows of one code, in order."""

    rows: list[RowFacts] = field(default_factory=list[RowFacts])

    @property
    def began(self) -> float:
        """When the first row was written, in seconds since 1970."""
        return self.rows[0].at

    @property
    def user(self) -> str:
        """Whose code it is."""
        return self.rows[0].user

    @property
    def to(self) -> str:
        """The number, digits, empty where no row names it."""
        return next((row.to for row in self.rows if row.to), "")

    @property
    def references(self) -> tuple[str, ...]:
        """The client references in its rows, each once."""
        return tuple(dict.fromkeys(row.reference for row in self.rows if row.reference))

    @property
    def message_ids(self) -> tuple[str, ...]:
        """Vonage's ids in its rows, each once."""
        return tuple(dict.fromkeys(one for row in self.rows for one in row.message_ids))

    @property
    def executions(self) -> tuple[str, ...]:
        """The Action's runs, each once."""
        return tuple(dict.fromkeys(one for row in self.rows for one in row.executions))

    @property
    def sent_at(self) -> float:
        """When the message was, or was to be, handed over; else when the code was asked for."""
        return next((row.at for row in self.rows if row.says in _SENDING), self.began)

    def newest(self, *says: RowSays) -> RowFacts | None:
        """Find the newest row that says one of these."""
        return next((row for row in reversed(self.rows) if row.says in says), None)

    def has_made(self, reference: str) -> bool:
        """Tell whether our sender made this reference for this user, within half a minute of its row."""
        at = made_at(reference, self.user)
        return at is not None and abs(at - self.sent_at) <= 30

    @property
    def is_about_messages(self) -> bool:
        """Whether a phone plays a part; a code of an app is accepted without one."""
        return any(row.by_phone or row.says in _SENDING for row in self.rows) or not self.newest(
            RowSays.ACCEPTED, RowSays.REFUSED
        )


def ways_of(rows: Iterable[RawLog]) -> list[Way]:
    """Sort rows, in any order, into ways, oldest first."""
    found = [facts for row in rows if (facts := facts_of(row)) is not None]
    found.sort(key=lambda facts: (facts.at, facts.row.id))
    ways: list[Way] = []
    current: dict[str, Way] = {}
    for facts in found:
        key = facts.user or facts.to
        way = current.get(key) if key else None
        if way is None or not _goes_on(way, facts):
            way = Way()
            ways.append(way)
            if key:
                current[key] = way
        way.rows.append(facts)
    return [way for way in ways if way.is_about_messages]


def _goes_on(way: Way, facts: RowFacts) -> bool:
    """Tell whether a user's next row belongs to the same code."""
    pause = facts.at - way.rows[-1].at
    if way.newest(RowSays.ACCEPTED) is not None:
        return facts.says is RowSays.ACCEPTED and pause <= _AFTERMATH
    if facts.says in (RowSays.ASKED, RowSays.NOT_ASKED):
        return False
    return pause <= PATIENCE
