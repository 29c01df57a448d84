"""The only thread code: runs calls beside the GUI thread and brings what they say back into it, in order."""

import itertools
import logging
import traceback
import weakref
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import Shiboken

from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.services.context import Call, CallContext, CancelledError, CancelToken, Progress

T = TypeVar("T")
_log = logging.getLogger(__name__)

_READERS = 4
_PATIENCE = 0.9
"""Seconds that closing the window waits for calls which are still under way."""


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
_Receiver = Callable[[], Callable[[Any], None] | None]


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


def _outcome(call: Call[Any], ctx: CallContext) -> "Outcome[Any]":
    """Run the call in the worker and turn whatever happens into a value."""
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


@dataclass(slots=True)
class _Job:
    """What the GUI thread knows of a running call."""

    cancel: CancelToken
    on_done: _Receiver
    on_progress: _Receiver | None
    write: bool


def _receivers(
    on_done: Callable[[Any], None], on_progress: Callable[[Any], None] | None
) -> tuple[_Receiver, _Receiver | None]:
    return _held(on_done), None if on_progress is None else _held(on_progress)


class JobHandle:
    """Lets whoever started a call stop it."""

    def __init__(self, jobs: "Jobs", number: int) -> None:
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

    Pass bound methods of the widget that wants to hear, never lambdas that hold a widget: a deleted widget's
    method is not called.
    """

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._jobs: dict[int, _Job] = {}
        self._futures: set[Future[None]] = set()
        self._closed = False
        self._reads = ThreadPoolExecutor(_READERS, thread_name_prefix="read")
        self._writes = ThreadPoolExecutor(1, thread_name_prefix="write")
        self._keeps = ThreadPoolExecutor(1, thread_name_prefix="keep")
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        call: Call[T],
        on_done: "Callable[[Outcome[T]], None]",
        on_progress: Callable[[Progress], None] | None = None,
        *,
        write: bool = False,
    ) -> JobHandle:
        """Run `call` in a worker; `on_done` gets its one outcome. `write` is for what changes the world."""
        pool = self._writes if write else self._reads
        return self._submit(pool, call, _Job(CancelToken(), *_receivers(on_done, on_progress), write))

    def keep(self, call: Call[T], on_done: "Callable[[Outcome[T]], None]") -> JobHandle:
        """Run a call that saves something of ours: in the order of asking, and to its end also while closing."""
        return self._submit(self._keeps, call, _Job(CancelToken(), *_receivers(on_done, None), write=True))

    def _submit(self, pool: ThreadPoolExecutor, call: Call[Any], job: _Job) -> JobHandle:
        number = next(self._numbers)
        self._jobs[number] = job
        ctx = CallContext(lambda report: self._post(number, report), job.cancel)
        future = pool.submit(lambda: self._post(number, _outcome(call, ctx)))
        self._futures.add(future)
        future.add_done_callback(self._futures.discard)
        return JobHandle(self, number)

    def is_running(self, number: int) -> bool:
        """Whether a call's outcome is still to come."""
        return number in self._jobs

    def cancel(self, number: int) -> None:
        """See `JobHandle.cancel`."""
        job = self._jobs.get(number)
        if job is None or job.cancel.asked:
            return
        job.cancel.cancel()
        if not job.write:
            self._arrived.emit((number, Cancelled()))

    def shutdown(self) -> None:
        """Stop everything, call nobody any more, and wait a moment (under a second) for what is under way."""
        self._closed = True
        for job in self._jobs.values():
            job.cancel.cancel()
        self._jobs.clear()
        self._keeps.shutdown(wait=False)
        for pool in (self._reads, self._writes):
            pool.shutdown(wait=False, cancel_futures=True)
        wait(set(self._futures), timeout=_PATIENCE)

    def _post(self, number: int, what: object) -> None:
        """Send something from a worker to the GUI thread."""
        if not self._closed and Shiboken.isValid(self):
            self._arrived.emit((number, what))

    def _deliver(self, arrived: tuple[int, "Progress | Outcome[Any]"]) -> None:
        number, what = arrived
        job = self._jobs.get(number)
        if job is None:
            return
        if isinstance(what, Progress):
            receiver = job.on_progress() if job.on_progress is not None else None
        else:
            del self._jobs[number]
            receiver = job.on_done()
        if receiver is not None:
            receiver(what)
