"""Logins watched hop by hop, and the archive: both with a real archive file and the real rules."""

import json
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QMessageBox, QWidget
from tests.fakes.world import InMemoryWorkspace
from tests.ui import demo
from tests.ui.fitting import clipped, nameless
from tests.ui.troubleshoot_stage import stage

from textfactor.domain.answers import Answers, World
from textfactor.domain.archive import RawLog
from textfactor.domain.login import HopState
from textfactor.domain.problems import ProblemKind
from textfactor.domain.secret import AUTH0_SECRET, Secret, SecretRef
from textfactor.domain.tenant import LogRow
from textfactor.services.context import CancelToken
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.panels.troubleshoot.watch.archive_model import AT, TYPE, USER
from textfactor.ui.panels.troubleshoot.watch.login_watch import SHOWN
from textfactor.ui.panels.troubleshoot.watch.section import watch_section
from textfactor.ui.widgets.hop_row import HopRow
from textfactor.ui.world import CurrentWorld

DOMAIN = "acme.example"
REFUSED = "vonage status=9 part=1/1 ref=c0ffee : Quota Exceeded - rejected"


def row(number: int, kind: str = "s", words: str = "", user: str = "ana") -> RawLog:
    date = f"2026-11-24T10:{number // 60 % 60:02}:{number % 60:02}.000Z"
    details = {"authenticator": {"type": "sms", "phone_number": "+4915123456789"}}
    if words:
        details["failure_details"] = {"message": words}
    raw = json.dumps({"type": kind, "date": date, "user_id": f"auth0|{user}", "details": details})
    who = f"{user}@shop.example auth0|{user}"
    return RawLog(f"900{number:05}", date, kind, who, "Shop abc", "", "Guardian", words, raw)


class Stage:
    """The section in a window, and what it asked for."""

    def __init__(self, section, world, workspace):
        self.section, self.world, self.workspace = section, world, workspace
        self.wanted = []
        section.diagnose_wanted.connect(self.wanted.append)

    def find(self, name) -> QWidget:
        found = [one for one in self.section.findChildren(QWidget, name) if one.isVisible()]
        assert len(found) == 1, f"{name}: {len(found)}"
        return found[0]

    def press(self, qtbot, name):
        qtbot.mouseClick(self.find(name), Qt.MouseButton.LeftButton)

    def write(self, *rows):
        self.workspace.the_tenant.kept_log += rows


@pytest.fixture
def on(qtbot, jobs, tmp_path, monkeypatch, quick_signs):
    # The watch looks again at once: it still waits in the worker, where a stop reaches it.
    sleep = CancelToken.sleep
    monkeypatch.setattr(CancelToken, "sleep", lambda token, _seconds: sleep(token, 0.01))
    workspace = InMemoryWorkspace()
    workspace.secrets.put(SecretRef(workspace.profile.id, AUTH0_SECRET), Secret("auth0secret"))
    tenant = workspace.the_tenant
    tenant.kept_log = [row(number) for number in range(120)]
    last = tenant.kept_log[-1]
    tenant.rows = [LogRow(last.id, last.date, "s", "", "", "")]
    world = CurrentWorld(jobs)
    answers = Answers(world=World.PRACTICE, domain=DOMAIN, client_id="client")
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    tools = PanelTools(demo.services(), jobs, world, lambda key: None, lambda: answers, settings)
    section = watch_section(tools)
    qtbot.addWidget(section)
    section.resize(868, 620)
    with qtbot.waitActive(section):
        section.show()
        section.activateWindow()
    yield Stage(section, world, workspace)
    section.watch.stop()
    jobs.shutdown()
    workspace.archive.close()


def watch(qtbot, on):
    on.world.open(on.workspace)
    on.press(qtbot, "watch_start")
    qtbot.waitUntil(lambda: "log_page" in on.workspace.the_tenant.calls)


def lights(card):
    return [hop.state() for hop in card.findChildren(HopRow)]


# ---------------------------------------------------------------- the watch


def test_without_a_world_it_says_how_to_get_one(on):
    assert not on.find("watch_start").isEnabled()
    assert not on.find("watch_stop").isEnabled()
    assert "Open the practice world or a profile" in " ".join(_said(on.section))


def _said(section):
    return [one.text() for one in section.findChildren(QWidget) if one.isVisible() and hasattr(one, "text")]


