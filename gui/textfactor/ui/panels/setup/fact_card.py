"""What was found in the tenant: quiet rows with the request that each was read with."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from textfactor.domain.tenant import Observed
from textfactor.ui import theme
from textfactor.ui.messages import tr_text
from textfactor.ui.widgets.elided_label import ElidedLabel
from textfactor.ui.widgets.labels import ShortLabel, TextLabel
from textfactor.ui.wizard.pages.fact_list import Fact
from textfactor.ui.wizard.pages.found_facts import found_facts
from textfactor.ui.wizard.pages.gradual_card import GradualCard
from textfactor.words import facts

_WHAT = 132
"""Pixels for the name of a fact."""


class FactCard(QWidget):
    """Hidden before the first look."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._card = GradualCard(name="facts")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        layout.addWidget(ShortLabel(self.tr("In the tenant now"), "section"))
        layout.addWidget(self._card)
        self.hide()

    def show_found(self, observed: Observed | None) -> None:
        """Show what was found."""
        self.setVisible(observed is not None)
        if observed is None:
            self._card.fill(())
            return
        # The request is told in full: "Read with" would be said in each row.
        origins = {tr_text(one.what): one.origin for one in facts.found_facts(observed)}
        rows = found_facts(observed)
        self._card.fill([partial(_FactRow, one, origins.get(one.what, "")) for one in rows])


class _FactRow(QWidget):
    """Name, how it stands (and why it is not known), and the request at the right."""

    def __init__(self, fact: Fact, origin: str) -> None:
        super().__init__()
        self.setAccessibleName(": ".join(part for part in (fact.what, fact.how, fact.why) if part))
        self.setAccessibleDescription(fact.origin)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, theme.SPACE, 0, theme.SPACE)
        grid.setHorizontalSpacing(theme.RELATED)
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, _WHAT)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        what = TextLabel(fact.what, "hint")
        what.setFixedWidth(_WHAT)
        how = QVBoxLayout()
        how.setSpacing(0)
        how.addWidget(TextLabel(fact.how, "small"))
        if fact.why:
            why = TextLabel(fact.why, "hint")
            theme.set_look(why, tone="warning")
            how.addWidget(why)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(what, 0, 0, top)
        grid.addLayout(how, 0, 1)
        read = ElidedLabel(origin, "mono")
        read.setEnabled(False)  # quieter than what was found
        grid.addWidget(read, 0, 2, top)
