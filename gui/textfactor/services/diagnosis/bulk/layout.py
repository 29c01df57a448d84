"""Where the lines of an export have their type, for exports that have it at the same place in every line.

`{"date":"2026-11-22T08:15:00.000Z","type":"s",…` is how Auth0 writes a row, and its log streams put a wrapper of fixed
length around it. The heads of a chunk's lines are laid side by side, so that every byte of them is one column; that
the lines really are laid out like this is then checked column by column, a few nanoseconds a line. No head may hold a
quote or a backslash beyond those of the layout: nothing else can stand where the type should.
"""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from textfactor.services.diagnosis.bulk.changed import is_other_call
from textfactor.services.diagnosis.bulk.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

_TAG: Final = 3
"""Bytes of the type that are looked at; they tell most other types apart."""
_TAGS: Final = frozenset({(name + '"')[:_TAG].encode() for name in KINDS} | {b"\\u0"})
_CALL: Final = b"sap"
"""What the type of a call of the Management API begins with; most of them are about something else."""
_STARTS: Final = tuple(
    bytes(any(tag[place] == value for tag in _TAGS) for value in range(256)) for place in range(_TAG)
)
"""For each byte of the tag a table for `translate`: 1 for what one of the tags has there."""
_KNOWN: Final = re.compile(
    rb'[ \t]*\{(?:"log_id":"(?P<id>[^"\\]*)","data":\{)?"date":"(?P<date>[^"\\]*)","type":"'
)


def learn(line: bytes) -> Layout | None:
    """Look at an export's first line; None when its type stands somewhere else."""
    found = _KNOWN.match(line)
    if found is None:
        return None
    free = {place for name in ("id", "date") if found[name] is not None for place in range(*found.span(name))}
    return Layout(found[0], free)


class Layout:
    """One way of laying out lines: a head with places that are free (time, id) and places that are fixed."""

    def __init__(self, head: bytes, free: set[int]) -> None:
        self._fixed = [(place, head[place : place + 1]) for place in range(len(head)) if place not in free]
        self._quotes = head.count(b'"')
        self._head = len(head)
        self._width = len(head) + _TAG
        self._cut = itemgetter(slice(0, self._width))

    def candidates(self, lines: Sequence[bytes]) -> list[int] | None:
        """Give the indexes of the lines whose type may be one of ours; None when not all lines are laid out so."""
        count, width = len(lines), self._width
        heads = b"".join(map(self._cut, lines))
        if len(heads) != count * width:
            return None
        if not all(heads[place::width] == byte * count for place, byte in self._fixed):
            return None
        tags = [heads[self._head + place :: width] for place in range(_TAG)]
        escaped = heads.count(b"\\") - sum(tag.count(b"\\") for tag in tags)
        quotes = heads.count(b'"') - sum(tag.count(b'"') for tag in tags)
        if escaped or quotes != self._quotes * count:
            return None
        hits = self._hits(heads, tags, count)
        return [at for at in hits if not self._is_call(heads, at) or not is_other_call(lines[at])]

    def _is_call(self, heads: bytes, index: int) -> bool:
        begin = index * self._width + self._head
        return heads[begin : begin + _TAG] == _CALL

    def _hits(self, heads: bytes, tags: list[bytes], count: int) -> list[int]:
        marks = -1
        for tag, table in zip(tags, _STARTS, strict=True):
            marks &= int.from_bytes(tag.translate(table), "big")
        possible = marks.to_bytes(count, "big")
        hits: list[int] = []
        index = possible.find(1)
        while index >= 0:
            begin = index * self._width + self._head
            if heads[begin : begin + _TAG] in _TAGS:
                hits.append(index)
            index = possible.find(1, index + 1)
        return hits