def test_a_login_grows_hop_by_hop_newest_on_top(qtbot, on):
    watch(qtbot, on)
    section = on.section.watch
    on.write(row(200, "gd_start_auth"))
    qtbot.waitUntil(lambda: len(section.cards()) == 1)
    card = section.cards()[0]
    assert card.is_open()
    assert lights(card) == [HopState.PASSED, *[HopState.UNKNOWN] * 4]
    assert card.accessibleName().startswith("waiting for the code · ")
    on.write(row(201, "gd_send_sms"), row(209, "gd_auth_succeed"))
    qtbot.waitUntil(lambda: lights(card) == [HopState.PASSED] * 5)
    assert section.cards() == (card,), "it grew in place"
    on.write(row(300, "gd_start_auth", user="bea"), row(301, "gd_send_sms_failure", REFUSED, "bea"))
    qtbot.waitUntil(lambda: len(section.cards()) == 2 and "✕" in section.cards()[0].chips())
    newest = section.cards()[0]
    qtbot.waitUntil(newest.isVisible)
    assert newest.chips() == "✓ Login   ✓ Action   ✕ Vonage   – Phone   – Code"
    assert (newest.is_open(), card.is_open()) == (True, False)
    assert newest.accessibleName() == "failed · 2026-11-24 10:05:00 UTC · a••• · +49 ••• 789"
    assert "The Vonage account has no credit" in _said(newest)
    assert any(REFUSED in said for said in _said(newest))
    qtbot.waitUntil(lambda: newest.findChild(QWidget, "diagnose_journey").isVisible())
    on.press(qtbot, "diagnose_journey")
    assert REFUSED in on.wanted[0]


def test_stop_ends_it_and_keeps_what_was_seen(qtbot, on):
    watch(qtbot, on)
    on.write(row(200, "gd_start_auth"))
    qtbot.waitUntil(lambda: len(on.section.watch.cards()) == 1)
    assert not on.find("watch_start").isEnabled()
    on.press(qtbot, "watch_stop")
    qtbot.waitUntil(lambda: not on.section.watch.running)
    assert len(on.section.watch.cards()) == 1
    on.press(qtbot, "watch_start")
    assert on.section.watch.cards() == ()
    on.section.watch.start()  # a second press changes nothing
    assert on.section.watch.running


def test_a_problem_is_said_and_ends_it(qtbot, on):
    on.workspace.the_tenant.fail("logs", ProblemKind.MISSING_SCOPE, "read:logs")
    on.world.open(on.workspace)
    on.press(qtbot, "watch_start")
    qtbot.waitUntil(lambda: on.section.watch.callout.isVisible())
    assert not on.section.watch.running
    assert on.find("watch_start").isEnabled()


def test_another_world_ends_it_and_forgets(qtbot, on):
    watch(qtbot, on)
    on.write(row(200, "gd_start_auth"))
    qtbot.waitUntil(lambda: len(on.section.watch.cards()) == 1)
    on.world.leave()
    qtbot.waitUntil(lambda: not on.section.watch.running)
    assert on.section.watch.cards() == ()


def test_a_long_watch_drops_the_oldest(qtbot, on):
    watch(qtbot, on)
    on.write(*(row(200 + number, "gd_start_auth", user=f"user{number}") for number in range(SHOWN + 5)))
    qtbot.waitUntil(lambda: len(on.section.watch.cards()) == SHOWN)
    assert "10:03:54" in on.section.watch.cards()[0].accessibleName()


def test_text_from_outside_stays_text(qtbot, on):
    watch(qtbot, on)
    evil = "<b>bold</b>\u202e <img src=x> https://evil.example"
    on.write(row(200, "gd_start_auth"), row(201, "gd_send_sms_failure", evil))
    qtbot.waitUntil(lambda: any("<b>bold</b>" in said for said in _said(on.section)))
    assert not any("\u202e" in said for said in _said(on.section))


# ---------------------------------------------------------------- the archive


@pytest.fixture
def archive(qtbot, on):
    on.world.open(on.workspace)
    on.section.tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: not on.section.archive.work.busy)
    return on.section.archive


def pulled(qtbot, on, archive, rows=120):
    on.press(qtbot, "archive_pull")
    qtbot.waitUntil(lambda: archive.model.rowCount() == rows)


def test_the_log_is_pulled_and_searched_as_one_types(qtbot, on, archive):
    on.write(
        row(200, "gd_send_sms_failure", REFUSED), row(201, "gd_send_sms_failure", "vonage status=29", "bea")
    )
    assert not on.find("archive_delete").isEnabled()
    pulled(qtbot, on, archive, 122)
    assert "New rows: 122" in _said(archive)
    field = on.find("archive_search")
    qtbot.keyClicks(field, "vonage status")
    qtbot.waitUntil(lambda: archive.model.rowCount() == 2)
    qtbot.keyClicks(field, "=9")
    qtbot.waitUntil(lambda: archive.model.rowCount() == 1)
    model = archive.model
    cells = [model.data(model.index(0, column)) for column in range(model.columnCount())]
    assert cells == ["2026-11-24 10:03:20", "✕ gd_send_sms_failure", REFUSED, "a•••@shop.example"]
    assert "a•••@shop.example" in model.data(model.index(0, AT), Qt.ItemDataRole.AccessibleTextRole)
    assert model.data(model.index(0, TYPE), Qt.ItemDataRole.ForegroundRole) is not None
    assert model.data(model.index(0, USER), Qt.ItemDataRole.ForegroundRole) is None


