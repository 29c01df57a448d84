"""Every answer of the stand-in Auth0 against the official description.

Where they differ, the recorded traffic is right and the description is not; each such place is listed here, so that
a difference which nobody meant fails.
"""

import re
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from requests import Response
from tests.contract.practice.conftest import Judge
from tests.unit.practice.kit import CUSTOM, NUMBER, Client, FakeClock

PROVIDERS, TEMPLATES = "/branding/phone/providers", "/branding/phone/templates"
BINDINGS = "/actions/triggers/custom-phone-provider/bindings"

# What the service does and the description does not know (specs README, wire facts 2, 4, 6, 8, 10, 16).
DEPLOY_IS_200 = "ResponseNotFound(http_status='200', availableresponses=['202'"
CURRENT_VERSION = "Additional properties are not allowed ('current_version' was unexpected)"
NEWER_TRIGGER = "'mcp-tool' is not one of"
NO_CREDENTIALS = "'credentials' is a required property"
NULL_CREDENTIALS = "Additional properties are not allowed ('credentials' was unexpected)"
EMPTY_SENDER = "'' should be non-empty"
TIMES = "Additional properties are not allowed ('created_at', 'updated_at' were unexpected)"


@pytest.fixture
def compare(client: Client, auth0_judge: Judge) -> Callable[..., Response]:
    """Make a call; its request must fit the description, its answer as well but for the given differences."""

    def call(method: str, path: str, body: object = None, *, known: tuple[str, ...] = ()) -> Response:
        answer = client.api(method, path, body)
        assert answer.ok, answer.text
        assert auth0_judge.request_errors(answer) == []
        errors = auth0_judge.response_errors(answer)
        unknown = [error for error in errors if not any(part in error for part in known)]
        assert unknown == []
        missing = [part for part in known if not any(part in error for error in errors)]
        assert missing == [], "the description has caught up: take this difference off the list"
        return answer

    return call


def test_actions(client: Client, compare, clock: FakeClock, auth0_judge: Judge):
    compare("GET", "/actions/triggers", known=(NEWER_TRIGGER,))
    compare("GET", "/actions/actions")
    created = client.new_action()
    assert auth0_judge.request_errors(created) == auth0_judge.response_errors(created) == []
    path = f"/actions/actions/{created.json()['id']}"
    compare("GET", path)
    clock.forward(1)
    compare("POST", f"{path}/deploy", known=(DEPLOY_IS_200,))
    compare("GET", path, known=(CURRENT_VERSION,))
    compare("PATCH", path, {"code": "x"}, known=(CURRENT_VERSION,))
    version = compare("GET", f"{path}/versions").json()["versions"][0]["id"]
    compare("GET", f"{path}/versions/{version}")
    compare("POST", f"{path}/versions/{version}/deploy", {"update_draft": True}, known=(DEPLOY_IS_200,))
    row = {"ref": {"type": "action_id", "value": created.json()["id"]}, "display_name": "x"}
    compare("PATCH", BINDINGS, {"bindings": [row]}, known=(CURRENT_VERSION,))
    compare("GET", BINDINGS, known=(CURRENT_VERSION,))
    compare("DELETE", f"{path}?force=true")


def test_the_phone_provider(client: Client, compare, clock: FakeClock):
    client.deployed_action(clock)
    provider = compare("POST", PROVIDERS, CUSTOM, known=(NO_CREDENTIALS,)).json()["id"]
    compare("GET", PROVIDERS, known=(NULL_CREDENTIALS,))
    compare("GET", f"{PROVIDERS}/{provider}", known=(NO_CREDENTIALS,))
    compare("PATCH", f"{PROVIDERS}/{provider}", {"disabled": False}, known=(NO_CREDENTIALS,))
    compare("POST", f"{PROVIDERS}/{provider}/try", {"to": f"+{NUMBER}", "delivery_method": "text"})
    compare("DELETE", f"{PROVIDERS}/{provider}")


def test_templates(compare):
    compare("GET", TEMPLATES, known=(EMPTY_SENDER, TIMES))
    content = {"syntax": "liquid", "from": "Acme", "body": {"text": "{{ code }}", "voice": "{{ code }}"}}
    body = {"type": "otp_verify", "disabled": False, "content": content}
    path = f"{TEMPLATES}/" + compare("POST", TEMPLATES, body, known=(TIMES,)).json()["id"]
    compare("GET", path, known=(TIMES,))
    compare("PATCH", path, {"content": {"body": {"text": "x"}}}, known=(TIMES,))
    compare("PATCH", f"{path}/reset", {}, known=(TIMES,))
    compare("POST", f"{path}/try", {"to": f"+{NUMBER}", "delivery_method": "text"})
    compare("DELETE", path)


