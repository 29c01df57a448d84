"""What the Troubleshoot panel reads out of a pasted line, and what it knows of the last test message."""

import pytest
from PySide6.QtCore import QSettings
from tests.ui import demo
from textfactor.ui.panels.troubleshoot.finding_card import FindingCard
from textfactor.ui.panels.troubleshoot.reading import recognise

from textfactor.domain.answers import Answers
from textfactor.domain.problems import Problem, ProblemKind, Service
from textfactor.domain.sending import PartResult, SendOutcome, SendResult
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.panels.troubleshoot.panel import TroubleshootPanel
from textfactor.ui.world import CurrentWorld


@pytest.mark.parametrize(
    ("pasted", "status"),
    [
        ("status 9 Partner quota violation", "9"),
        ("Status: 9", "9"),
        ("error code 15", "15"),
        ('{"status":"9","error-text":"x"}', "9"),
        ('{"status": 9}', "9"),
        ("vonage status=4 part=1/1 : Bad Credentials", "4"),
        ("Quota Exceeded - rejected", "9"),
        ("Illegal Sender Address - rejected", "15"),
        ("Missing to param", "2"),
        ("Throughput Rate Exceeded - please wait [ 30 ] and retry", "1"),
        ("Non White-listed Destination - rejected", "29"),
    ],
)
def test_a_status_is_found_in_plain_words_too(pasted, status):
    (found,) = recognise(pasted)
    assert found.told.title.english().endswith(f"status {status}")


@pytest.mark.parametrize("pasted", ["status 200", "status code: 404", "the status 9:30 is old", "status 4.2"])
def test_what_is_no_status_of_vonage_is_left_alone(pasted):
    assert recognise(pasted) == ()


def test_a_reason_of_the_sender_is_about_the_way_to_vonage_alone():
    (found,) = recognise("vonage unreachable ENOTFOUND")
    assert "did not get through" in found.told.title.english()
    (found,) = recognise("sender country is not allowed")
    assert found.sure


@pytest.fixture
def world(jobs):
    return CurrentWorld(jobs)


@pytest.fixture
def panel(qtbot, jobs, world, tmp_path):
    settings = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    made = TroubleshootPanel(PanelTools(demo.services(), jobs, world, lambda key: None, Answers, settings))
    qtbot.addWidget(made)
    return made


def titles(panel):
    return [card.accessibleName() for card in panel.findChildren(FindingCard) if card.isVisible()]


def test_it_begins_with_the_last_test_message(panel, world):
    parts = (PartResult("9", "Quota Exceeded - rejected"),)
    world.last_send = SendResult(SendOutcome.REFUSED, parts)
    panel.show()
    assert titles(panel) == ["Vonage refused the message: status 9"]
    panel.show_text("status 15")
    assert titles(panel) == ["Vonage refused the message: status 15"]
    panel.show_text("")
    assert titles(panel) == ["Vonage refused the message: status 9"]


def test_a_message_that_got_no_answer_shows_what_was_seen(panel, world):
    problem = Problem(ProblemKind.NAME_NOT_FOUND, Service.VONAGE, "Name or service not known")
    world.last_send = SendResult(SendOutcome.NOT_SENT, problem=problem)
    panel.show()
    assert titles(panel) == ["No SMS was sent"]
