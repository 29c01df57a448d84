"""A column with the phone beside it, or below it where both are too wide."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from textfactor.ui import theme


class Beside(QWidget):
    """Base of the sections with a phone: `column` is for whatever stands at its left."""

    def __init__(self, phone: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self.column = QVBoxLayout()
        self.column.setSpacing(theme.GROUP)
        self._sides = QHBoxLayout(self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(theme.MARGIN)
        self._sides.addLayout(self.column, 1)
        self._sides.addWidget(phone)

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider of both; the height follows from the width."""
        return QSize(max(self._widths()), 0)

    def event(self, event: QEvent) -> bool:
        """Move the phone when a width has changed: ours, or that of the words."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            way = QBoxLayout.Direction.LeftToRight
            if sum(self._widths()) + theme.MARGIN > self.width():
                way = QBoxLayout.Direction.TopToBottom
            if way is not self._sides.direction():
                self._sides.setDirection(way)
        return super().event(event)

    def _widths(self) -> list[int]:
        items = (self._sides.itemAt(number) for number in range(self._sides.count()))
        return [item.minimumSize().width() for item in items if item is not None]
