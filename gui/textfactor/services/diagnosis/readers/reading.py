"""Recognises what was handed over and gathers its clues."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from textfactor.domain.diagnosis import ClueKind, InputKind, Reading
from textfactor.services.diagnosis.readers import shapes_auth0, shapes_vonage
from textfactor.services.diagnosis.readers.clues import Collector
from textfactor.services.diagnosis.readers.code import looks_like_code, read_code
from textfactor.services.diagnosis.readers.documents import find_documents, nested
from textfactor.services.diagnosis.readers.forms import find_printed, find_queries, find_table, find_xml
from textfactor.services.diagnosis.readers.marks import mark_of
from textfactor.services.diagnosis.readers.phrases import error_lines, pieces
from textfactor.services.diagnosis.readers.shapes_changes import read_change
from textfactor.services.diagnosis.readers.shapes_tenant import read_policies, read_settings
from textfactor.services.diagnosis.readers.tree import Node, NodeKind, flat, join
from textfactor.services.diagnosis.readers.unpack import unpack
from textfactor.services.diagnosis.readers.wrapped import unwrapped

_SHAPES: Final[tuple[Callable[[shapes_auth0.Leaves, str, Collector], bool], ...]] = (
    shapes_auth0.read_row,
    shapes_vonage.read_receipt,
    shapes_vonage.read_answer,
    shapes_vonage.read_refusal,
    shapes_auth0.read_execution,
    shapes_auth0.read_api_error,
)
_MAYBE: Final = frozenset({
    "type", "messages", "status", "error", "error_description", "errorCode", "statusCode", "trigger_id", "title",
    "error-code", "err-code", "message_uuid", "error-text", "errorText", "log_id", "message", "message-id",
})  # fmt: skip
"""Members of which each known shape has at least one."""

_TRACE = re.compile(
    r"Traceback \(most recent call last\)|^\s{1,20}at [^\s]{1,200} ?\(?[^\s]{1,300}:\d{1,7}", re.MULTILINE
)
_EXPORT_ROWS: Final = 200
_LOOKED_AT: Final = 200_000
_CODE_FILES: Final = (".js", ".mjs", ".cjs", ".ts")
_EXPORT_FILES: Final = (".csv", ".tsv", ".ndjson", ".jsonl")
_FENCE = re.compile(r"^```[^\n]{0,40}+$", re.MULTILINE)
_WORD = re.compile(r"\w")
_OURS = re.compile(
    r"sms|mfa|otp|2fa|factor|auth0|vonage|nexmo|twilio|guardian|phone|msisdn|message|verif|log_?in|sign_?in"
    r"|tenant|trigger|action|provider|token|scope|receipt|code|grant",
    re.IGNORECASE,
)
"""Structured text without any of these has nothing to do with codes for a login; with one of them it may have."""


def read_input(text: str | bytes, name: str = "") -> Reading:
    """Understand an input, pasted or opened; `name` is that of its file. Never raises for what stands in it."""
    unpacked = unpack(text)
    source, taken_off = unwrapped(unpacked.text)
    notes = [*unpacked.notes, *taken_off]
    out = Collector(source)
    if not _WORD.search(source):
        kind = InputKind.NOTHING
    elif name.lower().endswith(_CODE_FILES) or looks_like_code(source):
        read_code(source, out)
        kind = InputKind.SENDER_CODE
    else:
        kind = _read(source, out)
    if out.kinds and (unpacked.packed or name.lower().endswith(_EXPORT_FILES)):
        kind = InputKind.EXPORT
    for note in out.notes:
        if note not in notes:
            notes.append(note)
    return Reading(kind, out.rows, unpacked.bytes, source, tuple(out.clues), tuple(notes))


def _read(source: str, out: Collector) -> InputKind:
    """Read a text that is no source code."""
    table = find_table(source, out.budget)
    if table:
        _walk(((row, f"[{index}]") for index, row in enumerate(table)), out)
        if out.kinds:
            return InputKind.EXPORT
    found = find_documents(source, out.budget)
    for note in found.notes:
        out.note(note)
    several = len(found.roots) > 1
    roots = [(root, f"[{index}]" if several else "") for index, root in enumerate(found.roots)]
    for root, path in roots:
        if root.kind is NodeKind.ARRAY and "policies" in source[max(0, root.start - 80) : root.start]:
            read_policies(root, path, out)
    _walk(roots, out)
    whole = () if out.kinds else ((0, len(source)),)
    read = _read_forms(source, out)
    _read_gaps(source, _without(whole or found.gaps, read), out)
    bare = bool(roots) and not any(_WORD.search(source, *gap) for gap in found.gaps)
    return _unknown(source) if bare and not out.kinds else _kind(source, out)


def _unknown(source: str) -> InputKind:
    """Say what structured text of no known shape is: it may still tell of a trouble in somebody's words."""
    return InputKind.WORDS if _OURS.search(source, 0, _LOOKED_AT) else InputKind.OTHER


