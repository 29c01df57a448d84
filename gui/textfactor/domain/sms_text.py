"""How a text is coded on the air, and how many parts of an SMS it takes (GSM 03.38, Vonage's lengths)."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

BASIC = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ"
    " !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
"""GSM-7's own characters, one unit each."""
EXTENSION = "^{}[]~\\|€\f"
"""GSM-7's second table: an escape and a character, two units that stay together."""

_GSM7 = frozenset(BASIC + EXTENSION)
_ESCAPE = "\x1b"
_ESCAPED = {ord(char): _ESCAPE + char for char in EXTENSION}


class Encoding(StrEnum):
    """The two ways in which Vonage puts text on the air."""

    GSM7 = "GSM-7"
    UCS2 = "UCS-2"


@dataclass(frozen=True, slots=True)
class Offending:
    """A character that GSM-7 lacks: where it stands (in characters from 0) and its Unicode name."""

    char: str
    index: int
    name: str


@dataclass(frozen=True, slots=True)
class Measured:
    """What a text takes.

    `units` counts septets (GSM-7) or UTF-16 units (UCS-2) of the text itself, `units_left` what still fits
    into the last part. `safe` is the text rewritten to GSM-7, None where it is that already or cannot be.
    """

    encoding: Encoding
    units: int
    parts: int
    units_left: int
    offending: tuple[Offending, ...]
    safe: str | None


def is_gsm7(text: str) -> bool:
    """Say whether the text can go out as `type=text`."""
    return _GSM7.issuperset(text)


def measure(text: str) -> Measured:
    """Count units and parts; the empty text is GSM-7 with no part."""
    if is_gsm7(text):
        septets = text.translate(_ESCAPED)
        parts, left = _septet_parts(septets)
        return Measured(Encoding.GSM7, len(septets), parts, left, (), None)
    utf16 = text.encode("utf-16-be", "surrogatepass")
    parts, left = _utf16_parts(utf16)
    offending = tuple(
        Offending(char, index, _name(char)) for index, char in enumerate(text) if char not in _GSM7
    )
    return Measured(Encoding.UCS2, len(utf16) // 2, parts, left, offending, rewrite(text))


def _septet_parts(septets: str) -> tuple[int, int]:
    """Cut into 153s, an escape going along with its character into the next part."""
    total = len(septets)
    if total <= 160:
        return min(total, 1), 160 - total
    parts, at = 1, 0
    while total - at > 153:
        at += 152 if septets[at + 152] == _ESCAPE else 153
        parts += 1
    return parts, 153 - (total - at)


def _utf16_parts(utf16: bytes) -> tuple[int, int]:
    """Cut into 67s, the two halves of a surrogate pair staying together."""
    total = len(utf16) // 2
    if total <= 70:
        return 1, 70 - total
    parts, at = 1, 0
    while total - at > 67:
        pair = utf16[2 * (at + 66)] & 0xFC == 0xD8 and utf16[2 * (at + 67)] & 0xFC == 0xDC
        at += 66 if pair else 67
        parts += 1
    return parts, 67 - (total - at)


def _name(char: str) -> str:
    """Name a character; control characters have no name but their number."""
    return unicodedata.name(char, f"U+{ord(char):04X}")


_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff"
_LOOKALIKES = {
    **dict.fromkeys("‘’‚‛‹›′`´ʹʻʼˈ＇", "'"),
    **dict.fromkeys("“”„‟«»″〝〞", '"'),
    **dict.fromkeys("‐‑‒–—―−⁃­﹣﹘➖•‣▪·∙●", "-"),
    **dict.fromkeys(_INVISIBLE, ""),
    **dict.fromkeys("\u2028\u2029\x0b\x85", "\n"),
    "\t": " ", "×": "x", "÷": "/", "⁄": "/", "∕": "/", "¦": "|", "¬": "-", "©": "(C)", "®": "(R)", "¢": "c",
    "₤": "£", "µ": "u", "μ": "u", "→": "->", "←": "<-", "⇒": "=>", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~",
    "¶": "", "✓": "v", "ŋ": "ng", "Ŋ": "Ng", "ĸ": "k", "ẞ": "SS", "ə": "e",
    "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i",
    "œ": "oe", "Œ": "OE", "ħ": "h", "Ħ": "H", "ŧ": "t", "Ŧ": "T",
    # Greek capitals that GSM-7 spells with the Latin letter of the same shape.
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True)),
}  # fmt: skip


def rewrite(text: str) -> str | None:
    """Rewrite to GSM-7 with the same meaning; None where a character (an emoji, say) has no stand-in."""
    pieces: list[str] = []
    for char in unicodedata.normalize("NFC", text):
        piece = char if char in _GSM7 else _stand_in(char)
        if piece is None:
            return None
        pieces.append(piece)
    return "".join(pieces)


def without_strangers(text: str) -> str:
    """Rewrite to GSM-7, leaving out what has no stand-in (an emoji, say) and a blank beside it."""
    pieces = [char if char in _GSM7 else _stand_in(char) or "" for char in unicodedata.normalize("NFC", text)]
    return _closed("".join(pieces))


def _closed(text: str) -> str:
    """Take out the second of two blanks, and one at either end."""
    while "  " in text:
        text = text.replace("  ", " ")
    return text.strip(" ")


def _stand_in(char: str) -> str | None:
    """Find GSM-7 characters for one that it lacks: from the table, else taken apart and without accents."""
    if (known := _LOOKALIKES.get(char)) is not None:
        return known
    if unicodedata.combining(char):
        return ""
    apart = [part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part)]
    pieces = [part if part in _GSM7 else _LOOKALIKES.get(part) for part in apart]
    return "".join(piece for piece in pieces if piece is not None) if apart and None not in pieces else None
