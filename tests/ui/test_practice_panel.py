"""The practice panel: phone, faults, log, a login to try, and the way back to the start."""

import json
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPlainTextEdit, QPushButton, QTableView, QWidget
from tests.fakes.world import InMemoryWorkspace
from tests.ui import demo
from tests.ui.fitting import clipped, nameless, untranslated
from tests.ui.pseudo import settled
from tests.ui.test_keys_and_names import missed, walk

from textfactor.bootstrap import Paths, open_practice
from textfactor.domain.practice import SeenRequest
from textfactor.domain.problems import Problem, ProblemKind, Service
from textfactor.domain.sending import OutgoingSms, SendOutcome
from textfactor.services.context import CallContext
from textfactor.ui import theme
from textfactor.ui.main_window import MainWindow
from textfactor.ui.moments import local_clock
from textfactor.ui.panels.panel_table import PANELS
from textfactor.ui.panels.practice import panel as module
from textfactor.ui.panels.practice.fault_model import NAME
from textfactor.ui.panels.practice.looking import ROWS, euros, fresh_rows
from textfactor.ui.panels.practice.panel import FAULTS, LOGIN, PHONE, REQUESTS, PracticePanel
from textfactor.ui.panels.practice.reset_question import ResetQuestion
from textfactor.ui.widgets.callout import Callout

SMS = OutgoingSms("4915123456789", "Acme", "Your code is 493027.", unicode=False, client_ref="r")
PROBLEM = Problem(ProblemKind.CONNECTION_LOST, Service.PRACTICE, "reset by peer")


class Stage:
    """The window with the practice panel in it, and hands for it."""

    def __init__(self, qtbot, main: MainWindow, workspace: Any) -> None:
        self.qtbot, self.main, self.workspace = qtbot, main, workspace
        main.world.open(workspace)
        main.show_panel("practice")
        panel = main.panel("practice")
        assert isinstance(panel, PracticePanel)
        self.panel = panel

    def find(self, kind, name: str):
        found: Any = self.panel.findChild(kind, name)
        assert found is not None, name
        return found

    def click(self, name: str) -> None:
        self.find(QPushButton, name).click()

    def until(self, condition) -> None:
        self.qtbot.waitUntil(condition, timeout=20_000)

    def sentences(self, root: QWidget | None = None) -> str:
        labels = (root or self.panel).findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def switch(self, name: str) -> None:
        """Press Space on a fault."""
        faults = self.find(QListView, "faults")
        faults.setCurrentIndex(faults.model().index(self.panel._faults.model.row_of(name)))
        self.qtbot.keyClick(faults, Qt.Key.Key_Space)


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    """Look often, so that no test waits for a second."""
    monkeypatch.setattr(module, "_EACH", 20)


@pytest.fixture
def main(qtbot, tmp_path):
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    made = MainWindow(demo.services(), demo.look_pages(), PANELS, settings)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()


@pytest.fixture
def stage(qtbot, main):
    made = Stage(qtbot, main, InMemoryWorkspace())
    made.until(lambda: made.panel._faults.model.rowCount() > 0)
    return made


def seen(number: int, **changes) -> SeenRequest:
    row = SeenRequest("auth0", "GET", f"/api/v2/{number}", 200, "2026-11-24T05:16:51.123Z")
    return replace(row, **changes)


# ---------------------------------------------------------------- phone


def test_a_message_is_shown_with_what_belongs_to_it(stage):
    assert "Messages received: 0" in stage.sentences()
    stage.workspace.phone.receive(SMS)
    stage.until(lambda: stage.panel._phone.phone.bubbles() == ("Your code is 493027.",))
    told = stage.sentences()
    for words in ("Acme · ", "Parts: 1 · GSM-7 · € 0.0700", "+4915123456789", "Messages received: 1"):
        assert words in told


def test_only_the_newest_messages_are_kept_on_the_screen(stage):
    for number in range(60):
        stage.workspace.phone.receive(replace(SMS, text=f"Message {number}"))
    stage.until(lambda: "Messages received: 60" in stage.sentences())
    shown = stage.panel._phone.phone.bubbles()
    stage.workspace.phone.receive(replace(SMS, text="Message 59"))
    stage.until(lambda: stage.panel._phone.phone.bubbles()[0] == "Message 41")
    assert (shown[0], shown[-1], len(shown)) == ("Message 40", "Message 59", 20)


