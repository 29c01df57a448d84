"""Texts looked at beside the window, and why one of them cannot go into the tenant."""

from textfactor.domain.inputs import Fault, Field, InputIssue
from textfactor.domain.templates import LintKind
from textfactor.services.context import Call, CallContext
from textfactor.services.messages.looking import Look, Shown, look

_FAULTS = {
    LintKind.EMPTY: Fault.EMPTY,
    LintKind.BAD_SYNTAX: Fault.BAD_TEMPLATE,
    LintKind.TOO_MUCH: Fault.TEMPLATE_TOO_MUCH,
    LintKind.TOO_LONG: Fault.TOO_LONG,
    LintKind.NO_CODE: Fault.NO_CODE_IN_TEXT,
}


def looking(texts: tuple[tuple[str, Shown], ...]) -> Call[tuple[Look, ...]]:
    """Make a call that looks at several texts; the first time, loading the engine takes a moment."""

    def call(ctx: CallContext) -> tuple[Look, ...]:
        seen: list[Look] = []
        for source, shown in texts:
            ctx.cancel.check()
            seen.append(look(source, shown))
        return tuple(seen)

    return call


def issue_of(field: Field, seen: Look) -> InputIssue | None:
    """Name why nobody could log in with a text, None when they could."""
    note = next((note for note in seen.notes if note.bars), None)
    return InputIssue(field, _FAULTS[note.kind], note.detail) if note is not None else None
