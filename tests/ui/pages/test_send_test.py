"""The test page: one click sends one SMS, and never another one by itself."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox
from tests.ui import keys
from tests.ui.pages.stage import CHECKED, SECRET, on_stage, problem, world

from textfactor.domain.problems import ProblemKind
from textfactor.domain.secret import VONAGE_SECRET, Secret, SecretRef
from textfactor.domain.sending import PartResult, SendOutcome, SendResult
from textfactor.flow.flow import PageId
from textfactor.ui.wizard.pages.counting import euros

UNKNOWN = SendResult(SendOutcome.UNKNOWN, problem=problem(ProblemKind.CONNECTION_LOST))


def kept(*, practice=True):
    workspace = world(practice=practice)
    workspace.secrets.kept[SecretRef("p1", VONAGE_SECRET)] = Secret(SECRET)
    return workspace


@pytest.fixture
def workspace():
    return kept()


@pytest.fixture
def stage(qtbot, quick_signs, workspace):
    with on_stage(qtbot, PageId.TEST, CHECKED, workspace) as made:
        made.until(lambda: made.page._number.usable)
        yield made


def send(stage):
    stage.until(lambda: stage.button("send").isEnabled())
    stage.click("send")
    stage.idle()


def test_practice_brings_a_number_that_is_understood(stage):
    assert stage.line("number").text() == "+49 1512 3456789"
    assert stage.page._number.hint() == "Germany, mobile · sent as 4915123456789"
    assert "practice phone" in stage.page.lead(stage.answers)


def test_one_click_sends_one_sms_which_the_phone_shows(stage, workspace):
    stage.enter("text", "Hello from Acme")
    send(stage)
    (sms,) = workspace.account.sent
    assert (sms.to, sms.sender, sms.text, sms.unicode) == ("4915123456789", "Acme", "Hello from Acme", False)
    assert stage.callout("send_result").title() == "Vonage accepted the message"
    assert "not delivered" in stage.callout("send_result").body()
    assert stage.answers.test_accepted
    stage.until(lambda: stage.page._phone._when.text() == "Received on the practice phone")
    assert stage.page._phone.bubbles() == ("Hello from Acme",)
    assert stage.page.tools.world.last_send.outcome is SendOutcome.ACCEPTED


def test_clicks_while_it_is_sent_do_nothing(stage, workspace):
    workspace.account.gate = threading.Event()
    stage.click("send")
    for _ in range(3):
        stage.click("send")
        stage.page._send_one()
    workspace.account.gate.set()
    stage.idle()
    assert len(workspace.account.sent) == 1


def test_a_cancel_after_the_request_went_out_still_tells_what_became_of_it(stage, workspace):
    workspace.account.gate = threading.Event()
    stage.click("send")
    stage.until(lambda: stage.page._send.cancel.isVisible())
    stage.page._send.cancel.click()
    workspace.account.gate.set()
    stage.idle()
    assert len(workspace.account.sent) == 1
    assert "accepted" in stage.said("send_result")


@pytest.mark.parametrize("answer", [UNKNOWN, RuntimeError("after the request")])
@pytest.mark.allow_logs
def test_an_unknown_outcome_is_said_and_another_sms_needs_a_second_thought(stage, workspace, answer):
    workspace.account.answer = answer
    send(stage)
    assert len(workspace.account.sent) == 1
    assert "not known" in stage.said("send_result")
    assert stage.callout("send_result").tone() == "warning"
    assert stage.callout("send_result").steps()
    button = stage.button("send")
    assert button.text() == "Send another SMS"
    assert not button.isEnabled()
    stage.page._send_one()
    assert len(workspace.account.sent) == 1
    workspace.account.answer = None
    stage.find(QCheckBox, "send_anyway").click()
    stage.until(button.isEnabled)
    send(stage)
    assert len(workspace.account.sent) == 2
    assert not stage.find(QCheckBox, "send_anyway").isVisible()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("number", ""), ("number", "   "), ("number", "+49 151 CALLME"), ("number", "0151 23456789"),
        ("number", "+49 0151 23456789"), ("number", "+1 234"), ("number", "+33 612345678"),
        ("number", "+49 151 23456789, +49 151 23456780"), ("text", ""), ("text", "  "),
    ],
)  # fmt: skip
def test_bad_input_is_marked_kept_and_sends_nothing(stage, workspace, name, value):
    stage.enter(name, value)
    send(stage)
    assert stage.error(name)
    assert (
        stage.page.collect(stage.answers).test_text == value
        if name == "text"
        else stage.line(name).text() == value
    )
    assert workspace.account.sent == []
    assert stage.callout("send_result").isHidden()


def test_a_sender_that_does_not_fit_is_said(qtbot, quick_signs, workspace):
    with on_stage(qtbot, PageId.TEST, replace(CHECKED, sender="Ac me"), workspace) as stage:
        send(stage)
        assert "Nothing was sent" in stage.said()
        assert workspace.account.sent == []


@pytest.mark.parametrize("status", ["4", "6", "7", "9", "15", "29", "99"])
def test_a_refusal_names_the_status_and_what_to_do(stage, workspace, status):
    workspace.account.answer = SendResult(SendOutcome.REFUSED, (PartResult(status, "in its own words"),))
    send(stage)
    callout = stage.callout("send_result")
    assert f"status {status}" in callout.title()
    assert callout.steps()
    assert not stage.button("arrived_yes").isVisible()
    assert not stage.answers.test_accepted
    assert stage.shell.footer.primary.text() == "Skip the test"


def test_each_part_is_told(stage, workspace):
    parts = (
        PartResult("0", message_id="id0", price="0.07", network="26201"),
        PartResult("9", "Quota exceeded"),
    )
    workspace.account.answer = SendResult(SendOutcome.REFUSED, parts)
    send(stage)
    evidence = stage.callout("send_result")._evidence.text().splitlines()
    assert evidence[0] == "Part 1 of 2: status 0: id0 · network 26201 · €\N{NO-BREAK SPACE}0.07"
    assert evidence[1].startswith("Part 2 of 2: ")
    assert "Quota exceeded" in evidence[1]


def test_yes_is_an_answer(stage):
    send(stage)
    stage.click("arrived_yes")
    assert stage.answers.test_arrived is True
    assert stage.shell.footer.primary.text() == "Next"


def test_no_diagnoses_in_place_and_opens_troubleshoot(stage):
    send(stage)
    stage.click("arrived_no")
    assert stage.answers.test_arrived is False
    assert "did not get it" in stage.said("diagnosis")
    assert stage.callout("diagnosis").steps()
    assert stage.page.findChild(QAbstractButton, "open_logs") is None
    stage.click("open_troubleshoot")
    assert stage.panels == ["troubleshoot"]


def test_the_real_vonage_has_logs_to_look_at(qtbot, quick_signs):
    with on_stage(qtbot, PageId.TEST, CHECKED, kept(practice=False)) as stage:
        assert stage.line("number").text() == ""
        stage.enter("number", "+4915123456789")
        send(stage)
        stage.click("arrived_no")
        stage.until(lambda: stage.button("open_logs").isVisible())


def test_next_does_not_need_the_test(stage, workspace):
    assert stage.shell.footer.primary.text() == "Skip the test"
    stage.next()
    assert stage.page.page_id is PageId.TENANT
    assert workspace.account.sent == []


def test_a_missing_secret_sends_nothing_and_says_so(stage, workspace):
    workspace.secrets.kept.clear()
    send(stage)
    assert "not at hand" in stage.said()
    assert stage.callout().steps()
    assert workspace.account.sent == []
    assert stage.button("send").isEnabled()


def test_counts_follow_the_text(stage):
    stage.enter("text", "żółw")
    hint = stage.page._text.hint()
    assert hint.startswith("4 of 70 characters, 1 part, UCS-2")
    assert "ż" in hint
    assert stage.page._phone._counts.text() == "1 part · UCS-2 · 4 of 70"
    stage.page._text.field.setPlainText("x" * 161)
    assert stage.page._text.hint() == "161 characters, 2 parts, GSM-7"


def test_the_price_is_about_and_for_all_parts(stage):
    stage.until(
        lambda: (
            stage.page._phone._price.text() == "with a real account about €\N{NO-BREAK SPACE}0.07 to Germany"
        )
    )
    stage.page._text.field.setPlainText("x" * 161)
    assert stage.page._phone._price.text() == "with a real account about €\N{NO-BREAK SPACE}0.14 to Germany"
    stage.enter("number", "+447700900001")
    stage.until(lambda: "0.08 to United Kingdom" in stage.page._phone._price.text())


def test_another_number_takes_the_old_result_away(stage):
    send(stage)
    stage.enter("number", "+4915123456780")
    assert not stage.callout("send_result").isVisible()
    assert not stage.answers.test_accepted
    assert stage.button("send").text() == "Send one SMS"


def test_back_restores(stage):
    stage.enter("number", "+4915123456780")
    stage.enter("text", "Mine")
    stage.shell.footer.back.click()
    assert stage.page.page_id is PageId.VONAGE
    stage.next()
    assert stage.line("number").text() == "+4915123456780"
    assert stage.area("text").toPlainText() == "Mine"


@pytest.mark.parametrize("said", ["free", "1e99", "Infinity"])
def test_what_is_no_price_is_shown_as_it_came(said):
    assert euros(said) == said


def test_a_double_click_sends_one_sms_and_the_question_has_the_keyboard(qtbot, stage, workspace):
    button = stage.button("send")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    stage.until(lambda: not stage.callout("send_result").isHidden())
    assert not button.isEnabled()
    assert stage.button("arrived_yes").hasFocus()
    assert button.property("role") != "primary"
    qtbot.mouseDClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    stage.until(button.isEnabled)
    assert len(workspace.account.sent) == 1


def test_enter_in_the_number_neither_sends_nor_skips(qtbot, stage, workspace):
    assert stage.shell.footer.primary.property("role") != "primary"
    stage.line("number").setFocus()
    qtbot.keyClick(stage.line("number"), Qt.Key.Key_Return)
    assert stage.button("send").hasFocus()
    assert stage.page.page_id is PageId.TEST
    assert workspace.account.sent == []


@pytest.mark.parametrize("key", keys.PRESSING)
def test_a_held_key_sends_one_sms(qtbot, stage, workspace, key):
    """Held for longer than the button rests after an answer, wherever the keyboard goes meanwhile."""
    stage.until(stage.button("send").isEnabled)
    stage.button("send").setFocus()
    keys.hold(qtbot, stage.shell.window(), key)
    stage.idle()
    assert len(workspace.account.sent) == 1
    assert stage.page.page_id is PageId.TEST


@pytest.mark.parametrize("key", keys.PRESSING)
def test_a_key_pressed_again_in_a_hurry_sends_one_sms(stage, workspace, key):
    stage.until(stage.button("send").isEnabled)
    stage.button("send").setFocus()
    for _ in range(3):
        keys.tap(stage.shell.window(), key)
    stage.until(lambda: not stage.callout("send_result").isHidden())
    stage.button("send").setFocus()
    keys.tap(stage.shell.window(), key)
    stage.idle()
    assert len(workspace.account.sent) == 1


def test_enter_held_in_the_number_stops_at_the_button(qtbot, stage, workspace):
    """It goes to the button, where the same press must not go on and press it."""
    stage.line("number").setFocus()
    keys.hold(qtbot, stage.shell.window(), Qt.Key.Key_Return, 10)
    assert stage.button("send").hasFocus()
    assert workspace.account.sent == []
