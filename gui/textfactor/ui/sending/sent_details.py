"""The details of a test message of the history: what Vonage answered, whether it came, the paid look-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from textfactor.domain.sending import SendOutcome
from textfactor.ui import theme
from textfactor.ui.messages import tr_text
from textfactor.ui.sending.fate_box import FateBox
from textfactor.ui.sending.sent_row import evidence_of, result_of
from textfactor.ui.widgets.flow import Flow
from textfactor.ui.widgets.labels import TextLabel
from textfactor.words.sending import explain_send

if TYPE_CHECKING:
    from collections.abc import Callable

    from textfactor.domain.answers import Answers
    from textfactor.domain.sent_tests import Fate, SentTest
    from textfactor.ui.jobs import Jobs
    from textfactor.ui.world import CurrentWorld


class SentDetails(QWidget):
    """Stands below the row that was opened. `said(bool)` when the person says whether it arrived."""

    said = Signal(bool)

    def __init__(self, jobs: Jobs, world: CurrentWorld, answers: Callable[[], Answers]) -> None:
        super().__init__()
        self.setObjectName("sent_details")
        self.setProperty("role", "clear")
        self._title = TextLabel("", "label")
        self._meaning = TextLabel("", "hint")
        self._evidence = TextLabel("", "evidence")
        self._question = QWidget()
        self._question.setProperty("role", "clear")
        row = Flow(self._question)
        for label, name, press in (
            (self.tr("It arrived"), "sent_arrived", self._yes),
            (self.tr("It did not arrive"), "sent_missed", self._no),
        ):
            button = QPushButton(label)
            button.setObjectName(name)
            button.setProperty("role", "small")
            button.clicked.connect(press)
            row.addWidget(button)
        self._fate = FateBox(jobs, world, answers, name="sent_look_up")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.GROUP + theme.RELATED, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        for part in (self._title, self._meaning, self._evidence, self._question, self._fate):
            layout.addWidget(part)

    def show_sent(self, sent: SentTest) -> None:
        """Show this one."""
        told = explain_send(result_of(sent))
        self._title.setText(tr_text(told.title))
        self._meaning.setText(tr_text(told.meaning))
        reference = self.tr("reference {reference}")
        self._evidence.setText(evidence_of(sent, reference, self.tr("balance after it: {balance}")))
        self._question.setVisible(sent.outcome in (SendOutcome.ACCEPTED, SendOutcome.UNKNOWN))
        self._fate.show_for(sent)

    @property
    def fates(self) -> tuple[Fate, ...]:
        """What Vonage's records said of it, where somebody asked."""
        return self._fate.fates

    def _yes(self) -> None:
        self.said.emit(True)

    def _no(self) -> None:
        self.said.emit(False)
