"""Loads the chart: what knows nothing of Qt in a worker while an export is read, the rest then, piece by piece.

While other threads compute, a piece takes several times as long, and the window waits for it; so the rest comes after.
What was loaded stays to the end, so no collection walks through it any more: that would stop the window for 40 ms.
"""

from __future__ import annotations

import gc
from functools import cache
from importlib import import_module
from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from textfactor.ui.panels.troubleshoot.piecemeal import import_in_pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textfactor.services.context import CallContext
    from textfactor.ui.jobs import Jobs, Outcome

_HEAVY: Final = (
    "numpy", "numpy.typing", "xml.etree.ElementTree", "decimal", "pydoc", "multiprocessing.connection", "cProfile",
    "importlib.resources", "colorama", "mmap",
)  # fmt: skip
"""What the chart's library loads besides Qt."""
_QT: Final = (
    "PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "PySide6.QtSvg", "PySide6.QtTest", "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets",
)  # fmt: skip
_LIBRARY: Final = "pyqtgraph"
_CHART: Final = "textfactor.ui.panels.troubleshoot.chart"
_TURN: Final = 0.006
"""Seconds for which pieces are loaded in one turn of the event loop; a single one may take longer."""


class ChartLoader(QObject):
    """`ready` is emitted once `chart` can be imported without a long wait."""

    ready = Signal()

    def __init__(self, jobs: Jobs, owner: QObject) -> None:
        super().__init__(owner)
        self._jobs = jobs
        self._ahead = self._loaded = self._wanted = False

    def load_ahead(self) -> None:
        """Load what a worker can load."""
        if not self._ahead:
            self._ahead = True
            self._jobs.start(_load_heavy, self._ended)

    def start(self) -> None:
        """Load all that is needed; a second time changes nothing."""
        if not self._wanted:
            self._wanted = True
            self.load_ahead()
            self._go_on()

    def _ended(self, outcome: Outcome[None]) -> None:
        del outcome
        self._loaded = True
        self._go_on()

    def _go_on(self) -> None:
        if self._wanted and self._loaded:
            QTimer.singleShot(0, self, self._step)

    def _step(self) -> None:
        """Load some pieces, and the next ones in another turn."""
        until = monotonic() + _TURN
        for _ in _pieces():
            if monotonic() >= until:
                QTimer.singleShot(0, self, self._step)
                return
        self.ready.emit()


@cache
def _pieces() -> Iterator[None]:
    """Return the one loading of this process: who goes in the middle of it leaves the rest to who comes next."""
    return _all_pieces()


def _all_pieces() -> Iterator[None]:
    """Load what the chart needs, piece by piece.

    PySide makes a class when it is first named, and the library names them all at once: they are named here before.
    """
    for module in _QT:
        names = dir(import_module(module))
        yield
        for name in names:
            getattr(import_module(module), name)
            yield
    yield from import_in_pieces(_LIBRARY)
    import_module(_CHART)
    gc.freeze()


def _load_heavy(ctx: CallContext) -> None:
    for name in _HEAVY:
        ctx.cancel.check()
        import_module(name)
