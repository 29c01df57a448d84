"""Finds Vonage's status in a pasted line: in the sender's words, Vonage's answer, Auth0's error code.

Small on purpose: it knows Vonage's statuses, not the tenant's whole log.
"""

import re
from dataclasses import dataclass

from textfactor.domain.problems import Problem, ProblemKind, Service
from textfactor.words.problems import explain
from textfactor.words.sending import STATUSES, explain_status
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
    (re.compile(r'"?error-?code"?\s*[=:]\s*"?(\d{1,2})\b', re.IGNORECASE), False),
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
    for pattern, kind, where in _WORDS:
        match = pattern.search(text)
        if match is not None and kind not in found:
            found[kind] = Recognised(explain(Problem(kind, where)), match[0], sure=False)
    return tuple(sorted(found.values(), key=lambda one: (one.good, not one.sure)))
