"""Says aloud, to those who use a screen reader, what changed without their doing."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say `text`; nothing happens where there is none."""
    if not text:
        return
    # Qt's names for accessibility take a moment to load, and the window paints first.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
