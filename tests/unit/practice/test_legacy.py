"""The legacy path: its calls, what it sends, and the way to the unified path and back."""

from typing import Any

import pytest
from tests.unit.practice.kit import NUMBER, Client, PythonSender

from textfactor.practice import ActionRun, PracticeWorld

FLAG = "phone_consolidated_experience"
OLD_CALLS = [
    (method, f"/guardian/factors/{factor}/{name}", body)
    for factor in ("phone", "sms")
    for name, body in (
        ("selected-provider", {"provider": "phone-message-hook"}),
        ("templates", {"enrollment_message": "a {{code}}", "verification_message": "b {{code}}"}),
        ("providers/twilio", {"sid": "AC1", "auth_token": "x", "from": "+12025550199"}),
    )
    for method in ("GET", "PUT")
]


@pytest.fixture
def legacy(make_client) -> Client:
    return make_client(path="legacy", state="legacy_action")


def newest(client: Client) -> str:
    return client.inbox()[-1]["text"]


def test_the_flag_is_absent_on_a_legacy_tenant_and_set_on_a_unified_one(client, make_client):
    assert client.api("GET", "/tenants/settings").json()[FLAG] is True
    assert FLAG not in make_client(path="legacy").api("GET", "/tenants/settings").json()


@pytest.mark.parametrize(("method", "path", "body"), OLD_CALLS)
def test_each_old_call_is_gated_on_the_unified_path(client, method, path, body):
    answer = client.api(method, path, body if method == "PUT" else None)
    assert answer.status_code == 403
    assert answer.json()["errorCode"] == "legacy_mfa_phone_provider_not_allowed"


@pytest.mark.parametrize(("method", "path", "body"), OLD_CALLS)
def test_each_old_call_is_answered_on_the_legacy_path(legacy, method, path, body):
    answer = legacy.api(method, path, body if method == "PUT" else None)
    assert answer.ok, answer.text
    if method == "PUT":
        assert answer.json() == body
        assert legacy.api("GET", path).json() == body
        other = path.replace("/phone/", "/x/").replace("/sms/", "/phone/").replace("/x/", "/sms/")
        assert legacy.api("GET", other).json() == body, "both names mean the same thing"


def test_an_untouched_legacy_tenant(make_client):
    client = make_client(path="legacy")
    phone = "/guardian/factors/phone"
    assert client.api("GET", f"{phone}/selected-provider").json() == {"provider": "auth0"}
    assert client.api("GET", f"{phone}/providers/twilio").json() == {}
    unset = client.api("GET", f"{phone}/templates")
    assert (unset.status_code, unset.content) == (204, b"")


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("selected-provider", {"provider": "vonage"}),
        ("selected-provider", {}),
        ("templates", {"enrollment_message": "x"}),
        ("templates", {"enrollment_message": "x", "verification_message": "y", "locale": "en"}),
        ("providers/twilio", {"account": "AC1"}),
    ],
)
def test_bad_bodies_are_refused(legacy, path, body):
    answer = legacy.api("PUT", f"/guardian/factors/phone/{path}", body)
    assert (answer.status_code, answer.json()["errorCode"]) == (400, "invalid_body")


def test_the_new_calls_work_on_a_legacy_tenant_as_well(legacy):
    """A tenant without the flag answered both families (wire 13)."""
    assert legacy.api("GET", "/branding/phone/providers").json() == {"providers": []}
    assert len(legacy.api("GET", "/branding/phone/templates").json()["templates"]) == 4


def test_the_flag_switches_both_ways_and_the_messages_follow(legacy, sender: PythonSender):
    legacy.api("PUT", "/guardian/factors/sms", {"enabled": True})
    assert legacy.login()["state"] == "code_sent"
    assert legacy.api("PATCH", "/tenants/settings", {FLAG: True}).json()[FLAG] is True

    assert legacy.api("GET", "/guardian/factors/phone/selected-provider").status_code == 403
    assert legacy.login()["detail"] == "Phone provider has not been configured"
    assert legacy.api("PATCH", "/tenants/settings", {FLAG: False}).json()[FLAG] is False

    assert legacy.api("GET", "/guardian/factors/phone/selected-provider").status_code == 200
    assert legacy.login()["state"] == "code_sent"
    assert [job.handler for job in sender.jobs] == ["onExecuteSendPhoneMessage"] * 2


def test_a_login_on_the_legacy_path(legacy, sender: PythonSender):
    login = legacy.login(user="auth0|42")
    options: Any = sender.jobs[0].event["message_options"]
    code = options["code"]
    assert options == {
        "recipient": f"+{NUMBER}",
        "text": f"{code} is your verification code for Acme. Please enter this code to verify your enrollment.",
        "code": code,
        "action": "enrollment",
        "message_type": "sms",
    }
    assert newest(legacy) == options["text"]
    assert legacy.enter(login["id"], code)["state"] == "accepted"

    login = legacy.login(user="auth0|42")

    options = sender.jobs[1].event["message_options"]
    assert options["action"] == "second-factor-authentication"
    assert options["text"] == f"{options['code']} is your verification code for Acme"
    wanted = ["gd_start_enroll", "gd_send_sms", "gd_auth_succeed", "gd_enrollment_complete", "gd_start_auth"]
    assert [kind for kind in legacy.log_types() if kind.startswith("gd_")] == [*wanted, "gd_send_sms"]


