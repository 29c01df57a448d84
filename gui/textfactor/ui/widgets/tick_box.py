"""A check box that shows a tick: a style sheet alone could only fill the square, which says nothing without colour."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

_TICK = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.31))
"""Corners of the tick, in shares of the square."""


class TickBox(QCheckBox):
    """A check box; Qt's own in all but the tick."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tick over the filled square."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        square = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self.palette().color(QPalette.ColorRole.HighlightedText), 2.0)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        points = [
            QPointF(square.x() + x * square.width(), square.y() + y * square.height()) for x, y in _TICK
        ]
        painter.drawPolyline(points)
        painter.end()
