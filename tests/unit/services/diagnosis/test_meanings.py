# ruff: noqa: E501
"""What single inputs mean: each kind of refusal, receipt, trace, source and setting, and the words of a person."""

import json
import re
from pathlib import Path

import pytest
from tests.bench.diagnosis_inputs import (
    ANSWER,
    CSV,
    ERROR,
    EXECUTION,
    HOOK,
    PROBLEM,
    RECEIPT,
    REPORT,
    ROW,
    TRACE,
    XML,
)

from textfactor.domain.diagnosis import Clue, ClueKind, Confidence, InputKind, Reading
from textfactor.services.diagnosis.readers import read_input
from textfactor.services.diagnosis.rules import diagnose
from textfactor.words.diagnosis_notes import explain_note, known_notes

RULES = Path(__file__).parents[4] / "gui" / "textfactor" / "services" / "diagnosis" / "rules"


def causes(text, knowledge) -> list[str]:
    return [one.cause for one in diagnose(read_input(text), knowledge).diagnoses]


def api(status, message, code="") -> str:
    body = {"statusCode": status, "error": "Error", "message": message}
    return json.dumps(body | ({"errorCode": code} if code else {}))


def oauth(error, words) -> str:
    return json.dumps({"error": error, "error_description": words})


def row(kind="gd_send_sms_failure", **more) -> dict:
    return {"date": "2026-11-24T07:25:22.123Z", "type": kind, "log_id": "1", "user_id": "auth0|1", **more}


def failed(message, code="error_sending_sms") -> str:
    return json.dumps(row(details={"failure_details": {"errorCode": code, "message": message}}))


