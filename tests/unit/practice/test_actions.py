"""Actions: what may be in them, their builds, versions, roll-back, bindings, and the quirks of the wire."""

import pytest
from tests.unit.practice.kit import CUSTOM

from textfactor.practice import ActionRun

BINDINGS = "/actions/triggers/custom-phone-provider/bindings"
LEGACY = [{"id": "send-phone-message", "version": "v2"}]


def test_the_life_of_an_action(client, clock):
    created = client.new_action()
    assert created.status_code == 201
    row = created.json()
    assert (row["status"], row["all_changes_deployed"]) == ("pending", False)
    assert not {"current_version", "deployed_version"} & set(row)
    assert row["created_at"] == "2026-11-18T11:06:40.250000000Z"
    assert sorted(secret["name"] for secret in row["secrets"]) == [
        "VONAGE_API_KEY",
        "VONAGE_API_SECRET",
        "VONAGE_FROM",
    ]
    assert all(set(secret) == {"name", "updated_at"} for secret in row["secrets"])

    path = f"/actions/actions/{row['id']}"
    seen = []
    for _ in range(3):
        seen.append(client.api("GET", path).json()["status"])
        clock.forward(0.16)
    assert seen == ["pending", "building", "built"]

    deployed = client.api("POST", f"{path}/deploy")
    assert deployed.status_code == 200
    version = deployed.json()
    assert (version["deployed"], version["status"], version["number"]) == (False, "built", 1)
    assert version["action"]["id"] == row["id"]
    assert not {"action_id", "built_at"} & set(version)

    now = client.api("GET", path).json()
    assert now["all_changes_deployed"] is True
    assert now["deployed_version"]["deployed"] is True
    assert now["deployed_version"]["id"] == version["id"]
    assert (now["deployed_version"]["status"], now["current_version"]["status"]) == ("built", "BUILT")


def test_deploying_too_early_is_refused(client):
    action_id = client.new_action().json()["id"]
    answer = client.api("POST", f"/actions/actions/{action_id}/deploy")
    assert (answer.status_code, answer.json()) == (
        400,
        {
            "statusCode": 400,
            "error": "Bad Request",
            "message": "A draft must be in the 'built' state before it can be deployed.",
        },
    )


def test_deploy_after_the_build_can_be_ordered_at_once(client, clock):
    row = client.new_action(deploy=True).json()
    assert (row["status"], row["all_changes_deployed"]) == ("pending", True)
    assert row["current_version"]["status"] == "PENDING"
    assert "deployed_version" not in row
    clock.forward(1)
    later = client.api("GET", f"/actions/actions/{row['id']}").json()
    assert later["deployed_version"]["number"] == 1
    assert later["all_changes_deployed"] is True


def test_a_change_is_built_again_and_what_runs_stays(client, clock):
    action_id = client.deployed_action(clock)
    path = f"/actions/actions/{action_id}"
    old = client.api("GET", path).json()

    changed = client.api(
        "PATCH",
        path,
        {"code": "new code", "name": "Renamed", "supported_triggers": old["supported_triggers"]},
    )

    row = changed.json()
    assert (changed.status_code, row["status"], row["all_changes_deployed"]) == (200, "pending", False)
    assert (row["name"], row["code"]) == ("Renamed", "new code")
    assert row["deployed_version"]["id"] == old["deployed_version"]["id"]
    assert row["deployed_version"]["code"] == old["code"]
    assert row["secrets"] == old["secrets"]


