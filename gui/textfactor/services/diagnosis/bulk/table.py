"""The table of an export's rows about SMS: it decodes what is shown, and searches as one types."""

from __future__ import annotations

from array import array
from itertools import islice
from typing import TYPE_CHECKING, Final

from textfactor.domain.bulk import SmsRow
from textfactor.services.diagnosis.bulk.countries import country_of
from textfactor.services.diagnosis.bulk.facts import facts_of, iso
from textfactor.services.diagnosis.bulk.merged import (
    LENGTH,
    NUMBER,
    OFFSET,
    SIGNATURE,
    TIME,
    LineIndex,
    Merged,
)
from textfactor.services.diagnosis.bulk.shapes import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textfactor.services.diagnosis.bulk.source import ExportSource

_REMEMBERED: Final = 8


class BulkRows:
    """Implements `RowTable` on the columns; the rows themselves stay in the file."""

    def __init__(self, merged: Merged, source: ExportSource) -> None:
        self._merged = merged
        self._source = source
        self._index = LineIndex(merged.words)
        self._found: dict[str, array[int]] = {}

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._merged)

    def rows(self, start: int, count: int) -> tuple[SmsRow, ...]:
        """Decode some rows; raises `ProblemError` when the file cannot be read any more."""
        return tuple(self.row(index) for index in range(max(0, start), min(start + count, len(self))))

    def row(self, index: int) -> SmsRow:
        """Decode one row."""
        columns, causes = self._merged.columns, self._merged.causes
        raw = self._source.read(columns[OFFSET][index], columns[LENGTH][index])
        signature = columns[SIGNATURE][index]
        row = parse(raw)
        facts = facts_of(row, raw) if row is not None else None
        _, (row_type, *_), user, number, client, sender, text = facts or (0, ("",), "", "", "", "", "")
        return SmsRow(
            index=index,
            at=iso(columns[TIME][index]),
            type=row_type,
            kind=causes.kinds[signature],
            cause=causes.causes[signature],
            user=user,
            number=number,
            country=country_of(columns[NUMBER][index]),
            client=client,
            sender=sender,
            text=text or (row.description or "" if row is not None else ""),
            raw=raw.decode("utf-8", "replace").strip(),
        )

    def search(self, text: str, limit: int = 10_000) -> tuple[int, ...]:
        """Find the rows with all words of the text; typing on narrows what the shorter text had found."""
        words = text.lower().split()
        if not words:
            return tuple(range(min(limit, len(self))))
        key = " ".join(words)
        found = self._found.get(key)
        if found is None:
            found = array("Q", islice(self._search(words, self._shorter(words)), limit + 1))
            if len(found) > limit:
                return tuple(found[:limit])
            while len(self._found) >= _REMEMBERED:
                del self._found[next(iter(self._found))]
            self._found[key] = found
        return tuple(found[:limit])

    def _shorter(self, words: list[str]) -> array[int] | None:
        """Take the smallest remembered result of which this search must be a part."""
        usable = [
            rows
            for key, rows in self._found.items()
            if all(any(old in word for word in words) for old in key.split(" "))
        ]
        return min(usable, key=len, default=None)

    def _search(self, words: list[str], among: array[int] | None) -> Iterator[int]:
        longest, *others = sorted((word.encode("utf-8", "replace") for word in words), key=len, reverse=True)
        if among is not None and len(among) * 8 < len(self):
            lines: Iterable[int] = among
            others = [longest, *others]
        else:
            lines = self._lines(longest)
        text, bounds = self._index.text, self._index.bounds
        for line in lines:
            begin, end = bounds(line)
            if all(text.find(word, begin, end) >= 0 for word in others):
                yield line

    def _lines(self, word: bytes) -> Iterator[int]:
        """Find the lines with a word, each once."""
        text = self._index.text
        place = text.find(word)
        while place >= 0:
            line = self._index.line(place)
            yield line
            place = text.find(word, self._index.bounds(line)[1])
