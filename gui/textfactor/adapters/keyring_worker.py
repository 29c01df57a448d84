"""The one thread that talks to the password store, and is left behind when the store does not answer."""

import queue
import threading
import weakref
from collections.abc import Callable
from types import TracebackType
from typing import Any, Generic, TypeVar

from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service

T = TypeVar("T")


class Caught:
    """Keeps whatever is raised in its block. Backends raise classes of their own (D-Bus, Windows, GLib)."""

    def __init__(self) -> None:
        self.error: BaseException | None = None

    def __enter__(self) -> None:
        return

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> bool:
        self.error = error
        return True


class _Job(Generic[T]):
    """A call and the place for its answer."""

    def __init__(self, call: Callable[[], T]) -> None:
        self._call = call
        self.answer: queue.SimpleQueue[tuple[Caught, list[T]]] = queue.SimpleQueue()

    def run(self) -> None:
        """Make the call and answer, whatever becomes of it."""
        caught, value = Caught(), list[T]()
        with caught:
            value.append(self._call())
        self.answer.put((caught, value))


_Jobs = queue.SimpleQueue[_Job[Any] | None]


def _work(jobs: _Jobs) -> None:
    """Run jobs one after the other until None comes. A job that is done is let go of: it may hold a secret."""
    while True:
        job = jobs.get()
        if job is None:
            return
        job.run()
        del job


class KeyringWorker:
    """Runs one call at a time, in one thread.

    A store may show a prompt, which nobody can take back from outside. So a call that takes longer than `patience`
    seconds is given up together with its thread, which ends by itself once the prompt is answered; the next call
    gets a new one. Whoever stood in the queue behind the call that was given up is told at once, since the store
    would only ask the same question again.
    """

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._turn = threading.Lock()
        self._given_up = 0
        self._jobs: _Jobs | None = None
        self._end: weakref.finalize[Any, Any] | None = None

    def run(self, call: Callable[[], T]) -> T:
        """Return what the call returns and raise what it raises; raises KEYRING_LOCKED when it does not come back."""
        before = self._given_up
        with self._turn:
            if self._given_up != before:
                raise _no_answer()
            job = _Job(call)
            self._thread_jobs().put(job)
            try:
                caught, value = job.answer.get(timeout=self._patience)
            except queue.Empty:
                self._leave()
                raise _no_answer() from None
        if caught.error is not None:
            raise caught.error
        return value[0]

    def _thread_jobs(self) -> _Jobs:
        """Return the queue of the thread, which is started when there is none."""
        if self._jobs is None:
            self._jobs = queue.SimpleQueue()
            threading.Thread(target=_work, args=(self._jobs,), name="keyring", daemon=True).start()
            self._end = weakref.finalize(self, self._jobs.put, None)
        return self._jobs

    def _leave(self) -> None:
        """Let the thread end after the call that holds it; it is no longer ours."""
        self._given_up += 1
        self._jobs = None
        if self._end is not None:
            self._end()


def _no_answer() -> ProblemError:
    return ProblemError(Problem(ProblemKind.KEYRING_LOCKED, Service.KEYRING, "no answer"))
