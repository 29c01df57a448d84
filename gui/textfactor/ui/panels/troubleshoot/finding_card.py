"""One diagnosis: sign, title, how sure, what it means, the evidence, what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.messages import tr_text
from textfactor.ui.panels.troubleshoot.reading import Recognised
from textfactor.ui.widgets.card import Card
from textfactor.ui.widgets.labels import ShortLabel, TextLabel
from textfactor.ui.widgets.numbered import Numbered


class FindingCard(Card):
    """Shows what was recognised."""

    def __init__(self, found: Recognised) -> None:
        super().__init__()
        told = found.told
        tone = "ok" if found.good else "error" if found.sure else "warning"
        sign = ShortLabel({"ok": "✓", "error": "✕", "warning": "!"}[tone], "sign")
        sign.setProperty("tone", tone)
        sure = self.tr("certain") if found.sure else self.tr("possible")
        self.add(_row(sign, TextLabel(tr_text(told.title), "section"), ShortLabel(sure, "hint")))
        self.add(TextLabel(tr_text(told.meaning)))
        if found.evidence:
            evidence = ShortLabel(found.evidence[:80], "evidence")
            evidence.setProperty("tone", "error" if tone == "error" else "")
            self.add(_row(ShortLabel(self.tr("Evidence"), "label"), evidence, None))
        if told.next:
            self.add(ShortLabel(self.tr("What to do"), "label"))
            steps = Numbered()
            steps.set_steps(tuple(tr_text(step) for step in told.next))
            self.add(steps)
        self.setAccessibleName(tr_text(told.title))


def _row(first: QWidget, second: QWidget, last: QWidget | None) -> QWidget:
    """Set widgets side by side, the second as wide as there is room when a third one follows."""
    holder = QWidget()
    holder.setProperty("role", "clear")
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.RELATED)
    row.addWidget(first, 0, Qt.AlignmentFlag.AlignTop if last is not None else Qt.AlignmentFlag.AlignVCenter)
    if last is None:
        row.addWidget(second)
        row.addStretch(1)
    else:
        row.addWidget(second, 1)
        row.addWidget(last, 0, Qt.AlignmentFlag.AlignTop)
    return holder
