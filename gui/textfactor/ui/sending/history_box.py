"""The history of test messages: newest first, each with its details, a late answer and the paid look-up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from textfactor.domain.sending import SendOutcome
from textfactor.ui import theme
from textfactor.ui.jobs import Done, Failed, Outcome
from textfactor.ui.messages import fill
from textfactor.ui.sending.calls import clearing, noting, reading
from textfactor.ui.sending.clear_question import ClearQuestion
from textfactor.ui.sending.sent_details import SentDetails
from textfactor.ui.sending.sent_row import SentRow
from textfactor.ui.telling import show_problem
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.card import Card
from textfactor.ui.widgets.labels import ShortLabel, TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from textfactor.domain.answers import Answers
    from textfactor.domain.sent_tests import Fate, SentTest
    from textfactor.ui.jobs import JobHandle, Jobs
    from textfactor.ui.world import CurrentWorld

_SHOWN = 20
"""Tests that are listed; the command line lists them all."""


class HistoryBox(QWidget):
    """Lists what the open profile sent. `missed(SentTest)` when one did not arrive and the why is wanted."""

    missed = Signal(object)

    def __init__(self, jobs: Jobs, world: CurrentWorld, answers: Callable[[], Answers]) -> None:
        super().__init__()
        self._jobs, self._world = jobs, world
        self._question: ClearQuestion | None = None
        self._reading: JobHandle | None = None
        self._rows: tuple[SentTest, ...] = ()
        self._opened: SentRow | None = None
        self._details = SentDetails(jobs, world, answers)
        self._details.setParent(self)
        self._details.hide()
        self._details.said.connect(self._said)
        self._card = Card(ruled=True, name="history")
        self._none = TextLabel(
            self.tr("What is sent as a test is listed here: no text, no whole number."), "hint"
        )
        self._older = TextLabel("", "hint")
        self._trouble = Callout()
        self._clear = QPushButton(self.tr("Clear history…"))
        self._clear.setObjectName("clear_history")
        self._clear.setProperty("role", "small")
        self._clear.clicked.connect(self._ask)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.GROUP, 0, 0)
        layout.setSpacing(theme.RELATED)
        layout.addLayout(self._head())
        for part in (self._none, self._card, self._older, self._trouble):
            layout.addWidget(part)
        self._show(())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(ShortLabel(self.tr("History"), "section"), 1)
        row.addWidget(self._clear)
        return row

    def look(self) -> None:
        """Read the history beside the window and show it."""
        workspace = self._world.workspace
        if self._reading is not None:
            self._reading.cancel()  # what it read may be older than what is read next
        if workspace is None:
            self._show(())
        else:
            self._reading = self._jobs.start(reading(workspace.sent_tests, workspace.profile.id), self._read)

    def rows(self) -> tuple[SentRow, ...]:
        """The rows shown, newest first."""
        return tuple(row for row in self._card.rows() if isinstance(row, SentRow))

    @property
    def fates(self) -> tuple[Fate, ...]:
        """What Vonage's records said of the opened one, where somebody asked."""
        return self._details.fates

    def _read(self, outcome: Outcome[tuple[SentTest, ...]]) -> None:
        if isinstance(outcome, Failed):
            show_problem(self._trouble, outcome.problem)
        elif isinstance(outcome, Done) and outcome.value != self._rows:
            self._show(outcome.value)

    def _show(self, tests: tuple[SentTest, ...]) -> None:
        self._close()
        self._rows = tests
        self._card.clear()
        for sent in tests[:_SHOWN]:
            row = SentRow(sent)
            row.toggled.connect(self._toggle)
            self._card.add(row)
        self._card.setVisible(bool(tests))
        self._none.setHidden(bool(tests))
        self._clear.setVisible(bool(tests))
        words = self.tr("{n} older ones: textfactor send --history")
        self._older.setText(fill(words, n=len(tests) - _SHOWN))
        self._older.setVisible(len(tests) > _SHOWN)

    # ------------------------------------------------------------ one of them

    def _toggle(self, row: SentRow) -> None:
        again = row is self._opened
        self._close()
        if not again:
            self._opened = row
            self._details.show_sent(row.sent)
            row.open(self._details)
            self._details.show()

    def _close(self) -> None:
        if self._opened is not None:
            self._opened.close_up()
            self._opened = None
        # It goes from row to row, and must outlive each of them.
        self._details.hide()
        self._details.setParent(self)

    def _said(self, arrived: bool) -> None:
        """Write the person's late answer down."""
        workspace, row = self._world.workspace, self._opened
        if workspace is None or row is None:
            return
        sent = replace(row.sent, arrived=arrived)
        row.tell(sent)
        self._rows = tuple(sent if one.id == sent.id else one for one in self._rows)
        self._jobs.keep(noting(workspace.sent_tests, sent), self._noted)
        if not arrived and sent.outcome is SendOutcome.ACCEPTED:
            self.missed.emit(sent)

    def _noted(self, outcome: Outcome[None]) -> None:
        if isinstance(outcome, Failed):
            show_problem(self._trouble, outcome.problem)

    # ------------------------------------------------------------ all of them

    def _ask(self) -> None:
        self._question = ClearQuestion(self)
        self._question.accepted.connect(self._clear_all)
        self._question.ask()

    def _clear_all(self) -> None:
        workspace = self._world.workspace
        if workspace is not None:
            self._jobs.keep(clearing(workspace.sent_tests), self._cleared)

    def _cleared(self, outcome: Outcome[None]) -> None:
        if isinstance(outcome, Failed):
            show_problem(self._trouble, outcome.problem)
        else:
            self.look()
