"""Who is asking: the ways in which Vonage's clients show their key and secret."""

import hmac
from dataclasses import dataclass
from typing import Final

from textfactor.practice.shapes import object_of, parse_json
from textfactor.practice.vonage.account import Account
from textfactor.practice.web.messages import Reply, Request, json_reply

UNAUTHORIZED: Final = {"error-code": "401", "error-code-label": "authentication failed"}
"""The body of a 401 (Vonage account OpenAPI 1.0.4)."""


@dataclass(frozen=True, slots=True)
class Presented:
    """The key and the secret of a request, empty where it had none."""

    key: str
    secret: str

    def fits(self, account: Account) -> bool:
        """Tell whether they are the account's."""
        same_key = hmac.compare_digest(self.key.encode(), account.api_key.encode())
        return account.accepts(self.secret) and same_key


def body_fields(request: Request) -> dict[str, str] | None:
    """Return the fields of a form or JSON body; numbers and booleans as text. None when it cannot be read.

    Seen from clients: form (the Python SDK, `fetch`), JSON (the Node SDK), an empty body with everything in
    the query (`nexmo` 2.9.1).
    """
    if request.content_type != "application/json":
        return request.form()
    if not request.body:
        return {}
    try:
        values = object_of(parse_json(request.body))
    except ValueError:
        return None
    if values is None:
        return None
    return {name: _as_text(value) for name, value in values.items() if value is not None}


def presented(request: Request, fields: dict[str, str]) -> Presented:
    """Return what the request shows: a Basic header first, then the fields of body and query."""
    basic = request.basic()
    if basic is not None:
        return Presented(*basic)
    return Presented(fields.get("api_key", ""), fields.get("api_secret", ""))


def unauthorized() -> Reply:
    """Return the 401 of the account API."""
    return json_reply(UNAUTHORIZED, 401)


def _as_text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else str(value)
