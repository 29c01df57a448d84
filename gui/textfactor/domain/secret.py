"""Secret values that cannot be printed by accident."""

from dataclasses import dataclass
from typing import final


@final
class Secret:
    """Holds a secret value; `repr` and `str` show bullets, only `reveal()` gives the value. Not picklable."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """Return the value. Call it only where the value goes into a request or into the keyring."""
        return self._value

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and self._value == other._value

    def __hash__(self) -> int:
        return hash(("Secret", self._value))

    def __repr__(self) -> str:
        return "Secret(•••)"

    __str__ = __repr__

    def __reduce__(self) -> str:
        raise TypeError("a secret is not written anywhere")


@dataclass(frozen=True, slots=True)
class SecretRef:
    """Names a keyring entry: the random id of the profile and what the secret is (`vonage_secret`, `auth0_secret`)."""

    profile: str
    name: str


VONAGE_SECRET = "vonage_secret"
AUTH0_SECRET = "auth0_secret"
AUTH0_TOKEN = "auth0_token"
