"""The journal and the state of a set-up in words."""

import pytest
from tests.fakes.setup import fresh, plan_for, run

from textfactor.domain.history import RunRecord
from textfactor.domain.plan import Purpose, Receipt
from textfactor.domain.problems import Problem, ProblemKind, Service
from textfactor.services.setup.standing import Verdict
from textfactor.words.history import as_lines, is_whole, outcome, stopped_by
from textfactor.words.moments import local_time
from textfactor.words.standing import explain_verdict, run_title

AT = "2026-11-24T09:00:00.000+00:00"


def test_a_run_is_written_down_with_all_that_it_changed():
    tenant = fresh()
    record = RunRecord("r1", "ada", AT, AT, run(plan_for(tenant), tenant))
    lines = as_lines((record,))
    assert lines[0] == f"{local_time(AT)} · Set up · ada · acme.example"
    assert lines[1] == "  All 9 changes were made."
    assert "  Switch the SMS factor on (PUT /guardian/factors/sms)" in lines
    assert "    off → on" in lines
    assert is_whole(record)
    assert stopped_by(record) is None


def test_a_run_that_stopped_says_why_and_a_killed_one_that_nobody_knows():
    plan = plan_for(fresh())
    problem = Problem(ProblemKind.NO_NETWORK, Service.AUTH0)
    stopped = RunRecord("r1", "", AT, AT, Receipt(plan, plan.changes[:2], problem))
    assert not is_whole(stopped)
    assert "2 of 9 changes were made" in as_lines((stopped,))[1]
    reason = stopped_by(stopped)
    assert reason is not None
    assert reason.english() in as_lines((stopped,))[1]
    killed = RunRecord("r2", "ada", AT, "", Receipt(plan, plan.changes[:1], problem))
    assert not is_whole(killed)
    assert outcome(killed).english().endswith("Steps that may have been made: 1.")
    assert stopped_by(killed) is None


def test_each_run_has_a_title_of_its_own():
    titles = {run_title(purpose, takes_back=back).english() for purpose in Purpose for back in (False, True)}
    assert len(titles) == 2 * len(Purpose)


@pytest.mark.parametrize("verdict", list(Verdict))
def test_each_verdict_says_what_it_means(verdict):
    told = explain_verdict(verdict)
    assert told.title.english()
    assert told.meaning.english().endswith(".")
