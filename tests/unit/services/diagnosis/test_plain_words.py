"""What support engineers type: the right cause first and never with confidence, or the questions are offered."""

import json

import pytest

from textfactor.domain.diagnosis import Confidence, InputKind
from textfactor.services.diagnosis.readers import read_input
from textfactor.services.diagnosis.rules import diagnose

SAID = [
    # nobody gets a code
    ("sms kommt nicht an", "auth0.factor_off"),
    ("user says no text", "auth0.factor_off"),
    ("cant get verification code", "auth0.factor_off"),
    ("my otp is not arriving", "auth0.factor_off"),
    ("otp not received on mobile", "auth0.factor_off"),
    ("2FA SMS not received", "auth0.factor_off"),
    ("mfa code not sent", "auth0.factor_off"),
    ("email works but sms not", "auth0.factor_off"),
    ("E-Mail geht, SMS nicht", "auth0.factor_off"),
    ("customers never seem to get the SMS", "auth0.factor_off"),
    ("Benutzer bekommt keine SMS", "auth0.factor_off"),
    ("no sms option shown", "auth0.factor_off"),
    ("sms option missing at login", "auth0.factor_off"),
    # since when
    ("since 18 november", "hooks.ended"),
    ("seit 18.11. geht nichts mehr", "hooks.ended"),
    ("stopped working today", "hooks.ended"),
    ("everything worked until last week", "hooks.ended"),
    ("our old nexmo hook does not run any more", "hooks.ended"),
    ("codes stopped after we rotated the secret", "vonage.status.4"),
    ("since we changed the api secret nobody can log in", "vonage.status.4"),
    ("after the migration to a new tenant no sms", "vonage.status.4"),
    ("works on staging but not production", "vonage.status.4"),
    # the account at Vonage
    ("Vonage says bad credentials", "vonage.status.4"),
    ("we ran out of money at vonage", "vonage.status.9"),
    ("account out of credit", "vonage.status.9"),
    ("Guthaben ist aufgebraucht", "vonage.status.9"),
    ("SMS fails with 401", "vonage.http.401"),
    ("429", "auth0.rate_limit"),
    # where and for whom
    ("only in india", "vonage.receipt.50"),
    ("nur in Indien", "vonage.receipt.50"),
    ("dubai numbers dont work", "vonage.status.15"),
    ("US customers get nothing", "vonage.us_registration"),
    ("only verizon", "vonage.receipt.6"),
    ("nur Telekom-Kunden", "vonage.receipt.6"),
    ("only android", "login.handset"),
    ("only prepaid numbers", "vonage.receipt.15"),
    ("roaming users get nothing", "vonage.receipt.2"),
    ("ported number", "vonage.receipt.5"),
    ("google voice number", "vonage.landline"),
    ("only new users", "auth0.enrollment_failed"),
    ("user changed phone", "login.wrong_number"),
    ("code goes to somebody else", "login.wrong_number"),
    # when it comes
    ("text arrives after an hour", "vonage.late"),
    ("SMS kommt erst nach einer Stunde", "vonage.late"),
    ("sms takes ages", "vonage.late"),
    ("code expired", "login.code_expired"),
    ("Code ist abgelaufen", "login.code_expired"),
    ("two texts", "login.two_codes"),
    ("got 3 sms at once", "login.two_codes"),
    ("user gets the old code first", "login.two_codes"),
    ("code works only the second time", "login.two_codes"),
    ("zwei SMS gleichzeitig", "login.two_codes"),
    # the code and the login
    ("wrong code", "login.code_wrong"),
    ("falscher Code", "login.code_wrong"),
    ("code is correct but it says invalid", "login.code_wrong"),
    ("too many attempts", "auth0.user_limit"),
    ("zu viele Versuche", "auth0.user_limit"),
    ("throttled", "auth0.user_limit"),
    ("blocked", "login.too_many_tries"),
    ("Nutzer ist gesperrt", "login.too_many_tries"),
    ("number blocked by carrier", "vonage.status.7"),
    ("user replied STOP", "vonage.receipt.9"),
    ("message is filtered as spam", "vonage.receipt.6"),
    ("it says something went wrong", "login.transaction_lost"),
    ("mfa prompt does not show", "auth0.nobody_asks"),
    ("asks for recovery code", "login.other_factor"),
    ("cannot enroll phone", "auth0.enrollment_failed"),
    ("enrollment loop", "auth0.enrollment_failed"),
    ("mfa_required", "login.mfa_required"),
    # the message
    ("question marks in the text", "vonage.characters_lost"),
    ("Fragezeichen im Text", "vonage.characters_lost"),
    ("sms has no code", "template.no_code"),
    ("text is in english instead of german", "template.ignored"),
    ("sender shows random number", "vonage.sender_replaced"),
    ("voice call instead", "auth0.voice_only"),
    ("Anruf statt SMS", "auth0.voice_only"),
    # what the logs say
    ("the vonage dashboard says delivered but the user has nothing", "vonage.accepted_not_delivered"),
    ("auth0 says sent but no message", "vonage.accepted_not_delivered"),
    ("logs show gd_send_sms but user gets nothing", "vonage.accepted_not_delivered"),
    ("we get charged but no sms", "vonage.accepted_not_delivered"),
    ("vonage has no record of the message", "vonage.no_record"),
    ("nothing in the logs", "auth0.log_retention"),
    ("test from dashboard works, login does not", "auth0.nobody_asks"),
    # Actions and settings
    ("action failed", "auth0.action_threw"),
    ("action timeout", "auth0.action_timed_out"),
    ("action not found", "auth0.action_missing"),
    ("deploy failed", "auth0.build_failed"),
    ("phone provider not configured", "auth0.provider_missing"),
    ("provider is disabled", "auth0.provider_disabled"),
    ("sms factor disabled", "auth0.factor_off"),
    ("firewall blocks", "network.proxy"),
    ("certificate error", "network.tls_untrusted"),
    # money and attacks
    ("huge costs this month", "login.sms_pumping"),
    ("bots sign up", "login.sms_pumping"),
    ("people in indonesia get codes they did not ask for", "login.sms_pumping"),
    ("I got a code I did not request", "login.sms_pumping"),
]

