"""The control API: its token, its errors, the journal without secrets, and starting over."""

import pytest
from tests.unit.practice.kit import CUSTOM


def test_nobody_without_the_token(client):
    for header in ({}, {"authorization": "Bearer wrong"}, {"authorization": "Basic x"}):
        answer = client.http.get(client.info["control_url"] + "/inbox", headers=header, timeout=10)
        assert answer.status_code == 401


def test_unknown_paths_and_methods(client):
    assert client.control("GET", "/nope").status_code == 404
    assert client.control("PUT", "/inbox").status_code == 405


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/logins", None),
        ("/logins", []),
        ("/logins", {"user": "anna"}),
        ("/logins", {"user": "anna", "phone": 7}),
        ("/logins", {"user": "anna", "phone": "my phone"}),
        ("/logins", {"user": "anna", "phone": "+1234"}),
        ("/logins", {"user": "anna", "phone": "+447700900123", "colour": "red"}),
        ("/faults", {"name": "nonsense"}),
        ("/faults", {"name": "trial", "service": "auth0"}),
        ("/logins/x/code", {"code": ""}),
    ],
)
def test_bad_bodies_are_refused_with_words(client, path, body):
    answer = client.control("POST", path, body)
    assert answer.status_code == 400
    assert answer.json()["error"]


def test_an_unknown_login_is_404(client):
    assert client.control("POST", "/logins/x/code", {"code": "1"}).status_code == 404


def test_faults_are_listed(client):
    client.fault("slow", service="auth0", path="/api/v2/logs")
    answer = client.control("GET", "/faults").json()
    assert answer["active"] == [{"name": "slow", "service": "auth0", "path": "/api/v2/logs"}]
    assert {"name", "services", "group", "meaning"} == set(answer["known"][0])


def test_the_journal_has_every_request_and_no_secret(client, clock):
    client.deployed_action(clock)
    auth0 = client.info["auth0"]
    form = {
        "grant_type": "client_credentials",
        "client_id": auth0["client_id"],
        "client_secret": auth0["client_secret"],
    }
    client.http.post(f"{auth0['url']}/oauth/token", data=form, timeout=10)
    key, secret = client.basic
    fields = {"api_key": key, "api_secret": secret, "from": "Acme", "to": "447700900123", "text": "hello"}
    client.vonage("POST", "/sms/json", auth=None, params=fields)
    client.vonage("POST", "/sms/json", data=b"\xff\xfe", headers={"content-type": "application/json"})
    client.vonage("POST", "/sms/json", data=b"abc", headers={"content-type": "text/plain"})

    rows = client.control("GET", "/requests").json()["requests"]

    text = str(rows)
    for hidden in (secret, auth0["client_secret"], auth0["token"]):
        assert hidden not in text
    created = rows[0]
    assert created | {"body": None} == {
        "service": "auth0",
        "method": "POST",
        "path": "/api/v2/actions/actions",
        "query": {},
        "body": None,
        "status": 201,
        "at": "2026-11-18T11:06:40.250Z",
    }
    assert {row["value"] for row in created["body"]["secrets"]} == {"***"}
    assert created["body"]["name"] == "Vonage SMS"
    assert rows[-3]["query"]["api_secret"] == "***"
    assert [row["body"] for row in rows[-2:]] == ["2 bytes", "3 bytes"]


def test_reset_starts_over_with_the_same_credentials(client, clock):
    client.set_up(clock)
    client.login()
    client.fault("trial")

    assert client.control("POST", "/reset").status_code == 204

    assert client.inbox() == []
    assert client.control("GET", "/requests").json() == {"requests": []}
    assert client.control("GET", "/faults").json()["active"] == []
    assert client.api("GET", "/actions/actions").json() == {"actions": [], "per_page": 20}
    assert client.api("GET", "/branding/phone/providers").json() == {"providers": []}
    assert client.vonage("GET", "/account/get-balance").json()["value"] == 10
    assert client.login()["state"] == "not_asked"
    client.set_up(clock)
    assert client.login()["state"] == "code_sent"
    assert client.api("POST", "/branding/phone/providers", CUSTOM).status_code == 409
