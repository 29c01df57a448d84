"""The control API from outside."""

import json

import pytest
from tests.unit.adapters.practice import practising
from tests.unit.adapters.wire import answer, serving

from textfactor.adapters.auth0 import Auth0Tenant
from textfactor.adapters.practice_control import PracticeControl
from textfactor.adapters.practice_info import read_info
from textfactor.adapters.vonage import VonageSms
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.secret import Secret
from textfactor.domain.sending import OutgoingSms


def problem_of(call, *args) -> Problem:
    with pytest.raises(ProblemError) as caught:
        call(*args)
    assert caught.value.problem.where is Service.PRACTICE
    return caught.value.problem


def test_faults_requests_and_reset():
    with practising() as (_, control):
        control.switch_on("no_credit", service="vonage")
        control.switch_on("slow", service="vonage")
        control.switch_on("slow", path="/api")
        assert problem_of(control.switch_on, "nonsense").kind is ProblemKind.REFUSED
        board = control.faults()
        assert board.active == ("no_credit", "slow")
        known = {fault.name: fault for fault in board.known}
        assert len(known) >= 40
        assert all(fault.meaning and fault.group for fault in board.known)
        assert {fault.sides for fault in board.known} == {
            frozenset({"auth0"}), frozenset({"vonage"}), frozenset({"auth0", "vonage"})
        }  # fmt: skip
        control.switch_off("slow")
        assert control.faults().active == ("no_credit",)
        assert problem_of(control.switch_off, "no/such fault").kind is ProblemKind.NOT_FOUND
        control.clear_faults()
        assert control.faults().active == ()
        assert control.requests() == ()
        control.reset()
        assert control.messages() == ()
        assert problem_of(control.submit, "nobody", "123456").kind is ProblemKind.NOT_FOUND


def test_a_wrong_token():
    with practising() as (info, _):
        other = PracticeControl(info.control_url, Secret("wrong"), info.ca_file)
        assert problem_of(other.messages).status == 401
        assert problem_of(other.requests).status == 401
        other.close()


def test_the_log_is_newest_first_bounded_and_without_secrets():
    with practising() as (info, control):
        gateway = VonageSms(info.vonage_key(), info.endpoints())
        for number in range(3):
            gateway.send(
                OutgoingSms("4915123456789", "Acme", f"Grüße {number}", unicode=True, client_ref="r")
            )
        tenant = Auth0Tenant(info.tenant_key(), info.endpoints())
        tenant.logs("")
        tenant.close()
        logs, token, *sends = control.requests()
        assert (logs.side, logs.method, logs.status, logs.body) == ("auth0", "GET", 200, "")
        assert logs.path.startswith("/api/v2/logs?")
        assert json.loads(token.body)["client_secret"] == "***"
        assert [json.loads(one.body)["text"] for one in sends] == ["Grüße 2", "Grüße 1", "Grüße 0"]
        assert control.requests(2) == (logs, token)
        assert info.auth0.client_secret not in f"{control.requests()}"
        assert [(one.price, one.encoding) for one in control.messages()] == [("0.07200000", "UCS-2")] * 3


def test_a_log_that_is_none(tmp_path):
    with serving(tmp_path, lambda _r: answer({"requests": "none"})) as wire:
        control = PracticeControl(f"https://{wire.host}", Secret("t"), wire.ca_file)
        assert problem_of(control.requests).kind is ProblemKind.PRACTICE_FAILED
        control.close()


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
