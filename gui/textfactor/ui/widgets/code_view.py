"""Code to read: monospace, coloured by the theme, never edited."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from textfactor.services.context import CallContext
from textfactor.ui import theme
from textfactor.ui.jobs import Done, Jobs, Outcome


@dataclass(frozen=True, slots=True)
class _Span:
    """A run of one kind within a line: first column, length, and what it is (word, text, comment, number)."""

    start: int
    length: int
    kind: str


_Lines = dict[int, list[_Span]]


def _kind(token: str) -> str:
    """Sort a token's name (`Token.Keyword.Constant`) into the few kinds that get a colour of their own."""
    kinds = {"Comment": "comment", "Keyword": "word", "String": "text", "Number": "number"}
    return next((kind for name, kind in kinds.items() if f".{name}" in token), "")


def lex(code: str, language: str) -> _Lines:
    """Split code into coloured spans, line by line. Takes some ten milliseconds: run it in a worker."""
    from pygments.lexers import get_lexer_by_name  # pyright: ignore[reportUnknownVariableType] - untyped

    lines: _Lines = {}
    row, column = 0, 0
    tokens: Iterable[tuple[object, str]] = get_lexer_by_name(language, stripnl=False).get_tokens(code)
    for token, value in tokens:
        kind = _kind(str(token))
        for index, piece in enumerate(value.split("\n")):
            if index:
                row, column = row + 1, 0
            if kind and piece:
                lines.setdefault(row, []).append(_Span(column, len(piece), kind))
            column += len(piece)
    return lines


class _Highlighter(QSyntaxHighlighter):
    """Colours lines from spans that were worked out before."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._lines: _Lines = {}

    def set_lines(self, lines: _Lines) -> None:
        self._lines = lines
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        del text
        roles = theme.current_roles()
        colours = {
            "comment": roles.muted,
            "word": roles.code_word,
            "text": roles.code_text,
            "number": roles.warning,
        }
        for span in self._lines.get(self.currentBlock().blockNumber(), ()):
            look = QTextCharFormat()
            look.setForeground(QColor(colours[span.kind]))
            if span.kind == "comment":
                look.setFontItalic(True)
            self.setFormat(span.start, span.length, look)


class CodeView(QPlainTextEdit):
    """Read-only code. It shows at once and gets its colours from a worker a moment later."""

    def __init__(self, jobs: Jobs, label: str, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._coloured: str | None = None
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setProperty("role", "code")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        font = QFont("monospace")
        font.setStyleHint(QFont.StyleHint.Monospace)
        self.setFont(font)
        self._highlighter = _Highlighter(self.document())

    def set_code(self, code: str, language: str = "javascript") -> None:
        """Show code; the same code again changes nothing."""
        if code == self._coloured:
            return
        self._coloured = code
        self._highlighter.set_lines({})
        self.setPlainText(code)

        def work(ctx: CallContext) -> _Lines:
            ctx.cancel.check()
            return lex(code, language)

        self._jobs.start(work, self._lexed)

    def _lexed(self, outcome: Outcome[_Lines]) -> None:
        if isinstance(outcome, Done):
            self._highlighter.set_lines(outcome.value)

    def changeEvent(self, event: QEvent) -> None:
        """Take the new theme's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._highlighter.rehighlight()
