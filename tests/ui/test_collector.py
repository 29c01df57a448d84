"""Garbage is collected, and only by the window's thread."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from textfactor.ui.collector import Collector, collect


class Knot:
    """Refers to itself, so only a collection takes it away."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collected_by():
    """The threads in which collections ran."""
    threads: list[int] = []

    def note(phase: str, _info: object) -> None:
        if phase == "start":
            threads.append(threading.get_ident())

    gc.callbacks.append(note)
    yield threads
    gc.callbacks.remove(note)


def make_many() -> "weakref.ref[Knot]":
    knots = [Knot() for _ in range(50_000)]
    return weakref.ref(knots[0])


def test_a_worker_collects_nothing_and_the_window_does(qtbot, collected_by):
    gc.enable()
    owner = QObject()
    Collector(owner)
    assert not gc.isenabled()
    collected_by.clear()
    left: list[weakref.ref[Knot]] = []
    worker = threading.Thread(target=lambda: left.append(make_many()))
    worker.start()
    worker.join()
    assert collected_by == []
    assert left[0]() is not None
    qtbot.waitUntil(lambda: left[0]() is None)
    assert set(collected_by) == {threading.get_ident()}


def test_while_little_was_made_nothing_is_collected(collected_by):
    gc.collect()
    collected_by.clear()
    collect()
    assert collected_by == []


def test_older_generations_come_in_their_turn(monkeypatch):
    aged: list[int] = []
    monkeypatch.setattr(gc, "collect", aged.append)
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
    for counts in ((701, 3, 2), (701, 11, 2), (701, 11, 11), (0, 0, 11), (0, 0, 0)):
        monkeypatch.setattr(gc, "get_count", lambda counts=counts: counts)
        collect()
    assert aged == [0, 1, 2, 2]
