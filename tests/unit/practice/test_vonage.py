"""The stand-in Vonage: texts in parts, refusals, numbers that steer, the account."""

import base64

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.practice.kit import NUMBER, Client

from textfactor.practice.vonage.account import new_account
from textfactor.practice.vonage.alphabet import encode, is_gsm7
from textfactor.practice.vonage.prices import country_by_code, country_of
from textfactor.practice.vonage.rules import first_refusal
from textfactor.practice.vonage.sms import SmsFields

GOOD = {"from": "Acme", "to": NUMBER, "text": "hello"}


@pytest.mark.parametrize(
    ("text", "unicode", "lengths"),
    [
        ("", False, [0]),
        ("a" * 160, False, [160]),
        ("a" * 161, False, [153, 8]),
        ("a" * 307, False, [153, 153, 1]),
        ("€" * 80, False, [80]),
        ("€" * 81, False, [76, 5]),
        ("ж" * 70, True, [70]),
        ("ж" * 71, True, [67, 4]),
        ("😀" * 35, True, [35]),
        ("😀" * 36, True, [33, 3]),
    ],
)
def test_texts_are_cut_as_the_standard_says(text, unicode, lengths):
    assert [len(part) for part in encode(text, unicode=unicode).parts] == lengths


@settings(suppress_health_check=[HealthCheck.too_slow])  # a busy machine is not a failing test
@given(st.text(max_size=700), st.booleans())
def test_no_part_is_lost_or_too_long(text, unicode):
    encoded = encode(text, unicode=unicode)
    joined = "".join(encoded.parts)
    assert joined == text if unicode or is_gsm7(text) else len(joined) == len(text)
    room = (70 if len(encoded.parts) == 1 else 67) if unicode else (160 if len(encoded.parts) == 1 else 153)
    assert all(len(part) <= room for part in encoded.parts)


def test_a_character_outside_the_alphabet_arrives_as_a_question_mark(client):
    client.sms(text="caf€ ż 😀")
    client.sms(text="ż😀", type="unicode")

    assert [(m["text"], m["encoding"]) for m in client.inbox()] == [("caf€ ? ?", "GSM-7"), ("ż😀", "UCS-2")]


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"to": ""}, "2"),
        ({"from": ""}, "2"),
        ({"text": ""}, "2"),
        ({"to": "+447700900123"}, "3"),
        ({"to": "44 7700 900123"}, "3"),
        ({"to": "123456"}, "3"),
        ({"to": "1" * 16}, "3"),
        ({"type": "binary"}, "2"),
        ({"type": "binary", "body": "0G"}, "3"),
        ({"type": "binary", "body": "00f"}, "3"),
        ({"type": "binary", "body": "00", "udh": "x"}, "3"),
        ({"type": "binary", "body": "00" * 141}, "12"),
        ({"type": "binary", "body": "00" * 140}, None),
        ({"type": "binary", "body": "00" * 135, "udh": "050003cc0201", "text": ""}, "12"),
        ({"type": "wappush"}, "3"),
        ({"to": "447700900123,447700900124"}, "3"),
        ({"status-report-req": "maybe"}, "3"),
        ({"status-report-req": "True", "trusted-number": "false"}, None),
        ({"trusted-number": "x"}, "3"),
        ({"callback": "acme.example/dr"}, "23"),
        ({"callback": "https://acme.example/a b"}, "23"),
        ({"callback": "http://["}, "23"),
        ({"callback": "https://acme.example/dr"}, None),
        ({"to": "442079460142"}, "6"),
        ({"to": "33142685300"}, "6"),
        ({"ttl": "19999"}, "3"),
        ({"ttl": "soon"}, "3"),
        ({"ttl": "604800001"}, "3"),
        ({"client-ref": "x" * 101}, "3"),
        ({"callback": "https://" + "x" * 93}, "23"),
        ({"message-class": "4"}, "3"),
        ({"to": "07700900123"}, "6"),
        ({"to": "00447700900123"}, "6"),
        ({"text": "x" * 3201}, "12"),
        ({"from": "Acme Company Ltd"}, "15"),
        ({"from": "Acmé"}, "15"),
        ({"from": "1" * 16}, "15"),
        ({"from": "+12025550110"}, "15"),
        ({"to": "12025550199", "from": "Acme"}, "15"),
        ({"to": "14165550199", "from": "447700900142"}, None),
        ({"to": "12025550199", "from": "442079460142"}, "15"),
        ({"to": "12025550199", "from": "12025550111"}, None),
        ({"ttl": "20000", "message-class": "0", "type": "unicode", "client-ref": "x" * 100}, None),
        ({"from": "My Acme"}, None),
        ({}, None),
    ],
)
def test_each_rule_has_its_status(change, status):
    refusal = first_refusal(SmsFields(GOOD | change), new_account("k", "s", "12025550111"))
    assert (refusal.status if refusal else None) == status


