"""Rows that tell of a change of the settings by which codes are sent: calls of the Management API (`sapi`)."""

from typing import Final

from textfactor.domain.diagnosis import ClueKind
from textfactor.services.diagnosis.operations import operation_of
from textfactor.services.diagnosis.readers.clues import Collector
from textfactor.services.diagnosis.readers.states import text_of
from textfactor.services.diagnosis.readers.tree import Node, NodeKind

_DEEP: Final = 6


def read_change(row: Node, at: str, out: Collector) -> None:
    """Add what a call did to the sending of codes, if the row is that of one."""
    details = row.get("details")
    request = details.get("request") if details is not None else None
    if details is None or request is None or text_of(row.get("type")) != "sapi":
        return
    response = details.get("response")
    answer = response.get("body") if response is not None else None
    body = request.get("body")
    found = operation_of(
        text_of(request.get("method")), text_of(request.get("path")), _value(body), _value(answer)
    )
    if found is None:
        return
    node = _at(request, found.field)
    where = f"{at}.details.request.{found.field}" if at else f"details.request.{found.field}"
    out.put(ClueKind.STATE, found.id, where, (node.start, node.end))


def _at(node: Node, path: str) -> Node:
    """Return the node at a path, the deepest there is of it."""
    for name in path.split("."):
        below = node.get(name)
        if below is None:
            break
        node = below
    return node


def _value(node: Node | None, deep: int = _DEEP) -> object:
    """Return a tree as a JSON value; words (true, 4) stay texts."""
    if node is None or not deep:
        return None
    if node.is_leaf:
        return None if node.text == "null" and node.kind is NodeKind.WORD else node.text
    if node.kind is NodeKind.ARRAY:
        return [_value(value, deep - 1) for _key, value in node.items]
    return {key: _value(value, deep - 1) for key, value in node.items}
