"""A labelled field of several lines."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from textfactor.ui.widgets.labelled_field import LabelledField


class TextArea(LabelledField):
    """A labelled field of several lines; Tab leaves it."""

    def __init__(
        self, label: str, hint: str = "", *, name: str = "", lines: int = 3, parent: QWidget | None = None
    ) -> None:
        self._lines = lines
        super().__init__(label, hint, name=name, parent=parent)

    def _make_field(self) -> QPlainTextEdit:
        field = QPlainTextEdit()
        field.setTabChangesFocus(True)
        field.textChanged.connect(self._edited)
        if self._lines:
            field.setFixedHeight(self._lines * 19 + 20)
        return field
