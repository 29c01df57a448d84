"""Two texts beside each other, word by word."""

import difflib
import re
from dataclasses import dataclass
from enum import StrEnum

_WORDS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\w+|\s+|.", re.DOTALL)
_MOST = 2_000
"""Words up to which they are matched: the time grows with their square."""


class Fate(StrEnum):
    """What became of a piece of the first text in the second."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one fate."""

    fate: Fate
    text: str


def compare(before: str, after: str) -> tuple[Piece, ...]:
    """Say what stayed, went and came; a tag or an output of Liquid counts as one word."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if before == after:
        return (Piece(Fate.SAME, before),) if before else ()
    if len(old) + len(new) > _MOST:
        return _pieces([(Fate.GONE, before), (Fate.NEW, after)])
    found: list[tuple[Fate, str]] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append((Fate.SAME, "".join(old[a:b])))
        else:
            found += [(Fate.GONE, "".join(old[a:b])), (Fate.NEW, "".join(new[c:d]))]
    return _pieces(found)


def _pieces(found: list[tuple[Fate, str]]) -> tuple[Piece, ...]:
    return tuple(Piece(fate, text) for fate, text in found if text)
