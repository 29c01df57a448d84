"""A piece of evidence in monospace on a tinted ground; pressing it shows its place in the source."""

import html

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton

from textfactor.domain.diagnosis import Evidence
from textfactor.domain.harmless import harmless
from textfactor.ui.messages import fill, tr_text
from textfactor.words.evidence import place_words

_SHOWN = 300
"""So many characters are taken of a piece; the source has the rest."""


class EvidenceButton(QPushButton):
    """Emits `wanted(Evidence)`. Its text gives way at its end; it is painted as it is, without mnemonics."""

    wanted = Signal(object)

    def __init__(self, evidence: Evidence, tone: str, name: str) -> None:
        super().__init__()
        self._evidence = evidence
        where = f"{tr_text(place_words(evidence.where))} = " if evidence.where else ""
        self._text = harmless(" ".join(f"{where}{evidence.text[:_SHOWN]}".split()))
        self.setObjectName(name)
        self.setProperty("role", "evidence")
        self.setProperty("tone", tone)
        self.setAccessibleName(self._text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        placed = evidence.start >= 0
        self.setEnabled(placed)
        # A tool tip guesses whether it is given markup; escaped text never is.
        told = self.tr("Show its place in the source: {text}") if placed else "{text}"
        self.setToolTip(fill(told, text=html.escape(self._text, quote=False)))
        self.clicked.connect(self._clicked)

    def full_text(self) -> str:
        """The text in full."""
        return self._text

    def _clicked(self) -> None:
        self.wanted.emit(self._evidence)

    def sizeHint(self) -> QSize:
        """As wide as the text."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 18, metrics.height() + 10)

    def minimumSizeHint(self) -> QSize:
        """Narrow: the text gives way."""
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground by the style sheet, and what fits of the text."""
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""  # pyright: ignore[reportAttributeAccessIssue] - Qt's stubs leave the member out
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        place = self.rect().adjusted(8, 0, -8, 0)
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()
