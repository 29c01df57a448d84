"""Keys, secrets, ids and tokens as they are pasted, made clean or refused."""

import re

from textfactor.domain.faults import Fault
from textfactor.domain.pasted import assignments, tidy

_KEY_NAMES = ("API_KEY", "APIKEY", "NEXMO_KEY", "VONAGE_KEY", "KEY")
_SECRET_NAMES = ("SECRET",)


def _value(text: str, mine: tuple[str, ...], others: tuple[str, ...], mixed_up: Fault) -> str | Fault:
    """Tidy a pasted value; of pasted lines take the one with the right name."""
    lines = assignments(text)
    fitting = {value for name, value in lines if _named(name, mine) and not _named(name, others)}
    if len(fitting) == 1:
        return fitting.pop()
    if len(fitting) > 1:
        return Fault.WHOLE_LINE
    if any(_named(name, others) for name, _ in lines):
        return mixed_up
    plain = tidy(text)
    if not plain:
        return Fault.EMPTY
    return Fault.WHOLE_LINE if len(plain.splitlines()) > 1 else plain


def _named(name: str, endings: tuple[str, ...]) -> bool:
    """Say whether the name ends in one of these as a word, as `VONAGE_API_KEY` does and `MONKEY` does not."""
    return f"_{name}".endswith(tuple(f"_{ending}" for ending in endings))


def wrong_signs(value: str) -> Fault | None:
    """Refuse lookalike letters and inner spaces, which no key, id, secret or token has."""
    if not value:
        return Fault.EMPTY
    if not value.isascii():
        return Fault.NOT_ASCII
    return Fault.HAS_SPACES if re.search(r"\s", value) else None


def clean_api_key(text: str) -> str | Fault:
    """Clean a Vonage API key: 8 letters and digits (facts/vonage 7, row 9)."""
    value = _value(text, _KEY_NAMES, _SECRET_NAMES, Fault.LOOKS_LIKE_SECRET)
    if isinstance(value, Fault):
        return value
    if fault := wrong_signs(value):
        return fault
    if len(value) < 8:
        return Fault.TOO_SHORT
    if len(value) > 8:
        return Fault.LOOKS_LIKE_SECRET if len(value) <= 32 else Fault.TOO_LONG
    return value if value.isalnum() else Fault.NOT_HEX


def clean_secret(text: str, api_key: str = "") -> str | Fault:
    """Clean a Vonage API secret: 6 to 32 characters (new ones 8 to 25); not the key given already."""
    value = _value(text, _SECRET_NAMES, _KEY_NAMES, Fault.LOOKS_LIKE_KEY)
    if isinstance(value, Fault):
        return value
    if fault := wrong_signs(value):
        return fault
    if api_key and value == api_key:
        return Fault.LOOKS_LIKE_KEY
    if len(value) < 6:
        return Fault.TOO_SHORT
    return value if len(value) <= 32 else Fault.TOO_LONG


def swapped(key: str, secret: str) -> bool:
    """Say whether key and secret were most likely typed into each other's field."""
    return clean_api_key(key) == Fault.LOOKS_LIKE_SECRET and not isinstance(clean_api_key(secret), Fault)


def clean_client_id(text: str) -> str | Fault:
    """Clean an application's client id (32 letters and digits today); a secret is twice as long."""
    value = _value(text, ("CLIENT_ID", "CLIENTID"), _SECRET_NAMES, Fault.LOOKS_LIKE_SECRET)
    if isinstance(value, Fault):
        return value
    if fault := wrong_signs(value):
        return fault
    if len(value) < 8:
        return Fault.TOO_SHORT
    return value if len(value) < 60 else Fault.LOOKS_LIKE_SECRET


def clean_client_secret(text: str, client_id: str = "") -> str | Fault:
    """Clean an application's client secret (64 characters today); not the id that was given already."""
    value = _value(text, _SECRET_NAMES, ("CLIENT_ID", "CLIENTID"), Fault.LOOKS_LIKE_KEY)
    if isinstance(value, Fault):
        return value
    if fault := wrong_signs(value):
        return fault
    if client_id and value == client_id:
        return Fault.LOOKS_LIKE_KEY
    if len(value) < 16:
        return Fault.TOO_SHORT
    return value if len(value) <= 512 else Fault.TOO_LONG


_JWT = re.compile(r"[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}")


def clean_token(text: str) -> str | Fault:
    """Clean a Management API token: three parts with dots between, pasted with or without `Bearer`."""
    value = _value(text, ("TOKEN", "AUTHORIZATION"), _SECRET_NAMES, Fault.NOT_A_TOKEN)
    if isinstance(value, Fault):
        return value
    value = re.sub(r"^bearer\s+", "", value, flags=re.IGNORECASE)
    if fault := wrong_signs(value):
        return fault
    return value if _JWT.fullmatch(value) else Fault.NOT_A_TOKEN
