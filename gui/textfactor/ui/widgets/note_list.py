"""What there is to know about a text: a sign, a sentence, and the button that mends it."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from textfactor.domain.templates import LintNote, Severity
from textfactor.ui import theme
from textfactor.ui.messages import tr_text
from textfactor.ui.widgets.labels import ShortLabel, TextLabel
from textfactor.words.templates import explain_note, fix_label, severity_name

_SIGNS = {Severity.ERROR: ("✕", "error"), Severity.WARNING: ("!", "warning"), Severity.HINT: ("i", "info")}


class NoteList(QWidget):
    """Emits `fix_wanted(LintNote)` and `place_wanted(LintNote)` when a note is to be mended or its place shown."""

    fix_wanted = Signal(object)
    place_wanted = Signal(object)

    def __init__(self, *, name: str, after: QWidget, parent: QWidget | None = None) -> None:
        """Make an empty list; Tab comes to its buttons from the widget `after`."""
        super().__init__(parent)
        self._after = after
        self.setObjectName(name)
        self.setProperty("role", "clear")
        self._notes: tuple[tuple[LintNote, bool], ...] = ()
        self._made: list[QPushButton] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.RELATED)
        self.hide()

    def show_notes(self, notes: tuple[tuple[LintNote, bool], ...]) -> None:
        """Show these notes, each with whether a click can mend it; the same ones again change nothing."""
        if notes == self._notes:
            return
        self._notes = notes
        self._made = []
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, (note, can_fix) in enumerate(notes):
            row = self._row(number, note, can_fix=can_fix)
            self._rows.addWidget(row)
            row.show()  # else a layout shows it a moment later, and what is below moves twice
        # What is made later would be reached last of all.
        for former, button in pairwise((self._after, *self._made)):
            QWidget.setTabOrder(former, button)
        self.setVisible(bool(notes))

    def notes(self) -> tuple[LintNote, ...]:
        """What is shown."""
        return tuple(note for note, _fix in self._notes)

    def _row(self, number: int, note: LintNote, *, can_fix: bool) -> QWidget:
        sign, tone = _SIGNS[note.severity]
        told = tr_text(explain_note(note))
        row = QWidget()
        row.setProperty("role", "clear")
        row.setAccessibleName(f"{tr_text(severity_name(note.severity))}: {told}")
        mark = ShortLabel(sign, "sign")
        mark.setProperty("tone", tone)
        mark.setFixedWidth(theme.GROUP)
        words = QVBoxLayout()
        words.setSpacing(theme.SPACE)
        words.addWidget(TextLabel(told, "small"))
        if can_fix or note.places:
            words.addLayout(self._buttons(number, note, can_fix=can_fix))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        beside = QVBoxLayout()
        beside.addWidget(mark)
        beside.addStretch(1)
        layout.addLayout(beside)
        layout.addLayout(words, 1)
        return row

    def _buttons(self, number: int, note: LintNote, *, can_fix: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.RELATED)
        if can_fix:
            fix = self._button(f"{self.objectName()}_fix_{number}", tr_text(fix_label(note)), note)
            fix.clicked.connect(partial(self.fix_wanted.emit, note))
            row.addWidget(fix)
        if note.places:
            place = self._button(f"{self.objectName()}_place_{number}", self.tr("Show the place"), note)
            place.clicked.connect(partial(self.place_wanted.emit, note))
            row.addWidget(place)
        row.addStretch(1)
        return row

    def _button(self, name: str, label: str, note: LintNote) -> QPushButton:
        button = QPushButton(label)
        button.setObjectName(name)
        button.setProperty("role", "small")
        button.setAccessibleDescription(tr_text(explain_note(note)))
        self._made.append(button)
        return button
