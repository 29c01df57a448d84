"""One call of the Management API, after the token was looked at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from textfactor.practice.auth0.errors import ApiError, invalid_query
from textfactor.practice.shapes import parse_json
from textfactor.practice.web.messages import Reply, Request


@dataclass(frozen=True, slots=True)
class Call:
    """A call with the variable parts of its path."""

    request: Request
    params: Mapping[str, str]

    def body(self) -> object:
        """Return the JSON body; None if it is empty. Raises ApiError (400) when it is no JSON."""
        if not self.request.body.strip():
            return None
        try:
            return parse_json(self.request.body)
        except ValueError:
            raise ApiError(400, "Invalid request payload JSON format") from None

    def flag(self, name: str) -> bool | None:
        """Return a query field that is true or false, None if it is not there. Raises ApiError (400)."""
        value = self.request.query.get(name)
        if value is None:
            return None
        if value not in ("true", "false"):
            message = f"Expected type boolean but found type string' on property {name} '{value}"
            raise invalid_query(message)
        return value == "true"

    def count(self, name: str, default: int, maximum: int = 1_000_000) -> int:
        """Return a query field that is a whole number from 0. Raises ApiError (400)."""
        value = self.request.query.get(name)
        if value is None:
            return default
        if not (value.isascii() and value.isdigit() and len(value) < 10):
            message = f"Expected type integer but found type string' on property {name} '{value}"
            raise invalid_query(message)
        if int(value) > maximum:
            message = f"Value {value} is greater than maximum {maximum}' on property {name} '{name}"
            raise invalid_query(message)
        return int(value)


Handler = Callable[[Call], Reply]
"""Answers a call. May raise ApiError."""


@dataclass(frozen=True, slots=True)
class Route:
    """A call of the Management API: where it is, what it needs, who answers.

    `path` is relative to `/api/v2`. `scope` is what the token must have. `locked` says that the world's lock
    is held while the handler runs; handlers that run an Action do without and take it themselves.
    """

    method: str
    path: str
    scope: str
    handler: Handler
    locked: bool = True
