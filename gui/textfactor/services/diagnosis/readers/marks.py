"""Tells the same row from another one: people paste a row twice, and a receipt is handed over until it is taken."""

from collections.abc import Hashable, Mapping
from typing import Final

from textfactor.services.diagnosis.readers.tree import Node

_MESSAGE_IDS: Final = ("messageId", "message-id", "message_id", "message_uuid")
_SHAPES: Final = frozenset({"err-code", "scts", "date_received", "date_finalized", "latency", "message_uuid"})
"""What tells a receipt from a report: both may speak of the same message, and each says something more."""
_CODES: Final = ("err-code", "error_code", "errorCode", "error-code")


def mark_of(leaves: Mapping[str, Node]) -> Hashable:
    """Return what two copies of a row have in common and two rows have not.

    A row of the log is known by its id (with type and time), a receipt or a report by the message, its state and its
    code, and anything else by all that stands in it: the order and the blanks do not matter. A refusal by Vonage says
    the same each time and names no message, so that two of them are two: they have no mark (None).
    """
    log_id = _first(leaves, "log_id", "_id")
    if log_id and "type" in leaves:
        return "row", log_id, _first(leaves, "type"), _first(leaves, "date", "date.$date")
    message, status = _first(leaves, *_MESSAGE_IDS), _first(leaves, "status").lower()
    if message and status:
        shape = frozenset(leaves.keys() & _SHAPES)
        return "message", message, status, _first(leaves, *_CODES).lstrip("0"), shape
    if "messages[0].status" in leaves and not any(path.endswith(_MESSAGE_IDS) for path in leaves):
        return None
    return frozenset((path, node.text) for path, node in leaves.items())


def _first(leaves: Mapping[str, Node], *names: str) -> str:
    return next((leaves[name].text for name in names if name in leaves), "")
