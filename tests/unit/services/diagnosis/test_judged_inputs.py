# ruff: noqa: E501
"""Inputs that were answered wrongly once: what looks like Vonage and is not, other Actions, what people really say."""

import json

import pytest

from textfactor.domain.diagnosis import Confidence, InputKind, Severity
from textfactor.services.diagnosis.readers import read_input
from textfactor.services.diagnosis.rules import diagnose

SURE = (Confidence.CERTAIN, Confidence.LIKELY)
REACT = "TypeError: Cannot read property 'map' of undefined\n    at App.render (src/App.js:10:22)\n    at finish (react-dom.js:17160:31)"
SCRIPT = (
    "Traceback (most recent call last):\n  File \"report.py\", line 3, in <module>\n    d['x']\nKeyError: 'x'"
)


def row(kind, minute=0, **more) -> dict:
    return {
        "date": f"2026-11-24T08:{minute:02}:00.000Z",
        "type": kind,
        "log_id": str(minute),
        "user_id": "auth0|1",
        **more,
    }


def crash(trigger, name="TypeError", message="x is not a function", code="") -> str:
    error = {"name": name, "message": message, "code": code}
    details = {"trigger_id": trigger, "error_class": "action_error", "action_error": error}
    return json.dumps(row("actions_execution_failed", details=details))


def switch(enabled, minute=0) -> dict:
    request = {"method": "put", "path": "/api/v2/guardian/factors/sms", "body": {"enabled": enabled}}
    return row("sapi", minute, details={"request": request})


@pytest.fixture
def answer(knowledge):
    return lambda text: diagnose(read_input(text), knowledge)


def causes(report) -> list[str]:
    return [one.cause for one in report.diagnoses]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"messages": [{"role": "user", "status": "4", "content": "hi"}]}),
        json.dumps({"messages": [{"id": "1", "status": "0", "subject": "hello"}]}),
        json.dumps({"status": "failed", "job": "build", "code": 9}),
        json.dumps({"error": "access_denied", "error_description": "User did not authorize the request"}),
        "the build ended with errcode: 9",
        REACT,
        SCRIPT,
    ],
)
def test_what_is_somebody_elses_is_not_diagnosed_with_confidence(answer, text):
    report = answer(text)
    assert [one.cause for one in report.diagnoses if one.confidence in SURE] == []
    assert "not_enough" in report.notes


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"message-count": "1", "messages": [{"status": "4", "note": "x"}]}),
        json.dumps({"messages": [{"status": "4"}]}),
        json.dumps({"messages": [{"status": "4", "errorText": "Bad Credentials", "x": 1}]}),
    ],
)
def test_an_answer_of_vonage_is_still_one(answer, text):
    report = answer(text)
    assert (report.reading.kind, causes(report)) == (InputKind.VONAGE_ANSWER, ["vonage.status.4"])


def test_an_action_that_sends_nothing_is_not_why_no_code_came(answer):
    report = answer(crash("post-login"))
    assert causes(report) == ["auth0.login_failed"]
    assert "not_sms" in report.notes
    mixed = answer(f"[{crash('post-login')}, {json.dumps(row('gd_send_sms', 5))}]")
    assert "not_sms" not in mixed.notes


@pytest.mark.parametrize(
    ("message", "root"),
    [
        ("Cannot read properties of undefined (reading 'recipient')", "auth0.wrong_trigger"),
        ("cb is not a function", "hooks.code"),
        ("Cannot find module '@vonage/server-sdk'", "auth0.action_dependency"),
    ],
)
def test_why_an_action_threw_stands_before_that_it_threw(answer, message, root):
    report = answer(crash("custom-phone-provider", message=message))
    assert causes(report)[:2] == [root, "auth0.action_threw"]
    assert report.diagnoses[1].follows == root


def test_a_run_that_went_well_asks_for_the_receipt(answer):
    result = {
        "action_name": "SMS",
        "error": None,
        "started_at": "2026-11-24T08:00:00Z",
        "ended_at": "2026-11-24T08:00:00Z",
    }
    report = answer(
        json.dumps({"trigger_id": "custom-phone-provider", "status": "final", "results": [result]})
    )
    assert (causes(report), report.notes) == ([], ("not_enough", "get_receipt"))


def test_the_factor_was_switched_off(answer):
    assert causes(answer(json.dumps(switch(False)))) == ["auth0.factor_off"]
    assert causes(answer(json.dumps([switch(False), switch(True, 9)]))) == []


def test_who_asks_three_times_got_nothing(answer):
    sent = [row("gd_send_sms", minute) for minute in (1, 2, 3)]
    assert causes(answer(json.dumps(sent)))[0] == "vonage.accepted_not_delivered"
    entered = [*sent[:2], row("gd_auth_succeed", 2), sent[2]]
    assert "vonage.accepted_not_delivered" not in causes(answer(json.dumps(entered)))


