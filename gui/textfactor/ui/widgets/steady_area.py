"""An area that scrolls and keeps what one works with in its place while other things around it grow or go."""

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


class SteadyArea(QScrollArea):
    """Watches the control that has the keyboard: where it stood when one came to it, it stays.

    At the top of the page nothing is held, so that what comes up there can be read. Whoever scrolls, or is led to a
    result, chooses another place.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: QWidget | None = None
        self._place = 0
        self._top = True
        self._moving = False
        self._maximum = 0
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._settled)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._grown)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See that the inside was laid out anew; Qt has this called for the widget that scrolls."""
        if watched is self.widget() and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._settle.start()
        return super().eventFilter(watched, event)

    def _focus_moved(self, _former: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self._held and self.isAncestorOf(now):
            self._note(self.verticalScrollBar().value())

    def _grown(self, _minimum: int, _maximum: int) -> None:
        self._settle.start()

    def _scrolled(self, value: int) -> None:
        """Note the place that somebody has chosen; a page that became shorter chooses nothing."""
        maximum = self.verticalScrollBar().maximum()
        chosen = not self._moving and maximum == self._maximum
        self._maximum = maximum
        if chosen:
            self._note(value)

    def _note(self, value: int) -> None:
        self._held = self._if_seen(self.window().focusWidget())
        self._top = value == 0
        if self._held is not None:
            self._place = self._y(self._held)

    def _if_seen(self, focused: QWidget | None) -> QWidget | None:
        """Return the control with the keyboard if it is to be seen here."""
        if focused is None or not focused.isVisible() or not self.viewport().isAncestorOf(focused):
            return None
        return focused if -focused.height() < self._y(focused) < self.viewport().height() else None

    def _y(self, widget: QWidget) -> int:
        return widget.mapTo(self.viewport(), QPoint(0, 0)).y()

    def _settled(self) -> None:
        self._hold_still(self.window().focusWidget())

    def _hold_still(self, focused: QWidget | None) -> None:
        """Put the control back where it was, as far as the page is long enough."""
        bar = self.verticalScrollBar()
        self._maximum = bar.maximum()
        if focused is None or focused is not self._held or not focused.isVisible():
            self._note(bar.value())
            return
        away = self._y(focused) - self._place
        if away and not self._top:
            self._moving = True
            bar.setValue(bar.value() + away)
            self._moving = False
