"""One piece of work at a time for a page or a panel: its button, its words, its outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from textfactor.ui.jobs import Cancelled, Done, Failed
from textfactor.ui.messages import tr_text

if TYPE_CHECKING:  # the window paints first
    from collections.abc import Callable

    from textfactor.services.context import Call, Progress
    from textfactor.ui.jobs import JobHandle, Jobs, Outcome
    from textfactor.ui.widgets.busy_button import BusyButton

T = TypeVar("T")


class Work(QObject):
    """Runs calls for its owner, one after the other.

    Signals: `busy_changed(bool)`, `said(text, done, total)` while it runs, and, where there is no value to
    hand over, `failed(Problem)` or `stopped`.
    """

    busy_changed = Signal(bool)
    said = Signal(str, int, int)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, jobs: Jobs, owner: QObject) -> None:
        super().__init__(owner)
        self._jobs = jobs
        self._handle: JobHandle | None = None
        self._then: Callable[[Any], None] | None = None
        self._wired: list[BusyButton] = []
        self.button: BusyButton | None = None
        """The button that shows what runs, if one does."""

    @property
    def busy(self) -> bool:
        """Whether a call is under way."""
        return self._handle is not None

    def run(
        self,
        call: Call[T],
        then: Callable[[T], None],
        *,
        button: BusyButton | None = None,
        write: bool = False,
    ) -> None:
        """Start a call unless one is under way; `then` gets its value."""
        if self.busy:
            return
        self._then, self.button = then, button
        if button is not None:
            if button not in self._wired:
                self._wired.append(button)
                button.cancel_clicked.connect(self.cancel)
            button.start("")
        self._handle = self._jobs.start(call, self._done, self._progress, write=write)
        self.busy_changed.emit(True)

    def cancel(self) -> None:
        """Ask the call to stop; one that writes stops at its next safe place."""
        if self._handle is not None:
            self._handle.cancel()

    def _progress(self, progress: Progress) -> None:
        from textfactor.words.progress import say  # nothing is said before something runs

        text = tr_text(say(progress))
        if progress.total:
            text = f"{text} ({progress.done}/{progress.total})"
        if self.button is not None:
            self.button.set_progress(text, progress.done, progress.total)
        self.said.emit(text, progress.done, progress.total)

    def _done(self, outcome: Outcome[Any]) -> None:
        then = self._then
        self._handle = self._then = None
        if self.button is not None:
            self.button.finish()
        self.busy_changed.emit(False)
        self.button = None
        match outcome:
            case Done(value):
                if then is not None:
                    then(value)
            case Failed(problem):
                self.failed.emit(problem)
            case Cancelled():
                self.stopped.emit()
