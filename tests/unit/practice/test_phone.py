"""The phone provider, its texts, and the second factors."""

import pytest
from tests.unit.practice.kit import CUSTOM, NUMBER

PROVIDERS = "/branding/phone/providers"
TEMPLATES = "/branding/phone/templates"
TWILIO = {
    "name": "twilio",
    "configuration": {"sid": "AC1", "default_from": "+12025550110", "delivery_methods": ["text", "voice"]},
    "credentials": {"auth_token": "secret"},
}


def test_a_custom_provider_wants_a_deployed_action(client, clock):
    refused = client.api("POST", PROVIDERS, CUSTOM)
    assert (refused.status_code, refused.json()["errorCode"]) == (
        400,
        "custom_email_provider_deployed_action_not_found",
    )
    client.deployed_action(clock)
    answer = client.api("POST", PROVIDERS, CUSTOM)
    assert answer.status_code == 201
    row = answer.json()
    assert row["id"].startswith("pro_")
    assert (row["channel"], row["disabled"], "credentials" in row) == ("phone", False, False)
    assert row["created_at"] == "2026-11-18T11:06:41.250Z"
    assert client.api("GET", f"{PROVIDERS}/{row['id']}").json() == row
    assert client.api("GET", PROVIDERS).json() == {"providers": [row | {"credentials": None}]}
    assert client.api("GET", f"{PROVIDERS}?disabled=true").json() == {"providers": []}
    assert client.api("POST", PROVIDERS, CUSTOM).status_code == 409
    assert client.api("DELETE", f"{PROVIDERS}/{row['id']}").status_code == 204
    gone = client.api("GET", f"{PROVIDERS}/{row['id']}")
    assert gone.json() == {
        "statusCode": 404,
        "error": "Not Found",
        "message": "Notification Resource not found",
    }


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"credentials": None}, "Expected type object but found type null on property credentials"),
        ({"credentials": {"auth_token": "x"}}, "Additional properties not allowed: auth_token"),
        ({"configuration": {}}, "Missing required property: delivery_methods"),
        ({"configuration": {"delivery_methods": []}}, "Array is too short"),
        ({"configuration": {"delivery_methods": ["fax"]}}, "No enum match for: fax"),
        ({"name": "vonage"}, "No enum match for: vonage"),
        ({"channel": "phone"}, "Additional properties not allowed: channel"),
    ],
)
def test_bad_providers(client, clock, change, words):
    client.deployed_action(clock)
    answer = client.api("POST", PROVIDERS, CUSTOM | change)
    assert (answer.status_code, answer.json()["errorCode"]) == (400, "invalid_body")
    assert words in answer.json()["message"]


def test_missing_parts_are_named(client):
    no_credentials = {k: v for k, v in CUSTOM.items() if k != "credentials"}
    answer = client.api("POST", PROVIDERS, no_credentials).json()
    assert answer["message"] == "Payload validation error: 'Missing required property: credentials'."
    no_configuration = {k: v for k, v in CUSTOM.items() if k != "configuration"}
    assert "Missing required property: configuration" in client.api("POST", PROVIDERS, no_configuration).text


def test_twilio_can_become_custom(client, clock):
    created = client.api("POST", PROVIDERS, TWILIO)
    assert created.status_code == 201
    assert "secret" not in created.text
    path = f"{PROVIDERS}/{created.json()['id']}"
    client.deployed_action(clock)
    changed = client.api("PATCH", path, CUSTOM)
    assert (changed.status_code, changed.json()["name"]) == (200, "custom")
    off = client.api("PATCH", path, {"disabled": True}).json()
    assert (off["disabled"], off["configuration"]) == (True, {"delivery_methods": ["text"]})
    assert client.api("GET", f"{PROVIDERS}?disabled=true").json()["providers"]


def test_bad_twilios(client):
    bare = {"sid": "AC1", "delivery_methods": ["text"]}
    refused = client.api("POST", PROVIDERS, TWILIO | {"configuration": bare})
    assert refused.json() == {
        "statusCode": 400,
        "error": "Bad Request",
        "message": "Bad Operation on Notification Resource",
    }
    assert "auth_token" in client.api("POST", PROVIDERS, TWILIO | {"credentials": {}}).text


