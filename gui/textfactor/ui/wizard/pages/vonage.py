"""The Vonage account: key, secret and sender, checked without cost."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from textfactor.domain.answers import Answers
from textfactor.domain.inputs import Field, InputIssue
from textfactor.domain.problems import Problem, ProblemKind
from textfactor.domain.profile import CredentialOffer
from textfactor.domain.secret import Secret
from textfactor.flow.flow import PageId
from textfactor.services.context import Call
from textfactor.services.sending.credentials import AccountFacts
from textfactor.ui.jobs import Done, Outcome
from textfactor.ui.messages import fill
from textfactor.ui.widgets.busy_button import BusyButton
from textfactor.ui.widgets.link_button import open_page
from textfactor.ui.wizard.page import PageTools, Remedy, WizardPage
from textfactor.ui.wizard.pages.own_tenant import VONAGE_HOME
from textfactor.ui.wizard.pages.session_choice import OF_THE_KEYRING, SessionChoice
from textfactor.ui.wizard.pages.vonage_calls import (
    Kept,
    asking_the_store,
    checking,
    fetching,
)
from textfactor.ui.wizard.pages.vonage_fields import VonageFields
from textfactor.ui.wizard.pages.vonage_offers import VonageOffers
from textfactor.ui.wizard.pages.vonage_words import account_told

_MOST_SENDERS = 3


class VonagePage(WizardPage):
    """Asks for the account and checks it."""

    page_id = PageId.VONAGE

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._taken: CredentialOffer | None = None
        self._fields_box = VonageFields()
        self._offers = VonageOffers(tools, self._fields_box, self)
        self._offers.wanted.connect(self._use)
        self._check = BusyButton(self.tr("Check now"), name="check_now", primary=False)
        self._check.clicked.connect(self._check_now)
        self._session = SessionChoice(tools.services, tools.jobs)
        self._session.failed.connect(self.show_problem)
        self._session.chosen.connect(self._session_chosen)
        for part in (self._offers.banner, self._fields_box, self._session, self._check):
            self.body.addWidget(part)
        self.register(Field.API_KEY, self._fields_box.key)
        self.register(Field.API_SECRET, self._fields_box.secret)
        self.register(Field.SENDER, self._fields_box.sender_id)
        self.changed.connect(self._offers.compare)
        tools.world.changed.connect(self._fields_box.clear)

    def heading(self) -> str:
        """See the base class."""
        return self.tr("Your Vonage account")

    def lead(self, answers: Answers) -> str:
        """See the base class."""
        del answers
        return self.tr(
            "Textfactor reads the account's balance and its numbers. That costs nothing, and nothing is sent."
        )

    def show_answers(self, answers: Answers) -> None:
        """See the base class."""
        if answers.vonage_checked:
            self._fields_box.expect_kept()
        self._fields_box.show_values(answers.api_key, answers.sender)

    def collect(self, answers: Answers) -> Answers:
        """Only what is an API key becomes one: a secret in the wrong field must not reach the draft."""
        fields = self._fields_box
        checked = answers.vonage_checked and fields.fresh_secret() is None
        return replace(
            answers, api_key=fields.clean_key(), sender=fields.clean_sender(), vonage_checked=checked
        )

    def check(self, answers: Answers) -> tuple[InputIssue, ...]:
        """See the base class."""
        del answers
        self._offer_swap()
        return self._fields_box.issues(with_sender=True)

    def guard(self, answers: Answers) -> Call[Any] | None:
        """Check the account, unless it was checked as it stands here."""
        fresh = self._fields_box.fresh_secret()
        return None if self._known(answers) else checking(self.tools.world.need(), answers, fresh)

    def _known(self, answers: Answers) -> bool:
        checked = answers.vonage_checked and self.tools.world.account is not None
        return checked and self._fields_box.fresh_secret() is None

    def next_label(self, answers: Answers) -> str:
        """See the base class."""
        return self.tr("Next") if self._known(answers) else self.tr("Check")

    def stays_with(self, result: AccountFacts) -> bool:
        """See the base class."""
        self._offers.compare()
        self._show_facts(result)
        return True

    def mark(self, issues: tuple[InputIssue, ...]) -> None:
        """See the base class. What is missing in empty fields is the account that is at hand."""
        point = self._offers.is_missed(issues)
        super().mark(() if point else issues)
        if point:
            told = self.tr("Nothing was checked. Take the practice account above.")
            self.callout.show_message("info", self.tr("Key, secret and sender are missing"), told)
            self._offers.banner.point()

    def accept_result(self, answers: Answers, result: AccountFacts) -> Answers:
        """Keep what was found; the secret is in the store now."""
        self.tools.world.account = result
        self._fields_box.settled(answers.api_key, lasting=result.lasting)
        return replace(answers, vonage_checked=not self._fields_box.issues(with_sender=True))

    def entered(self) -> None:
        """Look for credentials on this machine and for the kept secret; show what the last check found."""
        facts = self.tools.world.account
        if facts is not None and self.answers.vonage_checked and not self.busy:
            self._show_facts(facts)
        workspace = self.tools.world.need()
        self._session.show_for(workspace.profile.id, practice=self._practice())
        self._offers.look()
        self.tools.jobs.start(asking_the_store(workspace), self._asked)

    def remedy(self, problem: Problem) -> Remedy | None:
        """See the base class."""
        if problem.kind is ProblemKind.BAD_CREDENTIALS:
            return Remedy(self.tr("Open the Vonage dashboard"), self._open_dashboard)
        if problem.kind in OF_THE_KEYRING:
            return Remedy(self.tr("Keep it for this session only"), self._session.choose_memory)
        return None

    # ------------------------------------------------------------ what is at hand

    def _asked(self, outcome: "Outcome[Kept]") -> None:
        if isinstance(outcome, Done) and outcome.value.workspace is self.tools.world.workspace:
            self._fields_box.known_as_kept(self.answers.api_key if outcome.value.there else "")
            self._offers.compare()

    def _practice(self) -> bool:
        return self.tools.world.need().profile.practice

    def _use(self, offer: CredentialOffer) -> None:
        self._taken = offer
        self.run(fetching(self.tools.world.need(), offer), self._fetched)

    def _fetched(self, secret: Secret) -> None:
        offer, fields = self._taken, self._fields_box
        if offer is None:
            return
        fields.key.set_text(offer.api_key)
        fields.key.clear_error()
        fields.hold(secret, self.tr("the practice world") if self._practice() else offer.source)
        if offer.sender:
            fields.sender_id.set_text(offer.sender)
            fields.sender_id.clear_error()
        self._check.setFocus()
        self.changed.emit()

    # ------------------------------------------------------------ the check

    def _check_now(self) -> None:
        self.changed.emit()
        self._offer_swap()
        issues = self._fields_box.issues(with_sender=False)
        self.mark(issues)
        if not issues:
            fresh = self._fields_box.fresh_secret()
            self.run(
                checking(self.tools.world.need(), self.answers, fresh), self._checked, button=self._check
            )

    def _checked(self, facts: AccountFacts) -> None:
        self.update_answers(self.accept_result(self.as_asked(), facts))
        self.stays_with(facts)

    def _show_facts(self, facts: AccountFacts) -> None:
        able = tuple(number for number in facts.numbers if number.can_send_sms)
        self.callout.show_message(*account_told(facts, practice=self._practice()))
        if all(self._fields_box.clean_sender() != number.digits for number in able):
            for number in able[:_MOST_SENDERS]:
                label = fill(self.tr("Send from {number}"), number=number.digits)
                self.callout.add_action(
                    label, partial(self._send_from, number.digits), name=f"from_{number.digits}"
                )
        self.reveal(self.callout)

    def _send_from(self, digits: str) -> None:
        self._fields_box.sender_id.set_text(digits)
        self._fields_box.sender_id.clear_error()
        self.callout.clear_actions()
        self.changed.emit()

    def _offer_swap(self) -> None:
        if self._fields_box.are_swapped():
            self.callout.show_message("warning", self.tr("Key and secret stand in each other's field"))
            self.callout.add_action(self.tr("Swap them"), self._swap, name="swap")

    def _swap(self) -> None:
        self._fields_box.swap()
        self.callout.clear()
        self.changed.emit()

    def _session_chosen(self, memory: bool) -> None:
        """Go on where the keyring was in the way."""
        if memory and self.callout.tone() == "error":
            self._check_now()

    def _open_dashboard(self) -> None:
        open_page(VONAGE_HOME)
