"""Diagnoses a log export of any size."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, Final

from textfactor.domain.bulk import CauseCount, Incident, IncidentKind, RowKind, Share
from textfactor.services.context import Doing
from textfactor.services.diagnosis.bulk.incidents import START, find_incidents
from textfactor.services.diagnosis.bulk.merged import SIGNATURE, Merged
from textfactor.services.diagnosis.bulk.messages import Messages
from textfactor.services.diagnosis.bulk.table import BulkRows
from textfactor.services.diagnosis.bulk.tally import Details, Tally

if TYPE_CHECKING:
    from collections.abc import Callable

    from textfactor.domain.bulk import BulkReport
    from textfactor.services.context import CallContext
    from textfactor.services.diagnosis.bulk.causes import Explain
    from textfactor.services.diagnosis.bulk.source import ExportSource

_PAUSE: Final = 0.2
"""Seconds between two partial results."""
_STEPS: Final = 100
"""Progress is told in hundredths of the file."""


def scan_export(
    source: ExportSource, ctx: CallContext, partial: Callable[[BulkReport], None], explain: Explain
) -> BulkReport:
    """Read the whole export and say what is in it.

    `partial` is handed what is known so far, the first time as soon as there is anything. `explain` names the cause
    of a row (`explain_by_rules`). The report's table reads from `source`, which therefore stays open: its owner closes
    it. Raises `CancelledError` when a stop is asked for and `ProblemError` when the file cannot be read.
    """
    merged = Merged(explain)
    tally = Tally(merged)
    shown = 0.0
    ctx.doing(Doing.READING_EXPORT, 0, _STEPS, source.name)
    with closing(source.stretches(ctx.cancel)) as stretches:
        for stretch in stretches:
            tally.add(merged.add(stretch))
            done = _STEPS * merged.read // max(1, source.size)
            ctx.doing(Doing.READING_EXPORT, min(done, _STEPS - 1), _STEPS, source.name)
            if monotonic() - shown >= _PAUSE:
                partial(tally.report(source.name, source.size))
                shown = monotonic()
    merged.close()
    ctx.cancel.check()
    return _complete(tally.report(source.name, source.size), merged, source)


def _complete(report: BulkReport, merged: Merged, source: ExportSource) -> BulkReport:
    details = Details(merged)
    failures = details.failures()
    table = BulkRows(merged, source)
    messages = Messages(merged)
    incidents = find_incidents(messages, merged, lambda row: table.row(row).user)
    causes = (*_of_changes(incidents, merged), *(details.complete(cause) for cause in report.causes))
    users = ((table.row(row), count) for row, count in details.people(failures))
    return replace(
        report,
        read=report.bytes,
        causes=causes,
        incidents=incidents,
        series=details.series(report.causes),
        users=tuple(Share(row.user, count) for row, count in users),
        numbers=details.numbers(failures),
        notes=(*report.notes, *_notes(report, merged, causes)),
        done=True,
        table=table,
        moments=messages.moments(),
    )


def _of_changes(incidents: tuple[Incident, ...], merged: Merged) -> tuple[CauseCount, ...]:
    """Count the changes of settings that matter, by cause, the earliest first."""
    found: dict[str, list[Incident]] = {}
    for one in incidents:
        if one.kind is IncidentKind.CHANGE and one.cause:
            found.setdefault(one.cause, []).append(one)
    return tuple(_of_change(cause, ones, merged) for cause, ones in found.items())


def _of_change(cause: str, ones: list[Incident], merged: Merged) -> CauseCount:
    signature = merged.columns[SIGNATURE][ones[0].row]
    return CauseCount(
        cause,
        len(ones),
        ones[0].begin,
        ones[-1].begin,
        row=ones[0].row,
        text=merged.causes.texts[signature],
        kind=RowKind.CHANGED,
        diagnosis=merged.causes.diagnoses[signature],
    )


def _notes(report: BulkReport, merged: Merged, causes: tuple[CauseCount, ...]) -> tuple[str, ...]:
    """Say by ids what else is worth knowing."""
    notes: list[str] = []
    if not report.rows:
        notes.append("nothing_given")
    elif not report.sms_rows:
        notes.append("not_sms")
    elif START in merged.causes.types and RowKind.SENT not in merged.causes.kinds and not report.failed:
        notes.append("no_message_sent")
    elif not causes:
        notes.append("nothing_wrong")
    if any(kind != "no_time" for kind, _ in report.skipped):
        notes.append("rows_skipped")
    if any(not cause.cause for cause in report.causes):
        notes.append("unknown_errors")
    if "gzip" in report.format or "zip" in report.format:
        notes.append("unpack_limits")
    return tuple(notes)
