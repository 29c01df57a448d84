"""What became of a message after Vonage took it, and how long things took."""

import re
from collections.abc import Iterator
from typing import Final

from textfactor.domain.diagnosis import Clue, ClueKind, Confidence
from textfactor.services.diagnosis.operations import SENDER_TRIGGERS
from textfactor.services.diagnosis.rules.facts import (
    CERTAIN,
    LIKELY,
    POSSIBLE,
    Facts,
    Found,
    Row,
)
from textfactor.services.diagnosis.rules.symptoms import told_in

LATE_SECONDS: Final = 30.0
"""A code that takes longer is late: people give up or ask for another one."""

_SLOW_SECONDS: Final = 1.0
"""A run of an Action that takes longer waited for somebody: Vonage answers in a fraction of it."""

_LIMIT_SECONDS: Final = 18.0
"""Near the 20 seconds at which Auth0 ends an Action."""

_NOT_FINAL: Final = frozenset({"accepted", "buffered", "submitted", "unknown"})
_TOLD_APART: Final = ("vonage.receipt.buffered", "vonage.receipt.unknown")
_BAD: Final = frozenset({"failed", "rejected", "expired", "undeliverable"})
_CODE = re.compile(r"\d{4,8}")
_EMPTY_NAME = re.compile(r"verification code for\s*(?:\.|$)")
_US_OR_CANADA = re.compile(r"\+?1[2-9]\d{9}")
_NO_COUNTRY = re.compile(r"\+?0(?!0)")
_COMPLAINTS: Final = ("no_code", "log_says_sent")
_LOST = re.compile(r"\?{2,}|\w\?\w")


def read_receipts(facts: Facts) -> Iterator[Found]:
    """Yield what receipts and report records mean."""
    for row, status in facts.clues(ClueKind.RECEIPT_STATUS):
        code = row.first(ClueKind.RECEIPT_CODE)
        said = status.value.lower()
        if code is not None and code.value.lstrip("0"):
            yield _code(facts, code.value.lstrip("0"), Found("", CERTAIN, (code, status)))
        elif ClueKind.MESSAGES_CODE in row.clues:
            continue
        elif said in _BAD:
            yield Found(_status_cause(facts, said), _sure(facts, status), (status,), general=True)
    for row, code in facts.clues(ClueKind.RECEIPT_CODE):
        if ClueKind.RECEIPT_STATUS not in row.clues and code.value.lstrip("0"):
            sure = LIKELY if code.where or facts.speaks_of_messages else POSSIBLE
            yield _code(facts, code.value.lstrip("0"), Found("", sure, (code,)))


def _sure(facts: Facts, status: Clue) -> Confidence:
    """Return how sure a status is: in running text, that of anything may be called `failed`."""
    if status.where:
        return CERTAIN
    return LIKELY if facts.speaks_of_messages else POSSIBLE


def _code(facts: Facts, code: str, found: Found) -> Found:
    """Return what a receipt's code means. Reports have codes of the Messages API too."""
    for table in ("vonage_receipt", "vonage_messages"):
        entry = facts.entry(table, code)
        if entry is not None and entry.cause:
            return Found(entry.cause, found.confidence, found.clues, (("code", code),))
    cause = f"vonage.receipt.{code}"
    cause = cause if facts.knows(cause) else "vonage.receipt.other"
    return Found(cause, found.confidence, found.clues, (("code", code),))


def _status_cause(facts: Facts, said: str) -> str:
    cause = f"vonage.receipt.{said}"
    return cause if facts.knows(cause) else "vonage.receipt.failed"


def read_undelivered(facts: Facts) -> Iterator[Found]:
    """Yield that a message was accepted and nobody ever heard of it again."""
    open_rows = [
        (row, clue)
        for row, clue in facts.clues(ClueKind.RECEIPT_STATUS)
        if clue.value.lower() in _NOT_FINAL and not row.value(ClueKind.RECEIPT_CODE).strip("0")
    ]
    for _row, clue in open_rows:
        said = f"vonage.receipt.{clue.value.lower()}"
        cause = said if said in _TOLD_APART and clue.where else "vonage.accepted_not_delivered"
        yield Found(cause, LIKELY if clue.where else POSSIBLE, (clue,))


def read_durations(facts: Facts) -> Iterator[Found]:
    """Yield what took too long: a message on its way, an Action's run."""
    for row, clue in facts.clues(ClueKind.SECONDS):
        seconds = float(clue.value)
        blanks = (("seconds", f"{seconds:.0f}"),)
        if ClueKind.RECEIPT_STATUS in row.clues:
            if row.value(ClueKind.RECEIPT_STATUS).lower() == "delivered" and seconds >= LATE_SECONDS:
                yield Found("vonage.late", CERTAIN, (clue,), blanks)
        elif seconds >= _LIMIT_SECONDS:
            yield Found("auth0.action_timed_out", CERTAIN, (clue,), blanks)
        elif seconds >= _SLOW_SECONDS and _ran_a_sender(row):
            yield Found("network.slow", LIKELY, (clue,), blanks)


