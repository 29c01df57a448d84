"""Drives the window by the clock: waits for what shall happen, takes pictures, and measures the window's gaps."""

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from textfactor.services.context import Call, CallContext
from textfactor.ui.jobs import Done, Jobs, Outcome

_TICK = 2
"""Milliseconds between two ticks of the clock that measures the gaps."""
_LOOK = 15
"""Milliseconds between two looks at what is waited for."""


@dataclass(frozen=True, slots=True)
class Until:
    """Go on when `seen` is true; fail after `seconds`, or once it is `hopeless`. `what` names it for the failure."""

    seen: Callable[[], bool]
    what: str
    seconds: float = 60.0
    hopeless: Callable[[], bool] = lambda: False


@dataclass(frozen=True, slots=True)
class Picture:
    """Take a picture. `page` is the page's id and `part` tells several pictures of a page apart."""

    page: str
    part: str = ""


Script = Generator[Until | Picture, None, None]


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that ended: its page, picture, whether it went well, and how long it took."""

    page: str
    picture: str
    ok: bool
    seconds: float
    what: str = ""


class GapMeter(QObject):
    """Measures for how long the GUI thread was away from its event loop: from one tick to the next, at worst."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worst = 0.0
        """Milliseconds."""
        self.worst_at = ""
        self.now_at = ""
        self._last: float | None = None
        self._timer = QTimer(self, interval=_TICK)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin to measure."""
        self._last = None
        self._timer.start()

    def stop(self) -> None:
        """Measure no more."""
        self._timer.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        if self._last is not None and (gap := (now - self._last) * 1000) > self.worst:
            self.worst, self.worst_at = gap, self.now_at
        self._last = now


class Driver(QObject):
    """Runs a script of steps from timers, so that the window lives its own life in between.

    `step_ended(Taken)` after each picture and at a failure, `ended(bool)` when the script is over and all
    pictures are written.
    """

    step_ended = Signal(object)
    ended = Signal(bool)

    def __init__(self, window: QWidget, jobs: Jobs, folder: Path, meter: GapMeter) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._folder = folder
        self._meter = meter
        self._script: Script | None = None
        self._until: Until | None = None
        self._since = self._began = 0.0
        self._pages: list[str] = []
        self._unsaved = 0
        self._ok = True
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self._look)

    @property
    def pages(self) -> int:
        """How many pages have a picture."""
        return len(self._pages)

    def start(self, script: Script) -> None:
        """Begin."""
        self._script = script
        self._began = time.monotonic()
        self._timer.start()

    def _look(self) -> None:
        until = self._until
        if until is None:
            self._advance()
        elif until.seen():
            self._until = None
            self._advance()
        elif time.monotonic() - self._since > until.seconds or until.hopeless():
            self._fail(until.what)

    def _advance(self) -> None:
        """Let the script act up to its next wait or picture."""
        step = next(self._script, None) if self._script is not None else None
        if isinstance(step, Until):
            self._until, self._since = step, time.monotonic()
            self._meter.now_at = f"{self._pages[-1] if self._pages else 'start'}, waiting for {step.what}"
        elif isinstance(step, Picture):
            self._take(step)
        else:
            self._finish()

    def _take(self, step: Picture) -> None:
        if step.page not in self._pages:
            self._pages.append(step.page)
        self._meter.now_at = f"{step.page}, taking its picture"
        name = f"{len(self._pages):02}-{step.page}{step.part and f'-{step.part}'}.png"
        self._save(name)
        self._tell(Taken(step.page, name, ok=True, seconds=self._seconds()))

    def _fail(self, what: str) -> None:
        """Show how it looked when it went no further."""
        name = f"{len(self._pages) + 1:02}-failed.png"
        self._save(name)
        self._ok = False
        page = self._pages[-1] if self._pages else ""
        self._tell(Taken(page, name, ok=False, seconds=self._seconds(), what=what))
        self._finish()

    def _seconds(self) -> float:
        now = time.monotonic()
        seconds, self._began = now - self._began, now
        return seconds

    def _save(self, name: str) -> None:
        """Grab in the GUI thread, where it has to be; write the file in a worker."""
        image = self._window.grab().toImage()
        self._unsaved += 1
        self._jobs.start(_saving(image, self._folder / name), self._saved)

    def _saved(self, outcome: Outcome[bool]) -> None:
        self._unsaved -= 1
        self._ok &= isinstance(outcome, Done) and outcome.value
        self._maybe_end()

    def _tell(self, taken: Taken) -> None:
        self.step_ended.emit(taken)

    def _finish(self) -> None:
        self._timer.stop()
        self._script = None
        self._maybe_end()

    def _maybe_end(self) -> None:
        if self._script is None and self._unsaved == 0:
            self.ended.emit(self._ok)


def _saving(image: QImage, path: Path) -> Call[bool]:
    """Make a call that writes a picture."""

    def save(ctx: CallContext) -> bool:
        ctx.cancel.check()
        return image.save(str(path))

    return save
