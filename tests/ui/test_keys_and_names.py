"""Without a mouse, without eyes: every page and panel is walked with Tab, and whatever takes keys has a name."""

from contextlib import contextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QWidget
from tests.ui import demo
from tests.ui.fitting import nameless, stops
from tests.ui.pages.stage import CHECKED, on_stage, world

from textfactor.domain.answers import Answers, TenantPath
from textfactor.flow.flow import PageId
from textfactor.ui.main_window import MainWindow
from textfactor.ui.panels.panel_table import PANELS
from textfactor.ui.wizard.page_table import PAGES

FAR = replace(CHECKED, domain="acme-staging.eu.auth0.com", tenant_path=TenantPath.UNIFIED, plan_size=5)


@contextmanager
def page_shown(qtbot, page: PageId):
    answers = Answers() if page is PageId.WELCOME else replace(FAR, applied=page in (PageId.TRY, PageId.DONE))
    with on_stage(qtbot, page, answers, world()) as stage:
        stage.idle()
        yield stage


@contextmanager
def panel_shown(qtbot, tmp_path, key: str):
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    main = MainWindow(demo.services(), PAGES, PANELS, settings)
    qtbot.addWidget(main)
    with qtbot.waitActive(main):
        main.show()
        main.activateWindow()
    main.show_panel(key)
    yield main
    main.close()


def walk(qtbot, root: QWidget, start: QWidget) -> list[QWidget]:
    """Press Tab until it comes round, and name what was reached."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    reached = [root.window().focusWidget()]
    for _ in range(100):
        qtbot.keyClick(root.window().focusWidget(), Qt.Key.Key_Tab)
        if root.window().focusWidget() in reached:
            return reached
        reached.append(root.window().focusWidget())
    pytest.fail("Tab does not come round")


def missed(qtbot, root: QWidget) -> list[str]:
    """What takes keys and is not reached."""
    wanted = stops(root)
    reached = walk(qtbot, root, wanted[0])
    return [f"{type(widget).__name__} {widget.objectName()}" for widget in wanted if widget not in reached]


@pytest.mark.parametrize("page", list(PageId))
def test_a_page_names_what_takes_keys_and_tab_reaches_it(qtbot, quick_signs, page):
    with page_shown(qtbot, page) as stage:
        assert nameless(stage.shell) == []
        assert missed(qtbot, stage.shell) == []


def test_tab_reaches_what_the_own_world_adds_to_the_welcome_page(qtbot, quick_signs):
    with page_shown(qtbot, PageId.WELCOME) as stage:
        stage.click("world_own")
        stage.click("advanced")
        names = {widget.objectName() for widget in stops(stage.shell)}
        assert {"profile_name", "proxy", "ca_file", "environment_development", "advanced", "next"} <= names
        assert missed(qtbot, stage.shell) == []


def test_tab_reaches_the_fields_of_the_vonage_page_in_their_order(qtbot, quick_signs):
    with page_shown(qtbot, PageId.VONAGE) as stage:
        order = [widget.objectName() for widget in walk(qtbot, stage.shell, stage.line("api_key"))]
        places = [order.index(name) for name in ("api_key", "api_secret", "sender", "next")]
        assert places == sorted(places)


@pytest.mark.parametrize("key", ["setup", *PANELS])
def test_a_panel_names_what_takes_keys_and_tab_reaches_it(qtbot, tmp_path, key):
    with panel_shown(qtbot, tmp_path, key) as main:
        assert nameless(main) == []
        assert missed(qtbot, main) == []
