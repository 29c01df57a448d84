"""Why a part of a tenant could not be read, in words."""

from textfactor.domain.problems import ProblemKind as Kind
from textfactor.words.sentence import Marked
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

_GONE = (Kind.NOT_FOUND, Kind.REFUSED, Kind.PLAN_GATE)


def why_unknown(field: str, reason: str) -> Text:
    """Put a reason of `Observed.unknown` (`kind: detail`) into words; `field` names the part."""
    case, detail = _case(field, reason)
    return text(_CLAUSES[case], scope=detail, detail=detail)


def say_unread(field: str, reason: str) -> Text:
    """Put the same into a sentence that stands alone."""
    case, detail = _case(field, reason)
    return text(_SENTENCES[case], scope=detail, detail=detail)


def not_offered(field: str, reason: str) -> bool:
    """Say whether the reason is that Auth0 has this part for other tenants only; the doctor skips it then."""
    return field == "phone_protection" and reason.partition(": ")[0] in (Kind.NOT_FOUND, Kind.PLAN_GATE)


def _case(field: str, reason: str) -> tuple[str, str]:
    """Tell the reasons apart."""
    kind, _, detail = reason.partition(": ")
    if field == "hooks" and kind in _GONE:
        return "hooks", detail
    if kind in _CLAUSES:
        return kind, detail
    return "told" if detail else "", detail


_CLAUSES: dict[str, Marked] = {
    Kind.MISSING_SCOPE: QT_TRANSLATE_NOOP("words.facts", "the token lacks the scope {scope}"),
    "hooks": QT_TRANSLATE_NOOP("words.facts", "Auth0 shows no Hooks any more; they ended on 18 Nov 2026"),
    Kind.PLAN_GATE: QT_TRANSLATE_NOOP("words.facts", "the tenant's Auth0 plan does not have it"),
    Kind.NOT_FOUND: QT_TRANSLATE_NOOP("words.facts", "Auth0 does not know it in this tenant"),
    Kind.LEGACY_CALL_ON_UNIFIED: QT_TRANSLATE_NOOP("words.facts", "Auth0 answers no legacy calls here"),
    "told": QT_TRANSLATE_NOOP("words.facts", "Auth0 refused it: {detail}"),
    "": QT_TRANSLATE_NOOP("words.facts", "Auth0 refused it"),
}
_SENTENCES: dict[str, Marked] = {
    Kind.MISSING_SCOPE: QT_TRANSLATE_NOOP("words.facts", "Not known: the token lacks the scope {scope}."),
    "hooks": QT_TRANSLATE_NOOP("words.facts", "Auth0 shows no Hooks any more; they ended on 18 Nov 2026."),
    Kind.PLAN_GATE: QT_TRANSLATE_NOOP("words.facts", "Not known: the tenant's Auth0 plan does not have it."),
    Kind.NOT_FOUND: QT_TRANSLATE_NOOP("words.facts", "Not known: Auth0 does not know it in this tenant."),
    Kind.LEGACY_CALL_ON_UNIFIED: QT_TRANSLATE_NOOP(
        "words.facts", "Not known: Auth0 answers no legacy calls here."
    ),
    "told": QT_TRANSLATE_NOOP("words.facts", "Not known: Auth0 refused to show it ({detail})."),
    "": QT_TRANSLATE_NOOP("words.facts", "Not known: Auth0 refused to show it."),
}
