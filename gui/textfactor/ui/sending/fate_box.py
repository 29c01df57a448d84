"""The paid question to Vonage what became of a message: one question a click, and what it answered, part by part."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from textfactor.services.sending.history import LOOK_UP_FROM
from textfactor.ui import theme
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.sending.calls import looking_up
from textfactor.ui.telling import show_problem
from textfactor.ui.widgets.busy_button import BusyButton
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.labels import TextLabel
from textfactor.ui.work import Work
from textfactor.words.sent_tests import fate_evidence, fate_tone, reports_price, say_fate

if TYPE_CHECKING:
    from collections.abc import Callable

    from textfactor.domain.answers import Answers
    from textfactor.domain.problems import Problem
    from textfactor.domain.sent_tests import Fate, SentTest
    from textfactor.ui.jobs import Jobs
    from textfactor.ui.world import CurrentWorld


class FateBox(QWidget):
    """A button that says what it costs; it can be pressed from ten seconds after the send.

    Emits `answered(tuple)` with the `Fate` of each part.
    """

    answered = Signal(tuple)

    def __init__(self, jobs: Jobs, world: CurrentWorld, answers: Callable[[], Answers], *, name: str) -> None:
        super().__init__()
        self._world, self._answers = world, answers
        self._sent: SentTest | None = None
        self.fates: tuple[Fate, ...] = ()
        """What was answered of this message; empty before."""
        self._work = Work(jobs, self)
        self._work.failed.connect(self._failed)
        self._ask = BusyButton(self.tr("Ask Vonage what became of it"), name=name, primary=False)
        self._ask.keep_no_room()
        self._ask.clicked.connect(self._look_up)
        self._hint = TextLabel("", "hint")
        self._answer = Callout()
        self._answer.setObjectName(f"{name}_answer")
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._show_ready)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE)
        for part in (self._ask, self._hint, self._answer):
            layout.addWidget(part)
        self.show_for(None)

    def show_for(self, sent: SentTest | None, *, since: float = 0.0) -> None:
        """Offer the question about this test; `since` is `time.monotonic()` of a send in this session."""
        self._work.cancel()
        self._sent, self.fates = sent, ()
        self._answer.clear()
        self.setVisible(sent is not None and any(part.message_id for part in sent.parts))
        left = since + LOOK_UP_FROM - time.monotonic() if since else 0.0
        self._timer.stop()
        if left > 0:
            self._timer.start(round(left * 1000))
        self._show_ready()

    def _show_ready(self) -> None:
        waiting = self._timer.isActive()
        self._ask.set_usable(yes=not waiting)
        hint = tr_text(reports_price())
        if waiting:
            early = self.tr("From ten seconds after the send.")
            hint = f"{early} {hint}"
        self._hint.setText(hint)

    def _look_up(self) -> None:
        if self._sent is not None:
            self._answer.clear()
            self._work.run(
                looking_up(self._world.need(), self._answers(), self._sent), self._told, button=self._ask
            )

    def _told(self, fates: tuple[Fate, ...]) -> None:
        lines = [self._line(number, fate, len(fates)) for number, fate in enumerate(fates, start=1)]
        evidence = "\n".join(fate_evidence(fate) for fate in fates)
        title = self.tr("What Vonage's records say")
        self._answer.show_message(fate_tone(fates), title, "\n".join(lines), evidence=evidence)
        self._ask.rest()
        self.fates = fates
        self.answered.emit(fates)

    def _line(self, number: int, fate: Fate, total: int) -> str:
        told = tr_text(say_fate(fate))
        return fill(self.tr("Part {n}: {told}"), n=number, told=told) if total > 1 else told

    def _failed(self, problem: Problem) -> None:
        show_problem(self._answer, problem)
        self._ask.rest()
