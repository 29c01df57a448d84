"""The fields of the Vonage page, and what stands in them: a secret leaves only as a `Secret`, and not for long."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from textfactor.domain.inputs import (
    Fault,
    Field,
    InputIssue,
    clean_api_key,
    clean_secret,
    clean_sender,
    swapped,
)
from textfactor.domain.secret import Secret
from textfactor.ui import theme
from textfactor.ui.messages import fill
from textfactor.ui.widgets.labelled_field import LabelledField
from textfactor.ui.widgets.secret_field import SecretField

_GENERIC = frozenset({"VERIFY", "INFO", "SMS", "NOTICE", "CODE", "AUTH", "OTP", "PIN", "ALERT"})
"""Sender names that carriers hold back (facts/vonage 3)."""


class VonageFields(QWidget):
    """API key, API secret and sender."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: Secret | None = None
        self._kept_for: str | None = ""
        self.key = LabelledField(
            self.tr("API key"),
            self.tr("8 letters and digits: Vonage dashboard, API settings"),
            name="api_key",
        )
        self.secret = SecretField(
            self.tr("API secret"), self.tr("On the same page; not your password, not the signature secret"),
            name="api_secret",
        )  # fmt: skip
        self.sender_id = LabelledField(self.tr("Sender"), self._sender_hint(), name="sender")
        self.key.set_mono()
        self.sender_id.changed.connect(self._sender_typed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GROUP)
        for field in (self.key, self.secret, self.sender_id):
            layout.addWidget(field)

    def clear(self) -> None:
        """Forget what belongs to another world."""
        self._held, self._kept_for = None, ""
        self.key.set_text("")
        self.secret.forget()
        self.secret.set_placeholder("")
        self.sender_id.set_text("")

    def show_values(self, key: str, sender: str) -> None:
        """Show key and sender, unless what stands there is being corrected."""
        if key or not isinstance(clean_api_key(self.key.text()), Fault):
            self.key.set_text(key)
        if sender or not isinstance(clean_sender(self.sender_id.text()), Fault):
            self.sender_id.set_text(sender)
        self._sender_typed()

    def hold(self, secret: Secret, source: str) -> None:
        """Take over a secret that was found on this machine, without showing it."""
        self._held = secret
        self.secret.clear_error()
        self.secret.set_kept(fill(self.tr("from {source}"), source=source))

    def known_as_kept(self, key: str) -> None:
        """The store has the secret of this key (empty: it has none)."""
        self._kept_for = key
        if key and not self.secret.secret() and self._held is None:
            self.secret.set_kept(self.tr("kept"))

    def expect_kept(self) -> None:
        """Nobody has looked into the store yet: an empty field may be fine."""
        if not self._kept_for:
            self._kept_for = None

    def settled(self, key: str, *, lasting: bool) -> None:
        """The secret is in the store now: no field and no page holds it any more."""
        self._held, self._kept_for = None, key
        self.secret.set_kept(self.tr("kept in the keyring") if lasting else self.tr("kept for this session"))

    def are_empty(self) -> bool:
        """Whether nobody has typed an account."""
        return not self.key.text().strip() and not self.secret.secret()

    def use_as_they_are(self, key: str) -> bool:
        """Whether this key is in use with the secret that came with it, or that is kept."""
        same = self.clean_key() == key and bool(self.sender_id.text().strip())
        return same and not self.secret.secret() and self._judge_secret() == ""

    def clean_key(self) -> str:
        """The API key, empty while it is not one."""
        value = clean_api_key(self.key.text())
        return "" if isinstance(value, Fault) else value

    def clean_sender(self) -> str:
        """The sender in the form that Vonage takes, empty while it is not one."""
        value = clean_sender(self.sender_id.text())
        return "" if isinstance(value, Fault) else value

    def fresh_secret(self) -> Secret | None:
        """The secret that was typed, else the one taken over since the last check; None means the kept one."""
        typed = self.secret.secret()
        if not typed:
            return self._held
        value = clean_secret(typed.reveal(), self.clean_key())
        return None if isinstance(value, Fault) else Secret(value)

    def issues(self, *, with_sender: bool) -> tuple[InputIssue, ...]:
        """Name what is wrong; key and secret in each other's place are named as such."""
        if self.are_swapped():
            return (
                InputIssue(Field.API_KEY, Fault.LOOKS_LIKE_SECRET),
                InputIssue(Field.API_SECRET, Fault.LOOKS_LIKE_KEY),
            )
        found = [(Field.API_KEY, clean_api_key(self.key.text())), (Field.API_SECRET, self._judge_secret())]
        if with_sender:
            found.append((Field.SENDER, clean_sender(self.sender_id.text())))
        return tuple(InputIssue(field, value) for field, value in found if isinstance(value, Fault))

    def are_swapped(self) -> bool:
        """Whether key and secret stand in each other's field."""
        return swapped(self.key.text(), self.secret.secret().reveal())

    def swap(self) -> None:
        """Put them where they belong."""
        key, secret = clean_api_key(self.secret.secret().reveal()), clean_secret(self.key.text())
        if isinstance(key, Fault) or isinstance(secret, Fault):
            return
        self._held = Secret(secret)
        self.key.set_text(key)
        self.secret.set_kept(self.tr("from the other field"))
        self.key.clear_error()
        self.secret.clear_error()

    def _judge_secret(self) -> str | Fault:
        typed = self.secret.secret()
        if typed:
            return clean_secret(typed.reveal(), self.clean_key())
        kept = self._kept_for is None or (self._kept_for and self._kept_for == self.clean_key())
        return "" if self._held is not None or kept else Fault.EMPTY

    def _sender_hint(self) -> str:
        return self.tr("A number of your account, or a name of up to 11 letters and digits")

    def _sender_typed(self) -> None:
        if self.sender_id.text().strip().upper() in _GENERIC:
            words = self.tr("Carriers often hold back a name this general; use your own")
            self.sender_id.set_hint(words, tone="warning")
        else:
            self.sender_id.set_hint(self._sender_hint())
