"""The messages of an export in the order of their times, as the search for incidents looks at them.

Rows are numbers here: there may be a million.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from itertools import compress
from operator import not_
from typing import TYPE_CHECKING, Final

from textfactor.domain.bulk import Moments, RowKind
from textfactor.services.diagnosis.bulk.countries import country_of
from textfactor.services.diagnosis.bulk.facts import NO_TIME
from textfactor.services.diagnosis.bulk.merged import CLIENT, NUMBER, SENDER, SIGNATURE, TIME, USER, Merged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_SUCCESS: Final = 4
"""How many failures one success outweighs: a run holds while at least four of five messages fail."""


class Messages:
    """All rows that have a time, and among them the messages (sent or failed)."""

    def __init__(self, merged: Merged) -> None:
        self._merged = merged
        columns, causes = merged.columns, merged.causes
        times, self._signatures = columns[TIME], columns[SIGNATURE]
        rows = range(len(times))
        timed = rows if not times.count(NO_TIME) else [row for row in rows if times[row] != NO_TIME]
        self._order = array("Q", sorted(timed, key=times.__getitem__))
        is_send = [kind in (RowKind.SENT, RowKind.FAILED) for kind in causes.kinds]
        is_failed = [kind is RowKind.FAILED for kind in causes.kinds]
        self.sends = self._picked(is_send)
        self.failed = [is_failed[self._signatures[row]] for row in self.sends]
        self.at = array("q", (times[row] for row in self.sends))

    def _picked(self, wanted: Sequence[bool]) -> list[int]:
        return list(compress(self._order, (wanted[self._signatures[row]] for row in self._order)))

    def time(self, row: int) -> int:
        """Return when a row was written, in milliseconds."""
        return self._merged.columns[TIME][row]

    def kind(self, row: int) -> RowKind:
        """Return what a row says."""
        return self._merged.causes.kinds[self._signatures[row]]

    def cause(self, row: int) -> str:
        """Return the cause of a row."""
        return self._merged.causes.causes[self._signatures[row]]

    def moments(self) -> Moments:
        """Return when what was sent, failed or refused for its pace was."""
        sent = array("q", compress(self.at, map(not_, self.failed)))
        limited = array("q", map(self.time, self.of_kind(RowKind.LIMITED)))
        return Moments(sent, array("q", compress(self.at, self.failed)), limited)

    def countries(self) -> list[str]:
        """Return the country of each message."""
        numbers = self._merged.columns[NUMBER]
        return [country_of(numbers[row]) for row in self.sends]

    def senders(self) -> list[str]:
        """Return the sender of each message."""
        names, column = self._merged.senders.names, self._merged.columns[SENDER]
        return [names[column[row]] for row in self.sends]

    def clients(self) -> list[str]:
        """Return the application of each message."""
        names, column = self._merged.clients.names, self._merged.columns[CLIENT]
        return [names[column[row]] for row in self.sends]

    def people(self, rows: Iterable[int]) -> int:
        """Count how many are concerned: by number, else by user; a row with neither counts as somebody."""
        numbers, users = self._merged.columns[NUMBER], self._merged.columns[USER]
        return len({numbers[row] or users[row] or -1 - row for row in rows})

    def different_numbers(self, rows: Iterable[int]) -> int:
        """Count the different numbers."""
        numbers = self._merged.columns[NUMBER]
        return len({numbers[row] for row in rows} - {0})

    def numbers(self) -> list[tuple[int, int]]:
        """Return time and number of all messages that name one, also of those that were too many."""
        kinds = self._merged.causes.kinds
        times, numbers = self._merged.columns[TIME], self._merged.columns[NUMBER]
        rows = self._picked([kind not in (RowKind.OTHER, RowKind.CHANGED) for kind in kinds])
        return [(times[row], numbers[row]) for row in rows if numbers[row]]

    def limited(self, causes: frozenset[str]) -> list[int]:
        """Return the rows that say: too many."""
        known = self._merged.causes
        limited = [
            kind is RowKind.LIMITED or (cause in causes and kind is not RowKind.SENT)
            for kind, cause in zip(known.kinds, known.causes, strict=True)
        ]
        return self._picked(limited)

    def of_kind(self, kind: RowKind) -> list[int]:
        """Return the rows of a kind."""
        return self._picked([other is kind for other in self._merged.causes.kinds])

    def signatures(self, rows: Iterable[int]) -> list[int]:
        """Return the signatures of rows."""
        return [self._signatures[row] for row in rows]

    def of_type(self, name: str) -> list[int]:
        """Return the rows of a log type."""
        return self._picked([row_type == name for row_type in self._merged.causes.types])

    def inside(self, spans: Iterable[tuple[int, int]]) -> bytearray:
        """Mark the messages that lie within one of the spans of time."""
        marks = bytearray(len(self.at))
        for begin, end in spans:
            first, last = bisect_left(self.at, begin), bisect_right(self.at, end)
            marks[first:last] = b"\1" * (last - first)
        return marks

    def sends_between(self, begin: int, end: int) -> int:
        """Count the messages from `begin` to `end`."""
        return bisect_right(self.at, end) - bisect_left(self.at, begin)

    def between_sends(self, rows: list[int]) -> Iterator[list[int]]:
        """Divide rows where a message stands between them."""
        run: list[int] = []
        place = -1
        for row in rows:
            at = bisect_right(self.at, self.time(row))
            if at != place and run:
                yield run
                run = []
            place = at
            run.append(row)
        if run:
            yield run


def runs(failed: Sequence[bool], least: int) -> list[tuple[int, int]]:
    """Find where at least four of five fail, by first place and the one behind the last, with `least` failures or more.

    A failure raises a score by one, a success lowers it by four; a run is over when it fell by twice that.
    """
    found: list[tuple[int, int]] = []
    score = best = begin = end = 0
    for place, is_failure in enumerate(failed):
        if is_failure:
            if not score and not best:
                begin = place
            score += 1
            if score >= best:
                best, end = score, place + 1
            continue
        score = max(0, score - _SUCCESS)
        if best and score <= max(0, best - 2 * _SUCCESS):
            if best >= least:
                found.append((begin, end))
            score = best = 0
    if best >= least:
        found.append((begin, end))
    return found


def clusters(rows: Iterable[int], time: Callable[[int], int], gap: int) -> list[list[int]]:
    """Divide rows where nothing happens for longer than `gap` milliseconds."""
    found: list[list[int]] = []
    for row in rows:
        if found and time(row) - time(found[-1][-1]) <= gap:
            found[-1].append(row)
        else:
            found.append([row])
    return found
