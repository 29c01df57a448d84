"""The Vonage account: trial rules, throttling, senders by country, secrets, reports, receipts, other senders."""

import base64

import pytest
from tests.unit.practice.kit import NUMBER, Client

from textfactor.practice.vonage.account import new_account
from textfactor.practice.vonage.fates import ERRORS
from textfactor.practice.vonage.senders import GENERIC, RULES, judge

GOOD = {"from": "Acme", "to": NUMBER, "text": "hello"}
REMARK = " [FREE SMS DEMO, TEST MESSAGE]"


def status(client, **fields) -> str:
    return client.sms(**fields)["messages"][0]["status"]


# ---------------------------------------------------------------- trial


def test_a_trial_account_reaches_its_test_numbers_with_a_remark_that_counts(client):
    changed = client.control(
        "PATCH", "/account", {"trial": True, "balance": "2.00", "test_numbers": [NUMBER]}
    )
    assert changed.json() == {
        "balance": "2.0000",
        "trial": True,
        "test_numbers": [NUMBER],
        "signed_only": False,
    }
    assert client.vonage("GET", "/account/get-balance").json()["value"] == 2.0

    assert status(client, to="447700900124") == "29"
    # 30 characters, of which the brackets take two units each.
    assert len(client.sms(text="x" * 128)["messages"]) == 1
    assert len(client.sms(text="x" * 129)["messages"]) == 2
    assert client.inbox()[0]["text"] == "x" * 128 + REMARK


@pytest.mark.parametrize(
    "body",
    [
        {"trial": "yes"},
        {"balance": 2},
        {"balance": "lots"},
        {"balance": "NaN"},
        {"balance": "1e30"},
        {"test_numbers": "447700900123"},
        {"test_numbers": ["+447700900123"]},
        {"test_numbers": ["447700900123"] * 11},
        {"test_numbers": [7]},
        {"colour": "red"},
        [],
    ],
)
def test_terms_that_make_no_sense_change_nothing(client, body):
    before = client.control("GET", "/account").json()
    answer = client.control("PATCH", "/account", body)
    assert answer.status_code == 400
    assert answer.json()["error"]
    assert client.control("GET", "/account").json() == before


def test_an_account_for_signed_messages_only_refuses_the_others(client):
    client.control("PATCH", "/account", {"signed_only": True})
    assert status(client) == "14"


# ---------------------------------------------------------------- throttling


def test_thirty_messages_a_second_then_a_hint_how_long_to_wait(client, clock):
    assert [status(client) for _ in range(30)] == ["0"] * 30
    refused = client.sms()["messages"][0]
    assert (refused["status"], refused["error-text"]) == (
        "1",
        "Throughput Rate Exceeded - please wait [ 34 ] and retry",
    )
    clock.forward(0.034)
    assert status(client) == "0"
    assert status(client) == "1"


def test_a_north_american_long_number_sends_one_a_second_there_and_any_number_elsewhere(client, clock):
    own = client.info["vonage"]["from"]
    assert status(client, to="12025550156", sender=own) == "0"
    refused = client.sms(to="12025550157", sender=own)["messages"][0]
    assert refused["error-text"] == "Throughput Rate Exceeded - please wait [ 1000 ] and retry"
    assert status(client, sender=own) == "0"
    clock.forward(1)
    assert status(client, to="12025550157", sender=own) == "0"


# ---------------------------------------------------------------- senders


@pytest.mark.parametrize(
    ("country", "sender", "fate"),
    [
        ("US", "Acme", "refused"),
        ("CA", "12025550111", "refused"),
        ("GB", "Acme", "taken"),
        ("GB", "Verify", "dropped"),
        ("FR", "INFO", "dropped"),
        ("FR", "447700900142", "replaced"),
        ("DE", "CODE", "dropped"),
        ("IN", "Acme", "dropped"),
        ("AR", "Acme", "replaced"),
        ("SG", "Acme", "replaced"),
        ("NL", "VERIFY", "taken"),
        ("", "INFO", "taken"),
    ],
)
def test_each_country_has_its_rule(country, sender, fate):
    assert judge(country, sender, owned=False, registered=False).fate == fate


