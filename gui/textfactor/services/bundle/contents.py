"""What is in a support bundle: only what is named here, each value a word of ours or of a vendor's, or a token."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from textfactor.domain.diagnosis import Diagnosis
from textfactor.domain.findings import Finding
from textfactor.domain.problems import ProblemError
from textfactor.domain.sent_tests import SentTest
from textfactor.domain.tenant import LogRow
from textfactor.services.bundle.machine import Machine
from textfactor.services.bundle.past import describe_run
from textfactor.services.bundle.tenant_facts import describe_tenant
from textfactor.services.bundle.tokens import Tokens, time, word
from textfactor.services.container import Workspace
from textfactor.services.doctor.patient import Examination, Patient

FORMAT: Final = 1
LAST: Final = 20
"""Runs, tests and rows of the log that go in, the newest of each."""
_BLANKS: Final = frozenset(
    {"case", "why", "problem", "where", "status", "count", "total", "able", "runtime", "state", "cause", "note",
     "template", "done", "scopes", "types", "parts", "path", "kind", "field"}
)  # fmt: skip
"""Blanks of findings that go in: words and counts. Names, details, amounts and senders do not."""

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle before it is saved; `content` is JSON as it goes in."""

    content: Mapping[str, object]


def make_bundle(patient: Patient, examination: Examination, machine: Machine) -> Bundle:
    """Put a bundle together. Each has a key of its own for its tokens, which is forgotten when this returns."""
    tokens, workspace, answers = Tokens(), patient.workspace, patient.answers
    seen = examination.tenant
    content: Json = {
        "format": FORMAT,
        "program": machine.as_words(),
        "world": _world(workspace, tokens),
        "sender": {
            "token": tokens.sender(answers.sender),
            "number": answers.sender.removeprefix("+").isdecimal(),
        },
        "tenant": tokens.domain(answers.domain),
        "verdict": examination.verdict.value,
        "findings": [_finding(one) for one in examination.findings],
        "facts": None if seen.observed is None else describe_tenant(seen.observed),
        "diagnoses": [_diagnosis(one) for one in seen.diagnoses],
        "log": [_row(row, tokens) for row in seen.rows[-LAST:]],
        "runs": _runs(workspace, answers.domain, tokens),
        "tests": _tests(workspace, tokens),
    }
    return Bundle(content)


def _world(workspace: Workspace | None, tokens: Tokens) -> Json | None:
    if workspace is None:
        return None
    profile = workspace.profile
    return {
        "practice": profile.practice,
        "environment": profile.environment.value,
        "profile": tokens.profile(profile.name),
        "own_proxy": bool(profile.endpoints.proxy),
        "own_ca": bool(profile.endpoints.ca_file),
    }


def _finding(finding: Finding) -> Json:
    blanks = {name: _listed(value) for name, value in finding.blanks if name in _BLANKS and value}
    return {
        "id": finding.id,
        "status": finding.status.value,
        "seconds": round(finding.seconds, 2),
        "facts": blanks,
    }


def _listed(value: str) -> str:
    """Let a list of words, or a count of up to six digits, through."""
    if value.isdecimal() and len(value) <= 6:
        return value
    return ", ".join(word(one) for one in value.split(", "))


def _diagnosis(one: Diagnosis) -> Json:
    return {
        "cause": one.cause,
        "confidence": one.confidence.value,
        "severity": one.severity.value,
        "count": one.count,
        "first": time(one.first),
        "last": time(one.last),
    }


def _row(row: LogRow, tokens: Tokens) -> Json:
    return {"type": word(row.type), "date": time(row.date), "user": tokens.user(row.user)}


def _runs(workspace: Workspace | None, domain: str, tokens: Tokens) -> list[Json] | str:
    if workspace is None or not domain:
        return []
    try:
        history = workspace.journal.history(domain)
    except ProblemError:
        return "unreadable"
    return [describe_run(run, tokens) for run in history[-LAST:]]


def _tests(workspace: Workspace | None, tokens: Tokens) -> list[Json] | str:
    if workspace is None:
        return []
    try:
        sent = workspace.sent_tests.all()
    except ProblemError:
        return "unreadable"
    mine = (one for one in sent if one.profile == workspace.profile.id)
    return [_test(one, tokens) for one in list(mine)[:LAST]]


def _test(sent: SentTest, tokens: Tokens) -> Json:
    return {
        "at": time(sent.at),
        "to": tokens.number(sent.to),
        "country": sent.country if len(sent.country) == 2 and sent.country.isalpha() else "",
        "sender": tokens.sender(sent.sender),
        "encoding": word(sent.encoding),
        "outcome": sent.outcome.value,
        "statuses": [_listed(part.status) for part in sent.parts],
        "arrived": sent.arrived,
    }
