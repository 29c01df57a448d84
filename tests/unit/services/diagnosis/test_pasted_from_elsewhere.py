# ruff: noqa: E501
"""What comes from consoles, SDKs and other people's words: answers that were wrong or missing once."""

import json

import pytest

from textfactor.domain.diagnosis import Confidence, InputKind
from textfactor.services.diagnosis.readers import read_input
from textfactor.services.diagnosis.rules import diagnose

CORS = "Access to fetch at 'https://rest.nexmo.com/sms/json' from origin 'http://localhost:3000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present."
AXIOS = """AxiosError: Request failed with status code 401
    at settle (/data/io/deps/node_modules/axios/dist/node/axios.cjs:1967:12)
    at exports.onExecuteCustomPhoneProvider (/data/io/node22/userCode.js:12:20) {
  code: 'ERR_BAD_REQUEST',"""
NOT_JSON = (
    "  File \"/v/vonage_sms/sms.py\", line 40, in send\nTypeError: 'NoneType' object is not subscriptable"
)
NO_TEXT = "Traceback (most recent call last):\n  File \"/v/vonage_sms/sms.py\", line 75, in _check\nKeyError: 'error-text'"
PRINTED = "SmsResponse(message_count='2', messages=[MessageResponse(to='491511', message_id='0A1', status='0', client_ref=None), MessageResponse(status='{}', error_text='?')])"


def forbidden(message: str) -> str:
    return json.dumps({"statusCode": 403, "error": "Forbidden", "message": message})


@pytest.mark.parametrize(
    ("text", "cause", "sure"),
    [
        ("vonage error 15", "vonage.status.15", Confidence.LIKELY),
        ("Vonage says: error code 29", "vonage.status.29", Confidence.LIKELY),
        ("we get error 9 from Vonage", "vonage.status.9", Confidence.LIKELY),
        (CORS, "network.browser_blocked", Confidence.CERTAIN),
        ("Uncaught (in promise) TypeError: Failed to fetch\n    at send (app.js:12:5)", "network.browser_blocked", Confidence.LIKELY),
        (AXIOS, "vonage.http.401", Confidence.LIKELY),
        (NOT_JSON, "network.not_the_service", Confidence.LIKELY),
        (NO_TEXT, "vonage.reason_hidden", Confidence.LIKELY),
        ("MessageSendPartialFailure: Some SMS messages failed to send\n    at SMS.send (sms.js:81:19)", "vonage.reason_hidden", Confidence.LIKELY),
        ("MessageSendAllFailure: All SMS messages failed to send", "vonage.reason_hidden", Confidence.LIKELY),
        (forbidden("This feature is deprecated: hooks"), "hooks.ended", Confidence.LIKELY),
        (PRINTED.format(29), "vonage.status.29", Confidence.CERTAIN),
        (PRINTED.format(0), "fine.accepted", Confidence.CERTAIN),
        ('{"message_uuid":"aaaaaaaa-bbbb-cccc-dddd-0123456789ab"}', "fine.accepted", Confidence.CERTAIN),
    ],
)  # fmt: skip
def test_the_cause_that_comes_first(knowledge, text, cause, sure):
    report = diagnose(read_input(text), knowledge)
    best = report.diagnoses[0]
    assert (best.cause, best.confidence) == (cause, sure)
    for piece in best.evidence:
        assert report.reading.source[piece.start : piece.end] == piece.text


@pytest.mark.parametrize(
    "text", ["vonage error 401 from the API", "error 9.15 at vonage", "nexmo code 2026-11-01"]
)
def test_other_numbers_beside_vonage_are_no_status(knowledge, text):
    found = diagnose(read_input(text), knowledge).diagnoses
    assert not any(one.cause.startswith("vonage.status.") for one in found)


def test_a_run_that_threw_a_status_has_one_cause(knowledge):
    error = {"id": "internal_error", "msg": "Vonage status 4: Bad Credentials"}
    run = {
        "id": "x",
        "trigger_id": "custom-phone-provider",
        "status": "final",
        "results": [{"action_name": "V", "error": error}],
    }
    report = diagnose(read_input(json.dumps(run)), knowledge)
    assert [one.cause for one in report.diagnoses] == ["vonage.status.4"]