def test_secrets_in_a_change_replace_the_whole_set(client, clock, sender):
    sender.instead = lambda job: ActionRun("ok")
    action_id = client.deployed_action(clock)
    path = f"/actions/actions/{action_id}"
    row = client.api("PATCH", path, {"secrets": [{"name": "A", "value": "1"}]}).json()
    assert [secret["name"] for secret in row["secrets"]] == ["A"]
    assert client.api("PATCH", path, {"secrets": []}).json()["secrets"] == []
    client.api("PATCH", path, {"secrets": [{"name": "A", "value": "1"}]})
    # The description lets the value out; what a tenant keeps then nobody knows, so here it is gone.
    assert client.api("PATCH", path, {"secrets": [{"name": "A"}]}).json()["secrets"][0]["name"] == "A"
    clock.forward(1)
    client.api("POST", f"/actions/actions/{action_id}/test", {"payload": {"event": {"notification": {}}}})
    assert sender.jobs[-1].event["secrets"] == {"A": ""}
    nameless = client.api("PATCH", path, {"secrets": [{"value": "1"}]})
    assert "Missing required property: name" in nameless.json()["message"]


def test_versions_and_roll_back(client, clock):
    action_id = client.deployed_action(clock)
    path = f"/actions/actions/{action_id}"
    old_code = client.api("GET", path).json()["code"]
    client.api("PATCH", path, {"code": "second"})
    clock.forward(1)
    client.api("POST", f"{path}/deploy")

    versions = client.api("GET", f"{path}/versions").json()
    assert [(v["number"], v["deployed"]) for v in versions["versions"]] == [(2, True), (1, False)]
    assert (versions["total"], versions["per_page"], "page" in versions) == (2, 20, False)
    first = versions["versions"][1]["id"]
    assert client.api("GET", f"{path}/versions/{first}").json()["code"] == old_code

    back = client.api("POST", f"{path}/versions/{first}/deploy")
    assert (back.status_code, back.json()["number"], back.json()["code"]) == (200, 3, old_code)
    row = client.api("GET", path).json()
    assert (row["code"], row["deployed_version"]["code"], row["all_changes_deployed"]) == (
        "second",
        old_code,
        False,
    )

    client.api("POST", f"{path}/versions/{first}/deploy", {"update_draft": True})
    row = client.api("GET", path).json()
    assert (row["code"], row["all_changes_deployed"]) == (old_code, True)
    assert (
        client.api("GET", f"{path}/versions/nope").json()["message"] == "That action version does not exist."
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"colour": "red"}, "Additional properties not allowed: colour"),
        ({"name": ""}, "String is too short"),
        ({"name": 7}, "Expected type string but found type integer on property name"),
        ({"code": None}, "Expected type string but found type null on property code"),
        ({"code": "x" * 100_001}, "code is larger than 100000 bytes"),
        ({"runtime": "node99"}, "No enum match for: node99"),
        ({"deploy": "yes"}, "Expected type boolean but found type string"),
        ({"supported_triggers": []}, "Array is too short"),
        ({"supported_triggers": [{"id": "post-login"}, {"id": "post-login"}]}, "Array is too long"),
        (
            {"supported_triggers": [{"id": "nonsense", "version": "v1"}]},
            "The trigger or its version does not exist.",
        ),
        ({"supported_triggers": ["x"]}, "Expected type object"),
        ({"supported_triggers": "x"}, "Expected type array"),
        ({"secrets": [{"name": "A", "value": "x" * 4097}]}, "String is too long"),
        ({"secrets": [{"name": "A", "value": "1"}, {"name": "A", "value": "2"}]}, "different names"),
        ({"dependencies": [{"name": "axios", "version": "1", "registry_url": None}]}, "Expected type string"),
    ],
)
def test_a_body_that_does_not_fit_is_refused(client, change, words):
    answer = client.new_action(**change)
    assert (answer.status_code, answer.json()["errorCode"]) == (400, "invalid_body")
    assert words in answer.json()["message"]


def test_json_that_is_none(client):
    answer = client.api("POST", "/actions/actions", data="{", headers={"content-type": "application/json"})
    assert (answer.status_code, answer.json()["message"]) == (400, "Invalid request payload JSON format")
    assert (
        "Expected type object but found type null" in client.api("POST", "/actions/actions").json()["message"]
    )


