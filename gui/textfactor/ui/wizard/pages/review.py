"""The plan before anything is written: every request, what was and what shall be. Applying starts from here."""

from dataclasses import replace

from PySide6.QtWidgets import QPushButton, QWidget

from textfactor.domain.answers import Answers
from textfactor.domain.inputs import Field, InputIssue
from textfactor.domain.plan import Plan
from textfactor.domain.problems import Problem, ProblemKind, Service
from textfactor.flow.flow import PageId
from textfactor.services.setup.scopes import lacking
from textfactor.services.setup.standing import rivals
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.copy_button import CopyButton
from textfactor.ui.wizard.page import PageTools, Remedy, WizardPage
from textfactor.ui.wizard.pages.plan_calls import Planned, planning, stopped_choice
from textfactor.ui.wizard.pages.plan_card import PlanCard, plan_as_text
from textfactor.ui.wizard.pages.plan_warnings import MOST, warnings
from textfactor.ui.wizard.pages.replace_choice import ReplaceChoice
from textfactor.ui.wizard.pages.tenant_name import TenantNameField
from textfactor.words.changes import summarize


class ReviewPage(WizardPage):
    """Shows the plan. Its Next is the click that lets the apply page write."""

    page_id = PageId.REVIEW

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self.setCommitPage(True)
        self._plan: Plan | None = None
        self._lacking: tuple[str, ...] = ()
        self._card = PlanCard()
        self._warnings = tuple(Callout() for _ in range(MOST))
        self._confirm = TenantNameField()
        self._replace = ReplaceChoice()
        self._replace.chosen.connect(self._chose)
        self._copy = CopyButton(self.tr("Copy as text"), self._as_text, name="copy_plan")
        self.body.addWidget(self._replace)
        # Above the rows: below a long plan nobody would see them before the click.
        for callout in self._warnings:
            self.body.addWidget(callout)
        self.body.addWidget(self._card)
        self.body.addWidget(self._confirm)
        self.register(Field.TENANT_NAME, self._confirm)

    def heading(self) -> str:
        """See the base class."""
        return self.tr("Review the plan")

    def lead(self, answers: Answers) -> str:
        """See the base class."""
        if self._plan is None:
            return fill(
                self.tr("Textfactor reads {domain} once more and compares. Nothing is written by that."),
                domain=answers.domain,
            )
        if not self._plan:
            return self.tr("Nothing to do: everything is in place already, and nothing will be written.")
        full = all(change.undo for change in self._plan.changes)
        promise = (
            self.tr("{summary}. Nothing of this plan has been written yet; every change can be taken back.")
            if full
            else self.tr(
                "{summary}. Nothing of this plan has been written yet; most of it can be taken back."
            )
        )
        return fill(promise, summary=tr_text(summarize(self._plan)))

    def show_answers(self, answers: Answers) -> None:
        """See the base class."""
        self._forget()
        self.take_answers(answers)

    def check(self, answers: Answers) -> tuple[InputIssue, ...]:
        """Production asks for the tenant's name."""
        return self._confirm.issues(answers)

    def next_label(self, answers: Answers) -> str:
        """See the base class."""
        del answers
        if self._plan is None:
            return self.tr("Apply")
        if not self._plan:
            return self.tr("Continue")
        return self.tr("Apply %n changes", "", len(self._plan.changes))

    def may_continue(self, answers: Answers) -> bool:
        """See the base class."""
        del answers
        ready = self._plan is not None and not self._lacking and not self._replace.waits
        return ready and not self.busy

    def footer_buttons(self) -> tuple[QPushButton, ...]:
        """See the base class."""
        return (self._copy,)

    def remedy(self, problem: Problem) -> Remedy | None:
        """See the base class."""
        if problem.kind in (
            ProblemKind.MISSING_SCOPE,
            ProblemKind.BAD_CREDENTIALS,
            ProblemKind.SECRET_MISSING,
        ):
            return Remedy(self.tr("Back to the tenant page"), self._to_tenant)
        return Remedy(self.tr("Read the tenant again"), self.entered)

    def entered(self) -> None:
        """Read the tenant and plan, each time anew: the tenant may have changed meanwhile."""
        self._forget()
        self.run(planning(self.tools.world.need(), self.tools.services, self.answers), self._planned)

    def cancelled(self) -> None:
        """See the base class."""
        super().cancelled()
        self.callout.add_action(self.tr("Read the tenant again"), self.entered, name="remedy")

    # ------------------------------------------------------------ inside

    def _planned(self, planned: Planned) -> None:
        self._plan = planned.plan
        self._lacking = lacking(planned.plan, planned.observed.scopes)
        self.tools.world.observed = planned.observed
        self.tools.world.plan = planned.plan if planned.plan else None
        if planned.last is not None and not planned.last.complete and not self.tools.world.receipts:
            # What a killed run made can be taken back together with what this plan makes.
            self.tools.world.receipts = (planned.last,)
        # The factor page asks already, unless the tenant could not be read there.
        answers = replace(self.answers, plan_size=len(planned.plan.changes))
        self._replace.ask(rivals(planned.observed) if answers.replaces is None else (), None)
        if self._replace.suggest(stopped_choice(planned.last)):  # the plan was made so
            answers = replace(answers, replaces=self._replace.value())
        self._card.show_plan(planned.plan, planned.observed)
        self._copy.setEnabled(True)
        self._confirm.ask(self.answers, planned.plan)
        for callout, warning in zip(self._warnings, warnings(planned.plan, planned.observed), strict=False):
            callout.show_message("warning", *warning)
        self.update_answers(answers)
        self.take_answers(self.answers)
        self.labels_changed.emit()
        if self._lacking:
            scopes = " ".join(self._lacking)
            self.show_problem(Problem(ProblemKind.MISSING_SCOPE, Service.AUTH0, scopes))

    def _chose(self) -> None:
        """Plan again: the answer changes what is written."""
        stops = self._replace.value()
        if not self.busy and stops is not None:
            self.update_answers(replace(self.answers, replaces=stops))
            self.entered()

    def _forget(self) -> None:
        """Show nothing that may no longer hold, and let nothing of it be applied."""
        self._plan = self.tools.world.plan = None
        self._lacking = ()
        self._card.hide()
        self._replace.ask((), None)
        self._confirm.ask(self.answers, None)
        self._copy.setEnabled(False)
        for callout in self._warnings:
            callout.clear()

    def _as_text(self) -> str:
        plan = self._plan
        return "" if plan is None else plan_as_text(plan, tr_text(summarize(plan)))

    def _to_tenant(self) -> None:
        self.page_wanted.emit(PageId.TENANT)