VAGUE = [
    "hello", "help", "asdf", "thanks", "customer can't log in", "what is mfa", "asks for code every login",
    "the printer is broken", "my pizza is late", "site is down",
]  # fmt: skip

ELSEWHERE = [
    "{\"a\": 1}", "{\"name\": \"shop\", \"version\": \"1.0.0\", \"dependencies\": {\"react\": \"^18\"}}",
    json.dumps({"coord": {"lon": 7.3}, "weather": [{"id": 501, "description": "moderate rain"}], "cod": 200}),
    json.dumps([{"id": 1, "title": "Buy milk", "done": False}]), "forgot password", "WhatsApp code does not arrive",
]  # fmt: skip


@pytest.fixture
def answer(knowledge):
    return lambda text: diagnose(read_input(text), knowledge)


@pytest.mark.parametrize(("said", "cause"), SAID, ids=[said for said, _cause in SAID])
def test_what_people_type(answer, said, cause):
    report = answer(said)
    assert [one.cause for one in report.diagnoses][:1] == [cause]
    assert all(one.confidence is not Confidence.CERTAIN for one in report.diagnoses)
    assert report.diagnoses[0].confidence is Confidence.LIKELY or {"not_enough", "ask_me"} <= set(
        report.notes
    )
    for one in report.diagnoses:
        assert all(report.reading.source[e.start : e.end] == e.text for e in one.evidence)


@pytest.mark.parametrize("said", VAGUE)
def test_who_says_too_little_is_offered_the_questions(answer, said):
    report = answer(said)
    assert (report.diagnoses, report.notes) == ((), ("not_enough", "get_log_row", "ask_me"))


