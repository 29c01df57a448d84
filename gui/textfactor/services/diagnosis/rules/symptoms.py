"""What a person tells in words: looked up in the knowledge base's table of symptoms."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from textfactor.domain.diagnosis import Clue, ClueKind, InputKind
from textfactor.services.diagnosis.knowledge import Entry
from textfactor.services.diagnosis.rules.facts import LIKELY, POSSIBLE, Facts, Found, tail

_LONGEST: Final = 20_000
_SAME: Final = {"\N{RIGHT SINGLE QUOTATION MARK}": "'", "\N{LEFT SINGLE QUOTATION MARK}": "'"} | {
    "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "ae", "Ö": "oe", "Ü": "ue", "ß": "ss",
}  # fmt: skip
"""People without a German keyboard write the second form, and mean the first."""

_ENDINGS: Final = ("", "s", "e", "n", "en", "es")
"""A phrase that ends in a long word may have one of these behind it: plural and case in English and German."""

_LONG_WORD: Final = 4
_ELSEWHERE: Final = "elsewhere"
_NOBODY: Final = "no_code"
_SOMEBODY: Final = frozenset({
    "some_countries", "some_users", "some_carriers", "own_phone_only", "sometimes", "late", "us_numbers", "india",
    "handset", "landline",
})  # fmt: skip
"""Who says one of these does not mean that nobody gets a code, even where the words for that stand there, too."""

_OF_ANYTHING: Final = frozenset({_ELSEWHERE, _NOBODY, "code_refused", "stopped", "late", "sometimes"})
"""What can be said of an e-mail as well; who says more than these means text messages all the same."""

_SMS: Final = ("sms", "text message", "textnachricht")


def read_symptoms(facts: Facts) -> Iterator[Found]:
    """Yield the causes of what somebody says; the first cause of a symptom that names just one is likely."""
    for _row, clue in facts.clues(ClueKind.SYMPTOM):
        entry = facts.entry("symptoms", clue.value)
        if entry is not None:
            yield from _causes(entry, clue)
    if facts.reading.kind is InputKind.WORDS:
        if speaks_of_others(facts):
            return
        told = _told(facts)
        some = any(entry.code in _SOMEBODY for entry, _clue in told)
        for entry, clue in told:
            if not (some and entry.code == _NOBODY):
                yield from _causes(entry, clue)


def _told(facts: Facts) -> list[tuple[Entry, Clue]]:
    words = Clue(ClueKind.TEXT, facts.reading.source[:_LONGEST], "", 0, len(facts.reading.source))
    return list(symptoms_in(facts, words))


def speaks_of_others(facts: Facts) -> bool:
    """Tell whether somebody speaks of e-mail, push, an app or another messenger, and not of text messages."""
    if facts.reading.kind is not InputKind.WORDS or any(word in facts.lower for word in _SMS):
        return False
    told = {entry.code for entry, _clue in _told(facts)}
    return _ELSEWHERE in told and told <= _OF_ANYTHING


def _causes(entry: Entry, clue: Clue) -> Iterator[Found]:
    for order, cause in enumerate(entry.causes, start=1):
        yield Found(cause, LIKELY if len(entry.causes) == 1 else POSSIBLE, (clue,), general=True, order=order)


def symptoms_in(facts: Facts, words: Clue) -> Iterator[tuple[Entry, Clue]]:
    """Yield the symptoms whose phrases stand in somebody's words, with the place of the longest phrase.

    Phrases begin where a word begins, so that "one customer" is not found in "Vodafone customers".
    """
    pieces = [_plain(letter) for letter in words.value]
    text = "".join(pieces)
    places = [index for index, piece in enumerate(pieces) for _letter in piece]
    for entry in facts.knowledge.tables.get("symptoms", {}).values():
        for plain in _longest_first(entry.phrases):
            at = _find(text, plain)
            if at >= 0:
                place = (places[at], places[at + len(plain) - 1] + 1)
                yield entry, tail(Clue(ClueKind.SYMPTOM, *_rest(words)), place, facts.reading.source)
                break


@lru_cache(maxsize=256)
def _longest_first(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Return phrases as they are compared, the longest first."""
    return tuple("".join(map(_plain, one)) for one in sorted(phrases, key=len, reverse=True))


def _plain(letter: str) -> str:
    """Return a letter as it is compared: lower case, umlauts as two letters, any space as a blank."""
    return _SAME.get(letter) or (" " if letter.isspace() else letter.lower())


def _find(text: str, phrase: str) -> int:
    """Return where a phrase stands as words of its own, -1 where it does not."""
    at = text.find(phrase)
    while at >= 0 and not _stands_alone(text, phrase, at):
        at = text.find(phrase, at + 1)
    return at


def _stands_alone(text: str, phrase: str, at: int) -> bool:
    end = at + len(phrase)
    if phrase[0].isalnum() and at > 0 and text[at - 1].isalnum():
        return False
    rest = end
    while phrase[-1].isalnum() and rest < len(text) and rest - end < _LONG_WORD and text[rest].isalnum():
        rest += 1
    long = len(phrase.rpartition(" ")[2]) >= _LONG_WORD
    return text[end:rest] in (_ENDINGS if long else ("",))


def _rest(words: Clue) -> tuple[str, str, int, int, str, int]:
    return words.value, words.where, words.start, words.end, words.at, words.row
