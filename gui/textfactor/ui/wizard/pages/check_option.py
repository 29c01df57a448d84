"""A choice of yes or no with a sentence below it that says what it means."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.widgets.labels import TextLabel
from textfactor.ui.widgets.tick_box import TickBox

_INDENT = 29
"""Pixels up to where a check box's own text begins."""


class CheckOption(QWidget):
    """`changed` is emitted when the person ticks or clears the box."""

    changed = Signal()

    def __init__(self, title: str, meaning: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = TickBox(title)
        self._box.setObjectName(name)
        self._box.setAccessibleDescription(meaning)
        self._box.toggled.connect(self.changed)
        self._meaning = TextLabel(meaning, "hint")
        self._meaning.setContentsMargins(_INDENT, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE // 2)
        layout.addWidget(self._box)
        layout.addWidget(self._meaning)
        self.setFocusProxy(self._box)

    def value(self) -> bool:
        """Whether it is ticked."""
        return self._box.isChecked()

    def set_value(self, *, yes: bool) -> None:
        """Tick or clear the box without telling anyone."""
        with QSignalBlocker(self._box):
            self._box.setChecked(yes)

    def set_meaning(self, text: str) -> None:
        """Say something else about it."""
        self._meaning.setText(text)
        self._box.setAccessibleDescription(text)
