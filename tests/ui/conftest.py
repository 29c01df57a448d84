"""Parts of the window for its tests."""

import pytest
from PySide6.QtCore import QSettings
from tests.ui import demo
from tests.ui.pseudo import Pseudo

from textfactor.ui import theme
from textfactor.ui.jobs import Jobs
from textfactor.ui.main_window import MainWindow
from textfactor.ui.panels.panel_table import PANELS
from textfactor.ui.widgets import busy_sign
from textfactor.ui.wizard.page import PageTools
from textfactor.ui.wizard.shell import Shell
from textfactor.ui.world import CurrentWorld


@pytest.fixture(autouse=True)
def light(qapp):
    """Every test of the window runs in the light theme, so that its style sheet is tried as well."""
    theme.apply(qapp, theme.ThemeMode.LIGHT)


@pytest.fixture
def pseudo_language(qapp):
    """The application speaks the language of `pseudo.py`."""
    translator = Pseudo()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def quick_signs(monkeypatch):
    """Let signs appear and leave at once."""
    monkeypatch.setattr(busy_sign, "APPEARS_AFTER", 0)
    monkeypatch.setattr(busy_sign, "STAYS", 0)


@pytest.fixture
def jobs(qapp):
    """A thread bridge that is shut down afterwards."""
    made = Jobs()
    yield made
    made.shutdown()


@pytest.fixture
def tools(jobs):
    """What a page is handed, with the demo services."""
    return PageTools(demo.services(), jobs, CurrentWorld(jobs), lambda key: None)


@pytest.fixture
def make_shell(qtbot, jobs):
    """Make a shown shell of demo pages: `make_shell(drafts=None, **guards)`."""

    def make(drafts=None, **calls):
        tools = PageTools(demo.services(drafts), jobs, CurrentWorld(jobs), lambda key: None)
        shell = Shell(tools, demo.demo_pages(**calls))
        qtbot.addWidget(shell)
        shell.resize(868, 740)
        with qtbot.waitActive(shell):
            shell.show()
            shell.activateWindow()
        return shell

    return make


@pytest.fixture
def window(qtbot, tmp_path):
    """The whole window with demo pages, shown."""
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    main = MainWindow(demo.services(), demo.look_pages(), PANELS, settings)
    qtbot.addWidget(main)
    with qtbot.waitActive(main):
        main.show()
        main.activateWindow()
    yield main
    main.close()