def test_an_owned_number_may_send_to_the_us_and_a_registered_text_to_india():
    assert judge("US", "12025550111", owned=True, registered=False).fate == "taken"
    assert judge("IN", "Acme", owned=False, registered=True).fate == "taken"


def test_the_table_names_its_sources():
    assert all(rule.source for rule in RULES.values())
    assert all(
        rule.replacement for rule in RULES.values() if "replaced" in (rule.name, rule.generic, rule.number)
    )
    assert all(word == word.upper() for word in GENERIC)


def test_a_generic_sender_is_accepted_paid_for_and_lost(client, clock):
    part = client.sms(sender="VERIFY")["messages"][0]
    assert part["status"] == "0"
    clock.forward(10)
    assert client.inbox() == []
    assert _receipt(client, part["message-id"])["err-code"] == "6"


def test_a_network_may_put_its_own_number_in_the_place_of_the_sender(client):
    client.sms(to="33612345678", sender="447700900142")
    assert client.inbox()[0]["from"] == "38080"


def test_without_numbers_nothing_goes_to_the_us(client):
    client.fault("no_numbers")
    assert client.vonage("GET", "/account/numbers").json() == {}
    assert status(client, to="12025550156", sender=client.info["vonage"]["from"]) == "15"


# ---------------------------------------------------------------- other kinds of message


def test_a_binary_message_is_one_part_and_arrives_as_it_was_sent(client):
    assert len(client.sms(type="binary", body="0011ff", udh="06050415811581", text="")["messages"]) == 1
    message = client.inbox()[0]
    assert (message["encoding"], message["text"], message["parts"]) == ("8-bit", "0011ff", 1)


def test_the_newer_send_call(client, clock):
    body = {
        "channel": "sms",
        "message_type": "text",
        "from": "Acme",
        "to": NUMBER,
        "text": "ż",
        "client_ref": "r",
    }
    answer = client.vonage("POST", "/v1/messages", json=body)
    assert (answer.status_code, set(answer.json())) == (202, {"message_uuid"})
    assert (client.inbox()[0]["encoding"], client.inbox()[0]["client_ref"]) == ("UCS-2", "r")
    forced = body | {"sms": {"encoding_type": "text"}}
    assert client.vonage("POST", "/v1/messages", json=forced).status_code == 202
    assert client.inbox()[1]["text"] == "?"


@pytest.mark.parametrize(
    ("change", "http", "ends"),
    [
        ({"channel": "pigeon"}, 422, "#1400"),
        ({"channel": "whatsapp"}, 422, "#1410"),
        ({"message_type": "image"}, 422, "#1440"),
        ({"from": ""}, 422, "#1420"),
        ({"to": 7}, 422, "#1430"),
        ({"text": ""}, 422, "#1020"),
        ({"text": "x" * 1001}, 422, "#1020"),
        ({"client_ref": "x" * 101}, 422, "#1450"),
        ({"to": "+447700900123"}, 422, "#1020"),
        ({"to": "12025550199"}, 422, "#1120"),
        ({"to": "447700900007"}, 422, "#1050"),
        ({"to": "447700900009"}, 402, "#low-balance"),
        ({"to": "447700900001"}, 429, "#1000"),
        ({"to": "447700900014"}, 422, "#1020"),
    ],
)
def test_the_newer_send_call_refuses_with_problem_details(client, change, http, ends):
    body = {"channel": "sms", "message_type": "text", "from": "Acme", "to": NUMBER, "text": "hello"} | change
    answer = client.vonage("POST", "/v1/messages", json=body)
    assert answer.status_code == http
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"].endswith(ends)
    assert client.inbox() == []


