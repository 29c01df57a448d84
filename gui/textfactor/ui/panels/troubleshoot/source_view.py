"""The source with the evidence marked: read only, plain text, a part at a time where it is long."""

from itertools import accumulate
from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from textfactor.domain.diagnosis import Evidence
from textfactor.domain.harmless import harmless
from textfactor.ui import theme

SHOWN: Final = 40_000
"""So many characters are laid out at once; a longer source is shown around the evidence that was asked for."""
_BEFORE: Final = SHOWN // 4


class SourceView(QPlainTextEdit):
    """Shows a source, marks evidence in it, and goes to a piece of it."""

    def __init__(self, label: str, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setProperty("role", "code")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._source = ""
        self._marked: tuple[Evidence, ...] = ()
        self._begin = 0
        self._at: list[int] | range = range(1)
        """By character of the shown part: its place in Qt's document, which counts UTF-16 units."""

    def show_source(self, source: str, evidence: tuple[Evidence, ...]) -> None:
        """Show another source with these marks."""
        self._marked = tuple(sorted((one for one in evidence if one.start >= 0), key=lambda one: one.start))
        if source != self._source:
            self._source = source
            self._show_from(self._start_of(self._marked[0].start) if self._marked else 0)
        self._mark()

    def part(self) -> tuple[int, int]:
        """Which characters of the source are shown: from, and to."""
        return self._begin, self._begin + len(self._at) - 1

    def reveal(self, evidence: Evidence) -> None:
        """Scroll to a piece of evidence and select it."""
        if evidence.start < 0 or evidence.start > len(self._source):
            return
        begin, end = self.part()
        if not begin <= evidence.start < end:
            self._show_from(self._start_of(evidence.start))
            self._mark()
        cursor = self._cursor(evidence)
        # To its end first, so that the beginning of a long one is to be seen as well.
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _start_of(self, place: int) -> int:
        return 0 if len(self._source) <= SHOWN or place < SHOWN - _BEFORE else place - _BEFORE

    def _show_from(self, begin: int) -> None:
        self._begin = begin
        text = harmless(self._source[begin : begin + SHOWN])
        if text.isascii() or max(map(ord, text)) < 0x10000:
            self._at = range(len(text) + 1)
        else:
            self._at = list(accumulate((1 + (ord(char) > 0xFFFF) for char in text), initial=0))
        self.setPlainText(text)

    def _place(self, character: int) -> int:
        return self._at[min(max(character - self._begin, 0), len(self._at) - 1)]

    def _cursor(self, evidence: Evidence) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._place(evidence.end))
        cursor.setPosition(self._place(evidence.start), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _mark(self) -> None:
        roles = theme.current_roles()
        look = QTextCharFormat()
        look.setBackground(QColor(roles.warning_ground))
        look.setForeground(QColor(roles.warning))
        look.setFontUnderline(True)
        marks: list[QTextEdit.ExtraSelection] = []
        begin, end = self.part()
        for one in self._marked:
            if one.end > begin and one.start < end:
                mark = QTextEdit.ExtraSelection()
                mark.cursor = self._cursor(one)  # pyright: ignore[reportAttributeAccessIssue] - missing in the stubs
                mark.format = look  # pyright: ignore[reportAttributeAccessIssue]
                marks.append(mark)
        self.setExtraSelections(marks)

    def marks(self) -> tuple[str, ...]:
        """The marked pieces, as they are shown."""
        return tuple(mark.cursor.selectedText() for mark in self.extraSelections())  # pyright: ignore[reportAttributeAccessIssue]

    def changeEvent(self, event: QEvent) -> None:
        """Take the new theme's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._source:
            self._mark()
