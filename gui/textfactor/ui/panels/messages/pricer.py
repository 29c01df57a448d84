"""Asks what a part costs in the chosen country, once for each, and shows the price of the message."""

from PySide6.QtCore import QObject

from textfactor.ui.jobs import Done, Outcome
from textfactor.ui.panels.messages.preview_box import PreviewBox
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.wizard.pages.send_calls import pricing


class Pricer(QObject):
    """Prices are read when a country is chosen, never before; a price that could not be had is "not known"."""

    def __init__(self, tools: PanelTools, preview: PreviewBox, owner: QObject) -> None:
        super().__init__(owner)
        self._tools = tools
        self._preview = preview
        self._prices: dict[str, str | None] = {}
        self._asked: set[str] = set()
        self._parts = 0
        preview.country_changed.connect(self._ask)

    def forget(self) -> None:
        """Another account may pay other prices."""
        self._prices.clear()
        self._asked.clear()
        self._show()

    def show(self, parts: int) -> None:
        """Price a message of so many parts."""
        self._parts = parts
        self._show()

    def _ask(self) -> None:
        country, workspace, answers = (
            self._preview.country(),
            self._tools.world.workspace,
            self._tools.answers(),
        )
        if country and country not in self._asked and workspace is not None and answers.vonage_checked:
            self._asked.add(country)
            self._tools.jobs.start(pricing(workspace, answers, country), self._told)
        self._show()

    def _told(self, outcome: "Outcome[tuple[str, str | None]]") -> None:
        if isinstance(outcome, Done):
            country, price = outcome.value
            if country in self._asked:  # else another world was opened meanwhile
                self._prices[country] = price
        else:
            self._asked.discard(self._preview.country())
        self._show()

    def _show(self) -> None:
        country = self._preview.country()
        asked = self._tools.world.workspace is not None and self._tools.answers().vonage_checked
        waiting = asked and country in self._asked and country not in self._prices
        self._preview.show_price(self._prices.get(country), self._parts, asked=asked, waiting=waiting)
