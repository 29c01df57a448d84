"""Work around a test message that is done beside the window: checks, the history, look-ups."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textfactor.domain.inputs import InputIssue
from textfactor.services.keys import vonage_key
from textfactor.services.sending.history import look_up
from textfactor.services.sending.preflight import AccountRead, judge, read_account
from textfactor.services.sending.test_message import prepare

if TYPE_CHECKING:
    from textfactor.domain.answers import Answers
    from textfactor.domain.findings import Finding
    from textfactor.domain.sending_rules import SendingRules
    from textfactor.domain.sent_tests import Fate, SentTest
    from textfactor.services.container import Services, Workspace
    from textfactor.services.context import Call, CallContext
    from textfactor.services.storing import SentTests


@dataclass(frozen=True, slots=True)
class Checked:
    """What Vonage said of the account before a message to `country`, with the rules to judge by."""

    asked: tuple[str, str]
    """Key and typed number that this is about."""
    country: str
    account: AccountRead
    rules: SendingRules
    findings: tuple[Finding, ...]


def checking(workspace: Workspace, services: Services, answers: Answers) -> Call[Checked | None]:
    """Make the call that checks before a send, and sends nothing; None while an input cannot be right."""

    def check(ctx: CallContext) -> Checked | None:
        prepared = prepare(services.numbers, answers.test_number, answers.sender, answers.test_text)
        if isinstance(prepared, InputIssue):
            return None
        rules = services.sending_rules()
        country = prepared.number.country
        account = read_account(workspace, vonage_key(workspace, answers), country, ctx)
        findings = judge(prepared, answers.api_key, rules, account)
        return Checked((answers.api_key, answers.test_number), country, account, rules, findings)

    return check


def judged_again(services: Services, answers: Answers, known: Checked) -> Checked | None:
    """Judge another text by what is known of the account, without a network; None where an input cannot be right."""
    prepared = prepare(services.numbers, answers.test_number, answers.sender, answers.test_text)
    if isinstance(prepared, InputIssue):
        return None
    return replace(known, findings=judge(prepared, answers.api_key, known.rules, known.account))


def reading(history: SentTests, profile: str) -> Call[tuple[SentTest, ...]]:
    """Make the call that reads the tests of a profile, newest first."""

    def read(ctx: CallContext) -> tuple[SentTest, ...]:
        ctx.cancel.check()
        return tuple(sent for sent in history.all() if sent.profile == profile)

    return read


def noting(history: SentTests, sent: SentTest) -> Call[None]:
    """Make the call that writes down a new word on a test."""

    def note(ctx: CallContext) -> None:
        del ctx
        history.add(sent)

    return note


def clearing(history: SentTests) -> Call[None]:
    """Make the call that drops all tests."""

    def clear(ctx: CallContext) -> None:
        del ctx
        history.clear()

    return clear


def looking_up(workspace: Workspace, answers: Answers, sent: SentTest) -> Call[tuple[Fate, ...]]:
    """Make the call that asks Vonage's Reports what became of a test; Vonage charges for it."""

    def ask(ctx: CallContext) -> tuple[Fate, ...]:
        return look_up(workspace, vonage_key(workspace, answers), sent, ctx)

    return ask