def test_trying_the_provider_promises_nothing(client, clock, sender):
    provider = client.set_up(clock)
    answer = client.api(
        "POST", f"{PROVIDERS}/{provider}/try", {"to": f"+{NUMBER}", "delivery_method": "text"}
    )
    accepted = (202, {"code": 202, "message": "Test notification successfully sent for processing"})
    assert (answer.status_code, answer.json()) == accepted
    assert len(client.inbox()) == 1
    assert client.log_types().count("gd_send_sms") == 1

    bad = client.api("POST", f"{PROVIDERS}/{provider}/try", {"to": "+447700900009"})
    assert (bad.status_code, bad.json()) == accepted
    assert len(client.inbox()) == 1
    assert client.api("POST", f"{PROVIDERS}/{provider}/try", {"to": "1" * 17}).status_code == 400
    assert client.api("POST", f"{PROVIDERS}/pro_x/try", {"to": "1"}).status_code == 404


def test_a_twilio_provider_needs_no_action_to_be_tried(client):
    provider = client.api("POST", PROVIDERS, TWILIO).json()["id"]
    assert client.api("POST", f"{PROVIDERS}/{provider}/try", {"to": f"+{NUMBER}"}).status_code == 202
    assert client.inbox() == []


def test_templates_begin_as_four_defaults_without_id(client):
    rows = client.api("GET", TEMPLATES).json()["templates"]
    assert [row["type"] for row in rows] == ["otp_verify", "otp_enroll", "change_password", "blocked_account"]
    assert not any("id" in row for row in rows)
    assert rows[0]["content"]["body"]["text"] == (
        "{{ code | escape }} is your verification code for {{ friendly_name | escape }}"
    )
    assert rows[0]["content"]["from"] == ""
    assert client.api("GET", f"{TEMPLATES}?disabled=true").json() == {"templates": []}


def test_the_first_edit_is_a_post_the_next_ones_are_patches(client):
    new = {
        "type": "otp_verify",
        "disabled": False,
        "content": {"syntax": "liquid", "body": {"text": "{{ code }}"}},
    }
    created = client.api("POST", TEMPLATES, new)
    assert created.status_code == 201
    row = created.json()
    assert row["id"].startswith("tem_")
    assert "voice" in row["content"]["body"]
    again = client.api("POST", TEMPLATES, new)
    assert (again.status_code, again.json()["message"]) == (
        409,
        "Phone template already configured for tenant",
    )

    path = f"{TEMPLATES}/{row['id']}"
    assert client.api("GET", path).json() == row
    changed = client.api(
        "PATCH", path, {"disabled": True, "content": {"from": "Acme", "body": {"text": "x"}}}
    ).json()
    assert (changed["disabled"], changed["content"]["from"], changed["content"]["body"]["text"]) == (
        True,
        "Acme",
        "x",
    )
    assert len(client.api("GET", TEMPLATES).json()["templates"]) == 4

    reset = client.api("PATCH", f"{path}/reset", {}).json()
    assert reset["id"] == row["id"]
    assert reset["content"]["from"] == "Acme"
    assert "{{ friendly_name | escape }}" in reset["content"]["body"]["text"]
    assert client.api("PATCH", f"{path}/reset").status_code == 200

    assert client.api("DELETE", path).status_code == 204
    assert client.api("GET", path).status_code == 404


def test_a_fifth_type_can_be_added(client):
    body = {"type": "password_breach", "content": {"body": {"text": "changed", "voice": "changed"}}}
    assert client.api("POST", TEMPLATES, body).status_code == 201
    assert len(client.api("GET", TEMPLATES).json()["templates"]) == 5


@pytest.mark.parametrize(
    ("method", "body"),
    [
        ("POST", {"type": "otp_sms", "content": {}}),
        ("POST", {"type": "otp_enroll"}),
        ("POST", {"type": "otp_enroll", "content": {"syntax": "jinja"}}),
        ("POST", {"type": "otp_enroll", "content": {"body": {"text": "x" * 20_001}}}),
        ("POST", {"type": "otp_enroll", "content": {"from": "x" * 17}}),
        ("PATCH", {"type": "otp_verify"}),
        ("PATCH", {"content": {"syntax": "liquid"}}),
    ],
)
def test_bad_templates(client, method, body):
    path = TEMPLATES
    if method == "PATCH":
        path += "/" + client.api("POST", TEMPLATES, {"type": "otp_verify", "content": {}}).json()["id"]
    assert client.api(method, path, body).json()["errorCode"] == "invalid_body"


