"""A plan on the desk: shown first, carried out when the person says so, told how it ended."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from textfactor.domain.plan import Plan, Receipt
from textfactor.domain.problems import Problem, ProblemKind, Service
from textfactor.services.container import Workspace
from textfactor.services.setup.scopes import lacking
from textfactor.ui import theme
from textfactor.ui.messages import tr_text
from textfactor.ui.panels.setup.asking import Asked, carrying_out
from textfactor.ui.panels.setup.desk_words import ending, lead, nothing
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.telling import show_problem
from textfactor.ui.widgets.busy_button import BusyButton
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.copy_button import CopyButton
from textfactor.ui.wizard.pages.plan_calls import Planned
from textfactor.ui.wizard.pages.plan_card import PlanCard, plan_as_text
from textfactor.ui.wizard.pages.plan_warnings import MOST, warnings
from textfactor.ui.wizard.pages.tenant_name import TenantNameField
from textfactor.ui.work import Work
from textfactor.words.changes import summarize
from textfactor.words.inputs import explain_fault


class PlanDesk(QWidget):
    """Shows one plan and runs it.

    Signals: `left` by the way back, `ended(Asked, Receipt)` when a run is over, `again_wanted(bool)` to go on with
    what a stopped run left (False) or to take it back (True), `plan_wanted` to try again to make the plan.
    """

    left = Signal()
    ended = Signal(object, object)
    again_wanted = Signal(bool)
    plan_wanted = Signal()

    def __init__(self, tools: PanelTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        # Not a stop of Tab, but where it begins with a plan: see `begin`.
        self.setProperty("focusPolicy", "ClickFocus")
        self._tools = tools
        self._asked: Asked | None = None
        self._over = False
        self._plan = Plan("", ())
        self._workspace: Workspace | None = None
        self.work = Work(tools.jobs, self)
        self._card = PlanCard(name="panel_plan")
        self._warnings = tuple(Callout() for _ in range(MOST))
        self._confirm = TenantNameField()
        self._confirm.field.setObjectName("panel_confirm_tenant")
        self.told = Callout()
        self.told.setObjectName("panel_told")
        self.go = BusyButton("", name="panel_apply")
        self.go.cancel.setText(self.tr("Stop after this step"))
        self.go.keep_no_room()
        self._back = QPushButton(self.tr("Not now"))
        self._back.setObjectName("panel_back")
        self._copy = CopyButton(self.tr("Copy as text"), self._as_text, name="panel_copy_plan")
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.RELATED)
        buttons.addWidget(self.go, 1)
        buttons.addWidget(self._back)
        buttons.addWidget(self._copy)
        buttons.addStretch(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GROUP)
        for callout in self._warnings:
            layout.addWidget(callout)
        layout.addWidget(self._confirm)
        # The rows are long: the button, and what became of it, must not lie below them.
        layout.addLayout(buttons)
        layout.addWidget(self.told)
        layout.addWidget(self._card)

    def _connect(self) -> None:
        self.go.clicked.connect(self._start)
        self._back.clicked.connect(self.left)
        self.work.said.connect(self._progress)
        self.work.failed.connect(self._failed)
        self.work.stopped.connect(self._stopped_early)
        self.work.busy_changed.connect(self._busy)

    # ------------------------------------------------------------ showing

    def prepare(self) -> None:
        """A plan is about to be made: show none that may no longer hold."""
        self.forget()
        self.go.show()
        self.go.set_usable(yes=True)
        self.go.set_label(self.tr("Read the tenant"))
        self._back.setText(self.tr("Not now"))
        self._copy.hide()

    def show_plan(self, asked: Asked, planned: Planned, workspace: Workspace) -> str:
        """Show a plan for this world and return the sentence for the head; nothing is written yet."""
        plan = self._plan = planned.plan
        self._asked, self._workspace, self._over = asked, workspace, not plan
        self._card.show_plan(plan, planned.observed)
        self._confirm.ask(asked.answers, plan)
        for callout in self._warnings:
            callout.clear()
        for callout, warning in zip(self._warnings, warnings(plan, planned.observed), strict=False):
            callout.show_message("warning", *warning)
        self.go.setVisible(bool(plan))
        self.go.set_label(self._go_label(plan))
        self.setAccessibleName(tr_text(summarize(plan)))
        self._back.setText(self.tr("Not now") if plan else self.tr("Back"))
        self._copy.setVisible(bool(plan))
        self.told.clear()
        missing = lacking(plan, planned.observed.scopes)
        self.go.set_usable(yes=not missing)
        if missing:
            self._failed(Problem(ProblemKind.MISSING_SCOPE, Service.AUTH0, " ".join(missing)))
        elif not plan:
            self.told.show_message("ok", tr_text(summarize(plan)), nothing(plan, asked))
        return lead(plan)

    @property
    def has_ended(self) -> bool:
        """Whether the plan shown has been carried out, or there was nothing to do."""
        return self._over

    def begin(self) -> None:
        """Put the keyboard where one goes on.

        That is not the button which writes: a Return that was meant for what stood here before would confirm a plan
        that nobody has read yet.
        """
        if not self._confirm.isHidden():
            self._confirm.focus()
        elif not self.go.isHidden():
            self.setFocus()
        else:
            self._back.setFocus()

    def forget(self) -> None:
        """Show nothing: another world was opened. What is being written goes on to its next safe place."""
        self.work.cancel()
        self._asked = self._workspace = None
        self._over = False
        self._plan = Plan("", ())
        self._card.show_plan(self._plan)
        self.told.clear()

    def _go_label(self, plan: Plan) -> str:
        count = len(plan.changes)
        if plan.takes_back:
            return self.tr("Take back %n changes", "", count)
        return self.tr("Apply %n changes", "", count)

    def _as_text(self) -> str:
        return plan_as_text(self._plan, tr_text(summarize(self._plan)))

    # ------------------------------------------------------------ running

    def _start(self) -> None:
        asked, workspace = self._asked, self._workspace
        if asked is None or workspace is None:
            self.plan_wanted.emit()
            return
        for issue in self._confirm.issues(asked.answers):
            self._confirm.set_error(tr_text(explain_fault(issue)))
            self._confirm.focus()
            return
        self._confirm.clear_error()
        self.told.clear()
        self._card.show_done(0)
        call = carrying_out(workspace, asked, self._plan)
        self.work.run(call, self._ended, button=self.go, write=True)

    def _progress(self, _text: str, done: int, _total: int) -> None:
        if self._plan:
            self._card.show_done(done)

    def _busy(self, busy: bool) -> None:
        self._back.setVisible(not busy)
        self._copy.setVisible(not busy)
        self._confirm.setEnabled(not busy)

    def _ended(self, receipt: Receipt) -> None:
        asked = self._asked
        if asked is None or self._workspace is not self._tools.world.workspace:
            return  # another world is open by now
        self.go.hide()
        self._confirm.ask(asked.answers, None)
        self._back.setText(self.tr("Back"))
        self._over = receipt.complete
        self._card.show_receipt(receipt)
        if receipt.complete:
            self.told.show_message(*ending(receipt))
        else:
            self._tell_stop(receipt)
        self.ended.emit(asked, receipt)
        self._back.setFocus()

    def _tell_stop(self, receipt: Receipt) -> None:
        """Say how far it got and what can be done about it."""
        if receipt.stopped_by is not None:
            show_problem(self.told, receipt.stopped_by)
        else:
            self.told.show_message(*ending(receipt))
        self.told.add_action(self.tr("Plan to finish"), self._finish, name="panel_finish")
        if receipt.applied and not receipt.plan.takes_back:
            self.told.add_action(self.tr("Plan to take back"), self._take_back, name="panel_take_back")

    def _finish(self) -> None:
        self.again_wanted.emit(False)

    def _take_back(self) -> None:
        self.again_wanted.emit(True)

    def _failed(self, problem: Problem) -> None:
        """Nothing was written: it did not come to that."""
        self._card.show_plan(self._plan)
        show_problem(self.told, problem)

    def _stopped_early(self) -> None:
        self.told.show_message("info", self.tr("Stopped"), self.tr("Nothing was written."))
