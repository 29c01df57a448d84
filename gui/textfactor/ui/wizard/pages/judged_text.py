"""A text looked at beside the window: rendered, measured, linted; and the words for what was found."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from textfactor.domain.inputs import Fault, Field, InputIssue
from textfactor.domain.sms_text import Measured, measure
from textfactor.services.context import Call, CallContext
from textfactor.services.messages.preview import SAMPLE, LintKind, LintNote, Rendered, lint, render
from textfactor.ui.messages import fill

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Judged:
    """A source with what becomes of it."""

    source: str
    rendered: Rendered
    measured: Measured
    notes: tuple[LintNote, ...]


def judge(source: str, tenant: str) -> Judged:
    """Render for a tenant of this name, measure and lint; the first time, loading the engine takes a moment."""
    rendered = render(source, {**SAMPLE, "friendly_name": tenant})
    return Judged(source, rendered, measure(rendered.text), lint(source))


def judging(sources: tuple[str, ...], tenant: str) -> Call[tuple[Judged, ...]]:
    """Make a call that judges several texts."""

    def call(ctx: CallContext) -> tuple[Judged, ...]:
        judged: list[Judged] = []
        for source in sources:
            ctx.cancel.check()
            judged.append(judge(source, tenant))
        return tuple(judged)

    return call


def issue_of(field: Field, judged: Judged) -> InputIssue | None:
    """Name why a text cannot do its job, None when it can."""
    if not judged.source.strip():
        return InputIssue(field, Fault.EMPTY)
    if judged.rendered.fault is not None:
        return InputIssue(field, judged.rendered.fault, judged.rendered.detail)
    faults = {
        LintKind.BAD_SYNTAX: Fault.BAD_TEMPLATE,
        LintKind.NO_CODE: Fault.NO_CODE_IN_TEXT,
        LintKind.TOO_LONG: Fault.TOO_LONG,
    }
    note = next((note for note in judged.notes if note.serious), None)
    return InputIssue(field, faults[note.kind], note.detail) if note is not None else None


def note_text(note: LintNote) -> str:
    """Put a note into words; the serious ones stand at the field instead."""
    match note.kind:
        case LintKind.LEGACY_VARIABLE if note.instead:
            words = translate("Judged", "{{ {name} }} is the legacy name: write {{ {instead} }} instead.")
        case LintKind.LEGACY_VARIABLE:
            words = translate("Judged", "{{ {name} }} exists on the legacy path only: nothing shows there.")
        case LintKind.UNKNOWN_VARIABLE:
            words = translate("Judged", "Auth0 knows no {{ {name} }}: nothing shows there.")
        case LintKind.LINK:
            words = translate("Judged", "There is a link in it ({name}): carriers hold such messages back.")
        case _:
            return ""
    return fill(words, name=note.detail, instead=note.instead)
