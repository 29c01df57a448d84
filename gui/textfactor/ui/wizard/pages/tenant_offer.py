"""The tenant that is at hand, above the fields that it fills: the practice one, or the one the environment names."""

from PySide6.QtCore import QCoreApplication, QObject, Signal

from textfactor.domain.inputs import InputIssue
from textfactor.services.container import TenantKey
from textfactor.ui.jobs import Done, Outcome
from textfactor.ui.wizard.page_tools import PageTools
from textfactor.ui.wizard.pages.offer_banner import OfferBanner
from textfactor.ui.wizard.pages.tenant_calls import Suggested, suggesting
from textfactor.ui.wizard.pages.tenant_fields import TenantFields

translate = QCoreApplication.translate


class TenantOffer(QObject):
    """Looks for it, shows it in `banner` and puts it into the fields; `taken` when somebody took it."""

    taken = Signal()

    def __init__(self, tools: PageTools, fields: TenantFields, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._fields = fields
        self._suggested: TenantKey | None = None
        self.banner = OfferBanner(name="offer")

    def look(self) -> None:
        """Ask the world for it."""
        self._tools.jobs.start(suggesting(self._tools.world.need()), self._suggest)

    def compare(self) -> None:
        """Tell whether it is in use; it can be taken again once the fields differ."""
        used = self._suggested is not None and self._fields.use_as_they_are(self._suggested)
        self.banner.show_taken(0 if used else None)

    def is_missed(self, issues: tuple[InputIssue, ...]) -> bool:
        """Say whether what these issues miss, in fields that are empty, is the practice tenant itself."""
        return bool(issues) and self._practice() and self._fields.are_empty() and self.banner.waits()

    def _suggest(self, outcome: "Outcome[Suggested]") -> None:
        if not isinstance(outcome, Done) or outcome.value.workspace is not self._tools.world.workspace:
            return
        self._suggested = outcome.value.key
        practice, typed = self._practice(), self._fields.domain.text().strip()
        if self._suggested is None or (typed and not practice and typed != self._suggested.domain):
            self.banner.clear()
            return
        self.banner.show_offer(*_titles(practice=practice), self._suggested.domain)
        label = (
            translate("TenantPage", "Use the practice tenant")
            if practice
            else translate("TenantPage", "Use it")
        )
        self.banner.add_use(label, self._use, name="use_tenant")
        self.compare()
        if practice and self._fields.are_empty():
            self.banner.take_focus()

    def _use(self) -> None:
        if self._suggested is not None:
            source = (
                translate("TenantPage", "from the practice world")
                if self._practice()
                else translate("TenantPage", "from the environment")
            )
            self._fields.take(self._suggested, source)
            self.taken.emit()

    def _practice(self) -> bool:
        return self._tools.world.need().profile.practice


def _titles(*, practice: bool) -> tuple[str, str]:
    """Name what is at hand, and what it is called once it is in use."""
    if practice:
        return (
            translate("TenantPage", "The practice tenant is ready"),
            translate("TenantPage", "The practice tenant is in use"),
        )
    return (
        translate("TenantPage", "The environment names a tenant"),
        translate("TenantPage", "The tenant of the environment is in use"),
    )
