"""Tells from its first bytes what an export is. Loads nothing but the standard library."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Final, cast

from textfactor.services.diagnosis.bulk.kinds import VONAGE_KEYS
from textfactor.services.diagnosis.encodings import wide_encoding

HEAD: Final = 256 * 1024
"""How many bytes are looked at."""
GZIP: Final = b"\x1f\x8b"
ZIP: Final = b"PK\x03\x04"
_MARK: Final = b"\xef\xbb\xbf"
_SMALL: Final = 1024 * 1024
"""What is smaller is read whole, with evidence that points into it."""
_TYPE: Final = re.compile(rb'type\\*"\s*:\s*\\*"(?:s|f|w|ss|gd_\w+|[a-z]{2,7}|[a-z]+_[a-z_]+)\\*"')
_ARRAY: Final = re.compile(rb":\s*\[\s*(?=\{)")
_COLUMNS: Final = re.compile(
    rb"(?i)(?:^|[,;\t|])\"?(?:[\w.@]*\.)?(?:type|log_type|date|_raw|message_id|message-id|log_id|details)\"?(?=[,;\t|\r\n]|\Z)"
)
_LINES: Final = 20
"""Lines that are looked at where the first one tells nothing."""
_DELIMITERS: Final = (",", ";", "\t", "|")
_SEPARATOR: Final = re.compile(rb"(?i)\A\s*\"?sep=.\"?[ \t]*\r?\n")
"""What a spreadsheet may write above a table: the sign between the columns."""


@dataclass(frozen=True, slots=True)
class Sniffed:
    """How to read a text: `lines` (one row a line), `json` (rows anywhere), `csv`; empty for neither.

    `everything` says that each row is about SMS (Vonage's reports), so there is nothing to search for; `skip` is where
    the rows begin.
    """

    format: str
    everything: bool = False
    skip: int = 0
    delimiter: str = ","


def looks_like_export(head: bytes, size: int, name: str = "") -> bool:
    """Say whether this is for `scan_export`: packed files, tables, and rows in such number that counts matter.

    `head` are the first bytes (256 KB do), `size` is that of the file. A few pasted rows are not: reading them whole
    tells more about each.
    """
    if head.startswith((GZIP, ZIP)):
        return True
    head = _narrow(head)
    found = sniff(head)
    if found.format == "csv":
        return bool(_COLUMNS.search(first_line(head[found.skip :])))
    if not found.format or size < _SMALL:
        return name.lower().endswith((".ndjson", ".jsonl")) and found.format == "lines"
    return bool(_TYPE.search(head)) or _has_vonage_keys(head)


def sniff(head: bytes) -> Sniffed:
    """Find out how a text is to be read."""
    head = _narrow(head)
    start = len(_MARK) if head.startswith(_MARK) else 0
    text = head[start:].lstrip()
    everything = not _TYPE.search(head) and _has_vonage_keys(head)
    if text.startswith(b"{"):
        return _from_object(head, everything=everything)
    if text.startswith(b"["):
        line = text[1:].lstrip().split(b"\n", 1)
        # One row a line between the brackets is how most tools write an array.
        whole = len(line) == 2 and isinstance(_value(line[0].strip().rstrip(b",")), dict)
        return Sniffed("lines" if whole else "json", everything)
    above = _SEPARATOR.match(head, start)
    skip = above.end() if above else 0
    line = first_line(head[skip:])
    if _COLUMNS.search(line):
        delimiter = max(_DELIMITERS, key=lambda sign: line.count(sign.encode()))
        return Sniffed("csv", everything, skip, delimiter)
    return Sniffed("lines" if _TYPE.search(head) else "")


def _narrow(head: bytes) -> bytes:
    """Turn UTF-16 and UTF-32 into UTF-8."""
    wide = wide_encoding(head)
    return head.decode(wide, "replace").encode("utf-8", "replace") if wide else head


def first_line(text: bytes) -> bytes:
    """Return the first line that says something."""
    return text.lstrip(_MARK + b" \r\n").split(b"\n", 1)[0].rstrip(b"\r")


def _from_object(head: bytes, *, everything: bool) -> Sniffed:
    """Tell rows one a line from rows over several lines and from rows inside a wrapper."""
    line, *more = head.removeprefix(_MARK).lstrip().split(b"\n", _LINES)
    value = _value(line)
    if value is None and any(each.startswith(b"{") and _value(each) is not None for each in more[:-1]):
        return Sniffed("lines", everything)  # the first line is broken, and others are not
    rows = _rows_inside(value)
    if value is not None and not rows:
        return Sniffed("lines", everything)
    array = _ARRAY.search(head)
    if array is not None and (rows or (value is None and _is_wrapper(head, array.start()))):
        return Sniffed("json", everything, array.end())
    return Sniffed("json", everything)


def _rows_inside(value: object) -> bool:
    """Say whether an object is a list of rows with something around it."""
    if not isinstance(value, dict) or "type" in value:
        return False
    found = cast("dict[str, object]", value)
    inner = [cast("dict[str, object]", item) for item in found.values() if isinstance(item, dict)]
    values = [item for place in (found, *inner) for item in place.values()]
    lists = [cast("list[object]", item) for item in values if isinstance(item, list)]
    return any(isinstance(item, dict) for rows in lists for item in rows[:1])


def _is_wrapper(head: bytes, begin: int) -> bool:
    """Say whether what stands before the first list of objects is no row."""
    before = head[:begin]
    return not re.search(rb'"(?:date|_raw|log_id)"\s*:', before) and not _TYPE.search(before)


def _value(line: bytes) -> object:
    try:
        return json.loads(line.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None


def _has_vonage_keys(head: bytes) -> bool:
    line = first_line(head)
    names = (key.strip(b'"') for key in VONAGE_KEYS)
    return any(key in head for key in VONAGE_KEYS) or any(
        name in re.split(rb'[,;\t"]', line) for name in names
    )
