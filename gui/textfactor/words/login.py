"""A login with a code by SMS, in words, hop by hop."""

import re
from typing import assert_never

from textfactor.domain.login import Hop, HopResult, HopState, LoginState
from textfactor.words.sentence import Marked, Sentence, sentence
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

_HOPS: dict[Hop, Marked] = {
    Hop.ASKED: QT_TRANSLATE_NOOP("words.login", "Auth0 asks for a code"),
    Hop.SENDER_RAN: QT_TRANSLATE_NOOP("words.login", "The sender hands the message to Vonage"),
    Hop.ARRIVED: QT_TRANSLATE_NOOP("words.login", "The message is on the phone"),
    Hop.ACCEPTED: QT_TRANSLATE_NOOP("words.login", "Auth0 accepts the code"),
}

_FAILED: dict[Hop, Marked] = {
    Hop.ASKED: QT_TRANSLATE_NOOP("words.login", "no: nothing asks for a second factor, or the factor is off"),
    Hop.SENDER_RAN: QT_TRANSLATE_NOOP("words.login", "no: the sender ended with an error"),
    Hop.ARRIVED: QT_TRANSLATE_NOOP("words.login", "no: nothing has arrived"),
    Hop.ACCEPTED: QT_TRANSLATE_NOOP("words.login", "no: Auth0 refused the code"),
}

_UNKNOWN: dict[Hop, Marked] = {
    Hop.ASKED: QT_TRANSLATE_NOOP("words.login", "not known: the tenant's log has no row for it yet"),
    Hop.SENDER_RAN: QT_TRANSLATE_NOOP("words.login", "not known: the tenant's log has no row for it yet"),
    Hop.ARRIVED: QT_TRANSLATE_NOOP("words.login", "not known: only the phone shows it"),
    Hop.ACCEPTED: QT_TRANSLATE_NOOP("words.login", "not known: no code was handed in"),
}


def hop(station: Hop) -> Text:
    """Name a station of the code's way."""
    return text(_HOPS[station])


def hop_state(result: HopResult) -> Text:
    """Say how a hop stands. `detail`, the other side's words, is for the face to show beside it."""
    match result.state:
        case HopState.WAITING:
            return text(QT_TRANSLATE_NOOP("words.login", "waiting"))
        case HopState.PASSED:
            return text(QT_TRANSLATE_NOOP("words.login", "yes"))
        case HopState.FAILED:
            return text(_FAILED[result.hop])
        case HopState.UNKNOWN:
            return text(_UNKNOWN[result.hop])
        case HopState.NOT_REACHED:
            return text(QT_TRANSLATE_NOOP("words.login", "it did not come this far"))
        case _:
            assert_never(result.state)


def explain_login(state: LoginState, reason: str = "") -> Sentence:
    """Say what a state of a login means and what to do. `reason` is what the sender or Auth0 said of a failure."""
    match state:
        case LoginState.CODE_SENT:
            return sentence(
                QT_TRANSLATE_NOOP("words.login", "The code is on its way"),
                QT_TRANSLATE_NOOP(
                    "words.login", "Auth0 asked for a code and the sender handed the message to Vonage."
                ),
                QT_TRANSLATE_NOOP(
                    "words.login", "Enter the code from the phone. It counts for a few minutes."
                ),
            )
        case LoginState.SEND_FAILED:
            return _send_failed(reason)
        case LoginState.NOT_ASKED:
            return _not_asked()
        case LoginState.ACCEPTED:
            return sentence(
                QT_TRANSLATE_NOOP("words.login", "The login works"),
                QT_TRANSLATE_NOOP(
                    "words.login",
                    "The code came by SMS through Vonage, and Auth0 accepted it: the whole way is proved.",
                ),
            )
        case LoginState.REFUSED:
            return _refused()
        case LoginState.BLOCKED:
            return _blocked()
        case _:
            assert_never(state)


