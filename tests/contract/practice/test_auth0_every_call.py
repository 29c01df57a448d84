"""Every call that the official description has: the stand-in knows it and takes a body that fits the description.

The bodies are made from the description: one with all fields, one with the needed ones alone, each with the
description's own default values where it has them.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from tests.contract.practice.conftest import Judge
from tests.unit.practice.kit import CUSTOM, Client, FakeClock

from textfactor.practice import PracticeWorld

# Replacing all methods of a user at once is used by no tool that is known here.
NOT_THERE = {("put", "/users/{id}/authentication-methods")}

# With all fields: an Action that uses a module (no practice tenant has one). With the needed fields alone: what the
# description does not call needed and the service does.
REFUSED = {
    True: {("post", "/actions/actions"), ("patch", "/actions/actions/{id}")},
    False: {
        ("patch", "/actions/triggers/{triggerId}/bindings"),
        ("post", "/branding/phone/templates"),
        ("post", "/users/{id}/authentication-methods"),
        (
            "patch",
            "/branding/phone/providers/{id}",
        ),  # with no field at all, which the description forbids, too
    },
}
VALUES = {
    "syntax": "liquid",
    "user_id": "auth0|anna",
    "date-time": "2026-11-24T00:00:00Z",
    "email": "anna@acme.example",
}


def sample(schema: dict[str, Any], schemas: dict[str, Any], *, whole: bool, name: str = "") -> Any:
    """Return a value that fits a schema."""
    if "$ref" in schema:
        return sample(schemas[schema["$ref"].rpartition("/")[2]], schemas, whole=whole, name=name)
    if name in VALUES or schema.get("format") in VALUES:
        return VALUES.get(name) or VALUES[schema["format"]]
    if "enum" in schema:
        return schema["enum"][0]
    for key in ("oneOf", "anyOf"):
        if key in schema:
            return sample(schema[key][0], schemas, whole=whole, name=name)
    kind = schema.get("type", "object")
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "object":
        needed = set(schema.get("required", ()))
        parts = schema.get("properties", {}).items()
        return {k: sample(v, schemas, whole=whole, name=k) for k, v in parts if whole or k in needed}
    if kind == "array":
        return [sample(schema.get("items", {}), schemas, whole=whole)]
    if "default" in schema and schema["default"] is not None:
        return schema["default"]
    return {"string": "x" * max(1, schema.get("minLength", 1)), "boolean": True, "integer": 1, "number": 1}[
        kind
    ]


def things_of(client: Client, clock: FakeClock) -> dict[str, str]:
    """Make the things that paths name; return their ids by the path's beginning."""
    action = client.deployed_action(clock)
    client.bind(action)
    provider = client.api("POST", "/branding/phone/providers", CUSTOM).json()["id"]
    content = {"syntax": "liquid", "from": "Acme", "body": {"text": "{{ code }}", "voice": "{{ code }}"}}
    template = client.api(
        "POST", "/branding/phone/templates", {"type": "otp_verify", "content": content}
    ).json()
    phone = client.api(
        "POST", "/users/auth0|anna/authentication-methods", {"type": "phone", "phone_number": "+447700900123"}
    ).json()["id"]
    return {
        "/actions/actions/": action,
        "/branding/phone/providers/": provider,
        "/branding/phone/templates/": template["id"],
        "/guardian/enrollments/": phone,
        "/users/": "auth0|anna",
        "method": phone,
        "version": client.api("GET", f"/actions/actions/{action}/versions").json()["versions"][0]["id"],
    }


def filled(path: str, made: dict[str, str]) -> str:
    """Return a path of the description with things that exist put in, as far as there are any."""
    path = path.replace("{triggerId}", "custom-phone-provider").replace("{name}", "sms")
    path = path.replace("{authentication_method_id}", made["method"]).replace("{actionId}", "{id}", 1)
    if path.startswith("/actions/actions/{id}/versions/{id}"):
        path = path.replace("/versions/{id}", f"/versions/{made['version']}")
    thing = next((value for key, value in made.items() if path.startswith(key)), "nothing")
    return path.replace("{id}", thing).replace("{versionId}", "nothing")


def calls(description: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, operations in description["paths"].items():
        for method, operation in operations.items():
            if method in ("get", "post", "put", "patch", "delete"):
                yield method, path, operation


def test_every_call_of_the_description_is_there(client: Client, clock, load, world: PracticeWorld):
    made = things_of(client, clock)
    router = world_router(world)
    for method, path, _ in calls(load("auth0-management")):
        there = router.find(method.upper(), "/api/v2" + filled(path, made)) is not None
        assert there is ((method, path) not in NOT_THERE), (method, path)


def test_each_call_asks_for_the_scopes_of_the_description(client: Client, clock, load, world: PracticeWorld):
    made = things_of(client, clock)
    router = world_router(world)
    for method, path, operation in calls(load("auth0-management")):
        found = router.find(method.upper(), "/api/v2" + filled(path, made))
        rows = [
            row["oAuth2ClientCredentials"]
            for row in operation["security"]
            if "oAuth2ClientCredentials" in row
        ]
        if found is not None:
            assert found.target.scope.split() == rows[0], (method, path)


def world_router(world: PracticeWorld) -> Any:
    auth0: Any = world._servers[1]._application._answer  # pyright: ignore[reportAttributeAccessIssue]
    return auth0._router


@pytest.mark.parametrize("whole", [True, False], ids=["all fields", "needed fields"])
@pytest.mark.parametrize("path_kind", ["legacy", "unified"])
def test_bodies_made_from_the_description_are_taken(
    load, auth0_judge: Judge, whole, path_kind, make_client, clock
):
    description = load("auth0-management")
    schemas, refused = description["components"]["schemas"], set[tuple[str, str]]()
    client = make_client(path=path_kind)
    things = things_of(client, clock)
    for method, path, operation in calls(description):
        if "requestBody" not in operation or (method, path) in NOT_THERE or "try" in path or "test" in path:
            continue
        schema = next(iter(operation["requestBody"]["content"].values()))["schema"]
        answer = client.api(method.upper(), filled(path, things), sample(schema, schemas, whole=whole))
        assert answer.status_code < 500
        if answer.status_code == 400:
            refused.add((method, path))
        clock.forward(1)
    assert refused == REFUSED[whole]