@pytest.mark.parametrize(
    ("name", "version", "status"),
    [
        ("axios", "1.7.2", "built"),
        ("axios", "^1.2", "built"),
        ("axios", "banana", "failed"),
        ("nope", "1", "failed"),
    ],
)
def test_a_package_that_does_not_exist_fails_the_build(client, clock, name, version, status):
    action_id = client.new_action(dependencies=[{"name": name, "version": version}]).json()["id"]
    clock.forward(1)
    assert client.api("GET", f"/actions/actions/{action_id}").json()["status"] == status


def test_there_can_be_one_action_for_messages(client):
    client.new_action()
    second = client.new_action(name="Another")
    assert (second.status_code, second.json()["errorCode"]) == (
        403,
        "actions_cardinality_custom_phone_provider_not_allowed",
    )
    assert client.new_action(name="Old way", supported_triggers=LEGACY).status_code == 201
    assert client.new_action(name="Vonage SMS", supported_triggers=LEGACY).status_code == 409
    other = client.new_action(name="Without version", supported_triggers=[{"id": "post-login"}]).json()
    assert other["supported_triggers"] == [{"id": "post-login", "version": "v3"}]


def test_the_trigger_of_an_action_stays(client):
    action_id = client.new_action().json()["id"]
    client.new_action(name="Old way", supported_triggers=LEGACY)
    path = f"/actions/actions/{action_id}"
    assert client.api("PATCH", path, {"supported_triggers": LEGACY}).status_code == 400
    assert client.api("PATCH", path, {"name": "Old way"}).status_code == 409


def test_lists_are_filtered_and_leave_zeros_out(client, clock):
    def count(**query):
        answer = client.api("GET", "/actions/actions", params=query).json()
        return len(answer["actions"])

    assert client.api("GET", "/actions/actions?page=0&per_page=100").json() == {
        "actions": [],
        "per_page": 100,
    }
    client.deployed_action(clock)
    client.new_action(name="Old way", supported_triggers=LEGACY)
    assert count() == 2
    assert count(triggerId="send-phone-message") == 1
    assert count(actionName="Vonage SMS") == 1
    assert count(deployed="true") == 1
    assert count(deployed="false") == 1
    assert count(installed="true") == 0
    page = client.api("GET", "/actions/actions?page=1&per_page=1").json()
    assert (page["page"], page["total"], len(page["actions"])) == (1, 2, 1)


@pytest.mark.parametrize("query", ["deployed=maybe", "page=-1", "per_page=1000", "page=x"])
def test_a_bad_query_is_refused(client, query):
    answer = client.api("GET", f"/actions/actions?{query}")
    assert (answer.status_code, answer.json()["errorCode"]) == (400, "invalid_query_string")


def test_an_unknown_action_has_no_error_code(client):
    for method, path in [
        ("GET", ""),
        ("PATCH", ""),
        ("DELETE", ""),
        ("POST", "/deploy"),
        ("GET", "/versions"),
    ]:
        answer = client.api(method, f"/actions/actions/nope{path}", {} if method == "PATCH" else None)
        assert answer.json() == {
            "statusCode": 404,
            "error": "Not Found",
            "message": "That action does not exist.",
        }


def test_a_bound_action_is_deleted_only_by_force(client, clock):
    action_id = client.deployed_action(clock)
    client.bind(action_id)
    path = f"/actions/actions/{action_id}"
    assert client.api("DELETE", path).status_code == 409
    forced = client.api("DELETE", f"{path}?force=true")
    assert (forced.status_code, forced.content) == (204, b"")
    assert client.api("GET", BINDINGS).json() == {"bindings": [], "per_page": 50}


def test_triggers(client):
    rows = client.api("GET", "/actions/triggers").json()["triggers"]
    assert len(rows) == 20
    phone = [(row["id"], row["version"], row["status"]) for row in rows if "phone" in row["id"]]
    assert phone == [
        ("send-phone-message", "v1", "DEPRECATED"),
        ("send-phone-message", "v2", "CURRENT"),
        ("custom-phone-provider", "v1", "CURRENT"),
    ]
    for row in rows:
        answer = client.api("GET", f"/actions/triggers/{row['id']}/bindings?page=0&per_page=50").json()
        assert answer == {"bindings": [], "per_page": 50}
    assert client.api("GET", "/actions/triggers/nonsense/bindings").status_code == 404


