"""What an Action may be: fields, limits, and which packages the practice registry knows.

Limits: Auth0 docs, customize/actions/limitations and the entity limit policy: code 100 kB, 10 dependencies,
30 secrets of at most 128 and 4,096 characters, 1 trigger; 1 Action for `custom-phone-provider`.

A secret without a value passes, as the OpenAPI file has it. Whether a tenant would keep the old value then is not
known; here the secret is empty afterwards, so that nobody can come to rely on it.
"""

import re
from typing import Final

from textfactor.practice.auth0.errors import ApiError, invalid_body
from textfactor.practice.auth0.fields import Field, Fields, array, boolean, checked, exactly, one_of, text
from textfactor.practice.auth0.triggers import has_trigger
from textfactor.practice.shapes import JsonObject, objects_of, text_of

CODE_BYTES: Final = 100_000
DEFAULT_RUNTIME: Final = "node22"
_RUNTIMES: Final = ("node22", "node18-actions", "node18", "node16", "node12")

_PACKAGES: Final = frozenset({
    "@vonage/server-sdk", "@vonage/sms", "@vonage/messages", "@vonage/auth", "nexmo", "twilio", "axios",
    "node-fetch", "undici", "got", "lodash", "auth0", "jsonwebtoken", "uuid", "libphonenumber-js",
    "google-libphonenumber",
})  # fmt: skip
_VERSION = re.compile(r"(\d+(\.\d+){0,2}([-+][\w.+-]+)?|latest|[~^]\d+(\.\d+){0,2})")

_TRIGGER: Final[Fields] = {
    "id": Field(text(1), required=True),
    "version": Field(text(1)),
    "status": Field(text()),
    "runtimes": Field(array(text())),
    "default_runtime": Field(text()),
    "compatible_triggers": Field(array(exactly({"id": Field(text()), "version": Field(text())}))),
    "binding_policy": Field(one_of("trigger-bound", "entity-bound")),
}
_DEPENDENCY: Final[Fields] = {
    "name": Field(text(1)),
    "version": Field(text(1)),
    "registry_url": Field(text()),
}
_SECRET: Final[Fields] = {
    "name": Field(text(1, 128), required=True),
    "value": Field(text(0, 4096)),
}
_CHANGE: Final[Fields] = {
    "name": Field(text(1)),
    "supported_triggers": Field(array(exactly(_TRIGGER), 1, 1)),
    "code": Field(text()),
    "dependencies": Field(array(exactly(_DEPENDENCY), 0, 10)),
    "runtime": Field(one_of(*_RUNTIMES)),
    "secrets": Field(array(exactly(_SECRET), 0, 30)),
    "modules": Field(array(exactly({}), 0, 0)),
}
_NEW: Final[Fields] = {
    **_CHANGE,
    "name": Field(text(1), required=True),
    "supported_triggers": Field(array(exactly(_TRIGGER), 1, 1), required=True),
    "deploy": Field(boolean),
}


def checked_new(body: object) -> JsonObject:
    """Return the body of a new Action. Raises ApiError (400)."""
    return _sensible(checked(body, _NEW))


def checked_change(body: object) -> JsonObject:
    """Return the body of a change. Raises ApiError (400)."""
    return _sensible(checked(body, _CHANGE))


def _sensible(body: JsonObject) -> JsonObject:
    """Check what a schema cannot say: the code's size, double secrets, whether the trigger is there."""
    if len(text_of(body.get("code")).encode()) > CODE_BYTES:
        message = f"code is larger than {CODE_BYTES} bytes"
        raise invalid_body(message)
    names = [text_of(secret.get("name")) for secret in objects_of(body.get("secrets"))]
    if len(names) != len(set(names)):
        message = "secrets must have different names"
        raise invalid_body(message)
    for trigger in objects_of(body.get("supported_triggers")):
        if not has_trigger(text_of(trigger.get("id")), text_of(trigger.get("version"))):
            raise ApiError(400, "The trigger or its version does not exist.", "invalid_body")
    return body


def missing_package(dependencies: list[JsonObject]) -> str:
    """Return the first package (or version) that the practice registry does not have, or nothing."""
    for dependency in dependencies:
        name, version = text_of(dependency.get("name")), text_of(dependency.get("version"), "latest")
        if name not in _PACKAGES or not _VERSION.fullmatch(version):
            return f"{name}@{version}"
    return ""
