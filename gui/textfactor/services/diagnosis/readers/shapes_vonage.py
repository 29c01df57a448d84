"""What Vonage answers and reports: answers to a send, delivery receipts, report records, refusals.

The fields are those of Vonage's SMS, Messages, Reports and Account API descriptions; the names of the Node and
Python SDKs (`errorText`, `message_id`) are known beside those of the wire (`error-text`, `message-id`).
"""

import re
from collections.abc import Mapping
from typing import Final

from textfactor.domain.diagnosis import ClueKind, InputKind
from textfactor.services.diagnosis.readers.clues import Collector, instant, seconds_between
from textfactor.services.diagnosis.readers.shapes_auth0 import read_words
from textfactor.services.diagnosis.readers.tree import Node

Leaves = Mapping[str, Node]

_STATUS = re.compile(r"\d{1,3}")
_CODE_OF_TYPE = re.compile(r"(?:#|/)([\w-]{2,60})/?$")
_PART: Final[tuple[tuple[ClueKind, tuple[str, ...]], ...]] = (
    (ClueKind.VONAGE_STATUS, ("status",)),
    (ClueKind.MESSAGE_ID, ("message-id", "messageId", "message_id")),
    (ClueKind.CLIENT_REF, ("client-ref", "clientRef", "client_ref")),
    (ClueKind.NUMBER, ("to",)),
)
_ERROR_TEXTS: Final = ("error-text", "errorText", "error_text")
_PART_MARKS: Final = (
    *_ERROR_TEXTS,
    "message-id",
    "message-price",
    "messageId",
    "messagePrice",
    "message_price",
)
_COUNTS: Final = ("message-count", "messageCount", "message_count")
_PART_FIELDS: Final = frozenset(name for _kind, names in _PART for name in names) | {"network"}

_RECEIPT: Final[tuple[tuple[ClueKind, tuple[str, ...]], ...]] = (
    (ClueKind.RECEIPT_STATUS, ("status",)),
    (ClueKind.RECEIPT_CODE, ("err-code", "error_code", "errorCode", "error-code", "err_code")),
    (ClueKind.MESSAGE_ID, ("messageId", "message-id", "message_id", "message_uuid")),
    (ClueKind.CLIENT_REF, ("client-ref", "client_ref", "clientRef")),
    (ClueKind.COUNTRY, ("country",)),
    (ClueKind.TEXT, ("message_body",)),
)
_REPORT_MARKS: Final = frozenset(
    {"date_received", "date_finalized", "error_code_description", "message_body"}
)
_MILLISECONDS: Final = 1000


def read_answer(leaves: Leaves, at: str, out: Collector) -> bool:
    """Read the answer to a send; return whether it is one. Its parts are one row.

    The Messages API answers with the message's id alone (its description, 202).
    """
    if list(leaves) == ["message_uuid"]:
        out.begin(InputKind.VONAGE_ANSWER)
        out.add(ClueKind.MESSAGE_ID, leaves["message_uuid"], _where(at, "message_uuid"))
        return True
    bases = [f"messages[{index}]." for index in range(100) if f"messages[{index}].status" in leaves]
    if not bases and any(name in leaves for name in _PART_MARKS) and _is_status(leaves.get("status")):
        bases = [""]
    if not bases or not any(_is_status(leaves.get(f"{base}status")) for base in bases):
        return False
    if "err-code" in leaves or "scts" in leaves or not _is_vonage(leaves, bases):
        return False
    out.begin(InputKind.VONAGE_ANSWER)
    for base in bases:
        _read_part(leaves, base, at, out)
    return True


def _is_vonage(leaves: Leaves, bases: list[str]) -> bool:
    """Tell whether messages with a status are those of a send: much else has a list `messages`, chats for one."""
    if bases == [""]:
        return "request_id" not in leaves  # that is an answer of Verify: its numbers mean other things
    if any(name in leaves for name in _COUNTS):
        return True
    named = {path.rpartition("].")[2] for path in leaves if path.startswith("messages[")}
    return any(name in named for name in _PART_MARKS) or named <= _PART_FIELDS


def _read_part(leaves: Leaves, base: str, at: str, out: Collector) -> None:
    for kind, names in _PART:
        for name in names:
            out.add(kind, leaves.get(base + name), _where(at, base + name))
    for name in _ERROR_TEXTS:
        out.add(ClueKind.VONAGE_ERROR_TEXT, leaves.get(base + name), _where(at, base + name))


