"""A field as it stands on every page: its label above, one hint below that turns into the error."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.widgets.announce import announce
from textfactor.ui.widgets.labels import ShortLabel, TextLabel


class LabelledField(QWidget):
    """A labelled line. `changed(text)` is emitted when the person changes the text.

    `name` becomes the object name of the field and must be unique on the page.
    """

    changed = Signal(str)

    def __init__(self, label: str, hint: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self._error = ""
        self._shown_error = ""
        self._label = ShortLabel(label, "label")
        self._below = TextLabel(hint, "hint")
        self.field = self._make_field()
        self.field.setObjectName(name)
        self._label.setBuddy(self.field)
        self.field.setAccessibleName(label)
        self.field.setAccessibleDescription(hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(self._label)
        self._add_field(layout)
        layout.addWidget(self._below)
        self.setFocusProxy(self.field)

    def _make_field(self) -> QLineEdit | QPlainTextEdit:
        field = QLineEdit()
        field.textEdited.connect(self._edited)
        return field

    def _add_field(self, layout: QVBoxLayout) -> None:
        layout.addWidget(self.field)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep a line free below, so that a first hint or error moves nothing."""
        self._below.setMinimumHeight(self._below.fontMetrics().height())
        super().showEvent(event)

    def _edited(self) -> None:
        self.clear_error()
        self.changed.emit(self.text())

    def label(self) -> str:
        """The label's text."""
        return self._label.text()

    def text(self) -> str:
        """What stands in the field."""
        return self.field.text() if isinstance(self.field, QLineEdit) else self.field.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text without telling anyone; the cursor stays where it is when nothing changes."""
        if text == self.text():
            return
        with QSignalBlocker(self.field):
            if isinstance(self.field, QLineEdit):
                self.field.setText(text)
            else:
                self.field.setPlainText(text)
        self.clear_error()

    def set_placeholder(self, text: str) -> None:
        """Show an example while the field is empty."""
        self.field.setPlaceholderText(text)

    def set_prominent(self) -> None:
        """Let the label be a heading: for the one field that a panel is about."""
        theme.set_look(self._label, role="section")

    def set_mono(self) -> None:
        """Use the monospace font: for keys, domains and code."""
        theme.set_look(self.field, mono=True)

    def hint(self) -> str:
        """The hint that shows while there is no error."""
        return self._hint

    def set_hint(self, hint: str, *, tone: str = "") -> None:
        """Say where the value is found or what was understood. `tone`: ok, warning, or empty."""
        self._hint = hint
        self._tone = tone
        if not self._error:
            self._show(hint, tone)

    def error(self) -> str:
        """The error shown, empty when there is none."""
        return self._error

    def set_error(self, text: str) -> None:
        """Mark the field, put the error in the hint's place and say it aloud."""
        if text == self._error:
            return
        self._error = text
        self._show(f"✕ {text}", "error")
        theme.set_look(self.field, invalid=True)
        announce(self.field, text)

    def clear_error(self) -> None:
        """Bring the hint back."""
        if not self._error:
            return
        self._error = ""
        theme.set_look(self.field, invalid=False)
        self._show(self._hint, self._tone)

    _tone = ""

    def _show(self, text: str, tone: str) -> None:
        self._below.setText(text)
        theme.set_look(self._below, tone=tone)
        self.field.setAccessibleDescription(text)

    def focus(self) -> None:
        """Put the cursor into the field."""
        self.field.setFocus()
