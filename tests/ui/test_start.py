"""The start: what is loaded when the window paints for the first time, counted instead of timed.

Times on a shared machine tell little, and `tests/bench/start.py` measures those against a bare wizard. What
makes a start slow again is an import at the top of a module that the first page reaches; this finds it.
"""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

GUI = str(Path(__file__).parents[2] / "gui")
LATER = (
    # our layers that the first page has no use for
    "textfactor.domain.inputs", "textfactor.domain.plan", "textfactor.domain.problems", "textfactor.domain.tenant",
    "textfactor.domain.sending", "textfactor.domain.login", "textfactor.domain.running",
    "textfactor.services.context", "textfactor.services.ports", "textfactor.services.tenant_ports",
    "textfactor.words", "textfactor.practice",
    "textfactor.adapters.draft_file", "textfactor.adapters.keyring_store", "textfactor.adapters.workspaces",
    "textfactor.adapters.practice_process", "textfactor.adapters.runtimes", "textfactor.adapters.http",
    "textfactor.ui.panels.settings", "textfactor.ui.wizard.pages.vonage", "textfactor.ui.wizard.pages.own_tenant",
    # what others wrote
    "requests", "urllib3", "vonage", "vonage_http_client", "keyring", "pydantic", "phonenumbers", "babel", "liquid",
    "msgspec", "platformdirs", "typer", "rich", "pygments", "yaml", "werkzeug", "trustme", "cryptography",
    "pyqtgraph", "numpy", "quickjs", "PySide6.QtNetwork", "PySide6.QtSvg",
    # of the standard library
    "json", "email", "http.client", "ssl", "socket", "subprocess", "uuid", "hashlib", "html", "asyncio",
    "concurrent.futures", "importlib.metadata", "importlib.resources",
)  # fmt: skip
LATER_OF_QT = (("PySide6.QtCore", "Qt"), ("PySide6.QtWidgets", "QStyle"), ("PySide6.QtGui", "QAccessible"))
"""Classes that PySide makes when they are first named, with hundreds of constants: 24, 7 and 3 ms."""
OURS_AT_MOST = 59
"""Modules of ours. Each costs about half a millisecond; a bare wizard starts in 130, and 1.3 times that is the aim."""

PROBE = """
import sys
from textfactor import __main__ as main
from textfactor.cli.faces import WindowOptions
from textfactor.ui import app

options = main._window_options(WindowOptions())
application = app.application(options)
window = app.window(main._services)
painted = app.FirstPaint(window)

def tell():
    modules = sorted(sys.modules)
    import json

    made = [f"{module}.{name}" for module, name in LATER_OF_QT if name in vars(sys.modules[module])]
    print(json.dumps({"modules": modules, "of_qt": made, "heading": window.shell.page.heading(),
                      "shown": window.shell.page.isVisible() and window.side.steps.isVisible()}))
    application.exit()

painted.painted.connect(tell)
window.show()
application.exec()
"""


@pytest.fixture(scope="module")
def first_paint(tmp_path_factory) -> dict:
    """What there was when the window, started as a program of its own, had painted."""
    home = tmp_path_factory.mktemp("home")
    code = f"LATER_OF_QT = {LATER_OF_QT!r}\n{PROBE}"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, text=True, timeout=25, check=False,
        env={
            "PATH": "", "HOME": str(home), "XDG_CONFIG_HOME": str(home), "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": GUI,
        },
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_it_is_the_real_window_that_is_painted(first_paint):
    assert first_paint["shown"]
    assert first_paint["heading"]


def test_nothing_is_loaded_that_the_first_page_does_not_need(first_paint):
    loaded = set(first_paint["modules"])
    assert sorted(loaded & set(LATER)) == []


def test_no_large_class_of_qt_is_made(first_paint):
    assert first_paint["of_qt"] == []


def test_few_modules_of_ours_are_loaded(first_paint):
    ours = [name for name in first_paint["modules"] if name.partition(".")[0] == "textfactor"]
    assert len(ours) <= OURS_AT_MOST, ours


def test_what_a_worker_loads_for_the_pages_is_free_of_qt():
    """PySide makes a class when it is first named, and not for two threads at once: that is for the GUI thread."""
    code = (
        "import sys; from textfactor import __main__; from textfactor.ui.wizard.page_table import load_pages;"
        "load_pages(); __main__._warm(); print([name for name in sys.modules if name.startswith('PySide6')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, text=True, timeout=25, check=True, env={"PATH": "", "PYTHONPATH": GUI},
    )  # fmt: skip
    assert done.stdout.strip() == "[]"


def test_what_the_gui_thread_loads_afterwards_is_there():
    from textfactor.ui.panels.panel_table import PANEL_MODULES, PANELS
    from textfactor.ui.wizard.page_table import PAGE_MODULES, PAGES

    assert len(PANEL_MODULES) == len(PANELS)
    assert len(PAGE_MODULES) == len(
        PAGES
    )  # all but Welcome, which is there, and its part for one's own tenant
    for name in (*PAGE_MODULES, *PANEL_MODULES):
        assert find_spec(name) is not None
