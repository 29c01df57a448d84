"""The top of a page: its title, and one sentence that says what happens and what it costs."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.widgets.labels import TextLabel

_READABLE = 620
"""Pixels that hold some 75 characters; longer lines are hard to read."""


class PageHeader(QWidget):
    """Title and lead of a page or panel."""

    def __init__(self, title: str = "", lead: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = TextLabel(title, "title")
        self._lead = TextLabel(lead, "lead")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED + theme.SPACE)
        layout.addWidget(self._title)
        self._lead.setMaximumWidth(_READABLE)
        row = QHBoxLayout()
        row.addWidget(self._lead, 1)
        row.addStretch(0)
        layout.addLayout(row)
        self.set_lead(lead)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)

    def set_lead(self, lead: str) -> None:
        """Show another sentence; an empty one takes no room."""
        self._lead.setText(lead)
        self._lead.setVisible(bool(lead))

    def title(self) -> str:
        """The title shown."""
        return self._title.text()

    def lead(self) -> str:
        """The sentence shown."""
        return self._lead.text()
