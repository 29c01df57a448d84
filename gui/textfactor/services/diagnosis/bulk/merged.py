"""Puts the stretches of an export together: one set of columns, in the order of the file."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from itertools import compress
from typing import TYPE_CHECKING, Final

from textfactor.domain.bulk import RowKind
from textfactor.services.diagnosis.bulk.columns import COLUMNS
from textfactor.services.diagnosis.bulk.facts import NO_TIME
from textfactor.services.diagnosis.bulk.kinds import kind_of

if TYPE_CHECKING:
    from textfactor.domain.diagnosis import Diagnosis
    from textfactor.services.diagnosis.bulk.causes import Explain
    from textfactor.services.diagnosis.bulk.columns import Stretch
    from textfactor.services.diagnosis.bulk.facts import Signature

_OTHER: Final = "…"
"""Stands for applications and senders beyond the many that are told apart."""
_MOST_NAMES: Final = 65_000
_MOST_MARKS: Final = 2_000_000
"""Copies are looked for among so many rows: about 120 MB."""
OFFSET, LENGTH, TIME, SIGNATURE, CLIENT, SENDER, USER, NUMBER, MARK = range(len(COLUMNS))


class Names:
    """Texts by number, each once."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._places: dict[str, int] = {}

    def place(self, name: str) -> int:
        """Find or make the number of a name."""
        if len(self.names) >= _MOST_NAMES and name not in self._places:
            name = _OTHER
        place = self._places.setdefault(name, len(self.names))
        if place == len(self.names):
            self.names.append(name)
        return place


class Causes:
    """The causes of the rows, each signature explained once."""

    def __init__(self, explain: Explain) -> None:
        self._explain = explain
        self._places: dict[Signature, int] = {}
        self.causes: list[str] = []
        """By signature; empty where none is known, or nothing is wrong."""
        self.kinds: list[RowKind] = []
        self.texts: list[str] = []
        self.diagnoses: list[Diagnosis | None] = []
        self.types: list[str] = []
        self.codes: list[str] = []
        """By signature: the code of its error, or what was changed."""

    def place(self, signature: Signature, example: bytes) -> int:
        """Find or make the number of a signature; beyond 65,000 all further ones of a type are one."""
        if len(self.causes) >= _MOST_NAMES and signature not in self._places:
            signature = (signature[0], "", "", "")
        place = self._places.get(signature)
        if place is None:
            place = self._places[signature] = len(self.causes)
            kind = kind_of(signature[0]) or RowKind.OTHER
            self.kinds.append(kind)
            self.types.append(signature[0])
            self.codes.append(signature[2])
            self.texts.append(signature[3] or signature[0])
            found = None if kind is RowKind.SENT else self._explain(example)
            self.diagnoses.append(found)
            self.causes.append("" if found is None else found.cause)
        return place


class Merged:
    """All that was found. Stretches may be added in any order; `close` puts them in the file's."""

    def __init__(self, explain: Explain) -> None:
        self.causes = Causes(explain)
        self.clients, self.senders = Names(), Names()
        self.columns = [array(code) for code in COLUMNS]
        self.words = bytearray()
        self.rows = self.read = 0
        self.until = NO_TIME
        """The latest time at the edges of the stretches, of rows about anything: so far the export reaches."""
        self.skipped = {"broken": 0, "too_long": 0}
        self.formats: dict[str, None] = {}
        self.notes: dict[str, None] = {}
        self._parts: list[tuple[int, list[array[int]], bytes]] = []
        self._marks: set[int] = set()

    def add(self, stretch: Stretch) -> list[array[int]]:
        """Take a stretch; return its columns, renumbered."""
        columns = [array(code) for code in COLUMNS]
        for column, data in zip(columns, stretch.columns, strict=False):
            column.frombytes(data)
        signatures = [self.causes.place(name, raw) for name, raw in _pairs(stretch)]
        clients = [self.clients.place(name) for name in stretch.clients]
        senders = [self.senders.place(name) for name in stretch.senders]
        for place, numbers in ((SIGNATURE, signatures), (CLIENT, clients), (SENDER, senders)):
            columns[place] = array(COLUMNS[place], map(numbers.__getitem__, columns[place]))
        self.rows += stretch.rows
        self.read += stretch.read
        self.until = max(self.until, stretch.until)
        self.skipped["broken"] += stretch.broken
        self.skipped["too_long"] += stretch.too_long
        self.formats[stretch.format] = None
        self.notes.update(dict.fromkeys(stretch.notes))
        words = self._without_copies(columns, stretch.words)
        self._parts.append((stretch.start, columns, words))
        return columns

    def _without_copies(self, columns: list[array[int]], words: bytes) -> bytes:
        """Drop rows that were there before: log streams deliver at least once, and exports overlap."""
        marks, columns[MARK] = columns[MARK], array(COLUMNS[MARK])
        fresh = set(marks)
        fresh.discard(0)
        alone = len(fresh) + marks.count(0) == len(marks) and fresh.isdisjoint(self._marks)
        if alone or len(self._marks) > _MOST_MARKS:
            self._marks |= fresh if alone else set()
            return words
        self.notes["repeated"] = None
        keep = [not mark or (mark not in self._marks and not self._marks.add(mark)) for mark in marks]
        for place, column in enumerate(columns[:MARK]):
            columns[place] = array(COLUMNS[place], compress(column, keep))
        return b"".join(line + b"\n" for line in compress(words.split(b"\n"), keep))

    def close(self) -> None:
        """Put everything in order."""
        self._parts.sort(key=lambda part: -part[0])
        while self._parts:  # each is let go as soon as it was copied
            _, columns, words = self._parts.pop()
            for whole, piece in zip(self.columns, columns, strict=True):
                whole.extend(piece)
            self.words += words

    def __len__(self) -> int:
        """How many rows about SMS there are, once closed."""
        return len(self.columns[TIME])


def _pairs(stretch: Stretch) -> list[tuple[Signature, bytes]]:
    # Where more signatures were met than are told apart, the last one stands for several.
    return list(zip(stretch.signatures, stretch.examples, strict=False))


class LineIndex:
    """Finds which line of a long text a place is in."""

    def __init__(self, text: bytes | bytearray) -> None:
        self.text = text
        self._ends = array("Q")
        end = text.find(b"\n")
        while end >= 0:
            self._ends.append(end)
            end = text.find(b"\n", end + 1)

    def line(self, place: int) -> int:
        """Return the number of the line."""
        return bisect_right(self._ends, place - 1)

    def bounds(self, line: int) -> tuple[int, int]:
        """Return where a line begins and ends."""
        return (self._ends[line - 1] + 1 if line else 0), self._ends[line]
