"""What became of the test message, and the question that only the person can answer."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from textfactor.domain.problems import Problem
from textfactor.domain.sending import SendOutcome, SendResult
from textfactor.services.sending.history import NotedSend
from textfactor.ui import theme
from textfactor.ui.jobs import Failed, Outcome
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.sending.calls import noting
from textfactor.ui.sending.fate_box import FateBox
from textfactor.ui.telling import show_problem
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.flow import Flow
from textfactor.ui.widgets.labels import ShortLabel
from textfactor.ui.widgets.link_button import open_page
from textfactor.ui.wizard.pages.counting import euros, rounded
from textfactor.words.problems import explain
from textfactor.words.sending import explain_send, part_line, status_name
from textfactor.words.sent_tests import explain_missed
from textfactor.words.sentence import Sentence
from textfactor.words.text import text

if TYPE_CHECKING:
    from collections.abc import Callable

    from textfactor.domain.answers import Answers
    from textfactor.domain.sent_tests import Fate, SentTest
    from textfactor.ui.jobs import Jobs
    from textfactor.ui.world import CurrentWorld

_SMS_LOGS = "https://dashboard.nexmo.com/sms"
_TONES = {
    SendOutcome.ACCEPTED: "ok",
    SendOutcome.REFUSED: "error",
    SendOutcome.UNKNOWN: "warning",
    SendOutcome.NOT_SENT: "error",
}


class SendReport(QWidget):
    """A callout part by part, then *Did it arrive?*, which goes into the history, and the paid look-up.

    Signals: `answered(bool)` by Yes and No, `panel_wanted` for Troubleshoot, `noted` when the history has a new word.
    """

    answered = Signal(bool)
    panel_wanted = Signal()
    noted = Signal()

    def __init__(self, jobs: Jobs, world: CurrentWorld, answers: Callable[[], Answers]) -> None:
        super().__init__()
        self._jobs, self._world = jobs, world
        self.callout = Callout()
        self.callout.setObjectName("send_result")
        self.diagnosis = Callout()
        self.diagnosis.setObjectName("diagnosis")
        self.fate = FateBox(jobs, world, answers, name="look_up")
        self.real = True
        """Whether it is the real Vonage, which has logs to look at."""
        self.fate.answered.connect(self._read_record)
        self._fates: tuple[Fate, ...] = ()
        self._missed = False
        self._result: SendResult | None = None
        self._kept: SentTest | None = None
        self._yes = self._button(self.tr("Yes"), "arrived_yes", self._say_yes)
        self._no = self._button(self.tr("No, find out why"), "arrived_no", self._say_no)
        self._later = self._button(self.tr("Not yet"), "arrived_later", self._say_later)
        self._question = self._row()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GROUP)
        for part in (self.callout, self._question, self.diagnosis, self.fate):
            layout.addWidget(part)
        self.clear()

    def _button(self, label: str, name: str, press: Callable[[], None]) -> QPushButton:
        button = QPushButton(label)
        button.setObjectName(name)
        button.clicked.connect(press)
        return button

    def _row(self) -> QWidget:
        holder = QWidget()
        holder.setProperty("role", "clear")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.RELATED)
        question = self.tr("Did it arrive?")
        column.addWidget(ShortLabel(question, "label"))
        buttons = QWidget()
        buttons.setProperty("role", "clear")
        row = Flow(buttons)  # three in a row are more than the smallest window has beside the phone
        for button in (self._yes, self._no, self._later):
            row.addWidget(button)
            button.setAccessibleName(f"{question} {button.text()}")
        column.addWidget(buttons)
        return holder

    def clear(self) -> None:
        """Show nothing."""
        self._result = self._kept = None
        self._fates, self._missed = (), False
        self.callout.clear()
        self.diagnosis.clear()
        self.fate.show_for(None)
        self._question.hide()
        self.hide()

    def show_sent(self, sent: NotedSend) -> None:
        """Say what became of a send."""
        result = sent.result
        self._result, self._kept = result, sent.kept
        self._fates, self._missed = (), False
        told = explain_send(result)
        accepted = result.outcome is SendOutcome.ACCEPTED
        self.show()
        self.callout.show_message(
            _TONES[result.outcome],
            tr_text(told.title),
            tr_text(told.meaning),
            () if accepted else tuple(map(tr_text, told.next)),
            self._evidence(result, told),
        )
        if result.outcome in (SendOutcome.REFUSED, SendOutcome.NOT_SENT):
            self.callout.add_action(self.tr("Find out why"), self.panel_wanted.emit, name="find_out")
        self.diagnosis.clear()
        if sent.trouble is not None:
            self._not_noted(sent.trouble)
        self.fate.show_for(sent.kept, since=time.monotonic())
        self._question.setVisible(result.outcome in (SendOutcome.ACCEPTED, SendOutcome.UNKNOWN))

    def focus(self) -> None:
        """Go to the question, where there is one."""
        if not self._question.isHidden():
            self._yes.setFocus()

    def show_answer(self, *, arrived: bool) -> None:
        """Say what follows from the person's answer, and from Vonage's record where it was read."""
        self._missed = not arrived
        if arrived:
            self.diagnosis.show_message(
                "ok", self.tr("It arrived"), self.tr("Vonage reaches this phone with this sender.")
            )
        elif self._fates:
            told = explain_missed(self._fates)
            self._show_missed(tr_text(told.title), tr_text(told.meaning), told)
        elif self._result is not None:
            self._diagnose(explain_send(self._result))

    def _read_record(self, fates: tuple[Fate, ...]) -> None:
        """Take the record of the message that was just sent into what is said about it."""
        self._fates = self._world.last_fates = fates
        if self._missed:
            self.show_answer(arrived=False)

    def _diagnose(self, told: Sentence) -> None:
        if self._result is not None and self._result.outcome is SendOutcome.ACCEPTED:
            title = self.tr("Vonage took it, the phone did not get it")
            body = self.tr(
                "So key, account and credit are fine. What is left is the way to the phone: the number, the sender, or "
                "a carrier that holds the message back."
            )
        else:
            title, body = self.tr("Nobody knows yet whether it was sent"), tr_text(told.meaning)
        self._show_missed(title, body, told)

    def _show_missed(self, title: str, body: str, told: Sentence) -> None:
        self.diagnosis.show_message("warning", title, body, tuple(map(tr_text, told.next)))
        self.diagnosis.add_action(
            self.tr("Open Troubleshoot"), self.panel_wanted.emit, name="open_troubleshoot"
        )
        if self.real:
            self.diagnosis.add_action(self.tr("Open Vonage's SMS logs"), self._open_logs, name="open_logs")

    def _evidence(self, result: SendResult, told: Sentence) -> str:
        lines = [self._part(result, number) for number in range(len(result.parts))]
        if told.seen is not None and not result.parts:  # else the parts' own lines say it
            lines.append(tr_text(told.seen))
        if result.balance:
            lines.append(fill(self.tr("balance after it: {balance}"), balance=rounded(result.balance)))
        return "\n".join(lines)

    def _part(self, result: SendResult, number: int) -> str:
        part = result.parts[number]
        pieces = [tr_text(part_line(part))]
        if part.status != "0":
            pieces.insert(0, tr_text(text(status_name(part.status))))
        if part.network:
            pieces.append(fill(self.tr("network {network}"), network=part.network))
        if part.price:
            pieces.append(euros(part.price))
        line = " · ".join(pieces)
        if len(result.parts) > 1:
            return fill(self.tr("Part {n} of {m}: {line}"), n=number + 1, m=len(result.parts), line=line)
        return line

    def _say_yes(self) -> None:
        self._note(arrived=True)
        self.show_answer(arrived=True)
        self.answered.emit(True)

    def _say_no(self) -> None:
        self._note(arrived=False)
        self.show_answer(arrived=False)
        self.answered.emit(False)

    def _say_later(self) -> None:
        told = self.tr(
            "A message can take some minutes. Answer here then, or later in the history under Test message."
        )
        self.diagnosis.show_message("info", self.tr("Left open"), told)

    def _note(self, *, arrived: bool) -> None:
        """Write down whether it arrived."""
        workspace = self._world.workspace
        if self._kept is not None and workspace is not None:
            self._kept = replace(self._kept, arrived=arrived)
            self._jobs.keep(noting(workspace.sent_tests, self._kept), self._was_noted)

    def _was_noted(self, outcome: Outcome[None]) -> None:
        if isinstance(outcome, Failed):
            show_problem(self.diagnosis, outcome.problem)
        self.noted.emit()

    def _not_noted(self, trouble: Problem) -> None:
        """The history could not be written; the result holds all the same."""
        told = explain(trouble)
        title = self.tr("It is not in the history")
        steps = tuple(map(tr_text, told.next))
        self.diagnosis.show_message("warning", title, tr_text(told.title), steps)

    def _open_logs(self) -> None:
        open_page(_SMS_LOGS)
