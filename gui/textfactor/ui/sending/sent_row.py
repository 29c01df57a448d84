"""One test message of the history: a line that opens its details."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from textfactor.domain.sending import SendOutcome, SendResult
from textfactor.ui import theme
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.moments import local_moment
from textfactor.ui.widgets.escape import takes_escape
from textfactor.ui.widgets.labels import ShortLabel, TextLabel
from textfactor.words.amounts import euros, rounded
from textfactor.words.sending import part_line, total_price
from textfactor.words.sent_tests import arrived_word, outcome_word

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from textfactor.domain.sent_tests import SentTest

_SIGNS = {
    SendOutcome.ACCEPTED: ("✓", "ok"),
    SendOutcome.REFUSED: ("✕", "error"),
    SendOutcome.UNKNOWN: ("?", "warning"),
    SendOutcome.NOT_SENT: ("–", "muted"),
}


class SentRow(QWidget):
    """Sign, when, to whom, from whom, what became of it. `toggled(SentRow)` when its details are asked for."""

    toggled = Signal(object)

    def __init__(self, sent: SentTest) -> None:
        super().__init__()
        self.sent = sent
        self.setProperty("role", "clear")
        sign, tone = _SIGNS[sent.outcome]
        mark = ShortLabel(sign, "sign")
        mark.setFixedWidth(theme.GROUP)
        theme.set_look(mark, tone=tone)
        who = fill(self.tr("{to} from {sender}"), to=sent.to, sender=sent.sender)
        self._became = TextLabel("", "small")
        self._open = QPushButton(self.tr("Details"))
        self._open.setObjectName(f"sent_{sent.id}")
        self._open.setProperty("role", "link")
        self._open.setCheckable(True)
        self._open.clicked.connect(self._clicked)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(TextLabel(f"{local_moment(sent.at)} · {who}", "hint"))
        words.addWidget(self._became)
        head = QHBoxLayout()
        head.setSpacing(theme.RELATED)
        beside = QVBoxLayout()
        beside.addWidget(mark)
        beside.addStretch(1)
        head.addLayout(beside)
        head.addLayout(words, 1)
        head.addWidget(self._open)
        self._below = QVBoxLayout(self)
        self._below.setContentsMargins(0, theme.RELATED, 0, theme.RELATED)
        self._below.setSpacing(theme.RELATED)
        self._below.addLayout(head)
        self.tell(sent)

    def tell(self, sent: SentTest) -> None:
        """Say what became of it, with the newest word on it."""
        self.sent = sent
        arrived, price = arrived_word(sent), total_price(sent.parts)
        pieces = [tr_text(outcome_word(sent.outcome))]
        if arrived is not None:
            pieces.append(tr_text(arrived))
        if price:
            pieces.append(euros(price))
        self._became.setText(" · ".join(pieces))
        details = self.tr("Details")
        self._open.setAccessibleName(f"{details}: {local_moment(sent.at)}, {sent.to}, {self._became.text()}")

    def said(self) -> str:
        """What became of it, as shown."""
        return self._became.text()

    def open(self, details: QWidget) -> None:
        """Show the details below."""
        self._below.addWidget(details)
        self._open.setChecked(True)
        self._open.setText(self.tr("Close"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the details at Escape."""
        if not takes_escape(event, self._open):
            super().keyPressEvent(event)

    def close_up(self) -> None:
        """Say that the details are closed."""
        self._open.setChecked(False)
        self._open.setText(self.tr("Details"))

    def _clicked(self) -> None:
        self.toggled.emit(self)


def evidence_of(sent: SentTest, reference: str, balance: str) -> str:
    """Write what Vonage answered, a part a line; the last two arguments are translated lines with a blank each."""
    lines = [f"{number}: {tr_text(part_line(part))}" for number, part in enumerate(sent.parts, start=1)]
    lines.append(fill(reference, reference=sent.id))
    if sent.balance:
        lines.append(fill(balance, balance=rounded(sent.balance)))
    return "\n".join(lines)


def result_of(sent: SentTest) -> SendResult:
    """Make the result that Vonage gave at the time, as far as it was kept."""
    return SendResult(sent.outcome, sent.parts, sent.balance)
