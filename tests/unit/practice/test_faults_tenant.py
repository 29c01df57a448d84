"""Faults of a tenant: a client kept out, and a set-up in which no code arrives."""

import pytest
import requests
from tests.unit.practice.proofs import cases, off, proves

from textfactor.practice import ActionJob, ActionRun


def _token(client) -> requests.Response:
    auth0 = client.info["auth0"]
    body = {
        "grant_type": "client_credentials", "client_id": auth0["client_id"],
        "client_secret": auth0["client_secret"], "audience": f"https://{auth0['domain']}/api/v2/",
    }  # fmt: skip
    return client.http.post(f"{auth0['url']}/oauth/token", json=body, timeout=10)


@cases({
    "wrong_client_secret": (401, "access_denied"),
    "client_not_authorized": (403, "access_denied"),
    "grant_not_allowed": (403, "unauthorized_client"),
})  # fmt: skip
def test_no_token(client, fault, expected):
    client.fault(fault)
    answer = _token(client)
    assert (answer.status_code, answer.json()["error"]) == expected
    off(client)
    assert _token(client).status_code == 200


@cases({
    "token_expired": (401, "Expired token"),
    "missing_scope": (403, "Insufficient scope"),
    "plan_gate": (403, "Please upgrade your subscription"),
    "auth0_429": (429, "Global limit"),
})  # fmt: skip
def test_a_call_is_refused(client, fault, expected):
    client.fault(fault)
    answer = client.api("PUT", "/guardian/factors/sms", {"enabled": True})
    assert answer.status_code == expected[0]
    assert expected[1] in answer.json()["message"]
    if fault == "auth0_429":
        assert answer.headers["x-ratelimit-remaining"] == "0"
    off(client)
    assert client.api("PUT", "/guardian/factors/sms", {"enabled": True}).status_code == 200


@cases({
    "factor_off": ("not_asked", "factor"),
    "nobody_asks": ("not_asked", "policy"),
    "no_message_types": ("not_asked", "neither"),
    "provider_missing": ("send_failed", "not been configured"),
    "provider_disabled": ("send_failed", "is disabled"),
    "twilio_selected": ("send_failed", ""),
    "voice_only": ("send_failed", "does not deliver text"),
    "action_not_deployed": ("send_failed", "No action is bound"),
    "action_unbound": ("send_failed", "No action is bound"),
    "wrong_trigger": ("send_failed", "No action is bound"),
    "draft_newer": ("send_failed", "vonage status=4"),
    "action_throws": ("send_failed", "threw: Cannot read properties"),
    "action_times_out": ("send_failed", "timed_out"),
    "action_drops": ("send_failed", "dropped"),
    "user_limit": ("blocked", "too many messages"),
})  # fmt: skip
def test_a_login_gets_no_code_until_the_fault_ends(ready, fault, expected):
    ready.fault(fault)
    login = ready.login()
    assert (login["state"], expected[1] in login["detail"]) == (expected[0], True), login
    assert ready.inbox() == []
    off(ready)
    assert ready.login("ben")["state"] == "code_sent"


@pytest.mark.parametrize(
    ("fault", "path", "look", "expected"),
    [
        ("factor_off", "/guardian/factors", lambda rows: rows[0]["enabled"], False),
        ("nobody_asks", "/guardian/policies", list, []),
        ("no_message_types", "/guardian/factors/phone/message-types", lambda body: body["message_types"], []),
        ("provider_missing", "/branding/phone/providers", lambda body: body["providers"], []),
        (
            "provider_disabled",
            "/branding/phone/providers",
            lambda body: body["providers"][0]["disabled"],
            True,
        ),
        ("twilio_selected", "/branding/phone/providers", lambda body: body["providers"][0]["name"], "twilio"),
        (
            "voice_only",
            "/branding/phone/providers",
            lambda body: body["providers"][0]["configuration"]["delivery_methods"],
            ["voice"],
        ),
        (
            "action_unbound",
            "/actions/triggers/custom-phone-provider/bindings",
            lambda body: body["bindings"],
            [],
        ),
        ("draft_newer", "/actions/actions", lambda body: body["actions"][0]["all_changes_deployed"], False),
        (
            "action_not_deployed",
            "/actions/actions",
            lambda body: "deployed_version" in body["actions"][0],
            False,
        ),
        (
            "wrong_trigger",
            "/actions/actions",
            lambda body: body["actions"][0]["supported_triggers"][0]["id"],
            "post-login",
        ),
        (
            "secret_missing",
            "/actions/actions",
            lambda body: sorted(row["name"] for row in body["actions"][0]["secrets"]),
            ["VONAGE_API_KEY", "VONAGE_FROM"],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and "/" not in value else "",
)
def test_the_tenant_shows_what_is_wrong_with_it_and_is_whole_again(ready, fault, path, look, expected):
    before = look(ready.api("GET", path).json())
    ready.fault(fault)
    assert look(ready.api("GET", path).json()) == expected
    off(ready)
    assert look(ready.api("GET", path).json()) == before != expected


def test_what_is_written_while_a_fault_holds_counts_when_it_ends(client, clock):
    client.fault("nobody_asks")
    assert client.api("PUT", "/guardian/policies", ["all-applications"]).json() == ["all-applications"]
    assert client.api("GET", "/guardian/policies").json() == []
    off(client)
    assert client.api("GET", "/guardian/policies").json() == ["all-applications"]


@proves("secret_missing")
def test_a_secret_is_missing(ready, sender):
    def needs_secret(job: ActionJob) -> ActionRun:
        secrets: object = job.event["secrets"]
        assert isinstance(secrets, dict)
        return ActionRun("ok" if "VONAGE_API_SECRET" in secrets else "threw", reason="no secret")

    sender.instead = needs_secret
    ready.fault("secret_missing")
    assert ready.login()["detail"] == "threw: no secret"


@proves("build_stuck")
def test_a_build_never_ends(client, clock):
    client.fault("build_stuck")
    action_id = client.new_action().json()["id"]
    client.api("GET", "/actions/actions")
    clock.forward(3600)
    assert client.api("GET", f"/actions/actions/{action_id}").json()["status"] == "pending"
    assert client.api("POST", f"/actions/actions/{action_id}/deploy").status_code == 400


proves("build_fails", "retries_run")  # see test_faults.py and test_logins.py


@proves("action_ignores_answer")
def test_an_action_that_does_not_look_makes_a_failure_look_well(ready):
    ready.fault("action_ignores_answer")
    ready.fault("no_credit")
    assert ready.login()["state"] == "code_sent"
    assert ready.inbox() == []
    assert "gd_send_sms" in ready.log_types()


def test_crashes_leave_the_rows_that_crashes_leave(ready):
    ready.fault("action_throws")
    ready.login()
    assert ready.log("actions_execution_failed")["details"]["error_class"] == "action_error"
    off(ready)
    ready.control("POST", "/reset")


def test_a_timeout_took_twenty_seconds(ready):
    ready.fault("action_times_out")
    ready.login()
    row = ready.log("actions_execution_failed")
    assert row["details"]["error_class"] == "action_timeout"
    record = ready.api("GET", f"/actions/executions/{row['details']['execution_id']}").json()["results"][0]
    assert record["started_at"] < record["ended_at"]
