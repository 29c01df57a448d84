"""Findings of a preflight as a quiet table: sign, what was checked, a sentence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from textfactor.domain.findings import Finding, FindingStatus
from textfactor.ui import theme
from textfactor.ui.messages import tr_text
from textfactor.ui.widgets.labels import ShortLabel, TextLabel
from textfactor.words.preflight import say_finding, state_of, title_of

_SIGNS = {
    FindingStatus.PASS: ("✓", "ok"),
    FindingStatus.FAIL: ("✕", "error"),
    FindingStatus.WARNING: ("!", "warning"),
    FindingStatus.UNKNOWN: ("?", "muted"),
    FindingStatus.SKIPPED: ("–", "muted"),
}


class FindingRows(QWidget):
    """Shows findings below each other; hidden while there are none."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "clear")
        self._cells: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.RELATED)
        self._grid.setVerticalSpacing(theme.SPACE)
        self._grid.setColumnStretch(2, 1)
        self.hide()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these in the place of earlier ones."""
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells = []
        for number, finding in enumerate(findings):
            self._add(number, finding)
        self.setVisible(bool(findings))

    def _add(self, number: int, finding: Finding) -> None:
        sign, tone = _SIGNS[finding.status]
        title, told = tr_text(title_of(finding)), tr_text(say_finding(finding))
        mark = ShortLabel(sign, "sign")
        mark.setFixedWidth(theme.GROUP)
        theme.set_look(mark, tone=tone)
        # A sign is no word: who cannot see it hears how the check ended.
        mark.setAccessibleName(tr_text(state_of(finding.status)))
        name, words = ShortLabel(title, "label"), TextLabel(told, "hint")
        words.setObjectName(finding.id)
        words.setAccessibleName(f"{title}, {tr_text(state_of(finding.status))}: {told}")
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(mark, number, 0, top)
        self._grid.addWidget(name, number, 1, top)
        self._grid.addWidget(words, number, 2)  # without an alignment: it wraps in the width that is left
        for cell in (mark, name, words):
            self._cells.append(cell)
            cell.show()

    def said(self) -> tuple[str, ...]:
        """The sentences shown."""
        return tuple(cell.text() for cell in self._cells[2::3] if isinstance(cell, TextLabel))
