"""Credentials, tokens and scopes that were refused, in words."""

import re
from typing import Literal, assert_never

from textfactor.domain.problems import Problem, Service
from textfactor.domain.problems import ProblemKind as Kind
from textfactor.words.sentence import Sentence, sentence
from textfactor.words.text import QT_TRANSLATE_NOOP

AccessKind = Literal[Kind.BAD_CREDENTIALS, Kind.TOKEN_EXPIRED, Kind.MISSING_SCOPE]

_SCOPE = re.compile(r"[a-z]+:[a-z_]+")
_INVALID_IP = "invalid-ip"
"""Vonage's problem type for an address that is not on the account's list; key and secret may be right."""


def explain_access(kind: AccessKind, problem: Problem) -> Sentence:
    """Put refused credentials or a missing right into words."""
    match kind:
        case Kind.BAD_CREDENTIALS:
            refused_address = problem.where is Service.VONAGE and problem.code == _INVALID_IP
            return _address_not_allowed() if refused_address else _bad_credentials(problem.where)
        case Kind.TOKEN_EXPIRED:
            return _token_expired()
        case Kind.MISSING_SCOPE:
            return _missing_scope(problem.detail)
        case _:
            assert_never(kind)


def _bad_credentials(where: Service) -> Sentence:
    match where:
        case Service.VONAGE:
            return _bad_vonage_pair()
        case Service.AUTH0:
            return _bad_auth0_pair()
        case Service.PRACTICE | Service.KEYRING | Service.LOCAL:
            return sentence(
                QT_TRANSLATE_NOOP("words.problems", "The practice world does not accept this access"),
                QT_TRANSLATE_NOOP(
                    "words.problems",
                    "Its keys are made anew at each start, so those of an earlier practice world no longer "
                    "count.",
                ),
                QT_TRANSLATE_NOOP(
                    "words.problems", "Start the practice world again and use the keys it shows."
                ),
            )
        case _:
            assert_never(where)


def _address_not_allowed() -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "Vonage does not allow this computer's address"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "The account takes requests only from a list of IP addresses, and the one that this computer is "
            "seen with is not on it. Key and secret may be right. Nothing was sent.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "Ask who looks after the Vonage account to add this network's public address to the list.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "Auth0 sends from addresses of its own: they have to be on that list too, or no code goes out.",
        ),
    )


def _bad_vonage_pair() -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "Vonage does not accept this API key and secret"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "Either one has a typing error, the secret was revoked or replaced, or key and secret belong to "
            "two "
            "different accounts. Nothing was sent.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "Copy both again from the Vonage dashboard > API settings. The key has 8 characters. The API "
            "secret "
            "is neither your dashboard password nor the signature secret.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "If nobody knows the secret any more, create a second one on that page: an account can hold "
            "two, so "
            "the first keeps working until you revoke it.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "If the secret was replaced, the Action in Auth0 still holds the old one: put the new one into "
            "its secret VONAGE_API_SECRET and deploy it again.",
        ),
    )


def _bad_auth0_pair() -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "Auth0 does not accept this client ID and secret"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "Auth0 gave no token for the Management API. One of the values has a typing error, the secret "
            "was "
            "rotated, or the application is not a Machine to Machine application of this tenant.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "Auth0 dashboard > Applications > your Machine to Machine application > Settings: copy domain, "
            "client "
            "ID and client secret from that one page.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "On the application's APIs tab, authorize it for the Auth0 Management API with the scopes that "
            "Textfactor lists.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems", "Use the tenant's own domain (acme.eu.auth0.com), not a custom domain."
        ),
    )


def _token_expired() -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "The Management API token has expired"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "A pasted token lives for 24 hours unless the tenant says otherwise, then Auth0 refuses it.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "Copy a new one from Auth0 dashboard > Applications > APIs > Auth0 Management API > API "
            "Explorer.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "Or use client ID and secret of a Machine to Machine application: Textfactor then renews the "
            "token.",
        ),
    )


def _missing_scope(detail: str) -> Sentence:
    scopes = ", ".join(dict.fromkeys(_SCOPE.findall(detail)))
    if not scopes:
        return sentence(
            QT_TRANSLATE_NOOP("words.problems", "The token lacks a right that Auth0 did not name"),
            _SCOPE_MEANING,
            _SCOPE_GRANT_ALL,
            _SCOPE_TOKEN,
        )
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "The token lacks the scope {scopes}"),
        _SCOPE_MEANING,
        QT_TRANSLATE_NOOP(
            "words.problems",
            "Auth0 dashboard > Applications > your Machine to Machine application > APIs > Auth0 Management "
            "API: "
            "grant {scopes}, then check again.",
        ),
        _SCOPE_TOKEN,
        scopes=scopes,
    )


_SCOPE_MEANING = QT_TRANSLATE_NOOP(
    "words.problems",
    "The application was not granted what this request needs. Auth0 did not carry it out.",
)
_SCOPE_GRANT_ALL = QT_TRANSLATE_NOOP(
    "words.problems",
    "Auth0 dashboard > Applications > your Machine to Machine application > APIs > Auth0 Management API: "
    "compare the granted scopes with the list that Textfactor shows.",
)
_SCOPE_TOKEN = QT_TRANSLATE_NOOP(
    "words.problems", "A token keeps the scopes it was made with: after granting, get a new one."
)
