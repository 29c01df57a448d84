"""Requests that a service turned down, in words: its plan, its path, or a thing that is not there."""

from typing import Literal, assert_never

from textfactor.domain.problems import Problem, Service
from textfactor.domain.problems import ProblemKind as Kind
from textfactor.words.sentence import Sentence, sentence
from textfactor.words.text import QT_TRANSLATE_NOOP

RefusalKind = Literal[Kind.PLAN_GATE, Kind.LEGACY_CALL_ON_UNIFIED, Kind.NOT_FOUND, Kind.REFUSED]


def explain_refusal(kind: RefusalKind, problem: Problem) -> Sentence:
    """Put a refusal into words; Auth0's kinds of 403 look alike and have different cures."""
    match kind:
        case Kind.PLAN_GATE:
            return _plan_gate(problem.where)
        case Kind.LEGACY_CALL_ON_UNIFIED:
            return _legacy_call_on_unified()
        case Kind.NOT_FOUND:
            return _not_found(problem.where)
        case Kind.REFUSED:
            return _refused(problem.where)
        case _:
            assert_never(kind)


def _plan_gate(where: Service) -> Sentence:
    if where is Service.VONAGE:
        return sentence(
            QT_TRANSLATE_NOOP("words.problems", "The Vonage account does not include this"),
            QT_TRANSLATE_NOOP(
                "words.problems",
                "Vonage refused because of what the account may use, not because of your entries.",
            ),
            QT_TRANSLATE_NOOP(
                "words.problems",
                "Look for notices in the Vonage dashboard, or ask Vonage support to enable the feature.",
            ),
        )
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "The tenant's Auth0 plan does not include this"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "Auth0 refused because of the tenant's subscription. The status is the same as for a missing "
            "scope, "
            "but granting scopes does not help.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "Auth0 dashboard > Tenant Settings > Subscription shows the plan and what it includes.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems", "To see how it would work, use the practice world: it needs no subscription."
        ),
    )


def _legacy_call_on_unified() -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "This tenant is on the unified phone path"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "Auth0 refused a call of the older (legacy) path. The 403 reads like a missing scope but is not "
            "one: "
            "granting more rights changes nothing. Phone provider and templates of this tenant live under "
            "Branding.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems", "Check the tenant again: Textfactor then uses the unified calls."
        ),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "If Terraform or a script of yours shows the same 403, replace its Guardian phone provider and "
            "template "
            "calls by those for branding phone providers and templates.",
        ),
    )


def _not_found(where: Service) -> Sentence:
    if where is Service.AUTH0:
        return sentence(
            QT_TRANSLATE_NOOP("words.problems", "Auth0 does not have this any more"),
            QT_TRANSLATE_NOOP(
                "words.problems",
                "What the request was about is not in the tenant: someone deleted it, or the domain is that "
                "of "
                "another tenant.",
            ),
            QT_TRANSLATE_NOOP("words.problems", "Check that the domain is the right tenant's."),
            QT_TRANSLATE_NOOP(
                "words.problems", "Check the tenant again: the new plan starts from what is there now."
            ),
        )
    if (
        where is Service.LOCAL
    ):  # no request was made: the tenant was read, and the plan found nothing to work on
        return sentence(
            QT_TRANSLATE_NOOP("words.problems", "There is no sender of ours in this tenant"),
            QT_TRANSLATE_NOOP(
                "words.problems", "New secrets need an Action that was put there by Textfactor."
            ),
            QT_TRANSLATE_NOOP("words.problems", "Set the tenant up first; the secrets go in with it."),
        )
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "What was asked for is not there"),
        QT_TRANSLATE_NOOP(
            "words.problems", "The service answered that it does not know the address or the thing asked for."
        ),
        QT_TRANSLATE_NOOP("words.problems", "Check the host under Advanced, then try again."),
    )


def _refused(where: Service) -> Sentence:
    match where:
        case Service.VONAGE:
            title = QT_TRANSLATE_NOOP("words.problems", "Vonage refused the request")
        case Service.AUTH0:
            title = QT_TRANSLATE_NOOP("words.problems", "Auth0 refused the request")
        case Service.PRACTICE | Service.KEYRING | Service.LOCAL:
            title = QT_TRANSLATE_NOOP("words.problems", "The request was refused")
        case _:
            assert_never(where)
    return sentence(
        title,
        QT_TRANSLATE_NOOP(
            "words.problems", "The request was understood and turned down; it changed nothing."
        ),
        QT_TRANSLATE_NOOP("words.problems", "Read the reason in the answer below, correct it and try again."),
        QT_TRANSLATE_NOOP(
            "words.problems", "If the answer does not say enough, look at the vendor's own log at this time."
        ),
    )
