"""Looks at a text as it is typed: at once where that is quick, else beside the window when the typing pauses."""

from PySide6.QtCore import QObject, QTimer, Signal

from textfactor.services.messages.looking import Look, Shown, is_quick, look
from textfactor.ui.jobs import Done, JobHandle, Jobs, Outcome
from textfactor.ui.wizard.pages.judged_text import looking

_PAUSE = 150
"""Milliseconds without typing before a text that takes a while is looked at."""


class Looker(QObject):
    """`seen(Look)` is emitted with each new look; one that was overtaken by the typing is dropped."""

    seen = Signal(object)

    def __init__(self, jobs: Jobs, owner: QObject) -> None:
        super().__init__(owner)
        self._jobs = jobs
        self._handle: JobHandle | None = None
        self._wanted: tuple[str, Shown] | None = None
        self._loaded = False
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._beside)

    def want(self, source: str, shown: Shown) -> None:
        """Look at this text from now on. The first look loads the engine, beside the window."""
        self._wanted = (source, shown)
        if not self._loaded:
            self._beside()
        elif is_quick(source):
            self._timer.stop()
            self.seen.emit(look(source, shown))
        else:
            self._timer.start()

    def _beside(self) -> None:
        if self._handle is not None:
            self._handle.cancel()
        if self._wanted is not None:
            self._handle = self._jobs.start(looking((self._wanted,)), self._done)

    def _done(self, outcome: "Outcome[tuple[Look, ...]]") -> None:
        if not isinstance(outcome, Done):
            return
        self._loaded = True
        (found,) = outcome.value
        if (found.source, found.shown) == self._wanted:
            self.seen.emit(found)
