"""What a tenant's settings and a sender's source show."""

from collections.abc import Iterator
from typing import Final

from textfactor.domain.diagnosis import Clue, ClueKind, Confidence
from textfactor.services.diagnosis.operations import SUBJECTS
from textfactor.services.diagnosis.rules.facts import CERTAIN, LIKELY, POSSIBLE, Facts, Found

_STATES: Final[dict[str, tuple[str, Confidence]]] = {
    "factor_off": ("auth0.factor_off", CERTAIN),
    "nobody_asks": ("auth0.nobody_asks", CERTAIN),
    "no_message_types": ("auth0.no_message_types", CERTAIN),
    "voice_only": ("auth0.voice_only", CERTAIN),
    "twilio_selected": ("auth0.twilio_selected", CERTAIN),
    "built_in_selected": ("auth0.builtin_limit", POSSIBLE),
    "provider_missing": ("auth0.provider_missing", CERTAIN),
    "provider_disabled": ("auth0.provider_disabled", CERTAIN),
    "action_unbound": ("auth0.action_unbound", CERTAIN),
    "wrong_trigger": ("auth0.wrong_trigger", CERTAIN),
    "build_failed": ("auth0.build_failed", CERTAIN),
    "build_pending": ("auth0.build_stuck", POSSIBLE),
    "action_not_deployed": ("auth0.action_not_deployed", CERTAIN),
    "draft_newer": ("auth0.draft_newer", CERTAIN),
    "secret_missing": ("auth0.secret_missing", CERTAIN),
    "no_credit": ("vonage.status.9", CERTAIN),
    "low_credit": ("vonage.status.9", LIKELY),
    "no_record": ("vonage.no_record", LIKELY),
    "no_numbers": ("vonage.no_numbers", CERTAIN),
    "hook_left": ("hooks.ended", CERTAIN),
    "template_disabled": ("template.disabled", CERTAIN),
    "template_no_code": ("template.no_code", CERTAIN),
    "legacy_variable": ("template.legacy_variable", CERTAIN),
}
"""By the trait that a reader saw, its cause."""

_CHANGES: Final[dict[str, tuple[str, Confidence]]] = {
    "factor_switched_off": ("auth0.factor_off", LIKELY),
    "policy_emptied": ("auth0.nobody_asks", LIKELY),
    "types_emptied": ("auth0.no_message_types", LIKELY),
    "types_voice_only": ("auth0.voice_only", LIKELY),
    "provider_deleted": ("auth0.provider_missing", LIKELY),
    "provider_switched_off": ("auth0.provider_disabled", LIKELY),
    "provider_twilio": ("auth0.twilio_selected", LIKELY),
    "provider_built_in": ("auth0.builtin_limit", POSSIBLE),
    "action_deleted": ("auth0.action_missing", POSSIBLE),
    "binding_emptied": ("auth0.action_unbound", LIKELY),
    "factor_switched_on": ("", LIKELY),
    "provider_switched_on": ("", LIKELY),
    "binding_set": ("", LIKELY),
}
"""What a change leads to that a row of a call to the Management API tells: empty where nothing is wrong with it.

The rows say what was done, not how it is now, so none is certain. Changes that are not here may be to blame.
"""

_CODE: Final[dict[str, tuple[str, Confidence]]] = {
    "hook_signature": ("hooks.ended", CERTAIN),
    "hook_secrets": ("hooks.code", LIKELY),
    "rule_signature": ("hooks.rules", CERTAIN),
    "secret_typo": ("auth0.action_threw", LIKELY),
    "legacy_fields_on_unified": ("auth0.wrong_trigger", LIKELY),
    "unified_fields_on_legacy": ("auth0.wrong_trigger", LIKELY),
    "ignores_answer": ("auth0.action_ignores_answer", LIKELY),
    "does_not_wait": ("auth0.action_ignores_answer", LIKELY),
    "sends_nothing": ("auth0.action_ignores_answer", POSSIBLE),
    "first_part_only": ("auth0.action_ignores_answer", POSSIBLE),
    "no_unicode": ("vonage.characters_lost", POSSIBLE),
    "own_text": ("template.ignored", LIKELY),
}
"""By the trait of a source, its cause."""


def read_states(facts: Facts) -> Iterator[Found]:
    """Yield what the settings show."""
    for _row, clue in facts.clues(ClueKind.STATE):
        if clue.value in _STATES:
            cause, sure = _STATES[clue.value]
            yield Found(cause, sure, (clue,))
    yield from _changes(facts)


def _changes(facts: Facts) -> Iterator[Found]:
    """Yield what was changed; of several changes of the same the last one counts."""
    last: dict[str, Clue] = {}
    for _row, clue in facts.clues(ClueKind.STATE):
        subject = SUBJECTS.get(clue.value)
        if subject is not None and (subject not in last or clue.at >= last[subject].at):
            last[subject] = clue
    for clue in last.values():
        cause, sure = _CHANGES.get(clue.value, ("auth0.settings_changed", POSSIBLE))
        if cause:
            yield Found(cause, sure, (clue,))


def read_code_traits(facts: Facts) -> Iterator[Found]:
    """Yield what a pasted source shows."""
    hook = any(clue.value == "hook_signature" for _row, clue in facts.clues(ClueKind.CODE))
    for _row, clue in facts.clues(ClueKind.CODE):
        if clue.value in _CODE:
            cause, sure = _CODE[clue.value]
            yield Found(
                cause, sure, (clue,), follows="hooks.ended" if hook and cause != "hooks.ended" else ""
            )
        if clue.value == "hook_signature":
            yield Found("hooks.code", CERTAIN, (clue,), follows="hooks.ended")
