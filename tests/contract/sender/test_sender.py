"""What the sender makes of Auth0's event, and the one request that follows; in both engines."""

import re
from urllib.parse import quote_plus

import pytest
from tests.contract.sender.conftest import KEY, SECRET, SENDER, TEXT, Send, Start
from tests.contract.sender.stand_in import StandIn

from textfactor.domain.running import RunOutcome
from textfactor.domain.sms_text import is_gsm7


def test_makes_one_request_as_vonage_wants_it(send: Send, vonage: StandIn):
    result = send()
    assert result.fine
    assert result.reason == ""
    request = vonage.only_request()
    assert (request.method, request.path) == ("POST", "/sms/json")
    assert request.login == f"{KEY}:{SECRET}"
    assert request.headers["host"] == "rest.nexmo.com"
    assert request.headers["content-type"].lower() == "application/x-www-form-urlencoded;charset=utf-8"
    assert request.headers["connection"] == "close"
    reference = request.form.pop("client-ref")
    assert re.fullmatch(r"tf-[a-z0-9]{6,7}-[a-z0-9]{1,7}", reference)
    assert result.console == (f"vonage accepted parts=1 id=0A00000000ABCD1 ref={reference}",)
    assert request.form == {"from": SENDER, "to": "18085555555", "text": TEXT, "type": "text"}


@pytest.mark.parametrize(
    "typed",
    ["447700900000", "+447700900000", "+44 7700 900-000", "0044 7700 900000", " +44(7700)900.000\u00a0"],
)
def test_reduces_the_recipient_to_digits(send: Send, vonage: StandIn, typed: str):
    assert send(recipient=typed).fine
    assert vonage.only_request().form["to"] == "447700900000"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"recipient": "07700 900000"}, "sender recipient has no country code"),
        ({"recipient": "000447700900000"}, "sender recipient has no country code"),
        ({"recipient": "+44 7700"}, "sender recipient is too short"),
        ({"recipient": ""}, "sender recipient is too short"),
        ({"recipient": None}, "sender recipient is too short"),
        ({"recipient": "+4477009000001234"}, "sender recipient is too long"),
        ({"as_text": ""}, "sender text is empty"),
        ({"delivery_method": "voice", "message_type": "voice"}, "sender voice is not supported"),
        ({"secrets": None}, "sender secret VONAGE_API_KEY is missing"),
        ({"secrets": {}}, "sender secret VONAGE_API_KEY is missing"),
        ({"secrets": {"VONAGE_API_KEY": KEY}}, "sender secret VONAGE_API_SECRET is missing"),
        (
            {"secrets": {"VONAGE_API_KEY": KEY, "VONAGE_API_SECRET": SECRET, "VONAGE_FROM_NUMBER": " "}},
            "sender secret VONAGE_FROM_NUMBER is missing",
        ),
    ],
)
def test_drops_what_cannot_be_sent_without_asking_vonage(
    send: Send, vonage: StandIn, changes: dict[str, object], reason: str
):
    result = send(**changes)
    assert result.reason == reason
    assert result.failed(RunOutcome.DROPPED, f"SENDER_{reason.split()[1].upper()}")
    assert vonage.connections == 0


@pytest.mark.parametrize(
    ("countries", "sent"), [(["44"], True), (["49", "447"], True), (["49", "43"], False)]
)
def test_keeps_to_the_allowed_countries(send: Send, vonage: StandIn, countries: list[str], sent: bool):
    result = send(recipient="+44 7700 900000", options={"countries": countries, "retries": True})
    assert result.fine is sent
    assert sent or result.failed(RunOutcome.DROPPED, "SENDER_COUNTRY")
    assert vonage.connections == len(vonage.requests) == (1 if sent else 0)
    assert result.reason == ("" if sent else "sender country is not allowed")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Code: 1234 – Grüße", "unicode"),  # the dash is the only character that does not fit
        ("Grüße, Ångström, à é Ω €", "text"),
        ("[{~^|\\}]\r\nÆ", "text"),
        ("code 1234 \U0001f600", "unicode"),
        ("código", "unicode"),
        ("コード 1234 & = + % ?", "unicode"),
    ],
)
def test_chooses_the_encoding_and_carries_any_text(send: Send, vonage: StandIn, text: str, kind: str):
    assert send(as_text=text).fine
    form = vonage.only_request().form
    assert (form["text"], form["type"]) == (text, kind)


def test_knows_the_same_alphabet_as_the_program(start: Start, sender_code: str):
    every = [chr(code) for code in range(0x10000) if not 0xD800 <= code < 0xE000]
    probe = "\nexports.probe = async ({ all }, api) => api.notification.drop(all.filter((c) => GSM7.test(c)).join(''));"
    result = start().run(sender_code + probe, "probe", {"all": every}, {})
    assert set(result.reason) == set(filter(is_gsm7, every))
    assert len(result.reason) == 137


def test_uses_the_correlation_id_as_reference(send: Send, vonage: StandIn):
    send(transaction={"correlation_id": "0f3c5a7e-1d2b-4c6d-8e9f-a0b1c2d3e4f5"})
    assert vonage.only_request().form["client-ref"] == "0f3c5a7e-1d2b-4c6d-8e9f-a0b1c2d3e4f5"


@pytest.mark.parametrize("strange", ["ann@example.com", "x" * 41, "", "a b", None, 7])
def test_makes_its_own_reference_where_the_correlation_id_may_say_too_much(
    send: Send, vonage: StandIn, strange: object
):
    send(transaction={"correlation_id": strange})
    reference = vonage.only_request().form["client-ref"]
    assert len(reference) <= 40
    assert reference.startswith("tf-") or reference == str(strange)


def test_encodes_form_fields_as_browsers_do(start: Start, vonage: StandIn):
    text = "".join(map(chr, range(32, 127))) + "\r\n\u00e9\u20ac\U0001f600"
    code = (
        "exports.go = async (e, api) => api.notification.drop(new URLSearchParams({ t: e.text }).toString());"
    )
    reason = start().run(code, "go", {"text": text}, {}).reason
    assert reason == "t=" + quote_plus(text, safe="*").replace("~", "%7E")
