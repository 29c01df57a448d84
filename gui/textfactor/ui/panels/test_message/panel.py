"""Send one SMS at any time, and see part by part what Vonage answered."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from textfactor.domain.answers import Answers
from textfactor.domain.inputs import Field, InputIssue
from textfactor.domain.login import ReceivedSms
from textfactor.domain.problems import Problem, ProblemKind
from textfactor.domain.sending import SendOutcome, SendResult
from textfactor.domain.sent_tests import SentTest
from textfactor.domain.sms_text import measure
from textfactor.services.sending.history import NotedSend
from textfactor.services.sending.test_message import wrong_inputs
from textfactor.services.sending.throttle import asked_to_wait
from textfactor.ui.jobs import Done, Outcome
from textfactor.ui.messages import tr_text
from textfactor.ui.panels.frame import Panel
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.sending.first_text import first_text
from textfactor.ui.sending.history_box import HistoryBox
from textfactor.ui.sending.practice_phone import practice_lead, show_received
from textfactor.ui.sending.preflight_box import PreflightBox
from textfactor.ui.sending.sent_row import result_of
from textfactor.ui.widgets.busy_button import BusyButton
from textfactor.ui.widgets.empty_state import EmptyState
from textfactor.ui.widgets.number_field import NumberField
from textfactor.ui.widgets.phone_preview import PhonePreview
from textfactor.ui.widgets.text_area import TextArea
from textfactor.ui.wizard.pages.counting import counts_hint, counts_short
from textfactor.ui.wizard.pages.send_calls import Sent, sending, warming, watching
from textfactor.ui.wizard.pages.send_report import SendReport
from textfactor.words.inputs import explain_fault
from textfactor.words.sending import rest_words

_PAUSE = 400
"""Milliseconds without typing before a changed text is judged."""


class SendPanel(Panel):
    """Number, text, one button; an empty state while there is no account to send with."""

    def __init__(self, tools: PanelTools) -> None:
        super().__init__(tools)
        self._empty = EmptyState(
            self.tr("No Vonage account yet"),
            self.tr("Once Setup knows an API key and a sender, a test message can be sent from here."),
            self.tr("Go to Setup"),
            name="to_setup",
        )
        self._empty.clicked.connect(partial(tools.open_panel, "setup"))
        self._number = NumberField(self.tr("Phone number"), name="panel_number")
        self._text = TextArea(self.tr("Message"), name="panel_text")
        self._text.set_text(first_text())
        self._looked = QCheckBox(
            QCoreApplication.translate("SendTestPage", "I looked at the phone; send another one")
        )
        self._looked.setObjectName("panel_send_anyway")
        self._send = BusyButton(self.tr("Send one SMS"), name="panel_send")
        self._phone = PhonePreview(name="panel_phone")
        self.report = SendReport(tools.jobs, tools.world, tools.answers)
        self.checks = PreflightBox(tools.services, tools.jobs, name="panel_checks")
        self.history = HistoryBox(tools.jobs, tools.world, tools.answers)
        self.set_aside(self._phone)
        for part in (self._empty, self._number, self._text, self._looked, self._send, self.report):
            self.body.addWidget(part)
        self.body.addWidget(self.checks)
        self.body.addWidget(self.history)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._connect()
        self._text_changed()
        self.refresh()

    def _connect(self) -> None:
        self._looked.toggled.connect(self._show_button)
        self._text.changed.connect(self._text_changed)
        self._text.changed.connect(self._timer.start)
        self._timer.timeout.connect(self._judge)
        self._send.clicked.connect(self._start)
        self._send.rested.connect(self._show_note)
        self._number.changed.connect(self._first_again)
        self._number.changed.connect(self.checks.clear)
        self._number.line.editingFinished.connect(self._check)
        self._text.changed.connect(self._first_again)
        self.checks.again_wanted.connect(partial(self._check, again=True))
        self.report.answered.connect(self._answered)
        self.report.panel_wanted.connect(self._troubleshoot)
        self.report.noted.connect(self.history.look)
        self.history.missed.connect(self._missed)
        self.tools.world.changed.connect(self.report.clear)
        self.tools.world.changed.connect(self.checks.clear)

    def showEvent(self, event: QShowEvent) -> None:
        """Setup may have learnt of an account meanwhile."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show the form, or what is missing for it."""
        answers = self.tools.answers()
        ready = self.tools.world.workspace is not None and answers.vonage_checked
        form: tuple[QWidget, ...] = (self._number, self._text, self._send, self._phone, self.history)
        for part in form:
            part.setVisible(ready)
        self._empty.setVisible(not ready)
        self._show_head()
        self._phone.set_sender(answers.sender)
        self._phone.set_preview(yes=True)
        if ready and not self._number.text():
            self._number.set_text(answers.test_number)
            self._number.understand()
        self.report.real = ready and not self.tools.world.need().profile.practice
        if ready and not self._number.usable:
            self.tools.jobs.start(warming(self.tools.services.numbers), self._warmed)
        if ready and self.isVisible():
            self.history.look()
            self._check()
        self._show_button()

    def _show_head(self) -> None:
        workspace = self.tools.world.workspace
        practice = workspace is not None and workspace.profile.practice
        paid = self.tr("One SMS goes out when you press Send. It costs what Vonage charges for it.")
        self.set_head(self.tr("Send a test message"), practice_lead() if practice else paid)

    def show_problem(self, problem: Problem) -> None:
        """A fault on the way may have come before or after the SMS went out: that is not known."""
        if problem.kind is ProblemKind.UNEXPECTED:
            self._show_result(SendResult(SendOutcome.UNKNOWN, problem=problem))
        else:
            super().show_problem(problem)

    def _answered(self, arrived: bool) -> None:
        """What Vonage took and the phone did not get is diagnosed at once."""
        self.tools.world.last_arrived = arrived
        if not arrived:
            self._troubleshoot()

    def _missed(self, sent: SentTest) -> None:
        """Diagnose an earlier one, unless that would hide a later one of which nobody knows."""
        world = self.tools.world
        if not world.sms_in_doubt:
            world.note_send(result_of(sent), sent.country)
            world.last_arrived = False
            world.last_fates = self.history.fates
        self._troubleshoot()

    def _troubleshoot(self) -> None:
        self.tools.open_panel("troubleshoot")

    def _warmed(self, outcome: "Outcome[None]") -> None:
        if isinstance(outcome, Done):
            self._number.use(self.tools.services.numbers)
            self._check()

    # ------------------------------------------------------------ the checks, which stop nothing

    def _as_typed(self) -> Answers:
        return replace(
            self.tools.answers(), test_number=self._number.text().strip(), test_text=self._text.text()
        )

    def _check(self, *, again: bool = False) -> None:
        """Check for the number as it is understood, when the panel is looked at and nothing is sent."""
        workspace = self.tools.world.workspace
        known = self.isVisible() and not self._number.isHidden() and self._number.number() is not None
        if workspace is not None and known and not self.work.busy:
            self.checks.look(workspace, self._as_typed(), again=again)

    def _judge(self) -> None:
        self.checks.judge(self._as_typed())

    # ------------------------------------------------------------ the one SMS

    def _text_changed(self) -> None:
        text = self._text.text()
        measured = measure(text)
        hint, tone = counts_hint(measured)
        self._text.set_hint(hint, tone=tone)
        self._phone.set_bubbles((text,) if text.strip() else ())
        self._phone.set_counts(counts_short(measured))

    def _show_button(self) -> None:
        """After an SMS that nobody knows about, the next one takes a tick, here and in Setup."""
        unsure = self.tools.world.sms_in_doubt
        self._looked.setVisible(unsure and not self._send.isHidden())
        self._send.set_usable(yes=not unsure or self._looked.isChecked())

    def _first_again(self) -> None:
        self.report.clear()
        self._send.set_label(self.tr("Send one SMS"))
        self._send.set_filled(yes=True)

    def _start(self) -> None:
        answers = self._as_typed()
        for issue in wrong_inputs(answers.test_number, answers.test_text):
            self._mark(issue)
            return
        self.callout.clear()
        self.report.clear()
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
            self._show_sent(sent.noted)
            self.history.look()
            phone = self.tools.world.need().phone
            if phone is not None and sent.noted.result.outcome is SendOutcome.ACCEPTED:
                self.tools.jobs.start(watching(phone, sent.before), self._received)

    def _received(self, outcome: "Outcome[ReceivedSms | None]") -> None:
        show_received(self._phone, outcome)

    def _show_result(self, result: SendResult) -> None:
        self._show_sent(NotedSend(result, None))

    def _show_sent(self, noted: NotedSend) -> None:
        number, wait = self._number.number(), asked_to_wait(noted.result)
        self.tools.world.note_send(noted.result, number.country if number is not None else "")
        self._looked.setChecked(False)
        self._send.set_label(QCoreApplication.translate("SendTestPage", "Send another SMS"))
        self._send.set_filled(yes=False)
        self._send.rest(wait)
        self._send.set_note(tr_text(rest_words(wait)) if wait else "")
        self._show_button()
        self.report.show_sent(noted)
        self._number.focus()
        self.report.focus()
        self.reveal(self.report)

    def _show_note(self) -> None:
        """The rest that Vonage asked for is over."""
        self._send.set_note("")
