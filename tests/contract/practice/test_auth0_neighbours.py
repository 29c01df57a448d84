"""What lies beside the unified path's phones, against the official description; differences are listed."""

from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from requests import Response
from tests.contract.practice.conftest import Judge
from tests.unit.practice.kit import Client

from textfactor.practice import ActionRun

Compare = Callable[..., Response]

# What the service does and the description does not know (specs README).
PATCH_HOOK_IS_200 = "ResponseNotFound(http_status='200', availableresponses=['201'"
THIRD_STAGE = "Additional properties are not allowed ('pre-custom-token-exchange' was unexpected)"
EMPTY_204 = "MissingData()"
"""The description wants a body in the 204 of texts that were never set."""


@pytest.fixture
def comparing(auth0_judge: Judge) -> Callable[[Client], Compare]:
    def of(client: Client) -> Compare:
        def call(method: str, path: str, body: object = None, *, known: tuple[str, ...] = ()) -> Response:
            answer = client.api(method, path, body)
            assert answer.ok, answer.text
            assert auth0_judge.request_errors(answer) == []
            errors = auth0_judge.response_errors(answer)
            assert [error for error in errors if not any(part in error for part in known)] == []
            missing = [part for part in known if not any(part in error for error in errors)]
            assert missing == [], "the description has caught up: take this difference off the list"
            return answer

        return call

    return of


@pytest.mark.parametrize("factor", ["phone", "sms"])
def test_the_legacy_path(make_client, comparing, factor):
    compare = comparing(make_client(path="legacy"))
    base = f"/guardian/factors/{factor}"
    if factor == "sms":  # never set: 204, which the description has for this name only
        compare("GET", f"{base}/templates", known=(EMPTY_204,))
    texts = {"enrollment_message": "a {{code}}", "verification_message": "b {{code}}"}
    compare("PUT", f"{base}/templates", texts)
    compare("GET", f"{base}/templates")
    compare("GET", f"{base}/selected-provider")
    for provider in ("auth0", "twilio", "phone-message-hook"):
        compare("PUT", f"{base}/selected-provider", {"provider": provider})
    compare("GET", f"{base}/providers/twilio")
    compare("PUT", f"{base}/providers/twilio", {"sid": "AC1", "auth_token": None, "from": "+12025550199"})


def test_a_leftover_hook(make_client, comparing):
    client = make_client(state="dead_hook")
    compare = comparing(client)
    hook = compare("GET", "/hooks").json()[0]["id"]
    compare("GET", "/hooks?include_totals=true")
    compare("GET", f"/hooks/{hook}")
    compare("PATCH", f"/hooks/{hook}", {"enabled": False}, known=(PATCH_HOOK_IS_200,))
    compare("GET", f"/hooks/{hook}/secrets")
    compare("POST", f"/hooks/{hook}/secrets", {"NEW": "1"})
    compare("PATCH", f"/hooks/{hook}/secrets", {"NEW": "2"})
    compare("DELETE", f"/hooks/{hook}/secrets", ["NEW"])
    compare("DELETE", f"/hooks/{hook}")


def test_modules(client: Client, comparing):
    compare = comparing(client)
    body = {"name": "util", "code": "1", "publish": True, "secrets": [{"name": "A", "value": "x"}]}
    path = f"/actions/modules/{compare('POST', '/actions/modules', body).json()['id']}"
    compare("GET", "/actions/modules")
    compare("GET", path)
    compare("PATCH", path, {"code": "2"})
    version = compare("POST", f"{path}/versions").json()["id"]
    versions = compare("GET", f"{path}/versions").json()["versions"]
    compare("GET", f"{path}/versions/{version}")
    compare("POST", f"{path}/rollback", {"module_version_id": versions[-1]["id"]})
    compare("GET", f"{path}/actions")
    compare("DELETE", path)


