"""The tour's hands and eyes: they use what can be seen and is enabled, as a person does."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QScrollArea, QWidget

from textfactor.ui.widgets.callout import Callout


class Hands:
    """Finds, looks and clicks as a person does: only what can be seen and is enabled."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def find(self, name: str) -> QWidget | None:
        """The visible widget of that name."""
        found = self._window.findChildren(QWidget, name)
        return next((widget for widget in found if widget.isVisible()), None)

    def ready(self, name: str) -> bool:
        """Whether it can be seen and used."""
        widget = self.find(name)
        return widget is not None and widget.isEnabled()

    def on(self, page: str) -> bool:
        """Whether a page is shown and nothing runs in the footer."""
        return self.find(f"page_{page}") is not None

    def says(self, name: str) -> bool:
        """Whether a callout tells something."""
        widget = self.find(name)
        return isinstance(widget, Callout) and bool(widget.title())

    def tone(self, name: str) -> str:
        """The tone of a callout, empty when it tells nothing."""
        widget = self.find(name)
        return widget.tone() if isinstance(widget, Callout) else ""

    def text(self, name: str) -> str:
        """What stands in a line."""
        widget = self.find(name)
        return widget.text() if isinstance(widget, QLineEdit) else ""

    def click(self, name: str) -> None:
        """Click on it with the mouse, scrolled into view first."""
        widget = self._need(name)
        self._bring_into_view(widget)
        where = QPoint(14, widget.height() // 2) if isinstance(widget, QCheckBox) else widget.rect().center()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)

    def write(self, name: str, text: str) -> None:
        """Click into a line and type in place of what stands there."""
        self.click(name)
        widget = self._need(name)
        QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(widget, text)

    def _need(self, name: str) -> QWidget:
        widget = self.find(name)
        if widget is None or not widget.isEnabled():
            raise LookupError(name)
        return widget

    def _bring_into_view(self, widget: QWidget) -> None:
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget)
            parent = parent.parentWidget()
