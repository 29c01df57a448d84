"""The test-message panel: one press, one SMS, the answer in words."""

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from tests.fakes.world import InMemoryWorkspace
from tests.ui import demo

from textfactor.domain.answers import Answers
from textfactor.domain.problems import Problem, ProblemKind, Service
from textfactor.domain.secret import VONAGE_SECRET, Secret, SecretRef
from textfactor.domain.sending import SendOutcome, SendResult
from textfactor.ui.panels.test_message.panel import SendPanel
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.widgets.phone_preview import PhonePreview
from textfactor.ui.world import CurrentWorld

ANSWERS = Answers(
    opened=True, api_key="abcd1234", sender="Acme", vonage_checked=True, test_number="+49 151 23456789"
)


@pytest.fixture
def workspace():
    made = InMemoryWorkspace()
    made.secrets.put(SecretRef("p1", VONAGE_SECRET), Secret("s3cretS3cret"))
    return made


@pytest.fixture
def panel(qtbot, jobs, workspace, tmp_path):
    world = CurrentWorld(jobs)
    world.open(workspace)
    settings = QSettings(str(tmp_path / "x.ini"), QSettings.Format.IniFormat)
    tools = PanelTools(demo.services(), jobs, world, lambda key: None, lambda: ANSWERS, settings)
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
