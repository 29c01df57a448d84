"""Diagnoses in words: the knowledge base's texts as values to translate, and how sure and how bad a cause is.

The texts themselves are data (`resources/knowledge/`); they are looked up in the context "Knowledge".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, assert_never

from textfactor.domain.diagnosis import Confidence, Severity
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

if TYPE_CHECKING:
    from textfactor.domain.diagnosis import Diagnosis
    from textfactor.services.diagnosis.knowledge import Article, Entry, Knowledge

__all__ = [
    "Explanation",
    "confidence_word",
    "entry_meaning",
    "explain_article",
    "explain_diagnosis",
    "severity_word",
]

KNOWLEDGE: Final = "Knowledge"
"""The context of the knowledge base's texts in the files of translations."""

_BLANK = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Explanation:
    """A cause as a person reads it. `fix` holds steps in order, `links` pages of the vendors (https).

    `opens` is the place in the program that can mend it, empty where none can (see `Article`).
    """

    title: Text
    meaning: Text
    causes: tuple[Text, ...]
    fix: tuple[Text, ...]
    links: tuple[str, ...]
    opens: str


def explain_diagnosis(diagnosis: Diagnosis, knowledge: Knowledge) -> Explanation:
    """Put a diagnosis into words; raises KeyError for a cause that the knowledge base does not have."""
    return explain_article(knowledge.article(diagnosis.cause), diagnosis.blanks)


def explain_article(article: Article, blanks: tuple[tuple[str, str], ...] = ()) -> Explanation:
    """Put an article into words; a blank that nobody fills reads as a question mark."""
    return Explanation(
        _known(article.title, blanks),
        _known(article.meaning, blanks),
        tuple(_known(cause, blanks) for cause in article.causes),
        tuple(_known(step, blanks) for step in article.fix),
        article.links,
        article.opens,
    )


def entry_meaning(entry: Entry) -> Text:
    """Say what a code of a table means."""
    return _known(entry.meaning, ())


def _known(source: str, blanks: tuple[tuple[str, str], ...]) -> Text:
    """Make a text of the knowledge base's; it keeps only the blanks that stand in it."""
    given = dict(blanks)
    return Text(KNOWLEDGE, source, tuple((name, given.get(name, "?")) for name in _BLANK.findall(source)))


def confidence_word(confidence: Confidence) -> Text:
    """Say how sure a diagnosis is."""
    match confidence:
        case Confidence.CERTAIN:
            return text(QT_TRANSLATE_NOOP("words.diagnosis", "certain"))
        case Confidence.LIKELY:
            return text(QT_TRANSLATE_NOOP("words.diagnosis", "likely"))
        case Confidence.POSSIBLE:
            return text(QT_TRANSLATE_NOOP("words.diagnosis", "possible"))
        case _:
            assert_never(confidence)


def severity_word(severity: Severity) -> Text:
    """Say how bad a cause is for whoever waits for a code."""
    match severity:
        case Severity.BROKEN:
            return text(QT_TRANSLATE_NOOP("words.diagnosis", "no codes arrive"))
        case Severity.PARTLY:
            return text(QT_TRANSLATE_NOOP("words.diagnosis", "some codes do not arrive"))
        case Severity.NOTICE:
            return text(QT_TRANSLATE_NOOP("words.diagnosis", "worth knowing"))
        case Severity.FINE:
            return text(QT_TRANSLATE_NOOP("words.diagnosis", "fine"))
        case _:
            assert_never(severity)
