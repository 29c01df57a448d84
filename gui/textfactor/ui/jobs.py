"""The only thread code: runs calls beside the GUI thread and brings what they say back into it, in order."""

from __future__ import annotations

import itertools
import logging
import traceback
import weakref
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import Shiboken

if TYPE_CHECKING:  # the window paints first, and starts no call before
    from collections.abc import Callable

    from textfactor.domain.problems import Problem
    from textfactor.services.context import Call, CallContext, CancelToken, Progress
    from textfactor.ui.workers import Kind, Workers

    _Receiver = Callable[[], Callable[[Any], None] | None]

T = TypeVar("T")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """The call returned."""

    value: T


@dataclass(frozen=True, slots=True)
class Failed:
    """The call ended with a problem."""

    problem: Problem


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The call was stopped, or nobody waits for its result any more."""


Outcome = Done[T] | Failed | Cancelled


def _held(receiver: Callable[[Any], None]) -> _Receiver:
    """Hold a bound method weakly, so that a page which is gone is neither kept alive nor called."""
    owner = getattr(receiver, "__self__", None)
    if not isinstance(owner, QObject):
        return lambda: receiver
    method = weakref.WeakMethod(receiver)
    holder = weakref.ref(owner)

    def get() -> Callable[[Any], None] | None:
        alive = holder()
        return method() if alive is not None and Shiboken.isValid(alive) else None

    return get


def _outcome(call: Call[Any], ctx: CallContext) -> Outcome[Any]:
    """Run the call in the worker and turn whatever happens into a value."""
    from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
    from textfactor.services.context import CancelledError

    try:
        return Done(call(ctx))
    except ProblemError as error:
        return Failed(error.problem)
    except CancelledError:
        return Cancelled()
    except Exception as error:  # noqa: BLE001 - the border: nothing below the window may end it
        # The frames tell where; the exception's own words might hold a secret, so they are left out.
        where = traceback.extract_tb(error.__traceback__)
        frames = "\n".join(f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in where)
        _log.error("a call failed unexpectedly with %s\n%s", type(error).__name__, frames)
        return Failed(Problem(ProblemKind.UNEXPECTED, Service.LOCAL, type(error).__name__))


class _Job(NamedTuple):
    """What the GUI thread knows of a running call."""

    cancel: CancelToken
    on_done: _Receiver
    on_progress: _Receiver | None
    kind: Kind


class JobHandle:
    """Lets whoever started a call stop it."""

    def __init__(self, jobs: Jobs, number: int) -> None:
        self._jobs = jobs
        self._number = number

    @property
    def running(self) -> bool:
        """Whether the outcome is still to come."""
        return self._jobs.is_running(self._number)

    def cancel(self) -> None:
        """Ask to stop. A read is given up at once; a write goes on to its next safe place and then tells."""
        self._jobs.cancel(self._number)


class Jobs(QObject):
    """Runs calls: reads side by side, writes one after the other. All receivers are called in the GUI thread.

    The threads, and what else a call needs, are loaded with the first one: the window paints before.

    Pass bound methods of the widget that wants to hear, never lambdas that hold a widget: a deleted widget's
    method is not called.
    """

    _arrived = Signal(object)
    write_ended = Signal()
    """What changed the world is over, and its receiver knows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._jobs: dict[int, _Job] = {}
        self._closed = False
        self._workers: Workers | None = None

    def start(
        self,
        call: Call[T],
        on_done: Callable[[Outcome[T]], None],
        on_progress: Callable[[Progress], None] | None = None,
        *,
        write: bool = False,
    ) -> JobHandle:
        """Run `call` in a worker; `on_done` gets its one outcome. `write` is for what changes the world."""
        return self._submit(
            "write" if write else "read", call, _held(on_done), on_progress and _held(on_progress)
        )

    def keep(self, call: Call[T], on_done: Callable[[Outcome[T]], None]) -> JobHandle:
        """Run a call that saves something of ours: in the order of asking, and to its end also while closing."""
        return self._submit("keep", call, _held(on_done), None)

    def _submit(
        self, kind: Kind, call: Call[Any], on_done: _Receiver, on_progress: _Receiver | None
    ) -> JobHandle:
        from textfactor.services.context import CallContext, CancelToken

        number = next(self._numbers)
        if self._closed:  # a timer that had not run out yet; nothing begins any more
            return JobHandle(self, number)
        if self._workers is None:
            from PySide6.QtCore import Qt

            from textfactor.ui.workers import Workers

            self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
            self._workers = Workers()
        job = self._jobs[number] = _Job(CancelToken(), on_done, on_progress, kind)
        ctx = CallContext(lambda report: self._post(number, report), job.cancel)
        self._workers.submit(kind, lambda: self._post(number, _outcome(call, ctx)))
        return JobHandle(self, number)

    def is_running(self, number: int) -> bool:
        """Whether a call's outcome is still to come."""
        return number in self._jobs

    @property
    def writing(self) -> bool:
        """Whether something that changes the world is under way."""
        return any(job.kind == "write" for job in self._jobs.values())

    def stop_writing(self) -> None:
        """Ask what changes the world to stop at its next safe place; `write_ended` tells when it has."""
        for number in [number for number, job in self._jobs.items() if job.kind == "write"]:
            self.cancel(number)

    def cancel(self, number: int) -> None:
        """See `JobHandle.cancel`."""
        job = self._jobs.get(number)
        if job is None or job.cancel.asked:
            return
        job.cancel.cancel()
        if job.kind == "read":
            self._arrived.emit((number, Cancelled()))

    def shutdown(self) -> None:
        """Stop everything, call nobody any more, and wait a moment (under a second) for what is under way."""
        self._closed = True
        for job in self._jobs.values():
            job.cancel.cancel()
        self._jobs.clear()
        if self._workers is not None:
            self._workers.end()

    def _post(self, number: int, what: object) -> None:
        """Send something from a worker to the GUI thread."""
        if not self._closed and Shiboken.isValid(self):
            self._arrived.emit((number, what))

    def _deliver(self, arrived: tuple[int, Progress | Outcome[Any]]) -> None:
        number, what = arrived
        job = self._jobs.get(number)
        if job is None:
            return
        if isinstance(what, Done | Failed | Cancelled):
            del self._jobs[number]
            receiver = job.on_done()
        else:
            receiver = job.on_progress() if job.on_progress is not None else None
        if receiver is not None:
            receiver(what)
        if job.kind == "write" and number not in self._jobs:
            self.write_ended.emit()
