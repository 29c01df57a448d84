"""Which sender a country takes: dated data, as far as it is on record."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Letters(StrEnum):
    """Whether a name (alphanumeric sender ID) may be the sender."""

    ALLOWED = "allowed"
    REGISTERED = "registered"
    """Only after it was registered; else replaced or blocked."""
    REFUSED = "refused"


class Digits(StrEnum):
    """Which numbers may be the sender."""

    ANY = "any"
    OWNED = "owned"
    """One that the account rents there."""
    LOCAL = "local"
    """One of that country; others are replaced or lost."""
    REPLACED = "replaced"
    """The networks put a sender of their own in its place."""


@dataclass(frozen=True, slots=True)
class CountryRule:
    """The rule of one destination (ISO-2).

    `asks` names what has to be registered before messages pass: 10dlc, dlt, ssir, sender, or nothing. `source` says
    where the rule is from.
    """

    country: str
    letters: Letters
    numbers: Digits
    asks: str
    source: str
    generic_refused: bool = False
    """Everyday words (VERIFY, INFO) as the sender are blocked."""
    plain_only: bool = False
    """Only GSM-7 without the euro sign comes through from a local number."""


@dataclass(frozen=True, slots=True)
class SendingRules:
    """All rules that are known, when they were last looked at (ISO date), and the generic words, in capitals."""

    dated: str
    countries: Mapping[str, CountryRule]
    generic_words: frozenset[str]

    def rule(self, country: str) -> CountryRule | None:
        """Return a destination's rule, None where none is on record."""
        return self.countries.get(country)