def test_second_factors_and_settings(compare):
    compare("GET", "/tenants/settings")
    compare("PATCH", "/tenants/settings", {"friendly_name": "Acme"})
    compare("GET", "/guardian/factors")
    compare("PUT", "/guardian/factors/sms", {"enabled": True})
    compare("PUT", "/guardian/factors/phone/message-types", {"message_types": ["sms"]})
    compare("GET", "/guardian/factors/phone/message-types")
    compare("PUT", "/guardian/policies", ["all-applications"])
    compare("GET", "/guardian/policies")
    compare("POST", "/guardian/enrollments/ticket", {"user_id": "auth0|1", "factor": "phone"})


def test_what_a_login_leaves(client: Client, compare, clock: FakeClock):
    client.set_up(clock)
    client.login()
    sent, started = client.log("gd_send_sms"), client.log("gd_start_enroll")
    compare("GET", f"/actions/executions/{sent['details']['actions']['executions'][0]}")
    compare("GET", f"/guardian/enrollments/{started['details']['enrollment']['_id']}")
    # Most of a row may be null on the wire, where the description wants text (wire 17).
    compare(
        "GET",
        f"/logs/{sent['log_id']}",
        known=("None is not of type 'string'", "None is not of type 'object'"),
    )
    compare("GET", "/hooks")
    compare("GET", "/actions/modules")
    compare("GET", "/client-grants")


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/actions/actions", {"name": "x"}),
        ("POST", "/actions/actions", {"name": "x", "supported_triggers": [], "colour": "red"}),
        ("POST", PROVIDERS, {"name": "custom"}),
        ("POST", PROVIDERS, {"name": "vonage", "credentials": {}}),
        ("PUT", "/guardian/factors/sms", {"enabled": "yes"}),
        ("PUT", "/guardian/factors/sms", {"enabled": True, "more": 1}),
        ("PUT", "/guardian/policies", ["sometimes"]),
        ("PUT", "/guardian/factors/phone/message-types", {"message_types": ["fax"]}),
        ("POST", TEMPLATES, {"type": "otp_sms"}),
        ("POST", "/guardian/enrollments/ticket", {"send_mail": True}),
        ("PATCH", BINDINGS, {"bindings": [{"ref": {"type": "id", "value": "x"}}]}),
    ],
)
def test_what_the_description_forbids_is_refused(client, auth0_judge, method, path, body):
    answer = client.api(method, path, body)
    assert answer.status_code == 400
    assert answer.json()["errorCode"] == "invalid_body"
    # Two of these the description lets pass: it has no minimum for triggers, and no end of a binding's `oneOf`.
    if "supported_triggers" not in body:
        assert auth0_judge.request_errors(answer) != []


def test_rows_of_the_log_have_the_details_of_their_type(client: Client, clock, world, load):
    """By the log schema: type and details only, as the rest describes log streams."""
    from textfactor.practice import ActionRun

    schemas: dict[str, Any] = load("auth0-log-schema")["components"]["schemas"]
    client.set_up(clock)
    login = client.login()
    client.enter(login["id"], "wrong")
    client.enter(login["id"], client.inbox()[0]["text"].split()[0])
    for _ in range(11):
        client.login()
    world._run_action.instead = lambda job: ActionRun(
        "threw", reason="boom", error_code="9", error_stack="at 1"
    )
    client.login(user="otto")

    rows = client.api("GET", "/logs?take=100").json()
    seen = {row["type"] for row in rows} & set(schemas)
    assert seen >= {
        "gd_start_enroll", "gd_send_sms", "gd_send_sms_failure", "gd_auth_failed", "gd_auth_succeed",
        "gd_enrollment_complete", "gd_start_auth", "limit_phone", "actions_execution_failed",
    }  # fmt: skip
    for row in rows:
        if row["type"] in seen:
            properties: dict[str, Any] = schemas[row["type"]]["properties"]
            validator = Draft202012Validator(properties["details"] | {"components": {"schemas": schemas}})
            errors = [re.sub(r"\s+", " ", error.message) for error in validator.iter_errors(row["details"])]
            assert errors == [], row["type"]
