"""Escape closes what was opened, as it closes a dialog; what is closed already leaves the key to what is around it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton


def is_escape(event: QEvent) -> bool:
    """Say whether an event is the key itself, or Qt asking whether somebody wants it before a shortcut gets it."""
    kinds = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
    return event.type() in kinds and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape


def takes_escape(event: QEvent, toggle: QAbstractButton | None) -> bool:
    """Let Escape close what this checkable button has opened, and put the keyboard on the button; say if it did."""
    if toggle is None or not toggle.isChecked() or not is_escape(event):
        return False
    if event.type() is QEvent.Type.KeyPress:
        toggle.setFocus()
        toggle.click()
    event.accept()
    return True
