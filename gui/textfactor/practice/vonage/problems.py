"""Refusals of the newer Vonage calls: problem details, `{type, title, detail, instance}` (RFC 7807)."""

import secrets
from typing import Final

from textfactor.practice.web.messages import Reply, json_reply

PROBLEM: Final = "application/problem+json"
_BASE: Final = "https://developer.nexmo.com/api-errors"


def problem(status: int, kind: str, title: str, detail: str, **more: object) -> Reply:
    """Return a refusal; `kind` is what follows the errors' common address, `more` further members."""
    body = {
        "type": f"{_BASE}{kind}",
        "title": title,
        "detail": detail,
        "instance": secrets.token_hex(16),
        **more,
    }
    reply = json_reply(body, status)
    return Reply(status, reply.body, PROBLEM)


def bad_credentials() -> Reply:
    """Return the 401 of the calls on api.nexmo.com."""
    return problem(401, "#unauthorized", "Unauthorized", "You did not provide correct credentials.")


def invalid_json() -> Reply:
    """Return the 422 of a body that is no JSON object."""
    return problem(422, "#invalid-json", "Bad Request", "The request body did not contain valid JSON.")
