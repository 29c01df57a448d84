"""Credentials, one test message, and a run of the sender."""

from typing import Any

import pytest
from tests.fakes.setup import CODE, patient
from tests.fakes.world import InMemoryWorkspace, PatientToken, SimpleNumbers

from textfactor.domain.answers import Answers, TenantPath
from textfactor.domain.inputs import Fault, Field, InputIssue
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.running import RunOutcome
from textfactor.domain.secret import Secret
from textfactor.domain.sending import SendOutcome
from textfactor.services.container import VonageKey
from textfactor.services.context import CallContext, CancelledError, Doing
from textfactor.services.sending.credentials import check_vonage
from textfactor.services.sending.sender_run import HANDLERS, run_sender, sample_event
from textfactor.services.sending.test_message import Prepared, prepare, price_for, send_test

KEY = VonageKey("abcd1234", Secret("s3cretS3cret"))


def ready(text="Hello"):
    made = prepare(SimpleNumbers(), "+49 151 2345678", "Acme", text)
    assert isinstance(made, Prepared)
    return made


def test_credentials_are_checked_and_kept():
    workspace, seen = InMemoryWorkspace(), []
    facts = check_vonage(workspace, KEY, CallContext(seen.append, PatientToken()))
    assert facts.balance.value == 2.0
    assert facts.numbers[0].digits == "447700900001"
    assert facts.lasting
    assert [p.doing for p in seen] == [Doing.READING_BALANCE, Doing.READING_NUMBERS, Doing.KEEPING_SECRET]
    assert KEY.secret in workspace.secrets.kept.values()


def test_wrong_credentials_are_not_kept():
    workspace = InMemoryWorkspace()
    with pytest.raises(ProblemError, match="bad_credentials"):
        check_vonage(workspace, VonageKey("abcd1234", Secret("wrong")), patient())
    assert workspace.secrets.kept == {}


def test_a_locked_keyring_is_told():
    workspace = InMemoryWorkspace()
    workspace.secrets.locked = True
    with pytest.raises(ProblemError) as caught:
        check_vonage(workspace, KEY, patient())
    assert caught.value.problem.kind is ProblemKind.KEYRING_LOCKED


def test_a_message_is_made_ready():
    made = ready("Hi “there”")
    assert (made.number.digits, made.number.country, made.sender) == ("491512345678", "DE", "Acme")
    message = made.message()
    assert (message.to, message.sender, message.unicode, message.client_ref) == (
        "491512345678",
        "Acme",
        True,
        made.reference,
    )
    assert not ready("plain").message().unicode


@pytest.mark.parametrize(
    ("number", "sender", "text", "field", "fault"),
    [
        ("", "Acme", "Hi", Field.NUMBER, Fault.EMPTY),
        ("0151 2345678", "Acme", "Hi", Field.NUMBER, Fault.NO_COUNTRY_CODE),
        ("+999 1234567", "Acme", "Hi", Field.NUMBER, Fault.NOT_A_NUMBER),
        ("+49 151 2345678", "Acme Inc", "Hi", Field.SENDER, Fault.HAS_SPACES),
        ("+49 151 2345678", "Acme", " ", Field.TEXT, Fault.EMPTY),
    ],
)
def test_what_stands_in_the_way(number, sender, text, field, fault):
    issue = prepare(SimpleNumbers(), number, sender, text)
    assert isinstance(issue, InputIssue)
    assert (issue.field, issue.fault) == (field, fault)


def test_one_sms_is_sent_and_arrives():
    workspace = InMemoryWorkspace()
    result = send_test(workspace, KEY, ready(), patient())
    assert result.outcome is SendOutcome.ACCEPTED
    assert len(workspace.account.sent) == 1
    assert workspace.account.sent[0].client_ref.startswith("textfactor-")
    assert workspace.phone is not None
    assert workspace.phone.messages()[0].text == "Hello"