def test_nobody_looks_while_the_panel_is_hidden(stage):
    stage.main.show_panel("setup")
    assert not stage.panel._timer.isActive()
    stage.main.show_panel("practice")
    assert stage.panel._timer.isActive()


def test_another_world_takes_everything_along(stage, qtbot):
    stage.workspace.phone.receive(SMS)
    stage.workspace.board.active.append("slow")
    stage.until(lambda: stage.panel._phone.phone.bubbles() != ())
    stage.until(lambda: "Faults on: 1" in stage.sentences(stage.main.side))
    stage.main.world.open(InMemoryWorkspace(practice=False))
    assert stage.panel._phone.phone.bubbles() == ()
    assert "The practice world is not open" in stage.sentences()
    assert "Faults on" not in stage.sentences(stage.main.side)
    stage.click("to_setup")
    assert stage.main.side.nav.button("settings").isChecked()


def test_without_any_world_the_first_page_opens_one(qtbot, main):
    main.show_panel("practice")
    main.panel("practice").findChild(QPushButton, "to_setup").click()
    assert main.side.nav.button("setup").isChecked()


def test_entries_stay_when_a_fault_is_switched_on(stage):
    entry = stage.main.side.nav.button("settings")
    settled(stage.qtbot, stage.main)
    before = entry.mapTo(stage.main, QPoint(0, 0))
    stage.workspace.board.active.append("slow")
    stage.until(lambda: "Faults on: 1" in stage.sentences(stage.main.side))
    settled(stage.qtbot, stage.main)
    assert entry.mapTo(stage.main, QPoint(0, 0)) == before


def test_messages_that_fit_are_all_to_be_seen(stage):
    phone = stage.panel._phone.phone
    text = "Your Acme code is 493027. It is valid for some minutes; do not share it."
    for _ in range(3):
        stage.workspace.phone.receive(replace(SMS, text=text))
    stage.until(lambda: len(phone.bubbles()) == 3)
    settled(stage.qtbot, stage.main)
    needed = phone._area.widget().layout().heightForWidth(phone._area.viewport().width())
    hidden = max(0, needed - phone._area.viewport().height())
    assert phone._area.verticalScrollBar().maximum() == hidden


def test_return_in_the_code_field_hands_it_in(stage, qtbot):
    stage.panel.show_section(LOGIN)
    line = stage.find(QLineEdit, "code")
    line.setEnabled(True)
    stage.panel._login._code.setEnabled(True)
    line.setText("12ab")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert stage.panel._login._code.error()


def test_a_world_that_stays_silent_is_a_problem_and_comes_back(stage):
    stage.workspace.board.problem = PROBLEM
    stage.until(stage.panel.callout.isVisible)
    assert stage.panel.callout.tone() == "error"
    stage.workspace.board.problem = None
    stage.until(lambda: not stage.panel.callout.isVisible())


# ---------------------------------------------------------------- faults


def test_space_switches_a_fault_and_the_chip_switches_it_off(stage):
    stage.panel.show_section(FAULTS)
    stage.switch("no_credit")
    stage.until(lambda: stage.workspace.board.active == ["no_credit"])
    stage.until(lambda: stage.panel._faults.chips.names() == ("no_credit",))
    assert stage.panel._tab.tabText(FAULTS) == "Faults · 1"
    assert "Faults on: 1" in stage.sentences(stage.main.side)
    stage.click("chip_no_credit")
    stage.until(lambda: stage.workspace.board.active == [])
    stage.until(lambda: not stage.panel._faults.chips.isVisible())


