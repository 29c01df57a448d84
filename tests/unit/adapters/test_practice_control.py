"""The control API from outside."""

import pytest
from tests.unit.adapters.practice import practising
from tests.unit.adapters.wire import answer, serving

from textfactor.adapters.practice_control import PracticeControl
from textfactor.adapters.practice_info import read_info
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.secret import Secret


def problem_of(call, *args) -> Problem:
    with pytest.raises(ProblemError) as caught:
        call(*args)
    assert caught.value.problem.where is Service.PRACTICE
    return caught.value.problem


def test_faults_requests_and_reset():
    with practising() as (_, control):
        control.switch_on("no_credit", service="vonage")
        assert problem_of(control.switch_on, "nonsense").kind is ProblemKind.REFUSED
        control.clear_faults()
        assert control.requests() == ()
        control.reset()
        assert control.messages() == ()
        assert problem_of(control.submit, "nobody", "123456").kind is ProblemKind.NOT_FOUND


def test_a_wrong_token():
    with practising() as (info, _):
        other = PracticeControl(info.control_url, Secret("wrong"), info.ca_file)
        assert problem_of(other.messages).status == 401
        other.close()


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (answer({"messages": "none"}), ProblemKind.PRACTICE_FAILED),
        (answer("<html>", content_type="text/html"), ProblemKind.NOT_THE_SERVICE),
        (answer([], "400 Bad Request"), ProblemKind.NOT_THE_SERVICE),
        (None, ProblemKind.CONNECTION_LOST),
    ],
)
def test_something_else_answers(tmp_path, reply, kind):
    with serving(tmp_path, lambda _r: reply) as wire:
        control = PracticeControl(f"https://{wire.host}", Secret("t"), wire.ca_file)
        assert problem_of(control.messages).kind is kind
        control.close()


def test_its_secrets_are_not_shown():
    with practising() as (info, _):
        for secret in (
            info.vonage.api_secret,
            info.auth0.client_secret,
            info.auth0.token,
            info.control_token,
        ):
            assert secret not in f"{info!r}{info.vonage!r}{info.auth0!r}"


def test_another_line():
    assert problem_of(read_info, b"\xff").kind is ProblemKind.PRACTICE_FAILED