def test_own_texts_are_used(legacy):
    texts = {"enrollment_message": "Hi {{tenant.friendly_name}} {{code}}", "verification_message": "{{code}}"}
    legacy.api("PUT", "/guardian/factors/phone/templates", texts)
    legacy.login()
    assert newest(legacy).startswith("Hi Acme ")


def test_a_thrown_error_reaches_the_log_as_in_a_real_row(legacy, sender: PythonSender):
    sender.instead = lambda job: ActionRun("threw", reason="Custom code not allowed", error_code="60204")
    assert legacy.login()["state"] == "send_failed"
    row = legacy.log("gd_send_sms_failure")
    assert row["description"] == "Guardian - Error on send-phone-message-hook: Custom code not allowed"
    assert row["details"]["failure_details"] == {"errorCode": 60204, "message": "Custom code not allowed"}
    crash = legacy.log("actions_execution_failed")["details"]
    assert crash["trigger_id"] == "send-phone-message"
    assert row["details"]["actions"]["executions"] == [crash["execution_id"]]
    record = legacy.api("GET", f"/actions/executions/{crash['execution_id']}").json()
    assert record["trigger_id"] == "send-phone-message"


def test_there_is_no_retry_on_the_legacy_path(legacy, sender: PythonSender, world, pauses):
    sender.instead = lambda job: ActionRun("retry", reason="later")
    legacy.login()
    pauses.go.set()
    assert len(sender.jobs) == 1


def test_several_actions_run_in_their_order_until_one_fails(legacy, clock, sender: PythonSender):
    body = {"name": "Second", "supported_triggers": [{"id": "send-phone-message", "version": "v2"}]}
    second = legacy.deployed_action(clock, **body)
    path = "/actions/triggers/send-phone-message/bindings"
    first = legacy.api("GET", path).json()["bindings"][0]["action"]["id"]
    rows = [{"ref": {"type": "action_id", "value": one}} for one in (second, first)]
    assert legacy.api("PATCH", path, {"bindings": rows}).status_code == 200
    outcomes = iter([ActionRun("ok"), ActionRun("threw", reason="boom")])
    sender.instead = lambda job: next(outcomes)

    assert legacy.login()["detail"] == "threw: boom"

    assert len(legacy.log("gd_send_sms_failure")["details"]["actions"]["executions"]) == 2


def test_the_old_version_of_the_trigger_is_still_taken(legacy, clock):
    body = {"name": "v1", "supported_triggers": [{"id": "send-phone-message", "version": "v1"}]}
    made = legacy.new_action(**body)
    assert made.json()["supported_triggers"] == [{"id": "send-phone-message", "version": "v1"}]


def test_the_built_in_provider_sends_a_hundred_messages_and_no_more(make_client, monkeypatch):
    monkeypatch.setattr("textfactor.practice.auth0.ways.BUILT_IN_MESSAGES", 2)
    client = make_client(path="legacy")
    client.api("PUT", "/guardian/factors/sms", {"enabled": True})
    client.api("PUT", "/guardian/policies", ["all-applications"])

    assert [client.login()["state"] for _ in range(3)] == ["code_sent", "code_sent", "send_failed"]

    assert [message["from"] for message in client.inbox()] == ["Auth0", "Auth0"]
    error = client.log("gd_send_sms_failure")["details"]["failure_details"]
    assert error["errorCode"] == "too_many_sms_per_tenant"
    assert client.seen("/sms/json") == []


@pytest.mark.parametrize("path", ["unified", "legacy"])
def test_twilio_refuses_a_made_up_account(make_client, path):
    client = make_client(path=path, state="twilio")
    assert client.login()["state"] == "send_failed"
    row = client.log("gd_send_sms_failure")
    assert row["description"] == "Guardian - There was an error sending the SMS"
    assert row["details"]["provider_error"] == {"errorCode": 20003, "message": "Authenticate"}
    assert client.seen("/sms/json") == []


def test_message_types_ask_the_provider_on_the_unified_path_only(legacy):
    path = "/guardian/factors/phone/message-types"
    assert legacy.api("PUT", path, {"message_types": ["sms", "voice"]}).status_code == 200


def test_too_many_messages_on_the_legacy_path(legacy):
    for _ in range(10):
        legacy.login()
    assert legacy.login()["state"] == "blocked"
    assert legacy.log("gd_otp_rate_limit_exceed")["user_id"] == "auth0|anna"


def test_paths_and_states_that_do_not_exist():
    with pytest.raises(ValueError, match="no path named 'new', only unified, legacy"):
        PracticeWorld(PythonSender(), path="new")
    with pytest.raises(ValueError, match="no state named 'a', only fresh, legacy, legacy_action"):
        PracticeWorld(PythonSender(), state="legacy+a")
