"""Applies every rule to a reading."""

from collections.abc import Callable, Iterator
from typing import Final

from textfactor.domain.diagnosis import Reading, Report
from textfactor.services.diagnosis.knowledge import Knowledge
from textfactor.services.diagnosis.rules import (
    access,
    codes,
    delivery,
    logins,
    sender,
    symptoms,
    tenant,
    texts,
)
from textfactor.services.diagnosis.rules.facts import Facts, Found
from textfactor.services.diagnosis.rules.ranking import rank
from textfactor.services.diagnosis.rules.remarks import remarks

RULES: Final[tuple[Callable[[Facts], Iterator[Found]], ...]] = (
    sender.read_reasons,
    codes.read_statuses,
    codes.read_messages_codes,
    codes.read_error_codes,
    codes.read_http,
    codes.read_log_types,
    access.read_access,
    texts.read_texts,
    delivery.read_receipts,
    delivery.read_undelivered,
    delivery.read_durations,
    delivery.read_message_texts,
    delivery.read_senders,
    delivery.read_number_forms,
    delivery.read_complaints,
    delivery.read_ignored_answers,
    delivery.read_fine,
    tenant.read_states,
    tenant.read_code_traits,
    logins.read_crashes,
    logins.read_notifications,
    logins.read_limits,
    logins.read_refused_codes,
    logins.read_two_codes,
    logins.read_asked_again,
    logins.read_retries,
    logins.read_pumping,
    symptoms.read_symptoms,
)
"""Every rule; each looks at one subject and may yield any number of causes."""


def diagnose(reading: Reading, knowledge: Knowledge) -> Report:
    """Say what follows from an input: causes, best first, and remarks. Never raises for what stands in it."""
    facts = Facts(reading, knowledge)
    found = [one for rule in RULES for one in rule(facts) if not _is_of_another_action(facts, one)]
    diagnoses = rank(found, facts)
    return Report(reading, diagnoses, remarks(facts, diagnoses))


def _is_of_another_action(facts: Facts, found: Found) -> bool:
    """Tell whether an Action failed that sends no messages: it may stop logins, but it is not why no code came."""
    place, _dot, name = found.cause.partition(".")
    of_actions = place == "auth0" and name.startswith("action_")
    return (of_actions or found.cause in ("auth0.wrong_trigger", "hooks.code")) and all(
        facts.row(clue.row).other_trigger for clue in found.clues
    )
