"""Opens what exports come in: plain, gzip, zip, UTF-16 and UTF-32. What would swell without end is refused."""

from __future__ import annotations

import codecs
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, Final

from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.services.diagnosis.bulk.scanning import CHUNK
from textfactor.services.diagnosis.bulk.sniff import GZIP, ZIP
from textfactor.services.diagnosis.encodings import wide_encoding

MOST_BYTES: Final = 32 * 1024**3
"""What a packed file may hold, unpacked: some fifty million rows."""
MOST_RATIO: Final = 200
"""How many times larger than packed it may be. Logs reach 10 to 60."""
_FREE: Final = 64 * 1024**2
"""So much may come out of anything."""
_MOST_MEMBERS: Final = 1000
_DEEPEST: Final = 2
_GZIP_WINDOW: Final = 31

Chunks = Iterator[bytes]


def refused(detail: str) -> ProblemError:
    """Say that the file cannot be used; the detail is the id of a remark or the operating system's words."""
    return ProblemError(Problem(ProblemKind.FILE_FAILED, Service.LOCAL, detail))


class Opened:
    """A file being unpacked: `texts` gives one iterator of chunks for each text in it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._out = 0
        self.wraps: list[str] = []
        """What it was packed in, outermost first."""
        self.cut = False
        """Whether a packed text ended before its end: a download that broke off."""

    def place(self) -> int:
        """Say how far the file itself was read."""
        return self._file.tell()

    def texts(self) -> Iterator[Chunks]:
        """Unpack; raises FILE_FAILED for what is broken, locked or a bomb."""
        if self._head(self._file).startswith(ZIP):
            self.wraps.append("zip")
            yield from self._members()
            return
        yield self._text(iter(lambda: self._file.read(CHUNK), b""), 0)

    def _head(self, file: BinaryIO) -> bytes:
        head = file.read(4)
        file.seek(0)
        return head

    def _members(self) -> Iterator[Chunks]:
        try:
            archive = zipfile.ZipFile(self._file)
        except (zipfile.BadZipFile, OSError, ValueError):
            raise refused("archive_broken") from None
        with archive:
            members = [member for member in archive.infolist() if not member.is_dir() and member.file_size]
            if len(members) > _MOST_MEMBERS:
                raise refused("archive_broken")
            for member in members:
                if member.filename.startswith("__MACOSX/"):
                    continue
                yield self._text(self._member(archive, member), 0)

    def _member(self, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Chunks:
        if member.flag_bits & 1:
            raise refused("archive_broken")
        try:
            with archive.open(member) as stream:
                yield from self._counted(iter(lambda: stream.read(CHUNK), b""), lambda: member.compress_size)
        except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, EOFError):
            raise refused("archive_broken") from None

    def _text(self, chunks: Chunks, depth: int) -> Chunks:
        """Take off what lies around the text, as its first bytes tell."""
        first = next(chunks, b"")
        chunks = _again(first, chunks)
        if first.startswith(GZIP):
            if depth == _DEEPEST:
                raise refused("bomb_refused")
            self.wraps.append("gzip")
            return self._text(self._counted(self._gunzip(chunks), self.place), depth + 1)
        if first.startswith(ZIP):
            raise refused("archive_nested")
        encoding = wide_encoding(first)
        return _recoded(chunks, encoding) if encoding else chunks

    def _gunzip(self, chunks: Chunks) -> Chunks:
        """Unpack gzip, several members included, never more than a chunk at a time; as far as it goes."""
        unpack, came = zlib.decompressobj(_GZIP_WINDOW), False
        try:
            for chunk in chunks:
                data = chunk
                while data or unpack.unconsumed_tail:
                    if unpack.eof:
                        data = data.lstrip(b"\0")
                        if not data:
                            break
                        unpack = zlib.decompressobj(_GZIP_WINDOW)
                    if out := unpack.decompress(data, CHUNK):
                        came = True
                        yield out
                    data = unpack.unused_data if unpack.eof else unpack.unconsumed_tail
                    if not out and not unpack.eof:
                        break
            yield unpack.flush()
        except zlib.error:
            raise refused("archive_broken") from None
        self.cut = self.cut or not unpack.eof
        if self.cut and not came:
            raise refused("archive_broken")

    def _counted(self, chunks: Chunks, packed: Callable[[], int]) -> Chunks:
        for chunk in chunks:
            self._out += len(chunk)
            if self._out > MOST_BYTES or (self._out > _FREE and self._out > MOST_RATIO * max(1, packed())):
                raise refused("bomb_refused")
            yield chunk


def _again(first: bytes, rest: Chunks) -> Chunks:
    yield first
    yield from rest


def _recoded(chunks: Chunks, encoding: str) -> Chunks:
    """Turn what Windows' shell writes into UTF-8."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    for chunk in chunks:
        yield decoder.decode(chunk).encode("utf-8", "replace")
    yield decoder.decode(b"", final=True).encode("utf-8", "replace")
