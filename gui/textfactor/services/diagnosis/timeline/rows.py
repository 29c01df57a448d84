"""What a row of the log tells about one code's way; rows about something else tell nothing."""

import json
import re
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import Any, Final, cast

from textfactor.domain.archive import RawLog
from textfactor.domain.tenant import LEGACY_TRIGGER, UNIFIED_TRIGGER

PHONE_TYPES: Final = frozenset({"sms", "phone", "voice"})
_REFERENCE = re.compile(r"\bref=([\w.-]{1,60})")
_MESSAGE_ID = re.compile(r"\bid=([\w.-]{4,60})")


class RowSays(Enum):
    """What a type of row says."""

    ASKED = auto()
    NOT_ASKED = auto()
    SENT = auto()
    NOT_SENT = auto()
    ACCEPTED = auto()
    REFUSED = auto()


_SAYS: Final = {
    "gd_start_auth": RowSays.ASKED,
    "gd_start_enroll": RowSays.ASKED,
    "gd_start_enroll_failed": RowSays.NOT_ASKED,
    "gd_send_sms": RowSays.SENT,
    "gd_send_sms_failure": RowSays.NOT_SENT,
    "actions_execution_failed": RowSays.NOT_SENT,
    "fn": RowSays.NOT_SENT,
    "wn": RowSays.NOT_SENT,
    "limit_phone": RowSays.NOT_SENT,
    "gd_auth_succeed": RowSays.ACCEPTED,
    "gd_enrollment_complete": RowSays.ACCEPTED,
    "gd_auth_failed": RowSays.REFUSED,
    "gd_otp_rate_limit_exceed": RowSays.REFUSED,
}
"""Which of the failures the unified path writes is not documented, so all are known (facts/auth0 4.2)."""
TYPES: Final = frozenset(_SAYS)


@dataclass(frozen=True, slots=True)
class RowFacts:
    """A row taken apart. `at` is in seconds since 1970, `to` digits; what is not there is empty."""

    row: RawLog
    says: RowSays
    at: float
    user: str
    to: str
    words: str
    reference: str
    message_ids: tuple[str, ...]
    executions: tuple[str, ...]
    by_phone: bool
    """The row itself says that a phone was the factor."""


def seconds(at: str) -> float | None:
    """Turn a time (ISO 8601) into seconds since 1970, None where it is none."""
    try:
        return datetime.fromisoformat(at).timestamp() if at else None
    except (ValueError, OverflowError):
        return None


def digits(number: str) -> str:
    """Keep a number's digits."""
    return "".join(char for char in number if char in "0123456789")


def facts_of(row: RawLog) -> RowFacts | None:
    """Take a row apart; None where it is not about a code for a phone, or cannot be placed in time."""
    says, at = _SAYS.get(row.type), seconds(row.date)
    if says is None or at is None:
        return None
    fields = _object(_parsed(row.raw))
    details = _object(fields.get("details"))
    kind = _text(_object(details.get("authenticator")).get("type"))
    if (kind and kind not in PHONE_TYPES) or _is_about_something_else(row.type, details):
        return None
    words = row.detail or row.description
    found = _REFERENCE.search(words)
    references = _object(fields.get("references"))
    return RowFacts(
        row=row,
        says=says,
        at=at,
        user=_user(fields, details, row),
        to=digits(_number(details)),
        words=words,
        reference=found[1] if found else _text(references.get("correlation_id")),
        message_ids=tuple(_MESSAGE_ID.findall(words)),
        executions=_executions(details),
        by_phone=bool(kind),
    )


def _parsed(raw: str) -> object:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None


def _object(value: object) -> dict[str, Any]:
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _is_about_something_else(kind: str, details: dict[str, Any]) -> bool:
    """Tell a failure of another Action, and a notification by mail."""
    if kind == "actions_execution_failed":
        trigger = _text(details.get("trigger_id"))
        return bool(trigger) and trigger not in (UNIFIED_TRIGGER, LEGACY_TRIGGER)
    if kind in ("fn", "wn"):
        return bool(details.get("email_type")) or details.get("notification_channel") == "email"
    return False


def _user(fields: dict[str, Any], details: dict[str, Any], row: RawLog) -> str:
    enrolled = _object(details.get("enrollment"))
    named = _text(fields.get("user_id")) or _text(enrolled.get("user_id")) or _text(fields.get("user_name"))
    return named or row.user


def _number(details: dict[str, Any]) -> str:
    places = (
        _object(details.get("authenticator")).get("phone_number"),
        _object(details.get("enrollment")).get("phone_number"),
        details.get("phone_number"),
        details.get("to"),
    )
    return next((one for one in map(_text, places) if one), "")


def _executions(details: dict[str, Any]) -> tuple[str, ...]:
    ran = _object(details.get("actions")).get("executions")
    ids = [details.get("execution_id"), *(cast("list[object]", ran) if isinstance(ran, list) else [])]
    return tuple(dict.fromkeys(one for one in ids if isinstance(one, str) and one))
