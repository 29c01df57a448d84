"""Vonage's SMS status codes in words. Codes that are documented nowhere are shown as they come."""

from textfactor.words.sentence import Marked, Sentence
from textfactor.words.text import QT_TRANSLATE_NOOP, text
from textfactor.words.vonage_frequent import FREQUENT, Status
from textfactor.words.vonage_rare import RARE

STATUSES: dict[str, Status] = FREQUENT | RARE


def status_name(status: str) -> Marked:
    """Give the short name of a status code."""
    known = STATUSES.get(status)
    return known.name if known else QT_TRANSLATE_NOOP("words.sending", "undocumented status")


def explain_status(status: str) -> Sentence:
    """Put a status code into words; a code that Vonage documents nowhere gets a sentence that says so."""
    known = STATUSES.get(status, _UNDOCUMENTED)
    return Sentence(
        text(QT_TRANSLATE_NOOP("words.sending", "Vonage refused the message: status {status}"), status=status)
        if status != "0"
        else text(QT_TRANSLATE_NOOP("words.sending", "Vonage accepted the message")),
        text(known.meaning),
        tuple(text(step) for step in known.next),
    )


_UNDOCUMENTED = Status(
    QT_TRANSLATE_NOOP("words.sending", "undocumented status"),
    QT_TRANSLATE_NOOP(
        "words.sending", "Vonage documents no such status; its own words below are all there is."
    ),
    (QT_TRANSLATE_NOOP("words.sending", "Ask Vonage support, with this status and the time."),),
)
