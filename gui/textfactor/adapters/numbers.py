"""Knowledge of the world's telephone numbers, from Google's metadata."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textfactor.domain.sending import PhoneNumber

_FEWEST = 7
"""Digits that a destination must have at Vonage, its country code included."""
_LINES = {
    "FIXED_LINE": "fixed",
    "MOBILE": "mobile",
    "FIXED_LINE_OR_MOBILE": "either",
    "TOLL_FREE": "toll-free",
    "PREMIUM_RATE": "premium",
    "VOIP": "voip",
}


class Numbers:
    """Implements `NumberPlan`. The first call loads the metadata (0.1 s): make it in a worker."""

    def __init__(self) -> None:
        self._language = "en"

    def name_in(self, language: str) -> None:
        """Name countries in this language from now on; one that is not known becomes English."""
        self._language = language

    def parse(self, typed: str) -> PhoneNumber | None:
        """Understand a number typed with its country code, as `+49 …`; None when it cannot be one.

        A number counts when its length is possible in its country: whether a range is in use changes
        faster than any metadata, and nobody shall be locked out. `line` is "unknown" for a range that is
        not known.
        """
        import phonenumbers  # the window paints first

        from textfactor.domain.sending import PhoneNumber

        try:
            number = phonenumbers.parse(typed, None)
        except phonenumbers.NumberParseException:
            return None
        digits = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164).removeprefix("+")
        if number.extension or len(digits) < _FEWEST or not phonenumbers.is_possible_number(number):
            return None
        kind = phonenumbers.PhoneNumberType.to_string(phonenumbers.number_type(number))
        country = phonenumbers.region_code_for_number(number) or ""
        country = country if country.isalpha() else ""  # 001 is "no country", such as +800
        return PhoneNumber(
            digits=digits,
            international=phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL),
            country=country,
            country_name=_names(self._language).get(country, ""),
            line=_LINES.get(kind, "unknown"),
        )


@lru_cache
def _names(language: str) -> dict[str, str]:
    """Countries by their codes. phonenumbers' own come with half a second of place names."""
    from babel import Locale, UnknownLocaleError  # see Numbers.parse

    try:
        return dict(Locale.parse(language).territories)
    except (ValueError, UnknownLocaleError):
        return dict(Locale("en").territories)