@pytest.mark.parametrize(
    ("text", "kind", "cause"),
    [
        (json.dumps(ANSWER), InputKind.VONAGE_ANSWER, "vonage.status.9"),
        (json.dumps({"status": "4", "error-text": "Bad Credentials"}), InputKind.VONAGE_ANSWER, "vonage.status.4"),
        (json.dumps({"messages": [{"status": "44", "error-text": "?"}]}), InputKind.VONAGE_ANSWER, "vonage.status.other"),
        (
            json.dumps({"messages": [{"status": "0", "message-id": "0A"}, {"status": "9"}]}),
            InputKind.VONAGE_ANSWER,
            "vonage.status.9",
        ),
        (XML, InputKind.VONAGE_ANSWER, "vonage.status.15"),
        (RECEIPT, InputKind.RECEIPT, "vonage.receipt.6"),
        (f"GET /dlr?{RECEIPT} HTTP/1.1", InputKind.RECEIPT, "vonage.receipt.6"),
        (json.dumps({"msisdn": "4", "messageId": "0A", "status": "failed"}), InputKind.RECEIPT, "vonage.receipt.failed"),
        (
            json.dumps({"msisdn": "4", "messageId": "0A", "status": "undeliverable", "err-code": "777"}),
            InputKind.RECEIPT,
            "vonage.receipt.other",
        ),
        (json.dumps(REPORT), InputKind.REPORT, "vonage.late"),
        (json.dumps(REPORT | {"status": "accepted", "latency": ""}), InputKind.REPORT, "vonage.accepted_not_delivered"),
        (
            json.dumps(REPORT | {"message_body": "Your code for .", "latency": "1"}),
            InputKind.REPORT,
            "template.no_code",
        ),
        (
            json.dumps(REPORT | {"message_body": "123456 is your verification code for .", "latency": "1"}),
            InputKind.REPORT,
            "template.legacy_variable",
        ),
        (json.dumps(REPORT | {"message_body": "123456 ??? x", "latency": "1"}), InputKind.REPORT, "vonage.characters_lost"),
        (
            json.dumps({"message_uuid": "u", "status": "rejected", "timestamp": "2026-11-24T07:25:22Z", "error": {
                "type": "https://developer.vonage.com/api-errors/messages#1120", "title": "1120", "detail": "x"}}),
            InputKind.RECEIPT,
            "vonage.status.15",
        ),
        (
            json.dumps({"message_uuid": "u", "status": "rejected", "error": {"title": "1160"}}),
            InputKind.RECEIPT,
            "vonage.status.29",
        ),
        (json.dumps(PROBLEM), InputKind.API_ERROR, "vonage.status.15"),
        (
            json.dumps({"error-code": "401", "error-code-label": "authentication failed"}),
            InputKind.API_ERROR,
            "vonage.http.401",
        ),
        (json.dumps(EXECUTION), InputKind.EXECUTION, "auth0.action_timed_out"),
        (CSV, InputKind.EXPORT, "auth0.user_limit"),
        ("message_id;status;error_code\n0A;failed;6\n0B;delivered;0\n", InputKind.EXPORT, "vonage.receipt.6"),
        (HOOK, InputKind.SENDER_CODE, "hooks.ended"),
        (TRACE, InputKind.STACK_TRACE, "network.tls_expired"),
        ("TypeError: fetch failed\n    at node:internal/x:1:2\n  cause: Error: getaddrinfo ENOTFOUND rest.nexmo.com",
         InputKind.STACK_TRACE, "network.name_not_found"),
    ],
)  # fmt: skip
def test_each_kind_of_input(knowledge, text, kind, cause):
    reading = read_input(text)
    assert reading.kind is kind
    found = [one.cause for one in diagnose(reading, knowledge).diagnoses]
    assert found[:1] == [cause] or cause in found[:2], found


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        (json.dumps(ERROR), "auth0.scope"),
        (api(403, "Please upgrade your subscription to use phone", "insufficient_scope"), "auth0.plan"),
        (api(403, "Please upgrade your subscription", "insufficient_entitlement"), "auth0.plan"),
        (api(403, "Insufficient privileges to use this deprecated feature"), "auth0.unified_path"),
        (api(403, "x", "legacy_mfa_phone_provider_not_allowed"), "auth0.unified_path"),
        (api(401, "Expired token received for JSON Web Token validation"), "auth0.token_expired"),
        (api(401, "Invalid token"), "auth0.token_invalid"),
        (api(401, "?"), "auth0.token_invalid"),
        (api(429, "Global limit has been reached", "too_many_requests"), "auth0.rate_limit"),
        (api(404, "That action does not exist."), "auth0.not_found"),
        (api(500, "?"), "service.fault"),
        (api(503, "?"), "service.unavailable"),
        (api(400, "A draft must be in the 'built' state before it can be deployed."), "auth0.not_built"),
        (
            api(409, "Message Type is not supported by the configured phone provider"),
            "auth0.message_types_conflict",
        ),
        (oauth("access_denied", "Unauthorized"), "auth0.client_secret"),
        (oauth("access_denied", 'Client is not authorized to access "x".'), "auth0.client_grant"),
        (oauth("access_denied", "Service not found: https://x/"), "auth0.audience"),
        (oauth("access_denied", "Client has not been granted scopes: read:logs"), "auth0.scope"),
        (oauth("unauthorized_client", "Grant type 'client_credentials' not allowed"), "auth0.grant_type"),
        (oauth("invalid_client", "?"), "auth0.client_secret"),
    ],
)
def test_refusals_of_auth0(knowledge, text, cause):
    assert causes(text, knowledge)[0] == cause


