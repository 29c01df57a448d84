"""The window: the side at the left, one panel at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from textfactor.flow.flow import PageId
from textfactor.ui import theme
from textfactor.ui.jobs import Jobs
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.setup_place import SETUP, STATE, SetupPlace
from textfactor.ui.side import Side
from textfactor.ui.wizard.page_tools import PageTools
from textfactor.ui.wizard.shell import Shell
from textfactor.ui.wizard.steps import left_out, setup_note, step_title
from textfactor.ui.world import CurrentWorld

if TYPE_CHECKING:  # the window paints first
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QCloseEvent

    from textfactor.domain.answers import Answers
    from textfactor.services.container import Services, Workspace
    from textfactor.ui.widgets.close_question import CloseQuestion
    from textfactor.ui.wizard.page_stack import PageFactory

    PanelFactory = Callable[[PanelTools], QWidget]

TEST, MESSAGES = "test", "messages"
PRACTICE, TROUBLESHOOT, DOCTOR, SETTINGS = "practice", "troubleshoot", "doctor", "settings"


class MainWindow(QMainWindow):
    """Owns the jobs and the opened world, and ends both when it closes."""

    def __init__(
        self,
        services: Services,
        pages: Mapping[PageId, PageFactory],
        panels: Mapping[str, PanelFactory],
        settings: QSettings,
    ) -> None:
        super().__init__()
        self._settings = settings
        self._panels = panels
        self._widgets: dict[str, QWidget] = {}
        self._now = ""
        self._question: CloseQuestion | None = None
        self._closing = False
        self.jobs = Jobs(self)
        self.jobs.write_ended.connect(self._write_ended)
        self.world = CurrentWorld(self.jobs, self)
        self.world.changed.connect(self._show_profile)
        self.side = Side()
        self.world.faults_changed.connect(self.side.show_faults)
        self.world.began_anew.connect(self._world_anew)
        self.shell = Shell(PageTools(services, self.jobs, self.world, self.show_panel), pages)
        self.shell.moved.connect(self._show_steps)
        self._place = SetupPlace(self.jobs, self.world, self.shell)
        self._place.changed.connect(self._show_setup)
        self._panel_tools = PanelTools(
            services,
            self.jobs,
            self.world,
            self.show_panel,
            self._answers,
            settings,
            self._adopt,
            self._begin_anew,
            self._leave_world,
            self._use_texts,
            self.shell.know,
            self.open_place,
        )
        self._stack = QStackedWidget()
        self._add(SETUP, self.shell)
        self._build()
        self.show_panel(SETUP)
        self._show_profile()
        theme.dress()  # last: see theme.prepare

    def _build(self) -> None:
        self.setObjectName("main_window")
        self.setWindowTitle("Textfactor")
        self.setMinimumSize(*theme.WINDOW_MINIMUM)
        self.resize(*theme.WINDOW)
        geometry = self._settings.value("window/geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
        nav = self.side.nav
        nav.add(SETUP, self.tr("Setup"), self.side.steps)
        nav.add(TEST, self.tr("Test message"))
        nav.add(MESSAGES, self.tr("Messages"))
        nav.add(PRACTICE, self.tr("Practice"))
        nav.add(TROUBLESHOOT, self.tr("Troubleshoot"))
        nav.add(DOCTOR, self.tr("Doctor"))
        nav.add(SETTINGS, self.tr("Settings"))
        nav.chosen.connect(self._choose)
        self.side.steps.clicked.connect(self.shell.go_to)
        for number, key in enumerate((SETUP, TEST, MESSAGES, PRACTICE, TROUBLESHOOT, DOCTOR, SETTINGS), 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(self.side.nav.button(key).click)
        central = QWidget()
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(central)

    def _choose(self, key: str) -> None:
        """Show a panel; who chooses Setup wants to see how things stand, not the end of a plan."""
        again = key == SETUP and self._now == STATE
        self.show_panel(key)
        if self._now == STATE:
            from textfactor.ui.panels.setup.visiting import come_home  # the window paints before

            come_home(self.shown(), always=again)

    def show_panel(self, key: str) -> None:
        """Show a panel by its key; it is made when it is first shown."""
        shown = self._place.shown(key)
        if shown not in self._widgets:
            self._add(shown, self._panels[shown](self._panel_tools))
        self._now = shown
        self._stack.setCurrentWidget(self._widgets[shown])
        self.side.nav.set_current(SETUP if shown == STATE else shown)
        self.side.nav.set_unfolded(SETUP, yes=shown == SETUP)
        self._show_steps()

    def open_place(self, place: str) -> None:
        """Go to where a cause is mended, by the id of the knowledge base."""
        from textfactor.ui.panels.places import lead_to  # nothing was diagnosed before

        lead_to(place, self)

    def shown(self) -> QWidget:
        """The panel that is shown, or the wizard."""
        return self._widgets[self._now]

    def _show_setup(self) -> None:
        """What stands under Setup is known now, or is another now."""
        if self._now in (SETUP, STATE):
            self.show_panel(SETUP)

    def panel(self, key: str) -> QWidget:
        """The widget of a panel that was shown before."""
        return self._widgets[key]

    def _add(self, key: str, widget: QWidget) -> None:
        self._widgets[key] = widget
        self._stack.addWidget(widget)

    def _answers(self) -> Answers:
        return self.shell.wizard.answers

    def _adopt(self, workspace: Workspace, answers: Answers) -> None:
        """Work in this world from now on; Setup goes on where one was in it."""
        now, practice = self.world.workspace, workspace.profile.practice
        if now is not None and not practice and now.profile.id == workspace.profile.id:
            self.world.replace(workspace)
            self.shell.amend(answers)
            return
        self.shell.leave()
        self._place.leave()
        self.world.open(workspace)
        self.shell.adopt(answers)
        self._place.begin()

    def _begin_anew(self) -> None:
        self._place.leave()
        self.shell.begin_anew()
        self.show_panel(SETUP)

    def _world_anew(self) -> None:
        """What Setup has proved was proved in a practice world that is gone."""
        self._place.leave()
        self.shell.begin_again()

    def _use_texts(self, enroll: str, verify: str) -> bool:
        """Hand texts to whatever stands under Setup."""
        if not self._place.visit():
            return self.shell.use_texts(enroll, verify)
        if STATE not in self._widgets:
            self._add(STATE, self._panels[STATE](self._panel_tools))
        from textfactor.ui.panels.setup.visiting import offer_texts  # the window paints before

        return offer_texts(self._widgets[STATE], enroll, verify)

    def _leave_world(self) -> None:
        self._place.leave()
        self.shell.drop()
        self.world.leave()

    def _show_profile(self) -> None:
        workspace = self.world.workspace
        self.side.show_profile(None if workspace is None else workspace.profile)

    def _show_steps(self) -> None:
        steps = self.side.steps
        shell = self.shell
        steps.set_steps([(page.value, step_title(page)) for page in shell.steps()])
        skipped = left_out(shell.wizard.answers)
        earlier = shell.wizard.done_earlier()
        steps.set_state(shell.page.page_id, shell.done(), shell.reachable(), skipped, earlier)
        self.side.show_note(self._note())

    def _note(self) -> str:
        if self._now == TROUBLESHOOT:
            return self.tr("What is pasted is read without a network.")
        return setup_note(self.shell.wizard) if self._now == SETUP else ""

    def _ask_to_close(self) -> None:
        """Ask whether to stop what writes. The question is not waited for: the writing goes on meanwhile."""
        from textfactor.ui.widgets.close_question import CloseQuestion  # seldom needed

        if self._question is None:
            self._question = CloseQuestion(self)
            self._question.accepted.connect(self._close_after_step)
        self._question.open()

    def _close_after_step(self) -> None:
        if not self.jobs.writing:
            self.close()
            return
        self._closing = True
        self.jobs.stop_writing()

    def _write_ended(self) -> None:
        if self._closing and not self.jobs.writing:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the geometry and the draft, then stop what runs; while something is written, ask first."""
        if self.jobs.writing:
            self._ask_to_close()
            event.ignore()
            return
        self._settings.setValue("window/geometry", self.saveGeometry())
        self.shell.keep_draft()
        self.jobs.shutdown()
        self.world.close()
        event.accept()
