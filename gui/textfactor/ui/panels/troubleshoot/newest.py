"""Runs one call at a time and forgets those that were overtaken: for what is asked anew with each key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from textfactor.ui.jobs import Done, Failed

if TYPE_CHECKING:
    from collections.abc import Callable

    from textfactor.services.context import Call
    from textfactor.ui.jobs import Jobs, Outcome

T = TypeVar("T")


class Newest(QObject):
    """Of the calls that are asked for while one runs only the last one is run, and only its outcome is told.

    `failed(Problem)` is emitted where there is no value.
    """

    failed = Signal(object)

    def __init__(self, jobs: Jobs, owner: QObject) -> None:
        super().__init__(owner)
        self._jobs = jobs
        self._running = False
        self._waiting: tuple[Call[Any], Callable[[Any], None]] | None = None
        self._then: Callable[[Any], None] | None = None

    @property
    def busy(self) -> bool:
        """Whether an outcome is still to come."""
        return self._running

    def ask(self, call: Call[T], then: Callable[[T], None]) -> None:
        """Run this next; `then` (a bound method) gets its value unless something else is asked for meanwhile."""
        self._waiting, self._then = (call, then), None
        if not self._running:
            self._begin()

    def forget(self) -> None:
        """Tell nothing of what runs, and run nothing more."""
        self._waiting = self._then = None

    def _begin(self) -> None:
        if self._waiting is None:
            return
        call, self._then = self._waiting
        self._waiting, self._running = None, True
        self._jobs.start(call, self._done)

    def _done(self, outcome: Outcome[Any]) -> None:
        then, self._then, self._running = self._then, None, False
        if self._waiting is not None:
            self._begin()
        elif isinstance(outcome, Done) and then is not None:
            then(outcome.value)
        elif isinstance(outcome, Failed) and then is not None:
            self.failed.emit(outcome.problem)