def test_the_newer_send_call_wants_basic_credentials_and_json(client):
    assert client.vonage("POST", "/v1/messages", json=GOOD, auth=None).status_code == 401
    assert client.vonage("POST", "/v1/messages", json=GOOD, auth=(client.basic[0], "x")).status_code == 401
    assert client.vonage("POST", "/v1/messages", data=b"{").json()["type"].endswith("#invalid-json")
    client.fault("wrong_secret")
    assert client.vonage("POST", "/v1/messages", json=GOOD).status_code == 401


# ---------------------------------------------------------------- receipts and reports


def _receipt(client, message_id) -> dict:
    rows = client.control("GET", "/receipts").json()["receipts"]
    return next(row for row in rows if row["messageId"] == message_id)


def test_a_receipt_comes_after_the_message(client, clock):
    part = client.sms(client_ref="ref", callback="https://acme.example/dr")["messages"][0]
    assert client.control("GET", "/receipts").json() == {"receipts": []}
    clock.forward(2)
    assert _receipt(client, part["message-id"]) == {
        "msisdn": NUMBER,
        "to": "Acme",
        "network-code": "23410",
        "messageId": part["message-id"],
        "price": "0.03330000",
        "status": "delivered",
        "scts": "2611181106",
        "err-code": "0",
        "api-key": client.basic[0],
        "message-timestamp": "2026-11-18T11:06:42.250Z",
        "client-ref": "ref",
        "callback": "https://acme.example/dr",
    }


def test_who_asks_for_no_receipt_gets_none(client, clock):
    client.sms(status_report_req="false")
    clock.forward(2)
    assert client.control("GET", "/receipts").json() == {"receipts": []}


@pytest.mark.parametrize("error", [*range(1, 16), *range(50, 55), 99])
def test_the_ending_of_a_number_is_the_error_of_its_receipt(client, clock, error):
    part = client.sms(to=f"4477009009{error:02d}", ttl="20000")["messages"][0]
    assert part["status"] == "0"
    clock.forward(20)
    receipt = _receipt(client, part["message-id"])
    assert receipt["err-code"] == str(error)
    assert receipt["status"] in ("failed", "rejected", "expired")
    assert client.inbox() == []


def _report(client, **query):
    query = {"account_id": client.basic[0], "product": "SMS", "direction": "outbound"} | query
    return client.vonage("GET", "/v2/reports/records", params=query)


def test_a_report_by_id_costs_and_names_what_it_did_not_find(client, clock):
    ids = [part["message-id"] for part in client.sms(text="x" * 200, client_ref="r")["messages"]]
    answer = _report(client, id=f"{ids[0]},{ids[1]},nope").json()
    assert [row["status"] for row in answer["records"]] == ["accepted", "accepted"]
    assert (answer["ids_not_found"], answer["price"]) == ("nope", 0.0008)
    assert client.vonage("GET", "/account/get-balance").json()["value"] == pytest.approx(9.9326)
    clock.forward(2)
    row = _report(client, id=ids[0], include_message="true").json()["records"][0]
    assert (row["status"], row["error_code"], row["error_code_description"]) == (
        "delivered",
        "0",
        "Delivered",
    )
    assert (row["latency"], row["message_body"], row["client_ref"]) == ("2000", "x" * 200, "r")
    assert "message_body" not in _report(client, id=ids[0]).json()["records"][0]


def test_a_report_by_period(client, clock):
    client.sms()
    client.sms(to="447700900906")
    clock.forward(5)
    period = {"date_start": "2026-11-18T00:00:00Z", "date_end": "2026-11-19T00:00:00+0000"}
    assert len(_report(client, **period).json()["records"]) == 2
    assert len(_report(client, **period, status="failed").json()["records"]) == 1
    assert _report(client, **period | {"product": "VOICE-CALL"}).json()["records"] == []
    assert _report(client, **period | {"date_start": "yesterday"}).status_code == 422


