"""Remarks beside the diagnoses: nothing wrong here, not about SMS, not enough to tell and what to get next."""

from collections.abc import Iterator
from typing import Final

from textfactor.domain.diagnosis import ClueKind, Confidence, Diagnosis, InputKind, Reading, Severity
from textfactor.services.diagnosis.rules.facts import Facts
from textfactor.services.diagnosis.rules.symptoms import speaks_of_others

NOTHING_WRONG: Final = "nothing_wrong"
NOT_SMS: Final = "not_sms"
NOT_ENOUGH: Final = "not_enough"
_MINOR: Final = frozenset({Severity.FINE, Severity.NOTICE})
_CODE_CAUSES: Final = frozenset({"login.code_expired", "login.code_wrong", "login.two_codes"})
_GENERAL: Final = frozenset(
    {"auth0.send_failed", "auth0.send_warning", "vonage.receipt.failed", "vonage.status.other"}
)
_OF_VONAGE: Final = (InputKind.VONAGE_ANSWER, InputKind.RECEIPT, InputKind.REPORT)
"""Inputs that name no run of an Action."""


def remarks(facts: Facts, diagnoses: tuple[Diagnosis, ...]) -> tuple[str, ...]:
    """Return the ids of the remarks, in the order in which they should be read."""
    return tuple(dict.fromkeys((*_verdict(facts, diagnoses), *_next(facts, diagnoses), *facts.reading.notes)))


def _verdict(facts: Facts, diagnoses: tuple[Diagnosis, ...]) -> Iterator[str]:
    severities, causes = {one.severity for one in diagnoses}, {one.cause for one in diagnoses}
    if facts.reading.kind is InputKind.NOTHING:
        yield "nothing_given"
    elif speaks_of_others(facts) or _is_elsewhere(facts, severities, causes):
        yield NOT_SMS
    elif Severity.FINE in severities and severities <= _MINOR:
        yield NOTHING_WRONG
    elif not diagnoses:
        yield NOTHING_WRONG if _understood(facts.reading) else NOT_ENOUGH
    elif all(one.confidence is Confidence.POSSIBLE for one in diagnoses):
        yield NOT_ENOUGH


def _is_elsewhere(facts: Facts, severities: set[Severity], causes: set[str]) -> bool:
    """Tell whether nothing is wrong but what has nothing to do with messages: mails, other Actions, other rows."""
    if facts.reading.kind is InputKind.OTHER and not causes:
        return True
    if not severities <= {Severity.NOTICE} or next(facts.clues(ClueKind.STATE), None) is not None:
        return False
    types = {clue.value for _row, clue in facts.clues(ClueKind.LOG_TYPE)}
    table = facts.knowledge.tables.get("auth0_log_types", {})
    others = bool(types) and all(kind in table and not table[kind].matters for kind in types)
    return others or "auth0.not_phone" in causes or _has_other_actions(facts)


def _has_other_actions(facts: Facts) -> bool:
    """Tell whether every row is of an Action that failed and sends no messages."""
    return bool(facts.rows) and all(row.other_trigger for row in facts.rows)


def _understood(reading: Reading) -> bool:
    """Tell whether the input was settings or source in which nothing is wrong."""
    if reading.kind is InputKind.SENDER_CODE:
        return True
    return reading.kind is InputKind.SETTINGS and not any(
        clue.kind is ClueKind.STATE for clue in reading.clues
    )


def _unsaid(facts: Facts) -> Iterator[str]:
    """Yield that the row of a refused code does not say why; of several rows which one, counted from 1."""
    if facts.reading.rows <= 1:
        yield "get_more_rows"
        return
    for _row, clue in facts.clues(ClueKind.LOG_TYPE):
        if clue.value == "gd_auth_failed":
            yield f"get_more_rows_of:{clue.row + 1}"
            return


def _next(facts: Facts, diagnoses: tuple[Diagnosis, ...]) -> Iterator[str]:
    """Yield what to get next."""
    causes = {one.cause for one in diagnoses}
    kinds = {clue.value for _row, clue in facts.clues(ClueKind.LOG_TYPE)}
    if causes & {"fine.accepted", "fine.sent", "vonage.accepted_not_delivered"}:
        yield "get_receipt"
    elif causes and causes <= _GENERAL and facts.reading.kind not in _OF_VONAGE:
        yield "get_execution"
    sure = {one.cause for one in diagnoses if one.confidence is not Confidence.POSSIBLE}
    if "gd_auth_failed" in kinds and not sure & _CODE_CAUSES:
        yield from _unsaid(facts)
    if speaks_of_others(facts):
        return
    if facts.reading.kind is InputKind.WORDS and not any(
        one.confidence is Confidence.CERTAIN for one in diagnoses
    ):
        yield "get_log_row"
        if not sure:
            yield "ask_me"
    elif not diagnoses and facts.reading.kind is InputKind.EXECUTION:
        yield "get_receipt"
    elif not diagnoses and facts.reading.kind in (InputKind.STACK_TRACE, InputKind.API_ERROR):
        yield "get_answer"
