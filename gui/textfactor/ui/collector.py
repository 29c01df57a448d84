"""Lets Python collect its garbage in the window's thread only.

What a collection takes away may be a widget or own a timer, and Qt lets no other thread end those: a collection that
falls to a worker can crash the program. So the collector, which runs in whichever thread makes the next object, is
switched off, and a timer of the window does its work. Needed wherever the window runs with workers beside it.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY: Final = 200
"""Milliseconds between two looks; often enough for a collection of what is young to stay far below a frame."""


class Collector(QObject):
    """Collects by Python's own thresholds, one generation at a time, as long as its owner lives."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(collect)
        timer.start(_EVERY)


def collect() -> None:
    """Collect the oldest generation whose threshold is passed, and those younger than it."""
    counts, limits = gc.get_count(), gc.get_threshold()
    due = [age for age in range(len(counts)) if counts[age] > limits[age] > 0]
    if due:
        gc.collect(due[-1])
