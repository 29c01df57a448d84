"""Makes trees of what is no JSON: query strings, Vonage's XML answers, printed objects, tables in CSV."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final
from urllib.parse import unquote_plus

from textfactor.services.diagnosis.readers.tree import Budget, Node, NodeKind

_QUERY = re.compile(
    r"[\w.-]{1,40}+=[^&\s\"'<>]{0,4000}+(?:&(?:amp;)?[\w.-]{1,40}+=[^&\s\"'<>]{0,4000}+){2,60}+"
)
_PAIR = re.compile(r"(?:^|&)(?:amp;)?([\w.-]{1,40}+)=([^&\s]*+)")
_QUERY_KEYS: Final = frozenset(
    {"messageId", "message-id", "err-code", "msisdn", "error_code", "error", "scts", "status"}
)

_QUERY_KEY = re.compile("|".join(sorted(_QUERY_KEYS)))

MOST_QUERIES: Final = 20_000
"""So many receipts are read of one text."""
_XML_PART = re.compile(r"<message[ >]")
_XML_LEAF = re.compile(r"<([A-Za-z][\w-]{0,40}+)>([^<>]{0,2000}+)</")

_PRINTED = re.compile(r"\bMessageResponse\([^()]{0,2000}+\)")
_PRINTED_FIELD = re.compile(r"\b(\w{1,40}+)='([^'\n]{0,500}+)'")

_COLUMNS: Final = frozenset({
    "type", "date", "description", "log_id", "_id", "user_id", "user_name", "client_id", "client_name", "ip",
    "details", "connection", "message_id", "status", "error_code", "error_code_description", "date_received",
    "date_finalized", "to", "from", "network", "country", "total_price", "account_id", "direction", "client_ref",
    "latency", "message_body", "message-id", "err-code", "msisdn", "messageid",
})  # fmt: skip
_FEWEST_COLUMNS: Final = 3
_FEWEST_KNOWN: Final = 2
_DELIMITERS: Final = ",;\t|"
_FIELDS: Final = {
    sign: re.compile(rf'"((?:[^"]|"")*+)"|([^{sign}\r\n"][^{sign}\r\n]*+)|') for sign in _DELIMITERS
}
_SEPARATOR = re.compile(r'\s{0,9}"?sep=(.)"?[ \t]{0,9}\r?\n', re.IGNORECASE)
"""What a spreadsheet may write above a table: the sign between its columns."""
MOST_ROWS: Final = 20_000


def find_queries(source: str) -> Iterator[Node]:
    """Yield the fields of each receipt that came as a query or a form."""
    for found in islice(_QUERY.finditer(source), MOST_QUERIES):
        if not _QUERY_KEY.search(found[0]):
            continue
        node, begin = Node(NodeKind.OBJECT, *found.span()), found.start()
        for pair in _PAIR.finditer(found[0]):
            value = unquote_plus(pair[2], errors="replace")
            place = begin + pair.start(2), begin + pair.end(2)
            node.items.append((pair[1], Node(NodeKind.TEXT, *place, value)))
        if len({name for name, _value in node.items} & _QUERY_KEYS) >= _FEWEST_KNOWN:
            yield node


def find_xml(source: str) -> Node | None:
    """Return Vonage's XML answer (`mt-submission-response`) in the shape of its JSON one."""
    begin = source.find("<mt-submission-response")
    if begin < 0:
        return None
    parts: list[tuple[str, Node]] = []
    for start, end in _xml_parts(source, begin):
        part = Node(NodeKind.OBJECT, start, end)
        for leaf in _XML_LEAF.finditer(source, start, end):
            part.items.append((leaf[1], Node(NodeKind.TEXT, *leaf.span(2), leaf[2])))
        parts.append(("", part))
    messages = Node(NodeKind.ARRAY, begin, len(source), items=parts)
    return Node(NodeKind.OBJECT, begin, len(source), items=[("messages", messages)])