def _walk(roots: Iterable[tuple[Node, str]], out: Collector) -> None:
    """Look for known shapes in trees, from the outside in; what was recognised is not looked into."""
    for root, path in roots:
        pending = [(root, path, 0)]
        while pending and not out.full:
            node, at, level = pending.pop()
            if node.is_leaf:
                inner = nested(node, out.budget) if level < 3 else None
                if inner is not None:
                    pending.append((inner, at, level + 1))
                continue
            if node.kind is NodeKind.OBJECT and _recognise(node, at, out):
                continue
            for index in range(len(node.items) - 1, -1, -1):
                key, value = node.items[index]
                pending.append((value, join(at, key, index if node.kind is NodeKind.ARRAY else None), level))


def _recognise(node: Node, at: str, out: Collector) -> bool:
    """Read an object that has a known shape."""
    names = {name for name, _value in node.items}
    if names & _MAYBE:
        opened = _opened(node, out)
        leaves = flat(opened)
        mark = mark_of(leaves)
        if out.is_known(mark):
            return True
        if any(shape(leaves, at, out) for shape in _SHAPES):
            read_change(opened, at, out)
            out.remember(mark)
            return True
    return read_settings(node, at, out)


def _opened(node: Node, out: Collector) -> Node:
    """Return a row whose `details` were text (exports to tables have it so) with the details read."""
    details = node.get("details")
    inner = nested(details, out.budget) if details is not None and details.is_leaf else None
    if inner is None:
        return node
    items = [(name, inner if name == "details" else value) for name, value in node.items]
    return Node(node.kind, node.start, node.end, items=items)


def _read_forms(source: str, out: Collector) -> list[tuple[int, int]]:
    """Read receipts in query strings and an answer in XML or as printed; return where they stand."""
    read: list[tuple[int, int]] = []
    for query in find_queries(source):
        leaves = flat(query)
        mark = mark_of(leaves)
        known = out.is_known(mark)
        if known or shapes_vonage.read_receipt(leaves, "", out):
            out.remember(mark)
            read.append((query.start, query.end))
    for answer in (find_xml(source), find_printed(source)):
        if answer is not None and shapes_vonage.read_answer(flat(answer), "", out):
            read.append((answer.start, answer.end))
    return sorted(read)


def _without(gaps: Iterable[tuple[int, int]], read: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield what is left of the gaps without the pieces that were read; both are in order."""
    first = 0
    for start, end in gaps:
        while first < len(read) and read[first][1] <= start:
            first += 1
        at, place = start, first
        while place < len(read) and read[place][0] < end:
            yield at, max(at, read[place][0])
            at, place = max(at, read[place][1]), place + 1
        if at < end:
            yield at, end


def _read_gaps(source: str, gaps: Iterable[tuple[int, int]], out: Collector) -> None:
    """Read what stands between documents; where there are documents, only what names a code."""
    known = bool(out.kinds)
    for start, end in gaps:
        words = source[start:end]
        if known and len(_FENCE.sub("", words).strip(" \t\r\n,;")) < 4:
            continue
        if known:
            out.put(ClueKind.TEXT, words, "", (start, end))
        for piece in pieces(words):
            _put(piece.kind, words, (piece.start, piece.end), start, out)
        for piece in error_lines(words):
            _put(piece.kind, words, (piece.start, piece.end), start, out)


def _put(kind: ClueKind, words: str, place: tuple[int, int], start: int, out: Collector) -> None:
    value = words[place[0] : place[1]]
    out.put(kind, value, "", (start + place[0], start + place[1]))


def _kind(source: str, out: Collector) -> InputKind:
    """Say what the whole was."""
    if not out.kinds:
        return InputKind.STACK_TRACE if _TRACE.search(source, 0, 200_000) else InputKind.WORDS
    kind = out.kinds[0]
    if kind is InputKind.LOG_ROW and len(out.kinds) > 1:
        return InputKind.EXPORT if len(out.kinds) > _EXPORT_ROWS else InputKind.LOG_ROWS
    return kind
