"""Checks a body against the fields a call takes: unknown and missing ones are refused, and wrong types."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from textfactor.practice.auth0.errors import invalid_body
from textfactor.practice.shapes import JsonObject, list_of, object_of

Check = Callable[[object], str]
"""Returns what is wrong with a value, or nothing."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a body."""

    check: Check
    required: bool = False


def text(minimum: int = 0, maximum: int = 1_000_000) -> Check:
    """Return a check for a string of that many characters."""

    def check(value: object) -> str:
        if not isinstance(value, str):
            return _wrong("string", value)
        if len(value) < minimum:
            return f"String is too short ({len(value)} chars), minimum {minimum}"
        return f"String is too long ({len(value)} chars), maximum {maximum}" if len(value) > maximum else ""

    return check


def one_of(*allowed: str) -> Check:
    """Return a check for one of the given strings."""

    def check(value: object) -> str:
        return "" if value in allowed else f"No enum match for: {value}"

    return check


def boolean(value: object) -> str:
    """Check for true or false."""
    return "" if isinstance(value, bool) else _wrong("boolean", value)


def number(value: object) -> str:
    """Check for a number."""
    return "" if isinstance(value, int | float) and not isinstance(value, bool) else _wrong("number", value)


def whole(value: object) -> str:
    """Check for a whole number of at least 0."""
    fits = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    return "" if fits else _wrong("integer", value)


def nullable(check: Check) -> Check:
    """Return a check that lets null pass besides what `check` does."""
    return lambda value: "" if value is None else check(value)


def an_object(value: object) -> str:
    """Check for a JSON object."""
    return "" if object_of(value) is not None else _wrong("object", value)


def exactly(fields: "Fields") -> Check:
    """Return a check for an object of exactly those fields."""

    def check(value: object) -> str:
        found = object_of(value)
        return _wrong("object", value) if found is None else problem(found, fields)

    return check


def array(item: Check, minimum: int = 0, maximum: int = 1_000) -> Check:
    """Return a check for an array whose items pass `item`."""

    def check(value: object) -> str:
        items = list_of(value)
        if items is None:
            return _wrong("array", value)
        if len(items) < minimum:
            return f"Array is too short ({len(items)}), minimum {minimum}"
        if len(items) > maximum:
            return f"Array is too long ({len(items)}), maximum {maximum}"
        return next((wrong for wrong in map(item, items) if wrong), "")

    return check


Fields = Mapping[str, Field]
"""The fields of a body by name."""


def problem(body: Mapping[str, object], fields: Fields) -> str:
    """Return the first thing that is wrong with an object, or nothing."""
    for name in body:
        if name not in fields:
            return f"Additional properties not allowed: {name}"
    for name, field in fields.items():
        if name not in body:
            if field.required:
                return f"Missing required property: {name}"
        elif wrong := field.check(body[name]):
            return wrong if wrong.startswith(("Missing", "Additional")) else f"{wrong} on property {name}"
    return ""


def checked(body: object, fields: Fields, least: int = 0) -> JsonObject:
    """Return the body as an object of at least so many fields.

    Raises ApiError (400 invalid_body) when it does not fit.
    """
    found = object_of(body)
    if found is None:
        raise invalid_body(_wrong("object", body))
    if len(found) < least:
        raise invalid_body(f"Too few properties defined ({len(found)}), minimum {least}")
    if wrong := problem(found, fields):
        raise invalid_body(wrong)
    return found


_TYPES: Final[dict[type, str]] = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    list: "array",
    dict: "object",
}


def _wrong(expected: str, value: object) -> str:
    """Return the words for a value of the wrong type."""
    return f"Expected type {expected} but found type {_TYPES.get(type(value), 'null')}"
