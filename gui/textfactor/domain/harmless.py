"""Text from outside, made fit to be shown: what would turn, hide or blank other text becomes visible instead."""

import re
from typing import Final

_PICTURES: Final = 0x2400
"""Unicode's pictures of the control characters begin here, in their order."""
_DELETE: Final = "\N{SYMBOL FOR DELETE}"
_REPLACED: Final = "\N{REPLACEMENT CHARACTER}"
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)


def harmless(text: str) -> str:
    """Return a text of the same length in which every control character is shown as a sign.

    Line feeds and tabs stay, the return before a line feed becomes a blank; marks that turn the direction of writing,
    characters without a width, and halves of characters become the replacement character.
    """
    return _UNSEEN.sub(_shown, text)


def unseen(text: str) -> int:
    """Count what `harmless` replaces, but for returns at the end of lines."""
    return sum(1 for found in _UNSEEN.finditer(text) if found[0] != "\r")


def _shown(found: re.Match[str]) -> str:
    char = found[0]
    if char == "\r":
        return " " if found.string.startswith("\n", found.end()) else chr(_PICTURES + ord(char))
    if char < " ":
        return chr(_PICTURES + ord(char))
    return _DELETE if char == "\x7f" else _REPLACED
