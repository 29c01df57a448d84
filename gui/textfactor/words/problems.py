"""Every problem in words: what happened, what it means, what to do next."""

from dataclasses import replace
from typing import assert_never

from textfactor.domain.problems import Problem, Service
from textfactor.domain.problems import ProblemKind as Kind
from textfactor.words.problems_access import explain_access
from textfactor.words.problems_keyring import explain_keyring
from textfactor.words.problems_local import explain_local
from textfactor.words.problems_network import explain_network
from textfactor.words.problems_refusals import explain_refusal
from textfactor.words.problems_tenant import explain_tenant
from textfactor.words.sentence import Marked, Sentence
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

__all__ = ["Sentence", "explain", "seen"]

_DETAIL_IS_A_NAME = (
    Kind.DRIFT,
    Kind.SECRET_MISSING,
    Kind.BUILD_FAILED,
    Kind.BUILD_TOO_SLOW,
    Kind.OTHER_PATH,
    Kind.NOT_A_PROFILE,
)
_NOBODY_ANSWERED = (
    Kind.NO_NETWORK,
    Kind.NAME_NOT_FOUND,
    Kind.TLS_UNTRUSTED,
    Kind.PROXY_FAILED,
    Kind.TIMED_OUT,
    Kind.CONNECTION_LOST,
    Kind.NOT_THE_SERVICE,
)
"""The detail is the system's word, a proxy's or that of something in between, never the service's."""


def explain(problem: Problem) -> Sentence:
    """Put a problem into words. Every kind has a sentence; the type checker fails when one has none."""
    return replace(_by_group(problem), seen=seen(problem))


def _by_group(problem: Problem) -> Sentence:
    """Hand the problem to the group of kinds that it belongs to."""
    match problem.kind:
        case (
            Kind.NO_NETWORK
            | Kind.NAME_NOT_FOUND
            | Kind.TLS_UNTRUSTED
            | Kind.PROXY_FAILED
            | Kind.TIMED_OUT
            | Kind.CONNECTION_LOST
            | Kind.NOT_THE_SERVICE
            | Kind.SERVICE_FAULT
            | Kind.RATE_LIMITED
        ) as kind:
            return explain_network(kind, problem)
        case Kind.BAD_CREDENTIALS | Kind.TOKEN_EXPIRED | Kind.MISSING_SCOPE as kind:
            return explain_access(kind, problem)
        case Kind.PLAN_GATE | Kind.LEGACY_CALL_ON_UNIFIED | Kind.NOT_FOUND | Kind.REFUSED as kind:
            return explain_refusal(kind, problem)
        case (
            Kind.DRIFT | Kind.BUILD_FAILED | Kind.BUILD_TOO_SLOW | Kind.OTHER_PATH | Kind.SENDER_FAILED
        ) as kind:
            return explain_tenant(kind, problem)
        case (
            Kind.KEYRING_LOCKED | Kind.KEYRING_CANCELLED | Kind.KEYRING_MISSING | Kind.KEYRING_FAILED
        ) as kind:
            return explain_keyring(kind, problem)
        case (
            Kind.SECRET_MISSING
            | Kind.NO_RUNTIME
            | Kind.FILE_FAILED
            | Kind.NOT_A_PROFILE
            | Kind.PRACTICE_FAILED
            | Kind.UNEXPECTED
        ) as kind:
            return explain_local(kind, problem)
        case _:
            assert_never(problem.kind)


def seen(problem: Problem) -> Text | None:
    """Repeat what was answered or seen, with HTTP status and the vendor's own code; None when there is nothing."""
    if problem.kind in _DETAIL_IS_A_NAME:
        return None  # nobody answered: the detail is a name, and the title says it in words
    http = f"HTTP {problem.status}" if problem.status is not None else ""
    answer = ", ".join(piece for piece in (http, problem.code, problem.detail) if piece)
    who = Service.LOCAL if problem.kind in _NOBODY_ANSWERED else problem.where
    return text(_seen_by(who), answer=answer) if answer else None


def _seen_by(who: Service) -> Marked:
    match who:
        case Service.VONAGE:
            return QT_TRANSLATE_NOOP("words.problems", "Vonage answered: {answer}")
        case Service.AUTH0:
            return QT_TRANSLATE_NOOP("words.problems", "Auth0 answered: {answer}")
        case Service.PRACTICE:
            return QT_TRANSLATE_NOOP("words.problems", "The practice world answered: {answer}")
        case Service.KEYRING:
            return QT_TRANSLATE_NOOP("words.problems", "The keyring answered: {answer}")
        case Service.LOCAL:
            return QT_TRANSLATE_NOOP("words.problems", "What was seen: {answer}")
        case _:
            assert_never(who)
