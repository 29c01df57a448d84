"""Scans the bytes of an export, or of one part of it, to stretches. Knows nothing of files and processes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from textfactor.services.diagnosis.bulk.columns import Collector, Stretch
from textfactor.services.diagnosis.bulk.cutting import LineReader
from textfactor.services.diagnosis.bulk.objects import ObjectReader
from textfactor.services.diagnosis.bulk.sniff import HEAD, Sniffed, sniff
from textfactor.services.diagnosis.bulk.tables import TableReader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

CHUNK: Final = 1024 * 1024
"""Bytes read at once: few enough to stay in a processor's own memory, which makes searching them quick."""
_STRETCH: Final = 8 * 1024 * 1024
"""A stream is reported in stretches of this many bytes."""
_KEEP: Final = 2 * 1024 * 1024
_MOST_PARTS: Final = 512


class _Reader(Protocol):
    into: Collector

    def push(self, chunk: bytes) -> None: ...

    def finish(self) -> None: ...


def parts(size: int, length: int) -> list[tuple[int, int]]:
    """Divide a file of `size` bytes into parts of about `length`."""
    length = max(length, -(-size // _MOST_PARTS))
    return [(begin, min(begin + length, size)) for begin in range(0, size, length)]


def scan_part(read: Callable[[int], bytes], begin: int, end: int, *, everything: bool) -> Stretch:
    """Scan the lines that begin in `[begin, end)`; `read` gives the bytes from `begin - 1` (or 0) on."""
    into = Collector()
    reader = LineReader(into, begin, end, everything=everything)
    while not reader.finished and (chunk := read(CHUNK)):
        reader.push(chunk)
    reader.finish()
    stretch = into.stretch(begin, end - begin)
    stretch.format = "lines"
    return stretch


def scan_stream(chunks: Iterable[bytes], place: Callable[[], int], start: int = 0) -> Iterator[Stretch]:
    """Scan a text of any kind as it comes; its rows about SMS are kept in the stretches.

    `place` says how many bytes of the file have been read; `start` is the number of the first stretch.
    """
    source = iter(chunks)
    head = b""
    while len(head) < HEAD and (chunk := next(source, b"")):
        head += chunk
    found = sniff(head)
    reader = _reader(found)
    text = 0
    before = place() if start else 0
    for chunk in _then(head[found.skip :], source):
        reader.push(chunk)
        text += len(chunk)
        if text >= _STRETCH or reader.into.size >= _KEEP:
            yield _close(reader, start, place() - before, found)
            start, text, before = start + 1, 0, place()
    reader.finish()
    yield _close(reader, start, place() - before, found)


def _then(head: bytes, source: Iterator[bytes]) -> Iterator[bytes]:
    for begin in range(0, len(head), CHUNK):
        yield head[begin : begin + CHUNK]
    yield from source


def _reader(found: Sniffed) -> _Reader:
    into = Collector(keep=True)
    if found.format == "csv":
        return TableReader(into, delimiter=found.delimiter)
    if found.format == "json":
        return ObjectReader(into, everything=found.everything)
    return LineReader(into, everything=found.everything)


def _close(reader: _Reader, start: int, read: int, found: Sniffed) -> Stretch:
    stretch = reader.into.stretch(start, read)
    stretch.format = found.format or "lines"
    if not found.format:
        stretch.notes = ["not_an_export"]
    reader.into = Collector(keep=True)
    return stretch
