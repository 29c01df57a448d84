"""The test-message panel: one press, one SMS, the answer in words."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QAbstractButton, QApplication
from tests.fakes.world import InMemoryWorkspace
from tests.ui import demo, keys

from textfactor.adapters.sent_tests_file import SentTestsFile
from textfactor.domain.answers import Answers
from textfactor.domain.problems import Problem, ProblemKind, Service
from textfactor.domain.secret import VONAGE_SECRET, Secret, SecretRef
from textfactor.domain.sending import PartResult, SendOutcome, SendResult
from textfactor.domain.sent_tests import SentTest
from textfactor.ui.moments import local_moment
from textfactor.ui.panels.test_message.panel import SendPanel
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.phone_preview import PhonePreview
from textfactor.ui.world import CurrentWorld

ANSWERS = Answers(
    opened=True, api_key="abcd1234", sender="Acme", vonage_checked=True, test_number="+49 151 23456789"
)


def sent(number):
    part = PartResult("0", message_id=f"id{number}", price="0.0700", network="26201")
    return SentTest(
        f"ref{number}", "2026-11-24T09:00:00Z", "p1", "+49 ••• 789", "DE", "Acme", "GSM-7",
        SendOutcome.ACCEPTED, (part,), "8.42",
    )  # fmt: skip


@pytest.fixture
def opened():
    return []


@pytest.fixture
def workspace():
    made = InMemoryWorkspace()
    made.secrets.put(SecretRef("p1", VONAGE_SECRET), Secret("s3cretS3cret"))
    return made


@pytest.fixture
def panel(qtbot, jobs, workspace, tmp_path, opened):
    world = CurrentWorld(jobs)
    world.open(workspace)
    settings = QSettings(str(tmp_path / "x.ini"), QSettings.Format.IniFormat)
    tools = PanelTools(demo.services(), jobs, world, opened.append, lambda: ANSWERS, settings)
    made = SendPanel(tools)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    world.close()


def test_one_press_sends_one_sms(qtbot, panel, workspace):
    assert "Germany" in panel._number.hint()
    panel._send.button.click()
    panel._send.button.click()
    qtbot.waitUntil(lambda: panel.report.callout.isVisible())
    assert panel.report.callout.tone() == "ok"
    assert [message.to for message in workspace.phone.messages()] == ["4915123456789"]


@pytest.mark.parametrize("key", keys.PRESSING)
def test_a_held_key_sends_one_sms(qtbot, panel, workspace, key):
    """Held for longer than the button rests after an answer."""
    qtbot.waitUntil(panel._send.button.isEnabled)
    panel._send.button.setFocus()
    keys.hold(qtbot, panel.window(), key)
    qtbot.waitUntil(lambda: panel.report.callout.isVisible() and not panel.work.busy)
    assert len(workspace.phone.messages()) == 1


@pytest.mark.parametrize("key", keys.PRESSING)
def test_a_key_pressed_again_in_a_hurry_sends_one_sms(qtbot, panel, workspace, key):
    """While the first is under way, and right after its answer, when the keyboard has moved on."""
    qtbot.waitUntil(panel._send.button.isEnabled)
    panel._send.button.setFocus()
    for _ in range(3):
        keys.tap(panel.window(), key)
    qtbot.waitUntil(panel.report.callout.isVisible)
    panel._send.button.setFocus()
    keys.tap(panel.window(), key)
    qtbot.waitUntil(lambda: not panel.work.busy)
    assert len(workspace.phone.messages()) == 1


@pytest.mark.parametrize("key", keys.PRESSING[:2])
def test_enter_held_in_the_number_sends_nothing(qtbot, panel, workspace, key):
    panel._number.field.setFocus()
    keys.hold(qtbot, panel.window(), key, 10)
    assert not panel.work.busy
    assert workspace.phone.messages() == ()


def test_a_missing_secret_is_a_problem_in_words(qtbot, panel, workspace):
    workspace.secrets.forget(SecretRef("p1", VONAGE_SECRET))
    panel._send.button.click()
    qtbot.waitUntil(lambda: panel.callout.isVisible())
    assert panel.callout.tone() == "error"
    assert panel.callout.steps()
    assert workspace.phone.messages() == ()


def test_what_cannot_be_sent_is_marked_where_it_stands(qtbot, panel, workspace):
    panel._number.field.clear()
    qtbot.keyClicks(panel._number.field, "0151")
    panel._send.button.click()
    assert panel._number.error()
    assert QApplication.focusWidget() is panel._number.field
    panel._number.set_text("+4915123456789")
    panel._text.field.setPlainText("")
    panel._send.button.click()
    assert panel._text.error()
    assert not panel.callout.isVisible()
    assert workspace.phone.messages() == ()


def test_the_counts_follow_the_text(qtbot, panel):
    panel._text.field.setPlainText("Ihr Code: 123456 \N{WHITE HEAVY CHECK MARK}")
    assert "UCS-2" in panel._text.hint()
    assert panel.findChild(PhonePreview).bubbles() == ("Ihr Code: 123456 \N{WHITE HEAVY CHECK MARK}",)
    panel._text.field.setPlainText("")
    assert panel.findChild(PhonePreview).bubbles() == ()


def test_after_an_sms_that_nobody_knows_about_the_next_takes_a_tick(qtbot, panel, workspace):
    panel.tools.world.last_send = SendResult(SendOutcome.UNKNOWN)
    panel.refresh()
    assert not panel._send.button.isEnabled()
    assert panel._looked.isVisible()
    panel._looked.click()
    panel._send.button.click()
    qtbot.waitUntil(lambda: panel.report.callout.isVisible())
    assert len(workspace.phone.messages()) == 1
    assert not panel._looked.isVisible()
    qtbot.waitUntil(panel._send.button.isEnabled)


def test_a_fault_on_the_way_is_unknown(panel):
    panel.show_problem(Problem(ProblemKind.UNEXPECTED, Service.LOCAL, "KeyError"))
    assert panel.report.callout.tone() == "warning"
    assert panel.tools.world.sms_in_doubt
    panel.show_problem(Problem(ProblemKind.SECRET_MISSING, Service.KEYRING))
    assert panel.callout.tone() == "error"


# ---------------------------------------------------------------- checks, answers, history


def press_send(qtbot, panel):
    qtbot.waitUntil(panel._send.button.isEnabled)
    panel._send.button.click()
    qtbot.waitUntil(lambda: panel.report.callout.isVisible())
    qtbot.waitUntil(lambda: not panel.work.busy)


def test_the_panel_checks_when_it_is_shown_and_sends_nothing(qtbot, panel, workspace):
    qtbot.waitUntil(lambda: "passed" in panel.checks._count.text())
    panel._text.field.setPlainText("x" * 1200)
    qtbot.waitUntil(lambda: any("more than six" in said for said in panel.checks._open.said()))
    panel.checks._again.click()
    qtbot.waitUntil(panel.checks._again.isEnabled)
    qtbot.keyClicks(panel._number.field, "0")
    assert not panel.checks.isVisible()
    assert workspace.phone.messages() == ()


def test_no_opens_troubleshoot_with_all_that_is_known(qtbot, panel, workspace, opened):
    press_send(qtbot, panel)
    panel.report._no.click()
    assert opened == ["troubleshoot"]
    assert panel.tools.world.last_arrived is False
    assert panel.tools.world.last_country == "DE"
    qtbot.waitUntil(lambda: workspace.sent_tests.all()[0].arrived is False)
    qtbot.waitUntil(lambda: any("did not arrive" in row.said() for row in panel.history.rows()))


def test_yes_is_in_the_history(qtbot, panel, workspace, opened):
    press_send(qtbot, panel)
    panel.report._yes.click()
    qtbot.waitUntil(lambda: workspace.sent_tests.all()[0].arrived is True)
    qtbot.waitUntil(lambda: any(row.said().startswith("accepted · arrived") for row in panel.history.rows()))
    assert opened == []


def test_the_history_lists_newest_first_and_opens_one_at_a_time(qtbot, panel, workspace):
    for number in (1, 2):
        workspace.sent_tests.add(sent(number))
    workspace.sent_tests.add(replace(sent(3), profile="another"))
    panel.history.look()
    qtbot.waitUntil(lambda: len(panel.history.rows()) == 2)
    first, second = panel.history.rows()
    assert (first.sent.id, second.sent.id) == ("ref2", "ref1")
    first._open.click()
    assert panel.history._details.isVisible()
    assert "id2" in panel.history._details._evidence.text()
    second._open.click()
    assert "id1" in panel.history._details._evidence.text()
    assert first._open.text() == "Details"
    second._open.click()
    assert not panel.history._details.isVisible()


def test_a_late_answer_is_noted_and_no_is_diagnosed(qtbot, panel, workspace, opened):
    workspace.sent_tests.add(sent(1))
    panel.history.look()
    qtbot.waitUntil(lambda: len(panel.history.rows()) == 1)
    panel.history.rows()[0]._open.click()
    details = panel.history._details
    details.findChild(QAbstractButton, "sent_arrived").click()
    qtbot.waitUntil(lambda: workspace.sent_tests.all()[0].arrived is True)
    assert opened == []
    details.findChild(QAbstractButton, "sent_missed").click()
    qtbot.waitUntil(lambda: workspace.sent_tests.all()[0].arrived is False)
    assert opened == ["troubleshoot"]
    assert panel.tools.world.last_send.parts == sent(1).parts
    assert workspace.phone.messages() == ()


def test_an_earlier_one_does_not_hide_one_that_nobody_knows_about(qtbot, panel, workspace):
    workspace.sent_tests.add(sent(1))
    panel.history.look()
    qtbot.waitUntil(lambda: len(panel.history.rows()) == 1)
    panel.tools.world.last_send = SendResult(SendOutcome.UNKNOWN)
    panel.history.rows()[0]._open.click()
    panel.history._details.findChild(QAbstractButton, "sent_missed").click()
    assert panel.tools.world.sms_in_doubt


def test_an_earlier_one_can_be_looked_up(qtbot, panel, workspace):
    workspace.sent_tests.add(sent(1))
    panel.history.look()
    qtbot.waitUntil(lambda: len(panel.history.rows()) == 1)
    panel.history.rows()[0]._open.click()
    panel.history._details.findChild(QAbstractButton, "sent_look_up").click()
    answer = panel.history._details.findChild(Callout, "sent_look_up_answer")
    qtbot.waitUntil(answer.isVisible)
    assert "Delivered" in answer.body()
    panel.history._details.findChild(QAbstractButton, "sent_missed").click()
    assert [fate.status for fate in panel.tools.world.last_fates] == ["delivered"]


def test_the_history_is_cleared_after_a_question(qtbot, panel, workspace):
    workspace.sent_tests.add(sent(1))
    panel.history.look()
    qtbot.waitUntil(lambda: len(panel.history.rows()) == 1)
    panel.history._clear.click()
    panel.history._question.findChild(QAbstractButton, "clear_history_no").click()
    assert len(workspace.sent_tests.all()) == 1
    panel.history._clear.click()
    panel.history._question.findChild(QAbstractButton, "clear_history_yes").click()
    qtbot.waitUntil(lambda: panel.history.rows() == ())
    assert workspace.sent_tests.all() == ()
    assert panel.history._none.isVisible()


def test_more_than_a_screenful_is_counted(qtbot, panel, workspace):
    for number in range(25):
        workspace.sent_tests.add(sent(number))
    panel.history.look()
    qtbot.waitUntil(lambda: len(panel.history.rows()) == 20)
    assert panel.history._older.text().startswith("5 older ones")


def test_what_the_file_does_not_take_is_said(qtbot, panel, workspace, tmp_path):
    workspace.sent_tests.add(sent(1))
    panel.history.look()
    qtbot.waitUntil(lambda: len(panel.history.rows()) == 1)
    (tmp_path / "file").touch()
    workspace.sent_tests = SentTestsFile(tmp_path / "file" / "tests.jsonl")
    panel.history.rows()[0]._open.click()
    panel.history._details.findChild(QAbstractButton, "sent_arrived").click()
    qtbot.waitUntil(panel.history._trouble.isVisible)
    panel.history._trouble.clear()
    panel.history._clear.click()
    panel.history._question.findChild(QAbstractButton, "clear_history_yes").click()
    qtbot.waitUntil(panel.history._trouble.isVisible)


def test_the_button_rests_as_long_as_vonage_asks(qtbot, panel):
    throttled = PartResult("1", "Throughput Rate Exceeded - please wait [ 2400 ] and retry")
    panel._show_result(SendResult(SendOutcome.REFUSED, (throttled,)))
    assert not panel._send.button.isEnabled()
    assert panel._send._rest.interval() == 2400
    qtbot.waitUntil(panel._send.button.isEnabled)
    assert panel._send._note == ""


def test_another_world_takes_result_and_checks_away(qtbot, panel):
    press_send(qtbot, panel)
    other = InMemoryWorkspace()
    panel.tools.world.open(other)
    assert not panel.report.isVisible()
    qtbot.waitUntil(lambda: panel.history.rows() == ())


@pytest.mark.parametrize("moment", ["", "yesterday"])
def test_a_moment_that_is_none_is_shown_as_it_came(moment):
    assert local_moment(moment) == moment


def test_a_moment_has_one_form_everywhere():
    assert re.fullmatch(r"20\d\d-\d\d-\d\d \d\d:\d\d", local_moment("2026-11-24T05:16:51Z"))