def test_the_other_factors(client: Client, comparing):
    compare = comparing(client)
    push = "/guardian/factors/push-notification"
    compare("GET", f"{push}/selected-provider")
    compare("PUT", f"{push}/selected-provider", {"provider": "sns"})
    for method in ("PUT", "PATCH"):
        compare(method, f"{push}/providers/sns", {"aws_region": "eu-west-1"})
        compare(method, f"{push}/providers/apns", {"sandbox": True, "bundle_id": "com.acme", "p12": "x"})
        compare(method, f"{push}/providers/fcm", {"server_key": "x"})
        compare(method, f"{push}/providers/fcmv1", {"server_credentials": "x"})
        compare(method, "/guardian/factors/duo/settings", {"ikey": "i", "skey": "s", "host": "h"})
    compare("GET", f"{push}/providers/sns")
    compare("GET", f"{push}/providers/apns")
    compare("GET", "/guardian/factors/duo/settings")


def test_users_and_their_methods(client: Client, comparing, clock):
    compare = comparing(client)
    every = "/users/auth0|anna/authentication-methods"
    method = compare("POST", every, {"type": "phone", "phone_number": "+447700900123"}).json()["id"]
    compare("GET", every)
    compare("GET", f"{every}/{method}")
    compare("PATCH", f"{every}/{method}", {"name": "Work", "preferred_authentication_method": "sms"})
    compare("DELETE", f"{every}/{method}")
    compare("DELETE", every)
    client.set_up(clock)
    client.login()
    found: Any = client.api("GET", "/users/auth0|anna/logs").json()
    assert found


def test_attack_protection_and_grants(client: Client, comparing):
    compare = comparing(client)
    compare("GET", "/attack-protection/phone-provider-protection")
    compare("PATCH", "/attack-protection/phone-provider-protection", {"type": "exponential"})
    compare("GET", "/attack-protection/suspicious-ip-throttling", known=(THIRD_STAGE,))
    compare("PATCH", "/attack-protection/suspicious-ip-throttling", {"enabled": False}, known=(THIRD_STAGE,))
    grant = compare("GET", "/client-grants").json()[0]["id"]
    compare("GET", f"/client-grants/{grant}")


def test_the_rows_of_a_legacy_tenant_have_the_details_of_their_type(make_client, load, clock):
    """By the log schema: type and details only, as the rest describes log streams."""
    schemas: dict[str, Any] = load("auth0-log-schema")["components"]["schemas"]
    client: Client = make_client(state="legacy_action", plan="professional")
    sender: Any = client.world._run_action
    login = client.login()
    client.enter(login["id"], "wrong")
    client.enter(login["id"], client.inbox()[0]["text"].split()[0])
    clock.forward(60)
    client.api("PUT", "/guardian/factors/otp", {"enabled": True})
    method = client.api("GET", "/users/auth0|anna/authentication-methods").json()[0]["id"]
    client.api("DELETE", f"/guardian/enrollments/{method}")
    sender.instead = lambda job: ActionRun("threw", reason="boom", error_code="E_NO")
    for _ in range(12):
        client.login()
    clock.forward(60)
    for _ in range(12):
        client.api("GET", "/guardian/factors")
    clock.forward(60)

    rows = client.api("GET", "/logs?take=100").json()
    seen = {row["type"] for row in rows} & set(schemas)
    assert seen >= {
        "gd_start_enroll", "gd_send_sms", "gd_send_sms_failure", "gd_auth_failed", "gd_auth_succeed",
        "gd_enrollment_complete", "gd_unenroll", "gd_tenant_update", "gd_otp_rate_limit_exceed", "api_limit",
        "api_limit_warning", "sapi", "actions_execution_failed",
    }  # fmt: skip
    for row in rows:
        if row["type"] in seen:
            properties: dict[str, Any] = schemas[row["type"]]["properties"]
            validator = Draft202012Validator(properties["details"] | {"components": {"schemas": schemas}})
            assert [error.message for error in validator.iter_errors(row["details"])] == [], row["type"]
