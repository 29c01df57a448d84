"""The phone, and for whom the message is filled in: a person, a language, a country to pay for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from textfactor.domain.templates import TemplateType
from textfactor.services.messages.looking import Look, Shown
from textfactor.services.messages.preview import PEOPLE, person
from textfactor.ui import theme
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.widgets.labelled_choice import LabelledChoice
from textfactor.ui.widgets.phone_preview import PhonePreview
from textfactor.ui.widgets.tick_box import TickBox
from textfactor.ui.wizard.pages.counting import counts_short, euros
from textfactor.words.countries import COUNTRIES
from textfactor.words.text import text

LOCALES = ("en", "de", "es", "fr", "it", "ja", "nl", "pl", "pt-BR", "sv", "tr", "zh-CN")
_HEIGHT = 268


class PreviewBox(QWidget):
    """Emits `changed` when it is filled in for somebody else, `country_changed` when another price is wanted."""

    changed = Signal()
    country_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.phone = PhonePreview(name="lab_phone", height=_HEIGHT)
        self.phone.set_preview(yes=True)
        self._person = LabelledChoice(self.tr("Filled in for"), name="lab_person")
        for one in PEOPLE:
            self._person.add(one.id, fill("{name} ({locale})", name=one.name, locale=one.locale))
        self._locale = LabelledChoice(self.tr("Language"), name="lab_locale")
        self._locale.add("", self.tr("Their own"))
        for locale in LOCALES:
            self._locale.add(locale, locale)
        self._country = LabelledChoice(self.tr("Price of a message to"), name="lab_country")
        self._country.add("", self.tr("Choose a country"))
        for country, name in COUNTRIES.items():
            self._country.add(country, tr_text(text(name)))
        self._trial = TickBox(self.tr("Account on trial"))
        self._trial.setObjectName("lab_trial")
        self._trial.setToolTip(self.tr("Vonage then appends 30 characters to every message."))
        self.phone.set_counts(self.tr("The preview is being prepared"))
        self.phone.set_price("")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        for part in (self.phone, self._person, self._locale, self._country, self._trial):
            layout.addWidget(part)
        layout.addStretch(1)
        self.setFixedWidth(theme.PHONE_WIDTH)
        self._person.chosen.connect(self.changed)
        self._locale.chosen.connect(self.changed)
        self._trial.toggled.connect(self.changed)
        self._country.chosen.connect(self.country_changed)

    def shown(self, kind: TemplateType, tenant: str, domain: str) -> Shown:
        """For whom a message is filled in now."""
        who = person(self._person.value())
        return Shown(kind, who, self._locale.value(), tenant, domain, self._trial.isChecked())

    def country(self) -> str:
        """The destination (ISO-2), empty while none is chosen."""
        return self._country.value()

    def show_look(self, seen: Look) -> None:
        """Show a message."""
        self.phone.set_bubbles((seen.text,) if seen.text.strip() else ())
        self.phone.set_counts(counts_short(seen.measured) if seen.text else self.tr("Nothing would be sent"))

    def show_price(self, price: str | None, parts: int, *, asked: bool, waiting: bool) -> None:
        """Show what a message costs: `price` is that of one part, None where nobody knows it."""
        country = tr_text(text(COUNTRIES[self.country()])) if self.country() else ""
        if not country or not parts:
            self.phone.set_price("")
        elif price is not None:
            told = self.tr("About {price} to {country}")
            self.phone.set_price(fill(told, price=euros(price, parts), country=country))
        elif waiting:
            self.phone.set_price(self.tr("Vonage is asked for the price"))
        elif asked:
            self.phone.set_price(fill(self.tr("Price to {country}: not known"), country=country))
        else:
            self.phone.set_price(self.tr("For a price, Setup needs a Vonage account"))