_OWN_RULE = re.compile(r"\bsender (voice|secret|recipient|country|text)\b")
"""A reason of the sender itself (`resources/sender`): it asked nobody. Vonage's begin with `vonage`."""

_OWN_RULES: dict[str, tuple[Marked, Marked]] = {
    "country": (
        QT_TRANSLATE_NOOP(
            "words.login",
            "The number's country is not among those you allowed, so the sender did not hand the message to Vonage.",
        ),
        QT_TRANSLATE_NOOP(
            "words.login",
            "Add the country on the Sender page and apply the plan again, or take another number.",
        ),
    ),
    "voice": (
        QT_TRANSLATE_NOOP("words.login", "A voice call was asked for; the sender sends text messages only."),
        QT_TRANSLATE_NOOP("words.login", "Choose the text message at the login."),
    ),
    "secret": (
        QT_TRANSLATE_NOOP(
            "words.login", "The Action lacks a secret, so the sender had nothing to log in with."
        ),
        QT_TRANSLATE_NOOP(
            "words.login",
            "Set the secret named beside the hop at the Action in Auth0, and deploy the Action again.",
        ),
    ),
    "recipient": (
        QT_TRANSLATE_NOOP("words.login", "The user's number is no full international number."),
        QT_TRANSLATE_NOOP(
            "words.login", "Enrol the user with country code and number, such as +49 1512 3456789."
        ),
    ),
    "text": (
        QT_TRANSLATE_NOOP("words.login", "Auth0 handed over an empty text."),
        QT_TRANSLATE_NOOP(
            "words.login", "Look at the enrolment and verification texts on the Messages page."
        ),
    ),
}


def _send_failed(reason: str) -> Sentence:
    rule = _OWN_RULE.search(reason)
    if rule is not None:
        meaning, step = _OWN_RULES[rule[1]]
        return sentence(
            QT_TRANSLATE_NOOP("words.login", "The sender itself held the code back"), meaning, step
        )
    return sentence(
        QT_TRANSLATE_NOOP("words.login", "The sender could not send the code"),
        QT_TRANSLATE_NOOP(
            "words.login",
            "Auth0 asked for a code, but the sender ended with an error. On the unified path the person at "
            "the login sees "
            "nothing of it.",
        ),
        QT_TRANSLATE_NOOP(
            "words.login", "A reason that begins with “vonage” is Vonage's: its status says what to correct."
        ),
        QT_TRANSLATE_NOOP(
            "words.login", "Send a test message: it shows whether key, secret and sender work by themselves."
        ),
        QT_TRANSLATE_NOOP(
            "words.login", "Auth0 dashboard > Monitoring > Logs has the row with the full error."
        ),
    )


def _not_asked() -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.login", "The login asked for no code"),
        QT_TRANSLATE_NOOP(
            "words.login",
            "Neither the MFA policy nor an Action asks for a second factor, or the SMS factor is off.",
        ),
        QT_TRANSLATE_NOOP(
            "words.login", "Go back to the factor page, switch SMS on, and choose when MFA is asked for."
        ),
        QT_TRANSLATE_NOOP(
            "words.login",
            "If a post-login Action shall decide, check that it runs for this user and asks for MFA.",
        ),
    )


def _refused() -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.login", "Auth0 refused the code"),
        QT_TRANSLATE_NOOP("words.login", "The code is not that of this login, or its time is over."),
        QT_TRANSLATE_NOOP("words.login", "Enter the code of the newest message: it replaces older ones."),
        QT_TRANSLATE_NOOP("words.login", "If that fails too, start a new login."),
    )


def _blocked() -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.login", "Auth0 blocks this login for now"),
        QT_TRANSLATE_NOOP(
            "words.login",
            "Too many codes were asked for or too many wrong ones handed in. Auth0 allows about 10 SMS to a "
            "user, then one an hour.",
        ),
        QT_TRANSLATE_NOOP("words.login", "Wait, or try with another user."),
        QT_TRANSLATE_NOOP(
            "words.login", "Auth0 dashboard > User Management > Users can lift a user's block."
        ),
    )
