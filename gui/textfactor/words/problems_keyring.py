"""Problems of the keyring in words: closed, dismissed, not there, failing."""

from typing import Literal, assert_never

from textfactor.domain.problems import Problem
from textfactor.domain.problems import ProblemKind as Kind
from textfactor.words.sentence import Sentence, sentence
from textfactor.words.text import QT_TRANSLATE_NOOP

KeyringKind = Literal[Kind.KEYRING_LOCKED, Kind.KEYRING_CANCELLED, Kind.KEYRING_MISSING, Kind.KEYRING_FAILED]

_SESSION_HINT = QT_TRANSLATE_NOOP(
    "words.problems", "Or keep secrets for this session only: Settings, Secrets."
)
_ENVIRONMENT_HINT = QT_TRANSLATE_NOOP(
    "words.problems",
    "For commands, set VONAGE_API_SECRET, and AUTH0_CLIENT_SECRET or AUTH0_TOKEN, in the environment.",
)


def explain_keyring(kind: KeyringKind, problem: Problem) -> Sentence:
    """Put a failure of the keyring into words; the code `full` has its own."""
    match kind:
        case Kind.KEYRING_LOCKED:
            return _locked()
        case Kind.KEYRING_CANCELLED:
            return _cancelled()
        case Kind.KEYRING_MISSING:
            return _missing()
        case Kind.KEYRING_FAILED:
            return _full() if problem.code == "full" else _failed()
        case _:
            assert_never(kind)


def _locked() -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "The keyring is locked"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "The secrets are kept in this computer's keyring, which did not open. None was lost.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems", "Unlock the keyring, usually with your login password, and try again."
        ),
        _SESSION_HINT,
        _ENVIRONMENT_HINT,
    )


def _cancelled() -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "The keyring's question was dismissed"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "The keyring asked for permission or a password and got none, so nothing was read or kept. "
            "Without a screen, a keyring that has to ask dismisses its own question.",
        ),
        QT_TRANSLATE_NOOP("words.problems", "Try again and answer the keyring's question."),
        _SESSION_HINT,
        _ENVIRONMENT_HINT,
    )


def _missing() -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "This computer offers no keyring"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "Textfactor writes no secret to a file. Secrets stay in memory and are gone when it ends.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "On Linux, install and start a Secret Service such as GNOME Keyring or KWallet, then start "
            "Textfactor "
            "again.",
        ),
        _ENVIRONMENT_HINT,
    )


def _full() -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "The keyring has no room for this entry"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "It is full, or takes no entry of this size. What was in it before is still there.",
        ),
        QT_TRANSLATE_NOOP("words.problems", "Remove entries that nobody needs in the keyring's own program."),
        _SESSION_HINT,
        _ENVIRONMENT_HINT,
    )


def _failed() -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "The keyring did not do what it was asked"),
        QT_TRANSLATE_NOOP("words.problems", "A secret could not be kept, read or removed."),
        QT_TRANSLATE_NOOP(
            "words.problems", "Open the keyring's own program, check that it is unlocked, and try again."
        ),
        _SESSION_HINT,
        _ENVIRONMENT_HINT,
    )
