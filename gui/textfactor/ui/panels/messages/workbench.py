"""The list at the left of the editor, or above it where both are too wide."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.panels.messages.type_list import WIDTH, TypeList

_EDITOR = 300
"""Pixels that the editor needs at least to stand beside the list."""


class Workbench(QWidget):
    """`column` is for the editor and what belongs to it."""

    def __init__(self, types: TypeList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._types = types
        self.column = QVBoxLayout()
        self.column.setSpacing(theme.GROUP)
        self._sides = QHBoxLayout(self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(theme.GROUP)
        self._sides.addWidget(types)
        self._sides.addLayout(self.column, 1)
        types.set_narrow(yes=False)

    def minimumSizeHint(self) -> QSize:
        """As wide as an editor; the height follows from the width."""
        return QSize(_EDITOR, 0)

    def event(self, event: QEvent) -> bool:
        """Move the list when the width has changed."""
        if event.type() == QEvent.Type.Resize:
            narrow = self.width() < WIDTH + theme.GROUP + _EDITOR
            way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
            if way is not self._sides.direction():
                self._sides.setDirection(way)
                self._types.set_narrow(yes=narrow)
        return super().event(event)