def test_bindings_are_replaced_and_keep_their_ids(client, clock):
    action_id = client.deployed_action(clock)
    client.bind(action_id)
    first = client.api("GET", BINDINGS).json()["bindings"][0]
    assert (first["display_name"], first["trigger_id"]) == ("Vonage SMS", "custom-phone-provider")
    assert not {"code", "dependencies", "runtime", "secrets", "status"} & set(first["action"])
    assert first["action"]["deployed_version"]["code"]

    for ref in (
        {"type": "action_name", "value": "Vonage SMS"},
        {"type": "binding_id", "value": first["id"]},
        {"type": "action_id", "value": action_id},
    ):
        answer = client.api("PATCH", BINDINGS, {"bindings": [{"ref": ref}]})
        assert (answer.status_code, list(answer.json())) == (200, ["bindings"])
        assert answer.json()["bindings"][0]["id"] == first["id"]

    assert client.api("PATCH", BINDINGS, {"bindings": []}).json() == {"bindings": []}


@pytest.mark.parametrize(
    ("row", "status", "words"),
    [
        ({}, 400, "'Data does not match any schemas from 'oneOf'' on property bindings[0]."),
        ({"ref": {"type": "action", "value": "x"}}, 400, "on property bindings[0]."),
        ({"ref": {"type": "action_id", "value": "nope"}}, 404, "That action does not exist."),
        ({"ref": {"type": "action_name", "value": "nope"}}, 404, "That action does not exist."),
        ({"ref": {"type": "binding_id", "value": "nope"}}, 404, "That action does not exist."),
        (
            {"ref": {"type": "action_name", "value": "Vonage SMS"}},
            400,
            "an action that has not been deployed",
        ),
        ({"ref": {"type": "action_name", "value": "Old way"}}, 400, "an incompatible action and trigger."),
    ],
)
def test_a_bad_binding_is_refused(client, row, status, words):
    client.new_action()
    client.new_action(name="Old way", supported_triggers=LEGACY)
    answer = client.api("PATCH", BINDINGS, {"bindings": [row]})
    assert (answer.status_code, words in answer.json()["message"]) == (status, True), answer.text


def test_a_binding_is_an_object(client):
    assert client.api("PATCH", BINDINGS, {"bindings": ["x"]}).json()["errorCode"] == "invalid_body"


def test_a_draft_can_be_tried_with_a_made_up_event(client, sender):
    from textfactor.practice import ActionRun

    action_id = client.new_action().json()["id"]
    path = f"/actions/actions/{action_id}/test"
    sender.instead = lambda job: ActionRun("ok", seconds=0.5)
    answer = client.api("POST", path, {"payload": {"event": {"a": 1}}})
    assert answer.json() == {"payload": {"stats": {"action_duration_ms": 500}}}
    assert sender.jobs[0].event["a"] == 1
    assert "VONAGE_FROM" in sender.jobs[0].event["secrets"]
    sender.instead = lambda job: ActionRun("threw", reason="boom", error_stack="at 1")
    failed = client.api("POST", path, {"payload": {}}).json()["payload"]["error"]
    assert failed == {"message": "boom", "name": "threw", "stack": "at 1"}


def test_a_provider_that_lost_its_action_cannot_be_tried(client, clock):
    provider = client.set_up(clock)
    action_id = client.api("GET", "/actions/actions").json()["actions"][0]["id"]
    client.api("DELETE", f"/actions/actions/{action_id}?force=true")
    answer = client.api("POST", f"/branding/phone/providers/{provider}/try", {"to": "+447700900123"})
    assert answer.json()["errorCode"] == "custom_email_provider_deployed_action_not_found"
    assert client.api("POST", "/branding/phone/providers", CUSTOM).status_code == 409
