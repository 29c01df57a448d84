"""The steps of recorded traffic, played again: same status, same keys, same values where they are not made up.

From the public recordings of auth0/terraform-provider-auth0 and auth0/auth0-deploy-cli (2023 to 2026), as facts:
which keys an answer has, and what it says.
"""

from typing import Any

import pytest
from tests.unit.practice.kit import Client

ACTION = {
    "id", "name", "supported_triggers", "created_at", "updated_at", "code", "dependencies", "runtime", "status",
    "secrets", "all_changes_deployed",
}  # fmt: skip
VERSION = {
    "id", "code", "dependencies", "runtime", "secrets", "status", "number", "deployed", "supported_triggers",
    "created_at", "updated_at",
}  # fmt: skip
SHORT_ACTION = {"id", "name", "supported_triggers", "created_at", "updated_at", "all_changes_deployed"}
CURRENT = {"id", "code", "runtime", "status", "number", "build_time", "created_at", "updated_at"}
PROVIDER = {"id", "tenant", "name", "channel", "disabled", "configuration", "created_at", "updated_at"}
TEMPLATE = {"id", "tenant", "channel", "type", "disabled", "content", "created_at", "updated_at"}
MODULE = {
    "id", "name", "code", "dependencies", "secrets", "all_changes_published", "actions_using_module_total",
    "created_at", "updated_at",
}  # fmt: skip


def test_an_action_from_its_creation_to_its_end(client: Client, clock):
    trigger = {"id": "post-login", "version": "v3"}
    made = client.api(
        "POST", "/actions/actions", {"name": "Foo", "supported_triggers": [trigger], "code": "x"}
    )
    row = made.json()
    assert (made.status_code, set(row)) == (201, ACTION)
    assert (row["status"], row["all_changes_deployed"], row["dependencies"]) == ("pending", False, [])
    assert len(row["created_at"].partition(".")[2]) == len("076206953Z")
    path = f"/actions/actions/{row['id']}"
    clock.forward(1)
    assert client.api("GET", path).json()["status"] == "built"

    deployed = client.http.post(  # the Go client sends the body `null`
        client.info["auth0"]["url"] + f"/api/v2{path}/deploy",
        data=b"null\n",
        headers={
            "authorization": f"Bearer {client.info['auth0']['token']}",
            "content-type": "application/json",
        },
        timeout=10,
    )
    version = deployed.json()
    assert (deployed.status_code, set(version)) == (200, VERSION | {"action"})
    assert (version["deployed"], version["number"], version["status"]) == (False, 1, "built")
    assert set(version["action"]) == SHORT_ACTION
    assert version["action"]["all_changes_deployed"] is False
    assert version["action"]["updated_at"] == version["action"]["created_at"]

    row = client.api("GET", path).json()
    assert set(row) == ACTION | {"current_version", "deployed_version"}
    assert (row["all_changes_deployed"], row["deployed_version"]["deployed"]) == (True, True)
    assert set(row["current_version"]) == CURRENT
    assert set(row["deployed_version"]) == VERSION | {"built_at"}
    assert (row["current_version"]["status"], row["deployed_version"]["status"]) == ("BUILT", "built")

    refs = [{"ref": {"type": "action_id", "value": row["id"]}, "display_name": "Foo"}]
    bound = client.api("PATCH", "/actions/triggers/post-login/bindings", {"bindings": refs}).json()
    assert set(bound) == {"bindings"}
    assert set(bound["bindings"][0]) == {
        "id",
        "trigger_id",
        "display_name",
        "action",
        "created_at",
        "updated_at",
    }
    listed = client.api("GET", "/actions/triggers/post-login/bindings?per_page=50&page=0").json()
    assert set(listed) == {"bindings", "per_page", "total"}
    client.api("PATCH", "/actions/triggers/post-login/bindings", {"bindings": []})
    assert client.api("DELETE", path).status_code == 204
    gone = client.api("GET", path)
    assert gone.json() == {"statusCode": 404, "error": "Not Found", "message": "That action does not exist."}
    assert client.api("GET", "/actions/actions?page=0&per_page=100").json() == {
        "actions": [],
        "per_page": 100,
    }


