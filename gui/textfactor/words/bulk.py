"""Incidents of an export in words."""

from typing import assert_never

from textfactor.domain.bulk import Incident, IncidentKind
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text


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
        case _:
            assert_never(incident.kind)
    return text(marked, failed=failed, of=of, about=about, numbers=incident.numbers)
