"""A small world and small pages for tests of the window, and the very screens of the look pictures."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLabel, QPushButton
from tests.fakes.profiles import InMemoryKeeper, InMemoryProfiles
from tests.fakes.world import InMemoryJournal
from tests.support.knowledge import known
from tests.support.rules import rules

from textfactor.adapters.folders import Folders
from textfactor.domain.answers import Answers, Environment
from textfactor.domain.inputs import Fault, Field, InputIssue
from textfactor.domain.profile import Endpoints, Profile
from textfactor.domain.sending import PhoneNumber
from textfactor.flow.flow import PageId
from textfactor.services.container import Services
from textfactor.services.context import Call
from textfactor.ui.widgets.busy_button import BusyButton
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.card import Card
from textfactor.ui.widgets.change_row import ChangeRow
from textfactor.ui.widgets.copy_button import CopyButton
from textfactor.ui.widgets.labelled_field import LabelledField
from textfactor.ui.widgets.phone_preview import PhonePreview
from textfactor.ui.widgets.text_area import TextArea
from textfactor.ui.wizard.page import PageTools, WizardPage


class Drafts:
    """A draft store in memory."""

    def __init__(self, draft: tuple[str, Answers] | None = None) -> None:
        self.draft = draft
        self.saved: list[tuple[str, Answers]] = []

    def load(self) -> tuple[str, Answers] | None:
        return self.draft

    def save(self, page: str, answers: Answers) -> None:
        self.saved.append((page, answers))

    def clear(self) -> None:
        self.draft = None


class Numbers:
    """Knows one number."""

    def name_in(self, language: str) -> None:
        """Speaks English only."""

    def parse(self, typed: str) -> PhoneNumber | None:
        if not typed.startswith("+49"):
            return None
        digits = "".join(c for c in typed if c.isdigit())
        return PhoneNumber(digits, typed, "DE", "Germany", "mobile")


class World:
    """As much of a workspace as the window itself looks at."""

    def __init__(self, *, practice: bool = True) -> None:
        self.profile = Profile("p1", "acme", Environment.STAGING, practice, Endpoints())
        self.closed = 0
        self.journal = InMemoryJournal()
        self.phone: Any = None
        self.lab: Any = None
        self.board: Any = None

    def close(self) -> None:
        self.closed += 1


def any_world(*_: object) -> Any:
    """A world for whoever asks; `Any`, as it is less than a whole workspace."""
    return World()


def services(drafts: Drafts | None = None) -> Services:
    return Services(
        any_world,
        any_world,
        drafts or Drafts(),
        Numbers(),
        lambda path: "exports.x = 1;",
        known,
        sending_rules=rules,
        folders=Folders(),
        profiles=InMemoryProfiles(),
        secrets=InMemoryKeeper(),
    )


class DemoPage(WizardPage):
    """One field, and a guard that a test sets."""

    page_id = PageId.WELCOME
    call: Call[Any] | None = None
    entries = 0

    def __init__(self, tools: PageTools) -> None:
        super().__init__(tools)
        self.line = LabelledField("API key", "Vonage dashboard, API settings", name="api_key")
        self.body.addWidget(self.line)
        self.register(Field.API_KEY, self.line)

    def heading(self) -> str:
        return self.page_id.value.title()

    def lead(self, answers: Answers) -> str:
        return "One sentence."

    def show_answers(self, answers: Answers) -> None:
        self.line.set_text(answers.api_key)

    def collect(self, answers: Answers) -> Answers:
        return replace(answers, api_key=self.line.text())

    def check(self, answers: Answers) -> tuple[InputIssue, ...]:
        return (InputIssue(Field.API_KEY, Fault.EMPTY),) if answers.api_key == "wrong" else ()

    def guard(self, answers: Answers) -> Call[Any] | None:
        return self.call

    def accept_result(self, answers: Answers, result: Any) -> Answers:
        changed: Answers = result(answers) if callable(result) else answers  # pyright: ignore[reportAssignmentType]
        return changed

    def entered(self) -> None:
        self.entries += 1


def demo_pages(**calls: Call[Any]) -> dict[PageId, Callable[[PageTools], WizardPage]]:
    """Make one demo page for each id; `calls` are the guards by the page's name."""

    def factory(page: PageId) -> Callable[[PageTools], WizardPage]:
        members = {"page_id": page, "call": staticmethod(calls[page.value]) if page.value in calls else None}
        cls = type(f"Demo{page.value.title()}", (DemoPage,), members)

        def make(tools: PageTools) -> WizardPage:
            made = cls(tools)
            made.setCommitPage(page is PageId.REVIEW)
            return made

        return make

    return {page: factory(page) for page in PageId}


