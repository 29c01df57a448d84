"""One code's way in words: its stations, how they stand, and by what their traces were joined."""

from typing import assert_never

from textfactor.domain.timeline import JoinedBy, Journey, Light, Link, Source, Stage, Step
from textfactor.words.diagnosis import confidence_word
from textfactor.words.sentence import Marked
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

_STAGES: dict[Stage, Marked] = {
    Stage.LOGIN: QT_TRANSLATE_NOOP("words.timeline", "Login"),
    Stage.ACTION: QT_TRANSLATE_NOOP("words.timeline", "Action"),
    Stage.VONAGE: QT_TRANSLATE_NOOP("words.timeline", "Vonage"),
    Stage.DELIVERY: QT_TRANSLATE_NOOP("words.timeline", "Phone"),
    Stage.CODE: QT_TRANSLATE_NOOP("words.timeline", "Code"),
}

_GREEN: dict[Stage, Marked] = {
    Stage.LOGIN: QT_TRANSLATE_NOOP("words.timeline", "a code was asked for"),
    Stage.ACTION: QT_TRANSLATE_NOOP("words.timeline", "the Action did its part"),
    Stage.VONAGE: QT_TRANSLATE_NOOP("words.timeline", "Vonage took the message"),
    Stage.DELIVERY: QT_TRANSLATE_NOOP("words.timeline", "the message arrived"),
    Stage.CODE: QT_TRANSLATE_NOOP("words.timeline", "the code was accepted"),
}

_RED: dict[Stage, Marked] = {
    Stage.LOGIN: QT_TRANSLATE_NOOP("words.timeline", "no code was asked for"),
    Stage.ACTION: QT_TRANSLATE_NOOP("words.timeline", "nothing was sent"),
    Stage.VONAGE: QT_TRANSLATE_NOOP("words.timeline", "Vonage did not take the message"),
    Stage.DELIVERY: QT_TRANSLATE_NOOP("words.timeline", "the message did not arrive"),
    Stage.CODE: QT_TRANSLATE_NOOP("words.timeline", "the code was not accepted"),
}

_UNKNOWN: dict[Stage, Marked] = {
    Stage.LOGIN: QT_TRANSLATE_NOOP("words.timeline", "no row tells"),
    Stage.ACTION: QT_TRANSLATE_NOOP("words.timeline", "no row tells whether it ran"),
    Stage.VONAGE: QT_TRANSLATE_NOOP("words.timeline", "not known what Vonage answered"),
    Stage.DELIVERY: QT_TRANSLATE_NOOP("words.timeline", "no receipt or report tells"),
    Stage.CODE: QT_TRANSLATE_NOOP("words.timeline", "no code was handed in"),
}

_BY: dict[JoinedBy, Marked] = {
    JoinedBy.ROW: QT_TRANSLATE_NOOP("words.timeline", "in the row itself"),
    JoinedBy.REFERENCE: QT_TRANSLATE_NOOP("words.timeline", "by the client reference"),
    JoinedBy.MESSAGE_ID: QT_TRANSLATE_NOOP("words.timeline", "by the message id"),
    JoinedBy.EXECUTION: QT_TRANSLATE_NOOP("words.timeline", "by the id of the Action's run"),
    JoinedBy.REFERENCE_MADE: QT_TRANSLATE_NOOP(
        "words.timeline", "by the client reference, which holds time and user"
    ),
    JoinedBy.CONSEQUENCE: QT_TRANSLATE_NOOP("words.timeline", "it follows from what came later"),
    JoinedBy.NUMBER_AND_TIME: QT_TRANSLATE_NOOP("words.timeline", "by number and time"),
    JoinedBy.USER_AND_TIME: QT_TRANSLATE_NOOP("words.timeline", "by user and time"),
}

_SOURCES: dict[Source, Marked] = {
    Source.RECEIPT: QT_TRANSLATE_NOOP("words.timeline", "delivery receipt"),
    Source.REPORT: QT_TRANSLATE_NOOP("words.timeline", "Vonage's report"),
    Source.PHONE: QT_TRANSLATE_NOOP("words.timeline", "practice phone"),
    Source.PERSON: QT_TRANSLATE_NOOP("words.timeline", "what you said"),
}


def stage_name(stage: Stage) -> Text:
    """Name a station."""
    return text(_STAGES[stage])


def light_word(light: Light) -> Text:
    """Say a light in one word."""
    match light:
        case Light.GREEN:
            return text(QT_TRANSLATE_NOOP("words.timeline", "fine"))
        case Light.RED:
            return text(QT_TRANSLATE_NOOP("words.timeline", "failed"))
        case Light.UNKNOWN:
            return text(QT_TRANSLATE_NOOP("words.timeline", "not known"))
        case _:
            assert_never(light)


def journey_word(journey: Journey, *, watched: bool) -> Text:
    """Say how a way stands; one that is `watched` and all is well with so far waits for its code."""
    if watched and journey.waits:
        return text(QT_TRANSLATE_NOOP("words.timeline", "waiting for the code"))
    return light_word(journey.light)


def step_state(step: Step, journey: Journey) -> Text:
    """Say how a station of a way stands; its evidence is for the face to show beside it."""
    if journey.never_reached(step):
        return text(QT_TRANSLATE_NOOP("words.timeline", "nothing was sent to the phone"))
    told = {Light.GREEN: _GREEN, Light.RED: _RED, Light.UNKNOWN: _UNKNOWN}[step.light]
    return text(told[step.stage])


def source_name(source: str) -> Text | None:
    """Name who says what became of a message, as it stands in a station's evidence; None for anything else."""
    return next((text(marked) for known, marked in _SOURCES.items() if known.value == source), None)


def joined_by(link: Link) -> Text:
    """Say by what a trace was joined."""
    return text(_BY[link.by])


def how_sure(link: Link) -> Text:
    """Say how sure a join is."""
    return confidence_word(link.sure)