@pytest.mark.parametrize(
    ("reason", "cause"),
    [
        ("vonage status=1 part=1/1 ref=r : Throughput", "vonage.status.1"),
        ("vonage status=77 part=1/1 ref=r : ?", "vonage.status.other"),
        ("vonage status=http429", "vonage.http.429"),
        ("vonage http=401", "vonage.http.401"),
        ("vonage http=400", "vonage.http.403"),
        ("vonage http=500 (may have been sent) ref=r", "service.fault"),
        ("vonage http=502 (may have been sent) ref=r", "network.gateway"),
        ("vonage http=407", "network.proxy_login"),
        ("vonage unreachable ECONNREFUSED", "network.refused"),
        ("vonage unreachable CERT_HAS_EXPIRED", "network.tls_expired"),
        ("vonage unreachable ERR_TLS_CERT_ALTNAME_INVALID", "network.tls_wrong_name"),
        ("vonage unreachable DEPTH_ZERO_SELF_SIGNED_CERT", "network.tls_untrusted"),
        ("vonage unreachable WHATEVER", "sender.unreachable"),
        ("vonage connection lost UND_ERR_SOCKET (may have been sent) ref=r", "network.dropped"),
        ("vonage no answer in time (may have been sent) ref=r", "network.no_answer"),
        ("vonage answer unreadable (may have been sent) ref=r", "network.not_the_service"),
        ("vonage network ConnectionError", "network.dropped"),
        ("sender secret VONAGE_API_SECRET is missing", "auth0.secret_missing"),
        ("sender country is not allowed", "sender.country_not_listed"),
        ("sender recipient has no country code", "sender.number_unusable"),
        ("sender text is empty", "sender.text_empty"),
        ("sender voice is not supported", "sender.voice"),
    ],
)
def test_reasons_of_our_senders(knowledge, reason, cause):
    report = diagnose(read_input(failed(reason)), knowledge)
    assert report.diagnoses[0].cause == cause
    unknown = [one for one in report.diagnoses if one.cause == "sender.outcome_unknown"]
    assert bool(unknown) == ("may have been sent" in reason)
    assert all(one.follows == cause for one in unknown)
    assert causes(reason, knowledge)[0] == cause  # typed from a screenshot


def test_a_part_that_failed_behind_one_that_was_sent(knowledge):
    found = causes(failed("vonage status=9 part=2/3 id=0A0000000123ABCD1 ref=r : Quota"), knowledge)
    assert found == ["vonage.status.9", "vonage.partial"]


def test_the_code_of_a_thrown_error_is_read_too(knowledge):
    assert causes(failed("something", "VONAGE_STATUS_29"), knowledge)[0] == "vonage.status.29"
    assert causes(failed("something", "VONAGE_STATUS_98"), knowledge)[0] == "vonage.status.other"


def test_a_status_that_code_of_ones_own_threw_goes_before_the_throwing(knowledge):
    error = {"name": "Error", "message": "Vonage status 9: partner quota exceeded", "code": 9}
    text = json.dumps(
        row("actions_execution_failed", details={"error_class": "action_error", "action_error": error})
    )
    assert causes(text, knowledge) == ["vonage.status.9"]


@pytest.mark.parametrize(
    ("details", "cause"),
    [
        ({"error_class": "action_error", "action_error": {"name": "TypeError", "message": "x is not a function"}},
         "auth0.action_threw"),
        ({"error_class": "action_timeout", "action_error": {"message": "x"}}, "auth0.action_timed_out"),
        ({"error_class": "platform_error"}, "auth0.action_platform"),
        ({"error_class": "rate_limited"}, "auth0.action_rate_limited"),
    ],
)  # fmt: skip
def test_crashes_of_actions(knowledge, details, cause):
    assert causes(json.dumps(row("actions_execution_failed", details=details)), knowledge)[0] == cause


@pytest.mark.parametrize(
    ("kind", "words", "expected"),
    [
        ("limit_phone", "", ["auth0.user_limit"]),
        ("gd_otp_rate_limit_exceed", "Too many wrong codes", ["login.too_many_tries", "auth0.user_limit"]),
        ("gd_otp_rate_limit_exceed", "Too many messages for this user", ["auth0.user_limit"]),
        ("gd_otp_rate_limit_exceed", "?", ["auth0.user_limit", "login.too_many_tries"]),
    ],
)
def test_limits(knowledge, kind, words, expected):
    assert causes(json.dumps(row(kind, description=words)), knowledge) == expected


def _login(*kinds_and_seconds) -> str:
    return json.dumps([
        row(kind, user_id=user) | {"date": f"2026-11-24T07:{second // 60:02d}:{second % 60:02d}.000Z"}
        for kind, user, second in kinds_and_seconds
    ])  # fmt: skip


