"""What the check of the keyring found, one row a finding."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from textfactor.domain.findings import Finding, FindingStatus
from textfactor.ui import theme
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.widgets.card import Card
from textfactor.ui.widgets.labels import ShortLabel, TextLabel
from textfactor.words.keyring import explain_finding

_SIGNS = {
    FindingStatus.PASS: ("✓", "ok"),
    FindingStatus.FAIL: ("✕", "error"),
    FindingStatus.WARNING: ("!", "warning"),
    FindingStatus.UNKNOWN: ("?", "muted"),
    FindingStatus.SKIPPED: ("–", "muted"),
}
_WORTH_TELLING = 0.01
"""Seconds; what was quicker is not told."""


class FindingList(Card):
    """Sign, title and sentence of each, and how long it took where that is worth knowing."""

    def __init__(self) -> None:
        super().__init__(ruled=True, name="keyring_findings")
        self.hide()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these in the place of earlier ones."""
        self.clear()
        for finding in findings:
            self.add(self._row(finding))
        self.setVisible(bool(findings))

    def _row(self, finding: Finding) -> QWidget:
        told = explain_finding(finding)
        title, meaning = tr_text(told.title), tr_text(told.meaning)
        sign, tone = _SIGNS[finding.status]
        row = QWidget()
        row.setObjectName(finding.id)
        row.setProperty("role", "clear")
        row.setAccessibleName(f"{self._status(finding.status)}: {title}")
        row.setAccessibleDescription(meaning)
        mark = ShortLabel(sign, "sign")
        mark.setFixedWidth(16)
        theme.set_look(mark, tone=tone)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(TextLabel(title, "label"))
        words.addWidget(TextLabel(meaning, "hint"))
        if finding.status is FindingStatus.FAIL:
            for step in told.next:
                words.addWidget(TextLabel(tr_text(step), "small"))
        cells = QHBoxLayout(row)
        cells.setContentsMargins(0, theme.RELATED, 0, theme.RELATED)
        cells.setSpacing(theme.RELATED)
        beside = QVBoxLayout()
        beside.addWidget(mark)
        beside.addStretch(1)
        cells.addLayout(beside)
        cells.addLayout(words, 1)
        if finding.seconds >= _WORTH_TELLING:
            took = fill(self.tr("{seconds} s"), seconds=f"{finding.seconds:.2f}")
            cells.addWidget(ShortLabel(took, "hint"))
        return row

    def _status(self, status: FindingStatus) -> str:
        names = {
            FindingStatus.PASS: self.tr("fine"),
            FindingStatus.FAIL: self.tr("wrong"),
            FindingStatus.WARNING: self.tr("notice"),
            FindingStatus.UNKNOWN: self.tr("not known"),
            FindingStatus.SKIPPED: self.tr("not tried"),
        }
        return names[status]
