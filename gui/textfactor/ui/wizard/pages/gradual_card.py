"""A card whose rows are made one after the other, so that no click waits for all of them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from textfactor.ui.widgets.card import Card
from textfactor.ui.widgets.tab_order import follow_place, stops_in

MakeRow = Callable[[], QWidget]


class GradualCard(Card):
    """`built` is emitted when all rows are there. Without rows the card is hidden."""

    built = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__(ruled=True, name=name)
        self._waiting: list[MakeRow] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._make_one)
        self.hide()

    def fill(self, makers: Sequence[MakeRow]) -> None:
        """Show other rows: one each time the window has done what else it had to do."""
        self.clear()
        self._waiting = list(makers)
        self.setVisible(bool(makers))
        if makers:
            self._timer.start()
        else:
            self._timer.stop()

    @property
    def complete(self) -> bool:
        """Whether all rows are there."""
        return not self._waiting

    def _make_one(self) -> None:
        if self._waiting:
            row = self._waiting.pop(0)()
            self.add(row)
            follow_place(row, stops_in(row))
        if not self._waiting:
            self._timer.stop()
            self.built.emit()