def test_trying_a_template_sends_its_words(client, clock):
    client.set_up(clock)
    body = {"type": "change_password", "content": {"body": {"text": "Hello {{ user.phone_number }}"}}}
    template = client.api("POST", TEMPLATES, body).json()["id"]
    answer = client.api(
        "POST", f"{TEMPLATES}/{template}/try", {"to": f"+{NUMBER}", "delivery_method": "text"}
    )
    assert answer.status_code == 202
    assert client.inbox()[0]["text"] == f"Hello +{NUMBER}"
    assert client.api("POST", f"{TEMPLATES}/tem_x/try", {"to": "1"}).status_code == 404


def test_a_disabled_template_has_no_words(client, clock, sender):
    client.set_up(clock)
    client.api("POST", TEMPLATES, {"type": "otp_enroll", "disabled": True, "content": {}})
    assert client.login()["detail"] == "dropped: vonage status=2 Missing text param"


def test_factors_are_eight_in_order(client):
    rows = client.api("GET", "/guardian/factors").json()
    assert [row["name"] for row in rows] == [
        "sms", "push-notification", "otp", "email", "duo", "webauthn-roaming", "webauthn-platform", "recovery-code",
    ]  # fmt: skip
    assert not any(row["enabled"] for row in rows)
    assert client.api("PUT", "/guardian/factors/otp", {"enabled": True}).json() == {"enabled": True}
    assert client.api("GET", "/guardian/factors").json()[2]["enabled"] is True
    assert client.api("PUT", "/guardian/factors/otp", {"enabled": True, "x": 1}).status_code == 400
    assert (
        client.api("PUT", "/guardian/factors/phone", {"enabled": True}).json()["errorCode"] == "invalid_uri"
    )


def test_message_types_come_after_the_factor_and_within_the_provider(client, clock):
    path = "/guardian/factors/phone/message-types"
    assert client.api("GET", path).json() == {"message_types": []}
    early = client.api("PUT", path, {"message_types": ["sms"]})
    assert (early.status_code, early.json()["message"]) == (404, "The phone factor does not exist.")
    client.api("PUT", "/guardian/factors/sms", {"enabled": True})
    assert client.api("PUT", path, {"message_types": ["sms", "voice"]}).json() == {
        "message_types": ["sms", "voice"]
    }
    client.deployed_action(clock)
    client.api("POST", PROVIDERS, CUSTOM)
    conflict = client.api("PUT", path, {"message_types": ["sms", "voice"]})
    assert (conflict.status_code, conflict.json()["message"]) == (
        409,
        "Message Type is not supported by the configured phone provider",
    )
    assert client.api("PUT", path, {"message_types": ["fax"]}).status_code == 400


def test_nobody_is_asked_once_no_message_type_is_chosen(client, clock):
    client.set_up(clock)
    none = {"message_types": []}  # may be empty (wire 15)
    assert client.api("PUT", "/guardian/factors/phone/message-types", none).json() == none
    assert client.login()["state"] == "not_asked"


def test_policies_are_a_bare_array(client):
    path = "/guardian/policies"
    assert client.api("GET", path).json() == []
    assert client.api("PUT", path, ["all-applications"]).json() == ["all-applications"]
    assert client.api("GET", path).json() == ["all-applications"]
    assert client.api("PUT", path, ["sometimes"]).json()["errorCode"] == "invalid_body"
    assert client.api("PUT", path, {"policies": []}).status_code == 400


@pytest.mark.parametrize("factor", ["phone", "sms"])
@pytest.mark.parametrize("name", ["selected-provider", "templates", "providers/twilio"])
@pytest.mark.parametrize("method", ["GET", "PUT"])
def test_legacy_calls_meet_a_403_that_is_no_missing_scope(client, factor, name, method):
    answer = client.api(method, f"/guardian/factors/{factor}/{name}", {} if method == "PUT" else None)
    assert (answer.status_code, answer.json()) == (
        403,
        {
            "statusCode": 403,
            "error": "Forbidden",
            "message": "Insufficient privileges to use this deprecated feature. "
            "To handle Phone Provider/Templates refer to Tenant Phone Settings",
            "errorCode": "legacy_mfa_phone_provider_not_allowed",
        },
    )


def test_a_ticket_can_be_had(client):
    answer = client.api(
        "POST", "/guardian/enrollments/ticket", {"user_id": "auth0|1", "factor": "phone"}
    ).json()
    assert answer["ticket_id"] in answer["ticket_url"]
    assert client.api("POST", "/guardian/enrollments/ticket", {}).status_code == 400
    assert client.api("GET", "/guardian/factors/push-notification/providers/sns").json() == {}
