"""Keys for buttons, told by their tool tips."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from textfactor.ui.messages import fill


def name_keys(keys: str) -> str:
    """Name keys as a tool tip does."""
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return fill(QCoreApplication.translate("Keys", "Keys: {keys}"), keys=shown)


def bind(button: QPushButton, keys: str, owner: QWidget) -> None:
    """Let these keys press a button as long as one works somewhere in `owner`, and say so in its tool tip."""
    button.setToolTip(name_keys(keys))
    shortcut = QShortcut(QKeySequence(keys), owner)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(button.click)
