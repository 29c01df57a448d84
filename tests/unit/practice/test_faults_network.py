"""Faults on the way: something else answers, nobody does, certificates, addresses."""

import pytest
import requests
from tests.unit.practice.proofs import GOOD, VONAGE_CALL, cases, off, proves

from textfactor.practice import PracticeWorld


@cases({
    "server_error": 500, "bad_gateway": 502, "unavailable": 503, "html_answer": 200, "empty_answer": 200,
    "proxy_login": 407, "captive_portal": 511,
})  # fmt: skip
@pytest.mark.parametrize("service", ["vonage", "auth0"])
def test_something_else_answers_and_nothing_is_carried_out(client, fault, expected, service):
    client.fault(fault, service=service)
    answer = client.vonage(*VONAGE_CALL, data=GOOD) if service == "vonage" else client.api(
        "PUT", "/guardian/policies", ["all-applications"]
    )  # fmt: skip
    assert answer.status_code == expected
    if fault == "unavailable":
        assert answer.headers["retry-after"] == "30"
    if fault == "proxy_login":
        assert answer.headers["proxy-authenticate"].startswith("Basic")
    off(client)
    assert client.inbox() == []
    assert client.api("GET", "/guardian/policies").json() == []


@proves("no_answer")
def test_silence_ends_with_a_closed_connection_and_nothing_was_done(client, pauses):
    client.fault("no_answer", service="vonage")
    with pytest.raises(requests.ConnectionError):
        client.vonage(*VONAGE_CALL, data=GOOD)
    assert pauses == [120.0]
    assert client.inbox() == []


@cases({
    "tls_untrusted": "unable to get local issuer|self-signed",
    "tls_expired": "certificate has expired",
    "tls_wrong_name": "certificate is not valid for|mismatch",
})  # fmt: skip
@pytest.mark.parametrize("service", ["vonage", "auth0"])
def test_a_certificate_that_is_no_good(client, fault, expected, service):
    def call() -> requests.Response:
        return (
            client.vonage("GET", "/account/get-balance")
            if service == "vonage"
            else client.api("GET", "/logs")
        )

    assert call().status_code == 200  # a connection is open and kept
    client.fault(fault, service=service)
    with pytest.raises(requests.exceptions.SSLError, match=expected):
        call()
    assert client.control("GET", "/faults").status_code == 200
    off(client)
    assert call().status_code == 200


@cases({"name_not_found": ".practice.invalid:", "connection_refused": "127.0.0.1:1"})
def test_addresses_that_lead_nowhere(client, world, fault, expected):
    good = world.info()["vonage"]["url"]
    client.fault(fault, service="vonage")
    info = client.control("GET", "/info").json()
    assert info == world.info()
    assert expected in info["vonage"]["url"]
    assert info["auth0"]["url"] == client.info["auth0"]["url"]
    with pytest.raises(requests.ConnectionError):
        client.http.get(info["vonage"]["url"] + "/account/get-balance", timeout=10)
    assert client.http.get(good + "/account/get-balance", timeout=10).status_code == 401
    off(client)
    assert client.control("GET", "/info").json()["vonage"]["url"] == good


def test_a_world_can_start_with_faults_and_hands_out_what_they_leave(sender):
    with PracticeWorld(sender) as world:
        world.switch_on("name_not_found")
        assert ".invalid:" in world.info()["auth0"]["url"]


proves("slow", "truncated_json", "drop_before_read", "drop_after_read")  # see test_faults.py
