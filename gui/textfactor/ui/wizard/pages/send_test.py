"""One test message: what it takes, one click that sends one SMS, and what became of it."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from textfactor.domain.answers import Answers
from textfactor.domain.inputs import Field, InputIssue
from textfactor.domain.login import ReceivedSms
from textfactor.domain.problems import Problem, ProblemKind
from textfactor.domain.sending import SendOutcome, SendResult
from textfactor.domain.sms_text import measure
from textfactor.flow.flow import PageId
from textfactor.services.sending.history import NotedSend
from textfactor.services.sending.test_message import wrong_inputs
from textfactor.services.sending.throttle import asked_to_wait
from textfactor.ui.jobs import Done, Outcome
from textfactor.ui.messages import tr_text
from textfactor.ui.sending.first_text import first_text
from textfactor.ui.sending.practice_phone import practice_lead, show_received
from textfactor.ui.widgets.busy_button import BusyButton
from textfactor.ui.widgets.number_field import EXAMPLE_NUMBER, NumberField
from textfactor.ui.widgets.phone_preview import PhonePreview
from textfactor.ui.widgets.text_area import TextArea
from textfactor.ui.wizard.page import PageTools, WizardPage
from textfactor.ui.wizard.pages.before_sending import BeforeSending
from textfactor.ui.wizard.pages.counting import counts_hint, counts_short
from textfactor.ui.wizard.pages.send_calls import Sent, sending, warming, watching
from textfactor.ui.wizard.pages.send_report import SendReport
from textfactor.ui.wizard.pages.send_words import lead_told, left_told, price_told
from textfactor.words.inputs import explain_fault
from textfactor.words.sending import rest_words


class SendTestPage(WizardPage):
    """Sends one SMS at a click and never another one by itself."""

    page_id = PageId.TEST

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(tools, parent)
        self._number = NumberField(self.tr("Phone number"), name="number")
        self._before = BeforeSending(self, self._number)
        self._text = TextArea(self.tr("Message"), name="text")
        self._send = BusyButton(self.tr("Send one SMS"), name="send")
        self._looked = QCheckBox(self.tr("I looked at the phone; send another one"))
        self._looked.setObjectName("send_anyway")
        self._report = SendReport(tools.jobs, tools.world, self._now)
        self._checks = self._before.checks
        self._phone = PhonePreview()
        for part in (self._number, self._text, self._looked, self._send, self._report, self._checks):
            self.body.addWidget(part)
        self.set_aside(self._phone)
        self._connect()

    def _connect(self) -> None:
        self.register(Field.NUMBER, self._number)
        self.register(Field.TEXT, self._text)
        self._number.changed.connect(self._number_typed)
        self._text.changed.connect(self._text_typed)
        self._send.clicked.connect(self._send_one)
        self._looked.toggled.connect(self._show_button)
        self._report.answered.connect(self._arrived)
        self._report.panel_wanted.connect(self._open_troubleshoot)
        self._number.line.returnPressed.connect(self._to_send)
        self._number.line.editingFinished.connect(self._before.look)
        self._send.rested.connect(self._show_note)
        self._before.priced.connect(self._priced)
        self.tools.world.changed.connect(self._forget)

    def heading(self) -> str:
        """See the base class."""
        return self.tr("Send a test message")

    def lead(self, answers: Answers) -> str:
        """See the base class."""
        del answers
        workspace = self.tools.world.workspace
        if workspace is not None and workspace.profile.practice:
            return practice_lead()
        return lead_told(self._before.price())

    def show_answers(self, answers: Answers) -> None:
        """See the base class."""
        practice = self.tools.world.need().profile.practice
        self._report.real = not practice
        self._number.set_text(answers.test_number or (EXAMPLE_NUMBER if practice else ""))
        self._text.set_text(first_text(answers.test_text))
        self._phone.set_sender(answers.sender)
        self._number.understand()
        self._show_number()
        self._show_text()
        self._show_note()
        self._show_button()

    def collect(self, answers: Answers) -> Answers:
        """See the base class."""
        return replace(answers, test_number=self._number.text().strip(), test_text=self._text.text())

    def next_label(self, answers: Answers) -> str:
        """See the base class."""
        return self.tr("Next") if self.enter_continues(answers) else self.tr("Skip the test")

    def enter_continues(self, answers: Answers) -> bool:
        """See the base class: without a test, Next skips it."""
        return answers.test_accepted or answers.test_arrived is not None

    def _to_send(self) -> None:
        """Enter sends nothing by itself; the next one does, on the button."""
        self._send.button.setFocus()

    def entered(self) -> None:
        """Load the numbering plans, then check what costs nothing."""
        if not self._number.usable:
            self.tools.jobs.start(warming(self.tools.services.numbers), self._warmed)
        else:
            self._before.look()

    def show_problem(self, problem: Problem) -> None:
        """A fault on the way may have come before or after the SMS went out: that is not known."""
        if problem.kind is ProblemKind.UNEXPECTED:
            self._show_result(SendResult(SendOutcome.UNKNOWN, problem=problem))
        else:
            super().show_problem(problem)

    # ------------------------------------------------------------ the number and the text

    def _warmed(self, outcome: "Outcome[None]") -> None:
        if isinstance(outcome, Done):
            self._number.use(self.tools.services.numbers)
            self._show_number()
            self._before.look()

    def _number_typed(self) -> None:
        self._report.clear()
        self._checks.clear()
        self._show_button()
        self._show_number()

    def _show_number(self) -> None:
        self._before.number_changed()
        self._show_price()

    def _text_typed(self) -> None:
        self._report.clear()
        self._show_button()
        self._show_text()
        self._before.text_changed()

    def _show_text(self) -> None:
        text = self._text.text()
        measured = measure(text)
        hint, tone = counts_hint(measured)
        self._text.set_hint(hint, tone=tone)
        self._phone.set_preview(yes=True)
        self._phone.set_bubbles((text,) if text.strip() else ())
        self._phone.set_counts(counts_short(measured))
        self._show_price()

    # ------------------------------------------------------------ the price

    def _priced(self) -> None:
        self._show_price()
        self.take_answers(self.answers)

    def _show_price(self) -> None:
        practice = self.tools.world.need().profile.practice
        number, price = self._number.number(), self._before.price()
        self._phone.set_price(price_told(self._text.text(), number, price, practice=practice))

    def _now(self) -> Answers:
        """The answers as they are, for what asks later."""
        return self.answers

    # ------------------------------------------------------------ the one SMS

    def _send_one(self) -> None:
        if self.tools.world.sms_in_doubt and not self._looked.isChecked():
            return
        self.changed.emit()
        issues = wrong_inputs(self._number.text(), self._text.text())
        self.mark(issues)
        if issues:
            return
        self._report.clear()
        call = sending(self.tools.world.need(), self.tools.services.numbers, self.answers)
        self.run(call, self._sent, button=self._send, write=True)

    def _sent(self, sent: Sent | InputIssue) -> None:
        if isinstance(sent, InputIssue):
            self.mark((sent,))
            if sent.field not in (Field.NUMBER, Field.TEXT):
                self.callout.show_message("error", self.tr("Nothing was sent"), tr_text(explain_fault(sent)))
            return
        result = sent.noted.result
        self._show_sent(sent.noted)
        phone = self.tools.world.need().phone
        if phone is not None and result.outcome is SendOutcome.ACCEPTED:
            self.tools.jobs.start(watching(phone, sent.before), self._received)

    def _show_result(self, result: SendResult) -> None:
        self._show_sent(NotedSend(result, None))

    def _show_sent(self, noted: NotedSend) -> None:
        result, wait = noted.result, asked_to_wait(noted.result)
        self.tools.world.note_send(result, self._before.country)
        self._looked.setChecked(False)
        self._report.show_sent(noted)
        self._send.rest(wait)
        self._show_note()
        if wait:
            self._send.set_note(tr_text(rest_words(wait)))
        self._report.focus()
        self.reveal(self._report)
        accepted = result.outcome is SendOutcome.ACCEPTED
        self.update_answers(replace(self.as_asked(), test_accepted=accepted, test_arrived=None))
        self._show_button()

    def _show_note(self) -> None:
        """Say beside the button what is left, as far as Vonage said it."""
        last, account = self.tools.world.last_send, self.tools.world.account
        left: str | float | None = account.balance.value if account is not None else None
        if last is not None:
            left = last.balance or None
        self._send.set_note(left_told(left))

    def _show_button(self) -> None:
        unsure = self.tools.world.sms_in_doubt
        again = unsure or self.answers.test_accepted
        self._send.set_label(self.tr("Send another SMS") if again else self.tr("Send one SMS"))
        self._send.set_filled(yes=not again)
        self._looked.setVisible(unsure)
        self._send.set_usable(yes=not unsure or self._looked.isChecked())

    def _received(self, outcome: "Outcome[ReceivedSms | None]") -> None:
        show_received(self._phone, outcome)

    def _arrived(self, arrived: bool) -> None:
        self.tools.world.last_arrived = arrived
        self.update_answers(replace(self.answers, test_arrived=arrived))
        self.reveal(self._report.diagnosis)

    def _open_troubleshoot(self) -> None:
        self.tools.open_panel("troubleshoot")

    def _forget(self) -> None:
        self._before.forget()
        self._report.clear()
        self._send.set_note("")
