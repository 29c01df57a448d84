"""What a person tells in words: looked up in the knowledge base's table of symptoms."""

import re
from collections.abc import Iterator
from typing import Final

from textfactor.domain.diagnosis import Clue, ClueKind, InputKind
from textfactor.services.diagnosis.knowledge import Entry
from textfactor.services.diagnosis.rules.facts import LIKELY, POSSIBLE, Facts, Found, tail
from textfactor.services.diagnosis.rules.telling import Told

_LONGEST: Final = 10_000
"""Characters of somebody's words; a longer text is no telling of a symptom."""
_ELSEWHERE: Final = "elsewhere"
_NOBODY: Final = "no_code"
_SOMEBODY: Final = frozenset({
    "some_countries", "some_users", "some_carriers", "own_phone_only", "sometimes", "late", "us_numbers", "india",
    "handset", "landline", "new_users", "no_code_in_text", "empty_message", "log_says_sent", "no_option", "opted_out",
    "spam", "barred", "prepaid", "roaming", "ported", "not_at_vonage", "one_environment", "unrequested", "wrong_phone",
})  # fmt: skip
"""Who says one of these does not mean that nobody gets a code, even where the words for that stand there, too."""

_SOME_OF_THEM: Final = frozenset({"some_countries", "some_users", "some_carriers", "us_numbers", "india"})
"""Symptoms that leave out what would keep codes from everybody, such as credit that is used up."""

_BESIDE: Final[dict[str, frozenset[str]]] = {
    _NOBODY: _SOMEBODY,
    "no_prompt": frozenset({"unrequested"}),
    "some_countries": frozenset({"unrequested"}),
    "sender_wrong": frozenset({"spam"}),
    "code_refused": frozenset({"code_expired"}),
    "two_codes": frozenset({"split"}),
    "too_many": frozenset({"blocked"}),
    "blocked": frozenset({"barred", "spam", "company_network", "fraud_defender"}),
    "no_code_in_text": frozenset({"log_says_sent"}),
    "stopped": frozenset({"until_18_november", "after_rotation"}) | _SOME_OF_THEM,
    "test_works": frozenset({"one_environment"}),
    "action_failed": frozenset({"action_timeout", "deploy_failed"}),
    "timeout": frozenset({"action_timeout"}),
}
"""By symptom, those that say more exactly what its words say, too: beside one of them it is left out."""

_OF_ANYTHING: Final = frozenset({_ELSEWHERE, _NOBODY, "code_refused", "stopped", "late", "sometimes"})
"""What can be said of an e-mail as well; who says more than these means text messages all the same."""

_NEGATED = re.compile(r"\b(?:not|never|nicht|nie|kein\w?|no)\b|n't\b", re.IGNORECASE)
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
        codes = {entry.code for entry, _clue in told}
        for entry, clue in told:
            if codes.isdisjoint(_BESIDE.get(entry.code, ())):
                yield from _causes(entry, clue, facts.reading.source[max(0, clue.start - 20) : clue.start])


def _told(facts: Facts) -> list[tuple[Entry, Clue]]:
    if facts.told is None:
        words = Clue(ClueKind.TEXT, facts.reading.source[:_LONGEST], "", 0, len(facts.reading.source))
        facts.told = list(symptoms_in(facts, words))
    return facts.told


def told_in(facts: Facts) -> list[tuple[Entry, Clue]]:
    """Return the symptoms that somebody tells: in plain words, or in what stands beside rows and answers."""
    if facts.reading.kind is InputKind.WORDS:
        return _told(facts)
    texts = (words for _row, words in facts.clues(ClueKind.TEXT) if not words.where)
    return [found for words in texts for found in symptoms_in(facts, words)]


def speaks_of_others(facts: Facts) -> bool:
    """Tell whether somebody speaks of e-mail, push, an app or another messenger, and not of text messages."""
    if facts.reading.kind is not InputKind.WORDS or any(word in facts.lower for word in _SMS):
        return False
    told = {entry.code for entry, _clue in _told(facts)}
    return _ELSEWHERE in told and told <= _OF_ANYTHING


def _causes(entry: Entry, clue: Clue, before: str = "") -> Iterator[Found]:
    """Yield the causes of a symptom; `before` is what stands before its words and may turn them round."""
    sure = LIKELY if len(entry.causes) == 1 and not _NEGATED.search(before) else POSSIBLE
    for order, cause in enumerate(entry.causes, start=1):
        yield Found(cause, sure, (clue,), general=True, order=order)


def symptoms_in(facts: Facts, words: Clue) -> Iterator[tuple[Entry, Clue]]:
    """Yield the symptoms whose phrases stand in somebody's words, with the place of the longest phrase.

    Phrases begin where a word begins, so that "one customer" is not found in "Vodafone customers".
    """
    told = Told(words.value)
    for entry in facts.knowledge.tables.get("symptoms", {}).values():
        place = told.find(entry.phrases)
        if place is not None:
            yield entry, tail(Clue(ClueKind.SYMPTOM, *_rest(words)), place, facts.reading.source)


def _rest(words: Clue) -> tuple[str, str, int, int, str, int]:
    return words.value, words.where, words.start, words.end, words.at, words.row