@pytest.mark.parametrize(
    ("query", "http"),
    [
        ({}, 422),
        ({"date_start": "2026-11-18T00:00:00Z"}, 422),
        ({"account_id": "other"}, 403),
        ({"account_id": ""}, 422),
        ({"product": "PIGEON", "id": "x"}, 422),
        ({"direction": "", "id": "x"}, 422),
        ({"id": "x", "status": "failed"}, 422),
        ({"id": ",".join(["x"] * 21)}, 422),
    ],
)
def test_a_report_that_cannot_be_made_says_why(client, query, http):
    answer = _report(client, **query)
    assert answer.status_code == http
    assert answer.headers["content-type"] == "application/problem+json"


def test_every_error_has_a_name():
    assert all(ERRORS[str(error)] for error in (*range(16), *range(50, 55), 99, 1474))


# ---------------------------------------------------------------- secrets


def _secrets(client, method="GET", path="", **more):
    return client.vonage(method, f"/accounts/{client.basic[0]}/secrets{path}", **more)


def test_a_secret_is_exchanged_for_another_without_a_gap(client: Client):
    first = _secrets(client).json()["_embedded"]["secrets"]
    assert [set(row) for row in first] == [{"_links", "id", "created_at"}]
    old = client.basic

    made = _secrets(client, "POST", json={"secret": "Another4Secret"})
    assert made.status_code == 201
    assert status(client) == "0"
    client.basic = (old[0], "Another4Secret")
    assert status(client) == "0"
    assert _secrets(client, path=f"/{made.json()['id']}").json() == made.json()

    assert _secrets(client, "DELETE", f"/{first[0]['id']}").status_code == 204
    client.basic = old
    assert status(client) == "4"
    assert client.vonage("GET", "/account/get-balance").status_code == 401
    assert "Another4Secret" not in str(client.control("GET", "/requests").json())


def test_two_secrets_at_most_and_one_at_least(client: Client):
    last = _secrets(client).json()["_embedded"]["secrets"][0]["id"]
    refused = _secrets(client, "DELETE", f"/{last}")
    assert (refused.status_code, refused.json()["title"]) == (403, "Secret Deletion Forbidden")
    assert _secrets(client, "POST", json={"secret": "Another4Secret"}).status_code == 201
    assert _secrets(client, "POST", json={"secret": "YetAnother4Secret"}).status_code == 400


@pytest.mark.parametrize(
    "secret", ["Short1x", "x" * 26, "alllower1", "ALLUPPER1", "NoDigitHere", "", None, 7]
)
def test_a_plain_secret_is_refused(client: Client, secret):
    answer = _secrets(client, "POST", json={"secret": secret})
    assert answer.status_code == 400
    assert answer.json()["invalid_parameters"][0]["name"] == "secret"


def test_other_accounts_and_ids_are_not_found(client: Client):
    assert client.vonage("GET", "/accounts/abcd1234/secrets").json()["title"] == "Invalid API Key"
    assert _secrets(client, path="/nope").json()["title"] == "Invalid ID"
    assert _secrets(client, "DELETE", "/nope").status_code == 404
    assert _secrets(client, "POST", data=b"{").status_code == 422


def test_no_application(client):
    answer = client.vonage("GET", "/v2/applications", params={"page_size": "1"})
    assert answer.json()["_embedded"] == {"applications": []}
    assert client.vonage("GET", "/v2/applications", params={"page_size": "0"}).status_code == 420


def test_both_kinds_of_key_in_one_request_the_header_counts(client):
    headers = {
        "authorization": "Basic " + base64.b64encode(b":".join(p.encode() for p in client.basic)).decode()
    }
    answer = client.vonage(
        "POST", "/sms/json", data=GOOD | {"api_key": "x", "api_secret": "y"}, headers=headers, auth=None
    )
    assert answer.json()["messages"][0]["status"] == "0"


def test_an_account_says_nothing_of_its_secrets():
    assert "topsecret" not in repr(new_account("key", "topsecret", "12025550111"))
