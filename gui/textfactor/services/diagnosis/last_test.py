"""The last test message as something to diagnose: Vonage's answer, or why there was none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from textfactor.domain.diagnosis import Confidence, Diagnosis, Evidence, InputKind, Reading, Report
from textfactor.domain.problems import Problem, ProblemKind
from textfactor.domain.sending import PartResult, SendOutcome, SendResult

if TYPE_CHECKING:
    from textfactor.domain.sent_tests import Fate
    from textfactor.services.diagnosis.knowledge import Knowledge

_CAUSES: Final = {
    ProblemKind.NO_NETWORK: "network.unreachable",
    ProblemKind.NAME_NOT_FOUND: "network.name_not_found",
    ProblemKind.TLS_UNTRUSTED: "network.tls_untrusted",
    ProblemKind.PROXY_FAILED: "network.proxy",
    ProblemKind.TIMED_OUT: "network.no_answer",
    ProblemKind.CONNECTION_LOST: "network.dropped",
    ProblemKind.NOT_THE_SERVICE: "network.not_the_service",
    ProblemKind.SERVICE_FAULT: "service.fault",
    ProblemKind.RATE_LIMITED: "vonage.http.429",
    ProblemKind.BAD_CREDENTIALS: "vonage.http.401",
    ProblemKind.KEYRING_LOCKED: "keyring.locked",
    ProblemKind.KEYRING_CANCELLED: "keyring.cancelled",
    ProblemKind.KEYRING_MISSING: "keyring.missing",
    ProblemKind.KEYRING_FAILED: "keyring.failed",
    ProblemKind.SECRET_MISSING: "keyring.not_stored",
}
_COMPLAINT: Final = "The code never came."
"""A symptom in the words of the knowledge base, for a message that Vonage took."""


def text_of_test(
    result: SendResult, *, arrived: bool | None, country: str = "", fates: tuple[Fate, ...] = ()
) -> str:
    """Write what is known of a test message as it would be pasted: Vonage's answer, its records, that nothing came.

    Empty where Vonage gave no answer. `country` is ISO-2, empty when not known; `fates` are what its records said.
    """
    if not result.parts:
        return ""
    answer = {"message-count": str(len(result.parts)), "messages": [_part(part) for part in result.parts]}
    said = [_COMPLAINT] if arrived is False else []
    if country:
        said.append(f"Country: {country}")
    records = [_record(fate) for fate in fates if fate.status]
    values = (answer, {"records": records}) if records else (answer,)
    written = (json.dumps(value, indent=2, ensure_ascii=False) for value in values)
    return "\n".join((*([" ".join(said)] if said else []), *written))


def _record(fate: Fate) -> dict[str, str]:
    """Write what became of a part as Vonage's Reports do (facts/vonage 4)."""
    return {
        "message_id": fate.message_id,
        "status": fate.status,
        "error_code": fate.error_code or "0",
        "error_code_description": fate.error_text,
        "date_received": fate.received,
        "date_finalized": fate.finalized,
    }


def _part(part: PartResult) -> dict[str, str]:
    fields = {
        "status": part.status,
        "message-id": part.message_id,
        "error-text": part.error_text,
        "message-price": part.price,
        "network": part.network,
    }
    return {name: value for name, value in fields.items() if value}


def report_of_test(result: SendResult, knowledge: Knowledge) -> Report:
    """Make the report of a test message that got no answer: the fault on the way, and whether it may have gone out."""
    causes: list[tuple[str, Confidence]] = []
    problem = result.problem
    if problem is not None and problem.kind in _CAUSES:
        causes.append((_CAUSES[problem.kind], Confidence.CERTAIN))
    if result.outcome is SendOutcome.UNKNOWN:
        causes.append(("sender.outcome_unknown", Confidence.CERTAIN))
    seen = _seen(problem) if problem is not None else ()
    found = tuple(
        Diagnosis(cause, sure, knowledge.article(cause).severity, seen if number == 0 else ())
        for number, (cause, sure) in enumerate(causes)
    )
    source = seen[0].text if seen else ""
    return Report(Reading(InputKind.VONAGE_ANSWER, 0, 0, source, ()), found, () if found else ("not_enough",))


def _seen(problem: Problem) -> tuple[Evidence, ...]:
    text = problem.detail or (f"HTTP {problem.status}" if problem.status else "")
    return (Evidence("", text, 0, len(text)),) if text else ()
