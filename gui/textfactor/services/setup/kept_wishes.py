"""What the wizard's answers are after a run: a run that changed a wish in the tenant changes the answer too."""

from dataclasses import replace

from textfactor.domain.answers import Answers
from textfactor.domain.plan import (
    Change,
    FactorState,
    LegacyTemplatesState,
    Purpose,
    Receipt,
    Resource,
    TemplateState,
)

_WISHED = frozenset({Purpose.TURN_ON, Purpose.TURN_OFF, Purpose.TEMPLATES})
"""Purposes that are a wish of their own; taking a set-up back is no wish for a factor that is off."""


def answers_after(answers: Answers, receipt: Receipt) -> Answers:
    """Return the answers that fit the tenant after a run, so that planning anew does not take it back."""
    plan = receipt.plan
    if plan.purpose in _WISHED:
        for change in receipt.applied:
            answers = _with(answers, change)
        return answers
    if not receipt.complete or plan.purpose is Purpose.ROTATE:
        return answers
    there = plan.takes_back is (plan.purpose is Purpose.REMOVE)
    return answers if there is answers.applied else replace(answers, applied=there, login_accepted=False)


def _with(answers: Answers, change: Change) -> Answers:
    match change.after:
        case FactorState(on=on):
            return replace(answers, factor_on=on)
        case TemplateState(text=text, edited=True) if change.resource is Resource.ENROLL_TEMPLATE:
            return replace(answers, enroll_text=text)
        case TemplateState(text=text, edited=True):
            return replace(answers, verify_text=text)
        case LegacyTemplatesState(enrollment=enrollment, verification=verification):
            return replace(answers, enroll_text=enrollment, verify_text=verification)
        case _:
            return answers