def _is_status(leaf: Node | None) -> bool:
    return leaf is not None and bool(_STATUS.fullmatch(leaf.text))


def _where(at: str, path: str) -> str:
    return f"{at}.{path}" if at else path


def read_receipt(leaves: Leaves, at: str, out: Collector) -> bool:
    """Read a delivery receipt, a report's record or a status message of the Messages API."""
    if "status" not in leaves:
        return False
    report = any(name in leaves for name in _REPORT_MARKS) or {"message_id", "error_code"} <= leaves.keys()
    receipt = "err-code" in leaves or "scts" in leaves or ("messageId" in leaves and "msisdn" in leaves)
    status_message = "message_uuid" in leaves
    if not (report or receipt or status_message):
        return False
    when = next(
        (leaves[n].text for n in ("message-timestamp", "timestamp", "date_received") if n in leaves), ""
    )
    out.begin(InputKind.REPORT if report else InputKind.RECEIPT, when)
    for kind, names in _RECEIPT:
        for name in names:
            out.add(kind, leaves.get(name), _where(at, name))
    number = "msisdn" if "msisdn" in leaves else "to"
    out.add(ClueKind.NUMBER, leaves.get(number), _where(at, number))
    sender = "to" if "msisdn" in leaves else "from"  # a receipt goes back to the sender of the message
    out.add(ClueKind.TEXT, leaves.get(sender), _where(at, sender))
    out.add(ClueKind.ERROR_TEXT, leaves.get("error_code_description"), _where(at, "error_code_description"))
    _read_error(leaves, at, out)
    _read_delay(leaves, at, out)
    return True


def _read_error(leaves: Leaves, at: str, out: Collector) -> None:
    """Read the `error` of a status message: its title is the code, its type ends in it."""
    kind = leaves.get("error.type")
    code = _CODE_OF_TYPE.search(kind.text[-200:]) if kind else None
    if code is not None and kind is not None:
        out.put(ClueKind.MESSAGES_CODE, code[1], _where(at, "error.type"), (kind.start, kind.end))
    elif "error.title" in leaves:
        out.add(ClueKind.MESSAGES_CODE, leaves["error.title"], _where(at, "error.title"))
    out.add(ClueKind.ERROR_TEXT, leaves.get("error.detail"), _where(at, "error.detail"))


def _read_delay(leaves: Leaves, at: str, out: Collector) -> None:
    """Read how long a message took: its latency in milliseconds, or from one time to the other."""
    latency = leaves.get("latency")
    if latency is not None and latency.text.isascii() and latency.text.isdigit() and len(latency.text) < 16:
        seconds = int(latency.text) / _MILLISECONDS
        out.put(ClueKind.SECONDS, f"{seconds:.3f}", _where(at, "latency"), (latency.start, latency.end))
        return
    taken, done = leaves.get("date_received"), leaves.get("date_finalized")
    if taken is not None and done is not None:
        between = seconds_between(instant(taken.text), instant(done.text))
        if between is not None:
            where = _where(at, "date_finalized")
            out.put(ClueKind.SECONDS, f"{between:.3f}", where, (done.start, done.end))


def read_refusal(leaves: Leaves, at: str, out: Collector) -> bool:
    """Read a problem document of the newer calls or `error-code` with its label of the older ones."""
    label = leaves.get("error-code-label") or leaves.get("error_title")
    if "error-code" in leaves and label is not None:
        out.begin(InputKind.API_ERROR)
        out.add(ClueKind.HTTP_STATUS, leaves["error-code"], _where(at, "error-code"))
        out.add(ClueKind.VONAGE_ERROR_TEXT, label, _where(at, label_name(leaves)))
        return True
    kind, title = leaves.get("type"), leaves.get("title")
    if kind is None or title is None or not ("detail" in leaves or "instance" in leaves):
        return False
    out.begin(InputKind.API_ERROR)
    code = _CODE_OF_TYPE.search(kind.text[-200:])
    if code is not None:
        out.put(ClueKind.MESSAGES_CODE, code[1], _where(at, "type"), (kind.start, kind.end))
    out.add(ClueKind.HTTP_STATUS, leaves.get("status"), _where(at, "status"))
    for name in ("title", "detail"):
        if name in leaves:
            read_words(leaves[name], _where(at, name), out)
    return True


def label_name(leaves: Leaves) -> str:
    """Return the name of the field with an older refusal's words."""
    return "error-code-label" if "error-code-label" in leaves else "error_title"
