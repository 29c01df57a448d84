"""A row of a log as typed structs, decoded with no more than what the counts need; whatever else a row has is skipped.

Real rows differ from the schema (codes are texts or numbers, a date may be an object, streams wrap rows), so a row
that does not fit is decoded generically and bent into the same shape.
"""

from __future__ import annotations

import json
from typing import Any, Final, cast

import msgspec

Code = str | int | float | None


class Failure(msgspec.Struct, gc=False):
    """`failure_details`, `provider_error` or `action_error`."""

    errorCode: Code = None  # noqa: N815 - the vendor's name
    code: Code = None
    message: str | None = None


class Device(msgspec.Struct, gc=False):
    """`enrollment`, `authenticator`, and the body of a passwordless request: who has the phone number."""

    phone_number: str | None = None


class Details(msgspec.Struct, gc=False):
    """The part of a row that differs by type."""

    failure_details: Failure | None = None
    provider_error: Failure | None = None
    action_error: Failure | None = None
    error_class: str | None = None
    trigger_id: str | None = None
    error: str | Failure | None = None
    warning: str | Failure | None = None
    to: str | None = None
    sender: str | None = msgspec.field(default=None, name="from")
    email_type: str | None = None
    notification_channel: str | None = None
    enrollment: Device | None = None
    authenticator: Device | None = None
    body: Device | None = None


class Row(msgspec.Struct, gc=False):
    """A row, or a log stream's wrapper around one (`data`)."""

    type: str | None = None
    date: str | int | float | None = None
    description: str | None = None
    user_id: str | None = None
    user_name: str | None = None
    client_id: str | None = None
    client_name: str | None = None
    details: Details | None = None
    log_id: str | int | None = None
    other_id: str | int | None = msgspec.field(default=None, name="_id")
    data: Row | None = None


_DECODER: Final = msgspec.json.Decoder(Row)
_ANY: Final = msgspec.json.Decoder()
_WRAPPERS: Final = (
    "data", "detail", "event", "result", "_source", "attributes", "auth0", "logs", "_raw", "message", "json", "content",
)  # fmt: skip
"""Keys under which log streams, EventBridge, Event Grid, Splunk, Elastic and Datadog keep the row."""
_DEEP: Final = 5
_FAILURES: Final = ("failure_details", "provider_error", "action_error")
_DEVICES: Final = ("enrollment", "authenticator", "body")
_TEXTS: Final = ("error_class", "trigger_id", "to", "email_type", "notification_channel")


def parse(line: bytes) -> Row | None:
    """Read one row; None when it is no JSON object. Never raises for what stands in it."""
    try:
        row = _DECODER.decode(line)
    except (msgspec.DecodeError, RecursionError):
        return bend(read_json(line))
    if row.type is None or row.date is None:
        if row.data is not None and row.data.type is not None:
            return row.data
        return bend(read_json(line))
    return row


def read_json(line: bytes) -> object:
    """Read JSON as it comes: with a mark or label in front, with commas or brackets of the array around it."""
    for piece in (line, _between_braces(line)):
        for read in (_ANY.decode, _python_json):
            try:
                return read(piece)
            except (ValueError, RecursionError):  # msgspec's errors are ValueErrors
                continue
    return None


def _python_json(piece: bytes) -> object:
    """Read what msgspec refuses: bytes that are no UTF-8, halves of surrogate pairs, NaN."""
    return json.loads(piece.decode("utf-8", "replace"))


def _between_braces(line: bytes) -> bytes:
    begin, end = line.find(b"{"), line.rfind(b"}")
    return line[begin : end + 1] if 0 <= begin < end else b""


def bend(value: object) -> Row | None:
    """Make a row of a JSON value, None when it is no object; an object that is no row gives one without a type."""
    found = unwrap(value)
    if found is None:
        return None
    details = found.get("details")
    if isinstance(details, str) and details.lstrip().startswith("{"):  # a table's cell
        details = read_json(details.encode())
    inner = as_object(details)
    row = Row(
        type=_text(found.get("type")),
        date=_date(found.get("date")),
        description=_first(found, "description", "message"),
        user_id=_text(found.get("user_id")),
        user_name=_text(found.get("user_name")),
        client_id=_text(found.get("client_id")),
        client_name=_text(found.get("client_name")),
        details=_details(inner) if inner is not None else None,
        log_id=_first(found, "log_id", "_id"),
    )
    return row if row.type is not None else _vonage(found) or row


def as_object(value: object) -> dict[str, Any] | None:
    """Take a JSON object, None for anything else."""
    return cast("dict[str, Any]", value) if isinstance(value, dict) else None


def unwrap(value: object, deep: int = _DEEP) -> dict[str, Any] | None:
    """Find the row inside its wrappers: the outermost object with a type and a date of its own."""
    if isinstance(value, str) and deep < _DEEP and value.lstrip()[:1] == "{":
        value = read_json(value.encode("utf-8", "replace"))
    found = as_object(value)
    if found is None:
        return None
    if (isinstance(found.get("type"), str) and "date" in found) or not deep:
        return found
    for key in _WRAPPERS:
        inner = unwrap(found[key], deep - 1) if key in found else None
        if inner is not None and ("type" in inner or _vonage(inner)):
            return inner
    return found


def _details(found: dict[str, Any]) -> Details:
    details = Details()
    for key in _FAILURES:
        setattr(details, key, _failure(found.get(key)))
    for key in _DEVICES:
        device = as_object(found.get(key))
        setattr(details, key, Device(_text(device.get("phone_number"))) if device is not None else None)
    for key in _TEXTS:
        setattr(details, key, _text(found.get(key)))
    details.sender = _text(found.get("from"))
    for key in ("error", "warning"):
        inner = found.get(key)
        setattr(details, key, _failure(inner) or _text(inner))
    return details


def _failure(value: object) -> Failure | None:
    found = as_object(value)
    if found is None:
        return None
    return Failure(_text(found.get("errorCode")), _text(found.get("code")), _text(found.get("message")))


def _vonage(found: dict[str, Any]) -> Row | None:
    """Read a row of Vonage's reports or receipts as if it was one of Auth0's."""
    message = _first(found, "message_id", "messageId", "message-id", "message_uuid")
    status = _text(found.get("status"))
    if message is None or status is None:
        return None
    code = _first(found, "error_code", "err-code", "errorCode")
    text = _first(found, "error_code_description", "error-text", "error_text")
    details = Details(failure_details=Failure(code, None, text or (f"err-code {code}" if code else "")))
    details.to = _first(found, "to", "msisdn")
    details.sender = _first(found, "from", "sender_id")
    at = _first(found, "date_received", "message-timestamp", "scts", "timestamp", "date_finalized")
    kind, account = f"vonage.{status.lower()}", _first(found, "account_id")
    return Row(kind, at, text, client_name=account, details=details, log_id=f"{message} {code}")


def _first(found: dict[str, Any], *keys: str) -> str | None:
    return next((text for key in keys if (text := _text(found.get(key))) is not None), None)


def _date(value: object) -> str | int | float | None:
    wrapped = as_object(value)  # {"$date": …} of a database's export
    if wrapped is not None:
        value = next(iter(wrapped.values()), None)
    return value if isinstance(value, str | int | float) and not isinstance(value, bool) else None


def _text(value: object) -> str | None:
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
