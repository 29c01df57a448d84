"""Hooks, as a tenant has them that still holds one: visible, switchable, never run again.

Since 18 Nov 2026 no Hook runs. Nobody has seen what the calls answer since; the last that was recorded is a
200 (wire 19). So here: reading, switching, renaming, secrets and deleting work; new Hooks and new code are
refused, as they were since the Hooks became read-only (docs: deprecations and migrations).
"""

import re
from dataclasses import dataclass, field
from typing import Final

from textfactor.practice.auth0.call import Call, Route
from textfactor.practice.auth0.errors import ApiError, invalid_body, not_found
from textfactor.practice.auth0.fields import Field, an_object, array, boolean, checked, one_of, text
from textfactor.practice.auth0.paging import listed
from textfactor.practice.shapes import JsonObject, list_of, object_of, text_of, texts_of
from textfactor.practice.web.messages import Reply, json_reply, no_content

TRIGGERS: Final = (
    "credentials-exchange", "pre-user-registration", "post-user-registration", "post-change-password",
    "send-phone-message",
)  # fmt: skip
_NAME: Final = re.compile(r"[a-zA-Z0-9]([ \-a-zA-Z0-9]*[a-zA-Z0-9])?")
_CHANGE: Final = {
    "name": Field(text(1)),
    "script": Field(text(1)),
    "enabled": Field(boolean),
    "dependencies": Field(an_object),
}
_NEW: Final = {
    **_CHANGE,
    "name": Field(text(1), required=True),
    "script": Field(text(1), required=True),
    "triggerId": Field(one_of(*TRIGGERS), required=True),
}
_HIDDEN: Final = "_VALUE_NOT_SHOWN_"
_OVER: Final = "Insufficient privileges to use this deprecated feature."


@dataclass(slots=True)
class Hook:
    """A Hook that is left over."""

    id: str
    trigger: str
    name: str
    script: str
    enabled: bool = True
    dependencies: JsonObject = field(default_factory=dict[str, object])
    secrets: dict[str, str] = field(default_factory=dict[str, str])


@dataclass(slots=True)
class HooksApi:
    """Answers for the Hooks of a tenant."""

    hooks: list[Hook]

    def routes(self) -> list[Route]:
        """Return the calls."""
        one, secret = "/hooks/{id}", "/hooks/{id}/secrets"
        return [
            Route("GET", "/hooks", "read:hooks", self.listing),
            Route("POST", "/hooks", "create:hooks", self.create),
            Route("GET", one, "read:hooks", self.read),
            Route("PATCH", one, "update:hooks", self.change),
            Route("DELETE", one, "delete:hooks", self.delete),
            Route("GET", secret, "read:hooks", self.secrets),
            Route("POST", secret, "update:hooks", self.add_secrets),
            Route("PATCH", secret, "update:hooks", self.change_secrets),
            Route("DELETE", secret, "delete:hooks", self.delete_secrets),
        ]

    def listing(self, call: Call) -> Reply:
        """Answer the Hooks, filtered by trigger and by whether they are on."""
        enabled, trigger = call.flag("enabled"), call.request.query.get("triggerId")
        rows = [
            _row(hook)
            for hook in self.hooks
            if enabled in (None, hook.enabled) and trigger in (None, hook.trigger)
        ]
        return json_reply(listed(call, "hooks", rows))

    def create(self, call: Call) -> Reply:
        """Refuse a new Hook."""
        checked(call.body(), _NEW)
        raise ApiError(403, _OVER)

    def read(self, call: Call) -> Reply:
        """Answer one Hook."""
        return json_reply(_row(self._hook(call)))

    def change(self, call: Call) -> Reply:
        """Switch or rename a Hook: 200 (the OpenAPI file says 201). Its code stays as it is."""
        hook, body = self._hook(call), checked(call.body(), _CHANGE, 1)
        if body.get("script", hook.script) != hook.script or "dependencies" in body:
            raise ApiError(403, _OVER)
        name = text_of(body.get("name"), hook.name)
        if not _NAME.fullmatch(name):
            raise invalid_body(f"String does not match pattern: {_NAME.pattern} on property name")
        if any(other.name == name and other is not hook for other in self.hooks):
            raise ApiError(409, f"A hook with the name '{name}' already exists.")
        hook.name = name
        hook.enabled = body.get("enabled", hook.enabled) is True
        return json_reply(_row(hook))

    def delete(self, call: Call) -> Reply:
        """Delete a Hook; 204 for one that is not there, too."""
        self.hooks[:] = [hook for hook in self.hooks if hook.id != call.params["id"]]
        return no_content()

    def secrets(self, call: Call) -> Reply:
        """Answer the names of a Hook's secrets; the values are never shown."""
        return json_reply({name: _HIDDEN for name in self._hook(call).secrets})

    def add_secrets(self, call: Call) -> Reply:
        """Add secrets: 201; 409 for a name that is taken."""
        hook, values = self._hook(call), _values(call)
        if taken := values.keys() & hook.secrets.keys():
            raise ApiError(409, f"Secret '{min(taken)}' already exists.")
        hook.secrets |= values
        return json_reply({name: _HIDDEN for name in hook.secrets}, 201)

    def change_secrets(self, call: Call) -> Reply:
        """Change secrets: 201; 404 for a name that is not there."""
        hook, values = self._hook(call), _values(call)
        if values.keys() - hook.secrets.keys():
            raise not_found("Hook or secret not found.")
        hook.secrets |= values
        return json_reply({name: _HIDDEN for name in hook.secrets}, 201)

    def delete_secrets(self, call: Call) -> Reply:
        """Delete the secrets that the body names."""
        hook, body = self._hook(call), call.body()
        if wrong := array(text(1), 1)(body):
            raise invalid_body(wrong)
        for name in texts_of(list_of(body)):
            hook.secrets.pop(name, None)
        return no_content()

    def _hook(self, call: Call) -> Hook:
        for hook in self.hooks:
            if hook.id == call.params["id"]:
                return hook
        raise not_found("The hook does not exist.", "inexistent_hook")


def _values(call: Call) -> dict[str, str]:
    """Return the secrets in the body. Raises ApiError (400)."""
    body = object_of(call.body())
    if not body or not all(isinstance(value, str) for value in body.values()):
        raise invalid_body("Expected an object of strings")
    return {name: text_of(value) for name, value in body.items()}


def _row(hook: Hook) -> JsonObject:
    return {
        "id": hook.id,
        "triggerId": hook.trigger,
        "name": hook.name,
        "enabled": hook.enabled,
        "script": hook.script,
        "dependencies": hook.dependencies,
    }
