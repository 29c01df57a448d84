"""How a set-up stands, and what can be done with it, in words."""

from textfactor.domain.plan import Purpose
from textfactor.services.setup.standing import Verdict
from textfactor.words.sentence import Marked, Sentence, sentence
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

_SAYS: dict[Verdict, tuple[Marked, Marked]] = {
    Verdict.SENDS: (
        QT_TRANSLATE_NOOP("words.standing", "Codes go out through Vonage"),
        QT_TRANSLATE_NOOP("words.standing", "Everything is as the last run left it."),
    ),
    Verdict.DIFFERS: (
        QT_TRANSLATE_NOOP("words.standing", "Codes go out through Vonage, but something differs"),
        QT_TRANSLATE_NOOP("words.standing", "Somebody has changed the tenant since the last run."),
    ),
    Verdict.TWICE: (
        QT_TRANSLATE_NOOP("words.standing", "Codes go out through Vonage, and through another Action too"),
        QT_TRANSLATE_NOOP(
            "words.standing",
            "On the legacy path every Action on the trigger runs, so people may get two codes.",
        ),
    ),
    Verdict.BROKEN: (
        QT_TRANSLATE_NOOP("words.standing", "Codes do not go out through Vonage"),
        QT_TRANSLATE_NOOP(
            "words.standing", "The sender's Action is there, but Auth0 does not hand its messages to it."
        ),
    ),
    Verdict.OFF: (
        QT_TRANSLATE_NOOP("words.standing", "The SMS factor is off"),
        QT_TRANSLATE_NOOP("words.standing", "No codes are sent by SMS. The rest is ready to be turned on."),
    ),
    Verdict.ABSENT: (
        QT_TRANSLATE_NOOP("words.standing", "Nothing of Textfactor is in this tenant"),
        QT_TRANSLATE_NOOP("words.standing", "No Action that sends through Vonage was found."),
    ),
    Verdict.STRANDED: (
        QT_TRANSLATE_NOOP("words.standing", "Codes do not go out through Vonage any more"),
        QT_TRANSLATE_NOOP(
            "words.standing",
            "Auth0 has changed this tenant to the other delivery path. Our Action is on the old path's trigger, which "
            "is not asked any more. Move it: the plan sets the sender up where codes are sent today.",
        ),
    ),
    Verdict.UNSURE: (
        QT_TRANSLATE_NOOP("words.standing", "Nobody can tell whether codes go out through Vonage"),
        QT_TRANSLATE_NOOP("words.standing", "What decides it could not be read; the facts say why."),
    ),
}


def explain_verdict(verdict: Verdict) -> Sentence:
    """Say how the set-up stands."""
    return sentence(*_SAYS[verdict])


def fault_notes(faults: tuple[str, ...]) -> tuple[Text, ...]:
    """Say of a practice world which faults are on: what they break is broken again after each repair."""
    if not faults:
        return ()
    told = QT_TRANSLATE_NOOP(
        "words.standing",
        "Practice faults still on: {names}. What they break breaks again until they are switched off under Practice.",
    )
    return (text(told, names=", ".join(faults)),)


_DONE: dict[Purpose, Marked] = {
    Purpose.SET_UP: QT_TRANSLATE_NOOP("words.standing", "Set up"),
    Purpose.TURN_ON: QT_TRANSLATE_NOOP("words.standing", "Turn SMS codes on"),
    Purpose.TURN_OFF: QT_TRANSLATE_NOOP("words.standing", "Turn SMS codes off"),
    Purpose.TEMPLATES: QT_TRANSLATE_NOOP("words.standing", "Change the texts"),
    Purpose.ROTATE: QT_TRANSLATE_NOOP("words.standing", "Replace the Vonage secret"),
    Purpose.MOVE: QT_TRANSLATE_NOOP("words.standing", "Move from what sent before"),
    Purpose.REMOVE: QT_TRANSLATE_NOOP("words.standing", "Remove everything of ours"),
}
_BACK: dict[Purpose, Marked] = {
    Purpose.SET_UP: QT_TRANSLATE_NOOP("words.standing", "Take back: set up"),
    Purpose.TURN_ON: QT_TRANSLATE_NOOP("words.standing", "Take back: turn SMS codes on"),
    Purpose.TURN_OFF: QT_TRANSLATE_NOOP("words.standing", "Take back: turn SMS codes off"),
    Purpose.TEMPLATES: QT_TRANSLATE_NOOP("words.standing", "Take back: change the texts"),
    Purpose.ROTATE: QT_TRANSLATE_NOOP("words.standing", "Take back: replace the Vonage secret"),
    Purpose.MOVE: QT_TRANSLATE_NOOP("words.standing", "Take back: move from what sent before"),
    Purpose.REMOVE: QT_TRANSLATE_NOOP("words.standing", "Take back: remove everything of ours"),
}


def run_title(purpose: Purpose, *, takes_back: bool = False) -> Text:
    """Name a run, or the plan for one, by what it is for."""
    return text((_BACK if takes_back else _DONE)[purpose])
