"""Faults: each by its name, where it holds, and that it ends."""

import pytest
import requests
from tests.unit.practice.kit import CUSTOM, NUMBER

from textfactor.practice.faults import CATALOGUE, FaultBoard, UnknownFaultError

GOOD = {"from": "Acme", "to": NUMBER, "text": "hello"}


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        ("wrong_secret", "4"),
        ("no_credit", "9"),
        ("throttled", "1"),
        ("sender_refused", "15"),
        ("trial", "29"),
    ],
)
def test_vonage_refuses_with_http_200(client, fault, status):
    client.fault(fault)
    assert client.sms()["messages"][0]["status"] == status
    assert client.control("DELETE", "/faults").status_code == 204
    assert client.sms()["messages"][0]["status"] == "0"


def test_a_wrong_secret_and_no_credit_show_in_the_account_too(client):
    client.fault("no_credit")
    assert client.vonage("GET", "/account/get-balance").json()["value"] == 0
    client.fault("wrong_secret")
    assert client.vonage("GET", "/account/get-balance").status_code == 401


def test_auth_401_replaces_status_4(client):
    client.fault("auth_401")
    assert client.vonage("POST", "/sms/json", data=GOOD).status_code == 401
    assert client.vonage("GET", "/account/numbers").status_code == 401


def test_the_second_part_fails(client):
    client.fault("second_part_failed")
    assert [p["status"] for p in client.sms(text="x" * 400)["messages"]] == ["0", "9", "0"]
    assert client.inbox()[0]["text"] == "x" * (153 + 94)


def test_a_scope_is_missing(client):
    client.fault("missing_scope")
    answer = client.api("PUT", "/guardian/factors/sms", {"enabled": True})
    assert (answer.status_code, answer.json()) == (
        403,
        {
            "statusCode": 403,
            "error": "Forbidden",
            "message": "Insufficient scope, expected any of: update:guardian_factors",
            "errorCode": "insufficient_scope",
        },
    )
    assert client.api("GET", "/guardian/factors").status_code == 200
    assert "update:guardian_factors" not in _token(client).json()["scope"].split()


def test_the_scopes_of_a_path_are_missing(client):
    client.fault("missing_scope", path="/api/v2/branding/phone/providers")
    assert client.api("POST", "/branding/phone/providers", CUSTOM).json()["errorCode"] == "insufficient_scope"
    assert client.api("PUT", "/guardian/factors/sms", {"enabled": True}).status_code == 200
    scopes = _token(client).json()["scope"].split()
    assert "create:phone_providers" not in scopes
    assert "update:guardian_factors" in scopes


def _token(client):
    auth0 = client.info["auth0"]
    body = {
        "grant_type": "client_credentials",
        "client_id": auth0["client_id"],
        "client_secret": auth0["client_secret"],
        "audience": f"https://{auth0['domain']}/api/v2/",
    }
    return client.http.post(f"{auth0['url']}/oauth/token", json=body, timeout=10)


def test_the_clients_secret_was_rotated(client):
    client.fault("wrong_client_secret")
    assert (_token(client).status_code, _token(client).json()["error"]) == (401, "access_denied")


def test_tokens_expire(client):
    client.fault("token_expired")
    assert client.api("GET", "/guardian/factors").json()["message"].startswith("Expired token")


def test_builds_fail(client, clock):
    client.fault("build_fails")
    action_id = client.new_action().json()["id"]
    seen = []
    for _ in range(5):
        seen.append(client.api("GET", f"/actions/actions/{action_id}").json()["status"])
        clock.forward(0.08)
    assert seen == ["pending", "building", "retrying", "building", "failed"]
    assert "must be in the 'built' state" in client.api("POST", f"/actions/actions/{action_id}/deploy").text


def test_slow_and_latency_are_waits(client, pauses):
    client.fault("slow", service="vonage")
    client.sms()
    client.api("GET", "/guardian/factors")
    assert pauses == [1.0]


@pytest.mark.parametrize("service", ["vonage", "auth0"])
def test_html_in_between_and_server_errors_do_nothing(client, service):
    call = _call(client, service)
    client.fault("html_answer", service=service)
    assert call().text.startswith("<!DOCTYPE html>")
    client.control("DELETE", "/faults")
    client.fault("server_error", service=service)
    assert call().status_code == 500
    assert client.inbox() == []
    client.control("DELETE", "/faults")
    assert client.api("GET", "/guardian/policies").json() == []


@pytest.mark.parametrize("service", ["vonage", "auth0"])
def test_half_of_an_answer_is_no_json(client, service):
    client.fault("truncated_json", service=service)
    with pytest.raises(ValueError, match=r"Expecting|Unterminated|delimiter"):
        _call(client, service)().json()


@pytest.mark.parametrize(
    ("service", "path"), [("vonage", "/sms/json"), ("auth0", "/api/v2/guardian/policies")]
)
def test_dropped_after_reading_means_done_and_no_answer(client, service, path):
    client.fault("drop_after_read")
    with pytest.raises(requests.ConnectionError):
        _call(client, service)()
    client.control("DELETE", "/faults")
    assert [row["status"] for row in client.seen(path)] == [0]
    if service == "vonage":
        assert len(client.inbox()) == 1
    else:
        assert client.api("GET", "/guardian/policies").json() == ["all-applications"]


@pytest.mark.parametrize("service", ["vonage", "auth0"])
def test_dropped_before_reading_means_nothing_was_seen(client, service):
    client.api("GET", "/guardian/factors")
    client.vonage("GET", "/account/get-balance")  # both connections are open and kept
    client.fault("drop_before_read", service=service)
    with pytest.raises(requests.ConnectionError):
        _call(client, service)()
    assert client.seen("/sms/json") == []
    assert client.seen("/api/v2/guardian/policies") == []


def test_a_number_can_drop_the_connection_after_its_message_was_sent(client):
    with pytest.raises(requests.ConnectionError):
        client.sms(to="447700900408")
    assert len(client.inbox()) == 1
    assert [row["status"] for row in client.seen("/sms/json")] == [0]


def _call(client, service):
    if service == "vonage":
        return lambda: client.vonage("POST", "/sms/json", data=GOOD)
    return lambda: client.api("PUT", "/guardian/policies", ["all-applications"])


def test_a_fault_can_be_narrowed_to_a_path(client):
    client.fault("server_error", service="auth0", path="/api/v2/guardian/policies")
    assert client.api("GET", "/guardian/policies").status_code == 500
    assert client.api("GET", "/guardian/factors").status_code == 200


def test_the_board_knows_names_and_services():
    board = FaultBoard()
    with pytest.raises(UnknownFaultError, match="no fault named 'nonsense'"):
        board.switch_on("nonsense")
    with pytest.raises(UnknownFaultError, match="no fault named 'no_credits'; there is no_credit"):
        board.switch_on("no_credits")
    with pytest.raises(UnknownFaultError, match="trial cannot hold for 'auth0', only for vonage"):
        board.switch_on("trial", "auth0")
    board.switch_on("slow", "auth0")
    board.switch_on("slow", "auth0")
    assert len(board.active()) == 1
    assert board.holds("slow", "auth0", "/any")
    assert not board.holds("slow", "vonage")
    assert not board.holds("trial", "auth0")


def test_every_fault_has_a_meaning_and_a_place():
    assert len({fault.name for fault in CATALOGUE}) == len(CATALOGUE)
    assert all(fault.meaning.endswith(".") and fault.services <= {"vonage", "auth0"} for fault in CATALOGUE)
