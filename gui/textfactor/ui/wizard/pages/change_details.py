"""A change in full: its request, what was and what shall be to the last character, and what undo brings back."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from textfactor.domain.code_digest import is_digest
from textfactor.domain.plan import Change, LegacyTemplatesState, SenderState, State, TemplateState
from textfactor.services.messages.comparing import compare
from textfactor.ui import theme
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.widgets.diff_view import DiffView
from textfactor.ui.widgets.labels import ShortLabel, TextLabel
from textfactor.ui.widgets.line_diff import LineDiff
from textfactor.words.changes import after, before, secret_notes, title, undo_note

_LINE, _MOST_LINES = 80, 8
"""Characters in a line of a text, and lines of it to be seen at a time."""


class ChangeDetails(QWidget):
    """Made when somebody opens a row of a plan or of the journal; the journal has no code, and says so."""

    def __init__(self, change: Change, *, with_undo: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._what = tr_text(title(change))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, theme.SPACE, 0, theme.SPACE)
        self._layout.setSpacing(theme.SPACE)
        self._layout.addWidget(TextLabel(f"{change.method} {change.path}", "mono"))
        texts = _texts(change.before), _texts(change.after)
        if not texts[0]:
            self._add(self.tr("Before"), tr_text(before(change)))
        if not texts[1]:
            self._add(self.tr("After"), tr_text(after(change)))
        if any(texts):
            self._add_texts(*texts)
        if isinstance(change.before, SenderState) or isinstance(change.after, SenderState):
            self._add_code(change)
        for note in secret_notes(change):
            self._layout.addWidget(TextLabel(tr_text(note), "hint"))
        if with_undo:
            self._layout.addWidget(TextLabel(tr_text(undo_note(change)), "hint"))

    def _add(self, label: str, value: str) -> None:
        self._layout.addWidget(ShortLabel(label, "label"))
        self._layout.addWidget(TextLabel(value, "small"))

    def _add_texts(self, old: dict[str, str], new: dict[str, str]) -> None:
        """Show each text word by word."""
        told = self.tr("Struck out is what goes, underlined what comes.")
        self._layout.addWidget(TextLabel(told, "hint"))
        for name in dict.fromkeys((*old, *new)):
            self._layout.addWidget(ShortLabel(name, "label"))
            pieces = compare(old.get(name, ""), new.get(name, ""))
            length = sum(len(piece.text) for piece in pieces)
            view = DiffView(name="change_text", lines=min(_MOST_LINES, 2 + length // _LINE))
            view.show_pieces(pieces)
            view.setAccessibleName(f"{self._what}: {name}")
            self._layout.addWidget(view)

    def _add_code(self, change: Change) -> None:
        """Show the code line by line, as far as it is known."""
        old, new = _code(change.before), _code(change.after)
        self._layout.addWidget(ShortLabel(self.tr("Code"), "label"))
        if is_digest(old) or is_digest(new):
            told = self.tr("The journal keeps a fingerprint of the code, not the code: it may hold secrets.")
            self._layout.addWidget(TextLabel(told, "hint"))
            return
        if old == new:
            self._layout.addWidget(TextLabel(self.tr("The code stays as it is."), "hint"))
        view = LineDiff(old, new, name="change_code")
        view.setAccessibleName(fill(self.tr("{what}: code, line by line"), what=self._what))
        self._layout.addWidget(view)


def _code(state: State | None) -> str:
    return state.code if isinstance(state, SenderState) else ""


def _texts(state: State | None) -> dict[str, str]:
    """Take the texts of a state by their names; nothing where it has none."""
    if isinstance(state, TemplateState):
        return {QCoreApplication.translate("ChangeDetails", "Text"): state.text}
    if isinstance(state, LegacyTemplatesState):
        enrolment = QCoreApplication.translate("ChangeDetails", "Enrolment text")
        login = QCoreApplication.translate("ChangeDetails", "Verification text")
        return {enrolment: state.enrollment, login: state.verification}
    return {}
