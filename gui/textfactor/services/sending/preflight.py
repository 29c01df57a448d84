"""Checks before a test message that cost nothing: each passes, warns, fails, or says why it is not known.

None of them stops a send: Vonage decides, and its answer is the better proof.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from textfactor.domain.findings import Finding, FindingStatus
from textfactor.domain.inputs import Fault, clean_api_key
from textfactor.domain.problems import Problem, ProblemError, ProblemKind
from textfactor.domain.sending import Balance, OwnedNumber
from textfactor.domain.sending_rules import SendingRules
from textfactor.services.container import VonageKey, Workspace
from textfactor.services.context import CallContext, Doing
from textfactor.services.sending.destination import check_destination, check_text
from textfactor.services.sending.senders import check_registration, check_sender
from textfactor.services.sending.test_message import Prepared

T = TypeVar("T")
_TRIAL_CREDIT = 2.0
"""EUR that a new account starts with (facts/vonage: trial account)."""
_FEW = 20
"""A credit for fewer messages than this is called low."""
_OF_ONE_ANSWER = frozenset(
    {ProblemKind.NOT_FOUND, ProblemKind.REFUSED, ProblemKind.SERVICE_FAULT, ProblemKind.RATE_LIMITED}
)
"""Problems of one request, which say nothing of the next."""


@dataclass(frozen=True, slots=True)
class AccountRead:
    """What Vonage said of the account: each part as read, or the problem that stood in the way."""

    balance: Balance | Problem
    numbers: tuple[OwnedNumber, ...] | Problem
    price: str | Problem | None
    """Of one part to the destination, in the account's currency; None where Vonage names none."""


def preflight(
    workspace: Workspace, key: VonageKey, prepared: Prepared, rules: SendingRules, ctx: CallContext
) -> tuple[Finding, ...]:
    """Read the account (three requests, free of charge) and judge everything. Raises `CancelledError` only."""
    return judge(prepared, key.api_key, rules, read_account(workspace, key, prepared.number.country, ctx))


def read_account(workspace: Workspace, key: VonageKey, country: str, ctx: CallContext) -> AccountRead:
    """Read credit, numbers and price; what fails is kept as the problem it was.

    Where Vonage cannot be reached at all, or refuses the key, it is not asked again: a send may be waiting.
    """
    gateway = workspace.sms(key)
    ctx.doing(Doing.READING_BALANCE, 0, 3)
    balance = _attempt(gateway.balance)
    if isinstance(balance, Problem) and balance.kind not in _OF_ONE_ANSWER:
        return AccountRead(balance, balance, balance)
    ctx.doing(Doing.READING_NUMBERS, 1, 3)
    numbers = _attempt(gateway.owned_numbers)
    ctx.doing(Doing.READING_PRICE, 2, 3)
    price = _attempt(lambda: gateway.price(country)) if country else None
    return AccountRead(balance, numbers, price)


def _attempt(read: Callable[[], T]) -> T | Problem:
    """Keep the problem in the place of what could not be read."""
    try:
        return read()
    except ProblemError as error:
        return error.problem


def judge(prepared: Prepared, api_key: str, rules: SendingRules, account: AccountRead) -> tuple[Finding, ...]:
    """Judge without a network, in the order in which a person would look."""
    rule = rules.rule(prepared.number.country)
    found = [
        check_key(api_key),
        check_balance(account, prepared.measured.parts),
        _price(account, prepared.measured.parts),
        check_trial(account),
        check_destination(prepared.number),
        check_text(prepared.measured, rule),
        check_sender(prepared, rules, account.numbers),
        check_registration(prepared, rule),
        # Its settings cannot be read with key and secret (facts/vonage: Fraud Defender).
        Finding("sending.fraud", FindingStatus.SKIPPED, (("case", "unreadable"),)),
    ]
    return tuple(found)


def check_key(api_key: str) -> Finding:
    """Vonage's keys have eight letters and digits."""
    fine = not isinstance(clean_api_key(api_key), Fault)
    return Finding(
        "vonage.key",
        FindingStatus.PASS if fine else FindingStatus.WARNING,
        (("case", "shape" if fine else "odd"),),
        opens="" if fine else "vonage",
    )


def _amount(price: object) -> Decimal | None:
    """Read a price as a figure, None where there is none."""
    try:
        amount = Decimal(str(price)) if isinstance(price, str) else None
    except InvalidOperation:
        return None
    return amount if amount is not None and amount.is_finite() and amount >= 0 else None


def check_balance(account: AccountRead, parts: int | None) -> Finding:
    """Set the credit against the price of the message; without one (None) only say what is left."""
    balance = account.balance
    if isinstance(balance, Problem):
        return unknown("vonage.balance", balance)
    price = _amount(account.price)
    blanks = (("balance", f"{balance.value:.2f}"),)
    if balance.auto_reload:
        return Finding("vonage.balance", FindingStatus.PASS, (("case", "reloads"), *blanks))
    if balance.value <= 0:
        return Finding("vonage.balance", FindingStatus.FAIL, (("case", "empty"), *blanks))
    if parts is None or not price:
        case = "left" if parts is None else "some"
        return Finding("vonage.balance", FindingStatus.PASS, (("case", case), *blanks))
    left = int(Decimal(str(balance.value)) / (price * max(parts, 1)))
    case, status = ("few", FindingStatus.WARNING) if left < _FEW else ("enough", FindingStatus.PASS)
    if left == 0:
        case, status = "short", FindingStatus.FAIL
    return Finding("vonage.balance", status, (("case", case), *blanks, ("messages", str(left))))


def _price(account: AccountRead, parts: int) -> Finding:
    """Say what the message will cost."""
    if isinstance(account.price, Problem):
        return unknown("vonage.price", account.price)
    price = _amount(account.price)
    if price is None:
        return Finding("vonage.price", FindingStatus.UNKNOWN, (("case", "no_price"),))
    total = price * parts
    exact = f"{total:.2f}" if total == round(total, 2) else f"{total.normalize():f}"
    return Finding(
        "vonage.price", FindingStatus.PASS, (("case", "known"), ("price", exact), ("parts", str(parts)))
    )


def check_trial(account: AccountRead) -> Finding:
    """Look for the signs of a trial account: little credit, no reload, no number of its own."""
    if isinstance(account.balance, Problem) or isinstance(account.numbers, Problem):
        return Finding("vonage.trial", FindingStatus.UNKNOWN, (("case", "not_read"),))
    looks = account.balance.value <= _TRIAL_CREDIT and not account.balance.auto_reload and not account.numbers
    status = FindingStatus.WARNING if looks else FindingStatus.PASS
    return Finding("vonage.trial", status, (("case", "signs" if looks else "none"),))


def unknown(check: str, problem: Problem) -> Finding:
    """Say that a check could not be made, and what stood in the way."""
    return Finding(check, FindingStatus.UNKNOWN, (("case", "problem"), ("why", problem.kind.value)))
