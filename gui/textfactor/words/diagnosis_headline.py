"""What stands above an answer: what came out of it, in a few words."""

from typing import Final

from textfactor.domain.diagnosis import Report, Severity
from textfactor.words.sentence import Marked
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

_VERDICTS: Final[dict[str, Marked]] = {
    "nothing_given": QT_TRANSLATE_NOOP("words.diagnosis_headline", "Nothing to read"),
    "not_sms": QT_TRANSLATE_NOOP("words.diagnosis_headline", "Not about text messages"),
    "nothing_wrong": QT_TRANSLATE_NOOP("words.diagnosis_headline", "Nothing is wrong here"),
}
_NOT_ENOUGH: Final = "not_enough"


def headline(report: Report) -> Text:
    """Say what came out: nothing wrong, not about messages, not enough to tell, one diagnosis, or several."""
    count = len(report.diagnoses)
    for note in report.notes:
        if note in _VERDICTS:
            return text(_VERDICTS[note])
    if _NOT_ENOUGH in report.notes:
        return _open(count)
    if not count:
        return text(QT_TRANSLATE_NOOP("words.diagnosis_headline", "No diagnosis"))
    if all(one.severity is Severity.NOTICE for one in report.diagnoses):
        return text(QT_TRANSLATE_NOOP("words.diagnosis_headline", "Nothing is broken, but worth knowing"))
    if count == 1:
        return text(QT_TRANSLATE_NOOP("words.diagnosis_headline", "One diagnosis"))
    return text(QT_TRANSLATE_NOOP("words.diagnosis_headline", "{n} diagnoses, most likely first"), n=count)


def _open(count: int) -> Text:
    """Say that the cause cannot be told, and how many it may be."""
    if not count:
        return text(QT_TRANSLATE_NOOP("words.diagnosis_headline", "Not enough to tell the cause"))
    if count == 1:
        return text(QT_TRANSLATE_NOOP("words.diagnosis_headline", "Not enough to tell: one thing it may be"))
    return text(
        QT_TRANSLATE_NOOP("words.diagnosis_headline", "Not enough to tell: {n} things it may be"), n=count
    )
