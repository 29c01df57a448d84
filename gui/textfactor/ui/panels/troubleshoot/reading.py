"""Finds what a pasted line means: Vonage's status or own words, the sender's reason, Auth0's error code.

Small on purpose: it knows Vonage's statuses, not the tenant's whole log.
"""

import re
from dataclasses import dataclass

from textfactor.domain.problems import Problem, ProblemKind, Service
from textfactor.domain.sending import SendOutcome, SendResult
from textfactor.ui.messages import tr_text
from textfactor.words.problems import explain
from textfactor.words.problems_sender import explain_reasons
from textfactor.words.sending import STATUSES, explain_send, explain_status, part_line
from textfactor.words.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was found: `evidence` is the very text, `sure` whether it can mean nothing else."""

    told: Sentence
    evidence: str
    sure: bool
    good: bool = False


_STATUS = (
    # What the Textfactor sender and the published one write into the tenant's log.
    (re.compile(r"vonage\s+status\s*[=:]\s*(\d{1,2})\b", re.IGNORECASE), True),
    # A part of Vonage's answer: the status is a string there.
    (re.compile(r'"status"\s*:\s*"(\d{1,2})"'), True),
    (re.compile(r'error[ _-]?code"?\s*[=:]?\s*"?(\d{1,2})\b', re.IGNORECASE), False),
    # As people write it down; a time or a decimal is none, nor is another system's three-digit status.
    (re.compile(r'\bstatus"?\s*[=:]?\s*(\d{1,2})\b(?![.:]\d)', re.IGNORECASE), False),
)
_VONAGES_WORDS = (
    # Observed error texts. Vonage is free to change them, so what they say is possible, never certain.
    (re.compile(r"throughput rate exceeded", re.IGNORECASE), "1"),
    (re.compile(r"missing \w+ param", re.IGNORECASE), "2"),
    (re.compile(r"bad credentials", re.IGNORECASE), "4"),
    (re.compile(r"unroutable message", re.IGNORECASE), "6"),
    (re.compile(r"quota exceeded|partner quota", re.IGNORECASE), "9"),
    (re.compile(r"illegal sender address", re.IGNORECASE), "15"),
    (re.compile(r"non[ -]?white-?listed destination", re.IGNORECASE), "29"),
)
_WORDS = (
    (re.compile(r"legacy_mfa_phone_provider_not_allowed"), ProblemKind.LEGACY_CALL_ON_UNIFIED, Service.AUTH0),
    (re.compile(r"insufficient_scope"), ProblemKind.MISSING_SCOPE, Service.AUTH0),
    (re.compile(r"too_many_requests|\b429\b"), ProblemKind.RATE_LIMITED, Service.AUTH0),
    (re.compile(r"access_denied|invalid_client"), ProblemKind.BAD_CREDENTIALS, Service.AUTH0),
    (re.compile(r"ENOTFOUND|EAI_AGAIN|getaddrinfo"), ProblemKind.NAME_NOT_FOUND, Service.AUTH0),
    (re.compile(r"ETIMEDOUT|ESOCKETTIMEDOUT|timed out", re.IGNORECASE), ProblemKind.TIMED_OUT, Service.AUTH0),
    (re.compile(r"ECONNRESET|socket hang up"), ProblemKind.CONNECTION_LOST, Service.AUTH0),
    (
        re.compile(r"SELF_SIGNED_CERT|UNABLE_TO_VERIFY|CERTIFICATE_VERIFY_FAILED"),
        ProblemKind.TLS_UNTRUSTED,
        Service.AUTH0,
    ),
)
_LONGEST = 200_000
"""Characters that are looked at; more is an export, which this version does not read."""


def recognise(text: str) -> tuple[Recognised, ...]:
    """Return what the text names, surest first, each meaning once."""
    text = text[:_LONGEST]
    found: dict[str, Recognised] = {}
    for pattern, sure in _STATUS:
        for match in pattern.finditer(text):
            status = str(int(match[1]))
            if status in STATUSES and f"status {status}" not in found:
                told = explain_status(status)
                found[f"status {status}"] = Recognised(told, match[0], sure, good=status == "0")
    for pattern, status in _VONAGES_WORDS:
        match = pattern.search(text)
        if match is not None and f"status {status}" not in found:
            found[f"status {status}"] = Recognised(explain_status(status), match[0], sure=False)
    rest = text
    for told, evidence in explain_reasons(text):
        found[told.title.source] = Recognised(told, evidence, sure=True)
        rest = rest.replace(evidence, " ")  # it speaks of Vonage; what follows speaks of Auth0
    for pattern, kind, where in _WORDS:
        match = pattern.search(rest)
        if match is not None and kind not in found:
            found[kind] = Recognised(explain(Problem(kind, where)), match[0], sure=False)
    return tuple(sorted(found.values(), key=lambda one: (one.good, not one.sure)))


def from_test(result: SendResult) -> Recognised:
    """Return what the last test message's outcome means, with Vonage's answer or what was seen as evidence."""
    told = explain_send(result)
    evidence = " · ".join(tr_text(part_line(part)) for part in result.parts)
    if not evidence and told.seen is not None:
        evidence = tr_text(told.seen)
    good = result.outcome is SendOutcome.ACCEPTED
    return Recognised(told, evidence, sure=result.outcome is not SendOutcome.UNKNOWN, good=good)
