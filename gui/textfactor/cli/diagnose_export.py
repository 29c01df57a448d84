"""`textfactor diagnose` of a whole export: causes with counts, and what happened when."""

from pathlib import Path
from typing import Final

from textfactor.cli.diagnose import as_value, exit_of, show
from textfactor.cli.exits import Exit
from textfactor.cli.interrupt import interruptible
from textfactor.cli.output import Output
from textfactor.domain.bulk import BulkReport, Incident
from textfactor.domain.problems import ProblemError
from textfactor.services.container import Services
from textfactor.services.context import CallContext, CancelledError
from textfactor.services.diagnosis.bulk import looks_like_export
from textfactor.words.bulk import tell_incident
from textfactor.words.diagnosis_notes import explain_note, known_notes
from textfactor.words.moments import local_time
from textfactor.words.problems import explain

_HEAD: Final = 256 * 1024
_SHOWN: Final = 5


def is_export(file: str) -> bool:
    """Say whether a file is for this; raises OSError."""
    path = Path(file)
    with path.open("rb") as opened:
        return looks_like_export(opened.read(_HEAD), path.stat().st_size, path.name)


def diagnose_export(services: Services, file: str, output: Output) -> Exit:
    """Scan the export and write what was found."""
    from textfactor.services.diagnosis.bulk.causes import explain_by_rules
    from textfactor.services.diagnosis.bulk.scan import scan_export

    knowledge = services.knowledge()
    ctx = CallContext(output.progress)
    try:
        source = services.open_export(Path(file))
        try:
            with interruptible(ctx.cancel):
                bulk = scan_export(source, ctx, _nothing, explain_by_rules(knowledge))
        finally:
            source.close()
    except ProblemError as error:
        return _refused(error, file, output)
    except (CancelledError, KeyboardInterrupt):
        output.refuse("stopped", "Stopped before the export was read to its end.")
        return Exit.INTERRUPTED
    return _write(bulk, services, output)


def _nothing(_report: BulkReport) -> None:
    """A command shows its answer once, when it is whole."""


def _refused(error: ProblemError, file: str, output: Output) -> Exit:
    detail = error.problem.detail
    if detail in known_notes():
        output.refuse(detail, f"{file} was not read.", explain_note(detail).english())
    else:
        output.tell(explain(error.problem))
        output.value(
            {"error": {"kind": error.problem.kind.value, "title": detail, "meaning": "", "next": []}}
        )
    return Exit.USAGE


def _write(bulk: BulkReport, services: Services, output: Output) -> Exit:
    from textfactor.services.diagnosis.bulk.report import to_report

    knowledge, report = services.knowledge(), to_report(bulk)
    output.value(as_value(report, knowledge) | {"export": _value(bulk)})
    if not output.as_json:
        show(report, knowledge, output)
        _show(bulk, output)
    return exit_of(report)


def _value(bulk: BulkReport) -> dict[str, object]:
    """Write what an export has beside its diagnoses."""
    return {
        "format": bulk.format,
        "sms_rows": bulk.sms_rows,
        "sent": bulk.sent,
        "failed": bulk.failed,
        "limited": bulk.limited,
        "first": bulk.first or None,
        "last": bulk.last or None,
        "skipped": dict(bulk.skipped),
        "incidents": [_incident(incident) for incident in bulk.incidents],
        "causes": [
            {
                "cause": cause.cause or None,
                "text": cause.text,
                "count": cause.count,
                "first": cause.first or None,
                "last": cause.last or None,
                "users": cause.users,
                "numbers": cause.numbers,
                "countries": {share.value: share.count for share in cause.countries},
                "clients": {share.value: share.count for share in cause.clients},
                "senders": {share.value: share.count for share in cause.senders},
            }
            for cause in bulk.causes
        ],
        "series": {
            "start": bulk.series.start,
            "step": bulk.series.step,
            "sent": list(bulk.series.sent),
            "failed": list(bulk.series.failed),
            "limited": list(bulk.series.limited),
        },
        "top_numbers": {share.value: share.count for share in bulk.numbers},
    }


def _incident(incident: Incident) -> dict[str, object]:
    """Write something that happened; `change` and `effect` are those of a setting that somebody changed."""
    return {
        "kind": incident.kind.value,
        "begin": incident.begin,
        "end": incident.end,
        "cause": incident.cause or None,
        "subject": incident.subject or None,
        "failed": incident.failed,
        "of": incident.of,
        "numbers": incident.numbers,
        "change": incident.change or None,
        "effect": incident.effect.value if incident.change else None,
        "text": _told(incident),
    }


def _told(incident: Incident) -> str:
    return "; ".join(said.english() for said in tell_incident(incident))


def _show(bulk: BulkReport, output: Output) -> None:
    output.answer(
        f"{bulk.rows} rows, {bulk.sms_rows} about text messages: {bulk.sent} sent, {bulk.failed} failed."
    )
    for incident in bulk.incidents:
        output.answer(f"{local_time(incident.begin)} to {local_time(incident.end)}: {_told(incident)}")
    for cause in [cause for cause in bulk.causes if not cause.cause][:_SHOWN]:
        output.answer(f"Not known ({cause.count} rows): {cause.text}")
    if any("#" in cause.text for cause in bulk.causes):
        output.answer("A # in an error stands for what differs from row to row: numbers and ids.")
