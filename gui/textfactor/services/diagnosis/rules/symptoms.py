"""What a person tells in words: looked up in the knowledge base's table of symptoms."""

import re
from collections.abc import Iterator
from typing import Final

from textfactor.domain.diagnosis import Clue, ClueKind, InputKind
from textfactor.services.diagnosis.knowledge import Entry
from textfactor.services.diagnosis.rules.facts import LIKELY, POSSIBLE, Facts, Found, tail

_LONGEST: Final = 20_000
_SPACES = re.compile(r"\s")
_APOSTROPHES = str.maketrans({"\N{RIGHT SINGLE QUOTATION MARK}": "'", "\N{LEFT SINGLE QUOTATION MARK}": "'"})


def read_symptoms(facts: Facts) -> Iterator[Found]:
    """Yield the causes of what somebody says; the first cause of a symptom that names just one is likely."""
    for _row, clue in facts.clues(ClueKind.SYMPTOM):
        entry = facts.entry("symptoms", clue.value)
        if entry is not None:
            yield from _causes(entry, clue)
    if facts.reading.kind is InputKind.WORDS:
        words = Clue(ClueKind.TEXT, facts.reading.source[:_LONGEST], "", 0, len(facts.reading.source))
        for entry, clue in symptoms_in(facts, words):
            yield from _causes(entry, clue)


def _causes(entry: Entry, clue: Clue) -> Iterator[Found]:
    for order, cause in enumerate(entry.causes, start=1):
        yield Found(cause, LIKELY if len(entry.causes) == 1 else POSSIBLE, (clue,), general=True, order=order)


def symptoms_in(facts: Facts, words: Clue) -> Iterator[tuple[Entry, Clue]]:
    """Yield the symptoms whose phrases stand in somebody's words, with the place of the longest phrase."""
    text = _SPACES.sub(" ", words.value.lower().translate(_APOSTROPHES))
    exact = len(text) == len(words.value)  # a few letters grow when they become lower case
    for entry in facts.knowledge.tables.get("symptoms", {}).values():
        for phrase in sorted(entry.phrases, key=len, reverse=True):
            at = text.find(phrase)
            if at >= 0:
                place = (at, at + len(phrase)) if exact else (0, len(words.value))
                yield entry, tail(Clue(ClueKind.SYMPTOM, *_rest(words)), place, facts.reading.source)
                break


def _rest(words: Clue) -> tuple[str, str, int, int, str, int]:
    return words.value, words.where, words.start, words.end, words.at, words.row
