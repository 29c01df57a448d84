"""Where one pastes, types or drops what one has. What is too long to be laid out is kept beside the field."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from textfactor.domain.harmless import harmless, unseen
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
    """Takes plain text alone; `file_given(Path)` and `other_given(str)` tell of what does not go into it as it is."""

    file_given = Signal(object)
    other_given = Signal(str)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return dropped_file(source) is not None or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        path = dropped_file(source)
        text = source.text()
        if path is not None:
            self.file_given.emit(path)
        elif len(text) + self.document().characterCount() > LONGEST or (unseen(text) and self._is_free()):
            self.other_given.emit(text)
        else:
            self.insertPlainText(harmless(text))

    def _is_free(self) -> bool:
        """Whether what is inserted will be all there is."""
        return len(self.textCursor().selectedText()) >= self.document().characterCount() - 1


class InputField(TextArea):
    """Emits `changed` as one types, `file_given(Path)` for a file, `other_given(str)` for what is shown otherwise."""

    file_given = Signal(object)
    other_given = Signal(str)

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
        field.other_given.connect(self.other_given)
        return field
