"""What an input was recognised as, and the buttons that lead from a diagnosis to where it is mended, in words."""

from typing import Final

from textfactor.domain.diagnosis import InputKind
from textfactor.words.sentence import Marked
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

_KINDS: Final[dict[InputKind, Marked]] = {
    InputKind.NOTHING: QT_TRANSLATE_NOOP("words.diagnosis_kinds", "nothing"),
    InputKind.LOG_ROW: QT_TRANSLATE_NOOP("words.diagnosis_kinds", "a row of Auth0's log"),
    InputKind.LOG_ROWS: QT_TRANSLATE_NOOP("words.diagnosis_kinds", "rows of Auth0's log"),
    InputKind.VONAGE_ANSWER: QT_TRANSLATE_NOOP("words.diagnosis_kinds", "an answer of Vonage"),
    InputKind.RECEIPT: QT_TRANSLATE_NOOP("words.diagnosis_kinds", "a delivery receipt"),
    InputKind.REPORT: QT_TRANSLATE_NOOP("words.diagnosis_kinds", "a report of Vonage"),
    InputKind.API_ERROR: QT_TRANSLATE_NOOP("words.diagnosis_kinds", "an error of an API"),
    InputKind.EXECUTION: QT_TRANSLATE_NOOP("words.diagnosis_kinds", "the record of an Action's run"),
    InputKind.STACK_TRACE: QT_TRANSLATE_NOOP("words.diagnosis_kinds", "a stack trace"),
    InputKind.SENDER_CODE: QT_TRANSLATE_NOOP("words.diagnosis_kinds", "code of an Action or a Hook"),
    InputKind.SETTINGS: QT_TRANSLATE_NOOP("words.diagnosis_kinds", "settings of a tenant"),
    InputKind.WORDS: QT_TRANSLATE_NOOP("words.diagnosis_kinds", "plain words"),
    InputKind.EXPORT: QT_TRANSLATE_NOOP("words.diagnosis_kinds", "an export of a log"),
    InputKind.OTHER: QT_TRANSLATE_NOOP("words.diagnosis_kinds", "something else"),
}

_PLACES: Final[dict[str, Marked]] = {
    "setup": QT_TRANSLATE_NOOP("words.diagnosis_kinds", "Open Setup"),
    "setup.look": QT_TRANSLATE_NOOP("words.diagnosis_kinds", "Look at it in Setup"),
    "setup.plan": QT_TRANSLATE_NOOP("words.diagnosis_kinds", "Plan it in Setup"),
    "setup.senders": QT_TRANSLATE_NOOP("words.diagnosis_kinds", "Choose who sends, in Setup"),
    "setup.policy": QT_TRANSLATE_NOOP("words.diagnosis_kinds", "Choose a policy in Setup"),
    "setup.move": QT_TRANSLATE_NOOP("words.diagnosis_kinds", "Plan the move in Setup"),
    "setup.rotate": QT_TRANSLATE_NOOP("words.diagnosis_kinds", "Replace key or secret"),
    "setup.turn_on": QT_TRANSLATE_NOOP("words.diagnosis_kinds", "Turn the factor on"),
    "test": QT_TRANSLATE_NOOP("words.diagnosis_kinds", "Send a test message"),
    "messages": QT_TRANSLATE_NOOP("words.diagnosis_kinds", "Edit the messages"),
    "vonage": QT_TRANSLATE_NOOP("words.diagnosis_kinds", "Check the account"),
    "tenant": QT_TRANSLATE_NOOP("words.diagnosis_kinds", "Check the tenant"),
    "practice": QT_TRANSLATE_NOOP("words.diagnosis_kinds", "Open Practice"),
    "settings": QT_TRANSLATE_NOOP("words.diagnosis_kinds", "Open Settings"),
    "troubleshoot": QT_TRANSLATE_NOOP("words.diagnosis_kinds", "Open Troubleshoot"),
}


def kind_words(kind: InputKind) -> Text:
    """Say what an input was recognised as."""
    return text(_KINDS[kind])


def place_words(place: str) -> Text | None:
    """Name the button that leads to a place of the program (`Article.opens`); None for an unknown one."""
    marked = _PLACES.get(place)
    return None if marked is None else text(marked)


def known_places() -> frozenset[str]:
    """Return the ids of the places that have words."""
    return frozenset(_PLACES)
