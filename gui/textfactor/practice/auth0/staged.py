"""Faults of an Action's code: how a run ends whatever the code says."""

from dataclasses import replace
from typing import Final

from textfactor.practice.action import ACTION_SECONDS, ActionRun
from textfactor.practice.faults import AUTH0, FaultBoard

_STAGED: Final = {
    "action_throws": ActionRun(
        "threw",
        "staged",
        reason="Cannot read properties of undefined (reading 'status')",
        error_code="TypeError",
        error_stack="TypeError: Cannot read properties of undefined (reading 'status')\n    at exports.onExecute",
        seconds=0.2,
    ),
    "action_times_out": ActionRun(
        "timed_out", "staged", reason="Execution timed out", error_code="timeout", seconds=ACTION_SECONDS
    ),
    "action_drops": ActionRun(
        "dropped", "staged", reason="The country of this number is not on the list", seconds=0.1
    ),
}


def staged_run(faults: FaultBoard) -> ActionRun | None:
    """Return the run that a fault stages instead of the code, if any; nobody waits for its seconds."""
    return next((run for name, run in _STAGED.items() if faults.holds(name, AUTH0)), None)


def as_seen(run: ActionRun, faults: FaultBoard) -> ActionRun:
    """Return how a run ends when the code does not look at Vonage's answer: well, but for a crash."""
    ignored = run.outcome in ("dropped", "retry") and faults.holds("action_ignores_answer", AUTH0)
    return replace(run, outcome="ok", reason="", error_code="") if ignored else run