def test_a_phone_provider(client: Client, clock):
    twilio = {
        "name": "twilio",
        "disabled": False,
        "configuration": {"sid": "AC1", "delivery_methods": ["text"]},
        "credentials": {"auth_token": "x"},
    }
    refused = client.api("POST", "/branding/phone/providers", twilio)
    assert refused.json() == {
        "statusCode": 400,
        "error": "Bad Request",
        "message": "Bad Operation on Notification Resource",
    }
    twilio["configuration"] = {"sid": "AC1", "default_from": "+12025550199", "delivery_methods": ["text"]}
    made = client.api("POST", "/branding/phone/providers", twilio)
    assert (made.status_code, set(made.json())) == (201, PROVIDER)
    path = f"/branding/phone/providers/{made.json()['id']}"
    assert made.json()["id"].startswith("pro_")
    assert len(made.json()["created_at"].partition(".")[2]) == len("123Z")
    assert set(client.api("GET", path).json()) == PROVIDER
    (row,) = client.api("GET", "/branding/phone/providers").json()["providers"]
    assert (set(row), row["credentials"]) == (PROVIDER | {"credentials"}, None)

    client.deployed_action(clock)
    custom = {"name": "custom", "configuration": {"delivery_methods": ["text"]}, "credentials": {}}
    changed = client.api("PATCH", path, custom)
    assert (changed.status_code, changed.json()["name"]) == (200, "custom")
    tried = client.api("POST", f"{path}/try", {"to": "911234567890", "delivery_method": "text"})
    assert (tried.status_code, tried.json()) == (
        202,
        {"code": 202, "message": "Test notification successfully sent for processing"},
    )
    assert client.api("DELETE", path).status_code == 204
    assert client.api("GET", path).json() == {
        "statusCode": 404,
        "error": "Not Found",
        "message": "Notification Resource not found",
    }


def test_phone_templates(client: Client):
    rows: list[dict[str, Any]] = client.api("GET", "/branding/phone/templates").json()["templates"]
    assert {row["type"] for row in rows} == {"otp_verify", "otp_enroll", "change_password", "blocked_account"}
    assert all(set(row) == TEMPLATE - {"id"} and row["content"]["from"] == "" for row in rows)
    body = {"text": "a {{ code }}", "voice": "b {{ code }}"}
    content = {"syntax": "liquid", "from": "+12025550199", "body": body}
    made = client.api(
        "POST", "/branding/phone/templates", {"type": "otp_enroll", "content": content, "disabled": False}
    )
    assert (made.status_code, set(made.json())) == (201, TEMPLATE)
    again = client.api("POST", "/branding/phone/templates", {"type": "otp_enroll", "content": content})
    assert again.status_code == 409
    path = f"/branding/phone/templates/{made.json()['id']}"
    reset = client.api("PATCH", f"{path}/reset", {}).json()
    assert (reset["id"], reset["content"]["from"]) == (made.json()["id"], "+12025550199")
    assert "{{ code | escape }} is your verification code" in reset["content"]["body"]["text"]


def test_second_factors_on_the_unified_path(client: Client):
    assert client.api("PUT", "/guardian/policies", ["all-applications"]).json() == ["all-applications"]
    assert client.api("PUT", "/guardian/factors/sms", {"enabled": True}).json() == {"enabled": True}
    settings = client.api("GET", "/tenants/settings").json()
    assert (settings["phone_consolidated_experience"], settings["sandbox_versions_available"]) == (
        True,
        ["22", "18"],
    )
    types = {"message_types": ["sms"]}
    assert client.api("PUT", "/guardian/factors/phone/message-types", types).json() == types
    assert client.api("GET", "/guardian/factors/phone/message-types").json() == types
    rows = client.api("GET", "/guardian/factors").json()
    assert [row["name"] for row in rows] == [
        "sms", "push-notification", "otp", "email", "duo", "webauthn-roaming", "webauthn-platform", "recovery-code",
    ]  # fmt: skip
    assert rows[0] == {"name": "sms", "enabled": True, "trial_expired": False}
    assert set(client.api("GET", "/guardian/factors/phone/settings").json()) == {
        "otp_length",
        "otp_expiration_time",
    }


@pytest.mark.parametrize("value", [True, False])
def test_the_flag_in_both_directions(client: Client, value):
    answer = client.api("PATCH", "/tenants/settings", {"phone_consolidated_experience": value})
    assert (answer.status_code, answer.json()["phone_consolidated_experience"]) == (200, value)
    assert client.api("GET", "/tenants/settings").json()["phone_consolidated_experience"] is value


def test_a_module(client: Client):
    made = client.api("POST", "/actions/modules", {"name": "Util", "code": "module.exports = {};"})
    row = made.json()
    assert (made.status_code, set(row), row["all_changes_published"]) == (201, MODULE, False)
    assert len(row["created_at"].partition(".")[2]) == len("438971Z")
    assert client.api("GET", "/actions/modules?page=0&per_page=100").json()["total"] == 1


def test_refusals(client: Client, make_client):
    gated = client.api("GET", "/guardian/factors/sms/templates").json()
    assert gated["errorCode"] == "legacy_mfa_phone_provider_not_allowed"
    plan = make_client(plan="professional").api("GET", "/attack-protection/phone-provider-protection")
    assert plan.json() == {
        "statusCode": 403,
        "error": "Forbidden",
        "message": "Please upgrade your subscription to use this feature",
        "errorCode": "insufficient_entitlement",
    }
    run = client.api("GET", "/actions/executions/nothing")
    assert run.json() == {
        "statusCode": 404,
        "error": "Not Found",
        "message": "That execution does not exist.",
    }
    client.new_action()
    action = client.api("GET", "/actions/actions").json()["actions"][0]["id"]
    assert (
        "must be in the 'built' state"
        in client.api("POST", f"/actions/actions/{action}/deploy").json()["message"]
    )
