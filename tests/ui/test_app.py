"""Starting: painted first, then the draft or the practice world; the self check; translations."""

import sys
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication
from tests.making import icon
from tests.ui import demo

from textfactor import APP_ID
from textfactor.domain.answers import Answers, World
from textfactor.flow.flow import PageId
from textfactor.ui import app, theme
from textfactor.ui.main_window import MainWindow
from textfactor.ui.messages import fill, tr_text
from textfactor.words.text import Text


@pytest.fixture(autouse=True)
def demo_pages(monkeypatch, qapp):
    """Start with the demo pages, and leave the application as it was."""

    def opened(ctx):
        return lambda answers: replace(answers, opened=True)

    monkeypatch.setattr(app, "PAGES", demo.demo_pages(welcome=opened))
    before = sys.getswitchinterval()
    yield
    sys.setswitchinterval(before)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    theme.apply(qapp, theme.ThemeMode.LIGHT)


def page_of(main: MainWindow) -> Any:
    """The demo page shown."""
    return main.shell.page


def windows() -> list[MainWindow]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)]


def run(options: app.Options, look, drafts: demo.Drafts | None = None) -> int:
    """Run the program; `look(window)` is asked until it is content, then the window closes."""
    timer = QTimer(interval=5)

    def ask() -> None:
        main = next((one for one in windows() if one.isVisible()), None)
        if main is not None and look(main):
            timer.stop()
            main.close()

    timer.timeout.connect(ask)
    timer.start()
    code = app.run(lambda: demo.services(drafts), options)
    for main in windows():
        main.deleteLater()
    return code


def test_the_draft_is_resumed_after_the_window_is_up(qapp):
    drafts = demo.Drafts(("vonage", Answers(opened=True)))
    warmed: list[bool] = []
    options = app.Options(theme=theme.ThemeMode.DARK, warm=lambda: warmed.append(True))

    def look(main: MainWindow) -> bool:
        return main.shell.page.page_id is PageId.VONAGE and bool(warmed)

    assert run(options, look, drafts) == 0
    assert theme.current_roles() is theme.DARK
    assert QCoreApplication.applicationName() == "Textfactor"
    assert QGuiApplication.desktopFileName() == APP_ID


def test_the_window_gets_its_icon_once_it_is_painted(qapp):
    try:
        assert run(app.Options(icon=icon.PICTURE), lambda main: not main.windowIcon().isNull()) == 0
    finally:
        qapp.setWindowIcon(QIcon())


def test_practice_starts_with_the_practice_world(qapp):
    seen: list[Answers] = []

    def look(main: MainWindow) -> bool:
        seen.append(main.shell.wizard.answers)
        return page_of(main).entries > 0

    assert run(app.Options(practice=True), look, demo.Drafts(("vonage", Answers(opened=True)))) == 0
    assert seen[-1].world is World.PRACTICE


def test_what_is_typed_is_kept_when_the_window_closes(qapp, qtbot):
    drafts = demo.Drafts()

    def look(main: MainWindow) -> bool:
        if main.shell.page.page_id is PageId.WELCOME:
            main.shell.wizard.forward()
            return False
        qtbot.keyClicks(page_of(main).line.field, "abcd")
        return True

    assert run(app.Options(), look, drafts) == 0
    assert drafts.saved[-1][1].api_key == "abcd"


def test_the_self_check_opens_paints_and_closes(qapp):
    told = app.self_check(demo.services, app.Options())
    assert set(told) == {"ready_ms"}
    assert told["ready_ms"] > 0
    for main in windows():
        assert not main.isVisible()
        main.deleteLater()


def test_qt_itself_speaks_the_language(qapp):
    app.application(app.Options(lang="de"))
    assert QCoreApplication.translate("QWizard", "Cancel") == "Abbrechen"


def test_blanks_are_filled_after_translating_and_braces_are_left_alone():
    assert (
        tr_text(Text("words.none", "{n} of {m}: {{ code }}", (("n", "1"), ("m", "2"))))
        == "1 of 2: {{ code }}"
    )
    assert fill("{a} {{ code }} {b}", a="{{ x }}", b=2) == "{{ x }} {{ code }} 2"


def test_a_blank_in_a_value_is_not_filled():
    assert fill("from {sender}: {text}", sender="{text}", text="{{ code }}") == "from {text}: {{ code }}"
