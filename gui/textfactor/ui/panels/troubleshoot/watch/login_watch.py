"""Watches the tenant's log while one tries a login: the newest code on top, each hop green, red or not known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.jobs import Cancelled, Failed
from textfactor.ui.messages import fill
from textfactor.ui.panels.troubleshoot.sayings import number
from textfactor.ui.panels.troubleshoot.watch.calls import Watching, watching
from textfactor.ui.panels.troubleshoot.watch.journey_card import JourneyCard
from textfactor.ui.telling import show_problem
from textfactor.ui.widgets.announce import announce
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.empty_state import EmptyState
from textfactor.ui.widgets.labels import TextLabel
from textfactor.ui.widgets.primary_button import PrimaryButton

if TYPE_CHECKING:
    from textfactor.domain.timeline import Journey
    from textfactor.services.context import Progress
    from textfactor.ui.jobs import JobHandle, Outcome
    from textfactor.ui.panels.tools import PanelTools

SHOWN: Final = 30
"""So many codes are shown; a longer watch drops the oldest."""


class LoginWatch(QWidget):
    """Emits `diagnose_wanted(str)` with what was seen at a station that failed."""

    diagnose_wanted = Signal(str)

    def __init__(self, tools: PanelTools) -> None:
        super().__init__()
        self._tools = tools
        self._handle: JobHandle | None = None
        self._told = Watching()
        self._cards: dict[str, JourneyCard] = {}
        self._start = PrimaryButton(self.tr("Watch"))
        self._start.setObjectName("watch_start")
        self._stop = QPushButton(self.tr("Stop"))
        self._stop.setObjectName("watch_stop")
        self._state = TextLabel("", "hint")
        self.callout = Callout()
        self.callout.setObjectName("watch_callout")
        self._empty = EmptyState(self.tr("No login yet"), "")
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._area = QScrollArea()
        self._start.clicked.connect(self.start)
        self._stop.clicked.connect(self.stop)
        tools.world.changed.connect(self._other_world)
        self._lay_out()
        self._other_world()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.RELATED)
        row.addWidget(self._start)
        row.addWidget(self._stop)
        row.addWidget(self._state, 1)
        inside = self._inside
        inside.setProperty("role", "clear")
        self._column.setContentsMargins(0, 0, theme.RELATED, 0)
        self._column.setSpacing(theme.RELATED)
        self._column.addWidget(self._empty)
        self._column.addStretch(1)
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setProperty("focusPolicy", "NoFocus")
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        layout.addLayout(row)
        layout.addWidget(self.callout)
        layout.addWidget(self._area, 1)

    # ------------------------------------------------------------ for its owner

    @property
    def running(self) -> bool:
        """Whether the log is watched."""
        return self._handle is not None

    def cards(self) -> tuple[JourneyCard, ...]:
        """The codes, newest first."""
        return tuple(sorted(self._cards.values(), key=self._column.indexOf))

    def start(self) -> None:
        """Watch from now on; what was seen before goes."""
        workspace = self._tools.world.workspace
        if workspace is None or self.running:
            return
        self.callout.clear()
        self._forget()
        call = watching(self._tools.services, workspace, self._tools.answers(), self._told)
        self._handle = self._tools.jobs.start(call, self._ended, self._look)
        self._show_state()
        announce(self, self._state.text())

    def stop(self) -> None:
        """Watch no longer; what was seen stays."""
        if self._handle is not None:
            self._handle.cancel()

    # ------------------------------------------------------------ what comes

    def _look(self, progress: Progress) -> None:
        news = self._told.newest
        if news is not None:
            self._show(news.journeys)
        self._show_state(progress.done)

    def _ended(self, outcome: Outcome[None]) -> None:
        self._handle = None
        self._show_state()
        if isinstance(outcome, Failed):
            show_problem(self.callout, outcome.problem)
        elif isinstance(outcome, Cancelled):
            announce(self, self.tr("The watch has ended."))

    def _show(self, journeys: tuple[Journey, ...]) -> None:
        """Put new codes on top, and let those that are there grow in place."""
        self._empty.setVisible(not journeys)
        shown = journeys[:SHOWN]
        for gone in self._cards.keys() - {journey.id for journey in shown}:
            self._drop(gone)
        fresh = [journey.id for journey in shown if journey.id not in self._cards]
        for place, journey in enumerate(shown):
            card = self._cards.get(journey.id)
            if card is None:
                card = self._cards[journey.id] = JourneyCard(journey)
                card.diagnose_wanted.connect(self.diagnose_wanted)
                self._column.insertWidget(place + 1, card)
            card.show_journey(journey, self._told.titles)
        if fresh:
            for journey in shown:
                self._cards[journey.id].set_open(opened=journey.id == shown[0].id)

    def _drop(self, journey: str) -> None:
        card = self._cards.pop(journey)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _forget(self) -> None:
        self._told = Watching()
        for journey in list(self._cards):
            self._drop(journey)
        self._empty.show()

    def _other_world(self) -> None:
        """Nothing that was seen is about another world."""
        self.stop()
        self._forget()
        self.callout.clear()
        self._show_state()

    def _show_state(self, rows: int = 0) -> None:
        there = self._tools.world.workspace is not None
        running = self.running
        self._start.setEnabled(there and not running)
        self._stop.setEnabled(running)
        words = self.tr(
            "Press Watch, then log in with a code. What happens shows here within seconds, as Auth0's log tells it."
        )
        if not there:
            words = self.tr(
                "Open the practice world or a profile in Setup first: its tenant is what is watched."
            )
        elif running:
            words = self.tr("Log in now. Auth0's log may come some seconds late.")
        self._empty.set_words(self.tr("No login yet"), words)
        state = fill(self.tr("Watching; new rows: {n}"), n=number(rows)) if running else ""
        self._state.setText(state)
