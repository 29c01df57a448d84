"""The state of a set-up that is there, what to do next, and each step as a plan before it is made."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent

from textfactor.domain.problems import Problem, ProblemKind, Service
from textfactor.ui.jobs import Done, Failed, Outcome
from textfactor.ui.panels.setup import asking
from textfactor.ui.panels.setup.action_list import LOOK
from textfactor.ui.panels.setup.asking import Remembered, Seen
from textfactor.ui.panels.setup.head import lead_of
from textfactor.ui.panels.setup.planning import PlanningPanel
from textfactor.ui.panels.tools import PanelTools


class SetupPanel(PlanningPanel):
    """A real tenant is looked at when somebody asks for it; the practice one once when the panel is shown."""

    def __init__(self, tools: PanelTools) -> None:
        super().__init__(tools)
        self._owed = False
        self._then = ""
        """What is to be planned after the look that is under way."""
        views = self.views
        views.overview.verdict.look.clicked.connect(self._look)
        for view in (views.rotate, views.texts, views.replace, views.desk):
            view.left.connect(self._home)
        views.turned.connect(self._frame.to_top)
        self.work.busy_changed.connect(self._busy)
        self.work.stopped.connect(self._stopped)
        self.refresh()

    # ------------------------------------------------------------ whose set-up it is

    def showEvent(self, event: QShowEvent) -> None:
        """The wizard, or a command, may have changed things meanwhile."""
        super().showEvent(event)
        self.views.overview.verdict.show_age()
        self._visit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to how things stand, unless something is written or typing would be lost."""
        if event.key() != Qt.Key.Key_Escape or self.views.is_home:
            super().keyPressEvent(event)
        else:
            self.come_home()

    def refresh(self) -> None:
        """Another world was opened: nothing that was found or planned is about it."""
        self._remembered = self._seen = self._asked = None
        self._owed, self._then = self.work.busy, ""
        self.work.cancel()
        self.views.forget()
        self.callout.clear()
        self._show_state()
        self._home()
        if self.isVisible():
            self._visit()

    def _visit(self) -> None:
        """Read the journal, and look at a practice tenant."""
        workspace = self._workspace
        if self.views.is_home:
            self._home(focus=False)
        if workspace is not None:
            self.read_journal()
            self._look_at_practice()

    def read_journal(self) -> None:
        """See the base class; this costs no request."""
        workspace = self._workspace
        if workspace is not None:
            self.tools.jobs.start(asking.remembering(workspace, self._answers.domain), self._remember)

    def _remember(self, outcome: Outcome[Remembered]) -> None:
        if isinstance(outcome, Failed):
            self.show_problem(outcome.problem)
        elif isinstance(outcome, Done) and outcome.value.workspace is self._workspace:
            self._remembered = outcome.value
            self._show_state()

    def _look_at_practice(self) -> None:
        workspace = self._workspace
        if workspace is not None and workspace.profile.practice and self._seen is None:
            if self.work.busy:
                self._owed = True
            else:
                self._look()

    def _look(self) -> None:
        workspace = self._workspace
        if workspace is not None:
            self.callout.clear()
            call = asking.looking(workspace, self._answers)
            if not self.work.busy:
                self.views.overview.verdict.show_looking()
            self.work.run(call, self._saw, button=self.views.overview.verdict.look)

    def _saw(self, seen: Seen) -> None:
        if seen.workspace is not self._workspace or seen.observed.domain != self._answers.domain:
            self.views.overview.verdict.settle()
            return
        self._seen, self._remembered = seen, seen.remembered
        self.tools.world.observed = seen.observed
        self._show_state()
        then, self._then = self._then, ""
        if then and then != LOOK:
            self.views.overview.wanted.emit(then)

    def lead(self, action: str) -> None:
        """Look at the tenant anew, then make the plan of an action (see `action_list`; LOOK: none).

        Nothing happens while something is written, or while there is no set-up.
        """
        if self._workspace is None or self.views.desk.work.busy:
            return
        self._owed = not self.views.is_home and self.work.busy
        self._home(focus=False)
        self._then = action
        if not self.work.busy:
            self._look()

    def _stopped(self) -> None:
        """What was stopped gave way to another world, or somebody pressed Cancel."""
        self.views.overview.verdict.settle()
        owed, self._owed = self._owed, False
        if owed and self._then:
            self._look()
        elif owed:
            self._look_at_practice()
        else:
            self._then = ""

    def _busy(self, busy: bool) -> None:
        self.views.overview.set_usable(yes=not busy)

    # ------------------------------------------------------------ showing

    def _show_state(self) -> None:
        self.views.overview.show_state(self._remembered, self._seen)
        if self.views.is_home:
            self._show_head()

    def _show_head(self) -> None:
        workspace = self._workspace
        lead = lead_of(self._answers, workspace.profile, self._observed) if workspace is not None else ""
        self.set_head(self.tr("Setup"), lead)

    def come_home(self, *, always: bool = True) -> None:
        """Show how things stand, unless something is written; else only after a plan has ended.

        A form with something in it stays: what was typed there would be lost.
        """
        desk = self.views.desk
        if self.views.is_home or desk.work.busy or self.views.holds_typing:
            return
        if always or desk.has_ended:
            self._home()

    def _home(self, *, focus: bool = True) -> None:
        """Show how things stand; what was typed on the way there is forgotten."""
        on_the_way = not self.views.is_home
        if on_the_way:
            self.work.cancel()
            self.callout.clear()
        self.views.show_home(there=self._workspace is not None)
        self._show_head()
        if focus and on_the_way and self.isVisible():
            self.reveal(self.views.overview.focus(self._key))
            self._look_at_practice()

    def show_problem(self, problem: Problem) -> None:
        """A secret that Vonage refuses is told at its field, all else below."""
        self._then = ""
        if not self.work.busy:
            self.views.overview.verdict.settle()
        refused = problem.kind is ProblemKind.BAD_CREDENTIALS and problem.where is Service.VONAGE
        if refused and self.views.rotate.isVisibleTo(self):
            self.views.rotate.refuse()
        else:
            super().show_problem(problem)
