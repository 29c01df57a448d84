"""A button that copies a text and says that it did."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from textfactor.ui.widgets.announce import announce

_SAID = 1500


class CopyButton(QPushButton):
    """Copies what `text` returns when it is pressed; its label says so for a moment, in the same width."""

    def __init__(self, label: str, text: Callable[[], str], *, name: str = "", small: bool = False) -> None:
        super().__init__(label)
        self.setObjectName(name)
        if small:
            self.setProperty("role", "small")
        self._label = label
        self._text = text
        self._timer = QTimer(self, singleShot=True, interval=_SAID)
        self._timer.timeout.connect(self._settle)
        self.clicked.connect(self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text())
        self.setMinimumWidth(self.width())
        self.setText(self.tr("Copied"))
        announce(self, self.text())
        self._timer.start()

    def _settle(self) -> None:
        self.setText(self._label)
