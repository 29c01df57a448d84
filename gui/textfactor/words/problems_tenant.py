"""Problems while a tenant is set up, and those of the sender, in words."""

from typing import Literal, assert_never

from textfactor.domain.plan import Resource
from textfactor.domain.problems import Problem
from textfactor.domain.problems import ProblemKind as Kind
from textfactor.words.sentence import Marked, Sentence, sentence
from textfactor.words.text import QT_TRANSLATE_NOOP

TenantKind = Literal[Kind.DRIFT, Kind.BUILD_FAILED, Kind.BUILD_TOO_SLOW, Kind.OTHER_PATH, Kind.SENDER_FAILED]

_CHANGED: dict[str, Marked] = {
    Resource.SENDER: QT_TRANSLATE_NOOP("words.problems", "The Action is no longer as it was"),
    Resource.DEPLOYMENT: QT_TRANSLATE_NOOP(
        "words.problems", "The deployed version is no longer the one it was"
    ),
    Resource.BINDING: QT_TRANSLATE_NOOP(
        "words.problems", "The trigger's bindings are no longer as they were"
    ),
    Resource.OLD_BINDING: QT_TRANSLATE_NOOP(
        "words.problems", "The bindings of the other path's trigger are no longer as they were"
    ),
    Resource.OLD_SENDER: QT_TRANSLATE_NOOP(
        "words.problems", "The Action on the other path's trigger is no longer as it was"
    ),
    Resource.HOOK: QT_TRANSLATE_NOOP("words.problems", "The old Hook is no longer as it was"),
    Resource.SELECTED_PROVIDER: QT_TRANSLATE_NOOP(
        "words.problems", "Who sends the codes is no longer as it was"
    ),
    Resource.LEGACY_TEMPLATES: QT_TRANSLATE_NOOP("words.problems", "The texts are no longer as they were"),
    Resource.PROVIDER: QT_TRANSLATE_NOOP("words.problems", "The phone provider is no longer as it was"),
    Resource.FACTOR: QT_TRANSLATE_NOOP("words.problems", "The SMS factor is no longer as it was"),
    Resource.MESSAGE_TYPES: QT_TRANSLATE_NOOP(
        "words.problems", "The message types are no longer what they were"
    ),
    Resource.ENROLL_TEMPLATE: QT_TRANSLATE_NOOP(
        "words.problems", "The enrolment text is no longer what it was"
    ),
    Resource.VERIFY_TEMPLATE: QT_TRANSLATE_NOOP(
        "words.problems", "The verification text is no longer what it was"
    ),
    Resource.POLICY: QT_TRANSLATE_NOOP("words.problems", "The MFA policy is no longer what it was"),
}


def explain_tenant(kind: TenantKind, problem: Problem) -> Sentence:
    """Put a failure of the set-up into words."""
    match kind:
        case Kind.DRIFT:
            return _drift(problem.detail)
        case Kind.BUILD_FAILED:
            return _build_failed()
        case Kind.BUILD_TOO_SLOW:
            return _build_too_slow()
        case Kind.OTHER_PATH:
            return _other_path()
        case Kind.SENDER_FAILED:
            return _sender_failed()
        case _:
            assert_never(kind)


def _drift(resource: str) -> Sentence:
    title = _CHANGED.get(resource, QT_TRANSLATE_NOOP("words.problems", "The tenant changed meanwhile"))
    return sentence(
        title,
        QT_TRANSLATE_NOOP(
            "words.problems",
            "Somebody, or something, changed it meanwhile. Textfactor wrote nothing over it, so nobody's work was "
            "lost.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems", "Auth0 dashboard > Monitoring > Logs shows who made the change, and when."
        ),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "Make a new plan: it starts from what is there now, and you see it before it is applied.",
        ),
    )


def _build_failed() -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "Auth0 could not build the sender"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "The Action was saved, but its build failed, so it was not deployed. What ran before still runs.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems", "Apply again: builds sometimes fail for a moment at Auth0's side."
        ),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "If it fails again, undo takes the draft back; Auth0 shows the build's errors at the Action.",
        ),
    )


def _build_too_slow() -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "Auth0 has not finished building the sender"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "The Action is saved and still being built, so it is not deployed yet. "
            "What ran before still runs.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems", "Wait a minute and apply again: Textfactor goes on where it stopped."
        ),
        QT_TRANSLATE_NOOP("words.problems", "Look at Auth0's public status page when it lasts."),
    )


def _other_path() -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "This tenant is on the legacy phone path"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "This version of Textfactor sets up tenants on the unified path only. It read the tenant and "
            "changed "
            "nothing.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "The Auth0 dashboard can switch the tenant: Tenant Settings > Advanced. Read first what moves "
            "with it; "
            "switching back can break MFA.",
        ),
        QT_TRANSLATE_NOOP("words.problems", "Or try Textfactor on a new tenant, or in the practice world."),
    )


def _sender_failed() -> Sentence:
    return sentence(
        QT_TRANSLATE_NOOP("words.problems", "The sender did not hand its message over"),
        QT_TRANSLATE_NOOP(
            "words.problems",
            "The code was run here with a sample message and ended with an error. "
            "In the tenant it would do the same.",
        ),
        QT_TRANSLATE_NOOP(
            "words.problems", "Check key, secret and sender on the Vonage page, then run it again."
        ),
        QT_TRANSLATE_NOOP(
            "words.problems", "If you changed the code, compare it with the one that Textfactor generates."
        ),
    )
