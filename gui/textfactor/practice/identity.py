"""Throw-away names, keys and secrets: new ones for each practice world."""

import base64
import json
import secrets
import string
from dataclasses import dataclass

_LETTERS = string.ascii_letters + string.digits


@dataclass(frozen=True, slots=True)
class Identity:
    """Everything a client has to know to use one practice world."""

    api_key: str
    api_secret: str
    sender: str
    tenant: str
    domain: str
    client_id: str
    client_secret: str
    control_token: str


def new_identity() -> Identity:
    """Return fresh credentials in the vendors' shapes.

    A Vonage key has 8 hexadecimal characters, its secret 8 to 25 with lower case, upper case and a digit
    (Vonage secret management); an Auth0 client id has 32 characters, its secret 64.
    """
    tenant = f"acme-dev-{secrets.token_hex(3)}"
    return Identity(
        api_key=secrets.token_hex(4),
        api_secret=_secret(16),
        sender=f"1202555{secrets.randbelow(90) + 110:04d}",
        tenant=tenant,
        domain=f"{tenant}.eu.auth0.com",
        client_id=random_text(32),
        client_secret=random_text(64),
        control_token=secrets.token_urlsafe(32),
    )


def random_text(length: int) -> str:
    """Return `length` random letters and digits."""
    return "".join(secrets.choice(_LETTERS) for _ in range(length))


def _secret(length: int) -> str:
    """Return random text that has a lower-case letter, an upper-case letter and a digit."""
    chars = [secrets.choice(kind) for kind in (string.ascii_lowercase, string.ascii_uppercase, string.digits)]
    chars += [secrets.choice(_LETTERS) for _ in range(length - len(chars))]
    secrets.SystemRandom().shuffle(chars)
    return "".join(chars)


def make_token(claims: dict[str, object]) -> str:
    """Return a token shaped as a JSON web token; its signature is random, nobody here checks it."""
    head = {"alg": "RS256", "typ": "JWT", "kid": "practice"}
    parts = [json.dumps(part, separators=(",", ":")).encode() for part in (head, claims)]
    return ".".join(_base64(part) for part in [*parts, secrets.token_bytes(64)])


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")
