"""The thread bridge: order, cancel, deleted receivers, one write at a time, closing."""

import logging
import threading

import pytest
from PySide6.QtCore import QObject, QThread

from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.services.context import CallContext, Doing, Progress
from textfactor.ui.jobs import Cancelled, Done, Failed, Jobs


class Listener(QObject):
    """Remembers what it was told, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.threads: set[object] = set()

    def hear(self, what: object) -> None:
        self.heard.append(what)
        self.threads.add(QThread.currentThread())


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.shutdown()


def test_progress_and_outcome_arrive_in_order_in_the_gui_thread(qtbot, jobs):
    listener = Listener()

    def work(ctx: CallContext) -> str:
        for n in range(200):
            ctx.doing(Doing.WRITING, n, 200)
        return "result"

    jobs.start(work, listener.hear, listener.hear)
    qtbot.waitUntil(lambda: len(listener.heard) == 201)
    assert listener.heard == [*(Progress(Doing.WRITING, n, 200) for n in range(200)), Done("result")]
    assert listener.threads == {QThread.currentThread()}


def test_a_problem_becomes_a_value(qtbot, jobs):
    listener = Listener()
    problem = Problem(ProblemKind.TIMED_OUT, Service.VONAGE)

    def work(ctx: CallContext) -> None:
        raise ProblemError(problem)

    jobs.start(work, listener.hear)
    qtbot.waitUntil(lambda: bool(listener.heard))
    assert listener.heard == [Failed(problem)]


@pytest.mark.allow_logs
def test_an_undeclared_exception_is_logged_once_without_its_words(qtbot, jobs, caplog):
    listener = Listener()

    def work(ctx: CallContext) -> None:
        raise ValueError("hunter2")

    with caplog.at_level(logging.ERROR):
        jobs.start(work, listener.hear)
        qtbot.waitUntil(lambda: bool(listener.heard))
    assert listener.heard == [Failed(Problem(ProblemKind.UNEXPECTED, Service.LOCAL, "ValueError"))]
    assert len(caplog.records) == 1
    assert "ValueError" in caplog.text
    assert "hunter2" not in caplog.text


def test_a_cancelled_read_is_given_up_at_once(qtbot, jobs):
    listener = Listener()
    go_on = threading.Event()

    def deaf(ctx: CallContext) -> str:
        go_on.wait(10)
        return "too late"

    handle = jobs.start(deaf, listener.hear)
    handle.cancel()
    handle.cancel()
    qtbot.waitUntil(lambda: bool(listener.heard))
    assert listener.heard == [Cancelled()]
    assert not handle.running
    go_on.set()
    jobs.shutdown()
    qtbot.wait(1)
    assert listener.heard == [Cancelled()]


def test_a_cancelled_write_tells_what_became_of_it(qtbot, jobs):
    listener = Listener()
    begun, go_on = threading.Event(), threading.Event()

    def write(ctx: CallContext) -> str:
        begun.set()
        go_on.wait(10)
        return "written"

    handle = jobs.start(write, listener.hear, write=True)
    assert begun.wait(5)
    handle.cancel()
    qtbot.wait(1)
    assert handle.running
    assert listener.heard == []
    go_on.set()
    qtbot.waitUntil(lambda: bool(listener.heard))
    assert listener.heard == [Done("written")]


def test_waiting_ends_when_a_stop_is_asked_for(qtbot, jobs):
    listener = Listener()
    begun = threading.Event()

    def write(ctx: CallContext) -> None:
        begun.set()
        ctx.cancel.sleep(60)

    handle = jobs.start(write, listener.hear, write=True)
    assert begun.wait(5)
    handle.cancel()
    qtbot.waitUntil(lambda: bool(listener.heard))
    assert listener.heard == [Cancelled()]


def test_a_deleted_receiver_is_not_called(qtbot, jobs):
    gone, other = Listener(), Listener()
    go_on = threading.Event()

    def work(ctx: CallContext) -> None:
        go_on.wait(10)

    jobs.start(work, gone.hear)
    gone.deleteLater()
    qtbot.wait(1)
    go_on.set()
    jobs.start(work, other.hear)
    qtbot.waitUntil(lambda: bool(other.heard))
    assert gone.heard == []


def test_a_receiver_is_not_kept_alive(qtbot, jobs):
    calls: list[object] = []

    class Short(QObject):
        def hear(self, what: object) -> None:
            calls.append(what)

    def work(ctx: CallContext) -> None:
        return None

    other = Listener()
    short = Short()
    jobs.start(work, short.hear)
    del short
    jobs.start(work, other.hear)
    qtbot.waitUntil(lambda: bool(other.heard))
    assert calls == []


def test_writes_do_not_overlap(qtbot, jobs):
    listener = Listener()
    inside: list[int] = []
    most: list[int] = []

    def write(ctx: CallContext) -> None:
        inside.append(1)
        most.append(len(inside))
        ctx.cancel.sleep(0.005)
        inside.pop()

    for _ in range(5):
        jobs.start(write, listener.hear, write=True)
    qtbot.waitUntil(lambda: len(listener.heard) == 5)
    assert most == [1] * 5


def test_reads_overlap(qtbot, jobs):
    listener = Listener()
    together = threading.Barrier(2)

    def read(ctx: CallContext) -> None:
        together.wait(5)

    for _ in range(2):
        jobs.start(read, listener.hear)
    qtbot.waitUntil(lambda: len(listener.heard) == 2)
    assert listener.heard == [Done(None)] * 2


def test_closing_during_a_call_calls_nobody(qtbot, jobs):
    listener = Listener()
    begun = threading.Event()

    def work(ctx: CallContext) -> None:
        begun.set()
        ctx.cancel.sleep(60)

    jobs.start(work, listener.hear, write=True)
    jobs.start(work, listener.hear, write=True)
    assert begun.wait(5)
    jobs.shutdown()
    jobs.shutdown()
    qtbot.wait(5)
    assert listener.heard == []


@pytest.mark.parametrize("used", [True, False], ids=["used", "unused"])
def test_nothing_begins_after_closing(qtbot, jobs, used):
    listener = Listener()
    begun: list[bool] = []
    if used:
        jobs.start(lambda _ctx: None, listener.hear)
        qtbot.waitUntil(lambda: len(listener.heard) == 1)
    jobs.shutdown()
    handle = jobs.start(lambda _ctx: begun.append(True), listener.hear)
    assert not handle.running
    jobs.shutdown()
    qtbot.wait(5)
    assert (begun, len(listener.heard)) == ([], int(used))


def test_what_is_kept_is_kept_in_order_also_while_closing(qtbot, jobs):
    listener = Listener()
    kept: list[int] = []

    def keeping(number: int):
        def keep(ctx: CallContext) -> None:
            ctx.report(Progress(Doing.KEEPING_SECRET))
            kept.append(number)

        return keep

    for number in range(20):
        jobs.keep(keeping(number), listener.hear)
    jobs.shutdown()
    assert kept == list(range(20))
