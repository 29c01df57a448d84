"""The Node clients of Vonage against the practice world: what they ask, what they make of each answer (facts: wire)."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from tests.unit.practice.kit import NUMBER, Client

from textfactor.practice import PracticeWorld

pytestmark = [pytest.mark.peers, pytest.mark.timeout(120)]

BOTH = pytest.mark.parametrize("peer", ["server-sdk", "nexmo"])
Ask = Callable[..., dict[str, Any]]


@pytest.fixture
def world(make_world: Callable[..., PracticeWorld]) -> PracticeWorld:
    return make_world()


@pytest.fixture
def client(world: PracticeWorld):
    made = Client(world)
    yield made
    made.close()


@pytest.fixture
def ask(world: PracticeWorld, run_node: Callable[..., str]) -> Ask:
    """Make one call with a client and return what it told."""

    def run(peer: str, command: str, secret: str = "", **argument: object) -> dict[str, Any]:
        info = world.info()
        env = {
            "NODE_EXTRA_CA_CERTS": info["ca_file"],
            "NODE_NO_WARNINGS": "1",
            "REST_URL": info["vonage"]["url"],
            "API_KEY": info["vonage"]["api_key"],
            "API_SECRET": secret or info["vonage"]["api_secret"],
        }
        told = run_node("vonage_client.js", peer, command, json.dumps(argument), env=env)
        return json.loads(told.strip().splitlines()[-1])

    return run


@BOTH
def test_an_sms_goes_out(ask: Ask, client: Client, peer: str):
    answer = ask(peer, "send", to=NUMBER, text="hello", **{"from": "Acme"})["answer"]
    assert (answer["message-count"], answer["messages"][0]["status"]) == ("1", "0")
    assert [(one["from"], one["to"], one["text"]) for one in client.inbox()] == [("Acme", NUMBER, "hello")]
    request = client.seen("/sms/json")[0]
    asked = request["query"] if peer == "nexmo" else request["body"]
    assert (asked["from"], asked["to"], asked["text"]) == ("Acme", NUMBER, "hello")
    assert client.basic[1] not in str(request)


@BOTH
def test_the_balance_and_the_numbers(ask: Ask, client: Client, peer: str):
    balance = ask(peer, "balance")["answer"]
    assert balance["value"] == 10
    numbers = ask(peer, "numbers", size=100)["answer"]
    assert numbers["count"] == 3
    assert {row["msisdn"] for row in numbers["numbers"]} >= {client.info["vonage"]["from"], "447700900142"}


@pytest.mark.parametrize(("text", "to", "statuses"), [
    ("hello", "447700900009", ["9"]),
    ("x" * 200, "447700900002", ["9"]),
])  # fmt: skip
def test_the_sdk_calls_every_failure_a_partial_one(
    ask: Ask, client: Client, text: str, to: str, statuses: list[str]
):
    told = ask("server-sdk", "send", to=to, text=text, **{"from": "Acme"})
    assert told["error"] == "MessageSendPartialFailure"
    assert [one["status"] for one in told["failed"]] == statuses


def test_nexmo_calls_no_failure_one(ask: Ask, client: Client):
    told = ask("nexmo", "send", to="447700900009", text="hello", **{"from": "Acme"})
    assert told["answer"]["messages"][0]["status"] == "9"


@BOTH
def test_a_wrong_secret(ask: Ask, client: Client, peer: str):
    told = ask(peer, "send", secret="Wrong0Secret", to=NUMBER, text="hello", **{"from": "Acme"})
    rows = told["failed"] if peer == "server-sdk" else told["answer"]["messages"]
    assert rows[0]["status"] == "4"
    assert ask(peer, "balance", secret="Wrong0Secret")["status"] == 401


@pytest.mark.parametrize("status", [401, 429, 500])
@BOTH
def test_an_http_status(ask: Ask, client: Client, peer: str, status: int):
    told = ask(peer, "send", to=f"447700900{status}", text="hello", **{"from": "Acme"})
    assert told["status"] == status
    assert told["error"] == ("VetchError" if peer == "server-sdk" else "callback")


@BOTH
def test_a_line_that_drops(ask: Ask, client: Client, peer: str):
    client.fault("drop_after_read", service="vonage")
    told = ask(peer, "send", to=NUMBER, text="hello", **{"from": "Acme"})
    assert told["error"]
    assert len(client.inbox()) == 1


def test_a_page_instead_of_an_answer(ask: Ask, client: Client):
    client.fault("html_answer", service="vonage")
    assert "error" not in ask("server-sdk", "send", to=NUMBER, text="hello", **{"from": "Acme"})
    assert ask("nexmo", "send", to=NUMBER, text="hello", **{"from": "Acme"})["status"] == 200


def test_a_certificate_of_somebody_else(ask: Ask, client: Client):
    client.fault("tls_untrusted", service="vonage")
    for peer in ("server-sdk", "nexmo"):
        assert ask(peer, "send", to=NUMBER, text="hello", **{"from": "Acme"})["error"]


def test_the_sdk_reads_prices_and_sets_where_receipts_go(ask: Ask, client: Client):
    told = ask("server-sdk", "price", country="GB")
    assert told["answer"]["defaultPrice"] == "0.03330000", told
    ask("server-sdk", "callbacks", drCallBackUrl="https://acme.example/dr")
    settings = client.vonage("POST", "/account/settings").json()
    assert settings["dr-callback-url"] == "https://acme.example/dr"