def test_a_click_anywhere_on_a_fault_switches_it_but_not_on_a_heading(stage, qtbot):
    stage.panel.show_section(FAULTS)
    faults = stage.find(QListView, "faults")
    for row in (0, stage.panel._faults.model.row_of("slow")):
        place = faults.visualRect(faults.model().index(row))
        qtbot.mouseClick(faults.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
        qtbot.mouseClick(faults.viewport(), Qt.MouseButton.RightButton, pos=place.center() + QPoint(9, 0))
    stage.until(lambda: stage.workspace.board.active == ["slow"])


def test_arrows_pass_over_the_headings(stage, qtbot):
    stage.panel.show_section(FAULTS)
    faults = stage.find(QListView, "faults")
    faults.setFocus()
    names = []
    for _ in range(4):
        names.append(faults.currentIndex().data(NAME))
        qtbot.keyClick(faults, Qt.Key.Key_Down)
    assert names == ["slow", "no_credit", "phone_off", "factor_off"]
    told = QAccessible.queryAccessibleInterface(faults)
    assert told.text(QAccessible.Text.Name) == "Faults"


def test_quick_presses_are_all_carried_out_in_their_order(stage):
    stage.panel.show_section(FAULTS)
    for name in ("slow", "no_credit", "slow", "phone_off", "slow"):
        stage.switch(name)
    stage.until(lambda: stage.workspace.board.active == ["no_credit", "phone_off", "slow"])
    stage.click("faults_off")
    stage.until(lambda: stage.workspace.board.active == [])
    stage.until(lambda: not stage.find(QPushButton, "faults_off").isEnabled())


def test_the_filter_looks_at_names_and_meanings(stage, qtbot):
    stage.panel.show_section(FAULTS)
    field = stage.find(QLineEdit, "fault_filter")
    model = stage.panel._faults.model
    qtbot.keyClicks(field, "no credit")
    assert [model.index(row).data(NAME) for row in range(model.rowCount())] == [None, "no_credit"]
    assert "balance" in model.index(1).data() or "credit" in model.index(1).data()
    assert model.index(1).data(Qt.ItemDataRole.AccessibleDescriptionRole) == "no_credit"
    qtbot.keyClicks(field, " nonsense")
    assert model.rowCount() == 0
    assert "No fault has these words" in stage.sentences()
    field.clear()
    assert model.rowCount() == 7


def test_a_fault_that_cannot_be_switched_is_a_problem(stage):
    stage.panel.show_section(FAULTS)
    stage.workspace.board.problem = PROBLEM
    stage.switch("slow")
    stage.until(stage.panel.callout.isVisible)
    stage.workspace.board.problem = None
    model = stage.panel._faults.model
    row = model.index(model.row_of("slow"))
    off = Qt.CheckState.Unchecked
    stage.until(lambda: row.data(Qt.ItemDataRole.CheckStateRole) is off)


# ---------------------------------------------------------------- requests


def test_the_log_comes_newest_first_and_a_selection_stays(stage):
    log = stage.workspace.board.log
    log += [seen(1), seen(2, method="POST", body='{"api_secret":"***"}', status=401)]
    stage.panel.show_section(REQUESTS)
    table = stage.find(QTableView, "requests")
    model = stage.panel._requests.model
    stage.until(lambda: model.rowCount() == 2)
    texts = [model.index(0, column).data() for column in range(model.columnCount())]
    assert texts[1:] == ["Auth0", "POST", "/api/v2/2", "✕ 401"]
    assert len(texts[0]) == 8
    body = stage.find(QPlainTextEdit, "request_body")
    assert not body.isVisible()
    table.selectRow(0)
    assert json.loads(body.toPlainText()) == {"api_secret": "***"}
    assert body.isVisible()
    log.append(seen(3, status=0))
    stage.until(lambda: model.rowCount() == 3)
    assert [one.row() for one in table.selectionModel().selectedRows()] == [1]
    assert body.isVisible()
    assert model.index(0, 4).data() == "✕ no answer"
    table.selectRow(0)
    assert "came without a body" in stage.sentences()
    assert not body.isVisible()


def test_the_log_is_bounded_and_a_reader_keeps_the_place(stage):
    log = stage.workspace.board.log
    log += [seen(number) for number in range(ROWS + 100)]
    stage.panel.show_section(REQUESTS)
    model = stage.panel._requests.model
    stage.until(lambda: model.rowCount() == ROWS)
    table = stage.find(QTableView, "requests")
    table.scrollTo(model.index(200, 0), QTableView.ScrollHint.PositionAtTop)
    top = table.indexAt(QPoint(5, 5)).siblingAtColumn(3).data()
    log += [seen(10_000 + number) for number in range(3)]
    stage.until(lambda: model.index(0, 3).data() == "/api/v2/10002")
    assert table.indexAt(QPoint(5, 5)).siblingAtColumn(3).data() == top
    assert model.rowCount() == ROWS


@pytest.mark.parametrize(
    ("known", "now", "fresh"),
    [
        ("", "", 0),
        ("", "ba", 2),
        ("ba", "ba", 0),
        ("ba", "cba", 1),
        ("cba", "edc", 2),
        ("ba", "dc", 2),
        ("ba", "", 0),
    ],
)
def test_what_is_new(known, now, fresh):
    assert fresh_rows(known, now) == fresh


def test_times_and_prices():
    assert len(local_clock("2026-11-24T05:16:51.123456789Z", seconds=True)) == 8
    assert local_clock("just now") == "just now"
    assert [euros(price) for price in ("0.07210000", "0.0333125", "1", "")] == [
        "€ 0.0721",
        "€ 0.0333125",
        "€ 1.0000",
        "",
    ]


# ---------------------------------------------------------------- a login


def test_a_login_is_accepted_with_the_code_from_the_phone(stage, qtbot):
    stage.workspace.the_tenant.set_factor("sms", on=True)
    stage.workspace.the_tenant.set_policies(("all-applications",))
    stage.panel.show_section(LOGIN)
    result, code = stage.find(Callout, "login_result"), stage.find(QLineEdit, "code")
    assert not code.isEnabled()
    stage.click("start_login")
    stage.until(lambda: result.tone() == "info")
    stage.until(lambda: stage.panel._login.phone.bubbles() == ("123456 is your code",))
    qtbot.keyClicks(code, "000000")
    stage.click("check_code")
    stage.until(lambda: result.tone() == "error")
    code.clear()
    qtbot.keyClicks(code, "123456")
    stage.until(stage.find(QPushButton, "check_code").isEnabled)
    stage.until(lambda: not stage.panel.work.busy)
    stage.click("check_code")
    stage.until(lambda: result.tone() == "ok")
    assert not code.isEnabled()


def test_a_login_that_asks_for_nothing_leads_to_setup(stage):
    stage.panel.show_section(LOGIN)
    stage.click("start_login")
    stage.until(stage.find(Callout, "login_result").isVisible)
    assert "nothing asks for a second factor" in stage.sentences()
    stage.click("login_to_setup")
    assert stage.main.side.nav.button("setup").isChecked()


def test_what_cannot_be_a_login_is_marked_where_it_stands(stage):
    stage.panel.show_section(LOGIN)
    form = stage.panel._login._form
    form.number.field.setText("0151")
    stage.click("start_login")
    assert form.number.error()
    form.number.set_text("+49 151 23456789")
    form.user.field.setText(" ")
    stage.click("start_login")
    assert form.user.error()
    assert not stage.panel.work.busy


# ---------------------------------------------------------------- reset


def test_reset_asks_first_and_then_forgets(stage, qtbot):
    stage.workspace.phone.receive(SMS)
    stage.workspace.board.active.append("slow")
    stage.main.world.receipts = (object(),)  # pyright: ignore[reportAttributeAccessIssue]
    stage.until(lambda: stage.panel._phone.phone.bubbles() != ())
    stage.click("practice_reset")
    question = stage.find(ResetQuestion, "reset_question")
    assert question.isVisible()
    qtbot.keyClick(question, Qt.Key.Key_Return)
    assert not question.isVisible()
    assert stage.workspace.board.resets == 0
    qtbot.waitUntil(lambda: stage.panel.findChild(ResetQuestion) is None)
    stage.click("practice_reset")
    stage.find(QPushButton, "reset_yes").click()
    stage.until(stage.panel.callout.isVisible)
    assert stage.workspace.board.resets == 1
    assert stage.panel.callout.tone() == "ok"
    assert stage.main.world.receipts == ()
    assert stage.panel._phone.phone.bubbles() == ()
    assert "Faults on" not in stage.sentences(stage.main.side)


# ---------------------------------------------------------------- looks


@pytest.fixture
def full(stage):
    stage.workspace.phone.receive(SMS)
    stage.workspace.board.active += ["slow", "no_credit"]
    stage.workspace.board.log += [seen(1), seen(2, body="[1]")]
    stage.until(lambda: stage.panel._faults.chips.names() != ())
    return stage


def show_all(stage, section: int) -> None:
    stage.panel.show_section(section)
    if section == REQUESTS:
        stage.until(lambda: stage.panel._requests.model.rowCount() == 2)
        stage.find(QTableView, "requests").selectRow(0)
    if section == LOGIN:
        stage.click("start_login")
        stage.until(stage.find(Callout, "login_result").isVisible)


@pytest.mark.parametrize("section", [PHONE, FAULTS, REQUESTS, LOGIN])
def test_each_section_fits_the_smallest_window_and_names_what_takes_keys(qtbot, full, section):
    full.main.resize(*theme.WINDOW_MINIMUM)
    show_all(full, section)
    settled(qtbot, full.main)
    assert clipped(full.main) == []
    assert nameless(full.main) == []
    assert missed(qtbot, full.main) == []
    area = full.panel._frame._area
    assert (area.verticalScrollBar().maximum(), area.horizontalScrollBar().maximum()) == (0, 0)


@pytest.mark.parametrize("section", [PHONE, FAULTS, REQUESTS, LOGIN])
def test_each_section_in_a_longer_language(pseudo_language, qtbot, main, section):
    made = Stage(qtbot, main, InMemoryWorkspace())
    made.workspace.phone.receive(SMS)
    made.workspace.board.active += ["slow", "no_credit"]
    made.workspace.board.log += [seen(1), seen(2, body="[1]")]
    made.until(lambda: made.panel._faults.chips.names() != ())
    main.resize(*theme.WINDOW_MINIMUM)
    show_all(made, section)
    settled(qtbot, main)
    assert clipped(main) == []
    left = [text for text in untranslated(made.panel) if not any(word in text for word in KNOWN)]
    assert left == []


KNOWN = ("Acme", "493027", "GSM-7", "slow", "no_credit", "/api/v2/")
"""What came from outside."""


def test_tab_goes_from_the_tabs_over_the_filter_to_the_list(qtbot, full):
    show_all(full, FAULTS)
    order = [widget.objectName() for widget in walk(qtbot, full.main, full.find(QWidget, "practice_tabs"))]
    wanted = (
        "practice_tabs",
        "practice_reset",
        "fault_filter",
        "faults_off",
        "chip_slow",
        "chip_no_credit",
        "faults",
    )
    places = [order.index(name) for name in wanted]
    assert places == sorted(places)


# ---------------------------------------------------------------- the real one


@pytest.mark.slow
def test_the_real_practice_world(qtbot, main, tmp_path, monkeypatch):
    monkeypatch.delenv("TEXTFACTOR_PRACTICE", raising=False)
    workspace = open_practice(Paths(tmp_path), CallContext())
    key = workspace.sender_key()
    stage = Stage(qtbot, main, workspace)
    stage.until(lambda: stage.panel._faults.model.rowCount() > 40)
    assert workspace.sms(key).send(SMS).outcome is SendOutcome.ACCEPTED
    stage.until(lambda: stage.panel._phone.phone.bubbles() == (SMS.text,))
    stage.panel.show_section(FAULTS)
    stage.switch("no_credit")
    stage.until(
        lambda: stage.panel._faults.chips.names() == ("no_credit",) and not stage.panel._switcher.busy
    )
    stage.until(lambda: workspace.control.faults().active == ("no_credit",))
    assert workspace.sms(key).send(SMS).outcome is SendOutcome.REFUSED
    stage.panel.show_section(REQUESTS)
    tenant_key = workspace.suggested_tenant()
    assert tenant_key is not None
    workspace.tenant(tenant_key).settings()
    stage.until(lambda: stage.panel._requests.model.rowCount() == 4)
    assert [row.path for row in stage.panel._requests.model.rows][1:] == [
        "/oauth/token",
        "/sms/json",
        "/sms/json",
    ]
    stage.find(QTableView, "requests").selectRow(1)
    body = json.loads(stage.find(QPlainTextEdit, "request_body").toPlainText())
    assert body["client_secret"] == "***"
    stage.panel.show_section(LOGIN)
    stage.click("start_login")
    stage.until(lambda: "The login asked for no code" in stage.sentences())
    stage.click("practice_reset")
    stage.find(QPushButton, "reset_yes").click()
    stage.until(lambda: stage.panel.callout.tone() == "ok")
    assert workspace.control.faults().active == ()
    assert workspace.control.messages() == ()