@pytest.mark.parametrize("status", ["buffered", "unknown"])
def test_a_receipt_that_is_not_the_last_word(answer, status):
    text = json.dumps({"msisdn": "447700900001", "messageId": "0A", "status": status, "err-code": "0"})
    assert causes(answer(text)) == [f"vonage.receipt.{status}"]


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        ("users in the US never get a code", "vonage.us_registration"),
        ("Nutzer in Indien bekommen keine SMS", "vonage.receipt.50"),
        ("The code never came on Canadian numbers +1 416", "vonage.status.15"),
        ("code kommt zu spaet", "vonage.late"),
        ("Codes kommen bei uns ZU SPÄT", "vonage.late"),
        ("Ich bekomme keinen Code", "auth0.factor_off"),
        ("stopped working last week", "hooks.ended"),
        ("only Vodafone customers don't receive anything", "vonage.receipt.6"),
        ("our vonage bill exploded overnight", "login.sms_pumping"),
        ("we have no credit left", "vonage.status.9"),
        ("iPhone users never receive it, Android is fine", "login.handset"),
        (
            "This site can't be reached: server IP address could not be found. DNS_PROBE_FINISHED_NXDOMAIN",
            "network.name_not_found",
        ),
        ("curl: (6) Could not resolve host: rest.nexmo.com", "network.name_not_found"),
        (
            "curl: (7) Failed to connect to rest.nexmo.com port 443: Couldn't connect to server",
            "network.refused",
        ),
    ],
)
def test_what_people_say(answer, said, cause):
    report = answer(said)
    assert causes(report)[0] == cause
    assert all(
        report.reading.source[e.start : e.end] == e.text for one in report.diagnoses for e in one.evidence
    )


def test_some_do_not_mean_nobody(answer):
    assert "auth0.factor_off" not in causes(answer("users in the US never get a code"))


@pytest.mark.parametrize(
    "said", ["Vodaphone customer satisfaction", "in the user list", "the SMS was sent and it works"]
)
def test_a_phrase_is_found_as_words_of_its_own_only(answer, said):
    assert causes(answer(said)) == []


@pytest.mark.parametrize(
    "said",
    [
        "WhatsApp code does not arrive",
        "password reset email never arrives",
        "push notification does not arrive",
    ],
)
def test_other_channels_are_not_about_messages(answer, said):
    report = answer(said)
    assert (causes(report), report.notes) == ([], ("not_sms",))


@pytest.mark.parametrize(
    "said", ["we use WhatsApp and SMS, no SMS comes", "asks for push notification, email instead"]
)
def test_who_speaks_of_messages_too_is_heard(answer, said):
    report = answer(said)
    assert report.diagnoses
    assert "not_sms" not in report.notes


@pytest.mark.parametrize(
    "said",
    ["the code is missing", "viele Nummern bekommen nichts", "the test message never came", "people log in without code",
     "I have a new phone", "the SMS comes from unknown numbers"],
)  # fmt: skip
def test_what_may_mean_several_things_is_not_likely(answer, said):
    report = answer(said)
    assert [one.cause for one in report.diagnoses if one.confidence in SURE] == []
    assert "not_enough" in report.notes


def failed(message, code=None) -> str:
    error = {"errorCode": code, "message": message}
    return json.dumps(row("gd_send_sms_failure", details={"failure_details": error}))


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        (failed("Vonage returned HTTP 401"), "vonage.http.401"),
        (failed("insufficient funds"), "vonage.status.9"),
        (failed("There is no action bound to the trigger"), "auth0.action_missing"),
        (failed("Trial accounts cannot send messages to unverified numbers", 21608), "auth0.twilio_selected"),
        (failed("fetch failed"), "sender.unreachable"),
        (
            json.dumps({"error": "invalid_grant", "error_description": "Wrong email or password."}),
            "auth0.login_failed",
        ),
        (
            json.dumps({"error": "invalid_grant", "error_description": "Invalid otp_code."}),
            "login.code_wrong",
        ),
        (
            json.dumps({"error": "expired_token", "error_description": "mfa_token is expired"}),
            "login.transaction_lost",
        ),
        (
            json.dumps({"error": "access_denied", "error_description": "User is not enrolled."}),
            "auth0.not_enrolled",
        ),
        (
            json.dumps(
                {
                    "statusCode": 429,
                    "error": "Too Many Requests",
                    "message": "Too many SMS",
                    "errorCode": "too_many_sms",
                }
            ),
            "auth0.user_limit",
        ),
    ],
)
def test_the_right_cause_stands_first(answer, text, cause):
    assert causes(answer(text))[0] == cause


def test_an_answer_of_verify_is_none_to_a_message(answer):
    report = answer(
        json.dumps(
            {"request_id": "", "status": "10", "error_text": "Concurrent verifications are not allowed"}
        )
    )
    assert [one.cause for one in report.diagnoses if one.confidence in SURE] == []


@pytest.mark.parametrize(("value", "found"), [(0.01, ["vonage.status.9"]), (0.05, []), (10.17, [])])
def test_a_few_cents_are_no_credit(answer, value, found):
    assert causes(answer(json.dumps({"value": value, "autoReload": False}))) == found


def test_words_alone_are_never_certain(answer):
    for one in answer("since the rotation no code arrives in the US, some users get ???").diagnoses:
        assert one.confidence is not Confidence.CERTAIN
        assert one.severity is not Severity.FINE
