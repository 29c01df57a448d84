"""What is asked before a test message, at no cost: what it costs there, and what speaks against it."""

from PySide6.QtCore import QObject, Signal

from textfactor.ui.sending.calls import Checked
from textfactor.ui.sending.preflight_box import PreflightBox
from textfactor.ui.widgets.number_field import NumberField
from textfactor.ui.wizard.page import WizardPage
from textfactor.ui.wizard.pages.price_tag import PriceTag


class BeforeSending(QObject):
    """Asks for the number in a page's field as it is understood, and shows the checks in `checks`.

    `priced` is emitted when another price is known. Nothing is asked while the page is at work.
    """

    priced = Signal()

    def __init__(self, page: WizardPage, number: NumberField) -> None:
        super().__init__(page)
        self._page = page
        self._number = number
        self._price = PriceTag(page.tools.jobs, self)
        self._price.due.connect(self._paused)
        self._price.known.connect(self.priced)
        self.checks = PreflightBox(page.tools.services, page.tools.jobs, name="checks")
        self.checks.again_wanted.connect(self._look_again)
        self.checks.checked.connect(self._checked)

    @property
    def country(self) -> str:
        """ISO-2 of where the message goes; empty while that is not known."""
        return self._price.country

    def price(self) -> str:
        """The price of a part there, as Vonage writes it; empty while nobody knows."""
        return self._price.price()

    def number_changed(self) -> None:
        """The number is understood in another way; its price is asked for once nobody types."""
        number = self._number.number()
        self._price.country = number.country if number is not None else ""
        self._price.wait()

    def text_changed(self) -> None:
        """The text is judged once nobody types."""
        self._price.wait()

    def look(self, *, again: bool = False) -> None:
        """Check for the number as it is understood; while it is sent, nothing else is asked."""
        page, number = self._page, self._number.number()
        workspace = page.tools.world.workspace
        if workspace is None or number is None or page.busy:
            return
        self._price.leave_to_checks(number.country)
        self.checks.look(workspace, page.collect(page.answers), again=again)

    def forget(self) -> None:
        """Another account has other prices."""
        self._price.forget()
        self.checks.clear()

    def _look_again(self) -> None:
        self.look(again=True)

    def _paused(self) -> None:
        """Nobody typed for a moment: judge what was typed, and ask what it costs there."""
        page = self._page
        self.checks.judge(page.collect(page.answers))
        self._price.ask(page.tools.world.workspace, page.answers)

    def _checked(self, checked: Checked) -> None:
        """Take the price from the checks."""
        if isinstance(checked.account.price, str):
            self._price.learn(checked.country, checked.account.price)
        self.priced.emit()
