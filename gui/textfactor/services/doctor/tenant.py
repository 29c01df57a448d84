"""The Auth0 tenant: can it be reached, who are we there, and everything that was read judged part by part."""

from collections.abc import Callable
from dataclasses import replace

from textfactor.domain.findings import Finding
from textfactor.domain.problems import Problem, ProblemError, ProblemKind
from textfactor.domain.tenant import Observed
from textfactor.services.container import TenantKey, Workspace
from textfactor.services.context import CallContext
from textfactor.services.diagnosis.knowledge import Knowledge
from textfactor.services.doctor.action import ACTION_IDS, judge_action
from textfactor.services.doctor.around import AROUND_IDS, judge_around
from textfactor.services.doctor.finding import (
    FAIL,
    PASS,
    UNKNOWN,
    UNREACHABLE,
    WARNING,
    found,
    of_problem,
    skipped,
    timed,
)
from textfactor.services.doctor.log import LOG_IDS, LogSeen, read_log
from textfactor.services.doctor.patient import Patient, TenantSeen
from textfactor.services.doctor.sending import SENDING_IDS, judge_sending
from textfactor.services.setup.detect import detect
from textfactor.services.setup.drift import check_drift
from textfactor.services.tenant_ports import TenantApi

ACCESS_IDS = ("auth0.reach", "auth0.access", "auth0.scopes", "auth0.path")
DRIFT_ID = "setup.drift"
TENANT_IDS = (*ACCESS_IDS, *ACTION_IDS, *SENDING_IDS, *LOG_IDS, *AROUND_IDS, DRIFT_ID)
"""In the order in which they are told."""
_OPENS = "tenant"
_REFUSALS: dict[ProblemKind, tuple[str, str]] = {
    ProblemKind.MISSING_SCOPE: ("auth0.scopes", "scopes"),
    ProblemKind.PLAN_GATE: ("auth0.factor", "plan"),
    ProblemKind.LEGACY_CALL_ON_UNIFIED: ("auth0.path", "unread"),
    ProblemKind.RATE_LIMITED: ("auth0.rate_limits", "limited"),
    ProblemKind.BAD_CREDENTIALS: ("auth0.access", "refused"),
    ProblemKind.TOKEN_EXPIRED: ("auth0.access", "refused"),
}
"""By what Auth0 refused with: the check that it fails, and why the others are skipped."""


def check_tenant(patient: Patient, knowledge: Callable[[], Knowledge], ctx: CallContext) -> TenantSeen:
    """Read the tenant once and judge it. Raises `CancelledError` only; `auth0.path` has the seconds of the reading."""
    key, workspace = patient.tenant, patient.workspace
    if key is None or workspace is None:
        return TenantSeen(_all_skipped("no_tenant"))
    if isinstance(key, Problem):
        return TenantSeen(_all_skipped("no_secret", of_problem("auth0.access", key, FAIL, "settings")))
    if patient.offline:
        return TenantSeen(_all_skipped("offline"))
    ctx.cancel.check()
    opened = timed(lambda: workspace.tenant(key))
    if isinstance(opened.value, Problem):
        return _ended(opened.value, opened.seconds)
    return _look(opened.value, key, workspace, knowledge, ctx)


def _look(
    tenant: TenantApi,
    key: TenantKey,
    workspace: Workspace,
    knowledge: Callable[[], Knowledge],
    ctx: CallContext,
) -> TenantSeen:
    """Get the token, read everything, then the log."""
    token = timed(tenant.token)
    if isinstance(token.value, Problem):
        return _ended(token.value, token.seconds)
    read = timed(lambda: detect(tenant, key.domain, ctx))
    if isinstance(read.value, Problem):
        return _ended(read.value, read.seconds, (found("auth0.access", PASS, "fine"),))
    observed = read.value
    ctx.cancel.check()
    log = read_log(tenant, observed.scopes, knowledge)
    findings = (
        replace(found("auth0.reach", PASS, "fine"), seconds=token.seconds),
        found("auth0.access", PASS, "fine"),
        _scopes(observed),
        replace(_path(observed), seconds=read.seconds),
        *judge_action(observed),
        *judge_sending(observed, key.domain),
        *log.findings,
        *judge_around(observed),
        _drift(workspace, observed),
    )
    return _seen(findings, observed, log)


def _seen(findings: tuple[Finding, ...], observed: Observed, log: LogSeen) -> TenantSeen:
    return TenantSeen(findings, observed, log.rows, log.diagnoses)


def _all_skipped(why: str, *known: Finding) -> tuple[Finding, ...]:
    """Put down what is known, and skip the rest."""
    by_id = {one.id: one for one in known}
    return tuple(by_id.get(one) or skipped(one, why) for one in TENANT_IDS)


def _ended(problem: Problem, seconds: float, known: tuple[Finding, ...] = ()) -> TenantSeen:
    """Say at which check the reading ended; what stands on it is skipped."""
    if problem.kind in UNREACHABLE:
        first = of_problem("auth0.reach", problem, FAIL, _OPENS, seconds)
        return TenantSeen(_all_skipped("unreachable", first))
    reached = replace(found("auth0.reach", PASS, "fine"), seconds=seconds)
    check, why = _REFUSALS.get(problem.kind, ("auth0.path", "unread"))
    if problem.kind in (ProblemKind.REFUSED, ProblemKind.SECRET_MISSING) and not known:
        check, why = "auth0.access", "refused"
    status = WARNING if problem.kind is ProblemKind.RATE_LIMITED else FAIL
    if check == "auth0.path":
        status = UNKNOWN
    refused = of_problem(check, problem, status, _OPENS)
    return TenantSeen(_all_skipped(why, reached, *known, refused))


def _scopes(observed: Observed) -> Finding:
    """Reads that are refused leave parts unknown; writes that are refused only keep this program from mending."""
    missing = observed.missing_scopes
    if observed.scopes is None:
        return found("auth0.scopes", UNKNOWN, "silent")
    if not missing:
        return found("auth0.scopes", PASS, "all")
    case = "reads" if any(one.startswith("read:") for one in missing) else "writes"
    return found("auth0.scopes", WARNING, case, _OPENS, scopes=", ".join(missing))


def _path(observed: Observed) -> Finding:
    evidence = observed.path_evidence.value
    clash = evidence in ("flag_denies", "probe_denies")
    case = evidence if clash else observed.path.value
    return found("auth0.path", WARNING if clash else PASS, case, "setup.plan", path=observed.path.value)


def _drift(workspace: Workspace, observed: Observed) -> Finding:
    """Compare with how the last run of this computer left the tenant."""
    try:
        last = workspace.journal.last(observed.domain)
    except ProblemError as error:
        return of_problem(DRIFT_ID, error.problem)
    if last is None:
        return skipped(DRIFT_ID, "no_run")
    if not last.complete:
        return found(DRIFT_ID, WARNING, "unfinished", "setup.look", done=len(last.applied))
    facts = check_drift(last, observed)
    if not facts:
        return found(DRIFT_ID, PASS, "none")
    return found(
        DRIFT_ID, WARNING, "differs", "setup.look", parts=", ".join(one.resource.value for one in facts)
    )
