"""What lies beside the phones: Hooks, modules, other factors, attack protection, applications, plans."""

import json

import pytest
from tests.unit.practice.kit import Client
from tests.unit.practice.test_tenant import token

HOOK = {"name": "x", "script": "module.exports = 1", "triggerId": "send-phone-message"}


@pytest.fixture
def hooked(make_client) -> Client:
    return make_client(state="dead_hook")


def hook_path(client: Client) -> str:
    return f"/hooks/{client.api('GET', '/hooks').json()[0]['id']}"


def test_a_hook_can_be_switched_renamed_and_deleted(hooked):
    path = hook_path(hooked)
    changed = hooked.api("PATCH", path, {"enabled": False, "name": "old one"})
    assert (changed.status_code, changed.json()["enabled"], changed.json()["name"]) == (200, False, "old one")
    assert hooked.api("GET", "/hooks?enabled=true").json() == []
    counted = hooked.api("GET", "/hooks?include_totals=true").json()
    assert (counted["total"], counted["hooks"]) == (1, [changed.json()])
    assert hooked.api("PATCH", path, {"name": "-"}).status_code == 400
    assert hooked.api("DELETE", path).status_code == 204
    assert hooked.api("GET", path).json()["errorCode"] == "inexistent_hook"


def test_no_new_hooks_and_no_new_code(hooked):
    path = hook_path(hooked)
    same = hooked.api("GET", path).json()["script"]
    assert hooked.api("PATCH", path, {"script": same}).status_code == 200
    token_with_create = {"method": "POST", "path": "/hooks", "json": HOOK}
    assert hooked.api(**token_with_create).json()["errorCode"] == "insufficient_scope"
    answer = hooked.api("PATCH", path, {"script": "new"})
    assert (answer.status_code, "deprecated feature" in answer.json()["message"]) == (403, True)


def test_the_secrets_of_a_hook(hooked):
    path = hook_path(hooked) + "/secrets"
    assert hooked.api("POST", path, {"NEW": "1"}).status_code == 201
    assert hooked.api("POST", path, {"NEW": "1"}).status_code == 409
    assert hooked.api("PATCH", path, {"NEW": "2"}).status_code == 201
    assert hooked.api("PATCH", path, {"OTHER": "2"}).status_code == 404
    assert hooked.api("POST", path, {"NEW": 1}).status_code == 400
    assert hooked.api("DELETE", path, ["NEW"]).status_code == 204
    assert hooked.api("DELETE", path, {}).status_code == 400
    shown = hooked.api("GET", path).json()
    assert set(shown.values()) == {"_VALUE_NOT_SHOWN_"}
    assert "NEW" not in shown


def test_modules_have_versions(client):
    every = "/actions/modules"
    body = {"name": "util", "code": "1", "publish": True, "secrets": [{"name": "A", "value": "hush"}]}
    made = client.api("POST", every, body)
    assert made.status_code == 201
    assert "hush" not in made.text
    assert client.api("POST", every, body).status_code == 409
    path = f"{every}/{made.json()['id']}"
    assert client.api("POST", f"{path}/versions").status_code == 409, "nothing has changed"
    assert client.api("PATCH", path, {"code": "2"}).json()["all_changes_published"] is False
    newer = client.api("POST", f"{path}/versions").json()
    assert newer["version_number"] == 2
    versions = client.api("GET", f"{path}/versions").json()["versions"]
    assert [row["code"] for row in versions] == ["2", "1"]
    assert client.api("GET", f"{path}/versions/{newer['id']}").json() == newer
    back = {"module_version_id": versions[1]["id"]}
    assert client.api("POST", f"{path}/rollback", back).json()["code"] == "1"
    assert client.api("POST", f"{path}/rollback", back).status_code == 409
    assert client.api("POST", f"{path}/rollback", {"module_version_id": "x"}).status_code == 404
    assert client.api("GET", f"{path}/actions").json()["total"] == 0
    assert client.api("GET", every).json()["total"] == 1
    assert client.api("DELETE", path).status_code == 204
    assert client.api("GET", path).status_code == 404


PUSH = "/guardian/factors/push-notification"


