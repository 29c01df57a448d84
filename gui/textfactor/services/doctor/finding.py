"""How the doctor's checks put down what they saw: each finding has the blank `case`, and problems keep their facts."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from textfactor.domain.findings import Finding, FindingStatus
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service

T = TypeVar("T")

PASS, FAIL, WARNING = FindingStatus.PASS, FindingStatus.FAIL, FindingStatus.WARNING
UNKNOWN, SKIPPED = FindingStatus.UNKNOWN, FindingStatus.SKIPPED
UNREACHABLE = frozenset(
    {
        ProblemKind.NO_NETWORK,
        ProblemKind.NAME_NOT_FOUND,
        ProblemKind.TLS_UNTRUSTED,
        ProblemKind.PROXY_FAILED,
        ProblemKind.TIMED_OUT,
        ProblemKind.CONNECTION_LOST,
        ProblemKind.NOT_THE_SERVICE,
        ProblemKind.SERVICE_FAULT,
        ProblemKind.FILE_FAILED,
    }
)
"""Nothing came back that a check could judge; a CA file that cannot be read is among them."""
KEYRING = frozenset(
    {
        ProblemKind.KEYRING_LOCKED,
        ProblemKind.KEYRING_CANCELLED,
        ProblemKind.KEYRING_MISSING,
        ProblemKind.KEYRING_FAILED,
    }
)


def found(check: str, status: FindingStatus, case: str, opens: str = "", /, **blanks: object) -> Finding:
    """Make a finding; where nothing is to be mended it leads nowhere."""
    leads = opens if status in (FAIL, WARNING) else ""
    return Finding(check, status, (("case", case), *((k, str(v)) for k, v in blanks.items())), opens=leads)


def skipped(check: str, why: str) -> Finding:
    """Say that a check was not made, and for what reason."""
    return found(check, SKIPPED, "skipped", why=why)


def of_problem(
    check: str, problem: Problem, status: FindingStatus = UNKNOWN, opens: str = "", seconds: float = 0.0
) -> Finding:
    """Make a finding of what stood in the way; `problem_of` gives it back."""
    facts = {
        "problem": problem.kind.value,
        "where": problem.where.value,
        "detail": problem.detail,
        "status": "" if problem.status is None else problem.status,
        "code": problem.code or "",
        "retry_after": "" if problem.retry_after is None else f"{problem.retry_after:g}",
    }
    return replace(found(check, status, "problem", opens, **facts), seconds=seconds)


def problem_of(finding: Finding) -> Problem | None:
    """Give back the problem that a finding was made of, None where it was made of something else."""
    if finding.blank("case") != "problem":
        return None
    status, wait = finding.blank("status"), finding.blank("retry_after")
    return Problem(
        ProblemKind(finding.blank("problem")),
        Service(finding.blank("where")),
        finding.blank("detail"),
        int(status) if status else None,
        finding.blank("code") or None,
        float(wait) if wait else None,
    )


@dataclass(frozen=True, slots=True)
class Timed(Generic[T]):
    """What a read gave, or the problem that stood in the way, and how many seconds it took."""

    value: T | Problem
    seconds: float


def timed(read: Callable[[], T]) -> Timed[T]:
    """Read, and keep the problem in the place of what could not be read."""
    began = time.monotonic()
    try:
        value: T | Problem = read()
    except ProblemError as error:
        value = error.problem
    return Timed(value, time.monotonic() - began)
