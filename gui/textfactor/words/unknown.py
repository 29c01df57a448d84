"""Why a part of a tenant could not be read, in words."""

from textfactor.domain.problems import ProblemKind as Kind
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

_GONE = (Kind.NOT_FOUND, Kind.REFUSED, Kind.PLAN_GATE)


def why_unknown(field: str, reason: str) -> Text:
    """Put a reason of `Observed.unknown` (`kind: detail`) into words; `field` names the part."""
    kind, _, detail = reason.partition(": ")
    if kind == Kind.MISSING_SCOPE:
        return text(QT_TRANSLATE_NOOP("words.facts", "the token lacks the scope {scope}"), scope=detail)
    if field == "hooks" and kind in _GONE:
        return text(
            QT_TRANSLATE_NOOP("words.facts", "Auth0 shows no Hooks any more; they ended on 18 Nov 2026")
        )
    if kind == Kind.PLAN_GATE:
        return text(QT_TRANSLATE_NOOP("words.facts", "the tenant's Auth0 plan does not have it"))
    if kind == Kind.NOT_FOUND:
        return text(QT_TRANSLATE_NOOP("words.facts", "Auth0 does not know it in this tenant"))
    if kind == Kind.LEGACY_CALL_ON_UNIFIED:
        return text(QT_TRANSLATE_NOOP("words.facts", "Auth0 answers no legacy calls here"))
    if not detail:
        return text(QT_TRANSLATE_NOOP("words.facts", "Auth0 refused it"))
    return text(QT_TRANSLATE_NOOP("words.facts", "Auth0 refused it: {detail}"), detail=detail)
