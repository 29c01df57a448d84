"""The SMS factor, who sends today, and when a second factor is asked for."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from textfactor.domain.answers import Answers, PolicyWish
from textfactor.domain.problems import Problem
from textfactor.domain.tenant import Observed
from textfactor.flow.flow import PageId
from textfactor.services.setup.standing import rivals
from textfactor.ui.messages import fill
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.choice_cards import ChoiceCards
from textfactor.ui.widgets.labels import TextLabel
from textfactor.ui.wizard.page import PageTools, Remedy, WizardPage
from textfactor.ui.wizard.pages.check_option import CheckOption
from textfactor.ui.wizard.pages.fact_list import FactList
from textfactor.ui.wizard.pages.factor_notes import (
    asks_nobody,
    facts,
    policy_barred,
    policy_now,
    provider_note,
)
from textfactor.ui.wizard.pages.plan_calls import reading, stopping
from textfactor.ui.wizard.pages.replace_choice import ReplaceChoice


class FactorPage(WizardPage):
    """Asks what shall be on, and for whom."""

    page_id = PageId.FACTOR

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._on = CheckOption(
            self.tr("SMS factor on"),
            self.tr("Text messages count as a second factor. Off keeps all ready, but sends no codes."),
            name="factor_on",
        )
        self._provider = Callout()
        self._provider.setObjectName("provider_note")
        self._replace = ReplaceChoice()
        self._policy: ChoiceCards[PolicyWish] = ChoiceCards(name="policy")
        self._policy.setAccessibleName(self.tr("When a second factor is asked for"))
        self._add_choices()
        self._nobody = Callout()
        self._nobody.setObjectName("nobody_note")
        self._facts = FactList(self.tr("In the tenant now"), self.tr("Not read yet."), name="factor_facts")
        title = TextLabel(self.tr("When a second factor is asked for"), "section")
        for part in (self._on, self._provider, self._replace, title, self._policy, self._nobody):
            self.body.addWidget(part)
        self.set_aside(self._facts)
        self._on.changed.connect(self._edited)
        self._policy.chosen.connect(self._edited)
        self._replace.chosen.connect(self._edited)

    def _add_choices(self) -> None:
        self._policy.add(PolicyWish.LEAVE, self.tr("Leave it as it is"))
        self._policy.add(
            PolicyWish.ALWAYS,
            self.tr("Always"),
            self.tr(
                "Every login to every application. Users without a second factor set one up at their next login."
            ),
        )
        self._policy.add(
            PolicyWish.NEVER,
            self.tr("Never by policy"),
            self.tr("Only a post-login Action of yours can still ask for it."),
        )

    def heading(self) -> str:
        """See the base class."""
        return self.tr("The SMS factor")

    def lead(self, answers: Answers) -> str:
        """See the base class."""
        del answers
        return self.tr(
            "What shall be on, and who is asked for a code. Nothing is written before you have seen the plan."
        )

    def show_answers(self, answers: Answers) -> None:
        """See the base class."""
        self._on.set_value(yes=answers.factor_on)
        self._policy.set_value(answers.policy)

    def collect(self, answers: Answers) -> Answers:
        """See the base class."""
        stops = self._replace.value()
        return replace(
            answers,
            factor_on=self._on.value(),
            policy=self._policy.value(),
            replaces=answers.replaces if stops is None else stops,
        )

    def may_continue(self, answers: Answers) -> bool:
        """Whether two Actions shall send is for the person to say."""
        del answers
        return not self._replace.waits

    def entered(self) -> None:
        """Show what was found; read the tenant if nobody has yet, as after a new start."""
        self._on.setFocus()
        self._show_found()
        if self._found() is None:
            self.run(reading(self.tools.world.need(), self.answers), self._read)

    def remedy(self, problem: Problem) -> Remedy | None:
        """See the base class."""
        del problem
        return Remedy(self.tr("Read the tenant again"), self.entered)

    # ------------------------------------------------------------ inside

    def _found(self) -> Observed | None:
        """What was found in the very tenant that the answers name."""
        observed = self.tools.world.observed
        return observed if observed is not None and observed.domain == self.answers.domain else None

    def _read(self, observed: Observed) -> None:
        self.tools.world.observed = observed
        self._show_found()

    def _edited(self, *_what: object) -> None:
        self._show_nobody()
        self.changed.emit()

    def _show_found(self) -> None:
        observed = self._found()
        self._facts.show_facts(facts(observed) if observed is not None else ())
        note = provider_note(observed) if observed is not None else None
        if note is None:
            self._provider.clear()
        else:
            self._provider.show_message("warning", *note)
        others = rivals(observed) if observed is not None else ()
        self._replace.ask(others, self.answers.replaces)
        if self._replace.waits:
            self.run(stopping(self.tools.world.need(), self.answers), self._answered_before)
        self._show_choices(observed)
        self._show_nobody()
        self.labels_changed.emit()

    def _answered_before(self, names: tuple[str, ...]) -> None:
        """Choose what a stopped run was to do, be it of the window or of a command: it can be chosen otherwise."""
        if self._replace.waits and self._replace.suggest(names):
            self._edited()

    def _show_choices(self, observed: Observed | None) -> None:
        leave = self._policy.card(PolicyWish.LEAVE)
        leave.set_body("" if observed is None else fill(self.tr("Now: {state}"), state=policy_now(observed)))
        barred = policy_barred(observed) if observed is not None else ""
        for wish in (PolicyWish.ALWAYS, PolicyWish.NEVER):
            card = self._policy.card(wish)
            card.setEnabled(not barred or self._policy.value() is wish)
            card.setToolTip(barred)
        if barred:
            leave.set_body(f"{leave.accessibleDescription()}. {barred}")

    def _show_nobody(self) -> None:
        """Say plainly when nobody will be asked."""
        observed = self._found()
        if observed is None or not self._on.value() or not asks_nobody(observed, self._policy.value()):
            self._nobody.clear()
            return
        told = self.tr(
            "No policy asks for a second factor. Unless a post-login Action of yours does, logins go on without a "
            "code, and trying a login here shows none."
        )
        self._nobody.show_message("warning", self.tr("Nobody will be asked for a code"), told)
