"""The Vonage adapter against sockets that misbehave: one POST, whatever happens."""

import logging
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from tests.unit.adapters.wire import Wire, answer, closed_port, serving

from textfactor.adapters import http
from textfactor.adapters.vonage import VonageSms
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.profile import Endpoints
from textfactor.domain.secret import Secret
from textfactor.domain.sending import Balance, OutgoingSms, OwnedNumber, SendOutcome
from textfactor.services.container import VonageKey

KEY = VonageKey("a1b2c3d4", Secret("CanarySecret42"))
SMS = OutgoingSms("491700000000", "Practice", "canary text 123456", unicode=False, client_ref="ref-1")
PART = {
    "to": "491700000000",
    "message-id": "0A0000000123ABCD1",
    "status": "0",
    "remaining-balance": "3.14",
    "message-price": "0.0720",
    "network": "26201",
}


def sms(wire: Wire) -> VonageSms:
    return VonageSms(KEY, Endpoints(vonage_host=wire.host, ca_file=wire.ca_file), pause=lambda _seconds: None)


def posts(wire: Wire) -> int:
    return sum(request.method == "POST" for request in wire.requests)


def test_sends_a_form_with_basic_credentials_and_reads_each_part(tmp_path):
    second = {**PART, "message-id": "0A02", "remaining-balance": "3.07"}
    with serving(tmp_path, lambda _r: answer({"message-count": "2", "messages": [PART, second]})) as wire:
        result = sms(wire).send(SMS)
    [request] = wire.requests
    assert (request.method, request.path) == ("POST", "/sms/json")
    assert request.headers["authorization"].startswith("Basic ")
    assert "CanarySecret42" not in request.body
    assert parse_qs(request.body) == {
        "to": ["491700000000"],
        "from": ["Practice"],
        "text": ["canary text 123456"],
        "type": ["text"],
        "client-ref": ["ref-1"],
    }
    assert result.outcome is SendOutcome.ACCEPTED
    assert [part.message_id for part in result.parts] == ["0A0000000123ABCD1", "0A02"]
    assert (result.parts[0].price, result.parts[0].network, result.balance) == ("0.0720", "26201", "3.07")


def test_unicode_text_is_sent_as_unicode(tmp_path):
    message = OutgoingSms("491700000000", "Practice", "Grüße ✓", unicode=True, client_ref="")
    with serving(tmp_path, lambda _r: answer({"messages": [PART]})) as wire:
        sms(wire).send(message)
    fields = parse_qs(wire.requests[0].body)
    assert (fields["type"], fields["text"]) == (["unicode"], ["Grüße ✓"])
    assert "client-ref" not in fields


@pytest.mark.parametrize(
    ("rows", "outcome"),
    [
        ([{"status": "4", "error-text": "Bad Credentials"}], SendOutcome.REFUSED),
        ([{"status": "4"}], SendOutcome.REFUSED),
        ([{"status": 9, "error-text": "Quota Exceeded - rejected"}], SendOutcome.REFUSED),
        ([PART, {"status": "9", "error-text": "Quota Exceeded - rejected"}], SendOutcome.REFUSED),
        ([{"message-id": "x"}], SendOutcome.UNKNOWN),
        ([], SendOutcome.UNKNOWN),
    ],
)
def test_a_200_is_judged_by_its_parts(tmp_path, rows, outcome):
    body = {"message-count": str(len(rows)), "messages": rows}
    with serving(tmp_path, lambda _r: answer(body)) as wire:
        result = sms(wire).send(SMS)
    assert result.outcome is outcome
    assert posts(wire) == 1


def test_error_texts_do_not_repeat_number_or_text(tmp_path):
    row = {"status": "3", "error-text": "Invalid to: +49 170 0000000, text canary text 123456"}
    with serving(tmp_path, lambda _r: answer({"messages": [row]})) as wire:
        result = sms(wire).send(SMS)
    assert result.parts[0].error_text == "Invalid to: •••, text •••"


