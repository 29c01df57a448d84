"""Credentials that are at hand, above the fields that they fill: the practice account's, or those of this machine."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal

from textfactor.domain.inputs import InputIssue
from textfactor.domain.profile import CredentialOffer
from textfactor.ui.jobs import Done, Outcome
from textfactor.ui.messages import fill
from textfactor.ui.wizard.page_tools import PageTools
from textfactor.ui.wizard.pages.offer_banner import OfferBanner
from textfactor.ui.wizard.pages.vonage_calls import Offers, finding_offers
from textfactor.ui.wizard.pages.vonage_fields import VonageFields
from textfactor.ui.wizard.pages.vonage_words import offers_told

_MOST = 3


class VonageOffers(QObject):
    """Looks for them and shows them in `banner`; `wanted(CredentialOffer)` when somebody takes one."""

    wanted = Signal(object)

    def __init__(self, tools: PageTools, fields: VonageFields, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._fields = fields
        self._found: tuple[CredentialOffer, ...] = ()
        self.banner = OfferBanner(name="offers", most=_MOST)

    def look(self) -> None:
        """Look for credentials on this machine."""
        self._tools.jobs.start(finding_offers(self._tools.world.need()), self._show)

    def compare(self) -> None:
        """Tell whether an offer is in use; it can be taken again once the fields differ."""
        used = (
            number for number, offer in enumerate(self._found) if self._fields.use_as_they_are(offer.api_key)
        )
        self.banner.show_taken(next(used, None))

    def is_missed(self, issues: tuple[InputIssue, ...]) -> bool:
        """Say whether what these issues miss, in fields that are empty, is the practice account itself."""
        return bool(issues) and self._practice() and self._fields.are_empty() and self.banner.waits()

    def _show(self, outcome: "Outcome[Offers]") -> None:
        if not isinstance(outcome, Done) or outcome.value.workspace is not self._tools.world.workspace:
            return
        self._found = found = outcome.value.found[:_MOST]
        typed = self._fields.key.text()
        if not found or (typed and not self._practice() and all(typed != offer.api_key for offer in found)):
            self.banner.clear()
            return
        self.banner.show_offer(*offers_told(found, practice=self._practice()))
        for number, offer in enumerate(found):
            use = partial(self.wanted.emit, offer)
            self.banner.add_use(_label(offer, of=len(found)), use, name=f"use_offer_{number}")
        self.compare()
        if self._practice() and self._fields.are_empty():
            self.banner.take_focus()

    def _practice(self) -> bool:
        return self._tools.world.need().profile.practice


def _label(offer: CredentialOffer, *, of: int) -> str:
    if of == 1:
        return QCoreApplication.translate("VonagePage", "Use these")
    return fill(QCoreApplication.translate("VonagePage", "Use {source}"), source=offer.source)