def find_printed(source: str) -> Node | None:
    """Return an answer that Vonage's Python SDK printed (`SmsResponse(…)`) in the shape of its JSON one."""
    begin = source.find("MessageResponse(")
    if begin < 0:
        return None
    parts: list[tuple[str, Node]] = []
    for part in islice(_PRINTED.finditer(source, begin), 100):
        fields = [
            (one[1], Node(NodeKind.TEXT, *one.span(2), one[2]))
            for one in _PRINTED_FIELD.finditer(source, *part.span())
        ]
        parts.append(("", Node(NodeKind.OBJECT, *part.span(), items=fields)))
    end = parts[-1][1].end if parts else begin
    messages = Node(NodeKind.ARRAY, begin, end, items=parts)
    return Node(NodeKind.OBJECT, begin, end, items=[("messages", messages)])


def _xml_parts(source: str, begin: int) -> Iterator[tuple[int, int]]:
    """Yield where the parts of an XML answer stand, at most a hundred."""
    at = begin
    for _ in range(100):
        start = _XML_PART.search(source, at)
        at = source.find("</message>", start.end()) if start else -1
        if start is None or at < 0:
            return
        yield start.end(), min(at, start.end() + 4000)


def find_table(source: str, budget: Budget) -> list[Node] | None:
    """Return the rows of a table whose first line names columns that we know; None when it is no such table."""
    lines = _records(source, budget)
    header = next(lines, list[tuple[int, int]]())
    names = [source[start:end].strip().strip('"\ufeff') for start, end in header]
    known = sum(name.lower() in _COLUMNS or name.partition(".")[0] in _COLUMNS for name in names)
    if len(names) < _FEWEST_COLUMNS or known < _FEWEST_KNOWN or any("{" in name for name in names):
        return None
    rows: list[Node] = []
    for cells in lines:
        if len(rows) >= MOST_ROWS or budget.left <= 0:
            break
        row = Node(NodeKind.OBJECT, cells[0][0], cells[-1][1])
        for name, (start, end) in zip(names, cells, strict=False):
            start, end = _bare(source, start, end)
            text = source[start:end].replace('""', '"')
            if text:
                row.items.append((name, Node(NodeKind.TEXT, start, end, text)))
        if row.items:
            rows.append(row)
    return rows


def _records(source: str, budget: Budget) -> Iterator[list[tuple[int, int]]]:
    """Yield the places of the cells, record by record; what the first line has most of stands between them."""
    at, delimiter = _layout(source)
    cells: list[tuple[int, int]] = []
    while at <= len(source) and budget.left > 0:
        found = _FIELDS[delimiter].match(source, at)
        if found is None:
            break
        group = 1 if found[1] is not None else 2
        cells.append(found.span(group) if found[group] is not None else (at, at))
        budget.left -= 1
        at = found.end()
        sign = source[at : at + 1]
        if sign == delimiter:
            at += 1
            continue
        yield cells
        cells = []
        if not sign:
            break
        if sign not in "\r\n":
            at = _line_end(source, at)
        at = _line_begin(source, at)
        if at >= len(source):
            break


def _bare(source: str, start: int, end: int) -> tuple[int, int]:
    """Return a cell's place without the blanks that line columns up."""
    cell = source[start:end]
    start += len(cell) - len(cell.lstrip())
    return start, start + len(cell.strip())


def _layout(source: str) -> tuple[int, str]:
    """Return where a table begins, and the sign that stands between the names of its columns."""
    above = _SEPARATOR.match(source)
    at = above.end() if above else 0
    header = source[at : _line_end(source, at)]
    return at, max(_DELIMITERS, key=header.count)


def _line_end(source: str, at: int) -> int:
    """Return where a line ends."""
    end = source.find("\n", at)
    return len(source) if end < 0 else end


def _line_begin(source: str, at: int) -> int:
    """Return where the next line that is not empty begins."""
    while source[at : at + 1] in ("\r", "\n"):
        at += 1
    return at
