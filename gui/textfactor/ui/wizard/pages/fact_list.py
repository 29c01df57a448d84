"""Facts that were found, as rows of a card: what it is, and how it stands."""

import html
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.widgets.card import Card
from textfactor.ui.widgets.labels import TextLabel


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: what it is about, how it stands, why it is not known, and where it was read."""

    what: str
    how: str
    why: str = ""
    origin: str = ""


class FactList(Card):
    """A card with a title and the facts below it."""

    def __init__(self, title: str, empty: str, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name=name, parent=parent)
        self._title = title
        self._empty = empty
        self.setFixedWidth(theme.PHONE_WIDTH)
        self.show_facts(())

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show these facts; none at all says what would be here."""
        self.clear()
        self.add(TextLabel(self._title, "strong"))
        if not facts:
            self.add(TextLabel(self._empty, "hint"))
        for fact in facts:
            self.add(_row(fact))

    def shown(self) -> str:
        """Everything that stands here, one line a fact."""
        rows = (row.findChildren(TextLabel) for row in self.rows())
        return "\n".join(": ".join(label.text() for label in labels) for labels in rows if labels)


def _row(fact: Fact) -> QWidget:
    """Make a row."""
    row = QWidget()
    row.setProperty("role", "clear")
    row.setAccessibleName(": ".join(part for part in (fact.what, fact.how, fact.why) if part))
    row.setAccessibleDescription(fact.origin)
    row.setToolTip(html.escape(fact.origin))
    lines = QVBoxLayout(row)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(0)
    lines.addWidget(TextLabel(fact.what, "hint"))
    lines.addWidget(TextLabel(fact.how, "small"))
    if fact.why:
        lines.addWidget(TextLabel(fact.why, "hint"))
    return row
