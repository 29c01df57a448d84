"""The fields of the tenant page: domain, and an application's id and secret or a token."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from textfactor.domain.answers import TenantLogin
from textfactor.domain.inputs import (
    Fault,
    Field,
    InputIssue,
    clean_client_id,
    clean_client_secret,
    clean_domain,
    clean_token,
)
from textfactor.domain.secret import Secret
from textfactor.services.container import TenantKey
from textfactor.ui import theme
from textfactor.ui.messages import fill
from textfactor.ui.widgets.choice_cards import ChoiceCards
from textfactor.ui.widgets.labelled_field import LabelledField
from textfactor.ui.widgets.secret_field import SecretField


class TenantFields(QWidget):
    """Holds what opens the tenant; `edited` after another way of login was chosen."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: Secret | None = None
        self._kept: dict[TenantLogin, str | None] = {}
        self.domain = LabelledField(self.tr("Domain"), self._domain_hint(), name="domain")
        self._login: ChoiceCards[TenantLogin] = ChoiceCards(beside=True, name="login")
        self._login.add(
            TenantLogin.APPLICATION, self.tr("Application"), self.tr("ID and secret; renews itself")
        )
        self._login.add(TenantLogin.TOKEN, self.tr("Token"), self.tr("Pasted; good for a day"))
        self._login.setAccessibleName(self.tr("How to reach the Management API"))
        self.client_id = LabelledField(
            self.tr("Client ID"), self.tr("Applications, your application, Settings"), name="client_id"
        )
        self.client_secret = SecretField(
            self.tr("Client secret"), self.tr("Below the client ID on the same page"), name="client_secret"
        )
        self.token = SecretField(
            self.tr("Management API token"), self.tr("Applications, APIs, Auth0 Management API, API Explorer"),
            name="token",
        )  # fmt: skip
        self._build()

    def _build(self) -> None:
        self.domain.set_mono()
        self.client_id.set_mono()
        self._login.chosen.connect(self._choose)
        self.domain.changed.connect(self._domain_typed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GROUP)
        for part in (self.domain, self._login, self.client_id, self.client_secret, self.token):
            layout.addWidget(part)
        self._show_login()

    def clear(self) -> None:
        """Forget what belongs to another world."""
        self._held = None
        self._kept = {}
        for field in (self.domain, self.client_id):
            field.set_text("")
        for secret in (self.client_secret, self.token):
            secret.forget()
            secret.set_placeholder("")

    def show_values(self, domain: str, client_id: str, login: TenantLogin) -> None:
        """Show these values, unless what stands here is being corrected."""
        if domain or not isinstance(clean_domain(self.domain.text()), Fault):
            self.domain.set_text(domain)
        if client_id or not isinstance(clean_client_id(self.client_id.text()), Fault):
            self.client_id.set_text(client_id)
        self._login.set_value(login)
        self._show_login()
        self._domain_typed()

    def take(self, key: TenantKey, source: str) -> None:
        """Take over a key that was found, without showing its secret."""
        login = TenantLogin.TOKEN if key.token is not None else TenantLogin.APPLICATION
        self.show_values(key.domain, key.client_id, login)
        self._held = key.token or key.secret
        self._secret_field().set_kept(source)
        for field in (self.domain, self.client_id, self.client_secret, self.token):
            field.clear_error()

    def known_as_kept(self, login: TenantLogin, *, there: bool) -> None:
        """The store has the secret of what stands here, or has none."""
        self._kept[login] = self.owner(login) if there else None
        field = self.token if login is TenantLogin.TOKEN else self.client_secret
        if there and not field.secret() and self._held is None:
            field.set_kept(self.tr("kept"))

    def settled(self, *, lasting: bool) -> None:
        """The secret is in the store now: no field and no page holds it any more."""
        self._held = None
        self._kept[self.login()] = self.owner(self.login())
        self._secret_field().set_kept(
            self.tr("kept in the keyring") if lasting else self.tr("kept for this session")
        )

    def are_empty(self) -> bool:
        """Whether nobody has typed a tenant."""
        return not (
            self.domain.text().strip() or self.client_id.text().strip() or self._secret_field().secret()
        )

    def use_as_they_are(self, key: TenantKey) -> bool:
        """Whether this tenant is in use with the secret that came with it, or that is kept."""
        same = self.clean_domain() == key.domain and (
            key.token is not None or self.client_id.text() == key.client_id
        )
        return same and not self._secret_field().secret() and self._secret_or_fault() == ""

    def login(self) -> TenantLogin:
        """The chosen way."""
        return self._login.value()

    def clean_domain(self) -> str:
        """The domain alone, empty while it is not one: whatever else was pasted must not reach the draft."""
        value = clean_domain(self.domain.text())
        return "" if isinstance(value, Fault) else value

    def clean_client_id(self) -> str:
        """The client id, empty while it is not one."""
        value = clean_client_id(self.client_id.text())
        return "" if isinstance(value, Fault) else value

    def owner(self, login: TenantLogin) -> str:
        """Name what a secret belongs to: the domain, and the application where there is one."""
        if login is TenantLogin.TOKEN:
            return self.clean_domain()
        return f"{self.clean_domain()} {self.clean_client_id()}"

    def fresh_secret(self) -> Secret | None:
        """The secret or token that was typed, else the one taken over since the check; None means the kept one."""
        typed = self._secret_field().secret()
        if not typed:
            return self._held
        value = self._judge(typed)
        return None if isinstance(value, Fault) else Secret(value)

    def issues(self) -> tuple[InputIssue, ...]:
        """Name what is wrong."""
        found: list[tuple[Field, str | Fault]] = [(Field.DOMAIN, clean_domain(self.domain.text()))]
        if self.login() is TenantLogin.APPLICATION:
            found.append((Field.CLIENT_ID, clean_client_id(self.client_id.text())))
        found.append((self._secret_kind(), self._secret_or_fault()))
        return tuple(InputIssue(field, value) for field, value in found if isinstance(value, Fault))

    def _secret_or_fault(self) -> str | Fault:
        typed = self._secret_field().secret()
        if typed:
            return self._judge(typed)
        if self._held is not None:
            return ""
        # Not in the table: nobody has looked into the store yet, and the call will tell.
        owner = self.owner(self.login())
        return "" if self._kept.get(self.login(), owner) == owner else Fault.EMPTY

    def _judge(self, typed: Secret) -> str | Fault:
        if self.login() is TenantLogin.TOKEN:
            return clean_token(typed.reveal())
        return clean_client_secret(typed.reveal(), self.clean_client_id())

    def _secret_field(self) -> SecretField:
        return self.token if self.login() is TenantLogin.TOKEN else self.client_secret

    def _secret_kind(self) -> Field:
        return Field.TOKEN if self.login() is TenantLogin.TOKEN else Field.CLIENT_SECRET

    def _choose(self, _login: TenantLogin) -> None:
        self._held = None
        self._show_login()
        self.edited.emit()

    def _show_login(self) -> None:
        token = self.login() is TenantLogin.TOKEN
        self.client_id.setVisible(not token)
        self.client_secret.setVisible(not token)
        self.token.setVisible(token)

    def _domain_hint(self) -> str:
        return self.tr("The tenant's own, such as acme.eu.auth0.com")

    def _domain_typed(self) -> None:
        typed, clean = self.domain.text().strip(), self.clean_domain()
        understood = fill(self.tr("Understood as {domain}"), domain=clean)
        self.domain.set_hint(understood if clean != typed and clean else self._domain_hint())
