"""What was found in a tenant, in words, for both faces: how each thing stands, or why nobody knows."""

from dataclasses import replace

from textfactor.domain.answers import TenantPath
from textfactor.domain.plan import FactorState, PolicyState, Purpose
from textfactor.domain.tenant import Observed, PathEvidence
from textfactor.services.setup.resources.guardian import types_of
from textfactor.services.setup.scopes import scopes_for
from textfactor.words.changes import describe
from textfactor.words.facts_around import around
from textfactor.words.facts_phone import legacy_phone, unified_phone
from textfactor.words.facts_sender import sender
from textfactor.words.found import FoundFact, fact, plain
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text
from textfactor.words.unknown import not_offered, why_unknown

__all__ = ["FoundFact", "found_facts"]

_UNREAD = QT_TRANSLATE_NOOP("words.facts", "could not be read")
_NOT_OFFERED = QT_TRANSLATE_NOOP("words.facts", "not offered to this tenant")
_ASKED_BY = {"templates_verify": "templates", "secrets": "action"}
"""Facts that come from a field of another name."""


def found_facts(observed: Observed) -> tuple[FoundFact, ...]:
    """List everything that was found, in the order in which it is set up.

    A part that could not be read is not known, which is not the same as not there: it says why. `quiet` facts say
    that something is not there, as is usual.
    """
    unified = observed.path is TenantPath.UNIFIED
    facts = (
        _path(observed),
        _name(observed),
        _scopes(observed),
        *sender(observed),
        *(unified_phone(observed) if unified else legacy_phone(observed)),
        _factor(observed),
        _policy(observed),
        *around(observed),
    )
    return tuple(_sourced(one, observed) for one in facts)


def _sourced(one: FoundFact, observed: Observed) -> FoundFact:
    """Add where a fact came from, and why it is not known; the path has a value of its own even then."""
    field = _ASKED_BY.get(one.name, one.name)
    origin = dict(observed.origins).get(field, "")
    reason = dict(observed.unknown).get(field)
    if reason is None:
        return replace(one, origin=origin)
    how = one.how if one.name == "path" else (text(_NOT_OFFERED if not_offered(field, reason) else _UNREAD),)
    return replace(one, how=how, reason=why_unknown(field, reason), origin=origin, quiet=False)


_EVIDENCE = {
    PathEvidence.FLAG: QT_TRANSLATE_NOOP("words.facts", "told by the tenant's setting alone"),
    PathEvidence.PROBE: QT_TRANSLATE_NOOP("words.facts", "told by how Auth0 answers legacy calls"),
    PathEvidence.FLAG_DENIES: QT_TRANSLATE_NOOP(
        "words.facts", "the tenant's setting says legacy, but Auth0 refuses legacy calls"
    ),
    PathEvidence.PROBE_DENIES: QT_TRANSLATE_NOOP("words.facts", "legacy calls are still answered"),
}


def _path(observed: Observed) -> FoundFact:
    """Name the path; where setting and trial call do not say the same, that is told."""
    unified = QT_TRANSLATE_NOOP("words.facts", "unified")
    legacy = QT_TRANSLATE_NOOP("words.facts", "legacy")
    how = [text(unified if observed.path is TenantPath.UNIFIED else legacy)]
    doubt = _EVIDENCE.get(observed.path_evidence)
    if doubt is not None:
        how.append(text(doubt))
    return fact("path", QT_TRANSLATE_NOOP("words.facts", "Phone path"), *how)


def _name(observed: Observed) -> FoundFact:
    name = observed.friendly_name
    how = (plain(name),) if name else ()
    return fact("friendly_name", QT_TRANSLATE_NOOP("words.facts", "Name"), *how)


def _scopes(observed: Observed) -> FoundFact:
    """Say what the token may do."""
    missing = observed.missing_scopes
    more = len(scopes_for(observed.path, Purpose.MOVE, change_policy=True).beyond(observed.scopes))
    if observed.scopes is None:
        how = [text(QT_TRANSLATE_NOOP("words.facts", "the token does not tell"))]
    elif missing:
        how = [text(QT_TRANSLATE_NOOP("words.facts", "missing: {scopes}"), scopes=", ".join(missing))]
    else:
        how = [text(QT_TRANSLATE_NOOP("words.facts", "all that are needed"))]
    if more:
        how.append(
            text(
                QT_TRANSLATE_NOOP("words.facts", "and it also has {count} to write that nothing here needs"),
                count=more,
            )
        )
    return fact("scopes", QT_TRANSLATE_NOOP("words.facts", "Rights of the token"), *how)


def _factor(observed: Observed) -> FoundFact:
    parts: list[Text] = [describe(FactorState(observed.factor_on))]
    types = types_of(observed.message_types)
    if types is not None:
        parts.append(describe(types))
    return fact("factor_on", QT_TRANSLATE_NOOP("words.facts", "SMS factor"), *parts)


def _policy(observed: Observed) -> FoundFact:
    return fact("policies", QT_TRANSLATE_NOOP("words.facts", "MFA"), describe(PolicyState(observed.policies)))
