"""Finds the phrases of the knowledge base in what a person tells, however it is typed.

A phrase is a few words in lower case. ` … ` in it stands for up to three words of the person's own, and `|` divides
words of which any will do: `not|never … get|receive … code|sms` is found in "they never seem to get the SMS".
"""

import re
from functools import lru_cache
from typing import Final

_SAME: Final = {"\N{RIGHT SINGLE QUOTATION MARK}": "'", "\N{LEFT SINGLE QUOTATION MARK}": "'"} | {
    "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "ae", "Ö": "oe", "Ü": "ue", "ß": "ss",
}  # fmt: skip
"""People without a German keyboard write the second form, and mean the first."""

_ENDINGS: Final = ("", "s", "e", "n", "en", "es")
"""A phrase that ends in a long word may have one of these behind it: plural and case in English and German."""

_LONG_WORD: Final = 4
_NO: Final = r"(?!(?:not|never|nicht|nie|kein\w?|no)\b|\w+n't)"
_GAP: Final = rf"[ ,:-]+(?:{_NO}[\w']+[ ,:-]+){{0,3}}?"
"""Some words between: none of them ends a sentence, or turns what is said into its opposite."""
_ELLIPSIS: Final = " \N{HORIZONTAL ELLIPSIS} "


class Told:
    """Somebody's words, in the form in which they are compared, and where each piece of that form stood."""

    def __init__(self, words: str) -> None:
        """Bring the words to that form."""
        pieces = [_plain(letter) for letter in words]
        self._text = "".join(pieces)
        self._places = [index for index, piece in enumerate(pieces) for _letter in piece]

    def find(self, phrases: tuple[str, ...]) -> tuple[int, int] | None:
        """Return the place of the longest of these phrases that stands there as words of its own."""
        for plain, gapped in _longest_first(phrases):
            span = _search(gapped, self._text) if gapped is not None else _find(self._text, plain)
            if span is not None:
                return self._places[span[0]], self._places[span[1] - 1] + 1
        return None


@lru_cache(maxsize=256)
def _longest_first(phrases: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str] | None], ...]:
    """Return phrases as they are compared, the longest first, and those with gaps as patterns."""
    ordered = sorted(phrases, key=len, reverse=True)
    return tuple((plain, _gapped(plain)) for one in ordered for plain in ("".join(map(_plain, one)),))


def _gapped(plain: str) -> re.Pattern[str] | None:
    if _ELLIPSIS not in plain and "|" not in plain:
        return None
    return re.compile(rf"(?<!\w){_GAP.join(map(_choice, plain.split(_ELLIPSIS)))}(?!\w)")


def _choice(part: str) -> str:
    """Make a pattern of words of which any will do; long ones may have an ending."""
    endings = f"(?:{'|'.join(filter(None, _ENDINGS))})?"
    choices = (
        re.escape(one) + (endings if len(one.rpartition(" ")[2]) >= _LONG_WORD else "")
        for one in part.split("|")
    )
    return f"(?:{'|'.join(choices)})"


def _search(pattern: re.Pattern[str], text: str) -> tuple[int, int] | None:
    found = pattern.search(text)
    return found.span() if found is not None else None


def _plain(letter: str) -> str:
    """Return a letter as it is compared: lower case, umlauts as two letters, any space as a blank."""
    return _SAME.get(letter) or (" " if letter.isspace() else letter.lower())


def _find(text: str, phrase: str) -> tuple[int, int] | None:
    """Return where a phrase stands as words of its own."""
    at = text.find(phrase)
    while at >= 0 and not _stands_alone(text, phrase, at):
        at = text.find(phrase, at + 1)
    return (at, at + len(phrase)) if at >= 0 else None


def _stands_alone(text: str, phrase: str, at: int) -> bool:
    end = at + len(phrase)
    if phrase[0].isalnum() and at > 0 and text[at - 1].isalnum():
        return False
    rest = end
    while phrase[-1].isalnum() and rest < len(text) and rest - end < _LONG_WORD and text[rest].isalnum():
        rest += 1
    long = len(phrase.rpartition(" ")[2]) >= _LONG_WORD
    return text[end:rest] in (_ENDINGS if long else ("",))
