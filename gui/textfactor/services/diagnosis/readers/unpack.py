"""Makes text of bytes: gzip and zip are opened within limits, and any encoding becomes something readable."""

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from textfactor.services.diagnosis.encodings import wide_encoding

LARGEST: Final = 3_000_000
"""So many characters are read of one input; larger ones are an export, for `services.diagnosis.bulk`."""

_UNPACKED_MOST: Final = 12_000_000
_RATIO_MOST: Final = 250
"""So many times larger than packed an export may be: log rows shrink to about a thirtieth, zeros to a thousandth."""

_FREE: Final = 1_000_000
"""Up to this size the ratio does not matter."""

_MEMBERS_MOST: Final = 50
_READABLE: Final = (".json", ".ndjson", ".jsonl", ".csv", ".txt", ".log", ".xml", ".js")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_WESTERN: Final = frozenset("äöüÄÖÜßáàâéèêíóòôúñçåæøÅÆØÉ€§°„“”‘’«»–—…")
"""Letters and signs that are common in Western languages; noise soon has another one."""

_SURROGATES = re.compile("[\ud800-\udfff]")
_BROKEN: Final = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,  # a way of packing that the library does not know
    RuntimeError,  # a password is wanted
    KeyError,
    OverflowError,
)


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The text of an input, how many bytes came, and remarks by id. `packed`: it was a gzip or zip file."""

    text: str
    bytes: int
    notes: tuple[str, ...] = ()
    packed: bool = False


class _BombError(Exception):
    """A packed file grows beyond measure."""


def unpack(given: str | bytes) -> Unpacked:
    """Return the text of what was given, whatever it was packed in."""
    if isinstance(given, str):
        text, notes = _cut(_SURROGATES.sub("\N{REPLACEMENT CHARACTER}", given))
        return Unpacked(text, len(given.encode(errors="replace")), notes)
    if given[:2] == b"\x1f\x8b":
        return _packed(given, _gunzip)
    if given[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return _packed(given, _unzip)
    return _decoded(given, len(given))


def _packed(given: bytes, opener: Callable[[bytes], tuple[bytes, tuple[str, ...]]]) -> Unpacked:
    try:
        content, notes = opener(given)
    except _BombError:
        return Unpacked("", len(given), ("bomb_refused",), packed=True)
    except _BROKEN:
        return Unpacked("", len(given), ("archive_broken",), packed=True)
    found = _decoded(content, len(given))
    return Unpacked(found.text, found.bytes, (*notes, *found.notes), packed=True)


def _gunzip(given: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Open a gzip file (several in a row as well); what was cut off is read as far as it goes."""
    made = bytearray()
    rest, notes = given, list[str]()
    while rest[:2] == b"\x1f\x8b":
        opened = zlib.decompressobj(zlib.MAX_WBITS | 16)
        made += opened.decompress(rest, _UNPACKED_MOST + 1 - len(made))
        _measure(len(made), len(given))
        if not opened.eof:
            notes.append("too_long" if opened.unconsumed_tail else "cut_off")
            break
        rest = opened.unused_data
    return bytes(made), tuple(notes)


def _unzip(given: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Open a zip file: the members that hold text, one after the other."""
    made: list[bytes] = []
    total, notes = 0, list[str]()
    with zipfile.ZipFile(io.BytesIO(given)) as archive:
        members = [one for one in archive.infolist() if one.filename.lower().endswith(_READABLE)]
        if len(members) > _MEMBERS_MOST:
            notes.append("too_long")
        for member in members[:_MEMBERS_MOST]:
            with archive.open(member) as stream:
                content = stream.read(_UNPACKED_MOST + 1 - total)
            total += len(content)
            _measure(total, len(given))
            made.append(content)
    if not members:
        notes.append("archive_empty")
    return b"\n".join(made), tuple(notes)


def _measure(size: int, packed: int) -> None:
    """Raise _BombError for what grows beyond measure."""
    if size > _UNPACKED_MOST or (size > _FREE and size > _RATIO_MOST * packed):
        raise _BombError


def _decoded(content: bytes, size: int) -> Unpacked:
    """Return bytes as text: UTF-8, UTF-16 or UTF-32; what is none of them is marked."""
    wide = wide_encoding(content)
    text = content.decode(wide or "utf-8", errors="replace").removeprefix("\ufeff")
    notes: list[str] = []
    if "\N{REPLACEMENT CHARACTER}" in text and b"\xef\xbf\xbd" not in content:
        windows = "" if wide else _windows(content, text)
        notes.append("windows_text" if windows else "not_utf8")
        text = windows or text
    text, more = _cut(_SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text))
    return Unpacked(text, size, (*notes, *more))


def _windows(content: bytes, text: str) -> str:
    """Return bytes read as Windows-1252, empty unless they look like a text of that kind.

    Spreadsheets and editors on Windows still write it. A text that has good UTF-8 in it, or control characters, is
    none: then a piece is merely damaged or cut off.
    """
    if _CONTROLS.search(content):
        return ""
    if any(letter > "\x7f" and letter != "\N{REPLACEMENT CHARACTER}" for letter in text):
        return ""
    read = content.decode("cp1252", errors="replace")
    return read if all(letter <= "\x7f" or letter in _WESTERN for letter in read) else ""


def _cut(text: str) -> tuple[str, tuple[str, ...]]:
    if len(text) <= LARGEST:
        return text, ()
    return text[:LARGEST], ("too_long",)
