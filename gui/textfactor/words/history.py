"""The journal of a tenant's changes in words: what came of each run, and the whole as text."""

from collections.abc import Callable, Iterable

from textfactor.domain.history import RunRecord
from textfactor.domain.plan import Change
from textfactor.words.changes import after, before, summarize_receipt, title
from textfactor.words.moments import local_time
from textfactor.words.problems import explain
from textfactor.words.standing import run_title
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

_KILLED = QT_TRANSLATE_NOOP(
    "words.history", "Interrupted: the program ended while it ran. Steps that may have been made: {done}."
)


def is_whole(record: RunRecord) -> bool:
    """Say whether the run did all that it meant to."""
    return record.receipt.complete and bool(record.ended)


def outcome(record: RunRecord) -> Text:
    """Say what came of a run."""
    if not record.ended:
        return text(_KILLED, done=len(record.receipt.applied))
    return summarize_receipt(record.receipt)


def stopped_by(record: RunRecord) -> Text | None:
    """Name what stopped a run; a kill is told by the outcome already."""
    problem = record.receipt.stopped_by
    return explain(problem).title if problem is not None and record.ended else None


def as_lines(records: Iterable[RunRecord], say: Callable[[Text], str] = Text.english) -> list[str]:
    """Write the journal down, in the order given; `say` brings a text into the reader's language."""
    lines: list[str] = []
    for record in records:
        plan = record.receipt.plan
        what = say(run_title(plan.purpose, takes_back=plan.takes_back))
        lines.append(
            " · ".join(part for part in (local_time(record.began), what, record.who, plan.domain) if part)
        )
        reason = stopped_by(record)
        lines.append("  " + " ".join(say(one) for one in (outcome(record), reason) if one is not None))
        lines += [line for change in record.receipt.applied for line in _change(change, say)]
        lines.append("")
    return lines


def _change(change: Change, say: Callable[[Text], str]) -> tuple[str, str]:
    return (
        f"  {say(title(change))} ({change.method} {change.path})",
        f"    {say(before(change))} → {say(after(change))}",
    )
