"""A Management API token: got by client credentials, or pasted and read without asking anybody."""

import base64
import binascii
import time
from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from textfactor.adapters.answers import Json
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.secret import Secret
from textfactor.domain.tenant import TokenFacts

MARGIN = 60.0
"""Seconds before its end at which a token is no longer used."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token, its scopes and its end in UNIX seconds; both are None when it does not tell."""

    value: Secret
    scopes: frozenset[str] | None
    expires: float | None

    def usable(self, now: float) -> bool:
        """Whether it will live long enough for a call."""
        return self.expires is None or now < self.expires - MARGIN

    def facts(self, now: float) -> TokenFacts:
        """Say what it may do and for how long."""
        return TokenFacts(self.scopes, None if self.expires is None else max(0, int(self.expires - now)))


def granted(body: Json, now: Callable[[], float] = time.time) -> Token | None:
    """Read the answer of POST /oauth/token; None when it holds no token."""
    fields = body if isinstance(body, dict) else {}
    value = fields.get("access_token")
    if not isinstance(value, str) or not value:
        return None
    life = fields.get("expires_in")
    expires = now() + life if isinstance(life, int | float) and not isinstance(life, bool) else None
    scope = fields.get("scope")
    scopes = frozenset(scope.split()) if isinstance(scope, str) else _claims(value)[0]
    return Token(Secret(value), scopes, expires)


def pasted(value: Secret, now: Callable[[], float] = time.time) -> Token:
    """Read `scope` and `exp` of a token that a person pasted; its signature is Auth0's business.

    Raises `ProblemError` with TOKEN_EXPIRED when its time is over. An opaque token tells nothing, which is
    no error.
    """
    scopes, expires = _claims(value.reveal())
    if expires is not None and expires <= now():
        raise ProblemError(Problem(ProblemKind.TOKEN_EXPIRED, Service.AUTH0))
    return Token(value, scopes, expires)


class _Claims(msgspec.Struct):
    scope: str | None = None
    exp: float | None = None


def _claims(token: str) -> tuple[frozenset[str] | None, float | None]:
    """Decode the middle part of a JSON web token."""
    parts = token.split(".")
    if len(parts) != 3:
        return None, None
    try:
        body = base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4))
        claims = msgspec.json.decode(body, type=_Claims)
    except (binascii.Error, ValueError, msgspec.MsgspecError):
        return None, None
    return None if claims.scope is None else frozenset(claims.scope.split()), claims.exp
