"""The Vonage account without a message: key, way, credentials, credit, numbers, and whether the sender is known."""

from dataclasses import replace

from textfactor.domain.findings import Finding
from textfactor.domain.problems import Problem, ProblemKind
from textfactor.domain.sending import OwnedNumber
from textfactor.services.container import VonageKey
from textfactor.services.context import CallContext
from textfactor.services.doctor.finding import (
    FAIL,
    PASS,
    UNKNOWN,
    UNREACHABLE,
    WARNING,
    Timed,
    found,
    of_problem,
    skipped,
    timed,
)
from textfactor.services.doctor.patient import Patient
from textfactor.services.sending.preflight import AccountRead, check_balance, check_key, check_trial

ACCOUNT_IDS = (
    "vonage.key",
    "vonage.reach",
    "vonage.credentials",
    "vonage.balance",
    "vonage.numbers",
    "vonage.trial",
    "vonage.sender",
)
"""In the order in which each stands on the one before."""
_OPENS = "vonage"


def check_account(patient: Patient, ctx: CallContext) -> tuple[Finding, ...]:
    """Check the account with two requests that are free of charge. Raises `CancelledError` only."""
    key, workspace = patient.vonage, patient.workspace
    if key is None or workspace is None:
        return tuple(skipped(one, "no_vonage") for one in ACCOUNT_IDS)
    if isinstance(key, Problem):
        refused = of_problem("vonage.credentials", key, FAIL, "settings")
        return tuple(refused if one == refused.id else skipped(one, "no_secret") for one in ACCOUNT_IDS)
    shape = check_key(key.api_key)
    if patient.offline:
        return (shape, *(skipped(one, "offline") for one in ACCOUNT_IDS[1:]))
    ctx.cancel.check()
    return (shape, *_ask(patient, key, ctx))


def _ask(patient: Patient, key: VonageKey, ctx: CallContext) -> tuple[Finding, ...]:
    """Read credit and numbers."""
    workspace = patient.workspace
    assert workspace is not None  # noqa: S101 - looked at before
    opened = timed(lambda: workspace.sms(key))  # a proxy or a CA file may be wrong already
    if isinstance(opened.value, Problem):
        return _refused(opened.value, opened.seconds)
    gateway = opened.value
    credit = timed(gateway.balance)
    if isinstance(credit.value, Problem):
        return _refused(credit.value, credit.seconds)
    ctx.cancel.check()
    numbers = timed(gateway.owned_numbers)
    read = AccountRead(credit.value, numbers.value, None)
    return (
        replace(found("vonage.reach", PASS, "fine"), seconds=credit.seconds),
        found("vonage.credentials", PASS, "fine"),
        check_balance(read, None),
        _numbers(numbers),
        check_trial(read),
        _sender(patient.answers.sender, read),
    )


def _refused(problem: Problem, seconds: float) -> tuple[Finding, ...]:
    """Say at which check it ended; what stands on it is skipped."""
    if problem.kind in UNREACHABLE:
        first = of_problem("vonage.reach", problem, FAIL, _OPENS, seconds)
        return (first, *(skipped(one, "unreachable") for one in ACCOUNT_IDS[2:]))
    reached = replace(found("vonage.reach", PASS, "fine"), seconds=seconds)
    limited = problem.kind is ProblemKind.RATE_LIMITED
    refused = of_problem("vonage.credentials", problem, UNKNOWN if limited else FAIL, "setup.rotate")
    why = "limited" if limited else "refused"
    return (reached, refused, *(skipped(one, why) for one in ACCOUNT_IDS[3:]))


def _numbers(numbers: Timed[tuple[OwnedNumber, ...]]) -> Finding:
    """Look whether the account rents a number; the US and Canada take nothing else as sender."""
    if isinstance(numbers.value, Problem):
        return of_problem("vonage.numbers", numbers.value, seconds=numbers.seconds)
    able = sum(one.can_send_sms for one in numbers.value)
    status, case = (PASS, "some") if able else (WARNING, "mute" if numbers.value else "none")
    made = found("vonage.numbers", status, case, _OPENS, count=len(numbers.value), able=able)
    return replace(made, seconds=numbers.seconds)


def _sender(sender: str, read: AccountRead) -> Finding:
    """Judge the sender without a destination: a number has to be the account's, a name cannot be looked up."""
    digits = sender.lstrip("+")
    if not sender:
        return skipped("vonage.sender", "no_sender")
    if not digits.isdecimal():
        return found("vonage.sender", PASS, "name", sender=sender)
    if isinstance(read.numbers, Problem):
        return found("vonage.sender", UNKNOWN, "numbers_unread")
    mine = next((one for one in read.numbers if one.digits == digits), None)
    if mine is None:
        return found("vonage.sender", WARNING, "not_owned", _OPENS)
    if not mine.can_send_sms:
        return found("vonage.sender", FAIL, "cannot_send", _OPENS)
    return found("vonage.sender", PASS, "own_number")
