"""The practice world: its phone, its faults, its log, a login to try, and the way back to the start."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTabBar, QWidget

from textfactor.domain.login import ReceivedSms
from textfactor.domain.practice import Switchboard
from textfactor.domain.problems import Problem
from textfactor.services.container import Workspace
from textfactor.services.context import Call, CallContext
from textfactor.services.practice_ports import PracticeBoard
from textfactor.ui import theme
from textfactor.ui.jobs import Done, Failed, Outcome
from textfactor.ui.messages import fill
from textfactor.ui.panels.frame import Panel
from textfactor.ui.panels.practice.fault_section import FaultSection
from textfactor.ui.panels.practice.login_section import LoginSection
from textfactor.ui.panels.practice.looking import Look, looking
from textfactor.ui.panels.practice.phone_section import PhoneSection
from textfactor.ui.panels.practice.request_section import RequestSection
from textfactor.ui.panels.practice.reset_question import ResetQuestion
from textfactor.ui.panels.practice.switcher import Switcher
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.widgets.empty_state import EmptyState

_EACH = 1000
"""Milliseconds between two looks at the practice world while the panel is to be seen."""
_PATIENCE = 3
"""So many looks in a row must fail before it is told: a world that is just closing is no news."""
PHONE, FAULTS, REQUESTS, LOGIN = range(4)


class PracticePanel(Panel):
    """Four sections below tabs; one look a second brings all of them up to date."""

    def __init__(self, tools: PanelTools) -> None:
        super().__init__(tools)
        lead = self.tr(
            "A stand-in Vonage and a stand-in Auth0 on this machine. Nothing leaves it and nothing costs money."
        )
        self.set_head(self.tr("Practice world"), lead)
        self._looks_at: Workspace | None = None
        self._messages: tuple[ReceivedSms, ...] = ()
        self._missed = 0
        self._empty = self._nothing()
        self._bar = self._tabs()
        self._phone = PhoneSection()
        self._faults = FaultSection()
        self._requests = RequestSection(tools.jobs)
        self._login = LoginSection(tools, self.work)
        self.body.addWidget(self._empty)
        self.body.addWidget(self._bar)
        # No stack of widgets: it is as high as the highest of them, also where that one is not to be seen.
        self._sections: tuple[QWidget, ...] = (self._phone, self._faults, self._requests, self._login)
        for section in self._sections:
            self.body.addWidget(section, 1)
        self.fill()
        self._switcher = Switcher(tools, self)
        self._timer = QTimer(self, interval=_EACH)
        self._connect()
        self.refresh()

    def _nothing(self) -> EmptyState:
        """Say what would be here and how to get it."""
        return EmptyState(
            self.tr("The practice world is not open"),
            self.tr("Open it, and its phone, its faults and its log are shown here. It costs nothing."),
            self.tr("Open it"),
            name="to_setup",
        )

    def _tabs(self) -> QWidget:
        """Make the row of tabs with Reset at its end."""
        self._tab = QTabBar()
        self._tab.setObjectName("practice_tabs")
        self._tab.setAccessibleName(self.tr("Parts of the practice world"))
        self._tab.setDrawBase(False)
        self._tab.setExpanding(False)
        for title in (self.tr("Phone"), self.tr("Faults"), self.tr("Requests"), self.tr("Try a login")):
            self._tab.addTab(title)
        self._reset = QPushButton(self.tr("Reset…"))
        self._reset.setObjectName("practice_reset")
        self._reset.setProperty("role", "small")
        holder = QWidget()
        holder.setProperty("role", "clear")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.RELATED)
        row.addWidget(self._tab, 1)
        row.addWidget(self._reset)
        return holder

    def _connect(self) -> None:
        self._empty.clicked.connect(self._to_opening)
        self._tab.currentChanged.connect(self._choose)
        self._reset.clicked.connect(self._ask_reset)
        self._faults.wanted.connect(self._switcher.switch)
        self._faults.clear_wanted.connect(self._switcher.clear)
        self._switcher.switched.connect(self._show_board)
        self._switcher.failed.connect(self.show_problem)
        self._timer.timeout.connect(self._look)
        self.work.busy_changed.connect(self._reset.setDisabled)

    def showEvent(self, event: QShowEvent) -> None:
        """Look while the panel is to be seen."""
        super().showEvent(event)
        self._login.prepare()
        self._look()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop looking."""
        self._timer.stop()
        super().hideEvent(event)

    def refresh(self) -> None:
        """Show the world that is open now, or how to open one."""
        there = self._workspace() is not None
        self._empty.setVisible(not there)
        self._bar.setVisible(there)
        self._show_current()
        self._missed = 0
        self._clear_sections()
        if self.isVisible():
            self._look()

    def show_section(self, section: int) -> None:
        """Show one of PHONE, FAULTS, REQUESTS, LOGIN."""
        self._tab.setCurrentIndex(section)

    def _choose(self, section: int) -> None:
        del section
        self._show_current()
        self._show_messages()
        self.callout.clear()
        self._look()

    def _show_current(self) -> None:
        there = self._workspace() is not None
        for number, section in enumerate(self._sections):
            section.setVisible(there and number == self._tab.currentIndex())

    def _to_opening(self) -> None:
        """Who works in a profile opens the practice world in the settings, else it begins on the first page."""
        self.tools.open_panel("setup" if self.tools.world.workspace is None else "settings")

    def _to_setup(self) -> None:
        self.tools.open_panel("setup")

    def _workspace(self) -> Workspace | None:
        """Name the practice world if one is open."""
        workspace = self.tools.world.workspace
        return workspace if workspace is not None and workspace.board is not None else None

    # ------------------------------------------------------------ looking

    def _look(self) -> None:
        workspace = self._workspace()
        if self._looks_at is not None or workspace is None:
            return
        phone, board = workspace.phone, workspace.board
        if phone is not None and board is not None:
            self._looks_at = workspace
            log = self._tab.currentIndex() == REQUESTS
            known = self._requests.model.rows if log else None
            self.tools.jobs.start(looking(phone, board, known), self._looked)

    def _looked(self, outcome: Outcome[Look]) -> None:
        looked_at, self._looks_at = self._looks_at, None
        if looked_at is not self._workspace():
            return
        if isinstance(outcome, Done):
            if self._missed >= _PATIENCE:
                self.callout.clear()
            self._missed = 0
            self._show(outcome.value)
        elif isinstance(outcome, Failed):
            self._missed += 1
            if self._missed == _PATIENCE:
                self.show_problem(outcome.problem)

    def _show(self, look: Look) -> None:
        self._messages = look.messages
        self._show_messages()
        if not self._switcher.busy:  # else this is how it was before
            self._show_board(look.board)
        if look.requests is not None:
            self._requests.show_requests(look.requests, look.fresh)

    def _show_messages(self) -> None:
        """Show what is on the phone where it is to be seen: making bubbles takes a moment."""
        for section in (self._phone, self._login):
            if section.isVisible():
                section.show_messages(self._messages)

    def _show_board(self, board: Switchboard) -> None:
        self._faults.show_board(board)
        number = len(board.active)
        title = fill(self.tr("Faults · {n}"), n=number) if number else self.tr("Faults")
        if title != self._tab.tabText(FAULTS):
            self._tab.setTabText(FAULTS, title)
        self.tools.world.tell_faults(number)

    def _clear_sections(self) -> None:
        self._messages = ()
        self._phone.show_messages(())
        self._login.show_messages(())
        self._login.forget()
        self._requests.show_requests((), 0)

    # ------------------------------------------------------------ starting again

    def _ask_reset(self) -> None:
        question = ResetQuestion(self)
        question.accepted.connect(self._start_again)
        question.finished.connect(question.deleteLater)
        question.ask()

    def _start_again(self) -> None:
        workspace = self._workspace()
        if workspace is not None and workspace.board is not None:
            self.work.run(_resetting(workspace.board), self._began, write=True)

    def _began(self, board: Switchboard) -> None:
        self.tools.world.begin_anew()
        self._clear_sections()
        self._show_board(board)
        told = self.tr("Account and tenant are as they were at the start. Setup can be gone through again.")
        self.callout.show_message("ok", self.tr("The practice world began anew"), told)
        self.callout.add_action(self.tr("Go to Setup"), self._to_setup, name="reset_to_setup")

    def show_problem(self, problem: Problem) -> None:
        """Say what went wrong; the next look tells how things are."""
        super().show_problem(problem)
        self._look()


def _resetting(board: PracticeBoard) -> Call[Switchboard]:
    """Make the call that lets the practice world begin anew."""

    def reset(ctx: CallContext) -> Switchboard:
        ctx.cancel.check()
        board.reset()
        return board.faults()

    return reset
