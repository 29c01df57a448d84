"""Vonage's Reports as values: one record for each part."""

import msgspec
from requests import Response

from textfactor.adapters.answers import Json
from textfactor.adapters.redaction import redact
from textfactor.adapters.vonage_client import unexpected_answer
from textfactor.domain.problems import ProblemError
from textfactor.domain.sent_tests import Fate

Figure = str | int | float | None


class _Record(msgspec.Struct):
    message_id: str | None = None
    status: str | None = None
    error_code: Figure = None
    error_code_description: str | None = None
    date_received: str | None = None
    date_finalized: str | None = None
    latency: Figure = None
    network: Figure = None
    total_price: Figure = None


class _Answer(msgspec.Struct):
    records: list[_Record] | None = None


def read_fates(body: Json, ids: tuple[str, ...], response: Response | None) -> tuple[Fate, ...]:
    """Read the records in the order of the ids; an id without a record has an empty status.

    Raises NOT_THE_SERVICE for an answer of another shape.
    """
    try:
        answer = msgspec.convert(body, _Answer, strict=False)
    except msgspec.ValidationError:
        raise ProblemError(unexpected_answer(response)) from None
    found = {record.message_id: record for record in answer.records or []}
    return tuple(_fate(one, found.get(one, _Record())) for one in ids)


def _fate(message_id: str, record: _Record) -> Fate:
    return Fate(
        message_id,
        record.status or "",
        _text(record.error_code),
        redact(record.error_code_description or ""),
        record.date_received or "",
        record.date_finalized or "",
        _text(record.latency),
        _text(record.network),
        _text(record.total_price),
    )


def _text(figure: Figure) -> str:
    return "" if figure is None else str(figure)
