"""References that our sender makes up itself, where Auth0 hands it no correlation id (`resources/sender`)."""

import re
from typing import Final

_MADE = re.compile(r"tf-([0-9a-z]{1,10})-([0-9a-z]{1,8})")
_BASE: Final = 36
_SEED: Final = 0x811C9DC5
_PRIME: Final = 0x01000193
_WORD: Final = 0xFFFFFFFF


def made_at(reference: str, user: str) -> float | None:
    """Return when a reference was made for this user (seconds since 1970); None where it is not of that kind or user.

    It is `tf-`, the time in seconds, and the FNV-1a hash (32 bits) of the user's id, both in base 36.
    """
    found = _MADE.fullmatch(reference)
    if found is None or not user or int(found[2], _BASE) != _hash(user):
        return None
    return float(int(found[1], _BASE))


def _hash(user: str) -> int:
    value = _SEED
    for char in user:
        value = ((value ^ ord(char)) * _PRIME) & _WORD
    return value
