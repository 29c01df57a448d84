"""Takes off what a text was wrapped in on its way: base64, HTML, percent signs, a text inside of a text.

What is read is also what is shown, so that every piece of evidence has its place in it.
"""

import base64
import binascii
import html
import json
import re
from collections.abc import Callable
from typing import Final
from urllib.parse import unquote

from textfactor.services.diagnosis.readers.unpack import unpack

_DEEPEST: Final = 4
_HEAD: Final = 2000
_SHORTEST: Final = 32
_BASE64 = re.compile(r"(?:data:[\w/;+.=-]{0,80},)?([A-Za-z0-9+/_-]+={0,2})")
_BREAKS = re.compile(r"[\r\n]+")
_DOCUMENT: Final = (b"{", b"[", b'"', b"\x1f\x8b")
"""What base64 must hold to be taken for it: a document, or one in gzip. Any long word could be base64 of something."""

_ESCAPED = re.compile(r'[{,\[]\s{0,9}\\+"')
_ENTITY = re.compile(r"&(?:quot|#34|#[xX]22);")
_KEY_IN_TAGS = re.compile(r'"[\w.-]{1,60}"\s{0,9}</[a-z]{1,10}>\s{0,9}(?:<[^<>]{0,200}>\s{0,9})?:')
_LINE_TAG = re.compile(r"<(?:br\s{0,9}/?|/(?:p|div|li|tr))>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")


def unwrapped(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text inside, and remarks by id on what was taken off."""
    notes: dict[str, None] = {}
    for _ in range(_DEEPEST):
        taken = next(((note, inner) for note, take in _WRAPS if (inner := take(text)) is not None), None)
        if taken is None:
            break
        notes[taken[0]] = None
        text = taken[1]
    return text, tuple(notes)


def from_base64(text: str) -> str | None:
    """Return the document that a text in base64 holds, opened if it is gzip; None for any other text."""
    if len(text) < _SHORTEST or not _BASE64.match(text[:_SHORTEST]):
        return None
    found = _BASE64.fullmatch(_BREAKS.sub("", text.strip()))
    if found is None:
        return None
    letters = found[1].rstrip("=").translate(str.maketrans("-_", "+/"))
    try:
        content = base64.b64decode(letters + "=" * (-len(letters) % 4), validate=True)
    except binascii.Error:
        return None
    if not content.lstrip().startswith(_DOCUMENT):
        return None
    inner = unpack(content)
    return None if "not_utf8" in inner.notes else inner.text


def _from_escapes(text: str) -> str | None:
    """Return what stands in a JSON text, with its quotes or without them."""
    head = text[:_HEAD]
    if '{"' in head or not _ESCAPED.search(head):
        return None
    bare = text.strip()
    quoted = bare if len(bare) > 1 and bare[0] == bare[-1] == '"' else f'"{bare}"'
    try:
        inner = json.loads(quoted, strict=False)
    except ValueError:
        inner = text.replace('\\"', '"')
    return inner if isinstance(inner, str) and inner != text else None


def _from_html(text: str) -> str | None:
    """Return what a page shows, where a document was copied with the page's own marks."""
    head = text[:_HEAD]
    if not ((_ENTITY.search(head) and '":' not in head) or _KEY_IN_TAGS.search(head)):
        return None
    inner = html.unescape(_TAG.sub("", _LINE_TAG.sub("\n", text)))
    return inner if inner != text else None


def _from_percents(text: str) -> str | None:
    """Return a document that was written for an address."""
    head = text[:_HEAD]
    if '"' in head or "%22" not in head or "%7b" not in head.lower():
        return None
    return unquote(text, errors="replace")


_WRAPS: Final[tuple[tuple[str, Callable[[str], str | None]], ...]] = (
    ("decoded", from_base64),
    ("unescaped", _from_escapes),
    ("from_html", _from_html),
    ("decoded", _from_percents),
)