@pytest.mark.parametrize(
    ("reply", "outcome", "kind"),
    [
        (None, SendOutcome.UNKNOWN, ProblemKind.CONNECTION_LOST),
        (
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{\"mess",
            SendOutcome.UNKNOWN,
            ProblemKind.CONNECTION_LOST,
        ),
        (answer("<html>Welcome to Hotel Wi-Fi", content_type="text/html"), SendOutcome.UNKNOWN,
         ProblemKind.NOT_THE_SERVICE),
        (answer('{"messages": [{"status"', content_type="application/json"), SendOutcome.UNKNOWN,
         ProblemKind.NOT_THE_SERVICE),
        (answer("", content_type="application/json"), SendOutcome.UNKNOWN, ProblemKind.NOT_THE_SERVICE),
        (answer({"oops": 1}), SendOutcome.UNKNOWN, ProblemKind.NOT_THE_SERVICE),
        (answer([PART]), SendOutcome.UNKNOWN, ProblemKind.NOT_THE_SERVICE),
        (answer("gateway", "502 Bad Gateway", "text/html"), SendOutcome.UNKNOWN, ProblemKind.SERVICE_FAULT),
        (answer({}, "500 Internal Server Error"), SendOutcome.UNKNOWN, ProblemKind.SERVICE_FAULT),
        (
            answer({"error-code": "401", "error-code-label": "authentication failed"}, "401 Unauthorized"),
            SendOutcome.REFUSED,
            ProblemKind.BAD_CREDENTIALS,
        ),
        (answer("no", "401 Unauthorized", "text/plain"), SendOutcome.REFUSED, ProblemKind.BAD_CREDENTIALS),
        (answer({}, "403 Forbidden"), SendOutcome.REFUSED, ProblemKind.BAD_CREDENTIALS),
        (answer("<html>blocked", "403 Forbidden", "text/html"), SendOutcome.UNKNOWN,
         ProblemKind.NOT_THE_SERVICE),
        (answer({}, "429 Too Many Requests", headers="Retry-After: 3\r\n"), SendOutcome.REFUSED,
         ProblemKind.RATE_LIMITED),
        (answer({}, "400 Bad Request"), SendOutcome.REFUSED, ProblemKind.REFUSED),
        (answer("", "307 Temporary Redirect", headers="Location: https://127.0.0.1:1/sms/json\r\n"),
         SendOutcome.UNKNOWN, ProblemKind.NOT_THE_SERVICE),
    ],
)  # fmt: skip
def test_one_post_and_an_honest_outcome(tmp_path, reply, outcome, kind):
    with serving(tmp_path, lambda _r: reply) as wire:
        result = sms(wire).send(SMS)
    assert posts(wire) == 1
    assert wire.connections == 1
    assert result.outcome is outcome
    assert result.problem is not None
    assert result.problem.kind is kind
    assert "canary" not in repr(result)
    assert "491700000000" not in repr(result.problem)


def test_silence_after_the_post_is_unknown(tmp_path, monkeypatch):
    monkeypatch.setattr(http, "READ_SECONDS", 0.3)
    with serving(tmp_path, lambda _r: None) as wire:
        wire.handler = wire.hang
        result = sms(wire).send(SMS)
        assert posts(wire) == 1
    assert result.outcome is SendOutcome.UNKNOWN
    assert result.problem is not None
    assert result.problem.kind is ProblemKind.TIMED_OUT


def test_silence_before_tls_is_not_sent(tmp_path, monkeypatch):
    monkeypatch.setattr(http, "READ_SECONDS", 0.3)
    monkeypatch.setattr(http, "CONNECT_SECONDS", 0.3)
    with serving(tmp_path, lambda _r: None, tls=False) as wire:
        result = sms(wire).send(SMS)
    assert result.outcome is SendOutcome.NOT_SENT
    assert result.problem is not None
    assert result.problem.kind is ProblemKind.TIMED_OUT


def test_an_untrusted_certificate_is_not_sent(tmp_path):
    with serving(tmp_path, lambda _r: answer({"messages": [PART]}), trusted=False) as wire:
        result = sms(wire).send(SMS)
    assert wire.requests == []
    assert result.outcome is SendOutcome.NOT_SENT
    assert result.problem is not None
    assert result.problem.kind is ProblemKind.TLS_UNTRUSTED


def test_the_system_does_not_trust_the_practice_authority(tmp_path):
    with serving(tmp_path, lambda _r: answer({"messages": [PART]})) as wire:
        result = VonageSms(KEY, Endpoints(vonage_host=wire.host)).send(SMS)
    assert result.outcome is SendOutcome.NOT_SENT
    assert result.problem is not None
    assert result.problem.kind is ProblemKind.TLS_UNTRUSTED


@pytest.mark.parametrize(
    ("endpoints", "kind"),
    [
        (lambda: Endpoints(vonage_host=f"127.0.0.1:{closed_port()}"), ProblemKind.NO_NETWORK),
        (lambda: Endpoints(vonage_host="vonage.invalid"), ProblemKind.NAME_NOT_FOUND),
        (
            lambda: Endpoints(vonage_host="vonage.invalid", proxy=f"http://u:p@127.0.0.1:{closed_port()}"),
            ProblemKind.PROXY_FAILED,
        ),
        (lambda: Endpoints(vonage_host="vonage.invalid", proxy="http://[bad"), ProblemKind.PROXY_FAILED),
        (lambda: Endpoints(vonage_host="vonage.invalid", ca_file="/no/such.pem"), ProblemKind.FILE_FAILED),
    ],
)
def test_what_never_left_is_not_sent(endpoints, kind):
    result = VonageSms(KEY, endpoints()).send(SMS)
    assert result.outcome is SendOutcome.NOT_SENT
    assert result.problem is not None
    assert result.problem.kind is kind
    assert "u:p" not in repr(result)


def test_reads_are_tried_three_times_and_no_more(tmp_path):
    with serving(tmp_path, lambda _r: None) as wire, pytest.raises(ProblemError) as caught:
        sms(wire).balance()
    assert len(wire.requests) == 3
    assert caught.value.problem.kind is ProblemKind.CONNECTION_LOST


def test_a_read_that_recovers_is_fine(tmp_path):
    replies = [None, answer({}, "503 Busy"), answer({"value": 10.17, "autoReload": True})]
    with serving(tmp_path, lambda _r: replies.pop(0)) as wire:
        assert sms(wire).balance() == Balance(10.17, auto_reload=True)
    assert {request.path for request in wire.requests} == {"/account/get-balance"}


def test_bad_credentials_are_asked_once(tmp_path):
    body = {"error-code": "401", "error-code-label": "authentication failed"}
    refusing = serving(tmp_path, lambda _r: answer(body, "401 Unauthorized"))
    with refusing as wire, pytest.raises(ProblemError) as caught:
        sms(wire).balance()
    assert len(wire.requests) == 1
    assert caught.value.problem.kind is ProblemKind.BAD_CREDENTIALS
    assert caught.value.problem.code == "401"


def test_numbers_are_read_to_the_last_page(tmp_path):
    row = {"country": "GB", "msisdn": "447700900000", "type": "mobile-lvn", "features": ["SMS", "VOICE"]}
    pages = [
        answer({"count": 101, "numbers": [row] * 100}),
        answer({"count": 101, "numbers": [{"country": "US", "msisdn": 18005550199, "features": ["VOICE"]}]}),
    ]
    with serving(tmp_path, lambda _r: pages.pop(0)) as wire:
        numbers = sms(wire).owned_numbers()
    assert len(numbers) == 101
    assert numbers[0] == OwnedNumber("447700900000", "GB", can_send_sms=True)
    assert numbers[100] == OwnedNumber("18005550199", "US", can_send_sms=False)
    assert ["index=2" in request.path for request in wire.requests] == [False, True]


def test_no_numbers_is_an_empty_object(tmp_path):
    with serving(tmp_path, lambda _r: answer({})) as wire:
        assert sms(wire).owned_numbers() == ()


@pytest.mark.parametrize(
    ("body", "price"),
    [
        ({"defaultPrice": "0.07200000", "networks": []}, "0.07200000"),
        ({"networks": [{"price": None}, {"price": "0.05"}]}, "0.05"),
        ({"countryCode": "XX"}, None),
    ],
)
def test_price_names_a_part(tmp_path, body, price):
    with serving(tmp_path, lambda _r: answer(body)) as wire:
        assert sms(wire).price("DE") == price
    assert wire.requests[0].path == "/account/get-pricing/outbound/sms?country=DE"


def test_an_unknown_country_has_no_price(tmp_path):
    with serving(tmp_path, lambda _r: answer({}, "404 Not Found")) as wire:
        assert sms(wire).price("XX") is None


def test_another_shape_is_not_the_service(tmp_path):
    with (
        serving(tmp_path, lambda _r: answer({"value": "much"})) as wire,
        pytest.raises(ProblemError) as caught,
    ):
        sms(wire).balance()
    assert caught.value.problem.kind is ProblemKind.NOT_THE_SERVICE


def test_netrc_and_environment_have_no_say(tmp_path, own_home: Path, monkeypatch):
    netrc = own_home / ".netrc"
    netrc.write_text("default login thief password thief\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/no/such/bundle.pem")
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    with serving(tmp_path, lambda _r: answer({"messages": [PART]})) as wire:
        result = sms(wire).send(SMS)
    assert result.outcome is SendOutcome.ACCEPTED
    assert wire.requests[0].headers["authorization"] == "Basic YTFiMmMzZDQ6Q2FuYXJ5U2VjcmV0NDI="


def test_the_sdk_logs_nothing_at_any_level(tmp_path, caplog):
    logging.getLogger("vonage").setLevel(logging.DEBUG)
    try:
        with (
            serving(tmp_path, lambda _r: answer({}, "400 Bad Request")) as wire,
            caplog.at_level(logging.DEBUG),
        ):
            sms(wire).send(SMS)
    finally:
        logging.getLogger("vonage").setLevel(logging.NOTSET)
    assert "vonage" not in {record.name for record in caplog.records}
    assert "491700000000" not in caplog.text
    assert "canary" not in caplog.text


def test_an_address_that_is_not_allowed_is_known_by_its_type(tmp_path):
    body = {"type": "https://developer.vonage.com/api-errors#invalid-ip", "title": "Invalid IP"}
    with serving(tmp_path, lambda _r: answer(body, "403 Forbidden")) as wire:
        result = sms(wire).send(SMS)
    assert result.problem is not None
    assert (result.problem.kind, result.problem.code) == (ProblemKind.BAD_CREDENTIALS, "invalid-ip")


RECORD = {
    "message_id": "0A01", "status": "rejected", "error_code": 6, "error_code_description": "Blocked: +491700000000",
    "date_received": "2026-11-24T08:00:00Z", "latency": "900", "network": "26201", "total_price": "0.07",
}  # fmt: skip


def test_fates_come_in_the_order_of_the_ids_and_unknown_ids_have_none(tmp_path):
    with serving(tmp_path, lambda _r: answer({"records": [RECORD], "ids_not_found": "0A02"})) as wire:
        unknown, known = sms(wire).fates(("0A02", "0A01"))
    [request] = wire.requests
    assert request.path.startswith("/v2/reports/records?")
    assert "direction=outbound" in request.path
    assert (unknown.status, known.status, known.error_code, known.latency) == ("", "rejected", "6", "900")
    assert "491700000000" not in known.error_text


def test_a_paid_question_is_asked_once_even_when_it_fails(tmp_path):
    with (
        serving(tmp_path, lambda _r: answer({"title": "no"}, "500 Internal Server Error")) as wire,
        pytest.raises(ProblemError),
    ):
        sms(wire).fates(("0A01",))
    assert len(wire.requests) == 1


def test_reports_of_another_shape_are_said_to_be_so(tmp_path):
    with serving(tmp_path, lambda _r: answer({"records": 7})) as wire, pytest.raises(ProblemError) as caught:
        sms(wire).fates(("0A01",))
    assert caught.value.problem.kind is ProblemKind.NOT_THE_SERVICE
