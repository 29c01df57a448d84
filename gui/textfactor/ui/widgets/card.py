"""A card: things that belong together on one surface, with thin lines between rows."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from textfactor.ui.widgets.labels import rule


class Card(QFrame):
    """A bordered surface with rows below each other."""

    def __init__(self, *, ruled: bool = False, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self._ruled = ruled
        self._rows: list[QWidget] = []
        self._lines: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(18, 10 if ruled else 14, 18, 10 if ruled else 16)
        self._layout.setSpacing(0 if ruled else 8)

    def add(self, row: QWidget) -> None:
        """Add a row at the end."""
        if self._ruled and self._rows:
            line = rule()
            self._lines.append(line)
            self._layout.addWidget(line)
        self._rows.append(row)
        self._layout.addWidget(row)

    def clear(self, keep: int = 0) -> None:
        """Take all rows away but the first `keep`."""
        lines = max(keep - 1, 0)
        for widget in (*self._rows[keep:], *self._lines[lines:]):
            self._layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        del self._rows[keep:]
        del self._lines[lines:]

    def rows(self) -> tuple[QWidget, ...]:
        """The rows, top to bottom."""
        return tuple(self._rows)
