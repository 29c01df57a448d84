"""What a message costs in the country that it goes to: asked once for each country, when nobody types."""

from PySide6.QtCore import QObject, QTimer, Signal

from textfactor.domain.answers import Answers
from textfactor.services.container import Workspace
from textfactor.ui.jobs import Done, Jobs, Outcome
from textfactor.ui.wizard.pages.send_calls import pricing

_PAUSE = 400
"""Milliseconds without typing before a price is asked for."""


class PriceTag(QObject):
    """Signals: `due` when nobody has typed for a moment, `known` when another price is there to be shown."""

    due = Signal()
    known = Signal()

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._prices: dict[str, str | None] = {}
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.due)
        self.country = ""
        """ISO-2 of where the message goes; empty while that is not known."""

    def wait(self) -> None:
        """Somebody typed: what is asked next can wait a moment."""
        self._timer.start()

    def ask(self, workspace: Workspace | None, answers: Answers) -> None:
        """Ask for the price there, unless it was asked for before."""
        country = self.country
        if workspace is not None and country and country not in self._prices:
            self._prices[country] = None
            self._jobs.start(pricing(workspace, answers, country), self._priced)

    def leave_to_checks(self, country: str) -> None:
        """The checks read this price too, and Vonage wants pauses between requests."""
        self._prices.setdefault(country, None)

    def learn(self, country: str, price: str) -> None:
        """Take a price that was read elsewhere."""
        self._prices[country] = price

    def price(self) -> str:
        """The price of a part, as Vonage writes it; empty while nobody knows."""
        return self._prices.get(self.country) or ""

    def forget(self) -> None:
        """Another account has other prices."""
        self._prices.clear()

    def _priced(self, outcome: "Outcome[tuple[str, str | None]]") -> None:
        if isinstance(outcome, Done):
            country, price = outcome.value
            self._prices[country] = price
            self.known.emit()
