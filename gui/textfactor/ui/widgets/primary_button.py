"""The one filled button of a page: it can show that it is at work, without changing its size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:  # loaded when there is something to paint over the button
    from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
    from PySide6.QtWidgets import QWidget

from textfactor.ui import theme

_TICK = 40
_STRIPE = 3.0
_INSET = 12.0
"""Pixels that the stripe keeps from both sides: it must not meet the rounded corners."""


class PrimaryButton(QPushButton):
    """A filled button. While busy a stripe above its lower edge shows it and a click does nothing.

    Enter presses it too, as on most desktops, besides the space bar. Each press counts once: a key that is held
    down presses no second time, nor does the other half of a double click, which may come when the work of the
    first is done already.
    """

    def __init__(self, text: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Handed over above the text would load `QIcon`, as Qt has a constructor with an icon too.
        self.setText(text)
        self.setObjectName(name)
        self.setProperty("role", "primary")
        self._filled = True
        self._at = 0.0
        self._share: float | None = None
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._move)

    def set_filled(self, *, filled: bool) -> None:
        """Stand back where another button is the main one, or be it again."""
        if filled is not self._filled:
            self._filled = filled
            theme.set_look(self, role="primary" if filled else "")

    def set_running(self, running: bool) -> None:
        """Show or hide the stripe."""
        self._at, self._share = 0.0, None
        if running:
            self._timer.start()
        else:
            self._timer.stop()
        self.update()

    def set_share(self, done: int, total: int) -> None:
        """Let the stripe tell how much is done (`total` 0: not known)."""
        self._share = done / total if total else None
        self.update()

    def _move(self) -> None:
        self._at = (self._at + 0.012) % 1.0
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is a click."""
        from PySide6.QtCore import Qt  # see labels

        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The first half was the click."""
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the focus ring and the stripe over the button."""
        super().paintEvent(event)
        if self._timer.isActive() or self.hasFocus():
            self._paint_over()

    def _paint_over(self) -> None:
        from PySide6.QtCore import QRectF
        from PySide6.QtGui import QPainter, QPalette

        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = QPalette.ColorRole.HighlightedText if self._filled else QPalette.ColorRole.Highlight
        colour = self.palette().color(role)
        if self.hasFocus() and self._filled:  # else the style sheet draws it
            pen = painter.pen()
            pen.setColor(colour)
            pen.setWidthF(2.0)
            painter.setPen(pen)
            inner = QRectF(self.rect()).adjusted(3.0, 3.0, -3.0, -3.0)
            painter.drawRoundedRect(inner, theme.RADIUS_FIELD - 2, theme.RADIUS_FIELD - 2)
        if self._timer.isActive():
            self._paint_stripe(painter, colour)
        painter.end()

    def _paint_stripe(self, painter: QPainter, colour: QColor) -> None:
        """Paint a thin track inside the lower edge, clear of the corners, and on it the part that is done."""
        from PySide6.QtCore import QRectF
        from PySide6.QtGui import QColor, QPen

        width = self.width() - 2 * _INSET
        track = QRectF(_INSET, self.height() - _STRIPE - 6.5, width, _STRIPE)
        faint = colour.toRgb()
        faint.setAlphaF(0.3)
        if self._share is None:
            piece, begin = width * 0.3, (width * 0.7) * (1.0 - abs(2.0 * self._at - 1.0))
        else:
            piece, begin = width * min(1.0, max(0.03, self._share)), 0.0
        painter.setPen(QPen(QColor(0, 0, 0, 0)))
        for part, paint in ((track, faint), (QRectF(_INSET + begin, track.y(), piece, _STRIPE), colour)):
            painter.setBrush(paint)
            painter.drawRoundedRect(part, _STRIPE / 2, _STRIPE / 2)
