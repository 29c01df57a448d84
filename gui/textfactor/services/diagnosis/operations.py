"""What a call of Auth0's Management API does to the sending of codes. Loads nothing: exports are scanned with it.

Auth0 writes such a call, also one of the dashboard, as a row `sapi` with method, path and body of the request
(Auth0's tenant log schema); the paths are those of its Management API description.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple, cast

SENDER_TRIGGERS: Final = ("custom-phone-provider", "send-phone-message")
"""Auth0's triggers whose Actions send messages: of the unified path, and of the legacy one."""

_WRITES: Final = ("post", "put", "patch", "delete")
_API: Final = re.compile(r"^(?:https?://[^/]+)?(?:/api/v2)?/")
_PROVIDERS: Final = {"twilio": "provider_twilio", "auth0": "provider_built_in"}


class Operation(NamedTuple):
    """What was done: its id (a key of `SUBJECTS`), and the field of the request that shows it."""

    id: str
    field: str = "path"


SUBJECTS: Final[Mapping[str, str]] = {
    "factor_switched_off": "factor",
    "factor_switched_on": "factor",
    "policy_emptied": "policy",
    "policy_set": "policy",
    "types_emptied": "types",
    "types_voice_only": "types",
    "types_set": "types",
    "provider_deleted": "provider",
    "provider_switched_off": "provider",
    "provider_switched_on": "provider",
    "provider_twilio": "provider",
    "provider_built_in": "provider",
    "provider_changed": "provider",
    "action_deleted": "action",
    "binding_emptied": "binding",
    "binding_set": "binding",
    "action_deployed": "action",
    "action_changed": "action",
    "template_changed": "template",
    "path_unified": "path",
    "path_legacy": "path",
}
"""Every operation, and what it is about: of several about the same the last one counts."""


def operation_of(method: str, path: str, body: object, answer: object = None) -> Operation | None:
    """Say what a call did; None for one that only reads, or has nothing to do with messages.

    `body` and `answer` are those of the request and the response, as JSON values or with texts in place of words.
    """
    method, path = method.lower(), _API.sub("", path.partition("?")[0]).strip("/")
    if method not in _WRITES:
        return None
    for begin, read in _READERS:
        if path.startswith(begin):
            return read(method, path, body, answer)
    return None


def _factor(method: str, path: str, body: object, answer: object) -> Operation | None:
    del method, answer
    enabled = _member(body, "enabled")
    if path != "guardian/factors/sms" or enabled is None:
        return None
    return Operation("factor_switched_off" if _is_false(enabled) else "factor_switched_on", "body.enabled")


def _policies(method: str, path: str, body: object, answer: object) -> Operation | None:
    del method, path, answer
    return Operation("policy_emptied" if _entries(body) == [] else "policy_set", "body")


def _phone_factor(method: str, path: str, body: object, answer: object) -> Operation | None:
    del method, answer
    if path.endswith("/message-types"):
        types = _entries(_member(body, "message_types"))
        if types is None:
            return None
        found = "types_emptied" if not types else "types_set" if "sms" in types else "types_voice_only"
        return Operation(found, "body.message_types")
    if path.endswith("/selected-provider"):
        return Operation(_PROVIDERS.get(str(_member(body, "provider")), "provider_changed"), "body.provider")
    return Operation("template_changed") if path.endswith("/templates") else None


def _provider(method: str, path: str, body: object, answer: object) -> Operation | None:
    del answer
    if path.endswith("/try"):
        return None
    if method == "delete":
        return Operation("provider_deleted")
    disabled = _member(body, "disabled")
    if disabled is not None and not _is_false(disabled):
        return Operation("provider_switched_off", "body.disabled")
    if _member(body, "name") == "twilio":
        return Operation("provider_twilio", "body.name")
    return Operation("provider_changed" if disabled is None else "provider_switched_on")


def _template(method: str, path: str, body: object, answer: object) -> Operation | None:
    del method, body, answer
    return None if path.endswith("/try") else Operation("template_changed")


def _bindings(method: str, path: str, body: object, answer: object) -> Operation | None:
    del method, answer
    if not path.endswith("/bindings") or path.split("/")[-2] not in SENDER_TRIGGERS:
        return None
    bound = _entries(_member(body, "bindings"))
    return Operation(
        "binding_emptied" if bound == [] else "binding_set", "body.bindings" if bound is not None else "path"
    )


def _action(method: str, path: str, body: object, answer: object) -> Operation | None:
    """Read what was done to an Action, unless its triggers are told and none of them sends messages."""
    triggers = [
        str(_member(one, "id"))
        for told in (body, answer, _member(answer, "action"))
        for one in _entries(_member(told, "supported_triggers")) or ()
    ]
    if triggers and not any(one in SENDER_TRIGGERS for one in triggers):
        return None
    if method == "delete":
        return Operation("action_deleted")
    return Operation("action_deployed" if path.endswith("/deploy") else "action_changed")


def _tenant(method: str, path: str, body: object, answer: object) -> Operation | None:
    del method, path, answer
    for place, name in ((body, "body"), (_member(body, "flags"), "body.flags")):
        switch = _member(place, "phone_consolidated_experience")
        if switch is not None:
            found = "path_legacy" if _is_false(switch) else "path_unified"
            return Operation(found, f"{name}.phone_consolidated_experience")
    return None


_READERS: Final = (
    ("guardian/factors/sms/", _phone_factor),
    ("guardian/factors/phone/", _phone_factor),
    ("guardian/factors/sms", _factor),
    ("guardian/policies", _policies),
    ("branding/phone/providers", _provider),
    ("branding/phone/templates", _template),
    ("actions/triggers/", _bindings),
    ("actions/actions", _action),
    ("tenants/settings", _tenant),
)


def _member(value: object, name: str) -> object:
    return cast("Mapping[str, object]", value).get(name) if isinstance(value, Mapping) else None


def _entries(value: object) -> list[object] | None:
    """Return the entries of an array, None for anything else."""
    is_array = isinstance(value, Sequence) and not isinstance(value, str | bytes)
    return list(cast("Sequence[object]", value)) if is_array else None


def _is_false(value: object) -> bool:
    return value is False or (isinstance(value, str) and value.lower() == "false")
