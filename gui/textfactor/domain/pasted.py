"""Undoes what copying does to a value: invisible signs, quotes, full-width letters, a `NAME=value` line."""

import re
import unicodedata

_MARKS = (range(0x200B, 0x2010), range(0x202A, 0x202F), range(0x2060, 0x2065), range(0x2066, 0x206A))
_INVISIBLE = dict.fromkeys([0xAD, 0x180E, 0xFEFF, *(code for marks in _MARKS for code in marks)])
_QUOTES = {'"': '"', "'": "'", "`": "`", "“": "”", "„": "“", "‘": "’", "«": "»", "<": ">"}
_LINE = re.compile(
    r"""(?:export\s+|set\s+|\$env:|--|-)?["']?(?P<name>[A-Za-z][A-Za-z0-9_. -]{1,40}?)["']?"""
    r"""\s*(?:=|:(?!//))\s*(?P<value>.+?)[,;]?$"""
)


def tidy(text: str) -> str:
    """Drop invisible characters, outer white space and quotes; full-width letters and digits become plain."""
    plain = "".join(_plain(char) for char in text.translate(_INVISIBLE)).strip()
    while len(plain) >= 2 and _QUOTES.get(plain[0]) == plain[-1]:
        plain = plain[1:-1].strip()
    return plain


def _plain(char: str) -> str:
    """Turn full-width forms, digits of other scripts and odd spaces to ASCII; leave everything else alone."""
    if char.isascii():
        return char
    if "！" <= char <= "～":
        return chr(ord(char) - 0xFEE0)
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    return " " if char.isspace() else char


def assignments(text: str) -> tuple[tuple[str, str], ...]:
    """Read `NAME=value`, `export NAME="value"`, `"name": "value",`; names come out as `CAPITAL_WORDS`."""
    found: list[tuple[str, str]] = []
    for line in text.splitlines():
        match = _LINE.match(tidy(line))
        if match:
            name = re.sub(r"[^A-Z0-9]+", "_", match["name"].upper()).strip("_")
            found.append((name, tidy(match["value"])))
    return tuple(found)
