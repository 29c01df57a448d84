"""What is not as the last run left it: what it was then and what it is now."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from textfactor.domain.plan import Change
from textfactor.services.setup.drift import DriftFact
from textfactor.ui import theme
from textfactor.ui.messages import tr_text
from textfactor.ui.widgets.change_row import ChangeRow
from textfactor.ui.widgets.labels import ShortLabel, TextLabel
from textfactor.ui.wizard.pages.gradual_card import GradualCard
from textfactor.ui.wizard.pages.plan_card import resource_name
from textfactor.words.changes import before


class DriftCard(QWidget):
    """Hidden while nothing differs. `right_wanted` asks for the plan that sets it right."""

    right_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._card = GradualCard(name="drift")
        self._left = TextLabel("", "hint")
        self._right = QPushButton(self.tr("Plan to set it right"))
        self._right.setObjectName("set_right")
        self._right.clicked.connect(self.right_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        layout.addWidget(ShortLabel(self.tr("Changed since the last run"), "section"))
        layout.addWidget(TextLabel(self.tr("As the last run left it, then as it is now."), "hint"))
        layout.addWidget(self._card)
        layout.addWidget(self._left)
        row = QHBoxLayout()
        row.addWidget(self._right)
        row.addStretch(1)
        layout.addLayout(row)
        self.hide()

    def show_drift(self, drift: tuple[DriftFact, ...], *, can_set_right: bool = True) -> None:
        """Show these; what the last run had not written is somebody else's to set right."""
        self._card.fill([partial(_row, one) for one in drift])
        ours = any(one.ours for one in drift)
        others = any(not one.ours for one in drift)
        self._left.setText(
            self.tr("What Textfactor had not written (marked with “i”) may be meant so, and is left alone.")
        )
        self._left.setVisible(others)
        self._right.setVisible(ours and can_set_right)
        self.setVisible(bool(drift))


def _row(one: DriftFact) -> ChangeRow:
    name = resource_name(one.resource)
    was = Change(one.resource, one.expected, one.actual, "", "")
    now = Change(one.resource, one.actual, one.expected, "", "")
    title = name[:1].upper() + name[1:]
    return ChangeRow("~" if one.ours else "i", title, before=tr_text(before(was)), after=tr_text(before(now)))
