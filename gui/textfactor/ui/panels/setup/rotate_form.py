"""Asks for the new API secret of the Vonage account."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from textfactor.domain.inputs import Fault, Field, InputIssue
from textfactor.domain.secret import Secret
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.panels.setup.form import Form
from textfactor.ui.widgets.secret_field import SecretField
from textfactor.words.inputs import explain_fault


class RotateForm(Form):
    """`wanted(Secret)` is emitted with what was typed, once something was."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", name="rotate", parent=parent)
        self.go.set_label(self.tr("Try it and plan"))
        self._field = SecretField(self.tr("New API secret"), name="new_secret")
        self.fields.addWidget(self._field)
        self.go.clicked.connect(self._go)
        line = self._field.field
        if isinstance(line, QLineEdit):
            line.returnPressed.connect(self._go)

    def ask(self, api_key: str) -> None:
        """Begin with an empty field."""
        self.forget()
        hint = self.tr(
            "Vonage dashboard, API settings, for the key {key}. Two secrets can be valid at a time."
        )
        self._field.set_hint(fill(hint, key=api_key))

    def begin(self) -> None:
        """See the base class."""
        self._field.focus()

    def holds_typing(self) -> bool:
        """See the base class."""
        return bool(self._field.secret())

    def refuse(self) -> None:
        """Vonage does not take the secret."""
        self._field.set_error(self.tr("Vonage refuses this secret for this key."))
        self._field.focus()

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        self._field.forget()

    def _go(self) -> None:
        typed: Secret = self._field.secret()
        if typed:
            self.wanted.emit(typed)
            return
        self._field.set_error(tr_text(explain_fault(InputIssue(Field.API_SECRET, Fault.EMPTY))))
        self._field.focus()
