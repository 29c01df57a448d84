"""What `textfactor setup` answers: the plan, how far it got, what stopped it; as JSON and in words."""

from dataclasses import dataclass
from enum import StrEnum

from textfactor.cli.output import Output
from textfactor.domain.plan import Change, Plan, Receipt, Resource
from textfactor.domain.problems import Problem, ProblemKind, Service
from textfactor.domain.running import RunResult
from textfactor.words import changes
from textfactor.words.plan_notes import beside_note, hook_note, still_asked_note
from textfactor.words.plan_stays import stays_note
from textfactor.words.problems import explain


class State(StrEnum):
    """Where the tenant stands after the command."""

    PLANNED = "planned"
    APPLIED = "applied"
    NOTHING_TO_DO = "nothing to do"
    STOPPED = "stopped"
    UNDONE = "undone"


@dataclass(slots=True)
class Report:
    """Filled in as the command goes on, so that a stop at any point can be told in full."""

    state: State = State.STOPPED
    path: str | None = None
    plan: Plan | None = None
    applied: tuple[Change, ...] = ()
    stopped_by: Problem | None = None
    left: tuple[Resource, ...] = ()
    """What an undo left as it is, since somebody has changed it."""
    sender_run: RunResult | None = None
    """How the sender ran on this computer, where that was asked for."""

    def take(self, receipt: Receipt, done: State) -> None:
        """Take over how far an apply got."""
        self.applied = receipt.applied
        self.left = receipt.left
        self.stopped_by = receipt.stopped_by or (_left_alone(receipt) if receipt.left else None)
        self.state = done if receipt.complete and not receipt.left else State.STOPPED

    def value(self) -> dict[str, object]:
        """Give the JSON answer. No secret is ever part of a change."""
        answer: dict[str, object] = {
            "path": self.path,
            "plan": [_row(change) for change in self.plan.changes] if self.plan else [],
            "applied": [change.id for change in self.applied],
            "stopped_by": _problem(self.stopped_by) if self.stopped_by else None,
            "state": self.state.value,
        }
        if self.left:
            answer["left"] = [part.value for part in self.left]
        if self.sender_run is not None:
            answer["sender_run"] = _run(self.sender_run)
        return answer


def _left_alone(receipt: Receipt) -> Problem:
    """Say for scripts that not all was taken back."""
    return Problem(ProblemKind.DRIFT, Service.AUTH0, " ".join(part.value for part in receipt.left))


def _run(result: RunResult) -> dict[str, object]:
    return {
        "outcome": result.outcome.value,
        "engine": result.engine,
        "reason": result.reason,
        "code": result.error_code,
        "seconds": round(result.seconds, 3),
        "console": list(result.console),
    }


def _row(change: Change) -> dict[str, object]:
    return {
        "id": change.id,
        "title": changes.title(change).english(),
        "method": change.method,
        "path": change.path,
        "before": changes.before(change).english(),
        "after": changes.after(change).english(),
        "undo": change.undo,
    }


def _problem(problem: Problem) -> dict[str, object]:
    told = explain(problem)
    return {
        "kind": problem.kind.value,
        "where": problem.where.value,
        "detail": problem.detail,
        "status": problem.status,
        "code": problem.code,
        "title": told.title.english(),
        "meaning": told.meaning.english(),
        "next": [step.english() for step in told.next],
    }


def show_plan(plan: Plan, output: Output) -> None:
    """Write every change with its request, before and after."""
    output.answer(changes.summarize(plan).english())
    for number, change in enumerate(plan.changes, start=1):
        output.answer(f"{number}. {changes.title(change).english()}")
        output.answer(f"   {change.method} {change.path}")
        output.answer(f"   {changes.before(change).english()} → {changes.after(change).english()}")
        for note in changes.secret_notes(change):
            output.answer(f"   {note.english()}")
        if not change.undo:
            output.answer(f"   {changes.undo_note(change).english()}")
    if (stays := stays_note(plan)) is not None:
        output.answer(f"{stays[0].english()}: {' '.join(one.english() for one in stays[1])}")
    for note in (hook_note(plan), still_asked_note(plan), beside_note(plan)):
        if note is not None:
            output.answer(f"{note[0].english()}. {note[1].english()}")