def test_two_codes_are_two_messages_of_one_login(knowledge):
    two = _login(("gd_start_auth", "a", 0), ("gd_send_sms", "a", 1), ("gd_send_sms", "a", 20))
    assert causes(two, knowledge)[0] == "login.two_codes"
    refused = _login(("gd_send_sms", "a", 1), ("gd_send_sms", "a", 20), ("gd_auth_failed", "a", 30))
    first = diagnose(read_input(refused), knowledge).diagnoses
    assert next(one for one in first if one.cause == "login.two_codes").confidence is Confidence.CERTAIN
    for others in (
        _login(("gd_send_sms", "a", 1), ("gd_send_sms", "b", 2)),
        _login(("gd_send_sms", "a", 1), ("gd_send_sms", "a", 200)),
        _login(("gd_send_sms", "a", 1), ("gd_start_auth", "a", 5), ("gd_send_sms", "a", 9)),
    ):
        assert "login.two_codes" not in causes(others, knowledge)


def test_retries_have_the_same_words_within_minutes(knowledge):
    def failure(second: int, words: str) -> dict:
        made = json.loads(failed(words))
        return made | {"date": f"2026-11-24T07:{second // 60:02d}:{second % 60:02d}.000Z"}

    again = json.dumps(
        [failure(0, "vonage status=1"), failure(10, "vonage status=1"), failure(30, "vonage status=1")]
    )
    report = diagnose(read_input(again), knowledge)
    assert [one.cause for one in report.diagnoses] == ["vonage.status.1", "auth0.retries"]
    first, retries = report.diagnoses
    assert (first.count, first.first, first.last) == (
        3,
        "2026-11-24T07:00:00.000Z",
        "2026-11-24T07:00:30.000Z",
    )
    assert (retries.follows, retries.count) == ("vonage.status.1", 2)
    other = json.dumps(
        [failure(0, "vonage status=1"), failure(10, "vonage status=9"), failure(900, "vonage status=1")]
    )
    assert "auth0.retries" not in causes(other, knowledge)


@pytest.mark.parametrize(
    ("code", "cause"),
    [
        ("exports.onExecuteCustomPhoneProvider = async (event, api) => {\n  await fetch(URL, {});\n};",
         "auth0.action_ignores_answer"),
        ("exports.onExecuteCustomPhoneProvider = async (event) => {\n};", "auth0.action_ignores_answer"),
        ("exports.onExecuteSendPhoneMessage = async (event) => {\n"
         "const r = await fetch(URL);\nif (!r.ok) throw 1; const to = event.notification.recipient\n};",
         "auth0.wrong_trigger"),
        ("exports.onExecuteCustomPhoneProvider = async (event) => {\n"
         "const r = await fetch(URL); if (!r.ok) throw event.message_options.text\n};", "auth0.wrong_trigger"),
        ("exports.onExecuteCustomPhoneProvider = async (event) => {\n"
         "const r = await fetch(event.secret.URL); if (!r.ok) throw 1\n};", "auth0.action_threw"),
        ("exports.onExecuteCustomPhoneProvider = async (event) => {\nconst r = await fetch('vonage', {unicode: 1});\n"
         "const m = (await r.json()).messages[0]; if (m.status) throw 1\n};", "auth0.action_ignores_answer"),
        ("exports.onExecuteCustomPhoneProvider = async (event) => {\nconst text = `Code ${event.notification.code}`;\n"
         "const r = await fetch('x', {text: `${event.notification.code}`}); if (!r.ok) throw 1\n};", "template.ignored"),
        ("function addMfa(user, context, callback) {\n context.multifactor = {};\n}", "hooks.rules"),
    ],
)  # fmt: skip
def test_traits_of_code(knowledge, code, cause):
    assert read_input(code).kind is InputKind.SENDER_CODE
    assert cause in causes(code, knowledge)


def test_the_gate_of_hooks_begins_with_the_words_of_the_other(knowledge):
    refused = api(403, "Insufficient privileges to use this deprecated feature.")
    assert causes(f"POST /api/v2/hooks -> HTTP 403\n{refused}", knowledge) == ["hooks.api_gone"]


def test_a_hook_that_is_left_is_the_root(knowledge):
    hook = {"id": "h1", "name": "Vonage", "triggerId": "send-phone-message", "enabled": True, "script": "x"}
    words = "phone-message-hook is selected and no action is bound to send-phone-message"
    assert causes(json.dumps([hook]), knowledge) == ["hooks.ended"]
    assert causes(f"{json.dumps(hook)}\n{failed(words)}", knowledge) == [
        "hooks.ended",
        "auth0.action_missing",
    ]
    assert causes(failed(words), knowledge)[0] == "hooks.ended"
    assert causes(json.dumps(hook | {"triggerId": "post-user-registration"}), knowledge) == []


