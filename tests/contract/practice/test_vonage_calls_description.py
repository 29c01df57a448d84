"""The newer calls of the stand-in Vonage against the official descriptions, and where the two differ.

Differences that are wanted (the wire wins, see the facts of the project):

* `vonage-sms.json` 1.2.0 wants `api_key` in the body; Basic is accepted, JSON and query too.
* `vonage-reports.json` 2.2.2 calls `latency` an integer and `total_price` a number, and its own examples write them
  as text, as the stand-in does; it calls times with a clock "date", and wants a `client_ref` of exactly 40 characters.
* `vonage-messages.json` 1.4.0 requires a field `message`, which no message has; it knows JWT and Basic, the
  stand-in takes Basic alone.
* Answers are "one of" several forms that one answer fits at once.
* Both, and the secrets, describe refusals as JSON; they are sent as `application/problem+json`.
* `vonage-pricing.json` and `vonage-account.json` want the key in the query; Basic is accepted.
"""

import json
from collections.abc import Callable
from typing import Any

import pytest
import requests
from tests.contract.practice.conftest import Judge
from tests.unit.practice.kit import NUMBER, Client

ACCOUNT = "https://api.nexmo.com"
REPORTS = "https://api.nexmo.com"
MESSAGES = "https://api.nexmo.com/v1/messages"
Load = Callable[[str], dict[str, Any]]


@pytest.fixture
def secrets(client: Client) -> Callable[..., Any]:
    return lambda method="GET", path="", **more: client.vonage(
        method, f"/accounts/{client.basic[0]}/secrets{path}", **more
    )


def test_secrets(client: Client, load: Load, secrets):
    judge = Judge(_any_of(load("vonage-account")), ACCOUNT)
    first = secrets().json()["_embedded"]["secrets"][0]["id"]
    made = secrets("POST", json={"secret": "Another4Secret"})
    for answer, status in (
        (secrets(), 200),
        (made, 201),
        (secrets(path=f"/{first}"), 200),
        (secrets(path="/nope"), 404),
        (secrets("POST", json={"secret": "YetAnother4Secret"}), 400),
        (secrets(auth=(client.basic[0], "x")), 401),
        (client.vonage("GET", "/accounts/abcd1234/secrets"), 404),
        (secrets("DELETE", f"/{first}"), 204),
    ):
        assert answer.status_code == status
        assert _errors(judge, answer) == [], answer.text


def _any_of(description: dict[str, Any]) -> dict[str, Any]:
    """Return a description whose "one of" forms may overlap, as they do."""
    return json.loads(json.dumps(description).replace('"oneOf"', '"anyOf"'))


def _errors(judge: Judge, answer: requests.Response) -> list[str]:
    """Judge an answer; a refusal as if it were sent as JSON, as the descriptions call it."""
    if answer.headers.get("content-type") == "application/problem+json":
        answer.headers["content-type"] = "application/json"
    return judge.response_errors(answer)


@pytest.mark.parametrize("country", ["GB", "US"])
def test_prices(client: Client, load: Load, country: str):
    key, secret = client.basic
    judge = Judge(load("vonage-pricing"), "https://rest.nexmo.com/account")
    query = {"api_key": key, "api_secret": secret, "country": country}
    answer = client.vonage("GET", "/account/get-pricing/outbound/sms", params=query, auth=None)
    assert judge.request_errors(answer) == []
    assert judge.response_errors(answer) == []
    again = client.vonage("GET", "/account/get-pricing/outbound/sms", params=query, auth=None)
    assert again.status_code == 429


def _reports(description: dict[str, Any]) -> dict[str, Any]:
    """Return the description of reports as its own examples would have it."""
    mended = json.loads(
        json.dumps(description).replace('"oneOf"', '"anyOf"').replace(', "format": "date"', "")
    )
    for name in ("latency", "price"):
        mended["components"]["schemas"][name].pop("type")
    for bound in ("minLength", "maxLength"):
        mended["components"]["schemas"]["client_ref"].pop(bound)
    return mended


def test_reports(client: Client, load: Load, clock):
    judge = Judge(_reports(load("vonage-reports")), REPORTS)
    sent = client.sms(client_ref="r")["messages"][0]["message-id"]
    clock.forward(3)
    query = {"account_id": client.basic[0], "product": "SMS", "direction": "outbound"}
    for more, status in (
        ({"id": f"{sent},nope"}, 200),
        ({"date_start": "2026-11-18T00:00:00Z", "date_end": "2026-11-19T00:00:00Z"}, 200),
        ({"id": sent, "date_start": "2026-11-18T00:00:00Z"}, 422),
        ({"account_id": "abcd1234", "id": sent}, 403),
    ):
        answer = client.vonage("GET", "/v2/reports/records", params=query | more)
        assert answer.status_code == status
        assert _errors(judge, answer) == [], answer.text


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({}, 202),
        ({"client_ref": "r"}, 202),
        ({"channel": "pigeon"}, 422),
        ({"from": ""}, 422),
        ({"to": "447700900009"}, 402),
        ({"to": "447700900001"}, 429),
    ],
)
def test_messages(client: Client, load: Load, change: dict[str, str], status: int):
    description = json.loads(
        json.dumps(load("vonage-messages"))
        .replace('"from", "message", "', '"from", "')
        .replace('"oneOf"', '"anyOf"')
    )
    judge = Judge(description, MESSAGES)
    body = {"channel": "sms", "message_type": "text", "from": "Acme", "to": NUMBER, "text": "hello"} | change
    answer = client.vonage("POST", "/v1/messages", json=body)
    assert answer.status_code == status
    answer.request.url = str(answer.request.url).replace("/v1/messages", "/")
    if answer.status_code == 202:
        assert judge.request_errors(answer) == []
    assert _errors(judge, answer) == [], answer.text


@pytest.mark.parametrize("text", ["", "é", "😀"])
def test_numbers_and_settings(client: Client, load: Load, text: str):
    judge = Judge(load("vonage-numbers"), "https://rest.nexmo.com")
    for query in ({}, {"country": "GB"}, {"pattern": text}, {"size": "1", "index": "2"}):
        answer = client.vonage("GET", "/account/numbers", params=query)
        assert judge.response_errors(answer) == []
