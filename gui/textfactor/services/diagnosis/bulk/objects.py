"""Reads JSON that is not one row a line: arrays on one line, rows spread over several lines, rows inside a wrapper.

Where a row ends is guessed (a `}` before the next row) and proved: the piece must be a complete JSON value. What begins
with `{` is complete at one place only, so a proved guess is right. Where guesses fail, brackets are counted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

from textfactor.services.diagnosis.bulk.lines import ANYWHERE, LONGEST
from textfactor.services.diagnosis.bulk.shapes import parse

if TYPE_CHECKING:
    from textfactor.services.diagnosis.bulk.columns import Collector

_BOUNDARY: Final = re.compile(rb"\}(?=\s*(?:,\s*\{|\]|\{|\Z))")
_TOKEN: Final = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*("?)|[{}]', re.DOTALL)
_NEXT: Final = re.compile(rb'[}\]\n]\s*,?\s*(?=\{\s*")')
_GUESSES: Final = 12
_RAW: Final = msgspec.json.Decoder(msgspec.Raw)
_CUT_OFF: Final = "truncated"
"""What msgspec calls a value that goes on behind the end."""


class ObjectReader:
    """Takes the objects of a stream one after the other."""

    def __init__(self, into: Collector, *, everything: bool = False) -> None:
        self.into = into
        self._everything = everything
        self._rest = b""
        self._lost = False

    def push(self, chunk: bytes) -> None:
        """Take the next bytes."""
        data = self._rest + chunk
        self._rest = data[self._objects(data) :]
        if len(self._rest) > LONGEST:
            self._lose(too_long=True)

    def finish(self) -> None:
        """Take what is left; a row that was cut off is a broken one."""
        if self._rest.strip(b" \t\r\n,]}"):
            self._lose(too_long=False)
        self._rest = b""

    def _lose(self, *, too_long: bool) -> None:
        self.into.rows += 1
        self.into.too_long += too_long
        self.into.broken += not too_long
        self._rest, self._lost = b"", True

    def _objects(self, data: bytes) -> int:
        """Take all whole objects; return how far they reach."""
        begin = 0
        if self._lost:
            found = _NEXT.search(data)
            if found is None:
                return max(0, len(data) - 2)
            begin, self._lost = found.end(), False
        while True:
            start = data.find(b"{", begin)
            if start < 0:
                return len(data)
            end, valid = _end(data, start)
            if end < 0:
                return start
            self._object(data[start:end], valid=valid)
            begin = end

    def _object(self, raw: bytes, *, valid: bool) -> None:
        self.into.rows += 1
        self.into.edge(raw)
        if self._everything or ANYWHERE.search(raw):
            row = parse(raw)
            if row is not None:
                self.into.row(row, 0, raw)
            else:
                self.into.broken += 1
        elif not valid:
            self.into.broken += 1


def _end(data: bytes, start: int) -> tuple[int, bool]:
    """Find the end of the object at `start` (-1: it is not there yet) and say whether it is valid JSON."""
    for guess, found in enumerate(_BOUNDARY.finditer(data, start)):
        if guess == _GUESSES:
            break
        end = found.start() + 1
        try:
            _RAW.decode(data[start:end])
        except msgspec.DecodeError as error:
            if _CUT_OFF not in str(error):
                return _count(data, start), False
        except RecursionError:
            return _count(data, start), False
        else:
            return end, True
    else:
        return -1, False
    return _count(data, start), True


def _count(data: bytes, start: int) -> int:
    """Find the end by counting brackets outside of texts; -1 when it is not there yet."""
    depth = 0
    for found in _TOKEN.finditer(data, start):
        token = found[0]
        if token == b"{":
            depth += 1
        elif token == b"}":
            depth -= 1
            if not depth:
                return found.end()
        elif not found[1]:
            return -1
    return -1
