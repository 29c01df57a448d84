"""The chart's library is loaded once, in whichever panel it is wanted; who goes in the middle spoils nothing."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from textfactor.services.context import CallContext
from textfactor.ui.panels.troubleshoot import chart_loading
from textfactor.ui.panels.troubleshoot.chart_loading import ChartLoader


@pytest.fixture
def loaded(monkeypatch) -> Iterator[list[str]]:
    """What was imported, in order; nothing really is."""
    names: list[str] = []

    def note(name: str) -> object:
        names.append(name)
        return chart_loading

    monkeypatch.setattr(chart_loading, "import_module", note)
    monkeypatch.setattr(chart_loading, "import_in_pieces", lambda name: iter([names.append(name)]))
    chart_loading._pieces.cache_clear()
    yield names
    chart_loading._pieces.cache_clear()


def test_what_is_loaded_is_left_out_of_later_collections(loaded):
    frozen = gc.get_freeze_count()
    kept = [[[], {}] for _ in range(20_000)]
    try:
        chart_loading._load_heavy(CallContext())
        list(chart_loading._all_pieces())
        assert gc.get_freeze_count() - frozen > len(kept)
    finally:
        gc.unfreeze()
    assert loaded[-2:] == ["pyqtgraph", chart_loading._CHART]


def test_a_second_one_goes_on_where_the_first_was_given_up(qtbot, jobs, loaded, monkeypatch):
    monkeypatch.setattr(chart_loading, "_TURN", 0)
    try:
        owner = QObject()
        first = ChartLoader(jobs, owner)
        first.start()
        qtbot.waitUntil(lambda: "PySide6.QtCore" in loaded)
        first.deleteLater()
        second = ChartLoader(jobs, owner)
        with qtbot.waitSignal(second.ready, timeout=20_000):
            second.start()
    finally:
        gc.unfreeze()
    assert loaded.count("pyqtgraph") == loaded.count(chart_loading._CHART) == 1
