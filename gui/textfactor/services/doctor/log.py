"""The newest rows of the tenant's log that bear on sending: did the last ones go out, and what do failures mean."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace

from textfactor.domain.diagnosis import Diagnosis
from textfactor.domain.findings import Finding
from textfactor.domain.problems import Problem, ProblemKind, Service
from textfactor.domain.tenant import LogRow
from textfactor.services.diagnosis.knowledge import Knowledge
from textfactor.services.diagnosis.readers import read_input
from textfactor.services.diagnosis.rules import diagnose
from textfactor.services.doctor.finding import (
    FAIL,
    PASS,
    WARNING,
    found,
    of_problem,
    skipped,
    timed,
)
from textfactor.services.tenant_ports import TenantApi

LOG_IDS = ("auth0.log", "auth0.rate_limits")
LAST = 20
"""Rows of sending that are looked at."""
_SENT = ("gd_send_sms",)
_FAILED = ("gd_send_sms_failure", "actions_execution_failed", "fn", "wn")
_LIMITS = ("limit_phone", "gd_otp_rate_limit_exceed", "api_limit", "limit_mu", "limit_sul")
"""Limits of Auth0's that keep codes from being sent (facts/auth0 4.3)."""
_SCOPE = "read:logs"
TROUBLESHOOT = "troubleshoot"
"""The place where failures are explained row by row; what is over cannot be mended in Setup."""


@dataclass(frozen=True, slots=True)
class LogSeen:
    """What the log shows."""

    findings: tuple[Finding, ...]
    rows: tuple[LogRow, ...] = ()
    diagnoses: tuple[Diagnosis, ...] = ()


def read_log(tenant: TenantApi, scopes: frozenset[str] | None, knowledge: Callable[[], Knowledge]) -> LogSeen:
    """Read the newest rows, once; without the right to, nobody is asked."""
    if scopes is not None and _SCOPE not in scopes:
        problem = Problem(ProblemKind.MISSING_SCOPE, Service.AUTH0, _SCOPE)
        return LogSeen(tuple(of_problem(one, problem) for one in LOG_IDS))
    read = timed(lambda: tenant.logs("", (*_SENT, *_FAILED, *_LIMITS)))
    if isinstance(read.value, Problem):
        problem = read.value
        return LogSeen(tuple(of_problem(one, problem, seconds=read.seconds) for one in LOG_IDS))
    sends = tuple(row for row in read.value if row.type in (*_SENT, *_FAILED))[-LAST:]
    limits = tuple(row for row in read.value if row.type in _LIMITS)
    failed = failed_rows(sends)
    diagnoses = diagnose(read_input(rows_as_log(failed)), knowledge()).diagnoses if failed else ()
    log = replace(_sends(sends, failed, diagnoses), seconds=read.seconds)
    if log.status is FAIL and diagnoses:
        log = replace(log, opens=knowledge().article(diagnoses[0].cause).opens or TROUBLESHOOT)
    findings = (log, _limits(limits))
    return LogSeen(findings, (*sends, *limits[-LAST:]), diagnoses)


def failed_rows(rows: tuple[LogRow, ...]) -> tuple[LogRow, ...]:
    """Pick the rows of messages that were not sent."""
    return tuple(row for row in rows if row.type in _FAILED)


def rows_as_log(rows: tuple[LogRow, ...]) -> str:
    """Write the rows as they would be pasted; whose they are is left out."""
    return json.dumps(
        [
            {
                "type": row.type,
                "date": row.date,
                "description": row.description,
                "details": {"failure_details": {"message": row.detail}},
            }
            for row in rows
        ]
    )


def _sends(sends: tuple[LogRow, ...], failed: tuple[LogRow, ...], meant: tuple[Diagnosis, ...]) -> Finding:
    """Judge by the newest row: failures before the last success are history, but worth knowing."""
    if not sends:
        return skipped("auth0.log", "no_sends")
    if not failed:
        return found("auth0.log", PASS, "fine", count=len(sends))
    still = sends[-1].type in _FAILED
    case, status = ("failing", FAIL) if still else ("failed_before", WARNING)
    cause = meant[0].cause if meant else ""
    return found("auth0.log", status, case, TROUBLESHOOT, count=len(failed), total=len(sends), cause=cause)


def _limits(rows: tuple[LogRow, ...]) -> Finding:
    if not rows:
        return found("auth0.rate_limits", PASS, "none")
    types = ", ".join(sorted({row.type for row in rows}))
    return found("auth0.rate_limits", WARNING, "seen", count=len(rows), types=types)
