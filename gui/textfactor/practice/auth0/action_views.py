"""How Actions, versions and bindings look in an answer; the values of secrets are never shown."""

from typing import Final

from textfactor.practice.auth0.actions import Action, Binding, Content, Secret, Version
from textfactor.practice.auth0.call import Call
from textfactor.practice.clock import iso9
from textfactor.practice.shapes import JsonObject

LEFT_OUT_IN_BINDINGS: Final = frozenset({"code", "dependencies", "runtime", "secrets", "status"})
"""What the short form of an Action lacks (wire 6)."""


def secret_row(secret: Secret) -> JsonObject:
    """Return a secret without its value."""
    return {"name": secret.name, "updated_at": iso9(secret.updated_at)}


def trigger_row(action: Action) -> JsonObject:
    """Return the trigger an Action is made for."""
    return {"id": action.trigger, "version": action.trigger_version}


def _content(content: Content) -> JsonObject:
    return {
        "code": content.code,
        "dependencies": list(content.dependencies),
        "runtime": content.runtime,
        "secrets": [secret_row(secret) for secret in content.secrets],
    }


def action_head(action: Action) -> JsonObject:
    """Return the short form of an Action that stands inside of versions."""
    return {
        "id": action.id,
        "name": action.name,
        "supported_triggers": [trigger_row(action)],
        "created_at": iso9(action.created_at),
        "updated_at": iso9(action.updated_at),
        "all_changes_deployed": not action.changed or action.deploy_when_built,
    }


def action_row(action: Action, status: str) -> JsonObject:
    """Return an Action as GET, POST and PATCH show it."""
    row: JsonObject = {**action_head(action), **_content(action.draft), "status": status}
    if action.deployed is not None:
        row["current_version"] = current_version_row(action.deployed, "BUILT")
        deployed = version_row(action, action.deployed, deployed=True)
        del deployed["action"]
        row["deployed_version"] = {**deployed, "built_at": iso9(action.deployed.created_at)}
    elif action.deploy_when_built:
        draft = Version(action.id, 1, action.draft, action.created_at)
        row["current_version"] = current_version_row(draft, status.upper())
    return row


def current_version_row(version: Version, status: str) -> JsonObject:
    """Return `current_version`: not in the OpenAPI file, status in capitals (wire 4)."""
    return {
        "id": version.id,
        "code": version.content.code,
        "runtime": version.content.runtime,
        "status": status,
        "number": version.number,
        "build_time": iso9(version.created_at),
        "created_at": iso9(version.created_at),
        "updated_at": iso9(version.created_at),
    }


def version_row(action: Action, version: Version, *, deployed: bool) -> JsonObject:
    """Return a version as lists and GET show it."""
    return {
        "id": version.id,
        **_content(version.content),
        "status": "built",
        "number": version.number,
        "deployed": deployed,
        "supported_triggers": [trigger_row(action)],
        "created_at": iso9(version.created_at),
        "updated_at": iso9(version.created_at),
        "action": action_head(action),
    }


def new_version_row(action: Action, version: Version) -> JsonObject:
    """Return a version as deploy and roll-back answer it: the Action in it is still as before (recorded in 2026)."""
    row = version_row(action, version, deployed=False)
    before = {"all_changes_deployed": False, "updated_at": iso9(action.created_at)}
    row["action"] = {**action_head(action), **before}
    return row


def binding_row(binding: Binding, action: Action, status: str) -> JsonObject:
    """Return a binding with the short form of its Action."""
    row = action_row(action, status)
    return {
        "id": binding.id,
        "trigger_id": binding.trigger,
        "display_name": binding.display_name,
        "action": {name: value for name, value in row.items() if name not in LEFT_OUT_IN_BINDINGS},
        "created_at": iso9(binding.created_at),
        "updated_at": iso9(binding.created_at),
    }


def page_of(call: Call, key: str, rows: list[JsonObject], default: int = 20) -> JsonObject:
    """Return one page of a list. Numbers that are zero are left out (wire 1)."""
    page, size = call.count("page", 0), call.count("per_page", default, 100) or default
    shown = rows[page * size : (page + 1) * size]
    answer: JsonObject = {key: shown, "per_page": size}
    if page:
        answer["page"] = page
    if rows:
        answer["total"] = len(rows)
    return answer
