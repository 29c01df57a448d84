"""Walks the tree of questions and makes a report of where it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textfactor.domain.diagnosis import Confidence, Diagnosis, InputKind, Reading, Report
from textfactor.services.diagnosis.guided.tree import QUESTIONS, START, Ending, Question

if TYPE_CHECKING:
    from textfactor.services.diagnosis.knowledge import Knowledge

_NOT_ENOUGH: Final = "not_enough"


def step_after(answers: tuple[str, ...]) -> Question | Ending:
    """Return the question that follows from the answers so far, or the end; raises KeyError for an unknown answer."""
    step: Question | Ending = QUESTIONS[START]
    for answer in answers:
        if isinstance(step, Ending):
            raise KeyError(answer)
        leads = dict(step.choices)[answer]
        step = QUESTIONS[leads] if isinstance(leads, str) else leads
    return step


def report_of(ending: Ending, knowledge: Knowledge) -> Report:
    """Make the report of an end: every cause is possible and no more, and the remarks say what to get next."""
    entry = knowledge.entry("symptoms", ending.symptom) if ending.symptom else None
    causes = dict.fromkeys((*ending.causes, *(entry.causes if entry is not None else ())))
    found = tuple(
        Diagnosis(cause, Confidence.POSSIBLE, knowledge.article(cause).severity, count=0) for cause in causes
    )
    return Report(Reading(InputKind.WORDS, 0, 0, "", ()), found, (_NOT_ENOUGH, *ending.notes))
