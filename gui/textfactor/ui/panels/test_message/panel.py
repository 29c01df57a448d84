"""Send one SMS at any time, and see part by part what Vonage answered."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from textfactor.domain.answers import DEFAULT_TEST
from textfactor.domain.inputs import Field, InputIssue
from textfactor.domain.problems import Problem, ProblemKind
from textfactor.domain.sending import SendOutcome, SendResult
from textfactor.domain.sms_text import Encoding, measure
from textfactor.services.sending.test_message import wrong_inputs
from textfactor.ui.jobs import Done, Outcome
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.panels.frame import Panel
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.telling import show_sentence
from textfactor.ui.widgets.busy_button import BusyButton
from textfactor.ui.widgets.empty_state import EmptyState
from textfactor.ui.widgets.number_field import NumberField
from textfactor.ui.widgets.phone_preview import PhonePreview
from textfactor.ui.widgets.text_area import TextArea
from textfactor.ui.wizard.pages.send_calls import Sent, sending, warming
from textfactor.words.inputs import explain_fault
from textfactor.words.sending import explain_send, part_line

_TONES = {
    SendOutcome.ACCEPTED: "ok",
    SendOutcome.REFUSED: "error",
    SendOutcome.UNKNOWN: "warning",
    SendOutcome.NOT_SENT: "error",
}


class SendPanel(Panel):
    """Number, text, one button; an empty state while there is no account to send with."""

    def __init__(self, tools: PanelTools) -> None:
        super().__init__(tools)
        self.set_head(
            self.tr("Send a test message"),
            self.tr("One SMS goes out when you press Send. It costs what Vonage charges for it."),
        )
        self._empty = EmptyState(
            self.tr("No Vonage account yet"),
            self.tr("Once Setup knows an API key and a sender, a test message can be sent from here."),
            self.tr("Go to Setup"),
            name="to_setup",
        )
        self._empty.clicked.connect(self._to_setup)
        self._number = NumberField(self.tr("Phone number"), name="panel_number")
        self._text = TextArea(self.tr("Message"), name="panel_text")
        self._text.set_text(DEFAULT_TEST)
        self._looked = QCheckBox(
            QCoreApplication.translate("SendTestPage", "I looked at the phone; send another one")
        )
        self._looked.setObjectName("panel_send_anyway")
        self._send = BusyButton(self.tr("Send one SMS"), name="panel_send")
        self._phone = PhonePreview(name="panel_phone")
        self.set_aside(self._phone)
        for part in (self._empty, self._number, self._text, self._looked, self._send):
            self.body.addWidget(part)
        self._looked.toggled.connect(self._show_button)
        self._text.changed.connect(self._text_changed)
        self._send.clicked.connect(self._start)
        self._number.changed.connect(self._first_again)
        self._text.changed.connect(self._first_again)
        self._text_changed()
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Setup may have learnt of an account meanwhile."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show the form, or what is missing for it."""
        answers = self.tools.answers()
        ready = self.tools.world.workspace is not None and answers.vonage_checked
        form: tuple[QWidget, ...] = (self._number, self._text, self._send, self._phone)
        for part in form:
            part.setVisible(ready)
        self._empty.setVisible(not ready)
        self._phone.set_sender(answers.sender)
        self._phone.set_preview(yes=True)
        if ready and not self._number.text():
            self._number.set_text(answers.test_number)
            self._number.understand()
        if ready and not self._number.usable:
            self.tools.jobs.start(warming(self.tools.services.numbers), self._warmed)
        self._show_button()

    def show_problem(self, problem: Problem) -> None:
        """A fault on the way may have come before or after the SMS went out: that is not known."""
        if problem.kind is ProblemKind.UNEXPECTED:
            self._show_result(SendResult(SendOutcome.UNKNOWN, problem=problem))
        else:
            super().show_problem(problem)

    def _not_arrived(self) -> None:
        """Open the diagnosis of what Vonage took and the phone did not get."""
        self.tools.world.last_arrived = False
        self._troubleshoot()

    def _troubleshoot(self) -> None:
        self.tools.open_panel("troubleshoot")

    def _to_setup(self) -> None:
        self.tools.open_panel("setup")

    def _warmed(self, outcome: "Outcome[None]") -> None:
        if isinstance(outcome, Done):
            self._number.use(self.tools.services.numbers)

    def _text_changed(self) -> None:
        text = self._text.text()
        measured = measure(text)
        counts = fill(
            self.tr("Parts: {parts} · {encoding} · {units} units, {left} left"),
            parts=measured.parts,
            encoding=measured.encoding,
            units=measured.units,
            left=measured.units_left,
        )
        self._text.set_hint(counts, tone="warning" if measured.encoding is Encoding.UCS2 else "")
        self._phone.set_bubbles((text,) if text.strip() else ())
        self._phone.set_counts(
            fill(self.tr("Parts: {parts} · {encoding}"), parts=measured.parts, encoding=measured.encoding)
        )
        self._phone.set_price("")

    def _show_button(self) -> None:
        """After an SMS that nobody knows about, the next one takes a tick, here and in Setup."""
        unsure = self.tools.world.sms_in_doubt
        self._looked.setVisible(unsure and not self._send.isHidden())
        self._send.set_usable(yes=not unsure or self._looked.isChecked())

    def _first_again(self) -> None:
        self._send.set_label(self.tr("Send one SMS"))
        self._send.set_filled(yes=True)

    def _start(self) -> None:
        number, text = self._number.text(), self._text.text()
        for issue in wrong_inputs(number, text):
            self._mark(issue)
            return
        self.callout.clear()
        answers = replace(self.tools.answers(), test_number=number, test_text=text)
        call = sending(self.tools.world.need(), self.tools.services.numbers, answers)
        self.work.run(call, self._sent, button=self._send, write=True)

    def _mark(self, issue: InputIssue) -> None:
        told = tr_text(explain_fault(issue))
        if issue.field is Field.NUMBER:
            self._number.set_error(told)
            self._number.focus()
        elif issue.field is Field.TEXT:
            self._text.set_error(told)
            self._text.focus()
        else:
            self.callout.show_message("error", told)

    def _sent(self, sent: Sent | InputIssue) -> None:
        if isinstance(sent, InputIssue):
            self._mark(sent)
        else:
            self._show_result(sent.result)

    def _show_result(self, result: SendResult) -> None:
        number = self._number.number()
        self.tools.world.note_send(result, number.country if number is not None else "")
        self._looked.setChecked(False)
        self._send.set_label(QCoreApplication.translate("SendTestPage", "Send another SMS"))
        self._send.set_filled(yes=False)
        self._number.focus()
        self._send.rest()
        self._show_button()
        show_sentence(self.callout, _TONES[result.outcome], explain_send(result))
        if result.outcome in (SendOutcome.ACCEPTED, SendOutcome.UNKNOWN):
            self.callout.add_action(self.tr("It did not arrive"), self._not_arrived, name="panel_arrived_no")
        else:
            self.callout.add_action(self.tr("Find out why"), self._troubleshoot, name="panel_find_out")
        lines = "\n".join(tr_text(part_line(part)) for part in result.parts)
        self._send.set_note(lines if len(result.parts) == 1 else "")
