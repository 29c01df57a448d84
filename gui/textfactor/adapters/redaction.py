"""Takes out of a text what must never be shown or logged: secrets, phone numbers, message texts."""

import re

MASK = "•••"
LONGEST = 300
"""Characters kept of a foreign text; the rest is cut."""

_SHORTEST_SECRET = 4
"""Shorter values are too common in ordinary words to be looked for."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = (
    # Authorization headers, wherever they are quoted.
    (re.compile(r"\b(basic|bearer)\s+[\w.~+/=-]{6,}", re.IGNORECASE), rf"\1 {MASK}"),
    # JSON web tokens.
    (re.compile(r"\beyJ[\w-]{5,}(?:\.[\w-]*){1,2}"), MASK),
    # User name and password in an address, such as a proxy's.
    (re.compile(r"(//)[^\s/@]+@"), rf"\1{MASK}@"),
    # name=value and "name": "value" of the fields that hold a secret or a person's data.
    (
        re.compile(
            r"(?i)\b(api[_-]?secret|client[_-]?secret|access[_-]?token|password|secret|token|sig|text)"
            r"(\"?\s*[=:]\s*)(\"[^\"]*\"|[^\s&,;}]+)"
        ),
        rf"\1\2{MASK}",
    ),
)
_NUMBER = re.compile(r"(?<![\w])\+?\(?\d(?:[ ().\-/]{0,2}\d){6,}(?![\w])")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def redact(text: str, *hidden: str) -> str:
    """Return `text` on one line, cut to 300 characters, without secrets and phone numbers.

    `hidden` are values known to be secret here (key, secret, number, message text). Beside them everything
    that looks like an authorization header, a token, a password in an address, or a phone number (seven
    digits and more) is masked. A date such as 2026-11-24 stays.
    """
    for value in sorted(hidden, key=len, reverse=True):
        if len(value) >= _SHORTEST_SECRET:
            text = text.replace(value, MASK)
    text = _CONTROL.sub(" ", text)
    for pattern, replacement in _PATTERNS:
        text = pattern.sub(replacement, text)
    text = _NUMBER.sub(_mask_number, text)
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _mask_number(found: re.Match[str]) -> str:
    """Mask a run of digits unless it is a date."""
    return found[0] if _DATE.fullmatch(found[0]) else MASK
