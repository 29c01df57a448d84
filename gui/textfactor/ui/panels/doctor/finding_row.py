"""One finding: sign, title, what was seen, the steps, how long it took, and the button that leads to its mending."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from textfactor.domain.findings import FindingStatus
from textfactor.services.doctor.log import TROUBLESHOOT
from textfactor.ui import theme
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.panels.troubleshoot.sayings import link_name
from textfactor.ui.widgets.labels import ShortLabel, TextLabel
from textfactor.ui.widgets.link_button import LinkButton
from textfactor.words.diagnosis_kinds import place_words
from textfactor.words.doctor import Row, status_word

_SIGNS = {
    FindingStatus.PASS: ("✓", "ok"),
    FindingStatus.FAIL: ("✕", "error"),
    FindingStatus.WARNING: ("!", "warning"),
    FindingStatus.UNKNOWN: ("?", "muted"),
    FindingStatus.SKIPPED: ("–", "muted"),
}
_WORTH_TELLING = 0.05
"""Seconds; what was quicker is not told."""


class FindingRow(QWidget):
    """Emits `place_wanted(str)` with the id of the place that can mend it."""

    place_wanted = Signal(str)

    def __init__(self, row: Row) -> None:
        super().__init__()
        finding, told = row.finding, row.told
        self._title, meaning = tr_text(told.title), tr_text(told.meaning)
        self.setObjectName(finding.id)
        self.setProperty("role", "clear")
        self.setAccessibleName(f"{tr_text(status_word(finding.status))}: {self._title}")
        self.setAccessibleDescription(meaning)
        sign, tone = _SIGNS[finding.status]
        mark = ShortLabel(sign, "sign")
        mark.setFixedWidth(16)
        theme.set_look(mark, tone=tone)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(TextLabel(self._title, "label"))
        words.addWidget(TextLabel(meaning, "hint"))
        for step in told.next:
            words.addWidget(TextLabel(tr_text(step), "small"))
        if told.seen is not None:
            words.addWidget(TextLabel(tr_text(told.seen), "evidence"))
        cells = QHBoxLayout(self)
        cells.setContentsMargins(0, theme.RELATED, 0, theme.RELATED)
        cells.setSpacing(theme.RELATED)
        top = Qt.AlignmentFlag.AlignTop
        cells.addWidget(mark, 0, top)
        cells.addLayout(words, 1)
        if finding.seconds >= _WORTH_TELLING:
            took = fill(self.tr("{seconds} s"), seconds=f"{finding.seconds:.1f}")
            cells.addWidget(ShortLabel(took, "hint"), 0, top)
        if finding.opens and finding.status is not FindingStatus.PASS:
            cells.addWidget(self._way(finding.id, finding.opens), 0, top)

    def _way(self, check: str, place: str) -> QPushButton:
        """Make the button: to a page of the vendor's where this program cannot mend it."""
        if place.startswith("https://"):
            return LinkButton(link_name(place), place, name=f"fix_{check}")
        return self._button(check, place)

    def _button(self, check: str, place: str) -> QPushButton:
        explained = place == TROUBLESHOOT  # what is over is not mended
        button = QPushButton(self.tr("Explain it") if explained else self.tr("Fix it"))
        button.setObjectName(f"fix_{check}")
        button.setProperty("role", "small")
        button.setAccessibleName(f"{button.text()}: {self._title}")
        words = place_words(place)
        if words is not None:
            button.setToolTip(tr_text(words))
        button.clicked.connect(partial(self.place_wanted.emit, place))
        return button
