"""The tour: the real window goes through the practice world by clicks and keys, and a picture is kept of each page."""

import gc
import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

from PySide6.QtCore import QLocale, QObject, QSettings

from textfactor import assets
from textfactor.domain.answers import Answers
from textfactor.services.container import Services
from textfactor.services.context import CallContext
from textfactor.ui import app
from textfactor.ui.collector import Collector
from textfactor.ui.jobs import Outcome
from textfactor.ui.main_window import MainWindow
from textfactor.ui.panels.panel_table import PANELS
from textfactor.ui.theme import ThemeMode
from textfactor.ui.tour_driver import Driver, GapMeter, Taken
from textfactor.ui.tour_script import Tour
from textfactor.ui.wizard.page_table import PAGES, load_pages

_NO_FOLDER = 2
"""The exit code of a wrong option."""


class _NoDraft:
    """The person's own draft is neither read nor replaced by a tour."""

    def load(self) -> tuple[str, Answers] | None:
        """There is none."""
        return None

    def save(self, page: str, answers: Answers) -> None:
        """Keep nothing."""

    def clear(self) -> None:
        """Nothing is kept."""


class _Report(QObject):
    """Writes a line for each step as it ends."""

    def __init__(self, *, as_json: bool) -> None:
        super().__init__()
        self._as_json = as_json
        self._steps = 0

    def step(self, taken: Taken) -> None:
        """Tell of one step."""
        self._steps += 1
        if self._as_json:
            line = {
                "step": self._steps,
                "page": taken.page,
                "picture": taken.picture,
                "ok": taken.ok,
                "seconds": round(taken.seconds, 3),
            }
            self._write(json.dumps(line | ({"waited_for": taken.what} if taken.what else {})))
            return
        how = "ok" if taken.ok else f"failed, waited for {taken.what}"
        self._write(f"{self._steps:2}  {taken.page:9} {taken.seconds:5.1f} s  {taken.picture}  {how}")

    def end(self, result: str, pages: int, meter: GapMeter) -> None:
        """Tell how it ended. The gap is the longest of all, pictures being taken included."""
        gap = round(meter.worst, 1)
        if self._as_json:
            last = {"result": result, "pages": pages, "worst_gap_ms": gap, "worst_gap_at": meter.worst_at}
            self._write(json.dumps(last))
        else:
            self._write(
                f"{result}; {pages} pages; longest time the window did not react: {gap} ms ({meter.worst_at})"
            )

    def _write(self, line: str) -> None:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


def run(  # noqa: PLR0913 - one keyword for each option of the command
    make_services: Callable[[], Services], *, out: Path, theme: str, lang: str, scale: float, as_json: bool
) -> int:
    """Drive the wizard through the practice world; 0 if a login's code was accepted at the end, else 1.

    2 where `out` cannot take pictures; nothing was started then, and stderr says why.

    Pictures go to `out`. `theme` is light or dark, an empty `lang` means that of the system; `scale` holds for
    an application that does not exist yet.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=out):
            pass  # a folder may be there and take no file
    except OSError as error:
        sys.stderr.write(f"The pictures cannot be kept in {out}: {error.strerror or error}.\n")
        return _NO_FOLDER
    os.environ["QT_SCALE_FACTOR"] = str(scale)
    options = app.Options(theme=ThemeMode(theme), lang=lang or None, translations=assets.path("i18n"))
    application = app.application(options)
    sys.setswitchinterval(app.SWITCH_SECONDS)  # what is measured is the window as it runs
    with TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "tour.ini"), QSettings.Format.IniFormat)
        services = make_services()
        services.numbers.name_in(QLocale().name())
        window = MainWindow(replace(services, drafts=_NoDraft()), PAGES, PANELS, settings)
        guide = _Guide(window, out, _Report(as_json=as_json))
        painted = app.FirstPaint(window)
        painted.painted.connect(guide.begin)
        window.show()
        application.exec()
        return guide.code


class _Guide(QObject):
    """Begins after the first paint, measures, and closes the window at the end."""

    def __init__(self, window: MainWindow, out: Path, report: _Report) -> None:
        super().__init__(window)
        self._window = window
        self._report = report
        self._tour = Tour(window)
        self._meter = GapMeter(self)
        self._driver = Driver(window, window.jobs, out, self._meter)
        self._driver.step_ended.connect(report.step)
        self._driver.ended.connect(self._end)
        self.code = 1

    def begin(self) -> None:
        """Start the clock and the script, and load beside it what the window loads after its first paint."""
        self._meter.start()
        self._window.jobs.start(_load, self._loaded)
        self._driver.start(self._tour.script())

    def _loaded(self, outcome: Outcome[None]) -> None:
        """Go on as the window does."""
        del outcome
        Collector(self._window)

    def _end(self, ok: bool) -> None:
        self._meter.stop()
        accepted = ok and self._tour.accepted
        self.code = 0 if accepted else 1
        self._report.end("accepted" if accepted else "failed", self._driver.pages, self._meter)
        self._window.close()


def _load(ctx: CallContext) -> None:
    ctx.cancel.check()
    load_pages()
    gc.freeze()  # as the window does
