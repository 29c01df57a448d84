"""What the Textfactor sender gives as its reason for not sending, in words.

The sender runs at Auth0, so what is told here is about the way from there to Vonage, not about this computer.
"""

import re

from textfactor.domain.login import LoginState
from textfactor.words.login import explain_login
from textfactor.words.sentence import Sentence, sentence
from textfactor.words.text import QT_TRANSLATE_NOOP

_TRY_AGAIN = QT_TRANSLATE_NOOP("words.problems", "Try a login again in a minute.")
_STATUS_PAGES = QT_TRANSLATE_NOOP(
    "words.problems", "If it stays: see the status pages of Auth0 and of Vonage."
)
_OWN_RULE = re.compile(
    r"sender (?:voice is not supported|secret \w+ is missing|country is not allowed|text is empty"
    r"|recipient (?:has no country code|is too short|is too long))"
)
"""What the sender settles without asking Vonage; `words.login` has the words."""

_REASONS: tuple[tuple[re.Pattern[str], Sentence], ...] = (
    (
        re.compile(r"vonage [^\n\"]*\(may have been sent\)"),
        sentence(
            QT_TRANSLATE_NOOP("words.problems", "Whether Vonage took the message is not known to the sender"),
            QT_TRANSLATE_NOOP(
                "words.problems",
                "The request left Auth0 and no usable answer came back. The sender does not repeat it, as "
                "nobody is to get two codes.",
            ),
            QT_TRANSLATE_NOOP(
                "words.problems", "Look the time up in Vonage's SMS logs; the user can ask for a new code."
            ),
        ),
    ),
    (
        re.compile(r"vonage unreachable \S*(?:CERT|SIGNATURE|SSL|TLS)\S*"),
        sentence(
            QT_TRANSLATE_NOOP("words.problems", "The sender does not trust the certificate shown for Vonage"),
            QT_TRANSLATE_NOOP(
                "words.problems", "It stopped before the request, so no message and no secret went out."
            ),
            _STATUS_PAGES,
        ),
    ),
    (
        re.compile(r"vonage unreachable \S+|vonage http=429"),
        sentence(
            QT_TRANSLATE_NOOP("words.problems", "The sender did not get through to Vonage"),
            QT_TRANSLATE_NOOP("words.problems", "No request was taken, so nothing was sent."),
            _TRY_AGAIN,
            _STATUS_PAGES,
        ),
    ),
    (
        re.compile(r"vonage http=4\d\d"),
        sentence(
            QT_TRANSLATE_NOOP("words.problems", "Vonage turned the sender's request down"),
            QT_TRANSLATE_NOOP(
                "words.problems",
                "The Action's key and secret are not accepted, or the account does not allow Auth0's addresses.",
            ),
            QT_TRANSLATE_NOOP(
                "words.problems", "Check key and secret on the Vonage page, then apply the setup again."
            ),
        ),
    ),
)


def explain_reasons(said: str) -> tuple[tuple[Sentence, str], ...]:
    """Find the sender's reasons in a text; returns each meaning once, with the very words that carry it."""
    found: list[tuple[Sentence, str]] = []
    rule = _OWN_RULE.search(said)
    if rule is not None:
        found.append((explain_login(LoginState.SEND_FAILED, rule[0]), rule[0]))
    for pattern, told in _REASONS:
        match = pattern.search(said)
        if match is not None:
            found.append((told, match[0]))
            said = pattern.sub(" ", said)  # the same words shall not carry a second meaning
    return tuple(found)
