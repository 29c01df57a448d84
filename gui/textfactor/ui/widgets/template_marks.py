"""Marks in a template while it is edited: Liquid coloured, what a note concerns underlined."""

from itertools import accumulate

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from textfactor.domain.templates import LIMIT, LintKind, LintNote, Severity
from textfactor.services.messages.spans import Sort, spans
from textfactor.ui import theme

_Mark = tuple[int, int, str]
"""First place and length in the document (it counts UTF-16 units), and the look."""


def marks_of(source: str, notes: tuple[LintNote, ...]) -> tuple[_Mark, ...]:
    """Work out what is marked; a text beyond Auth0's limit stays plain."""
    if len(source) > LIMIT:
        return ()
    if source.isascii() or max(map(ord, source)) < 0x10000:
        at: list[int] | range = range(len(source) + 1)
    else:
        at = list(accumulate((1 + (ord(char) > 0xFFFF) for char in source), initial=0))
    found = [
        (span.start, span.end, "comment" if span.sort is Sort.HIDDEN else "liquid")
        for span in spans(source)
        if span.sort is not Sort.TEXT
    ]
    for note in notes:
        look = "character" if note.kind is LintKind.NOT_GSM7 else note.severity.value
        found += [(place.start, min(place.end, len(source)), look) for place in note.places]
    return tuple((at[start], at[end] - at[start], look) for start, end, look in found if start < end)


class TemplateMarks(QSyntaxHighlighter):
    """Shows marks that were worked out before; later ones lie over earlier ones."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._marks: tuple[_Mark, ...] = ()

    @property
    def marks(self) -> tuple[_Mark, ...]:
        """What is marked now."""
        return self._marks

    def set_marks(self, marks: tuple[_Mark, ...]) -> None:
        """Show other marks."""
        if marks != self._marks:
            self._marks = marks
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """See Qt; each line is asked for its looks, place by place, so that underlines keep the colour below."""
        begin = self.currentBlock().position()
        length = self.currentBlock().length()
        del text
        for start, size, look in self._marks:
            first, last = max(start - begin, 0), min(start + size - begin, length)
            for place in range(first, last):
                shown = self.format(place)
                _dress(shown, look)
                self.setFormat(place, 1, shown)


def _dress(shown: QTextCharFormat, look: str) -> None:
    """Add a look to what a character has."""
    roles = theme.current_roles()
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    if look == "liquid":
        shown.setForeground(QColor(roles.code_word))
    elif look == "comment":
        shown.setForeground(QColor(roles.muted))
        shown.setFontItalic(True)
    elif look == "character":
        shown.setBackground(QColor(roles.warning_ground))
        shown.setForeground(QColor(roles.warning))
        shown.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        shown.setUnderlineColor(QColor(roles.warning))
    elif look != Severity.HINT.value:
        shown.setUnderlineStyle(wave)
        shown.setUnderlineColor(QColor(roles.error if look == Severity.ERROR.value else roles.warning))
