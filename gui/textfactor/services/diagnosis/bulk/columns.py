"""The rows about SMS as columns: small enough for millions of them, and quick to hand from process to process."""

from __future__ import annotations

import re
from array import array
from typing import Final, TypeVar

import msgspec

from textfactor.services.diagnosis.bulk.facts import NO_TIME, Signature, facts_of, milliseconds, template
from textfactor.services.diagnosis.bulk.shapes import Row, parse

_FEWEST_DIGITS: Final = 7
_MOST_DIGITS: Final = 15
_NO_DIGITS: Final = re.compile(r"\D")
_MASKED: Final = re.compile("[xX*•]")
_LONG_EDGE: Final = 1024 * 1024
_MOST_NAMES: Final = 60_000
"""Signatures, applications and senders are counted with two bytes; further ones share the last place."""
COLUMNS: Final = ("Q", "I", "q", "H", "H", "H", "q", "Q", "q")
"""Array codes of the columns: offset, length, time, signature, client, sender, user (hashed), number (0: not known),
and what tells the row from others (hashed, 0: nothing does)."""
_T = TypeVar("_T")


class Stretch(msgspec.Struct, array_like=True, gc=False):
    """What one stretch of an export held. The columns are arrays as bytes, in the row's order.

    `start` orders the stretches, `read` is how many bytes of the file it covers. `kept` holds the rows themselves
    where the file cannot be read a second time at will (compressed, a table): the offsets point into it.
    """

    start: int = 0
    read: int = 0
    rows: int = 0
    broken: int = 0
    too_long: int = 0
    columns: list[bytes] = []
    signatures: list[tuple[str, str, str, str]] = []
    examples: list[bytes] = []
    clients: list[str] = []
    senders: list[str] = []
    words: bytes = b""
    """A line a row, in lower case, for the search."""
    kept: bytes = b""
    format: str = ""
    notes: list[str] = []
    until: int = NO_TIME
    """The latest time at the edges of the stretch, of rows about anything."""


_Column = tuple[int, int, int, int, int, int, int, int, int]


class Collector:
    """Turns rows into a stretch's columns."""

    def __init__(self, *, keep: bool = False) -> None:
        self._keep = bytearray() if keep else None
        self._rows: list[_Column] = []
        self._seen: dict[Signature, int] = {}
        self._signatures: dict[Signature, int] = {}
        self._clients: dict[str, int] = {}
        self._senders: dict[str, int] = {}
        self._examples: list[bytes] = []
        self._words: list[str] = []
        self._edges: list[bytes] = []
        self.rows = self.broken = self.too_long = 0

    def edge(self, raw: bytes) -> None:
        """Take the first and the last row of some, about whatever; only the outermost are looked at, in the end."""
        if len(self._edges) < 2:
            self._edges.append(raw)
        else:
            self._edges[1] = raw

    def line(self, offset: int, line: bytes) -> None:
        """Take a candidate as it stands in the file; what turns out to be about something else is dropped."""
        row = parse(line)
        if row is None:
            self.broken += 1
            return
        self.row(row, offset, line)

    def row(self, row: Row, offset: int, raw: bytes) -> None:
        """Take a decoded row."""
        facts = facts_of(row, raw)
        if facts is None:
            return
        at, key, user, number, client, sender, text = facts
        signature = self._seen.get(key)
        if signature is None:
            signature = self._new(key, raw)
        if self._keep is not None:
            offset = len(self._keep)
            self._keep += raw
        person = hash(user) if user else 0
        phone = digits_of(number) if number else 0
        app, origin = _intern(self._clients, client), _intern(self._senders, sender)
        self._rows.append((offset, len(raw), at, signature, app, origin, person, phone, _mark(row)))
        self._words.append(f"{row.date}\t{key[0]}\t{user}\t{number}\t{client}\t{sender}\t{text}")

    def _new(self, key: Signature, raw: bytes) -> int:
        """Find the place of a signature that was not met before in these very words."""
        index = _intern(self._signatures, (*key[:3], template(key[3])))
        if index == len(self._examples):
            self._examples.append(raw)
        if len(self._seen) >= _MOST_NAMES:
            self._seen.clear()
        self._seen[key] = index
        return index

    @property
    def size(self) -> int:
        """How many bytes of rows are kept."""
        return len(self._keep) if self._keep is not None else 0

    def __len__(self) -> int:
        """How many rows about SMS there are."""
        return len(self._rows)

    def stretch(self, start: int, read: int) -> Stretch:
        """Close the stretch."""
        columns = [
            array(code, column) for code, column in zip(COLUMNS, zip(*self._rows, strict=True), strict=False)
        ]
        words = [line if "\n" not in line else line.replace("\n", " ") for line in self._words]
        return Stretch(
            start=start,
            read=read,
            rows=self.rows,
            broken=self.broken,
            too_long=self.too_long,
            columns=[column.tobytes() for column in columns],
            signatures=list(self._signatures),
            examples=self._examples,
            clients=list(self._clients),
            senders=list(self._senders),
            words="\n".join((*words, "")).lower().encode("utf-8", "replace"),
            kept=bytes(self._keep) if self._keep is not None else b"",
            until=max(map(_time_of, self._edges), default=NO_TIME),
        )


def _mark(row: Row) -> int:
    """Tell a row from all others by its id, type and time; 0 for one without an id."""
    own = row.log_id or row.other_id
    return hash(f"{own}\t{row.type}\t{row.date}") if own else 0


def _time_of(raw: bytes) -> int:
    row = parse(raw) if len(raw) < _LONG_EDGE else None
    return milliseconds(row.date) if row is not None else NO_TIME


def _intern(names: dict[_T, int], name: _T) -> int:
    return names.setdefault(name, min(len(names), _MOST_NAMES))


def digits_of(number: str) -> int:
    """Read a telephone number in international form as one figure; 0 for a masked or a national one."""
    digits = number.removeprefix("+").removeprefix("00")
    if not (digits.isdigit() and digits.isascii()):
        digits = _NO_DIGITS.sub("", digits)
        if _MASKED.search(number) or not digits.isascii():
            return 0
    return int(digits) if _FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS and digits[0] != "0" else 0
