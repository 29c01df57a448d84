"""A shell with one real page of the wizard in it, on a world in memory; demo pages stand in for the others."""

import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.fakes.profiles import InMemoryKeeper, InMemoryProfiles
from tests.fakes.world import InMemorySms, InMemorySmsCall, InMemoryWorkspace, NoOffers, SimpleNumbers
from tests.support.knowledge import known
from tests.support.rules import rules
from tests.ui.demo import Drafts, demo_pages

from textfactor.adapters.folders import Folders
from textfactor.domain.answers import Answers
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.profile import CredentialOffer
from textfactor.domain.secret import Secret
from textfactor.domain.sending import OutgoingSms, OwnedNumber, SendResult
from textfactor.flow.flow import PageId
from textfactor.services.container import Services, VonageKey
from textfactor.services.context import CallContext
from textfactor.ui.jobs import Jobs
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.wizard.page import PageTools
from textfactor.ui.wizard.page_table import PAGES
from textfactor.ui.wizard.shell import Shell
from textfactor.ui.world import CurrentWorld

KEY, SECRET = "abcd1234", "s3cretS3cret"
CHECKED = Answers(opened=True, profile_id="p1", api_key=KEY, sender="Acme", vonage_checked=True)


@dataclass
class OneOffer(NoOffers):
    """Credentials that lie about, complete."""

    offer: CredentialOffer = field(
        default_factory=lambda: CredentialOffer("~/.vonage/config.json", KEY, "Acme")
    )

    def offers(self) -> tuple[CredentialOffer, ...]:
        return (self.offer,)

    def secret(self, offer: CredentialOffer) -> Secret:
        return Secret(SECRET)


class TroubledSms(InMemorySms):
    """An account that can be slow, fail, have other numbers, or answer a send in its own way."""

    problem: Problem | None = None
    numbers: tuple[OwnedNumber, ...] | None = None
    answer: SendResult | Exception | None = None
    gate: threading.Event | None = None

    def for_key(self, key: VonageKey) -> "TroubledCall":
        return TroubledCall(self, key)


class TroubledCall(InMemorySmsCall):
    def __init__(self, troubled: TroubledSms, key: VonageKey) -> None:
        super().__init__(troubled, key)
        self.troubled = troubled

    def balance(self):
        if self.troubled.gate is not None:
            self.troubled.gate.wait(10)
        if self.troubled.problem is not None:
            raise ProblemError(self.troubled.problem)
        return super().balance()

    def owned_numbers(self):
        return super().owned_numbers() if self.troubled.numbers is None else self.troubled.numbers

    def send(self, message: OutgoingSms) -> SendResult:
        if self.troubled.gate is not None:
            self.troubled.gate.wait(10)
        if self.troubled.answer is None:
            return super().send(message)
        self.troubled.sent.append(message)
        if isinstance(self.troubled.answer, Exception):
            raise self.troubled.answer
        return self.troubled.answer


def world(*, practice: bool = True) -> InMemoryWorkspace:
    """A workspace whose Vonage account can be troubled."""
    workspace = InMemoryWorkspace(practice=practice)
    workspace.account = TroubledSms(workspace._phone, SECRET)
    return workspace


@dataclass
class Stage:
    """What a test works with; widgets are found by the names that people who drive the wizard use too."""

    qtbot: QtBot
    shell: Shell
    workspace: InMemoryWorkspace
    panels: list[str]

    @property
    def page(self) -> Any:
        return self.shell.page

    @property
    def answers(self) -> Answers:
        return self.shell.wizard.answers

    def find(self, kind: Any, name: str) -> Any:
        found = self.page.findChild(kind, name)
        assert found is not None, name
        return found

    def button(self, name: str) -> QAbstractButton:
        return self.find(QAbstractButton, name)

    def click(self, name: str) -> None:
        self.button(name).click()

    def line(self, name: str) -> QLineEdit:
        return self.find(QLineEdit, name)

    def area(self, name: str) -> QPlainTextEdit:
        return self.find(QPlainTextEdit, name)

    def callout(self, name: str = "callout") -> Callout:
        return self.find(Callout, name)

    def enter(self, name: str, text: str) -> None:
        """Type over what stands there; what has blanks or no keys in QTest is pasted."""
        widget = self.page.findChild(QLineEdit, name) or self.area(name)
        widget.selectAll()
        if not text.isascii() or " " in text or not text.isprintable():
            QGuiApplication.clipboard().setText(text)
            widget.paste()
        elif text:
            self.qtbot.keyClicks(widget, text)
        elif isinstance(widget, QLineEdit):
            widget.backspace()
        else:
            widget.clear()

    def next(self) -> None:
        self.shell.footer.primary.click()

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=20_000)

    def until_there(self, kind: type[QObject], name: str) -> None:
        self.until(lambda: self.page.findChild(kind, name) is not None)

    def idle(self) -> None:
        self.until(lambda: not self.page.busy)

    def error(self, name: str) -> str:
        """The error at a field, empty where there is none."""
        return self.find(QWidget, name).parentWidget().error()

    def said(self, name: str = "callout") -> str:
        """Title and body of a callout that is to be seen, else nothing."""
        callout = self.callout(name)
        return "" if callout.isHidden() else f"{callout.title()} {callout.body()}"


@contextmanager
def on_stage(
    qtbot: QtBot, page: PageId, answers: Answers = CHECKED, workspace: InMemoryWorkspace | None = None
) -> Generator[Stage, None, None]:
    """Open a world and show a page with these answers."""
    workspace = workspace or world()
    jobs, panels = Jobs(), []
    current = CurrentWorld(jobs)
    services = Services(
        lambda ctx: workspace,
        lambda profile, ctx: workspace,
        Drafts(),
        SimpleNumbers(),
        lambda path: "exports.x = 1;",
        known,
        sending_rules=rules,
        folders=Folders(),
        profiles=InMemoryProfiles(),
        secrets=InMemoryKeeper(),
    )
    pages = demo_pages(welcome=_opened) | {page: PAGES[page]}
    shell = Shell(PageTools(services, jobs, current, panels.append), pages)
    qtbot.addWidget(shell)
    shell.resize(868, 740)
    with qtbot.waitActive(shell):
        shell.show()
        shell.activateWindow()
    try:
        if page is not PageId.WELCOME:
            current.open(workspace)
            shell.wizard.resume(page.value, answers)
            qtbot.waitUntil(lambda: shell.page.page_id is page)
        yield Stage(qtbot, shell, workspace, panels)
    finally:
        account = workspace.account
        if isinstance(account, TroubledSms) and account.gate is not None:
            account.gate.set()
        jobs.shutdown()


def _opened(ctx: CallContext):
    return lambda answers: replace(answers, opened=True)


def problem(kind: ProblemKind, where: Service = Service.VONAGE) -> Problem:
    return Problem(kind, where, "in its own words")


NEXT_STEPS = (
    ProblemKind.NO_NETWORK,
    ProblemKind.NAME_NOT_FOUND,
    ProblemKind.TLS_UNTRUSTED,
    ProblemKind.PROXY_FAILED,
    ProblemKind.TIMED_OUT,
    ProblemKind.CONNECTION_LOST,
    ProblemKind.NOT_THE_SERVICE,
    ProblemKind.SERVICE_FAULT,
    ProblemKind.RATE_LIMITED,
    ProblemKind.BAD_CREDENTIALS,
    ProblemKind.REFUSED,
    ProblemKind.KEYRING_LOCKED,
    ProblemKind.KEYRING_FAILED,
)
"""The kinds of problem that a check can end with."""
