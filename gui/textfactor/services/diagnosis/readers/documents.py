"""Finds the JSON documents in a text, whatever stands around them."""

import re
from dataclasses import dataclass
from typing import Final

from textfactor.services.diagnosis.readers.tree import Budget, Node, TreeReader
from textfactor.services.diagnosis.readers.wrapped import from_base64

MOST: Final = 50_000
"""So many documents are read of one text."""

_START = re.compile(r"""\{(?=\s*+(?:["']|[A-Za-z_$][\w$.-]*+\s*+:|\}))|\[(?=\s*+(?:[{\["']|\]))""")
_PAIR = re.compile(r'"[\w.$-]{1,80}+"\s*+:')
_SMART = str.maketrans(dict.fromkeys("“”„‟″«»", '"'))
_BASE64: Final = ("eyJ", "ewo", "ewk", "ew0", "eyA", "W3s", "H4s")
"""How base64 begins of a document, or of one in gzip."""

_SMART_KEY = re.compile(r"[“”„‟″«»]\s*+:")


@dataclass(frozen=True, slots=True)
class Found:
    """The documents, what lies between them (start and end), and remarks by id."""

    roots: tuple[Node, ...]
    gaps: tuple[tuple[int, int], ...]
    notes: tuple[str, ...]


def straightened(source: str) -> str:
    """Return the text with the quotes that a word processor bent put straight; no character moves."""
    return source.translate(_SMART) if _SMART_KEY.search(source) else source


def find_documents(source: str, budget: Budget) -> Found:
    """Read every document of a text, a beginning that was cut off included."""
    text = straightened(source)
    notes = ["smart_quotes"] if text is not source and text != source else []
    roots: list[Node] = []
    gaps: list[tuple[int, int]] = []
    at = 0
    while len(roots) < MOST and budget.left > 0:
        start, fragment = _next_start(text, at, first=not roots)
        if start < 0:
            break
        document = TreeReader(text, start, budget, fragment=fragment).read()
        if document is None:
            break
        if start > at:
            gaps.append((at, start))
        at = max(document.end, start + 1)
        roots.append(document.root)
        if (document.cut or fragment) and "cut_off" not in notes:
            notes.append("cut_off")
    if at < len(text):
        gaps.append((at, len(text)))
    if budget.left <= 0:
        notes.append("too_long")
    return Found(tuple(roots), tuple(gaps), tuple(notes))


def _next_start(text: str, at: int, *, first: bool) -> tuple[int, bool]:
    """Return where the next document begins (-1: nowhere), and whether its own beginning is missing."""
    begin = _START.search(text, at)
    if first:
        pair = _PAIR.search(text, at)
        if pair is not None and (begin is None or pair.start() < begin.start()):
            return pair.start(), True
    return (begin.start() if begin else -1), False


def nested(leaf: Node, budget: Budget) -> Node | None:
    """Return the document inside a text, as exports keep one in a column; all of it has the place of the text.

    Queues and log services hand it on in base64.
    """
    text = leaf.text
    if text[:3] in _BASE64:
        text = (from_base64(text) or "").strip()
    if len(text) < 2 or text[0] not in "{[" or text[-1] not in "}]":
        return None
    document = TreeReader(text, 0, budget).read()
    if document is None:
        return None
    pending = [document.root]
    while pending:
        node = pending.pop()
        node.start, node.end = leaf.start, leaf.end
        pending += [value for _key, value in node.items]
    return document.root
