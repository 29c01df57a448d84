"""The last test message is diagnosed from what Vonage answered, and from what kept it from being sent."""

import pytest
from tests.support.knowledge import known

from textfactor.domain.problems import Problem, ProblemKind, Service
from textfactor.domain.sending import PartResult, SendOutcome, SendResult
from textfactor.domain.sent_tests import Fate
from textfactor.services.diagnosis.last_test import report_of_test, text_of_test
from textfactor.services.diagnosis.readers import read_input
from textfactor.services.diagnosis.rules import diagnose

TAKEN = SendResult(SendOutcome.ACCEPTED, (PartResult("0", "", "0A00000012345678", "0.07", "26201"),))


def causes(text):
    return [one.cause for one in diagnose(read_input(text), known()).diagnoses]


def test_what_vonage_took_and_the_phone_did_not_get():
    text = text_of_test(TAKEN, arrived=False, country="DE")
    assert "0A00000012345678" in text
    assert "DE" in text
    assert causes(text)[0] == "vonage.accepted_not_delivered"


@pytest.mark.parametrize(
    ("fate", "cause"),
    [
        (Fate("0A00000012345678", "delivered"), "vonage.delivered"),
        (Fate("0A00000012345678", "rejected", "6", "Anti-Spam Rejection"), "vonage.receipt.6"),
        (Fate("0A00000012345678", ""), "vonage.accepted_not_delivered"),
    ],
)
def test_what_vonages_record_says_is_the_first_cause(fate, cause):
    text = text_of_test(TAKEN, arrived=False, country="DE", fates=(fate,))
    assert causes(text)[0] == cause


@pytest.mark.parametrize("arrived", [None, True])
def test_what_vonage_took_is_fine_as_long_as_nobody_complains(arrived):
    text = text_of_test(TAKEN, arrived=arrived)
    assert text.startswith("{")
    assert causes(text) == ["fine.accepted"]


def test_what_vonage_refused_is_its_status():
    refused = SendResult(SendOutcome.REFUSED, (PartResult("15", "Illegal Sender Address - rejected"),))
    assert causes(text_of_test(refused, arrived=None, country="US"))[0] == "vonage.status.15"


def test_without_an_answer_there_is_no_text():
    assert text_of_test(SendResult(SendOutcome.UNKNOWN), arrived=False, country="DE") == ""


@pytest.mark.parametrize("kind", list(ProblemKind))
def test_a_problem_on_the_way_names_a_cause_of_the_knowledge_base_or_none(kind):
    result = SendResult(SendOutcome.NOT_SENT, problem=Problem(kind, Service.VONAGE, "in their words"))
    report = report_of_test(result, known())
    assert report.diagnoses or report.notes == ("not_enough",)
    for one in report.diagnoses:
        assert one.evidence[0].text == "in their words"


def test_an_unknown_outcome_says_so_behind_its_reason():
    problem = Problem(ProblemKind.TIMED_OUT, Service.VONAGE, status=504)
    report = report_of_test(SendResult(SendOutcome.UNKNOWN, problem=problem), known())
    assert [one.cause for one in report.diagnoses] == ["network.no_answer", "sender.outcome_unknown"]
    assert report.diagnoses[0].evidence[0].text == "HTTP 504"
    assert report.diagnoses[1].evidence == ()


def test_an_unknown_outcome_without_a_reason():
    report = report_of_test(SendResult(SendOutcome.UNKNOWN), known())
    assert [one.cause for one in report.diagnoses] == ["sender.outcome_unknown"]
    assert report.reading.source == ""