def test_parts_follow_from_what_keeps_codes_from_everybody(knowledge):
    parts = [{"status": "0", "message-id": "a"}, {"status": "1"}, {"status": "9", "error-text": "x"}]
    report = diagnose(read_input(json.dumps({"message-count": "3", "messages": parts})), knowledge)
    assert [(one.cause, one.follows) for one in report.diagnoses][:2] == [
        ("vonage.status.9", ""),
        ("vonage.partial", "vonage.status.9"),
    ]


@pytest.mark.parametrize(
    "text", ['{"messages":[{"status":"99","error-text":"?"}]}', '{"message_uuid":"a","status":"failed"}']
)
def test_no_run_of_an_action_is_asked_for_where_there_is_no_row(knowledge, text):
    assert "get_execution" not in diagnose(read_input(text), knowledge).notes


def sends(minutes: float) -> str:
    rows = [
        {
            "type": "gd_send_sms",
            "date": f"2026-11-24T{int(n * minutes) // 60:02}:{int(n * minutes) % 60:02}:00.000Z",
            "log_id": str(n),
            "user_id": f"u{n}",
            "details": {"authenticator": {"phone_number": f"+4915155500{n:02}"}},
        }
        for n in range(30)
    ]
    return json.dumps(rows)


def test_the_numbers_of_a_firm_over_a_day_are_no_pumping(knowledge):
    burst, day = (diagnose(read_input(sends(minutes)), knowledge) for minutes in (1, 20))
    assert burst.diagnoses[0].cause == "login.sms_pumping"
    assert "login.sms_pumping" not in {one.cause for one in day.diagnoses}
    assert day.reading.kind is InputKind.LOG_ROWS


def test_a_reason_that_nobody_here_knows_is_shown_in_the_row_s_own_words(knowledge):
    details = {"failure_details": {"errorCode": 60204, "message": "Custom code not allowed"}}
    text = json.dumps(
        {"type": "gd_send_sms_failure", "date": "2026-11-24T10:00:00.000Z", "log_id": "1", "details": details}
    )
    (found,) = diagnose(read_input(text), knowledge).diagnoses
    assert [(one.where, one.text) for one in found.evidence] == [
        ("type", "gd_send_sms_failure"),
        ("details.failure_details.message", "Custom code not allowed"),
    ]


@pytest.mark.parametrize(
    "details",
    [
        "vonage status=9 Quota Exceeded",
        {"failure_details": "vonage status=9 Quota"},
        {"message": "vonage status=9"},
    ],
)
def test_details_that_are_text_are_read(knowledge, details):
    text = json.dumps({"type": "gd_send_sms_failure", "date": "2026-11-24T10:00:00.000Z", "details": details})
    found = diagnose(read_input(text), knowledge).diagnoses[0]
    assert (found.cause, found.confidence) == ("vonage.status.9", Confidence.CERTAIN)
    assert found.evidence[0].where.startswith("details")


def test_what_hits_some_people_is_not_what_would_hit_all(knowledge):
    text = "Since yesterday my colleagues in Brazil get no SMS code, the others do."
    found = [one.cause for one in diagnose(read_input(text), knowledge).diagnoses]
    assert found[0] == "vonage.status.15"
    assert not {"hooks.ended", "vonage.status.9", "auth0.factor_off"} & set(found)


def test_an_error_of_auth0_s_sdk_is_not_taken_for_vonage_s(knowledge):
    found = diagnose(read_input("Auth0.AuthenticationError: An error (mfa_oob_pending)"), knowledge).diagnoses
    assert not any(one.cause.startswith("vonage.") for one in found)


def test_a_block_after_wrong_passwords_is_named(knowledge):
    said = "Your account has been blocked after multiple consecutive login attempts."
    text = json.dumps({"error": "too_many_attempts", "error_description": said})
    assert diagnose(read_input(text), knowledge).diagnoses[0].cause == "auth0.ip_blocked"
