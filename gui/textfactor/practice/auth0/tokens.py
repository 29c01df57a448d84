"""`POST /oauth/token`, and whether a token is good for a call."""

import hmac
from dataclasses import dataclass, field
from typing import Final, Literal

from textfactor.practice.auth0.errors import error_reply
from textfactor.practice.clock import Clock
from textfactor.practice.identity import Identity, make_token
from textfactor.practice.shapes import object_of, parse_json
from textfactor.practice.web.messages import Reply, Request, json_reply

_NO_AUDIENCE: Final = "No audience parameter was provided, and no default audience has been configured"
Refusal = Literal["wrong_client_secret", "client_not_authorized", "grant_not_allowed"]
"""Why the token endpoint refuses everybody, as a fault says."""

LIFETIME: Final = 86_400
"""A token lives a day (Auth0's default for the Management API), in seconds."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What a token stands for. `expires` is in seconds since 1970."""

    scopes: frozenset[str]
    expires: float


@dataclass(slots=True)
class TokenDesk:
    """Gives tokens to the one client and knows those it gave."""

    identity: Identity
    clock: Clock
    grants: dict[str, Grant] = field(default_factory=dict[str, Grant])

    def issue(self, scopes: list[str]) -> str:
        """Return a new token with those scopes."""
        now = self.clock()
        token = make_token({
            "iss": f"https://{self.identity.domain}/",
            "sub": f"{self.identity.client_id}@clients",
            "aud": f"https://{self.identity.domain}/api/v2/",
            "iat": int(now),
            "exp": int(now) + LIFETIME,
            "scope": " ".join(scopes),
            "gty": "client-credentials",
            "azp": self.identity.client_id,
        })  # fmt: skip
        self.grants[token] = Grant(frozenset(scopes), now + LIFETIME)
        return token

    def exchange(self, request: Request, scopes: list[str], refusal: Refusal | None) -> Reply:
        """Answer `POST /oauth/token`. `scopes` are those of the client's grant; `scope` may ask for some of them."""
        fields = _fields(request)
        if fields is None:
            return _refused(400, "invalid_request", "Invalid request payload JSON format")
        grant = fields.get("grant_type", "")
        if not grant:
            return _refused(400, "invalid_request", "Missing required parameter: grant_type")
        if grant != "client_credentials" or refusal == "grant_not_allowed":
            return _refused(403, "unauthorized_client", f"Grant type '{grant}' not allowed for the client.")
        if refusal == "wrong_client_secret" or not self._knows(request, fields):
            return _refused(401, "access_denied", "Unauthorized")
        audience = fields.get("audience", "")
        if audience not in self._audiences(request):
            words = f"Service not found: {audience}" if audience else _NO_AUDIENCE
            return _refused(403, "access_denied", words)
        if refusal == "client_not_authorized":
            return _refused(403, "access_denied", f'Client is not authorized to access "{audience}".')
        asked = fields.get("scope", "").split()
        if strange := [scope for scope in asked if scope not in scopes]:
            return _refused(403, "access_denied", f"Client has not been granted scopes: {', '.join(strange)}")
        scopes = [scope for scope in scopes if scope in asked] if asked else scopes
        token = self.issue(scopes)
        return json_reply({
            "access_token": token,
            "scope": " ".join(scopes),
            "expires_in": LIFETIME,
            "token_type": "Bearer",
        })  # fmt: skip

    def look_at(self, request: Request, *, all_expired: bool) -> Grant | Reply:
        """Return what the request's token stands for, or the 401."""
        if not request.headers.get("authorization"):
            return error_reply(401, "Missing authentication")
        token = request.bearer()
        if token is None:
            return error_reply(401, "Bad HTTP authentication header format", "Bearer")
        grant = self.grants.get(token)
        if grant is None:
            return _bad_token("Invalid token")
        if all_expired or self.clock() >= grant.expires:
            return _bad_token("Expired token received for JSON Web Token validation")
        return grant

    def _knows(self, request: Request, fields: dict[str, str]) -> bool:
        """Tell whether client id and secret, in a Basic header or the body, are the client's."""
        shown = request.basic() or (fields.get("client_id", ""), fields.get("client_secret", ""))
        same_id = hmac.compare_digest(shown[0].encode(), self.identity.client_id.encode())
        return hmac.compare_digest(shown[1].encode(), self.identity.client_secret.encode()) and same_id

    def _audiences(self, request: Request) -> set[str]:
        """Return the Management API's names: by the tenant's domain, or by what the client called us."""
        return {f"https://{self.identity.domain}/api/v2/", f"https://{request.host}/api/v2/"}


def _fields(request: Request) -> dict[str, str] | None:
    """Return the fields of a form or JSON body, those that are text; None when it cannot be read."""
    if request.content_type != "application/json":
        return request.form()
    try:
        values = object_of(parse_json(request.body))
    except ValueError:
        return None
    return (
        None if values is None else {name: value for name, value in values.items() if isinstance(value, str)}
    )


def _refused(status: int, error: str, description: str) -> Reply:
    """Return a refusal in the words of OAuth 2."""
    return json_reply({"error": error, "error_description": description}, status)


def _bad_token(message: str) -> Reply:
    """Return the 401 for a token that is no good; it says so twice."""
    body = {"statusCode": 401, "error": "Unauthorized", "message": message, "attributes": {"error": message}}
    return json_reply(body, 401)