@pytest.mark.parametrize(
    ("path", "body", "shown"),
    [
        (f"{PUSH}/providers/sns", {"aws_region": "eu-west-1"}, {"aws_region": "eu-west-1"}),
        (f"{PUSH}/providers/apns", {"bundle_id": "a", "p12": "secret"}, {"bundle_id": "a"}),
        ("/guardian/factors/duo/settings", {"host": "h"}, {"host": "h"}),
        (f"{PUSH}/selected-provider", {"provider": "sns"}, {"provider": "sns"}),
    ],
)
def test_other_factors_keep_their_settings(client, path, body, shown):
    assert client.api("GET", path).json() in ({}, {"provider": "guardian"})
    assert client.api("PUT", path, body).json() == shown
    assert client.api("GET", path).json() == shown
    assert client.api("PUT", path, {"colour": "red"}).status_code == 400


def test_the_parts_of_other_factors_can_be_changed_alone(client):
    path = f"{PUSH}/providers/sns"
    client.api("PUT", path, {"aws_region": "a", "aws_access_key_id": "b"})
    assert client.api("PATCH", path, {"aws_region": "c"}).json() == {
        "aws_region": "c",
        "aws_access_key_id": "b",
    }
    assert client.api("PATCH", f"{PUSH}/providers/fcm", {"server_key": None}).json() == {}
    assert client.api("PUT", f"{PUSH}/providers/fcmv1", {"server_credentials": "x"}).json() == {}
    assert client.api("GET", f"{PUSH}/providers/fcm").status_code == 405


def test_how_codes_look(client, clock):
    path = "/guardian/factors/phone/settings"
    assert client.api("GET", path).json() == {"otp_length": 6, "otp_expiration_time": 300}
    body = {"otp_length": 4, "otp_expiration_time": 30}
    assert client.api("PUT", path, body).json() == body
    assert client.api("PUT", path, {"otp_length": 0, "otp_expiration_time": 30}).status_code == 400
    assert client.api("GET", "/guardian/factors/email/settings").json()["otp_length"] == 6
    client.set_up(clock)
    login = client.login()
    code = client.inbox()[0]["text"].split()[0]
    assert len(code) == 4
    clock.forward(31)
    assert client.enter(login["id"], code)["detail"] == "the code has expired"


def test_how_long_browsers_are_remembered(client):
    row = client.api("GET", "/guardian/settings").json()
    changed = client.api("PUT", "/guardian/settings", {"remember_me_default_value": True}).json()
    assert changed == row | {"remember_me_default_value": True}


def test_attack_protection(make_client):
    client, phone = make_client(), "/attack-protection/phone-provider-protection"
    assert client.api("GET", phone).json() == {"type": "none"}
    assert client.api("PATCH", phone, {"type": "exponential"}).json() == {"type": "exponential"}
    assert client.api("GET", phone).json() == {"type": "exponential"}
    assert client.api("PATCH", phone, {"type": "linear"}).status_code == 400
    other = make_client(plan="professional").api("GET", phone)
    assert (other.status_code, other.json()["errorCode"]) == (403, "insufficient_entitlement")

    throttling = "/attack-protection/suspicious-ip-throttling"
    stage = {"pre-login": {"max_attempts": 5, "rate": 1000}}
    changed = client.api("PATCH", throttling, {"enabled": False, "stage": stage}).json()
    assert (changed["enabled"], changed["stage"]["pre-login"]["max_attempts"]) == (False, 5)
    assert changed["stage"]["pre-user-registration"]["max_attempts"] == 50
    assert client.api("GET", throttling).json() == changed
    assert client.api("PATCH", throttling, {"stage": {"pre-login": {"rate": -1}}}).status_code == 400


def test_applications_and_their_grants(client):
    names = [row["name"] for row in client.api("GET", "/clients").json()]
    assert names == ["Practice application", "Textfactor"]
    assert client.info["auth0"]["client_secret"] not in client.api("GET", "/clients").text
    assert client.api("GET", "/clients?is_global=true").json() == []
    counted = client.api("GET", "/clients?page=0&per_page=1&include_totals=true").json()
    assert (counted["total"], counted["limit"], len(counted["clients"])) == (2, 1, 1)
    first = client.api("GET", "/clients?take=1").json()
    rest = client.api("GET", f"/clients?take=1&from={first['next']}").json()
    assert len(first["clients"]) == len(rest["clients"]) == 1
    one = client.info["auth0"]["client_id"]
    assert client.api("GET", f"/clients/{one}").json()["name"] == "Textfactor"
    assert client.api("GET", "/clients/x").json()["errorCode"] == "inexistent_client"

    grants = client.api("GET", f"/client-grants?client_id={one}").json()
    assert grants[0]["scope"] == token(client).json()["scope"].split()
    assert client.api("GET", "/client-grants?client_id=x&take=5").json() == {"client_grants": []}
    assert client.api("GET", f"/client-grants/{grants[0]['id']}").json() == grants[0]
    assert client.api("GET", "/client-grants/x").status_code == 404


