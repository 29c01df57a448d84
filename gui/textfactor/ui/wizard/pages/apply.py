"""Carries the plan out step by step; what was made can be finished after a stop, and taken back."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from textfactor.domain.answers import Answers
from textfactor.domain.inputs import Field
from textfactor.domain.plan import Plan, Receipt
from textfactor.domain.problems import Problem
from textfactor.flow.flow import PageId
from textfactor.ui import theme
from textfactor.ui.messages import fill
from textfactor.ui.widgets.busy_button import BusyButton
from textfactor.ui.wizard.page import PageTools, WizardPage
from textfactor.ui.wizard.pages.agreed import Agreed
from textfactor.ui.wizard.pages.apply_state import State, say, taken_back_in_part
from textfactor.ui.wizard.pages.plan_calls import Planned, applying, changed_by, planning, taking_back
from textfactor.ui.wizard.pages.plan_card import PlanCard
from textfactor.ui.wizard.pages.tenant_name import TenantNameField


class ApplyPage(WizardPage):
    """Writes what the review page has shown, and nothing else."""

    page_id = PageId.APPLY

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._state = State.READING
        self._plan = Plan("", ())
        self._whole = True
        self._back: Receipt | None = None
        self._agreed = Agreed()
        self._card = PlanCard(name="steps")
        self._go = BusyButton(self.tr("Go on"), name="go_on")
        self._go.cancel.setText(self.tr("Stop after this step"))
        self._go.keep_no_room()
        self._undo = QPushButton(self.tr("Undo…"))
        self._undo.setObjectName("undo")
        self._confirm = TenantNameField()
        self.register(Field.TENANT_NAME, self._confirm)
        self._keep = QPushButton(self.tr("Keep the changes"))
        self._keep.setObjectName("keep")
        self._lay_out()
        self._go.clicked.connect(self._go_on)
        self._undo.clicked.connect(self._show_undo)
        self._keep.clicked.connect(self._leave_undo)
        self._set_state(State.READING)
        self.work_said.connect(self._progress)
        tools.world.changed.connect(self._forget)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.RELATED)
        buttons.addWidget(self._go, 1)
        buttons.addWidget(self._undo)
        buttons.addWidget(self._keep)
        buttons.addStretch(0)
        # The rows are long: how it stands and the button that stops it must not lie below them.
        self.body.addLayout(buttons)
        self.body.addWidget(self._confirm)
        self.body.addWidget(self.callout)
        self.body.addWidget(self._card)

    def heading(self) -> str:
        """See the base class."""
        return self.tr("Apply the plan")

    def lead(self, answers: Answers) -> str:
        """See the base class."""
        return fill(
            self.tr(
                "Each step is compared with {domain} before it is written, and noted down on this computer, so that "
                "it can be finished or taken back."
            ),
            domain=answers.domain,
        )

    def may_continue(self, answers: Answers) -> bool:
        """See the base class."""
        return answers.applied and self._state is State.DONE

    def entered(self) -> None:
        """Begin: the click on the review page's button led here. Without a reviewed plan nothing is written."""
        if self.busy:
            return
        plan, self.tools.world.plan = self.tools.world.plan, None
        if plan is not None:
            self._start(plan)
        elif self._state is State.READING or self._plan.domain != self.answers.domain:
            self._read()
        else:
            self._say()

    def show_problem(self, problem: Problem) -> None:
        """A problem leaves what was made as it is; one can go on or take it back."""
        super().show_problem(problem)
        self._set_state(State.STOPPED)

    def cancelled(self) -> None:
        """See the base class."""
        super().cancelled()
        self._set_state(State.STOPPED)

    # ------------------------------------------------------------ running

    def _go_on(self) -> None:
        issues = self._confirm.issues(self.answers)
        self.mark(issues)
        if issues:
            return
        if self._state is State.SHOWN or self._plan.takes_back:
            self._start(self._plan)
        else:
            self._read()

    def _read(self) -> None:
        """Compare once more: what is left may be less than what was planned, or something else."""
        call = planning(self.tools.world.need(), self.tools.services, self.answers)
        self.run(call, self._replanned, button=self._go)

    def _replanned(self, planned: Planned) -> None:
        world = self.tools.world
        world.observed = planned.observed
        if planned.last is not None and not world.receipts:
            world.receipts = (planned.last,)
        if not planned.plan:
            self._plan = planned.plan
            self._card.show_plan(self._plan)
            self._finish()
        elif self._agreed.covers(planned.plan):
            self._start(planned.plan)
        else:
            self._show(planned.plan, State.SHOWN)

    def _start(self, plan: Plan) -> None:
        """Write. Everything in `plan` has been on the screen before, and a click said yes to it."""
        if not plan.takes_back:
            self._agreed.add(plan)
        self.tools.world.observed = None  # what was found will no longer hold
        self._show(plan, State.RUNNING)
        self._card.show_done(0)
        self.run(
            applying(self.tools.world.need(), self.answers, plan), self._ended, button=self._go, write=True
        )

    def _progress(self, _text: str, done: int, _total: int) -> None:
        if self._state is State.RUNNING:
            self._card.show_done(done)

    def _ended(self, receipt: Receipt) -> None:
        world, back = self.tools.world, self._plan.takes_back
        if receipt.applied and not back:
            world.receipts = (*world.receipts, receipt)
        if back:
            self.update_answers(replace(self.answers, applied=False, login_accepted=False))
        if not receipt.complete:
            self._stopped(receipt)
            return
        self._card.show_receipt(receipt)
        if back:
            self._whole = all(change.undo for change in changed_by(world.receipts))
            self._back = receipt
            world.receipts = ()
            self._set_state(State.UNDONE)
            self._say()
            self.reveal(self.callout)
        else:
            self._finish()

    def _stopped(self, receipt: Receipt) -> None:
        """Mark how far it got."""
        self._card.show_receipt(receipt)
        if receipt.stopped_by is not None:
            self.show_problem(receipt.stopped_by)
        else:
            self._set_state(State.STOPPED)
            self._say()

    def _finish(self) -> None:
        self._set_state(State.DONE)
        self.update_answers(replace(self.answers, applied=True))
        self._say()
        self.reveal(self.callout)

    # ------------------------------------------------------------ undo

    def _show_undo(self) -> None:
        self._show(self._undo_plan(), State.UNDO_SHOWN)
        self._go.setFocus()

    def _undo_plan(self) -> Plan:
        return taking_back(self.answers.domain, self.tools.world.receipts)

    def _leave_undo(self) -> None:
        """Keep what was made; how far it got is read anew."""
        self._plan = Plan(self.answers.domain, ())
        self._card.show_plan(self._plan)
        self._set_state(State.DONE if self.answers.applied else State.STOPPED)
        self._say()
        if self._state is State.DONE:
            self.next_focus_wanted.emit()
        else:
            self._go.setFocus()

    # ------------------------------------------------------------ showing

    def _show(self, plan: Plan, state: State) -> None:
        self._plan = plan
        self._card.show_plan(plan)
        self._set_state(state)
        self._say()

    def _set_state(self, state: State) -> None:
        self._state = state
        at_go = (State.READING, State.RUNNING, State.SHOWN, State.STOPPED, State.UNDO_SHOWN)
        self._go.setVisible(state in at_go)
        self._go.set_label(self._go_label())
        undoable = bool(self._undo_plan()) and not self._plan.takes_back
        self._undo.setVisible(undoable and state in (State.DONE, State.STOPPED, State.SHOWN))
        self._keep.setVisible(state is State.UNDO_SHOWN)
        waits = state in (State.SHOWN, State.UNDO_SHOWN)
        self._confirm.ask(self.answers, self._plan if waits else None)
        self.labels_changed.emit()

    def _go_label(self) -> str:
        count = len(self._plan.changes)
        if self._state is State.STOPPED:
            return self.tr("Go on")
        back = self._plan.takes_back
        return self.tr("Take back %n changes", "", count) if back else self.tr("Apply %n changes", "", count)

    def _say(self) -> None:
        """Say where it stands."""
        left_out = len(changed_by(self.tools.world.receipts)) - len(self._plan.changes)
        told = say(self._state, self.answers, self._card.signs(), whole=self._whole, left_out=left_out)
        if self._state is State.UNDONE and self._back is not None and self._back.left:
            told = taken_back_in_part(self._back, whole=self._whole)
        if told is None:
            self.callout.clear()
            return
        self.callout.show_message(*told)
        if self._state is State.UNDONE:
            self.callout.add_action(
                self.tr("Back to the plan"), partial(self.page_wanted.emit, PageId.REVIEW), name="to_review"
            )

    def _forget(self) -> None:
        """Another world: nothing here is about it."""
        self._agreed.forget()
        self._plan = Plan("", ())
        self._card.show_plan(self._plan)
        self._set_state(State.READING)
