"""What became of the test message, and the question that only the person can answer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from textfactor.domain.sending import SendOutcome, SendResult
from textfactor.ui import theme
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.labels import ShortLabel
from textfactor.ui.widgets.link_button import open_page
from textfactor.ui.wizard.pages.counting import euros
from textfactor.words.sending import explain_send, part_line, status_name
from textfactor.words.sentence import Sentence
from textfactor.words.text import text

_SMS_LOGS = "https://dashboard.nexmo.com/sms"
_TONES = {
    SendOutcome.ACCEPTED: "ok",
    SendOutcome.REFUSED: "error",
    SendOutcome.UNKNOWN: "warning",
    SendOutcome.NOT_SENT: "error",
}


class SendReport(QWidget):
    """A callout part by part, then *Did it arrive?* with `answered(bool)`; `panel_wanted` asks for Troubleshoot."""

    answered = Signal(bool)
    panel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.callout = Callout()
        self.callout.setObjectName("send_result")
        self.diagnosis = Callout()
        self.diagnosis.setObjectName("diagnosis")
        self.real = True
        """Whether it is the real Vonage, which has logs to look at."""
        self._result: SendResult | None = None
        self._yes = QPushButton(self.tr("Yes"))
        self._no = QPushButton(self.tr("No, find out why"))
        self._yes.setObjectName("arrived_yes")
        self._no.setObjectName("arrived_no")
        self._yes.clicked.connect(self._say_yes)
        self._no.clicked.connect(self._say_no)
        self._question = self._row()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GROUP)
        for part in (self.callout, self._question, self.diagnosis):
            layout.addWidget(part)
        self.clear()

    def _row(self) -> QWidget:
        holder = QWidget()
        holder.setProperty("role", "clear")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.RELATED)
        question = self.tr("Did it arrive?")
        row.addWidget(ShortLabel(question, "label"))
        row.addWidget(self._yes)
        row.addWidget(self._no)
        row.addStretch(1)
        for button in (self._yes, self._no):
            button.setAccessibleName(f"{question} {button.text()}")
        return holder

    def clear(self) -> None:
        """Show nothing."""
        self._result = None
        self.callout.clear()
        self.diagnosis.clear()
        self._question.hide()
        self.hide()

    def show_result(self, result: SendResult) -> None:
        """Say what became of a send."""
        self._result = result
        told = explain_send(result)
        accepted = result.outcome is SendOutcome.ACCEPTED
        self.show()
        self.callout.show_message(
            _TONES[result.outcome],
            tr_text(told.title),
            tr_text(told.meaning),
            () if accepted else tuple(map(tr_text, told.next)),
            self._evidence(result, told),
        )
        self.diagnosis.clear()
        self._question.setVisible(result.outcome in (SendOutcome.ACCEPTED, SendOutcome.UNKNOWN))

    def focus(self) -> None:
        """Go to the question, where there is one."""
        if not self._question.isHidden():
            self._yes.setFocus()

    def show_answer(self, *, arrived: bool) -> None:
        """Say what follows from the person's answer."""
        if arrived:
            self.diagnosis.show_message(
                "ok", self.tr("It arrived"), self.tr("Vonage reaches this phone with this sender.")
            )
        elif self._result is not None:
            self._diagnose(explain_send(self._result))

    def _diagnose(self, told: Sentence) -> None:
        if self._result is not None and self._result.outcome is SendOutcome.ACCEPTED:
            title = self.tr("Vonage took it, the phone did not get it")
            body = self.tr(
                "So key, account and credit are fine. What is left is the way to the phone: the number, the sender, or "
                "a carrier that holds the message back."
            )
        else:
            title, body = self.tr("Nobody knows yet whether it was sent"), tr_text(told.meaning)
        self.diagnosis.show_message("warning", title, body, tuple(map(tr_text, told.next)))
        self.diagnosis.add_action(
            self.tr("Open Troubleshoot"), self.panel_wanted.emit, name="open_troubleshoot"
        )
        if self.real:
            self.diagnosis.add_action(self.tr("Open Vonage's SMS logs"), self._open_logs, name="open_logs")

    def _evidence(self, result: SendResult, told: Sentence) -> str:
        lines = [self._part(result, number) for number in range(len(result.parts))]
        if told.seen is not None and result.outcome is not SendOutcome.ACCEPTED:
            lines.append(tr_text(told.seen))
        return "\n".join(lines)

    def _part(self, result: SendResult, number: int) -> str:
        part = result.parts[number]
        pieces = [tr_text(part_line(part))]
        if part.status != "0":
            pieces.insert(0, tr_text(text(status_name(part.status))))
        if part.network:
            pieces.append(fill(self.tr("network {network}"), network=part.network))
        if part.price:
            pieces.append(euros(part.price))
        line = " · ".join(pieces)
        if len(result.parts) > 1:
            return fill(self.tr("Part {n} of {m}: {line}"), n=number + 1, m=len(result.parts), line=line)
        return line

    def _say_yes(self) -> None:
        self.show_answer(arrived=True)
        self.answered.emit(True)

    def _say_no(self) -> None:
        self.show_answer(arrived=False)
        self.answered.emit(False)

    def _open_logs(self) -> None:
        open_page(_SMS_LOGS)