def test_an_accepted_message_is_charged_and_all_figures_are_text(client):
    answer = client.sms(client_ref="ref 1", account_ref="acc")

    assert answer["message-count"] == "1"
    part = answer["messages"][0]
    assert part | {"message-id": ""} == {
        "to": NUMBER,
        "message-id": "",
        "status": "0",
        "remaining-balance": "9.96670000",
        "message-price": "0.03330000",
        "network": "23410",
        "client-ref": "ref 1",
        "account-ref": "acc",
    }
    assert client.vonage("GET", "/account/get-balance").json() == {"value": 9.9667, "autoReload": False}
    message = client.inbox()[0]
    assert message == {
        "id": part["message-id"],
        "from": "Acme",
        "to": NUMBER,
        "text": "hello",
        "parts": 1,
        "encoding": "GSM-7",
        "price": "0.03330000",
        "at": "2026-11-18T11:06:40.250Z",
        "client_ref": "ref 1",
    }


def test_each_part_has_its_own_id_and_price(client):
    parts = client.sms(text="a" * 400)["messages"]

    assert len({part["message-id"] for part in parts}) == 3
    assert [part["remaining-balance"] for part in parts] == ["9.96670000", "9.93340000", "9.90010000"]
    assert client.inbox()[0]["price"] == "0.09990000"


def test_credit_can_run_out_in_the_middle_of_a_message(client, clock):
    client.control("PATCH", "/account", {"balance": "0.1"})
    while True:
        clock.forward(1)
        statuses = [part["status"] for part in client.sms(to="999700900123", text="x" * 3000)["messages"]]
        if "9" in statuses:
            break
    assert statuses[0] == "0"
    assert client.sms()["messages"] == [{"status": "9", "error-text": "Quota Exceeded - rejected"}]


@pytest.mark.parametrize(
    ("ending", "status"),
    [
        ("0001", "1"), ("0003", "3"), ("0004", "4"), ("0005", "5"), ("0006", "6"), ("0007", "7"), ("0008", "8"),
        ("0009", "9"), ("0010", "10"), ("0011", "11"), ("0012", "12"), ("0014", "14"), ("0015", "15"),
        ("0013", "13"), ("0016", "16"), ("0017", "17"), ("0018", "18"), ("0019", "19"), ("0020", "20"),
        ("0022", "22"), ("0023", "23"), ("0029", "29"), ("0032", "32"), ("0033", "33"), ("0034", "34"),
        ("0101", "101"), ("0102", "102"), ("0103", "103"),
    ],
)  # fmt: skip
def test_the_ending_of_a_number_is_the_status(client, ending, status):
    answer = client.sms(to=f"44770090{ending}")

    assert [part["status"] for part in answer["messages"]] == [status]
    assert answer["messages"][0]["error-text"]
    assert client.inbox() == []


@pytest.mark.parametrize("status", [401, 429, 500])
def test_an_ending_can_be_an_http_status(client, status):
    answer = client.vonage("POST", "/sms/json", data=GOOD | {"to": f"447700900{status}"})
    assert answer.status_code == status
    assert answer.json()["error-code"] == str(status)


def test_accepted_is_not_delivered(client):
    assert client.sms(to="447700900000")["messages"][0]["status"] == "0"
    assert client.inbox() == []


def test_the_second_part_can_be_refused_alone(client):
    assert [p["status"] for p in client.sms(to="447700900002", text="a" * 306)["messages"]] == ["0", "9"]
    assert client.inbox()[0]["text"] == "a" * 153
    assert [p["status"] for p in client.sms(to="447700900002")["messages"]] == ["0"]


def test_credentials_are_taken_in_every_way_that_clients_know(client):
    key, secret = client.basic
    both = {"api_key": key, "api_secret": secret}
    ways = [
        {"data": GOOD},
        {"json": GOOD | {"type": "text", "ttl": 20000, "status-report-req": True, "callback": None}},
        {"data": GOOD | both, "auth": None},
        {"json": GOOD | both, "auth": None},
        {"params": GOOD | both, "auth": None},
        {"params": GOOD | both, "auth": None, "headers": {"content-type": "application/json"}},
    ]
    for way in ways:
        answer = client.vonage("POST", "/sms/json", **way).json()
        assert answer["messages"][0]["status"] == "0", way
    assert len(client.inbox()) == len(ways)


@pytest.mark.parametrize(
    "header", ["Basic !!!", "Basic " + base64.b64encode(b"nocolon").decode(), "Bearer x"]
)
def test_credentials_that_cannot_be_read_are_missing(client, header):
    answer = client.vonage(
        "POST", "/sms/json", data=GOOD, auth=None, headers={"authorization": header}
    ).json()
    assert answer["messages"] == [{"status": "2", "error-text": "Missing api_key"}]