def test_the_sender_may_be_why_it_did_not_arrive(knowledge):
    found = causes(RECEIPT.replace("to=Acme", "to=VERIFY"), knowledge)
    assert found[:2] == ["vonage.sender_generic", "vonage.receipt.6"]
    assert "vonage.us_registration" in causes(RECEIPT.replace("447700900123", "12025550156"), knowledge)
    assert "vonage.us_registration" not in causes(RECEIPT, knowledge)


def test_a_number_without_its_country(knowledge):
    one = json.loads(failed("vonage status=6 part=1/1 ref=r : Unroutable"))
    one["details"]["authenticator"] = {"phone_number": "+0151 23456789"}
    assert causes(json.dumps(one), knowledge)[:2] == ["vonage.number_format", "vonage.status.6"]


def test_handed_over_while_somebody_says_that_none_came(knowledge):
    text = "We did not receive the SMS, yet the log has this:\n" + json.dumps(row("gd_send_sms"))
    assert causes(text, knowledge)[0] == "vonage.accepted_not_delivered"


def test_our_own_senders_have_nothing_wrong(knowledge):
    from tests.unit.services.diagnosis.collected import SENDER

    report = diagnose(read_input(SENDER), knowledge)
    assert (report.diagnoses, report.notes) == ((), ("nothing_wrong",))


@pytest.mark.parametrize(
    ("answer", "cause"),
    [
        ({"provider": "twilio"}, "auth0.twilio_selected"),
        ({"value": 0.0, "autoReload": False}, "vonage.status.9"),
        ({"value": 7.5, "autoReload": False}, None),
        ({"count": 0, "numbers": []}, "vonage.no_numbers"),
        ({"count": 1, "numbers": [{"msisdn": "447700900001"}]}, None),
        ({"provider": "auth0"}, "auth0.builtin_limit"),
        ({"provider": "phone-message-hook"}, None),
        ({"message_types": ["voice"]}, "auth0.voice_only"),
        ({"message_types": ["sms"]}, None),
        ({"enrollment_message": "{{ code }}", "verification_message": "x"}, "template.no_code"),
        ({"id": "a", "name": "x", "supported_triggers": [{"id": "post-login"}], "secrets": [{"name": "NEXMO_KEY"}]},
         "auth0.wrong_trigger"),
        ({"id": "a", "name": "x", "supported_triggers": [{"id": "post-login"}], "secrets": []}, None),
        ({"id": "pro_1", "channel": "phone", "name": "custom", "disabled": True,
          "configuration": {"delivery_methods": ["text"]}}, "auth0.provider_disabled"),
        ({"providers": [{"channel": "email", "name": "smtp"}]}, None),
    ],
)  # fmt: skip
def test_settings(knowledge, answer, cause):
    report = diagnose(read_input(json.dumps(answer)), knowledge)
    assert report.reading.kind is InputKind.SETTINGS
    found = [one.cause for one in report.diagnoses]
    assert cause in found if cause else (found, report.notes) == ([], ("nothing_wrong",))


