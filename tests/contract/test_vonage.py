"""The Vonage adapter and the practice Vonage understand each other, faults included."""

import pytest
from tests.unit.adapters.practice import practising

from textfactor.adapters.vonage import VonageSms
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.secret import Secret
from textfactor.domain.sending import Balance, OutgoingSms, SendOutcome
from textfactor.services.container import VonageKey


@pytest.fixture(scope="module")
def world():
    with practising() as (info, control):
        yield info, control


@pytest.fixture
def control(world):
    world[1].reset()
    return world[1]


@pytest.fixture
def sms(world, control):
    return VonageSms(world[0].vonage_key(), world[0].endpoints(), pause=lambda _s: None)


def message(world, to: str = "491701234567", text: str = "Hello from the test", *, unicode: bool = False):
    return OutgoingSms(to, world[0].vonage.sender, text, unicode, "ref-7")


def test_the_account(sms):
    assert sms.balance() == Balance(10.0, auto_reload=False)
    numbers = sms.owned_numbers()
    assert {number.country for number in numbers} == {"US", "GB"}
    assert any(number.can_send_sms for number in numbers)
    assert not all(number.can_send_sms for number in numbers)
    assert sms.price("DE") == "0.07200000"


def test_a_message_arrives(sms, world, control):
    result = sms.send(message(world))
    assert result.outcome is SendOutcome.ACCEPTED
    [part] = result.parts
    assert part.message_id
    assert (part.status, part.price, part.network) == ("0", "0.07200000", "26201")
    assert float(result.balance) < 10.0
    [received] = control.messages()
    assert (received.to, received.text, received.parts) == ("491701234567", "Hello from the test", 1)


def test_long_and_unicode_messages_come_in_parts(sms, world, control):
    result = sms.send(message(world, text="ß€✓" * 40, unicode=True))
    assert [part.status for part in result.parts] == ["0", "0"]
    [received] = control.messages()
    assert (received.encoding, received.parts, received.text) == ("UCS-2", 2, "ß€✓" * 40)


@pytest.mark.parametrize(
    ("ends", "outcome", "status", "kind"),
    [
        ("0001", SendOutcome.REFUSED, "1", None),
        ("0004", SendOutcome.REFUSED, "4", None),
        ("0009", SendOutcome.REFUSED, "9", None),
        ("0015", SendOutcome.REFUSED, "15", None),
        ("0029", SendOutcome.REFUSED, "29", None),
        ("0401", SendOutcome.REFUSED, "", ProblemKind.BAD_CREDENTIALS),
        ("0408", SendOutcome.UNKNOWN, "", ProblemKind.CONNECTION_LOST),
        ("0429", SendOutcome.REFUSED, "", ProblemKind.RATE_LIMITED),
        ("0500", SendOutcome.UNKNOWN, "", ProblemKind.SERVICE_FAULT),
    ],
)
def test_steering_numbers(sms, world, control, ends, outcome, status, kind):
    result = sms.send(message(world, to=f"4917000{ends}"))
    assert result.outcome is outcome
    assert "".join(part.status for part in result.parts) == status
    assert (result.problem.kind if result.problem else None) is kind
    sends = [one for one in control.requests() if one.method == "POST"]
    assert len(sends) == 1


def test_a_part_that_failed_makes_the_message_fail(sms, world):
    result = sms.send(message(world, to="491700000002", text="long " * 60))
    assert result.outcome is SendOutcome.REFUSED
    assert [part.status for part in result.parts] == ["0", "9"]
    assert result.first_failure == result.parts[1]


@pytest.mark.parametrize(
    ("fault", "outcome", "kind", "arrived"),
    [
        ("drop_after_read", SendOutcome.UNKNOWN, ProblemKind.CONNECTION_LOST, 1),
        ("truncated_json", SendOutcome.UNKNOWN, None, 1),
        ("html_answer", SendOutcome.UNKNOWN, ProblemKind.NOT_THE_SERVICE, 0),
        ("server_error", SendOutcome.UNKNOWN, ProblemKind.SERVICE_FAULT, 0),
        ("auth_401", SendOutcome.REFUSED, ProblemKind.BAD_CREDENTIALS, 0),
        ("wrong_secret", SendOutcome.REFUSED, None, 0),
    ],
)
def test_faults_never_send_twice(sms, world, control, fault, outcome, kind, arrived):
    control.switch_on(fault, service="vonage")
    result = sms.send(message(world))
    control.clear_faults()
    assert result.outcome is outcome
    if kind is not None:
        assert result.problem is not None
        assert result.problem.kind is kind
    assert len(control.messages()) == arrived


def test_a_connection_that_is_never_read_sends_nothing(sms, world, control):
    control.switch_on("drop_before_read", service="vonage")
    result = sms.send(message(world))
    assert result.outcome in (SendOutcome.NOT_SENT, SendOutcome.UNKNOWN)
    control.clear_faults()
    assert control.messages() == ()


def test_wrong_credentials(world, control):
    wrong = VonageKey(world[0].vonage.api_key, Secret("WrongSecret99"))
    gateway = VonageSms(wrong, world[0].endpoints())
    with pytest.raises(ProblemError) as caught:
        gateway.balance()
    assert caught.value.problem.kind is ProblemKind.BAD_CREDENTIALS
    result = gateway.send(message(world))
    assert result.outcome is SendOutcome.REFUSED
    assert control.messages() == ()
