"""Does pieces of work one after the other, each in a turn of the event loop of its own: no key waits for all."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer


class Turns(QObject):
    """Makes widgets gradually: laying out and styling one takes some milliseconds."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._waiting: list[Callable[[], None]] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._one)

    @property
    def over(self) -> bool:
        """Whether nothing is left to do."""
        return not self._waiting

    def begin(self, pieces: Iterable[Callable[[], None]]) -> None:
        """Do these from the next turn on; what was left of others is not done any more."""
        self._waiting = list(pieces)
        if self._waiting:
            self._timer.start()
        else:
            self._timer.stop()

    def _one(self) -> None:
        if self._waiting:
            self._waiting.pop(0)()
        if not self._waiting:
            self._timer.stop()
