"""Problems of this computer in words: files, engines, the practice world."""

from typing import Literal, assert_never

from textfactor.domain.problems import Problem
from textfactor.domain.problems import ProblemKind as Kind
from textfactor.domain.secret import AUTH0_SECRET, AUTH0_TOKEN, VONAGE_SECRET
from textfactor.words.sentence import Marked, Sentence, sentence
from textfactor.words.text import QT_TRANSLATE_NOOP

LocalKind = Literal[
    Kind.SECRET_MISSING,
    Kind.NO_RUNTIME,
    Kind.FILE_FAILED,
    Kind.NOT_A_PROFILE,
    Kind.PRACTICE_FAILED,
    Kind.UNEXPECTED,
]

_SECRETS: dict[str, Marked] = {
    VONAGE_SECRET: QT_TRANSLATE_NOOP("words.problems", "The Vonage API secret is not at hand"),
    AUTH0_SECRET: QT_TRANSLATE_NOOP("words.problems", "The Auth0 client secret is not at hand"),
    AUTH0_TOKEN: QT_TRANSLATE_NOOP("words.problems", "The Management API token is not at hand"),
}
_ENVIRONMENT_HINT = QT_TRANSLATE_NOOP(
    "words.problems",
    "For commands, set VONAGE_API_SECRET, and AUTH0_CLIENT_SECRET or AUTH0_TOKEN, in the environment.",
)


def explain_local(kind: LocalKind, problem: Problem) -> Sentence:
    """Put a failure of this computer into words."""
    match kind:
        case Kind.SECRET_MISSING:
            return _secret_missing(problem.detail)
        case Kind.NO_RUNTIME:
            return _no_runtime()
        case Kind.FILE_FAILED:
            return _file_failed()
        case Kind.NOT_A_PROFILE:
            return _not_a_profile(problem.detail)
        case Kind.PRACTICE_FAILED:
            return _practice_failed()
        case Kind.UNEXPECTED:
            return _unexpected()
        case _:
            assert_never(kind)


def _secret_missing(name: str) -> Sentence:
    return sentence(
        _SECRETS.get(name, QT_TRANSLATE_NOOP("words.problems", "A secret is not at hand")),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "It is neither in the keyring nor in memory: it was never entered, was removed, or was kept for "
            "an "
            "earlier session only.",
        ),
        QT_TRANSLATE_NOOP("words.problems", "Enter it again on its page and run the check there."),
        _ENVIRONMENT_HINT,
    )


def _no_runtime() -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "There is nothing here to run the sender with"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "Running the code here needs Node or the JavaScript engine that comes with Textfactor, and "
            "neither was "
            "found. Setting up a tenant works without it.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems", "Install Node 22, or Textfactor with its extra: pip install textfactor[node]."
        ),
    )


def _file_failed() -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "A file could not be read or written"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "What needs the file was not done: Textfactor makes no change that it cannot note down first.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "Check that the file is there, that it belongs to you and that the disk has room, then try again.",
        ),
    )


_NO_PROFILE: dict[str, tuple[Marked, Marked]] = {
    "size": (
        QT_TRANSLATE_NOOP("words.problems", "This file is too large for an exported profile"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "An exported profile has a few kilobytes, this file more than 256. It was not read, and nothing was "
            "imported.",
        ),
    ),
    "json": (
        QT_TRANSLATE_NOOP("words.problems", "This file cannot be read as an exported profile"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "Its text is not complete JSON: it was cut off, edited by hand, or is another kind of file. Nothing was "
            "imported.",
        ),
    ),
    "format": (
        QT_TRANSLATE_NOOP("words.problems", "This is not an exported profile"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "It is a JSON file, but not one that Textfactor has exported. Nothing was imported.",
        ),
    ),
    "version": (
        QT_TRANSLATE_NOOP("words.problems", "This profile is from another version of Textfactor"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "It is marked with a version that this program does not know. Nothing was imported.",
        ),
    ),
}
"""By what the import found first (`services.profiles.transfer`); anything else is the name of a field."""
_ONE_FIELD = (
    QT_TRANSLATE_NOOP("words.problems", "One value in this file cannot be right: {field}"),
    QT_TRANSLATE_NOOP(
        "words.problems",
        "The file is an exported profile, but somebody changed or broke this value in it. Nothing was imported.",
    ),
)


def _not_a_profile(found: str) -> Sentence:
    title, meaning = _NO_PROFILE.get(found, _ONE_FIELD)
    steps = [QT_TRANSLATE_NOOP("words.problems", "Export the profile again and import that file unchanged.")]
    if found == "version":
        steps = [QT_TRANSLATE_NOOP("words.problems", "Export it again with the version that is used here.")]
    steps.append(
        QT_TRANSLATE_NOOP("words.problems", "Without the old profile, begin a new one and enter its values.")
    )
    return sentence(title, meaning, *steps, field=found)


def _practice_failed() -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "The practice world did not start or has ended"),
        QT_TRANSLATE_NOOP(
            "words.problems", "It is a program of its own on this computer. No real account is involved."
        ),
        QT_TRANSLATE_NOOP("words.problems", "Start it again."),
        QT_TRANSLATE_NOOP("words.problems", "To see what it says, run: textfactor practice"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "If TEXTFACTOR_PRACTICE is set, check that the world which wrote that file still runs.",
        ),
    )


def _unexpected() -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "Something happened that Textfactor has no words for"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "This is a fault of Textfactor, not of your entries. Whether the last step was carried out is "
            "not known.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems", "Check the present state: going back one page and on again reads it anew."
        ),
        QT_TRANSLATE_NOOP("words.problems", "Textfactor's log has the details; add them when you report it."),
    )