@pytest.mark.parametrize(
    ("text", "cause", "note"),
    [
        ("we get vonage status 29", "vonage.status.29", "get_log_row"),
        ("it says status 29", "vonage.status.29", "not_enough"),
        ("HTTP 429 from the Auth0 Management API", "auth0.rate_limit", None),
        ("Vonage answers HTTP 401", "vonage.http.401", None),
        ("HTTP 403", "auth0.unified_path", "not_enough"),
        ("err-code: 6", "vonage.receipt.6", None),
        ("status: rejected", "vonage.receipt.rejected", None),
        ("status: accepted", "vonage.accepted_not_delivered", None),
        ("type: limit_phone", "auth0.user_limit", None),
        ("insufficient_entitlement", "auth0.plan", None),
        ("net::ERR_NAME_NOT_RESOLVED", "network.name_not_found", None),
        ("keyring.errors.NoKeyringError: No recommended backend was available", "keyring.missing", None),
        ("vonage_sms.SmsError: Sms.send_message method failed with error code 4: Bad Credentials", "vonage.status.4", None),
        ("Codes worked until 18 November", "hooks.ended", None),
        ("users get question marks", "vonage.characters_lost", "not_enough"),
        ("My code didn\N{RIGHT SINGLE QUOTATION MARK}t come, it says the code doesn\N{RIGHT SINGLE QUOTATION MARK}t work",
         "login.code_wrong", "not_enough"),
    ],
)  # fmt: skip
def test_words(knowledge, text, cause, note):
    report = diagnose(read_input(text), knowledge)
    assert report.reading.kind is InputKind.WORDS
    assert cause in [one.cause for one in report.diagnoses]
    assert note is None or note in report.notes
    for one in report.diagnoses:
        for piece in one.evidence:
            assert report.reading.source[piece.start : piece.end] == piece.text


def test_symptoms_told_by_id(knowledge):
    reading = Reading(InputKind.WORDS, 0, 0, "", (Clue(ClueKind.SYMPTOM, "many_strange_numbers"),))
    assert diagnose(reading, knowledge).diagnoses[0].cause == "login.sms_pumping"


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        (json.dumps(row("slo")), ("not_sms",)),
        (json.dumps(row("fp", description="Wrong password")), ("not_sms",)),
        (json.dumps(row("gd_send_sms")), ("nothing_wrong", "get_receipt")),
        (json.dumps({"messages": [{"status": "0", "message-id": "0A"}]}), ("nothing_wrong", "get_receipt")),
        (json.dumps(row()), ("get_execution",)),
        (json.dumps(row("brand_new_type")), ("not_enough",)),
        (json.dumps(row("gd_auth_failed")), ("get_more_rows",)),
        (json.dumps(row("fn", details={"to": "anna@acme.example", "error": "smtp"})), ("not_sms",)),
        ("hello", ("not_enough", "get_log_row")),
        ('{"a": 1}', ("not_sms",)),
        (api(418, "?"), ("not_enough", "get_answer")),
    ],
)
def test_it_says_so_instead_of_guessing(knowledge, text, notes):
    found = diagnose(read_input(text), knowledge).notes
    assert [note for note in notes if note not in found] == [], found


def test_the_root_stands_before_its_consequence(knowledge):
    action = {
        "name": "x", "supported_triggers": [{"id": "custom-phone-provider"}], "all_changes_deployed": False,
        "status": "built", "deployed_version": {"id": "v"}, "secrets": [{"name": "VONAGE_API_SECRET"}],
    }  # fmt: skip
    both = f"{json.dumps(ROW)}\n{json.dumps(action)}"
    report = diagnose(read_input(both), knowledge)
    assert [one.cause for one in report.diagnoses][:2] == ["auth0.draft_newer", "vonage.status.4"]
    assert report.diagnoses[1].follows == "auth0.draft_newer"


def test_numbers_that_follow_one_another_are_pumping(knowledge):
    rows = [
        row(
            "gd_send_sms",
            log_id=str(n),
            user_id=f"u{n}",
            details={"authenticator": {"phone_number": f"+25261550{n:04d}"}},
        )
        for n in range(40)
    ]
    report = diagnose(read_input(json.dumps(rows)), knowledge)
    assert (report.diagnoses[0].cause, report.diagnoses[0].count) == ("login.sms_pumping", 40)
    few = json.dumps(rows[:10])
    assert "login.sms_pumping" not in causes(few, knowledge)


def test_every_remark_has_words():
    assert all(explain_note(note).english().endswith(".") for note in known_notes())
    assert explain_note("new_one").english() == "new_one"


def test_every_cause_that_a_rule_names_has_an_article(knowledge):
    named = {
        found
        for path in RULES.glob("*.py")
        for found in re.findall(r'"((?:vonage|auth0|sender|template|login|hooks|network|service|keyring|fine)\.[a-z0-9_.]+)"',
                                path.read_text("utf-8"))
        if not found.endswith(".")
    }  # fmt: skip
    assert len(named) > 90
    assert named - set(knowledge.articles) == set()
