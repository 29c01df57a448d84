"""Starts the window: it is painted first, everything heavy is loaded behind it."""

from __future__ import annotations

import os
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLocale,
    QObject,
    QSettings,
    QTimer,
    Signal,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from textfactor import APP_ID
from textfactor.domain.answers import Answers, World
from textfactor.ui import theme
from textfactor.ui.language import speak
from textfactor.ui.main_window import MainWindow
from textfactor.ui.panels.panel_table import PANEL_MODULES, PANELS
from textfactor.ui.theme import THEME_KEY, wanted_theme
from textfactor.ui.wizard.page_table import PAGE_MODULES, PAGES, load_pages

if TYPE_CHECKING:  # the window paints first
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from textfactor.services.container import Services
    from textfactor.services.context import CallContext
    from textfactor.ui.jobs import Outcome
    from textfactor.ui.theme import ThemeMode

    MakeServices = Callable[[], Services]

SWITCH_SECONDS = 0.001
"""Seconds after which Python takes the interpreter from a busy worker. The usual 5 ms add up, as the window needs the
interpreter again after each call into Qt. Measured on two busy cores: the window's worst gap beside the heavy imports
falls from 25 to 16 ms, beside a computing worker from 19 to 6; below 1 ms nothing is gained."""


class Options(NamedTuple):
    """How the window shall start. `warm` loads what is heavy and needed soon; it runs in a worker."""

    practice: bool = False
    theme: ThemeMode | None = None
    lang: str | None = None
    translations: Path | None = None
    icon: Path | None = None
    warm: Callable[[], None] | None = None


class FirstPaint(QObject):
    """Emits `painted` once, after a widget was painted for the first time."""

    painted = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint event."""
        if watched is self._widget and event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self, self.painted.emit)
        return super().eventFilter(watched, event)


def application(options: Options) -> QApplication:
    """Make (or take) the application, with its names, language and theme."""
    QCoreApplication.setApplicationName("Textfactor")
    QCoreApplication.setOrganizationName("Textfactor")
    QGuiApplication.setDesktopFileName(APP_ID)
    mode = options.theme or wanted_theme(str(_settings().value(THEME_KEY) or ""))
    running = QApplication.instance()
    if isinstance(running, QApplication):
        app = running
        theme.apply(app, mode)
    else:
        app = QApplication([sys.argv[0], "-style", theme.STYLE])
        theme.prepare(app, mode)
    app.setApplicationDisplayName("Textfactor")
    speak(app, options.lang or "", options.translations)
    return app


def window(make_services: MakeServices) -> MainWindow:
    """Make the window; not shown yet."""
    services = make_services()
    services.numbers.name_in(QLocale().name())
    return MainWindow(services, PAGES, PANELS, _settings())


def run(make_services: MakeServices, options: Options) -> int:
    """Show the window and return the exit code once it was closed."""
    app = application(options)
    sys.setswitchinterval(SWITCH_SECONDS)
    main = window(make_services)
    painted = FirstPaint(main)
    starter = _Starter(main, options)
    painted.painted.connect(starter.begin)
    main.show()
    return app.exec()


class _Starter(QObject):
    """What follows the first paint: the draft, then all that a click may need, so that no click has to wait for it."""

    def __init__(self, main: MainWindow, options: Options) -> None:
        super().__init__(main)
        self._main = main
        self._options = options
        self._modules = iter((*PAGE_MODULES, *PANEL_MODULES))

    def begin(self) -> None:
        """Go on with the draft, or straight into the practice world."""
        if self._options.practice:
            self._main.shell.start_with(Answers(world=World.PRACTICE))
        else:
            self._main.shell.resume()
        QTimer.singleShot(0, self, self._show_icon)
        self._main.jobs.start(_load_pages, self._pages_loaded)

    def _show_icon(self) -> None:
        if self._options.icon is not None:
            from PySide6.QtGui import QIcon

            QGuiApplication.setWindowIcon(QIcon(str(self._options.icon)))

    def _pages_loaded(self, outcome: Outcome[None]) -> None:
        del outcome
        self._load_next()

    def _load_next(self) -> None:
        """Load one module of the window in each turn of the event loop; what is heavy has its worker after them."""
        name = next(self._modules, None)
        if name is not None:
            import_module(name)
            QTimer.singleShot(0, self, self._load_next)
            return
        warm = self._options.warm

        def load(ctx: CallContext) -> None:
            ctx.cancel.check()
            if warm is not None:
                warm()

        self._main.jobs.start(load, self._warmed)

    def _warmed(self, outcome: Outcome[None]) -> None:
        """Whoever needs the modules finds them loaded; what is made from now on may be garbage one day."""
        from textfactor.ui.collector import Collector

        del outcome
        Collector(self._main)


def _load_pages(ctx: CallContext) -> None:
    ctx.cancel.check()
    load_pages()


def self_check(make_services: MakeServices, options: Options) -> dict[str, int]:
    """Open the window, wait for its first paint, close it: `{"ready_ms": …}` since the start of the process."""
    app = application(options)
    main = window(make_services)
    painted = FirstPaint(main)
    taken: list[int] = []
    painted.painted.connect(lambda: taken.append(round(_age() * 1000)))
    painted.painted.connect(_leave)
    main.show()
    app.exec()
    main.close()
    return {"ready_ms": taken[0] if taken else -1}


def _leave() -> None:
    """End the event loop; `quit` would close the windows first, whose end asks to quit once more."""
    QCoreApplication.exit(0)


_LOADED = time.monotonic()


def _age() -> float:
    """Seconds since the process started; where the system does not tell, since this module was loaded."""
    stat = Path("/proc/self/stat")
    if not stat.exists():
        return time.monotonic() - _LOADED
    started = int(stat.read_text("ascii").rpartition(")")[2].split()[19]) / os.sysconf("SC_CLK_TCK")
    return time.clock_gettime(time.CLOCK_BOOTTIME) - started


def _settings() -> QSettings:
    """Where the window keeps its geometry and theme."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "textfactor", "window")
