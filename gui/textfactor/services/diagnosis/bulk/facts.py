"""What the counts need of a row: when, what about, why, and who."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from textfactor.domain.row_kind import RowKind
from textfactor.services.diagnosis.bulk.changed import change_of
from textfactor.services.diagnosis.bulk.kinds import ABOUT_PHONE, kind_of

if TYPE_CHECKING:
    from textfactor.services.diagnosis.bulk.shapes import Code, Details, Failure, Row

NO_TIME: Final = -(2**62)
"""Stands for the time of a row that has none; times are milliseconds since 1970."""
_VARIES: Final = re.compile(
    r"\b(?:ref|id)=[^\s,;]+|\b[\w-]{24,}\b|\+?\d[\d().-]{6,}\d|\b[0-9a-fA-F]{8,}\b|\d{5,}"
)
"""What differs from row to row in an error of the same kind: references, ids, numbers."""
_LONGEST_TEXT: Final = 400
_MIXED: Final = frozenset({"fn", "wn", "actions_execution_failed"})
_REASONED: Final = frozenset({RowKind.FAILED, RowKind.LIMITED})
_SECONDS_LIMIT: Final = 100_000_000_000
"""A time in figures above this is in milliseconds."""


Signature = tuple[str, str, str, str]
"""What rows with the same cause have in common: type, class of the error, its code, its words."""

Facts = tuple[int, Signature, str, str, str, str, str]
"""Time, signature (in this row's own words), user, number, application, sender, words. There are millions: no class."""


def facts_of(row: Row, raw: bytes) -> Facts | None:
    """Pick the facts; None when the row is not about text messages. `raw` is the row as it stood there."""
    name = row.type or ""
    kind = kind_of(name)
    if kind is None:
        return None
    if kind is RowKind.CHANGED:
        return _changed(row, raw)
    code = text = error_class = number = sender = ""
    details = row.details
    if details is not None:
        if name in _MIXED and _is_about_something_else(name, details):
            return None
        number, sender, error_class = _number(details), details.sender or "", details.error_class or ""
        if kind in _REASONED:
            code, text = _error(details)
    if kind in _REASONED:
        text = text or (row.description or "")[:_LONGEST_TEXT]
    user, client = row.user_name or row.user_id or "", row.client_name or row.client_id or ""
    return milliseconds(row.date), (name, error_class, code, text), user, number, client, sender, text


def _changed(row: Row, raw: bytes) -> Facts | None:
    """Pick the facts of a change of settings: what it was stands in place of the error's code."""
    change = change_of(row, raw)
    if change is None:
        return None
    what, who, call = change
    return milliseconds(row.date), (row.type or "", "", what, call), who, "", row.client_name or "", "", call


def _is_about_something_else(row_type: str, details: Details) -> bool:
    """Say whether a notification was a mail, or the Action that failed one of another trigger."""
    if row_type in ("fn", "wn"):
        to = details.to or ""
        return details.notification_channel == "email" or "@" in to or (bool(details.email_type) and not to)
    if row_type == "actions_execution_failed" and details.trigger_id:
        return not any(word in details.trigger_id for word in ABOUT_PHONE)
    return False


def _error(details: Details) -> tuple[str, str]:
    """Take the first error that says something: its code and its words."""
    for failure in (details.failure_details, details.provider_error, details.action_error):
        if failure is not None and (
            failure.message or failure.errorCode is not None or failure.code is not None
        ):
            return _code(failure), (failure.message or "")[:_LONGEST_TEXT]
    for error in (details.error, details.warning):
        if isinstance(error, str):
            return "", error[:_LONGEST_TEXT]
        if error is not None:
            return _code(error), (error.message or "")[:_LONGEST_TEXT]
    return "", ""


def _code(failure: Failure) -> str:
    code: Code = failure.errorCode if failure.errorCode is not None else failure.code
    return "" if code is None else str(code)[:_LONGEST_TEXT]


@lru_cache(4096)
def template(text: str) -> str:
    """Replace what differs from row to row, so that the same error is the same text."""
    return _VARIES.sub("#", text)


def _number(details: Details) -> str:
    for device in (details.enrollment, details.authenticator, details.body):
        if device is not None and device.phone_number:
            return device.phone_number
    to = details.to or ""
    return "" if "@" in to else to


def milliseconds(date: str | float | None) -> int:
    """Read a time: ISO 8601 (UTC where it names no zone), or seconds or milliseconds since 1970; else `NO_TIME`."""
    if isinstance(date, str):
        return _from_text(date)
    if date is None or not 0 < date < 10**15:
        return NO_TIME
    return int(date if date > _SECONDS_LIMIT else date * 1000)


def _from_text(date: str) -> int:
    try:
        at = datetime.fromisoformat(date)
    except ValueError:
        return _odd_time(date)
    if at.tzinfo is None:
        at = at.replace(tzinfo=UTC)
    return round(at.timestamp() * 1000)


def _odd_time(date: str) -> int:
    """Read `2026-11-22 10:00:00.5 UTC` as tables of warehouses have it, and figures."""
    text = date.strip().removesuffix("UTC").strip()
    if text.replace(".", "", 1).isdigit() and len(text) < 20:
        return milliseconds(float(text))
    return _from_text(text) if text != date else NO_TIME


def iso(at: int) -> str:
    """Write a time in milliseconds, empty for none."""
    if at == NO_TIME:
        return ""
    moment = datetime.fromtimestamp(at / 1000, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
