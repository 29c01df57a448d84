"""What a part costs by country: made-up figures of the right size; and which numbers are no mobile phones."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final


@dataclass(frozen=True, slots=True)
class Country:
    """A country's prefix, price per part in euros, and one network (mobile country and network code)."""

    code: str
    name: str
    prefix: str
    price: Decimal
    network: str
    network_name: str


COUNTRIES: Final = (
    Country("US", "United States", "1", Decimal("0.00735"), "310260", "Practice Mobile US"),
    Country("CA", "Canada", "1", Decimal("0.00690"), "302220", "Practice Mobile CA"),
    Country("GB", "United Kingdom", "44", Decimal("0.03330"), "23410", "Practice Mobile UK"),
    Country("DE", "Germany", "49", Decimal("0.07200"), "26201", "Practice Mobile DE"),
    Country("FR", "France", "33", Decimal("0.06790"), "20801", "Practice Mobile FR"),
    Country("ES", "Spain", "34", Decimal("0.06150"), "21401", "Practice Mobile ES"),
    Country("IT", "Italy", "39", Decimal("0.06490"), "22201", "Practice Mobile IT"),
    Country("NL", "Netherlands", "31", Decimal("0.07150"), "20404", "Practice Mobile NL"),
    Country("PT", "Portugal", "351", Decimal("0.03180"), "26801", "Practice Mobile PT"),
    Country("PL", "Poland", "48", Decimal("0.02470"), "26001", "Practice Mobile PL"),
    Country("AU", "Australia", "61", Decimal("0.04290"), "50501", "Practice Mobile AU"),
    Country("IN", "India", "91", Decimal("0.04490"), "40410", "Practice Mobile IN"),
    Country("JP", "Japan", "81", Decimal("0.06310"), "44010", "Practice Mobile JP"),
    Country("BR", "Brazil", "55", Decimal("0.03950"), "72411", "Practice Mobile BR"),
    Country("MX", "Mexico", "52", Decimal("0.02910"), "33420", "Practice Mobile MX"),
    Country("AR", "Argentina", "54", Decimal("0.06180"), "722310", "Practice Mobile AR"),
    Country("SG", "Singapore", "65", Decimal("0.03770"), "52501", "Practice Mobile SG"),
)
ELSEWHERE: Final = Country("", "Elsewhere", "", Decimal("0.08000"), "99999", "Practice Mobile")

_CANADIAN: Final = frozenset({
    "204", "226", "236", "249", "250", "289", "306", "343", "365", "403", "416", "418", "431", "437",
    "438", "450", "506", "514", "519", "548", "579", "581", "587", "604", "613", "639", "647", "672",
    "705", "709", "778", "780", "782", "807", "819", "825", "867", "873", "902", "905",
})  # fmt: skip


_LANDLINES: Final = {
    "GB": ("441", "442", "443"),
    "FR": ("331", "332", "333", "334", "335", "339"),
    "DE": ("492", "493", "494", "495", "496", "497", "498", "499"),
    "ES": ("348", "349"),
    "IT": ("390",),
    "PT": ("3512",),
    "AU": ("612", "613", "617", "618"),
}
"""Beginnings of landline numbers where the numbering plan tells them from mobile ones (ITU, national plans)."""


def is_landline(number: str) -> bool:
    """Tell whether a number is surely a landline; Vonage has no way to those for an SMS."""
    return number.startswith(_LANDLINES.get(country_of(number).code, ("-",)))


def country_of(number: str) -> Country:
    """Return the country of a number in international form without plus; `ELSEWHERE` if it is not listed."""
    if number.startswith("1"):
        return COUNTRIES[1] if number[1:4] in _CANADIAN else COUNTRIES[0]
    return next((country for country in COUNTRIES if number.startswith(country.prefix)), ELSEWHERE)


def country_by_code(code: str) -> Country | None:
    """Return the country with that two-letter code, if it is listed."""
    return next((country for country in COUNTRIES if country.code == code.upper()), None)
