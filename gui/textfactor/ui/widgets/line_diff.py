"""Two codes line by line: what stays, what goes, what comes. Read-only, scrolled by mouse and keys."""

import difflib

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from textfactor.ui import theme

_MOST = 4_000
"""Lines up to which they are matched: the time grows with their square."""
_SHOWN = 14
"""Lines to be seen at a time."""


def line_changes(before: str, after: str) -> tuple[str, ...]:
    """Write both codes as one, each line with a sign in front: two blanks, `- ` goes, `+ ` comes."""
    old, new = before.splitlines(), after.splitlines()
    if len(old) + len(new) > _MOST:
        return (*(f"- {line}" for line in old), *(f"+ {line}" for line in new))
    lines: list[str] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            lines += (f"  {line}" for line in old[a:b])
        else:
            lines += (f"- {line}" for line in old[a:b])
            lines += (f"+ {line}" for line in new[c:d])
    return tuple(lines)


class LineDiff(QPlainTextEdit):
    """A code and the one that takes its place, whole."""

    def __init__(self, before: str, after: str, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = line_changes(before, after)
        self.setObjectName(name)
        self.setProperty("role", "code")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        font = QFont("monospace")
        font.setStyleHint(QFont.StyleHint.Monospace)
        self.setFont(font)
        self.ensurePolished()
        shown = min(_SHOWN, max(3, len(self._lines)))
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + 2 * theme.GROUP)
        self._paint_lines()

    def _paint_lines(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, line in enumerate(self._lines):
            cursor.insertText(f"{line}\n" if number < len(self._lines) - 1 else line, _look(line))
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def changeEvent(self, event: QEvent) -> None:
        """Take the new theme's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_lines()


def _look(line: str) -> QTextCharFormat:
    roles = theme.current_roles()
    look = QTextCharFormat()
    look.setForeground(QColor(roles.text))
    if line.startswith("- "):
        look.setForeground(QColor(roles.error))
        look.setBackground(QColor(roles.error_ground))
    elif line.startswith("+ "):
        look.setForeground(QColor(roles.ok))
        look.setBackground(QColor(roles.ok_ground))
    return look
