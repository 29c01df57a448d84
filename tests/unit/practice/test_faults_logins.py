"""Faults of texts and logins."""

from tests.unit.practice.kit import Client
from tests.unit.practice.proofs import cases, off, proves

from textfactor.practice import PracticeWorld


@cases({
    "template_without_code": "Somebody is signing in to Acme. Is it you?",
    "legacy_variable": " is your verification code for ",
})  # fmt: skip
def test_a_text_that_is_no_good(ready, fault, expected):
    ready.fault(fault)
    ready.login()
    assert ready.inbox()[0]["text"].endswith(expected)
    rows = ready.api("GET", "/branding/phone/templates").json()["templates"]
    assert any("id" in row for row in rows if row["type"] == "otp_verify")
    off(ready)
    ready.login("ben")
    assert "is your verification code for Acme" in ready.inbox()[1]["text"]


@proves("template_disabled")
def test_a_disabled_text_is_empty_and_vonage_refuses_it(ready):
    ready.fault("template_disabled")
    assert "vonage status=2" in ready.login()["detail"]


@proves("two_codes")
def test_of_two_codes_only_the_second_is_good(ready):
    ready.fault("two_codes")
    login = ready.login()
    first, second = (message["text"].split()[0] for message in ready.inbox())
    assert first != second
    assert ready.enter(login["id"], first)["state"] == "refused"
    assert ready.enter(login["id"], second)["state"] == "accepted"


@proves("code_expires")
def test_a_code_that_has_expired(ready, code):
    ready.fault("code_expires")
    login = ready.login()
    assert ready.enter(login["id"], code()) == {"state": "refused", "detail": "the code has expired"}
    assert ready.log("gd_auth_failed")["details"]["failure_details"]["errorCode"] == "transaction_expired"


@proves("sms_pumping")
def test_a_burst_of_foreign_numbers_shows_in_the_log_once(client):
    client.fault("sms_pumping")
    rows = client.api("GET", "/logs", params={"take": "100"}).json()
    rows += client.api("GET", "/logs", params={"from": rows[-1]["log_id"], "take": "100"}).json()
    numbers = [
        row["details"]["authenticator"]["phone_number"] for row in rows if row["type"] == "gd_send_sms"
    ]
    assert len(set(numbers)) == 60
    assert {number[1:4] for number in numbers} == {"252", "994", "216", "675"}


@proves("unified_gate")
def test_a_legacy_tenant_moves_under_ones_feet(sender, clock):
    with PracticeWorld(sender, clock=clock, path="legacy") as world:
        client = Client(world)
        assert client.api("GET", "/guardian/factors/phone/selected-provider").status_code == 200
        client.fault("unified_gate")
        answer = client.api("GET", "/guardian/factors/phone/selected-provider")
        assert (answer.status_code, answer.json()["errorCode"]) == (
            403,
            "legacy_mfa_phone_provider_not_allowed",
        )
        off(client)
        assert client.api("GET", "/guardian/factors/phone/selected-provider").status_code == 200
        client.close()
