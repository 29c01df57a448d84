"""Cuts a stream of bytes into whole lines; one process of several can take its own part of a file."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

from textfactor.services.diagnosis.bulk.lines import LONGEST, LineScanner

if TYPE_CHECKING:
    from textfactor.services.diagnosis.bulk.columns import Collector

MARK: Final = b"\xef\xbb\xbf"
"""The byte order mark that some programs put in front of UTF-8."""
_NO_END: Final = 1 << 62


class LineReader:
    """Takes the lines that begin in `[begin, end)` of a file, whichever way its bytes are handed over.

    With `begin` above 0 the first byte handed over must be that before it: it tells whether a line begins there.
    """

    def __init__(
        self, into: Collector, begin: int = 0, end: int = _NO_END, *, everything: bool = False
    ) -> None:
        self.into = into
        self._scanner = LineScanner(everything=everything)
        self._offset = max(0, begin - 1)
        """Where the rest begins, or (without one) the next bytes do."""
        self._end = end
        self._rest = b""
        self._skipping = begin > 0
        self._first = begin == 0
        self.finished = False

    def push(self, chunk: bytes) -> None:
        """Take the next bytes; `finished` is set once a line begins at the end or behind it."""
        chunk = self._last_of_ours(self._unmarked(chunk))
        if self._skipping:
            chunk = self._skip(chunk)
        lines = BytesIO(chunk).readlines()
        if not lines:
            return
        reach = self._offset + len(self._rest) + len(chunk)
        if self._rest:
            lines[0] = self._rest + lines[0]
        self._rest = b"" if lines[-1].endswith(b"\n") else lines.pop()
        if lines:
            self._scanner.feed(lines, self._offset, self.into)
            self._offset = reach - len(self._rest)
        if len(self._rest) > LONGEST:
            self._lose()

    def finish(self) -> None:
        """Take the last line, which may have no end."""
        if self._rest:
            self._scanner.feed([self._rest], self._offset, self.into)
            self._rest = b""

    def _unmarked(self, chunk: bytes) -> bytes:
        if self._first and chunk.startswith(MARK):
            self._offset += len(MARK)
            chunk = chunk[len(MARK) :]
        self._first = False
        return chunk

    def _last_of_ours(self, chunk: bytes) -> bytes:
        """Cut off the lines that begin at the end or behind it."""
        begin = self._offset + len(self._rest)
        if begin + len(chunk) < self._end:
            return chunk
        # The line with the last byte before the end is ours, and the next one is not.
        cut = chunk.find(b"\n", max(0, self._end - 1 - begin)) + 1
        self.finished = cut > 0
        return chunk[:cut] if cut else chunk

    def _skip(self, chunk: bytes) -> bytes:
        """Drop what belongs to a line that began earlier."""
        cut = chunk.find(b"\n") + 1
        self._skipping = cut == 0
        self._offset += cut or len(chunk)
        return chunk[cut:] if cut else b""

    def _lose(self) -> None:
        self.into.rows += 1
        self.into.too_long += 1
        self._offset += len(self._rest)
        self._rest, self._skipping = b"", True
