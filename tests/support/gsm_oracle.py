"""A second opinion on `domain.sms_text`: septets from another package's codec, parts by filling one after the other.

Nothing here is shared with what it checks. The codec is `gsm0338`, which has its own tables.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from gsm0338 import Codec

_ESCAPE = 0x1B
_PLAIN = [chr(code) for code in range(0x20, 0x7F)]
_EUROPE = [chr(code) for code in range(0xA1, 0x180)]
_GREEK = [chr(code) for code in range(0x370, 0x3D0)]
_SPECIAL = list("€^{}[]~\\|\f\r\n\t‘’“”–—…\u00a0\u200b\ufeff`´ǅﬁ№１２｛｝")
_WIDE = (
    list("日本語한국어中文") + [chr(0x1F600 + code) for code in range(64)] + ["\U0001f468\u200d\U0001f469"]
)
_POOLS = (_PLAIN, _PLAIN + _SPECIAL[:9], _PLAIN + _EUROPE, _EUROPE + _GREEK, _PLAIN + _WIDE, _SPECIAL + _WIDE)
_EDGES = (0, 1, 69, 70, 71, 133, 134, 135, 152, 153, 154, 159, 160, 161, 305, 306, 307, 459, 460)


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a text takes."""

    gsm7: bool
    units: int
    parts: int
    left: int


class Oracle:
    """Judges texts."""

    def __init__(self) -> None:
        self._codec = Codec()

    def judge(self, text: str) -> Opinion:
        """Count units and parts of a text."""
        try:
            coded = self._codec.encode(text)[0]
        except UnicodeEncodeError:
            return self._fill(False, [len(char.encode("utf-16-le")) // 2 for char in text])
        widths: list[int] = []
        at = 0
        while at < len(coded):
            width = 2 if coded[at] == _ESCAPE else 1
            widths.append(width)
            at += width
        return self._fill(True, widths)

    @staticmethod
    def _fill(gsm7: bool, widths: list[int]) -> Opinion:
        """Fill parts with whole characters; a second part shortens the first, which gets its header as well."""
        units = sum(widths)
        single, several = (160, 153) if gsm7 else (70, 67)
        if units <= single:
            return Opinion(gsm7, units, 1 if units else 0, single - units)
        room = [several]
        for width in widths:
            if width > room[-1]:
                room.append(several)
            room[-1] -= width
        return Opinion(gsm7, units, len(room), room[-1])


def texts(count: int, seed: int) -> Iterator[str]:
    """Make random texts: of several alphabets, many of them just at the edge of a part."""
    chance = random.Random(seed)
    for _ in range(count):
        pool = chance.choice(_POOLS)
        length = chance.choice(_EDGES) if chance.random() < 0.5 else int(chance.expovariate(1 / 60))
        text = "".join(chance.choices(pool, k=length))
        if chance.random() < 0.2 and text:
            at = chance.randrange(len(text))
            text = text[:at] + chance.choice(_SPECIAL + _WIDE) + text[at + 1 :]
        yield text
