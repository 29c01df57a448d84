"""Starts the window: it is painted first, everything heavy is loaded behind it."""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLibraryInfo,
    QLocale,
    QObject,
    QSettings,
    QTimer,
    QTranslator,
    Signal,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from textfactor.domain.answers import Answers, World
from textfactor.services.container import Services
from textfactor.services.context import CallContext
from textfactor.ui import theme
from textfactor.ui.jobs import Outcome
from textfactor.ui.main_window import MainWindow
from textfactor.ui.panels.panel_table import PANELS
from textfactor.ui.panels.settings.panel import THEME_KEY, wanted_theme
from textfactor.ui.theme import ThemeMode
from textfactor.ui.wizard.page_table import PAGES, load_pages

DESKTOP_ID = "app.textfactor.Textfactor"
"""The id that the desktop file, the metadata and the icon carry as well."""

_SWITCH = 0.001
"""Seconds after which Python takes the interpreter from a busy worker. The usual 5 ms add up, as the window needs the
interpreter again after each call into Qt. Measured on two busy cores: the window's worst gap beside the heavy imports
falls from 25 to 16 ms, beside a computing worker from 19 to 6; below 1 ms nothing is gained."""

MakeServices = Callable[[], Services]


@dataclass(frozen=True, slots=True)
class Options:
    """How the window shall start. `warm` loads what is heavy and needed soon; it runs in a worker."""

    practice: bool = False
    theme: ThemeMode | None = None
    lang: str | None = None
    translations: Path | None = None
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
    QGuiApplication.setDesktopFileName(DESKTOP_ID)
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication([sys.argv[0]])
    app.setApplicationDisplayName("Textfactor")
    _translate(app, QLocale(options.lang) if options.lang else QLocale(), options.translations)
    theme.apply(app, options.theme or wanted_theme(str(_settings().value(THEME_KEY) or "")))
    return app


def window(make_services: MakeServices) -> MainWindow:
    """Make the window; not shown yet."""
    return MainWindow(make_services(), PAGES, PANELS, _settings())


def run(make_services: MakeServices, options: Options) -> int:
    """Show the window and return the exit code once it was closed."""
    app = application(options)
    sys.setswitchinterval(_SWITCH)
    main = window(make_services)
    painted = FirstPaint(main)
    starter = _Starter(main, options)
    painted.painted.connect(starter.begin)
    main.show()
    return app.exec()


class _Starter(QObject):
    """What follows the first paint: the draft, and the heavy imports in a worker."""

    def __init__(self, main: MainWindow, options: Options) -> None:
        super().__init__(main)
        self._main = main
        self._options = options

    def begin(self) -> None:
        """Go on with the draft, or straight into the practice world."""
        if self._options.practice:
            self._main.shell.start_with(Answers(world=World.PRACTICE))
        else:
            self._main.shell.resume()
        warm = self._options.warm

        def load(ctx: CallContext) -> None:
            if warm is not None:
                warm()
            ctx.cancel.check()
            load_pages()
            from pygments.lexers import javascript

            del javascript

        self._main.jobs.start(load, self._warmed)

    def _warmed(self, outcome: Outcome[None]) -> None:
        """Nothing follows: whoever needs the modules finds them loaded."""
        del outcome


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


def _translate(app: QApplication, locale: QLocale, folder: Path | None) -> None:
    """Load our sentences and Qt's own in this language; English plurals have a file too."""
    QLocale.setDefault(locale)
    app.setLayoutDirection(locale.textDirection())
    ours = QTranslator(app)
    if folder is not None and ours.load(locale, "textfactor", "_", str(folder)):
        app.installTranslator(ours)
    qts = QTranslator(app)
    if qts.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qts)
