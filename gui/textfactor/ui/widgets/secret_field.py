"""A field for a secret: bullets, readable for a moment on request."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from textfactor.domain.secret import Secret
from textfactor.ui.widgets.labelled_field import LabelledField

_MOMENT = 5000
"""Milliseconds for which a secret can be read."""


class SecretField(LabelledField):
    """A labelled field that shows bullets. The value leaves it only as a `Secret`."""

    def __init__(self, label: str, hint: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        self._reveal = QPushButton()
        super().__init__(label, hint, name=name, parent=parent)
        self._reveal.setText(self.tr("Show for a moment"))
        self._reveal.setObjectName(f"{name}_show")
        self._label_text = label
        self._line().textChanged.connect(self._offer)
        self._offer()
        self._reveal.clicked.connect(self._show_for_a_moment)
        self._timer = QTimer(self, singleShot=True, interval=_MOMENT)
        self._timer.timeout.connect(self.cover)

    def _make_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.textEdited.connect(self._trim)
        return field

    def _add_field(self, layout: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self._reveal)
        layout.addLayout(row)

    def _line(self) -> QLineEdit:
        assert isinstance(self.field, QLineEdit)  # noqa: S101 - for the type checker: we made it
        return self.field

    def _offer(self) -> None:
        """Show what was typed, and nothing else: a kept secret is not fetched for being looked at."""
        typed = bool(self._line().text())
        why = (
            "" if typed else self.tr("Only what is typed here can be shown; a kept secret stays where it is.")
        )
        self._reveal.setEnabled(typed)
        self._reveal.setToolTip(why)
        self._reveal.setAccessibleDescription(f"{self._label_text}. {why}" if why else self._label_text)

    def _trim(self) -> None:
        """Drop the blanks and line ends that come along when a secret is pasted."""
        trimmed = self._line().text().strip()
        if trimmed != self._line().text():
            self._line().setText(trimmed)
        self._edited()

    def secret(self) -> Secret:
        """What was typed; false when the field is empty."""
        return Secret(self._line().text().strip())

    def forget(self) -> None:
        """Empty the field for good: unlike `QLineEdit.clear`, this leaves nothing that Undo could bring back."""
        self.cover()
        self._line().setText("")
        self.clear_error()

    def set_kept(self, text: str) -> None:
        """Empty the field and say in it that the value is kept already (for example "In the keyring")."""
        self.forget()
        self.set_placeholder(f"•••••••••••• {text}")

    def set_secret(self, value: Secret) -> None:
        """Put a value in, such as one that was found on this machine."""
        self._line().setText(value.reveal())

    def _show_for_a_moment(self) -> None:
        if self._timer.isActive():
            self.cover()
            return
        self._line().setEchoMode(QLineEdit.EchoMode.Normal)
        self._timer.start()

    def cover(self) -> None:
        """Show bullets again."""
        self._timer.stop()
        self._line().setEchoMode(QLineEdit.EchoMode.Password)

    def hideEvent(self, event: QHideEvent) -> None:
        """A secret is not readable any more when its page comes back."""
        self.cover()
        super().hideEvent(event)
