"""Incidents of an export in words."""

from typing import Final, assert_never

from textfactor.domain.bulk import Effect, Incident, IncidentKind
from textfactor.words.sentence import Marked
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

_CHANGED: Final = QT_TRANSLATE_NOOP("words.bulk", "A setting was changed")
_CHANGES: Final[dict[str, Marked]] = {
    "factor_switched_off": QT_TRANSLATE_NOOP("words.bulk", "The SMS factor was switched off"),
    "factor_switched_on": QT_TRANSLATE_NOOP("words.bulk", "The SMS factor was switched on"),
    "policy_emptied": QT_TRANSLATE_NOOP("words.bulk", "The MFA policies were taken away"),
    "policy_set": QT_TRANSLATE_NOOP("words.bulk", "The MFA policies were changed"),
    "types_emptied": QT_TRANSLATE_NOOP("words.bulk", "SMS and voice were taken off the phone factor"),
    "types_voice_only": QT_TRANSLATE_NOOP("words.bulk", "SMS was taken off the phone factor"),
    "types_set": QT_TRANSLATE_NOOP("words.bulk", "The phone factor's message types were changed"),
    "provider_deleted": QT_TRANSLATE_NOOP("words.bulk", "The phone provider was deleted"),
    "provider_switched_off": QT_TRANSLATE_NOOP("words.bulk", "The phone provider was disabled"),
    "provider_switched_on": QT_TRANSLATE_NOOP("words.bulk", "The phone provider was enabled"),
    "provider_twilio": QT_TRANSLATE_NOOP("words.bulk", "Twilio was chosen as the phone provider"),
    "provider_built_in": QT_TRANSLATE_NOOP("words.bulk", "Auth0's own sender was chosen"),
    "provider_changed": QT_TRANSLATE_NOOP("words.bulk", "The phone provider was changed"),
    "action_deleted": QT_TRANSLATE_NOOP("words.bulk", "An Action was deleted"),
    "binding_emptied": QT_TRANSLATE_NOOP("words.bulk", "The sender's Action was unbound from its trigger"),
    "binding_set": QT_TRANSLATE_NOOP("words.bulk", "An Action was bound to the sender's trigger"),
    "action_deployed": QT_TRANSLATE_NOOP("words.bulk", "An Action was deployed"),
    "action_changed": QT_TRANSLATE_NOOP("words.bulk", "An Action, or its secrets, was changed"),
    "template_changed": QT_TRANSLATE_NOOP("words.bulk", "The text of the messages was changed"),
    "path_unified": QT_TRANSLATE_NOOP("words.bulk", "The unified phone experience was switched on"),
    "path_legacy": QT_TRANSLATE_NOOP("words.bulk", "The unified phone experience was switched off"),
}

_LONG: Final[dict[IncidentKind, Marked]] = {
    IncidentKind.LASTING: QT_TRANSLATE_NOOP(
        "words.bulk", "One cause for long: {failed} of {of} messages failed for it"
    ),
    IncidentKind.STEADY: QT_TRANSLATE_NOOP(
        "words.bulk", "All the time {share} % of the messages fail: {failed} of {of}"
    ),
}


def explain_incident(incident: Incident) -> Text:
    """Say what happened, without its times."""
    failed, of, about = incident.failed, incident.of, incident.subject
    match incident.kind:
        case IncidentKind.OUTAGE:
            marked = QT_TRANSLATE_NOOP(
                "words.bulk", "Outage: {failed} of {of} messages failed, for everybody"
            )
        case IncidentKind.COUNTRY:
            marked = QT_TRANSLATE_NOOP(
                "words.bulk", "Only {about}: {failed} of {of} messages to this country failed"
            )
        case IncidentKind.SENDER:
            marked = QT_TRANSLATE_NOOP("words.bulk", "Only sender {about}: {failed} of {of} messages failed")
        case IncidentKind.CLIENT:
            marked = QT_TRANSLATE_NOOP(
                "words.bulk", "Only application {about}: {failed} of {of} messages failed"
            )
        case IncidentKind.RATE_LIMIT:
            marked = QT_TRANSLATE_NOOP(
                "words.bulk", "Too many at once: {failed} of {of} messages were refused"
            )
        case IncidentKind.PUMPING:
            marked = QT_TRANSLATE_NOOP(
                "words.bulk",
                "SMS pumping: {of} messages to {numbers} different numbers that begin with {about}",
            )
        case IncidentKind.SILENCE:
            marked = QT_TRANSLATE_NOOP(
                "words.bulk", "Silence: {of} second factors were started, and no message was sent"
            )
        case IncidentKind.LASTING | IncidentKind.STEADY:
            marked = _LONG[incident.kind]
        case IncidentKind.CHANGE:
            marked = _CHANGES.get(incident.change, _CHANGED)
        case _:
            assert_never(incident.kind)
    share = round(100 * failed / of) if of else 0
    return text(marked, failed=failed, of=of, about=about, numbers=incident.numbers, share=share)


def tell_incident(incident: Incident) -> tuple[Text, ...]:
    """Say all of what happened in a few short texts: what, and of a change by whom and what followed."""
    told = [explain_incident(incident)]
    if incident.kind is IncidentKind.CHANGE and incident.subject:
        told.append(text(QT_TRANSLATE_NOOP("words.bulk", "by {about}"), about=incident.subject))
    effect = _effect(incident.effect)
    if effect is not None:
        told.append(text(effect, failed=incident.failed, of=incident.of))
    return tuple(told)


def _effect(effect: Effect) -> Marked | None:
    match effect:
        case Effect.NONE:
            return None
        case Effect.FAILURES:
            return QT_TRANSLATE_NOOP("words.bulk", "after it {failed} of {of} messages failed")
        case Effect.SILENCE:
            return QT_TRANSLATE_NOOP("words.bulk", "no message was sent after it")
        case _:
            assert_never(effect)