class ReviewLook(DemoPage):
    """The review screen of the look pictures."""

    page_id = PageId.REVIEW

    def __init__(self, tools: PageTools) -> None:
        WizardPage.__init__(self, tools)
        card = Card(ruled=True)
        for sign, title, request, before, after in (
            (
                "+",
                "Create the sender",
                "POST /actions/actions",
                "no Action on this trigger",
                "Textfactor sender, Node 22, 3 secrets set",
            ),
            ("+", "Deploy the sender", "POST /actions/actions/…/deploy", "", "version 1"),
            (
                "~",
                "Select the custom phone provider",
                "PATCH /branding/phone/providers/pro_1234567890abcdefghijklmnop",
                "twilio",
                "custom, text messages",
            ),
            ("~", "Switch the SMS factor on", "PUT /guardian/factors/sms", "off", "on"),
            (
                "~",
                "Verification message",
                "PATCH /branding/phone/templates/tem_1234567890abcdef",
                "vendor's default",
                "“Your {{ friendly_name }} code is {{ code }}.”",
            ),
            ("=", "MFA policy", "", "all applications", "unchanged"),
        ):
            card.add(ChangeRow(sign, title, request, before=before, after=after))
        self.body.addWidget(card)
        note = Callout()
        note.show_message(
            "warning",
            "Twilio sends your codes today",
            "From the third change on, Vonage does. Undo puts Twilio back; its credentials stay.",
        )
        self.body.addWidget(note)
        self._copy: QPushButton = CopyButton("Copy as text", lambda: "plan", name="copy")

    def heading(self) -> str:
        return "Review the plan"

    def lead(self, answers: Answers) -> str:
        return (
            "5 changes to acme-staging.eu.auth0.com. Nothing has been written yet; every change can be taken "
            "back except the test SMS."
        )

    def show_answers(self, answers: Answers) -> None:
        pass

    def collect(self, answers: Answers) -> Answers:
        return answers

    def next_label(self, answers: Answers) -> str:
        return "Apply 5 changes"

    def footer_buttons(self) -> tuple[QPushButton, ...]:
        return (self._copy,)


class TestLook(ReviewLook):
    """The test-message screen of the look pictures."""

    __test__ = False
    page_id = PageId.TEST

    def __init__(self, tools: PageTools) -> None:
        WizardPage.__init__(self, tools)
        self.number = LabelledField("Phone number", name="number")
        self.number.set_text("+49 1512 3456789")
        self.number.set_hint("Germany, mobile · sent as 4915123456789")
        self.text = TextArea("Message", name="text")
        self.text.set_text("Your Acme code is 493 027. It expires in 5 minutes.")
        self.text.set_hint("52 of 160 characters, 1 part, GSM-7")
        self.send = BusyButton("Send one SMS", name="send")
        self.send.set_note("Balance € 8.42")
        answer = Callout()
        answer.show_message(
            "ok",
            "Vonage accepted the message",
            "Message id 0A00…BCD1 · network 26201 · € 0.0721. Accepted is not delivered yet.",
        )
        for part in (self.number, self.text, self.send, answer):
            self.body.addWidget(part)
        phone = PhonePreview()
        phone.set_sender("Acme")
        phone.set_bubbles(("Your Acme code is 493 027. It expires in 5 minutes.",))
        phone.set_counts("1 part · GSM-7 · 52 of 160")
        phone.set_price("about € 0.0721 to Germany")
        self.set_aside(phone)

    def heading(self) -> str:
        return "Send a test message"

    def lead(self, answers: Answers) -> str:
        return "One SMS goes out when you click Send. It costs about € 0.07 and you see exactly what Vonage answers."

    def next_label(self, answers: Answers) -> str:
        return "Next"

    def footer_buttons(self) -> tuple[QPushButton, ...]:
        return ()


def look_pages() -> dict[PageId, Callable[[PageTools], WizardPage]]:
    """Demo pages, with the two screens of the look pictures among them."""
    return {**demo_pages(), PageId.REVIEW: ReviewLook, PageId.TEST: TestLook}


def texts(page: WizardPage) -> list[str]:
    """Every sentence that stands on a page."""
    return [label.text() for label in page.findChildren(QLabel) if label.text()]