def test_wrong_credentials_are_http_200_with_status_4(client):
    answer = client.vonage("POST", "/sms/json", data=GOOD, auth=(client.basic[0], "wrong"))
    assert answer.status_code == 200
    assert answer.json()["messages"] == [{"status": "4", "error-text": "Bad Credentials"}]
    missing = client.vonage("POST", "/sms/json", data=GOOD | {"api_key": "x"}, auth=None).json()
    assert missing["messages"][0]["error-text"] == "Missing api_secret"


def test_signatures_are_refused(client):
    signed = GOOD | {"sig": "abc"}
    assert client.vonage("POST", "/sms/json", data=signed).json()["messages"][0]["status"] == "32"
    only = client.vonage("POST", "/sms/json", data=signed | {"api_key": "x"}, auth=None).json()
    assert only["messages"][0]["status"] == "14"


@pytest.mark.parametrize("body", ["{", "[]", "7"])
def test_a_body_that_is_no_json_object_is_a_bad_field(client, body):
    headers = {"content-type": "application/json"}
    answer = client.vonage("POST", "/sms/json", data=body, headers=headers)
    assert answer.json()["messages"][0]["status"] == "3"


def test_the_account_wants_credentials_with_http_401(client):
    for method, path in [
        ("GET", "/account/get-balance"),
        ("GET", "/account/numbers"),
        ("GET", "/account/get-pricing/outbound/sms?country=GB"),
        ("POST", "/account/settings"),
    ]:
        answer = client.vonage(method, path, auth=(client.basic[0], "wrong"))
        assert answer.status_code == 401
        assert answer.json()["error-code-label"] == "authentication failed"
    for path in ("/v2/applications", f"/accounts/{client.basic[0]}/secrets", "/v2/reports/records"):
        answer = client.vonage("GET", path, auth=(client.basic[0], "wrong"))
        assert (answer.status_code, answer.json()["title"]) == (401, "Unauthorized")
    key, secret = client.basic
    query = {"api_key": key, "api_secret": secret}
    assert client.vonage("GET", "/account/get-balance", auth=None, params=query).status_code == 200


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({}, 3),
        ({"country": "gb"}, 2),
        ({"country": "FR"}, 0),
        ({"features": "SMS,VOICE"}, 2),
        ({"has_application": "true"}, 0),
        ({"has_application": "false"}, 3),
        ({"pattern": "447"}, 1),
        ({"pattern": "946", "search_pattern": "1"}, 1),
        ({"pattern": "00142", "search_pattern": "2"}, 1),
        ({"size": "2", "index": "2"}, 1),
        ({"size": "2", "index": "3"}, 0),
    ],
)
def test_owned_numbers_are_filtered_and_paged(client, query, count):
    answer = client.vonage("GET", "/account/numbers", params=query).json()
    assert len(answer.get("numbers", [])) == count
    assert bool(answer) == bool(count)


@pytest.mark.parametrize("query", [{"size": "101"}, {"size": "x"}, {"index": "0"}])
def test_a_bad_page_is_refused(client, query):
    assert client.vonage("GET", "/account/numbers", params=query).status_code == 420


def test_prices_by_country_once_a_second(client, clock):
    path = "/account/get-pricing/outbound/sms"
    answer = client.vonage("GET", path, params={"country": "gb"}).json()
    assert (answer["defaultPrice"], answer["networks"][0]["mcc"]) == ("0.03330000", "234")
    assert client.vonage("GET", path, params={"country": "gb"}).status_code == 429
    for query, status in (({}, 400), ({"country": "XX"}, 404)):
        clock.forward(1)
        assert client.vonage("GET", path, params=query).status_code == status
    clock.forward(1)
    assert client.vonage("GET", path.replace("sms", "fax"), params={"country": "GB"}).status_code == 404


def test_countries_are_told_by_prefix():
    numbers = ["14165550123", "12025550123", "351910000000", "447700900123", "999000000"]
    assert [country_of(number).code for number in numbers] == ["CA", "US", "PT", "GB", ""]
    assert country_by_code("zz") is None


def test_settings_are_shown_and_only_what_was_sent_is_changed(client):
    assert client.vonage("POST", "/account/settings").json()["max-outbound-request"] == 30
    changed = client.vonage(
        "POST", "/account/settings", data={"drCallBackUrl": "https://acme.example/dr"}
    ).json()
    assert (changed["dr-callback-url"], changed["mo-callback-url"]) == ("https://acme.example/dr", "")
    assert client.vonage("POST", "/account/settings").json()["dr-callback-url"] == "https://acme.example/dr"
    emptied = client.vonage("POST", "/account/settings", params={"drCallBackUrl": ""}).json()
    assert emptied["dr-callback-url"] == ""


def test_unknown_paths_and_methods(client: Client):
    assert client.vonage("GET", "/nope").status_code == 404
    wrong = client.vonage("GET", "/sms/json")
    assert (wrong.status_code, wrong.headers["allow"]) == (405, "POST")
