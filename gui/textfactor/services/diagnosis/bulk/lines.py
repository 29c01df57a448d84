"""Finds the rows about SMS among the lines of an export without decoding the others.

Two ways lead there. Exports of one tool have their type at the same place of every line; where that holds for a whole
chunk (which is checked, not assumed) the types are cut out by slices. Else the chunk is searched for `"type": "…"`,
wherever it stands and however it is spaced or escaped. Either way a hit is only a candidate: it is decoded, and its
own type decides. A key whose letters are written as escapes is not found; no serializer does that.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from textfactor.services.diagnosis.bulk.kinds import KINDS
from textfactor.services.diagnosis.bulk.layout import Layout, learn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textfactor.services.diagnosis.bulk.columns import Collector

_ALTERNATIVES: Final = "|".join(
    sorted({re.escape(name[:4]) if len(name) > 3 else name + r'\\?"' for name in KINDS})
)
ANYWHERE: Final = re.compile(rf'type\\*"\s*:\s*\\*"(?:{_ALTERNATIVES}|\\u00)'.encode())
LONGEST: Final = 16 * 1024 * 1024
"""A longer line is passed over."""
_EMPTY: Final = frozenset({b"", b"[", b"]", b","})


class LineScanner:
    """Goes through the lines of an export and hands those about SMS to a collector."""

    def __init__(self, *, everything: bool = False) -> None:
        self._everything = everything
        self._layout: Layout | None = None
        self._learned = everything

    def feed(self, lines: list[bytes], offset: int, into: Collector) -> None:
        """Take whole lines, the first of which begins at `offset` of the export."""
        if not self._learned and lines:
            self._learned, self._layout = True, learn(lines[0])
        if lines:
            into.edge(lines[0])
            into.edge(lines[-1])
        hits = self._layout.candidates(lines) if self._layout is not None else None
        if hits is None:
            into.rows += len(lines) - sum(len(line) < 6 and line.strip() in _EMPTY for line in lines)
            hits = range(len(lines)) if self._everything else _search(lines)
        else:
            into.rows += len(lines)
        _take(lines, hits, offset, into)


def _take(lines: list[bytes], hits: Iterable[int], offset: int, into: Collector) -> None:
    before = 0
    for index in hits:
        offset += sum(map(len, lines[before:index]))
        before = index
        line = lines[index]
        if len(line) > LONGEST:
            into.too_long += 1
        elif len(line) > 5 or line.strip() not in _EMPTY:
            into.line(offset, line)


def _search(lines: list[bytes]) -> Iterator[int]:
    """Find the lines that name a type of ours, wherever it stands in them."""
    ends = list(accumulate(map(len, lines)))
    last = -1
    for found in ANYWHERE.finditer(b"".join(lines)):
        index = bisect_right(ends, found.start())
        if index != last:
            last = index
            yield index