def _ran_a_sender(row: Row) -> bool:
    return row.value(ClueKind.TEXT) in SENDER_TRIGGERS


def read_message_texts(facts: Facts) -> Iterator[Found]:
    """Yield what is wrong with the text of a message as it went out (reports show it when asked to)."""
    for _row, clue in facts.clues(ClueKind.TEXT):
        if not clue.where.endswith("message_body"):
            continue
        if not _CODE.search(clue.value):
            yield Found("template.no_code", LIKELY, (clue,))
        if _EMPTY_NAME.search(clue.value):
            yield Found("template.legacy_variable", LIKELY, (clue,))
        if _LOST.search(clue.value):
            yield Found("vonage.characters_lost", LIKELY, (clue,))


def read_senders(facts: Facts) -> Iterator[Found]:
    """Yield that the sender of a message that did not arrive may be why: a general word, a number in the US."""
    for row, status in facts.clues(ClueKind.RECEIPT_STATUS):
        if status.value.lower() not in _BAD | _NOT_FINAL:
            continue
        for clue in row.all(ClueKind.TEXT):
            entry = (
                facts.entry("senders", clue.value.upper()) if clue.where.endswith(("to", "from")) else None
            )
            if entry is not None and entry.cause:
                yield Found(entry.cause, LIKELY, (clue, status), (("sender", clue.value),))
        number = row.first(ClueKind.NUMBER)
        if number is not None and _US_OR_CANADA.fullmatch(number.value):
            yield Found("vonage.us_registration", POSSIBLE, (number, status))


def read_number_forms(facts: Facts) -> Iterator[Found]:
    """Yield that a number has no country code: a zero stands where none does."""
    for row, clue in facts.clues(ClueKind.NUMBER):
        failed = any(one.value.endswith("_failure") for one in row.all(ClueKind.LOG_TYPE))
        if failed and _NO_COUNTRY.match(clue.value):
            yield Found("vonage.number_format", LIKELY, (clue,))


def read_complaints(facts: Facts) -> Iterator[Found]:
    """Yield that a message was handed over well, while somebody says that none came."""
    said = [clue for entry, clue in told_in(facts) if entry.code in _COMPLAINTS]
    fine = [clue for _row, clue in facts.clues(ClueKind.LOG_TYPE) if clue.value == "gd_send_sms"]
    fine += [clue for _row, clue in facts.clues(ClueKind.VONAGE_STATUS) if clue.value == "0" and clue.where]
    arrived = [
        clue
        for _row, clue in facts.clues(ClueKind.RECEIPT_STATUS)
        if clue.value.lower() == "delivered" and clue.where
    ]
    if said and arrived:
        yield Found("vonage.delivered", CERTAIN, (arrived[-1], said[0]))
    elif said and fine:
        yield Found("vonage.accepted_not_delivered", LIKELY, (fine[-1], said[0]))


def read_ignored_answers(facts: Facts) -> Iterator[Found]:
    """Yield that Auth0 counts a message as sent while Vonage refused it: the Action did not look.

    Both sides have to be in the input: a row `gd_send_sms`, none that says it failed, and a refusal by Vonage.
    """
    sent = [row for row, clue in facts.clues(ClueKind.LOG_TYPE) if clue.value == "gd_send_sms"]
    failed = any(clue.value == "gd_send_sms_failure" for _row, clue in facts.clues(ClueKind.LOG_TYPE))
    refused = [
        clue
        for row, clue in facts.clues(ClueKind.VONAGE_STATUS)
        if clue.value != "0" and clue.where and not row.is_log
    ]
    if sent and refused and not failed:
        row_type = sent[-1].clues[ClueKind.LOG_TYPE][0]
        yield Found("auth0.action_ignores_answer", LIKELY, (row_type, refused[0]))


def read_fine(facts: Facts) -> Iterator[Found]:
    """Yield what went well; it counts where nothing else was found."""
    for row in facts.rows:
        statuses = [clue for clue in row.all(ClueKind.VONAGE_STATUS) if clue.where]
        if statuses and all(clue.value == "0" for clue in statuses) and not row.is_log:
            yield Found("fine.accepted", CERTAIN, (statuses[0],), general=True)
        elif not statuses and row.value(ClueKind.MESSAGE_ID) and not row.is_log:
            first = row.clues[ClueKind.MESSAGE_ID][0]
            if first.where.endswith("message_uuid") and len(row.clues) == 1:
                yield Found("fine.accepted", CERTAIN, (first,), general=True)
    for _row, clue in facts.clues(ClueKind.RECEIPT_STATUS):
        if clue.value.lower() == "delivered":
            yield Found("fine.delivered", CERTAIN, (clue,), general=True)
    for _row, clue in facts.clues(ClueKind.LOG_TYPE):
        if clue.value in ("gd_send_sms", "cs"):
            yield Found("fine.sent", CERTAIN, (clue,), general=True)
        elif clue.value in ("gd_auth_succeed", "gd_enrollment_complete"):
            yield Found("fine.code_accepted", CERTAIN, (clue,), general=True)