def test_a_row_is_shown_in_full_and_can_be_diagnosed(qtbot, on, archive):
    on.write(row(200, "gd_send_sms_failure", REFUSED))
    pulled(qtbot, on, archive, 121)
    assert not on.find("archive_diagnose").isEnabled()
    archive.table.choose(0)
    assert "+4915123456789" in on.find("archive_raw").toPlainText()
    on.press(qtbot, "archive_diagnose")
    assert json.loads(on.wanted[0])["details"]["failure_details"]["message"] == REFUSED


def test_a_gap_is_shown(qtbot, on, archive):
    pulled(qtbot, on, archive)
    on.workspace.the_tenant.kept_log = [row(number) for number in range(500, 510)]
    on.press(qtbot, "archive_pull")
    qtbot.waitUntil(lambda: archive.model.rowCount() == 130)
    assert any("2026-11-24 10:01:59 – 10:08:20 UTC" in said for said in _said(archive))
    archive.refresh()
    qtbot.waitUntil(lambda: "Rows are missing" in _said(archive))


@pytest.mark.parametrize("answer", ["archive_question_yes", "archive_question_no"])
def test_all_is_deleted_only_after_asking(qtbot, on, archive, answer):
    pulled(qtbot, on, archive)
    on.press(qtbot, "archive_delete")
    question = on.find("archive_question")
    assert isinstance(question, QMessageBox)
    assert "120 rows of acme.example" in question.text()
    qtbot.mouseClick(question.findChild(QWidget, answer), Qt.MouseButton.LeftButton)
    left = 0 if answer.endswith("yes") else 120
    qtbot.waitUntil(lambda: not archive.work.busy and archive.model.rowCount() == left)
    assert on.workspace.archive.facts(DOMAIN).rows == left


def test_a_pull_that_is_refused_says_so_and_can_be_tried_again(qtbot, on, archive):
    on.workspace.the_tenant.fail("oldest_log", ProblemKind.MISSING_SCOPE, "read:logs")
    on.press(qtbot, "archive_pull")
    qtbot.waitUntil(lambda: archive.callout.isVisible())
    pulled(qtbot, on, archive)


def test_a_pull_can_be_stopped(qtbot, on, archive):
    tenant = on.workspace.the_tenant
    tenant.kept_log = [row(number) for number in range(900)]
    tenant.meanwhile = lambda method: archive.work.cancel() if method == "log_page" else None
    on.press(qtbot, "archive_pull")
    qtbot.waitUntil(lambda: archive.model.rowCount() > 0)
    assert on.workspace.archive.facts(DOMAIN).rows < 900


def test_without_a_world_nothing_can_be_pressed(qtbot, on, archive):
    pulled(qtbot, on, archive)
    on.world.leave()
    assert archive.model.rowCount() == 0
    assert not on.find("archive_pull").isEnabled()
    archive._start()
    archive._delete_all()
    assert not archive.work.busy


def test_the_model_knows_its_bounds(on):
    model = on.section.archive.model
    assert model.row(0) is None
    assert model.data(model.index(5, 0)) is None
    assert model.rowCount(SimpleNamespace(isValid=lambda: True)) == 0
    assert model.columnCount(SimpleNamespace(isValid=lambda: True)) == 0
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) is None


# ---------------------------------------------------------------- both


def test_escape_leaves(qtbot, on):
    left = []
    on.section.left.connect(lambda: left.append(1))
    on.find("watch_tabs").setFocus()
    qtbot.keyClick(on.find("watch_tabs"), Qt.Key.Key_Escape)
    assert left == [1]


@pytest.mark.parametrize("size", [(860, 480), (1100, 640)])
def test_nothing_is_cut_off_or_nameless(qtbot, on, size):
    watch(qtbot, on)
    on.write(row(200, "gd_start_auth"), row(201, "gd_send_sms_failure", REFUSED))
    qtbot.waitUntil(lambda: len(on.section.watch.cards()) == 1)
    on.section.resize(*size)
    for tab in (0, 1):
        on.section.tabs.setCurrentIndex(tab)
        qtbot.waitUntil(lambda: not on.section.archive.work.busy)
        qtbot.waitUntil(lambda: clipped(on.section) == [])
        assert nameless(on.section) == []


def test_troubleshoot_leads_to_it_and_takes_what_it_hands_over(qtbot, jobs, tmp_path):
    with stage(qtbot, jobs, tmp_path) as shown:
        qtbot.mouseClick(shown.find("watch_logins"), Qt.MouseButton.LeftButton)
        section: Any = shown.panel.watch
        assert section.isVisible()
        assert not shown.shown("watch_logins")
        qtbot.mouseClick(shown.find("watch_leave"), Qt.MouseButton.LeftButton)
        assert shown.panel.paste.isVisible()
        shown.panel.watch_logins()
        assert shown.panel.watch is section
        section.diagnose_wanted.emit(row(1, "gd_send_sms_failure", REFUSED).raw)
        qtbot.waitUntil(lambda: shown.titles()[:1] == ["The Vonage account has no credit"])
