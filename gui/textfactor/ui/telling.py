"""Puts the sentences of an outcome into a callout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textfactor.ui.messages import tr_text

if TYPE_CHECKING:  # the window paints first
    from textfactor.domain.problems import Problem
    from textfactor.ui.widgets.callout import Callout
    from textfactor.words.sentence import Sentence


def show_sentence(callout: Callout, tone: str, told: Sentence) -> None:
    """Show what happened, what it means, what to do next, and what the other side said."""
    seen = tr_text(told.seen) if told.seen is not None else ""
    steps = tuple(tr_text(step) for step in told.next)
    callout.show_message(tone, tr_text(told.title), tr_text(told.meaning), steps, seen)


def show_problem(callout: Callout, problem: Problem) -> None:
    """Show a problem in words."""
    from textfactor.words.problems import explain  # as long as all is well nobody needs these words

    show_sentence(callout, "error", explain(problem))
