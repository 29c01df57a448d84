"""Gathers clues: each with its field and its place in the source, and not more than anybody could use."""

import re
from collections.abc import Hashable
from datetime import UTC, datetime
from typing import Final

from textfactor.domain.diagnosis import Clue, ClueKind, InputKind
from textfactor.services.diagnosis.readers.tree import Budget, Node

MOST: Final = 100_000
"""So many clues are kept of one input."""

LONGEST: Final = 4000
"""So many characters of a value are kept."""

_DASHES = re.compile(r"[/ ]")
_SHORTEST_DATE: Final = 10


class Collector:
    """What a reading gathers while it goes through an input."""

    def __init__(self, source: str) -> None:
        """Start with nothing."""
        self.source = source
        self.clues: list[Clue] = []
        self.kinds: list[InputKind] = []
        self.notes: list[str] = []
        self.budget = Budget()
        self._row = -1
        self._at = ""
        self._marks: set[Hashable] = set()

    @property
    def rows(self) -> int:
        """How many rows were begun."""
        return self._row + 1

    @property
    def full(self) -> bool:
        """Whether no more clues are taken."""
        return len(self.clues) >= MOST

    def begin(self, kind: InputKind, at: str = "") -> None:
        """Begin a row of that kind with that time; the clues that follow belong to it."""
        self.kinds.append(kind)
        self._row += 1
        self._at = instant(at)

    def is_known(self, mark: Hashable) -> bool:
        """Tell whether a row with this mark was read already, and say so in a remark: it counts once."""
        known = mark is not None and mark in self._marks
        if known:
            self.note("repeated")
        return known

    def remember(self, mark: Hashable) -> None:
        """Remember the mark of a row that was read."""
        self._marks.add(mark)

    def note(self, note: str) -> None:
        """Add a remark, once."""
        if note not in self.notes:
            self.notes.append(note)

    def add(self, kind: ClueKind, node: Node | None, where: str) -> None:
        """Add what a leaf says, if it says anything."""
        if node is not None and node.is_leaf and node.text and node.text not in ("null", "None", "undefined"):
            self.put(kind, node.text, where, (node.start, node.end))

    def put(self, kind: ClueKind, value: str, where: str, place: tuple[int, int]) -> None:
        """Add a clue with its place."""
        if not self.full:
            value = value if len(value) <= LONGEST else value[:LONGEST]
            self.clues.append(Clue(kind, value, where, *place, self._at, max(self._row, 0)))

    def part(self, kind: ClueKind, span: tuple[int, int], leaf: Node, where: str) -> None:
        """Add a piece of a leaf's text; its place is exact where the text stands in the source as it is."""
        piece = leaf.text[span[0] : span[1]]
        place = (leaf.start + span[0], leaf.start + span[1])
        if self.source[place[0] : place[1]] != piece:
            at = self.source.find(piece, leaf.start, leaf.end)
            place = (at, at + len(piece)) if at >= 0 else (leaf.start, leaf.end)
        self.put(kind, piece, where, place)


def instant(text: str) -> str:
    """Return a time as ISO 8601 in UTC; empty when it is none.

    Knows ISO 8601, Vonage's `2026-11-24 07:25:22` (UTC), and seconds or milliseconds since 1970.
    """
    text = text.strip()
    if len(text) == len("2026-11-24T07:25:22.123Z") and text[10] == "T" and text[-1] == "Z":
        try:
            datetime.fromisoformat(text)
        except ValueError:
            return ""
        return text
    if text.isascii() and text.isdigit() and len(text) in (10, 13):
        return _epoch(int(text) / (1000 if len(text) > _SHORTEST_DATE else 1))
    if not _SHORTEST_DATE <= len(text) <= 40:
        return ""
    try:
        when = datetime.fromisoformat(_nine_decimals(text))
        when = when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    except (ValueError, OverflowError):
        return ""
    return _written(when)


def _nine_decimals(text: str) -> str:
    """Return a time without decimals beyond the sixth, and without a blank before its zone."""
    head, dot, rest = text.partition(".")
    if dot:
        digits = len(rest) - len(rest.lstrip("0123456789"))
        text = f"{head}.{rest[: min(digits, 6)]}{rest[digits:]}"
    if text[10:].count(" ") == 2:
        text = text[:10] + "T" + _DASHES.sub("", text[11:])
    return text


def _epoch(seconds: float) -> str:
    try:
        return _written(datetime.fromtimestamp(seconds, tz=UTC))
    except (ValueError, OverflowError, OSError):
        return ""


def _written(when: datetime) -> str:
    return when.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def seconds_between(first: str, last: str) -> float | None:
    """Return the seconds from one time to another; None when either is none."""
    try:
        return (datetime.fromisoformat(last) - datetime.fromisoformat(first)).total_seconds()
    except (ValueError, TypeError, OverflowError):
        return None
