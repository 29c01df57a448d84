"""The small values: secrets that do not show, receipts, results, problems."""

import copy
import pickle

import pytest

from textfactor.domain.plan import Change, FactorState, Plan, Receipt, Resource
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.secret import Secret
from textfactor.domain.sending import PartResult, SendOutcome, SendResult

CHANGE = Change(Resource.FACTOR, FactorState(False), FactorState(True), "PUT", "/guardian/factors/sms")


def test_a_secret_does_not_show():
    secret = Secret("hush")
    for shown in (repr(secret), str(secret), f"{secret}", repr([secret]), repr({"k": secret})):
        assert "hush" not in shown
    assert secret.reveal() == "hush"


def test_secrets_compare_by_value():
    assert Secret("a") == Secret("a")
    assert Secret("a") != Secret("b")
    assert Secret("a") != "a"
    assert len({Secret("a"), Secret("a")}) == 1
    assert not Secret("")


@pytest.mark.parametrize("write", [pickle.dumps, copy.copy])
def test_a_secret_is_not_written_anywhere(write):
    with pytest.raises(TypeError):
        write(Secret("hush"))


def test_a_receipt_is_complete_when_all_is_known_to_be_made():
    plan = Plan("acme.example", (CHANGE,))
    problem = Problem(ProblemKind.TIMED_OUT, Service.AUTH0)
    assert Receipt(plan, (CHANGE,)).complete
    assert not Receipt(plan, ()).complete
    assert not Receipt(plan, (CHANGE,), problem).complete
    assert CHANGE.id == "factor"
    assert plan
    assert not Plan("acme.example", ())


def test_the_first_part_that_failed():
    parts = (PartResult("0"), PartResult("9", "Quota Exceeded"), PartResult("1"))
    assert SendResult(SendOutcome.REFUSED, parts).first_failure == parts[1]
    assert SendResult(SendOutcome.ACCEPTED, parts[:1]).first_failure is None


def test_a_problem_reads_as_a_line():
    error = ProblemError(Problem(ProblemKind.REFUSED, Service.AUTH0, "no"))
    assert str(error) == "auth0: refused no"