def test_each_message_has_its_own_reference():
    workspace = InMemoryWorkspace()
    for _ in range(2):
        send_test(workspace, KEY, ready(), patient())
    assert len({sms.client_ref for sms in workspace.account.sent}) == 2


def test_an_unknown_outcome_is_not_sent_again():
    workspace = InMemoryWorkspace()
    workspace.account.lost = True
    assert send_test(workspace, KEY, ready(), patient()).outcome is SendOutcome.UNKNOWN
    assert len(workspace.account.sent) == 1


def test_a_stop_before_sending_sends_nothing():
    workspace = InMemoryWorkspace()
    with pytest.raises(CancelledError):
        send_test(workspace, KEY, ready(), CallContext(cancel=PatientToken(stop_at_look=1)))
    assert workspace.account.sent == []


def test_prices():
    workspace = InMemoryWorkspace()
    assert price_for(workspace, KEY, "DE", patient()) == "0.0700"
    assert price_for(workspace, KEY, "FR", patient()) is None
    assert price_for(workspace, KEY, "", patient()) is None
    with pytest.raises(CancelledError):
        price_for(workspace, KEY, "DE", CallContext(cancel=PatientToken(stop_at_look=1)))


def test_a_run_of_the_sender_reaches_the_practice_phone():
    workspace, seen = InMemoryWorkspace(), []
    send_test(workspace, KEY, ready("earlier"), patient())
    answers = Answers(test_number="+49 151 2345678", sender="Acme", verify_text="{{ code }} for you")
    done = run_sender(workspace, CODE, answers, CallContext(seen.append, PatientToken()))
    assert done.result.outcome is RunOutcome.OK
    assert done.received is not None
    assert (done.received.to, done.received.sender, done.received.text) == (
        "491512345678",
        "Acme",
        "123456 for you",
    )
    assert seen[0].subject == "Node 22.20.0"


def test_a_run_on_the_legacy_path_gets_that_paths_event():
    workspace = InMemoryWorkspace()
    words = "{{ code }} for {{ tenant.friendly_name }}"
    answers = Answers(sender="Acme", verify_text=words, tenant_path=TenantPath.LEGACY)
    code = f"exports.{HANDLERS[TenantPath.LEGACY]} = async (event) => {{}};"
    done = run_sender(workspace, code, answers, patient())
    assert done.result.outcome is RunOutcome.OK
    assert done.received is not None
    assert done.received.text == "123456 for Example"
    event: Any = workspace.runtime.events[0]
    assert "notification" not in event
    assert event["message_options"]["message_type"] == "sms"
    unified = sample_event(workspace, Answers())
    assert unified.keys() - event.keys() == {"notification"}
    assert run_sender(workspace, CODE, answers, patient()).result.outcome is RunOutcome.THREW


def test_a_run_that_fails_has_no_message():
    done = run_sender(InMemoryWorkspace(), "// no handler", Answers(), patient())
    assert done.result.outcome is RunOutcome.THREW
    assert done.received is None


def test_a_real_profile_runs_without_its_secret_and_number():
    workspace = InMemoryWorkspace(practice=False)
    answers = Answers(api_key="realkey1", test_number="+49 151 2345678")
    done = run_sender(workspace, CODE, answers, patient())
    assert done.result.outcome is RunOutcome.OK
    assert done.received is None
    event = repr(workspace.runtime.events)
    assert "491512345678" not in event
    assert "realkey1" not in event


@pytest.mark.parametrize(
    ("countries", "recipient"),
    [("", "+447700900123"), ("+44", "+447700900123"), ("+49", "+495550100"), ("Mars", "+447700900123")],
)
def test_the_sample_number_is_allowed(countries, recipient):
    event = sample_event(InMemoryWorkspace(), Answers(countries=countries))
    notification = event["notification"]
    assert isinstance(notification, dict)
    assert notification["recipient"] == recipient


def test_a_text_that_cannot_be_rendered_is_stood_in_for():
    event = sample_event(InMemoryWorkspace(), Answers(verify_text="{% nope"))
    assert "123456" in repr(event["notification"])