@pytest.mark.parametrize("text", ELSEWHERE)
def test_what_has_nothing_to_do_with_messages(answer, text):
    report = answer(text)
    assert (report.diagnoses, report.notes) == ((), ("not_sms",))


@pytest.mark.parametrize("text", ["", " \n\t ", "{}", "[]", "[{}]", "{ }"])
def test_what_holds_nothing_is_nothing(answer, text):
    report = answer(text)
    assert (report.reading.kind, report.notes) == (InputKind.NOTHING, ("nothing_given",))


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        ("the factor is not disabled", "auth0.factor_off"),
        ("we have not disabled mfa", "auth0.factor_off"),
        ("provider was never switched off", "auth0.provider_disabled"),
    ],
)
def test_a_denial_is_no_statement(answer, said, cause):
    likely = [one.cause for one in answer(said).diagnoses if one.confidence is not Confidence.POSSIBLE]
    assert cause not in likely


def test_a_ticket_kept_as_json_is_read_as_the_words_in_it(answer):
    report = answer(json.dumps({"id": 7, "subject": "Login", "body": "Our users do not get the sms code"}))
    assert report.diagnoses[0].cause == "auth0.factor_off"


def test_the_token_endpoint_asking_for_the_second_factor_is_no_failure(answer):
    text = json.dumps(
        {
            "error": "mfa_required",
            "error_description": "Multifactor authentication required",
            "mfa_token": "Fe26",
        }
    )
    (one,) = answer(text).diagnoses
    assert (one.cause, one.confidence) == ("login.mfa_required", Confidence.CERTAIN)


def test_an_empty_report_of_vonages(answer):
    empty = {
        "request_id": "r",
        "request_status": "SUCCESS",
        "product": "SMS",
        "items_count": 0,
        "records": [],
    }
    report = answer(json.dumps(empty))
    assert report.reading.kind is InputKind.REPORT
    assert [(one.cause, one.confidence) for one in report.diagnoses] == [
        ("vonage.no_record", Confidence.LIKELY)
    ]


def failed(log_id="90", at="07:25:22") -> str:
    error = {"errorCode": "x", "message": "vonage status=6 part=1/1 : Unroutable message - rejected"}
    row = {
        "type": "gd_send_sms_failure",
        "date": f"2026-11-24T{at}.123Z",
        "log_id": log_id,
        "user_id": "auth0|1",
    }
    return json.dumps(row | {"details": {"failure_details": error}})


def test_the_same_row_twice_counts_once_and_is_no_retry(answer):
    report = answer(f"{failed()}\n\n{failed()}")
    assert "repeated" in report.notes
    assert [(one.cause, one.count) for one in report.diagnoses] == [("vonage.status.6", 1)]
    again = answer(f"{failed()}\n{failed('91', '07:26:00')}")
    assert "repeated" not in again.notes
    assert "auth0.retries" in [one.cause for one in again.diagnoses]


def test_the_same_receipt_as_a_query_and_as_json_counts_once(answer):
    fields = {
        "msisdn": "4915123456789",
        "messageId": "0A0000000123ABCD1",
        "status": "failed",
        "err-code": "6",
    }
    query = "&".join(f"{key}={value}" for key, value in fields.items())
    report = answer(f"{json.dumps(fields)}\nGET /receipts?{query}")
    assert (report.reading.rows, "repeated" in report.notes) == (1, True)
    later = answer(f"{query}\n{query.replace('failed', 'delivered').replace('=6', '=0')}")
    assert (later.reading.rows, later.notes) == (2, ())


def test_the_first_field_of_a_query_is_read_wherever_it_stands(answer):
    query = "msisdn=4915123456789&to=Acme&messageId=0A0000000123ABCD1&status=failed&err-code=6"
    clues = read_input(f"a receipt:\n{query}").clues
    assert "4915123456789" in [clue.value for clue in clues if clue.where == "msisdn"]
