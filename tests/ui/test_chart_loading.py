"""The chart's library is loaded while the window lives: nothing may stop it for long, least of all the collector."""

import gc
from typing import Any

import pytest

from textfactor.services.context import CallContext
from textfactor.ui.panels.troubleshoot import chart_loading


@pytest.fixture
def collected():
    """The generations that the collector walked through."""
    seen: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            seen.append(info["generation"])

    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)


def busy_module() -> list[list[object]]:
    """Make as much as a large library does: enough to set off each generation several times."""
    return [[[], {}] for _ in range(20_000)]


def test_nothing_is_collected_while_it_is_loaded_and_all_is_left_out_later(monkeypatch, collected):
    made = []
    monkeypatch.setattr(chart_loading, "import_module", lambda _name: made.append(busy_module()))
    frozen = gc.get_freeze_count()
    try:
        chart_loading._load_heavy(CallContext())
        assert collected == []
        assert gc.isenabled()
        assert gc.get_freeze_count() - frozen > 20_000
    finally:
        gc.unfreeze()


def test_the_collector_works_again_where_loading_was_given_up(monkeypatch):
    monkeypatch.setattr(chart_loading, "import_module", lambda _name: chart_loading)
    try:
        pieces: Any = chart_loading._all_pieces()
        next(pieces)
        assert not gc.isenabled()
        pieces.close()
        assert gc.isenabled()
    finally:
        gc.unfreeze()
