"""Keys as a desktop sends them: a press, while it is held a repeat each thirtieth of a second, a release."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

PRESSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
"""What presses a button here."""


def send(kind: QEvent.Type, window: QWidget, key: Qt.Key, *, repeated: bool = False) -> None:
    """Hand the key to whatever has the keyboard by then: it may have moved on since the last one."""
    text = " " if key is Qt.Key.Key_Space else "\r"
    event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text, repeated, 1)
    QGuiApplication.sendEvent(window.focusWidget() or window, event)


def tap(window: QWidget, key: Qt.Key) -> None:
    """Press and release once."""
    send(QEvent.Type.KeyPress, window, key)
    send(QEvent.Type.KeyRelease, window, key)


def hold(qtbot: QtBot, window: QWidget, key: Qt.Key, repeats: int = 60) -> None:
    """Hold a key down for so many repeats; 60 are two seconds."""
    send(QEvent.Type.KeyPress, window, key)
    for _ in range(repeats):
        qtbot.wait(30)
        send(QEvent.Type.KeyRelease, window, key, repeated=True)
        send(QEvent.Type.KeyPress, window, key, repeated=True)
    send(QEvent.Type.KeyRelease, window, key)
