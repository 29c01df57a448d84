"""Every page and panel in a language a third longer than English, in the smallest window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSettings
from tests.ui import demo
from tests.ui.fitting import clipped, untranslated
from tests.ui.pages.stage import CHECKED, on_stage, world
from tests.ui.pseudo import DATA, pseudo, settled

from textfactor.domain.answers import Answers, TenantPath
from textfactor.flow.flow import PageId
from textfactor.ui import theme
from textfactor.ui.main_window import MainWindow
from textfactor.ui.panels.panel_table import PANELS
from textfactor.ui.wizard.page_table import PAGES

FAR = replace(CHECKED, domain="acme-staging.eu.auth0.com", tenant_path=TenantPath.UNIFIED, plan_size=5)


def test_it_is_longer_and_keeps_the_blanks():
    assert pseudo("Step {n} of %n {{ code }}") == "⟦Stépöö {n} ófö %n {{ code }}⟧"


@pytest.mark.parametrize("page", list(PageId))
def test_a_page_has_room_and_says_all_of_it(qtbot, quick_signs, pseudo_language, page):
    answers = Answers() if page is PageId.WELCOME else replace(FAR, applied=page in (PageId.TRY, PageId.DONE))
    with on_stage(qtbot, page, answers, world()) as stage:
        width, height = theme.WINDOW_MINIMUM
        stage.shell.resize(width - theme.SIDE_WIDTH, height)
        stage.idle()
        settled(qtbot, stage.shell)
        assert clipped(stage.shell) == []
        assert untranslated(stage.shell, DATA) == []


@pytest.mark.parametrize("key", ["setup", *PANELS])
def test_a_panel_has_room_and_says_all_of_it(qtbot, tmp_path, pseudo_language, key):
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    main = MainWindow(demo.services(), PAGES, PANELS, settings)
    qtbot.addWidget(main)
    main.resize(*theme.WINDOW_MINIMUM)
    with qtbot.waitExposed(main):
        main.show()
    main.show_panel(key)
    settled(qtbot, main)
    assert clipped(main) == []
    assert untranslated(main, DATA) == []
    main.close()
