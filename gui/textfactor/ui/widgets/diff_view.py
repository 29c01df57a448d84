"""The tenant's text and this one, word by word."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from textfactor.services.messages.comparing import Fate, Piece
from textfactor.ui import theme
from textfactor.ui.messages import fill

_LINES = 4


class DiffView(QPlainTextEdit):
    """Struck out is what the tenant has and this text lacks, underlined what it has more."""

    def __init__(self, *, name: str, lines: int = _LINES, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        self.setObjectName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("The tenant's text compared with this one"))
        self.setFixedHeight(lines * 19 + 20)

    def show_pieces(self, pieces: tuple[Piece, ...]) -> None:
        """Show a comparison."""
        self._pieces = pieces
        self._paint_pieces()
        gone = "".join(piece.text for piece in pieces if piece.fate is Fate.GONE)
        new = "".join(piece.text for piece in pieces if piece.fate is Fate.NEW)
        told = self.tr("Only in the tenant: {gone}. Only here: {new}.")
        self.setAccessibleDescription(fill(told, gone=gone or "–", new=new or "–"))

    def _paint_pieces(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        for piece in self._pieces:
            cursor.insertText(piece.text, _look(piece.fate))

    def changeEvent(self, event: QEvent) -> None:
        """Take the new theme's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_pieces()


def _look(fate: Fate) -> QTextCharFormat:
    roles = theme.current_roles()
    look = QTextCharFormat()
    if fate is Fate.GONE:
        look.setFontStrikeOut(True)
        look.setForeground(QColor(roles.error))
        look.setBackground(QColor(roles.error_ground))
    elif fate is Fate.NEW:
        look.setFontUnderline(True)
        look.setForeground(QColor(roles.ok))
        look.setBackground(QColor(roles.ok_ground))
    else:
        look.setForeground(QColor(roles.text))
    return look
