"""Makes traces of what comes from elsewhere: reports that were looked up, the practice phone, anything pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textfactor.domain.diagnosis import ClueKind
from textfactor.domain.sending import PartResult
from textfactor.domain.timeline import Delivery, Source, Traces, VonageAnswer
from textfactor.services.diagnosis.timeline.rows import digits

if TYPE_CHECKING:
    from textfactor.domain.diagnosis import Clue, Reading
    from textfactor.domain.login import ReceivedSms
    from textfactor.domain.sent_tests import Fate

Row = dict[ClueKind, list[str]]


def of_fate(fate: Fate) -> Delivery:
    """Make a trace of a report that was looked up."""
    return Delivery(Source.REPORT, fate.status, fate.message_id, code=fate.error_code, at=fate.finalized)


def of_phone(message: ReceivedSms) -> Delivery:
    """Make a trace of a message on the practice phone; its text, which holds the code, is left out."""
    return Delivery(Source.PHONE, "delivered", to=digits(message.to), at=message.at)


def traces_of(reading: Reading) -> Traces:
    """Find answers, receipts and reports in what was pasted; rows of the log are read elsewhere."""
    rows: dict[int, list[Clue]] = {}
    for clue in reading.clues:
        rows.setdefault(clue.row, []).append(clue)
    answers: list[VonageAnswer] = []
    deliveries: list[Delivery] = []
    for clues in rows.values():
        row: Row = {}
        for clue in clues:
            row.setdefault(clue.kind, []).append(clue.value)
        if ClueKind.LOG_TYPE in row:
            continue
        at = clues[0].at
        if ClueKind.RECEIPT_STATUS in row:
            deliveries.append(_delivery(row, at))
        elif ClueKind.VONAGE_STATUS in row:
            answers.append(_answer(row, at))
    return Traces(answers=tuple(answers), deliveries=tuple(deliveries))


def _first(row: Row, kind: ClueKind) -> str:
    return next(iter(row.get(kind, ())), "")


def _delivery(row: Row, at: str) -> Delivery:
    return Delivery(
        Source.RECEIPT,
        _first(row, ClueKind.RECEIPT_STATUS),
        _first(row, ClueKind.MESSAGE_ID),
        _first(row, ClueKind.CLIENT_REF),
        digits(_first(row, ClueKind.NUMBER)),
        _first(row, ClueKind.RECEIPT_CODE),
        at,
    )


def _answer(row: Row, at: str) -> VonageAnswer:
    """Put the parts together again: statuses, ids and errors stand in the order of the parts."""
    ids, errors = iter(row.get(ClueKind.MESSAGE_ID, ())), iter(row.get(ClueKind.VONAGE_ERROR_TEXT, ()))
    parts = tuple(
        PartResult(status, message_id=next(ids, ""))
        if status == "0"
        else PartResult(status, error_text=next(errors, ""))
        for status in row[ClueKind.VONAGE_STATUS]
    )
    to = digits(_first(row, ClueKind.NUMBER))
    return VonageAnswer(at, _first(row, ClueKind.CLIENT_REF), to, parts)
