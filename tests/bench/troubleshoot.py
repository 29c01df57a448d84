"""The Troubleshoot panel: from a key in the search to the rows, and how long its window ever waits."""

import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from tests.bench.log_export import rows

_ROWS = 100_000
"""Rows about text messages in the table; an export with as many has some four million in all."""
_WORDS = "bad credentials shop"
_AIM = {"key_ms": 50, "gap_ms": 16}


def measure() -> dict[str, Any]:
    """Return milliseconds: median and worst of the keys, and the longest gap of the GUI thread in each act."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from textfactor.ui import theme
    from textfactor.ui.app import SWITCH_SECONDS

    sys.setswitchinterval(SWITCH_SECONDS)
    application = QApplication.instance() or QApplication([])
    theme.apply(application, theme.ThemeMode.LIGHT)  # pyright: ignore[reportArgumentType]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.ndjson"
        _write(path)
        with _panel(folder) as panel:
            gaps = {"paste": _watched(lambda: _paste(panel)), "export": _watched(lambda: _read(panel, path))}
            gaps["first_timeline"] = _watched(lambda: _open(panel, 1))
            gaps["first_rows"] = _watched(lambda: _open(panel, 2))
            keys: list[float] = []
            gaps["search"] = _watched(lambda: keys.extend(_keys(panel)))
            panel.export.drop()
    return {
        "rows": _ROWS,
        "key_median_ms": round(statistics.median(keys), 1),
        "key_worst_ms": round(max(keys), 1),
        "longest_gap_ms": gaps,
        "aims": _AIM,
    }


def _write(path: Path) -> None:
    kept = [row for row in rows(60_000) if '"gd_' in row]
    with path.open("w", encoding="ascii", newline="\n") as file:
        for place in range(_ROWS):
            file.write(kept[place % len(kept)] + "\n")


@contextmanager
def _panel(folder: str) -> Generator[Any]:
    from PySide6.QtCore import QSettings
    from tests.ui import demo

    from textfactor.adapters.export_file import ExportFile
    from textfactor.ui.main_window import MainWindow
    from textfactor.ui.panels.panel_table import PANELS

    settings = QSettings(str(Path(folder) / "s.ini"), QSettings.Format.IniFormat)
    services = replace(demo.services(), open_export=ExportFile)
    window = MainWindow(services, demo.look_pages(), PANELS, settings)
    window.show()
    window.show_panel("troubleshoot")
    _run(300)
    gc.freeze()  # as the window does once its first pages are loaded
    yield window.panel("troubleshoot")
    window.close()


def _run(milliseconds: int) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _until(done: Callable[[], bool]) -> None:
    """Let the window live until something is so; looks each millisecond, for a minute at most."""
    for _ in range(60_000):
        if done():
            return
        _run(1)
    raise RuntimeError("it did not happen")


def _watched(act: Callable[[], None]) -> float:
    """Do something and return the longest time for which the event loop did not turn meanwhile."""
    from PySide6.QtCore import QTimer

    ticks: list[float] = [time.perf_counter()]
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start()
    act()
    timer.stop()
    gaps = (after - before for before, after in pairwise(ticks))
    return round(max(gaps, default=0.0) * 1000, 1)


def _paste(panel: Any) -> None:
    """Read a row and several possible causes; the first one loads the rules."""
    from tests.ui.troubleshoot_stage import ROW

    for text in (ROW, "no code at all", ROW.replace("15", "4")):
        panel.paste.answer.show_answer(None)
        panel.show_text(text)
        _until(lambda: bool(panel.paste.answer.cards()))


def _read(panel: Any, path: Path) -> None:
    panel.open_file(path)
    _until(lambda: panel.export.seen is not None and panel.export.seen.bulk.done)
    _run(300)


def _open(panel: Any, tab: int) -> None:
    """Go to a view of the export, and wait for the chart where it is that."""
    panel.export.tabs.setCurrentIndex(tab)
    _until(lambda: panel.export.timeline.chart is not None)
    _run(300)


def _keys(panel: Any) -> list[float]:
    """Type some words; a key is done when its rows are counted and the first of them is decoded."""
    tab = panel.export.rows
    field = tab.search.field
    taken: list[float] = []
    for count in range(1, len(_WORDS) + 1):
        found: list[bool] = []
        tab.model.modelReset.connect(lambda seen=found: seen.append(True))
        started = time.perf_counter()
        field.setText(_WORDS[:count])
        field.textEdited.emit(_WORDS[:count])
        _until(lambda seen=found: bool(seen) and (tab.model.rowCount() == 0 or tab.model.row(0) is not None))
        taken.append((time.perf_counter() - started) * 1000)
        tab.model.modelReset.disconnect()
        tab.model.modelReset.connect(tab.table._reset)
    return taken
