"""The window as a whole: panels, accessibility, geometry, closing."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget
from tests.ui import demo
from tests.ui.pages.stage import _opened as demo_opened

from textfactor.domain.answers import Answers, TenantPath
from textfactor.flow.flow import PageId
from textfactor.ui import theme
from textfactor.ui.main_window import MainWindow
from textfactor.ui.panels.panel_table import PANELS
from textfactor.ui.panels.settings.panel import THEME_KEY


def nameless(root: QWidget) -> list[str]:
    """Every visible widget that takes the focus by keyboard and has no name."""
    found: list[str] = []
    for widget in [root, *root.findChildren(QWidget)]:
        if not widget.isVisible() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        seen = QAccessible.queryAccessibleInterface(widget)
        if not seen.text(QAccessible.Text.Name):
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def sentences(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize("key", ["setup", *PANELS])
def test_whatever_takes_the_focus_has_a_name(qtbot, window, key):
    window.show_panel(key)
    assert nameless(window) == []


def test_every_page_names_what_takes_the_focus(qtbot, window):
    while True:
        assert nameless(window) == []
        assert window.shell.page.accessibleName()
        if window.shell.page.page_id is PageId.DONE:
            break
        window.shell.footer.primary.click()


def test_tab_reaches_everything_and_comes_round(qtbot, window):
    reached: list[str] = []
    start = window.shell.page.line.field
    start.setFocus()
    for _ in range(40):
        focus = window.focusWidget()
        reached.append(focus.objectName())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
        if window.focusWidget() is start:
            break
    assert window.focusWidget() is start
    assert {"api_key", "next", "nav_setup", "step_welcome"} <= set(reached)


def test_arrows_move_between_the_panels(qtbot, window):
    window.side.nav.button("setup").setFocus()
    for key in ("test", "messages", "practice", "troubleshoot"):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
        assert window.side.nav.button(key).hasFocus()
        assert window.side.nav.button(key).isChecked()
        assert window.panel(key).isVisible()


def test_panels_are_made_when_first_shown_and_keep_their_state(qtbot, window):
    assert window.findChild(QWidget, "pasted") is None
    window.side.nav.button("troubleshoot").click()
    panel = window.panel("troubleshoot")
    panel.show_text("vonage status=9")
    window.side.nav.button("setup").click()
    assert window.side.steps.isVisible()
    window.side.nav.button("troubleshoot").click()
    assert window.panel("troubleshoot") is panel
    assert not window.side.steps.isVisible()
    assert "network" in sentences(window.side)


def test_shortcuts_lead_to_the_panels(qtbot, window):
    for key, panel in ((Qt.Key.Key_3, "messages"), (Qt.Key.Key_5, "troubleshoot")):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert window.side.nav.button(panel).isChecked()


def test_the_side_tells_whose_world_it_is(qtbot, window):
    assert "No profile yet" in sentences(window.side)
    window.world.open(demo.World(practice=True))
    assert "Practice world" in sentences(window.side)
    window.world.open(demo.World(practice=False))
    assert "acme · Staging" in sentences(window.side)
    assert "Practice world" not in sentences(window.side)


def test_a_left_world_is_closed_and_the_last_one_at_the_end(qtbot, window):
    first, second = demo.World(), demo.World()
    window.world.open(first)
    window.world.open(second)
    qtbot.waitUntil(lambda: first.closed == 1)
    assert window.world.need() is second
    window.close()
    assert second.closed == 1
    with pytest.raises(LookupError):
        window.world.need()


def test_the_window_closes_during_a_call(qtbot, tmp_path):
    begun = threading.Event()

    def guard(ctx):
        begun.set()
        ctx.cancel.sleep(60)

    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    main = MainWindow(demo.services(), demo.demo_pages(welcome=guard), PANELS, settings)
    qtbot.addWidget(main)
    main.show()
    main.shell.footer.primary.click()
    assert begun.wait(5)
    assert main.close()
    assert not main.jobs.is_running(1)


def test_closing_while_something_is_written_asks_and_waits_for_the_step(qtbot, window):
    step = threading.Event()
    ended = []

    def write(ctx):
        step.wait(10)
        return "made"

    window.jobs.start(write, ended.append, write=True)
    assert not window.close()
    question = window.findChild(QMessageBox, "close_question")
    question.findChild(QPushButton, "keep_going").click()
    assert not question.isVisible()
    assert window.jobs.writing
    assert not window.close()
    question.findChild(QPushButton, "stop_and_close").click()
    assert window.isVisible()
    step.set()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert [outcome.value for outcome in ended] == ["made"]


def test_the_geometry_is_kept(qtbot, tmp_path):
    path = str(tmp_path / "window.ini")
    for expected, wanted in ((theme.WINDOW, (1020, 660)), ((1020, 660), (1020, 660))):
        settings = QSettings(path, QSettings.Format.IniFormat)
        main = MainWindow(demo.services(), demo.demo_pages(), PANELS, settings)
        qtbot.addWidget(main)
        main.show()
        # The offscreen screen is narrower than the window may be, so only the height can come back.
        assert main.height() == expected[1]
        main.resize(*wanted)
        main.close()
        settings.sync()


@pytest.mark.parametrize("size", [theme.WINDOW_MINIMUM, theme.WINDOW])
def test_nothing_is_cut_off(qtbot, window, size):
    window.resize(*size)
    while True:
        qtbot.wait(1)
        for label in window.shell.findChildren(QLabel):
            if label.isVisible() and label.wordWrap() and label.text():
                assert label.height() >= label.heightForWidth(label.width()), label.text()
        if window.shell.page.page_id is PageId.DONE:
            break
        window.shell.footer.primary.click()


def test_a_pasted_line_is_explained(qtbot, window):
    window.show_panel("troubleshoot")
    panel = window.panel("troubleshoot")
    assert "Nothing to read yet" in sentences(panel)
    qtbot.keyClicks(panel.findChild(QWidget, "pasted"), '{"status":"15"}')
    qtbot.waitUntil(lambda: "one thing it may be" in sentences(panel))
    panel.show_text(
        '{"message-count":"1","messages":[{"status":"15","error-text":"Illegal Sender Address"}]}'
    )
    qtbot.waitUntil(lambda: "One diagnosis" in sentences(panel))
    qtbot.waitUntil(lambda: "This sender may not be used" in sentences(panel))
    panel.show_text("Guardian: vonage status=9 / insufficient_scope")
    qtbot.waitUntil(lambda: "no credit" in sentences(panel))
    panel.show_text("all is well")
    qtbot.waitUntil(lambda: "Not enough to tell the cause" in sentences(panel))
    panel.findChild(QPushButton, "clear").click()
    qtbot.waitUntil(lambda: "Nothing to read yet" in sentences(panel))


def test_the_theme_is_switched_and_kept(qtbot, window):
    window.show_panel("settings")
    window.findChild(QWidget, "theme_dark").click()
    assert theme.current_roles() is theme.DARK
    assert window._settings.value(THEME_KEY) == "dark"
    window.findChild(QWidget, "theme_light").click()
    assert theme.current_roles() is theme.LIGHT


def test_an_empty_panel_leads_to_setup(qtbot, window):
    for key in ("test", "practice"):
        window.show_panel(key)
        window.panel(key).findChild(QPushButton, "to_setup").click()
        assert window.side.nav.button("setup").isChecked()


def test_steps_of_an_earlier_start_are_marked_as_not_looked_at_since(qtbot, tmp_path):
    answers = Answers(opened=True, profile_id="p1", vonage_checked=True, tenant_path=TenantPath.UNIFIED)
    drafts = demo.Drafts(("sender", replace(answers, test_arrived=True)))
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    main = MainWindow(demo.services(drafts), demo.demo_pages(welcome=demo_opened), PANELS, settings)
    qtbot.addWidget(main)
    main.show()
    main.shell.resume()
    qtbot.waitUntil(lambda: main.shell.page.page_id is PageId.SENDER)
    vonage, welcome = main.side.steps.button("vonage"), main.side.steps.button("welcome")
    assert vonage.text().startswith("○")
    assert "not checked again since" in vonage.accessibleDescription()
    assert welcome.text().startswith("✓")  # its world was opened in this start
    assert "○" in sentences(main.side)
    main.shell.go_to("vonage")
    main.shell.footer.primary.click()
    qtbot.waitUntil(lambda: main.shell.page.page_id is PageId.TEST)
    assert vonage.text().startswith("✓")
    assert vonage.toolTip() == ""
    main.close()
