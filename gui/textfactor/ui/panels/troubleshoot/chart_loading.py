"""Loads the chart when it is first shown: what knows nothing of Qt in a worker, Qt's names a few at a time."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textfactor.services.context import CallContext
    from textfactor.ui.jobs import Jobs, Outcome

_HEAVY: Final = (
    "numpy", "xml.etree.ElementTree", "decimal", "pydoc", "multiprocessing.connection", "cProfile",
    "importlib.resources",
)  # fmt: skip
"""What the chart's library loads besides Qt."""
_QT: Final = ("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "PySide6.QtSvg")
_AT_ONCE: Final = 6
"""PySide makes a class when it is first named; so many are named in one turn of the event loop."""


class ChartLoader(QObject):
    """`ready` is emitted once `chart` can be imported without a long wait."""

    ready = Signal()

    def __init__(self, jobs: Jobs, owner: QObject) -> None:
        super().__init__(owner)
        self._jobs = jobs
        self._names: Iterator[tuple[str, str]] = iter(())
        self._begun = False

    def start(self) -> None:
        """Load what is needed; a second time changes nothing."""
        if not self._begun:
            self._begun = True
            self._jobs.start(_load_heavy, self._loaded)

    def _loaded(self, outcome: Outcome[None]) -> None:
        del outcome
        self._names = _qt_names()
        self._step()

    def _step(self) -> None:
        """Name a few of Qt's classes, which the chart's library does with all of them at once."""
        for _ in range(_AT_ONCE):
            found = next(self._names, None)
            if found is None:
                import_module("textfactor.ui.panels.troubleshoot.chart")
                self.ready.emit()
                return
            getattr(import_module(found[0]), found[1])
        QTimer.singleShot(0, self, self._step)


def _qt_names() -> Iterator[tuple[str, str]]:
    for module in _QT:
        for name in dir(import_module(module)):
            yield module, name


def _load_heavy(ctx: CallContext) -> None:
    for name in _HEAVY:
        ctx.cancel.check()
        import_module(name)