def test_a_token_for_some_of_the_scopes(client):
    answer = token(client, scope="read:logs read:actions").json()
    assert answer["scope"] == "read:actions read:logs"
    headers = {"authorization": f"Bearer {answer['access_token']}"}
    assert client.api("GET", "/logs", headers=headers).status_code == 200
    refused = client.api("GET", "/guardian/policies", headers=headers).json()
    assert refused["message"] == "Insufficient scope, expected any of: read:mfa_policies"
    strange = token(client, scope="read:logs delete:tenant")
    assert (strange.status_code, "delete:tenant" in strange.text) == (403, True)


def test_either_of_two_scopes_will_do_for_logs(client):
    answer = token(client, scope="read:logs_users").json()
    headers = {"authorization": f"Bearer {answer['access_token']}"}
    assert client.api("GET", "/logs", headers=headers).status_code == 200
    nothing = {"authorization": f"Bearer {token(client, scope='read:users').json()['access_token']}"}
    message = client.api("GET", "/logs", headers=nothing).json()["message"]
    assert message == "Insufficient scope, expected any of: read:logs,read:logs_users"


def test_a_plan_refuses_in_two_ways(make_client, clock):
    free = make_client(plan="free", path="legacy")
    texts = {"enrollment_message": "{{code}}", "verification_message": "{{code}}"}
    paid = free.api("PUT", "/guardian/factors/phone/templates", texts)
    assert (paid.status_code, paid.json()["errorCode"]) == (403, "insufficient_scope")
    assert paid.json()["message"].startswith("Please upgrade your subscription")
    adaptive = free.api("PUT", "/guardian/policies", ["confidence-score"])
    assert (adaptive.status_code, adaptive.json()["errorCode"]) == (403, "insufficient_entitlement")
    clock.forward(1)
    assert free.api("PUT", "/guardian/policies", ["all-applications"]).status_code == 200


@pytest.mark.parametrize(("plan", "days"), [("free", 1), ("professional", 10), ("enterprise", 30)])
def test_logs_are_kept_as_long_as_the_plan_says(make_client, clock, plan, days):
    client = make_client(plan=plan)
    client.api("PATCH", "/tenants/settings", {"friendly_name": "Acme"})
    row = client.log("sapi")
    clock.forward(days * 86_400 - 10)
    headers = {"authorization": f"Bearer {token(client).json()['access_token']}"}
    assert client.api("GET", f"/logs/{row['log_id']}", headers=headers).status_code == 200
    clock.forward(20)
    assert client.api("GET", f"/logs/{row['log_id']}", headers=headers).status_code == 404
    assert "sapi" not in client.api("GET", "/logs?take=100", headers=headers).text


def test_execution_records_are_kept_ten_days(client, clock):
    client.set_up(clock)
    client.login()
    run = client.log("gd_send_sms")["details"]["actions"]["executions"][0]
    clock.forward(10 * 86_400 + 1)
    headers = {"authorization": f"Bearer {token(client).json()['access_token']}"}
    assert client.api("GET", f"/actions/executions/{run}", headers=headers).status_code == 404


def test_too_long_a_query_is_414(client):
    assert client.api("GET", "/logs", params={"q": "type:" + "x" * 5000}).status_code == 414


def test_a_warning_at_four_fifths_of_a_rate_limit(make_client, clock):
    client = make_client(plan="professional")
    for _ in range(8):
        client.api("GET", "/guardian/factors")
    clock.forward(60)
    assert client.log("api_limit_warning")["details"]["limit"]["size"] == 10


def test_tokens_have_a_limit_of_their_own(client):
    codes = [token(client).status_code for _ in range(301)]
    assert set(codes[:300]) == {200}
    assert codes[300] == 429
    assert client.log("api_limit")["details"]["limit"]["bucket"] == "authentication-api"


def test_who_changed_what_is_in_the_log(client):
    client.api("PUT", "/guardian/factors/sms", {"enabled": True})
    row = client.log("sapi")
    assert row["description"] == "Set a multi-factor authentication factor"
    assert (row["client_id"], row["client_name"]) == (client.info["auth0"]["client_id"], "Textfactor")
    request = row["details"]["request"]
    assert (request["method"], request["body"]) == ("put", {"enabled": True})
    assert "update:guardian_factors" in request["auth"]["credentials"]["scopes"]
    assert client.log("gd_tenant_update")["details"]["request"]["path"].endswith("/guardian/factors/sms")
    assert "token" not in json.dumps(row).lower()
