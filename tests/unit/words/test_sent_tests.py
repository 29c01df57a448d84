import pytest

from textfactor.domain.findings import Finding, FindingStatus
from textfactor.domain.problems import ProblemKind
from textfactor.domain.sending import PartResult, SendOutcome
from textfactor.domain.sent_tests import Fate, SentTest
from textfactor.words.preflight import count_of, say_finding, state_of, verdict_of
from textfactor.words.sending import rest_words, total_price
from textfactor.words.sent_tests import (
    arrived_word,
    explain_missed,
    fate_evidence,
    fate_tone,
    outcome_word,
    reports_price,
    say_fate,
)


def sent(outcome, arrived=None):
    return SentTest(
        "r", "2026-11-24T09:00:00Z", "p", "+49 ••• 789", "DE", "Acme", "GSM-7", outcome, (), "", arrived
    )


@pytest.mark.parametrize("outcome", list(SendOutcome))
def test_each_outcome_has_its_word_and_only_what_may_be_on_its_way_can_arrive(outcome):
    assert outcome_word(outcome).english()
    may_arrive = outcome in (SendOutcome.ACCEPTED, SendOutcome.UNKNOWN)
    assert (arrived_word(sent(outcome)) is not None) is may_arrive


def test_whether_it_arrived():
    words = [arrived_word(sent(SendOutcome.ACCEPTED, arrived)) for arrived in (True, False, None)]
    assert [word.english() for word in words if word] == ["arrived", "did not arrive", "arrival open"]


@pytest.mark.parametrize(
    "status",
    [
        "delivered",
        "accepted",
        "buffered",
        "submitted",
        "rejected",
        "failed",
        "undeliverable",
        "expired",
        "unknown",
        "",
    ],
)
def test_each_state_of_a_report_has_its_sentence(status):
    assert "calls it" not in say_fate(Fate("id", status)).english()


@pytest.mark.parametrize(
    ("statuses", "tone"),
    [
        ((), "info"),
        (("delivered",), "ok"),
        (("delivered", "accepted"), "info"),
        (("delivered", "expired"), "error"),
    ],
)
def test_the_tone_of_a_look_up_is_that_of_its_worst_part(statuses, tone):
    assert fate_tone(tuple(Fate("id", status) for status in statuses)) == tone


def test_the_evidence_is_what_vonage_said():
    fate = Fate("id7", "failed", "2", "Absent Subscriber", "", "2026-11-24", "900", "26201", "0.07")
    assert fate_evidence(fate) == (
        "id7 · error 2 Absent Subscriber · network 26201 · latency 900 · finalized 2026-11-24 · "
        "price €\N{NO-BREAK SPACE}0.07"
    )
    assert fate_evidence(Fate("id7", "delivered", "0")) == "id7"
    assert "not known" in reports_price().english()


def test_prices_are_added_up_where_all_are_figures():
    parts = (PartResult("0", price="0.0700"), PartResult("0", price="0.0700"))
    assert total_price(parts) == "0.14"
    assert total_price((*parts, PartResult("0", price="free"))) == ""
    assert total_price((PartResult("9"),)) == ""


@pytest.mark.parametrize(("milliseconds", "says"), [(978, "1 s"), (2400, "2.4 s"), (60_000, "60 s")])
def test_a_rest_is_said_in_seconds(milliseconds, says):
    assert f"Rests {says}," in rest_words(milliseconds).english()


def test_findings_are_summed_up_and_a_failed_one_stops_nothing():
    fine = Finding("vonage.key", FindingStatus.PASS, (("case", "shape"),))
    short = Finding("vonage.balance", FindingStatus.FAIL, (("case", "short"), ("balance", "0.01")))
    assert count_of((fine, short)).english() == "2 checks, 1 passed"
    assert verdict_of((fine,)) is None
    verdict = verdict_of((fine, short))
    assert verdict is not None
    assert "stops nothing" in verdict.english()


@pytest.mark.parametrize("kind", list(ProblemKind))
def test_what_stood_in_the_way_of_a_check_is_said_in_words(kind):
    told = say_finding(
        Finding("vonage.price", FindingStatus.UNKNOWN, (("case", "problem"), ("why", kind.value)))
    )
    assert told.english()
    assert kind.value not in told.english() or "_" not in kind.value


@pytest.mark.parametrize("line", ["fixed", "toll-free", "premium", "voip", "pager", "unknown"])
def test_each_kind_of_line_has_its_sentence(line):
    blanks = (("case", "not_sure"), ("country", "Germany"), ("line", line))
    told = say_finding(Finding("sending.destination", FindingStatus.WARNING, blanks)).english()
    assert "Germany" in told
    assert "{" not in told


@pytest.mark.parametrize("status", list(FindingStatus))
def test_each_state_of_a_check_has_its_word(status):
    assert state_of(status).english()


@pytest.mark.parametrize(
    ("statuses", "title"),
    [
        (("delivered",), "Vonage's record says that the phone has it"),
        (("delivered", "rejected"), "Vonage's record says that it was not delivered"),
        (("delivered", "accepted"), "Vonage's record does not say yet what became of it"),
        (("",), "Vonage's record does not say yet what became of it"),
    ],
)
def test_what_nobody_got_is_explained_by_the_record(statuses: tuple[str, ...], title: str) -> None:
    told = explain_missed(tuple(Fate(f"id{n}", status) for n, status in enumerate(statuses)))
    assert told.title.english() == title
    assert told.meaning.english() == say_fate(Fate("", statuses[-1])).english()
    assert told.next[0].english()
