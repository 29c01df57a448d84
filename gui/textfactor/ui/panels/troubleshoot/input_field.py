"""Where one pastes, types or drops what one has. What is too long to be laid out is kept beside the field."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from textfactor.ui.widgets.text_area import TextArea

LONGEST: Final = 40_000
"""Characters that the field takes: laying out more would be felt with each key."""


def dropped_file(mime: QMimeData) -> Path | None:
    """Return the file that was dropped or copied; a page of the web is none, and only the first of several is."""
    for url in mime.urls():
        if url.isLocalFile():
            return Path(url.toLocalFile())
    return None


class _Field(QPlainTextEdit):
    """Takes plain text alone; `file_given(Path)` and `long_given(str)` tell of what does not go into it."""

    file_given = Signal(object)
    long_given = Signal(str)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return dropped_file(source) is not None or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        path = dropped_file(source)
        text = source.text()
        if path is not None:
            self.file_given.emit(path)
        elif len(text) + self.document().characterCount() > LONGEST:
            self.long_given.emit(text)
        else:
            self.insertPlainText(text)


class InputField(TextArea):
    """Emits `changed` as one types, `file_given(Path)` for a file, `long_given(str)` for what is kept beside it."""

    file_given = Signal(object)
    long_given = Signal(str)

    def __init__(self, label: str, hint: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(label, hint, name=name, lines=0, parent=parent)
        self.set_mono()
        self.set_prominent()

    def _make_field(self) -> QPlainTextEdit:
        field = _Field()
        field.setTabChangesFocus(True)
        field.setUndoRedoEnabled(True)
        field.textChanged.connect(self._edited)
        field.file_given.connect(self.file_given)
        field.long_given.connect(self.long_given)
        return field
