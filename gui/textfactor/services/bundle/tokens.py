"""Stand-ins for what identifies people: the same value always the same token, within one bundle only."""

import hashlib
import hmac
import re
import secrets
from typing import Final

_LENGTH: Final = 8
_NOT_DIGITS = re.compile(r"\D")
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_:.\- ]{0,47}")
_LONG_NUMBER = re.compile(r"\d{7}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)?")


class Tokens:
    """Makes tokens with a random key, which is gone with the bundle: nobody can try values against them later."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)

    def number(self, digits: str) -> str:
        """Stand in for a phone number, however it is written."""
        return self._token("number", _NOT_DIGITS.sub("", digits))

    def sender(self, sender: str) -> str:
        """Stand in for a sender: one that is a number gets the number's token."""
        bare = sender.removeprefix("+")
        return self.number(bare) if bare.isdecimal() else self._token("sender", sender.casefold())

    def domain(self, domain: str) -> str:
        """Stand in for a tenant's domain."""
        return self._token("domain", domain.casefold())

    def user(self, user: str) -> str:
        """Stand in for a person: a user of the tenant, or who sat at the computer."""
        return self._token("user", user.casefold())

    def profile(self, name: str) -> str:
        """Stand in for a profile."""
        return self._token("profile", name)

    def _token(self, kind: str, value: str) -> str:
        if not value:
            return ""
        digest = hmac.new(self._key, f"{kind}\0{value}".encode(), hashlib.sha256).hexdigest()
        return f"{kind}-{digest[:_LENGTH]}"


def word(value: str) -> str:
    """Let a vendor's own word through (`node22`, `gd_send_sms`); anything else is `other`."""
    return value if not value or (_WORD.fullmatch(value) and not _LONG_NUMBER.search(value)) else "other"


def time(value: str) -> str:
    """Let a time through (ISO 8601), and nothing else."""
    return value if _TIME.fullmatch(value) else ""
