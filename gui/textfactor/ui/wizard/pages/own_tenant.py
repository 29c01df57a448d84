"""What the welcome page asks about one's own accounts: name, environment, how the network is reached."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from textfactor.domain.answers import Answers, Environment
from textfactor.domain.inputs import Fault, clean_proxy
from textfactor.ui import theme
from textfactor.ui.environment_name import environment_name
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.card import Card
from textfactor.ui.widgets.choice_cards import ChoiceCards
from textfactor.ui.widgets.expander import Expander
from textfactor.ui.widgets.labelled_field import LabelledField
from textfactor.ui.widgets.labels import ShortLabel, TextLabel
from textfactor.ui.widgets.link_button import LinkButton

VONAGE_HOME = "https://dashboard.nexmo.com/"
AUTH0_APPLICATIONS = "https://manage.auth0.com/#/applications"


class OwnTenant(QWidget):
    """The part of the welcome page that shows when it is not the practice world. `edited` after each change."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = LabelledField(
            self.tr("Profile name"),
            self.tr("For your eyes only, such as “Acme staging”"),
            name="profile_name",
        )
        self.proxy = LabelledField(
            self.tr("Proxy"), self.tr("host:port; empty uses what the system says"), name="proxy"
        )
        self.ca_file = LabelledField(
            self.tr("CA file"),
            self.tr("A .pem file, if your network checks traffic with its own CA"),
            name="ca_file",
        )
        for field in (self.proxy, self.ca_file):
            field.set_mono()
        self._environment = self._environments()
        self._environment.chosen.connect(self._choose)
        self._advice = Callout()
        self._advanced = Expander(self.tr("Advanced: proxy and CA file"), name="advanced")
        self._advanced.add(self.proxy)
        self._advanced.add(self.ca_file)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GROUP)
        for part in (self.name, self._titled(), self._advice, self._needed(), self._advanced):
            layout.addWidget(part)

    def _environments(self) -> ChoiceCards[Environment]:
        cards: ChoiceCards[Environment] = ChoiceCards(beside=True, name="environment")
        cards.add(
            Environment.DEVELOPMENT,
            environment_name(Environment.DEVELOPMENT),
            self.tr("Nobody depends on it"),
        )
        cards.add(
            Environment.STAGING, environment_name(Environment.STAGING), self.tr("A copy to try things on")
        )
        cards.add(
            Environment.PRODUCTION, environment_name(Environment.PRODUCTION), self.tr("People log in with it")
        )
        return cards

    def _titled(self) -> QWidget:
        holder = QWidget()
        holder.setProperty("role", "clear")
        rows = QVBoxLayout(holder)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.SPACE + 2)
        rows.addWidget(ShortLabel(self.tr("Environment"), "label"))
        rows.addWidget(self._environment)
        return holder

    def _needed(self) -> QWidget:
        card = Card(name="needed")
        card.add(TextLabel(self.tr("What you need at hand"), "label"))
        card.add(
            _need(
                self.tr("Vonage: API key and secret, and a number or name to send from"),
                LinkButton(self.tr("Vonage dashboard"), VONAGE_HOME, name="open_vonage"),
            )
        )
        card.add(
            _need(
                self.tr("Auth0: a Machine to Machine application that may use the Management API"),
                LinkButton(self.tr("Auth0 applications"), AUTH0_APPLICATIONS, name="open_auth0"),
            )
        )
        card.add(_need(self.tr("A phone that can receive a text message")))
        return card

    def show_answers(self, answers: Answers) -> None:
        """Put the answers into the fields."""
        self.name.set_text(answers.profile_name)
        self._environment.set_value(answers.environment)
        if answers.proxy or not self.proxy_fault():
            self.proxy.set_text(answers.proxy)
        self.ca_file.set_text(answers.ca_file)
        if answers.proxy or answers.ca_file:
            self._advanced.set_open(opened=True)
        self._advise(answers.environment)

    def collect(self, answers: Answers) -> Answers:
        """Take the answers from the fields. What is no proxy may hold a password, which must not reach the draft."""
        proxy = clean_proxy(self.proxy.text())
        return replace(
            answers,
            profile_name=self.name.text().strip(),
            environment=self._environment.value(),
            proxy="" if isinstance(proxy, Fault) else proxy,
            ca_file=self.ca_file.text().strip(),
        )

    def proxy_fault(self) -> Fault | None:
        """Say what is wrong with the proxy as it stands in its field."""
        proxy = clean_proxy(self.proxy.text())
        return proxy if isinstance(proxy, Fault) else None

    def open_advanced(self) -> None:
        """Show the fields for the network: one of them needs a look."""
        self._advanced.set_open(opened=True)

    def _choose(self, environment: Environment) -> None:
        self._advise(environment)
        self.edited.emit()

    def _advise(self, environment: Environment) -> None:
        if environment is not Environment.PRODUCTION:
            self._advice.clear()
            return
        self._advice.show_message(
            "warning",
            self.tr("Try it on a development or staging tenant first"),
            self.tr(
                "From the apply step on, everyone who logs in gets codes the new way. On production, Textfactor "
                "asks for the tenant's name before it writes."
            ),
        )


def _need(what: str, link: QWidget | None = None) -> QWidget:
    """Make a row: a thing one needs, and beside it where to get it."""
    row = QWidget()
    row.setProperty("role", "clear")
    cells = QHBoxLayout(row)
    cells.setContentsMargins(0, 0, 0, 0)
    cells.setSpacing(theme.GROUP)
    cells.addWidget(TextLabel(what, "small"), 1)
    if link is not None:
        cells.addWidget(link)
    return row
