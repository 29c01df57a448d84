"""The named starting states, as a client finds them."""

import pytest
from tests.unit.practice.kit import Client

from textfactor.practice import STATES

FLAG = "phone_consolidated_experience"


def bound(client: Client, trigger: str) -> list[str]:
    rows = client.api("GET", f"/actions/triggers/{trigger}/bindings").json()["bindings"]
    return [row["action"]["name"] for row in rows]


@pytest.mark.parametrize("path", ["unified", "legacy"])
@pytest.mark.parametrize("state", list(STATES))
def test_each_state_starts_on_each_path_and_comes_back_on_reset(make_client, path, state):
    client = make_client(path=path, state=state)
    only_legacy = state in ("legacy", "legacy_action", "dead_hook")
    for _ in range(2):
        settings = client.api("GET", "/tenants/settings").json()
        assert (settings.get(FLAG) is True) is (path == "unified" and not only_legacy)
        in_use = state not in ("fresh", "legacy")
        assert client.api("GET", "/guardian/policies").json() == (["all-applications"] if in_use else [])
        assert client.log_types() == []
        assert client.control("POST", "/reset").status_code == 204


def test_an_old_action_sends(make_client):
    client = make_client(state="legacy_action")
    assert bound(client, "send-phone-message") == ["Vonage SMS (old)"]
    selected = client.api("GET", "/guardian/factors/phone/selected-provider").json()
    assert selected == {"provider": "phone-message-hook"}
    action = client.api("GET", "/actions/actions").json()["actions"][0]
    assert (action["status"], action["all_changes_deployed"]) == ("built", True)
    names = [secret["name"] for secret in action["secrets"]]
    assert names == ["VONAGE_API_KEY", "VONAGE_API_SECRET", "VONAGE_FROM_NUMBER"]
    assert client.login()["state"] == "code_sent"
    assert client.inbox()[0]["from"] == client.info["vonage"]["from"]


def test_a_dead_hook_is_there_and_does_not_run(make_client, sender):
    client = make_client(state="dead_hook")
    (hook,) = client.api("GET", "/hooks?triggerId=send-phone-message&enabled=true").json()
    assert (hook["enabled"], hook["dependencies"]) == (True, {"nexmo": "2.9.1"})
    assert set(client.api("GET", f"/hooks/{hook['id']}/secrets").json()) == {
        "VONAGE_API_KEY",
        "VONAGE_API_SECRET",
        "VONAGE_FROM_NUMBER",
    }
    login = client.login()
    assert login["state"] == "send_failed"
    assert "no action is bound to send-phone-message" in login["detail"]
    assert sender.jobs == []
    assert "Error on send-phone-message-hook" in client.log("gd_send_sms_failure")["description"]


@pytest.mark.parametrize(
    ("path", "trigger"), [("unified", "custom-phone-provider"), ("legacy", "send-phone-message")]
)
def test_somebody_elses_action_sends(make_client, sender, path, trigger):
    client = make_client(path=path, state="foreign_action")
    assert bound(client, trigger) == ["Acme SMS gateway"]
    sender.instead = lambda job: sender_ok()
    assert client.login()["state"] == "code_sent"
    assert client.inbox() == []


def sender_ok():
    from textfactor.practice import ActionRun

    return ActionRun("ok")


def test_twilio_is_selected(make_client):
    unified, legacy = make_client(state="twilio"), make_client(path="legacy", state="twilio")
    (provider,) = unified.api("GET", "/branding/phone/providers").json()["providers"]
    assert (provider["name"], provider["disabled"]) == ("twilio", False)
    assert legacy.api("GET", "/guardian/factors/phone/selected-provider").json() == {"provider": "twilio"}
    assert legacy.api("GET", "/guardian/factors/phone/providers/twilio").json()["sid"].startswith("AC")


def test_edited_templates(make_client):
    rows = make_client(state="edited_templates").api("GET", "/branding/phone/templates").json()["templates"]
    assert sorted(row["type"] for row in rows if "id" in row) == ["otp_enroll", "otp_verify"]
    legacy = make_client(state="legacy_action+edited_templates")
    texts = legacy.api("GET", "/guardian/factors/phone/templates").json()
    assert "Welcome to {{ tenant.friendly_name }}" in texts["enrollment_message"]
    legacy.login()
    assert legacy.inbox()[0]["text"].startswith("Welcome to Acme. Your code is ")
