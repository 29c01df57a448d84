"""The country of a telephone number, quickly: by its calling code, and by its area code in North America."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

_AREA: Final = 4
"""Digits of a North American number that tell its country: the 1 and the area code."""
_SUBSCRIBER: Final = "2345678"
_KAZAKH: Final = ("76", "77")
"""Kazakhstan shares the code 7 with Russia and has these two."""
_PREFIX: Final = 7
_NOBODY: Final = "001"
"""What the metadata call a code that belongs to no country."""


def country_of(number: int) -> str:
    """Return the ISO code of the country, empty when the number is not known or belongs to none."""
    return _country(str(number)[:_PREFIX]) if number else ""


@lru_cache(100_000)
def _country(prefix: str) -> str:
    if prefix.startswith("1"):
        return _north_american(prefix[:_AREA])
    if prefix.startswith(_KAZAKH):
        return "KZ"
    regions = _regions()
    for length in (1, 2, 3):
        region = regions.get(int(prefix[:length]))
        if region:
            return "" if region == _NOBODY else region
    return ""


@lru_cache(1000)
def _north_american(area: str) -> str:
    import phonenumbers

    if len(area) < _AREA:
        return ""
    number = phonenumbers.PhoneNumber(country_code=1, national_number=int(area[1:] + _SUBSCRIBER))
    return phonenumbers.region_code_for_number(number) or "US"


@lru_cache(1)
def _regions() -> dict[int, str]:
    import phonenumbers

    return {code: regions[0] for code, regions in phonenumbers.COUNTRY_CODE_TO_REGION_CODE.items()}


def masked(number: int) -> str:
    """Write a number so that its owner knows it and nobody else: country and last two digits stay."""
    digits = str(number)
    return f"+{digits[:3]}{'•' * (len(digits) - 5)}{digits[-2:]}"


def prefix_of(number: int, digits: int) -> str:
    """Return how a number begins."""
    return str(number)[:digits]
