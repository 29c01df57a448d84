"""The stand-in Vonage against the official descriptions, and the official Python client against the stand-in."""

import json
from typing import Any

import pytest
import requests
from tests.contract.practice.conftest import Judge
from tests.unit.practice.kit import NUMBER, Client
from vonage import Auth, HttpClientOptions, Vonage
from vonage_http_client.errors import AuthenticationError, ServerError
from vonage_numbers import ListOwnedNumbersFilter
from vonage_sms import SmsMessage
from vonage_sms.errors import PartialFailureError, SmsError

GOOD = {"from": "Acme", "to": NUMBER, "text": "hello"}


@pytest.fixture(scope="session")
def sms_judge(load):
    # Its two forms of an answer overlap, so that each real one is both: not "one of", "any of".
    description = json.loads(json.dumps(load("vonage-sms")).replace('"oneOf"', '"anyOf"'))
    return Judge(description, "https://rest.nexmo.com/sms")


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"client-ref": "r"},
        {"text": "x" * 400},
        {"to": "447700900009"},
        {"to": "447700900002", "text": "x" * 400},
        {"type": "unicode", "text": "ż"},
    ],
)
def test_sms(client: Client, sms_judge: Judge, change):
    key, secret = client.basic
    fields = GOOD | {"api_key": key, "api_secret": secret} | change
    answer = client.vonage("POST", "/sms/json", data=fields, auth=None)
    answer.request.url = str(answer.request.url).replace("/sms/json", "/json")
    assert sms_judge.request_errors(answer) == []
    assert sms_judge.response_errors(answer) == []


@pytest.mark.parametrize(
    ("name", "method", "path", "server"),
    [
        ("vonage-account", "GET", "/account/get-balance", "https://rest.nexmo.com"),
        ("vonage-account", "POST", "/account/settings", "https://rest.nexmo.com"),
        ("vonage-numbers", "GET", "/account/numbers?country=GB", "https://rest.nexmo.com"),
        (
            "vonage-pricing",
            "GET",
            "/account/get-pricing/outbound/sms?country=GB",
            "https://rest.nexmo.com/account",
        ),
    ],
)
def test_the_account(client: Client, load, name, method, path, server):
    key, secret = client.basic
    query = {"api_key": key, "api_secret": secret}
    answer = client.vonage(method, path, params=query, auth=None)
    assert answer.status_code == 200
    assert Judge(load(name), server).response_errors(answer) == []


@pytest.fixture
def sdk(client: Client) -> Vonage:
    return make_sdk(client)


def make_sdk(client: Client, secret: str = "", **options: Any) -> Vonage:
    """The official client, pointed at the stand-in and trusting its authority alone."""
    host = client.info["vonage"]["url"].removeprefix("https://")
    settings = HttpClientOptions(rest_host=host, api_host=host, timeout=10, max_retries=0, **options)
    made = Vonage(Auth(api_key=client.basic[0], api_secret=secret or client.basic[1]), settings)
    made.http_client._session.trust_env = False
    made.http_client._session.verify = client.info["ca_file"]
    return made


def close(sdk: Vonage) -> None:
    sdk.http_client._session.close()


def message(to: str = NUMBER, text: str = "hello") -> SmsMessage:
    return SmsMessage.model_validate({"to": to, "from_": "Acme", "text": text, "client_ref": "r"})


def test_the_official_client_sends_and_reads(client, sdk):
    answer = sdk.sms.send(message())
    assert (answer.message_count, answer.messages[0].status, answer.messages[0].client_ref) == ("1", "0", "r")
    assert client.inbox()[0]["client_ref"] == "r"
    assert sdk.account.get_balance().value == pytest.approx(9.9667)
    numbers, count, more = sdk.numbers.list_owned_numbers(ListOwnedNumbersFilter.model_validate({"size": 2}))
    assert (len(numbers), count, more) == (2, 3, 2)
    close(sdk)


def test_the_official_client_sees_refusals(client, sdk):
    with pytest.raises(SmsError, match="error code 9"):
        sdk.sms.send(message("447700900009"))
    with pytest.raises(PartialFailureError):
        sdk.sms.send(message("447700900002", "x" * 400))
    close(sdk)
    wrong = make_sdk(client, "Wrong0Secret")
    with pytest.raises(SmsError, match="error code 4"):
        wrong.sms.send(message())
    close(wrong)


@pytest.mark.allow_logs
def test_the_official_client_sees_http_errors(client, sdk):
    with pytest.raises(ServerError):
        sdk.sms.send(message("447700900500"))
    client.fault("auth_401")
    with pytest.raises(AuthenticationError):
        sdk.account.get_balance()
    close(sdk)


def test_the_official_client_pays_ten_times_when_the_line_drops(client):
    """The known danger that the product guards against: one call, ten messages."""
    client.fault("drop_after_read", service="vonage")
    careless, careful = make_sdk(client), make_sdk(client, pool_maxsize=1)
    with pytest.raises(requests.ConnectionError):
        careless.sms.send(message())
    assert len(client.inbox()) == 10
    with pytest.raises(requests.ConnectionError):
        careful.sms.send(message())
    assert len(client.inbox()) == 11
    close(careless)
    close(careful)
