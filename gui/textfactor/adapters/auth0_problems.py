"""Auth0's refusals in our terms. Three different 403s look alike and have three different cures."""

import re

from textfactor.adapters.answers import Json
from textfactor.adapters.redaction import redact
from textfactor.domain.problems import Problem, ProblemKind, Service

_LEGACY_GATE = "legacy_mfa_phone_provider_not_allowed"
_SCOPES = re.compile(r"\b[a-z]+:[a-z_]+\b")


def refusal(status: int, body: Json, *hidden: str) -> Problem:
    """Map a 4xx of the Management API; `hidden` are values that must not be quoted.

    Facts: a missing scope is 403 `insufficient_scope`; plan gating comes as `insufficient_entitlement` or,
    against its name, as `insufficient_scope` with "upgrade your subscription" in the message; the unified
    path's gate has a code of its own. `errorCode` is optional (404s of Actions have none).
    """
    fields = body if isinstance(body, dict) else {}
    code = _text(fields.get("errorCode")) or _text(fields.get("error"))
    message = redact(_text(fields.get("message")) or _text(fields.get("error_description")), *hidden)
    kind = _kind(status, code, message)
    if kind is ProblemKind.MISSING_SCOPE:
        message = ", ".join(dict.fromkeys(_SCOPES.findall(message))) or message
    return Problem(kind, Service.AUTH0, message, status, code or None)


def _kind(status: int, code: str, message: str) -> ProblemKind:
    """Look at the code first, at the message where Auth0 leaves no other way."""
    if code == _LEGACY_GATE:
        return ProblemKind.LEGACY_CALL_ON_UNIFIED
    if code == "insufficient_entitlement" or "upgrade your subscription" in message.lower():
        return ProblemKind.PLAN_GATE
    if code == "insufficient_scope":
        return ProblemKind.MISSING_SCOPE
    if status == 401:
        return ProblemKind.TOKEN_EXPIRED if "expired" in message.lower() else ProblemKind.BAD_CREDENTIALS
    return ProblemKind.NOT_FOUND if status == 404 else ProblemKind.REFUSED


def token_refusal(status: int, body: Json, *hidden: str) -> Problem:
    """Map a 4xx of POST /oauth/token: 401 is a wrong id or secret, 403 an application without rights."""
    fields = body if isinstance(body, dict) else {}
    code = _text(fields.get("error"))
    message = redact(_text(fields.get("error_description")) or code, *hidden)
    kind = ProblemKind.NOT_FOUND if status == 404 else ProblemKind.REFUSED
    if status in (401, 403):
        kind = ProblemKind.BAD_CREDENTIALS
    return Problem(kind, Service.AUTH0, message, status, code or None)


def _text(value: object) -> str:
    """Take a text, and nothing else for one."""
    return value if isinstance(value, str) else ""
