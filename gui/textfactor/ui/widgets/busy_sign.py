"""When a sign that something runs is shown: not for what takes no time, and then long enough to be read."""

import time

from PySide6.QtCore import QObject, QTimer, Signal

APPEARS_AFTER = 100
"""Milliseconds: what is over sooner shows nothing."""
STAYS = 1000
"""Milliseconds that a shown sign stays at least, so that it does not flicker."""


class BusySign(QObject):
    """Decides on showing and hiding. `changed(shown)` is emitted when the sign shall appear or go."""

    changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown_at: float | None = None
        self._appear = QTimer(self, singleShot=True, interval=APPEARS_AFTER)
        self._appear.timeout.connect(self._show)
        self._leave = QTimer(self, singleShot=True)
        self._leave.timeout.connect(self._hide)

    @property
    def shown(self) -> bool:
        """Whether the sign is to be seen."""
        return self._shown_at is not None

    def begin(self) -> None:
        """Something started."""
        self._leave.stop()
        if not self.shown:
            self._appear.start()

    def end(self) -> None:
        """It is over."""
        self._appear.stop()
        if self._shown_at is None:
            return
        left = STAYS - round((time.monotonic() - self._shown_at) * 1000)
        self._leave.start(max(0, left))

    def _show(self) -> None:
        self._shown_at = time.monotonic()
        self.changed.emit(True)

    def _hide(self) -> None:
        self._shown_at = None
        self.changed.emit(False)
