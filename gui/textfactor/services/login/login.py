"""A login with a code by SMS: started and answered in the practice world, watched in any tenant's log."""

from collections.abc import Callable

from textfactor.domain.login import Hop, HopResult, HopState, LoginAttempt, LoginState, ReceivedSms
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.tenant import LogRow
from textfactor.services.container import Workspace
from textfactor.services.context import CallContext, Doing, Progress
from textfactor.services.practice_ports import LoginLab
from textfactor.services.tenant_ports import TenantApi

PAUSE = 2.0
"""Seconds between two looks at the log: half of what the smallest plan allows (facts/auth0 3.3)."""

_ASKED = frozenset({"gd_start_auth", "gd_start_enroll"})
_NOT_ASKED = frozenset({"gd_start_enroll_failed"})
_SENT = frozenset({"gd_send_sms"})
_NOT_SENT = frozenset({"gd_send_sms_failure", "actions_execution_failed", "fn", "wn", "limit_phone"})
"""Which of these the unified path writes is not documented, so all are looked for (facts/auth0 4.2)."""
_ACCEPTED = frozenset({"gd_auth_succeed", "gd_enrollment_complete"})
_REFUSED = frozenset({"gd_auth_failed", "gd_otp_rate_limit_exceed"})
WATCHED = tuple(sorted(_ASKED | _NOT_ASKED | _SENT | _NOT_SENT | _ACCEPTED | _REFUSED))


def start_login(workspace: Workspace, user: str, phone: str, ctx: CallContext) -> LoginAttempt:
    """Start a practice login; `phone` is digits.

    Raises PRACTICE_FAILED in a real world, which has its own login page.
    """
    lab = _lab(workspace)
    ctx.doing(Doing.STARTING_LOGIN)
    return lab.start(user, phone)


def submit_code(workspace: Workspace, attempt_id: str, code: str, ctx: CallContext) -> LoginAttempt:
    """Hand a code in to a practice login."""
    lab = _lab(workspace)
    ctx.doing(Doing.CHECKING_CODE)
    return lab.submit(attempt_id, code)


def _lab(workspace: Workspace) -> LoginLab:
    """Insist on the practice world."""
    if workspace.lab is None:
        raise ProblemError(Problem(ProblemKind.PRACTICE_FAILED, Service.PRACTICE, "no practice login here"))
    return workspace.lab


def last_log_id(tenant: TenantApi) -> str:
    """Name the newest row, so that a login's own rows are those after it; empty when the log is."""
    rows = tenant.logs("")
    return rows[-1].id if rows else ""


def read_hops(
    tenant: TenantApi,
    after_log_id: str,
    attempt: LoginAttempt | None,
    phone_messages: tuple[ReceivedSms, ...] | None,
) -> tuple[HopResult, ...]:
    """Read how far a login has come, one result a hop, in order.

    `phone_messages` are those received since the start, None where no one can look at the phone. `attempt`
    tells what the login page told; None on a real tenant. Nothing here is inferred from silence: a hop
    without a trace waits.
    """
    rows = tenant.logs(after_log_id, WATCHED)
    state = attempt.state if attempt else None
    said = attempt.detail if attempt else ""
    accepted = _accepted(rows, state, said)
    arrived = _arrived(phone_messages, through=accepted.state is HopState.PASSED)
    sent = _sent(rows, state, said, through=arrived.state is HopState.PASSED)
    asked = _asked(rows, state, said, through=sent.state in (HopState.PASSED, HopState.FAILED))
    return asked, sent, arrived, accepted


def _last(rows: tuple[LogRow, ...], types: frozenset[str]) -> LogRow | None:
    """Find the newest row of these types."""
    return next((row for row in reversed(rows) if row.type in types), None)


def _words(row: LogRow | None, said: str = "") -> str:
    """Take the other side's words: the row's error, else its description, else what the login page said."""
    return (row.detail or row.description if row else "") or said


def _asked(rows: tuple[LogRow, ...], state: LoginState | None, said: str, *, through: bool) -> HopResult:
    """Was a second factor asked for; whatever came later proves it."""
    if state is LoginState.NOT_ASKED:
        return HopResult(Hop.ASKED, HopState.FAILED, said)
    good, bad = _last(rows, _ASKED), _last(rows, _NOT_ASKED)
    if good or through or state is not None:
        return HopResult(Hop.ASKED, HopState.PASSED, _words(good))
    return HopResult(Hop.ASKED, HopState.FAILED if bad else HopState.WAITING, _words(bad))


def _sent(rows: tuple[LogRow, ...], state: LoginState | None, said: str, *, through: bool) -> HopResult:
    """Did the sender hand it over; of several tries the newest row counts."""
    newest = _last(rows, _SENT | _NOT_SENT)
    failed = newest is not None and newest.type in _NOT_SENT
    if state is LoginState.SEND_FAILED or (failed and not through):
        return HopResult(Hop.SENDER_RAN, HopState.FAILED, _words(newest if failed else None, said))
    passed = newest is not None or through or state in (LoginState.CODE_SENT, LoginState.ACCEPTED)
    return HopResult(Hop.SENDER_RAN, HopState.PASSED if passed else HopState.WAITING, _words(newest))


def _arrived(messages: tuple[ReceivedSms, ...] | None, *, through: bool) -> HopResult:
    """Is it on the phone; an accepted code proves it."""
    if messages or through:
        return HopResult(Hop.ARRIVED, HopState.PASSED, messages[-1].sender if messages else "")
    return HopResult(Hop.ARRIVED, HopState.UNKNOWN if messages is None else HopState.WAITING)


def _accepted(rows: tuple[LogRow, ...], state: LoginState | None, said: str) -> HopResult:
    """Was the code taken; of several tries the newest row counts, and the login page knows best."""
    newest = _last(rows, _ACCEPTED | _REFUSED)
    if state is LoginState.ACCEPTED or (newest and newest.type in _ACCEPTED):
        return HopResult(Hop.ACCEPTED, HopState.PASSED, _words(newest))
    if state in (LoginState.REFUSED, LoginState.BLOCKED) or newest:
        return HopResult(Hop.ACCEPTED, HopState.FAILED, _words(newest, said))
    return HopResult(Hop.ACCEPTED, HopState.WAITING)


def watch(
    tenant: TenantApi, after_log_id: str, on_hops: Callable[[tuple[HopResult, ...]], None], ctx: CallContext
) -> tuple[HopResult, ...]:
    """Look at a real tenant's log each two seconds until a code is accepted; raises `CancelledError`.

    `on_hops` is called, in the calling thread, with the first reading and each that differs. A rate limit is
    waited out; any other problem ends it.
    """
    seen: tuple[HopResult, ...] = ()
    while True:
        ctx.cancel.check()
        pause = PAUSE
        try:
            hops = read_hops(tenant, after_log_id, None, None)
        except ProblemError as error:
            if error.problem.kind is not ProblemKind.RATE_LIMITED:
                raise
            hops, pause = seen, max(PAUSE, error.problem.retry_after or 0.0)
        if hops != seen:
            seen = hops
            on_hops(hops)
        passed = [hop.hop for hop in seen if hop.state is HopState.PASSED]
        ctx.report(Progress(Doing.WATCHING_LOG, len(passed), len(Hop), passed[-1].value if passed else ""))
        if Hop.ACCEPTED in passed:
            return seen
        ctx.cancel.sleep(pause)
