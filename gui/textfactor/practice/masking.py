"""Takes secrets out of what the journal keeps of a request."""

from typing import Final
from urllib.parse import parse_qsl

from textfactor.practice.shapes import JsonObject, list_of, object_of, parse_json

MASK: Final = "***"
"""Stands where a secret stood."""

_SECRET_KEYS: Final = frozenset({
    "api_secret", "client_secret", "client_assertion", "access_token", "auth_token", "sig", "password", "secret",
})  # fmt: skip
_LIMIT: Final = 200_000


def mask(value: object, key: str = "") -> object:
    """Return a copy of `value` without secrets: known keys, and the values of an Action's `secrets`."""
    if key in _SECRET_KEYS:
        return MASK
    known = object_of(value)
    if known is not None:
        inner = "secret" if key == "secrets" else ""
        return {name: MASK if inner and name == "value" else mask(item, name) for name, item in known.items()}
    items = list_of(value)
    if items is not None:
        return [mask(item, key) for item in items]
    return value


def mask_pairs(text: str) -> JsonObject:
    """Return the fields of a form or a query without secrets."""
    return {name: mask(value, name) for name, value in parse_qsl(text, keep_blank_values=True)}


def mask_body(body: bytes, content_type: str) -> object:
    """Return a request's body without secrets; what cannot be read by its type is only counted."""
    if not body:
        return None
    if len(body) <= _LIMIT:
        try:
            if "json" in content_type:
                return mask(parse_json(body))
            if "form-urlencoded" in content_type:
                return mask_pairs(body.decode("utf-8"))
        except ValueError:
            pass
    return f"{len(body)} bytes"
