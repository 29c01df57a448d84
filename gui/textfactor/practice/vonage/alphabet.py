"""How a text becomes parts of an SMS, written from the standard's tables (GSM 03.38) and Vonage's guide.

Shares nothing with the product's own count: a mistake there must show here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

Units = Callable[[str], int]
"""Returns how many units a character takes."""

GSM7: Final = "GSM-7"
UCS2: Final = "UCS-2"
BINARY: Final = "8-bit"

_BASIC: Final = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENSION: Final = frozenset("^{}[]~\\|€\f")

GSM7_ONE, GSM7_PART = 160, 153
UCS2_ONE, UCS2_PART = 70, 67
BINARY_ONE: Final = 140
"""Octets of a binary message, with its header; Vonage does not split those."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text in the parts in which it travels, as the phone will show them."""

    encoding: str
    parts: tuple[str, ...]


def is_gsm7(text: str) -> bool:
    """Tell whether each character is in the GSM-7 alphabet or its extension."""
    return all(char in _BASIC or char in _EXTENSION for char in text)


def encode(text: str, *, unicode: bool) -> Encoded:
    """Return the parts of `text`.

    With `type=text` a character outside GSM-7 arrives as a question mark: Vonage does not say so, users
    report it (libpynexmo#6, vonage-php-sdk-core#8).
    """
    if unicode:
        return Encoded(UCS2, _split(text, _ucs2_units, UCS2_ONE, UCS2_PART))
    return Encoded(GSM7, _split(questioned(text), _gsm7_units, GSM7_ONE, GSM7_PART))


def encode_binary(body: str) -> Encoded:
    """Return the one part of a binary message, in hexadecimal digits as it was sent."""
    return Encoded(BINARY, (body,))


def questioned(text: str) -> str:
    """Return `text` with a question mark for each character outside GSM-7."""
    return "".join(char if char in _BASIC or char in _EXTENSION else "?" for char in text)


def _gsm7_units(char: str) -> int:
    return 2 if char in _EXTENSION else 1


def _ucs2_units(char: str) -> int:
    return 2 if ord(char) > 0xFFFF else 1


def _split(text: str, units: Units, one: int, part: int) -> tuple[str, ...]:
    """Cut `text`; a character of two units is never cut in half (Vonage's guide on concatenation)."""
    if sum(map(units, text)) <= one:
        return (text,)
    parts: list[str] = []
    current, used = "", 0
    for char in text:
        if used + units(char) > part:
            parts.append(current)
            current, used = "", 0
        current += char
        used += units(char)
    return (*parts, current)
