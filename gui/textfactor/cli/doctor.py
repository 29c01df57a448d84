"""`textfactor doctor`: every check of a profile, or of the practice world, and of this computer. Sends nothing."""

from collections.abc import Callable, Iterator
from itertools import groupby

from textfactor.cli.command import Frame
from textfactor.cli.exits import Exit
from textfactor.cli.interrupt import interruptible
from textfactor.cli.output import Output
from textfactor.cli.target import Target
from textfactor.cli.worlds import Opened
from textfactor.domain.findings import FindingStatus
from textfactor.domain.problems import Problem, ProblemError
from textfactor.services.container import Services
from textfactor.services.context import CallContext, CancelledError
from textfactor.services.doctor.examining import examine
from textfactor.services.doctor.patient import Examination, Patient
from textfactor.words.doctor import Row, rows_of, status_word, verdict_of

_STOPPED = "Interrupted. Nothing was sent or changed."
_SIGNS = {
    FindingStatus.PASS: "ok",
    FindingStatus.FAIL: "FAIL",
    FindingStatus.WARNING: "note",
    FindingStatus.UNKNOWN: "?",
    FindingStatus.SKIPPED: "-",
}


def doctor(services: Services, target: Target, output: Output, *, offline: bool) -> Exit:
    """Check everything and write what was found; without a world this computer alone."""

    def told(_patient: Patient, examination: Examination) -> Exit:
        _show(services, examination, output)
        return Exit.WRONG if examination.verdict is FindingStatus.FAIL else Exit.FINE

    return in_world(services, target, output, told, offline=offline)


def in_world(
    services: Services,
    target: Target,
    output: Output,
    then: Callable[[Patient, Examination], Exit],
    *,
    offline: bool,
) -> Exit:
    """Open the world, if one was named, examine it, and hand over what was found."""
    if not target.practice and not target.profile:
        return _without_world(services, output, then, offline=offline)

    def work(opened: Opened, ctx: CallContext) -> Exit:
        patient = patient_of(opened, offline=offline)
        return then(patient, examine(services, patient, ctx))

    def failed(_problem: Problem | None) -> None:
        output.value({"verdict": FindingStatus.UNKNOWN.value, "findings": []})

    return Frame(services, output, target, failed, lambda: _STOPPED).run(work, with_tenant=True)


def patient_of(opened: Opened, *, offline: bool) -> Patient:
    """Take the keys that the command was given."""
    return Patient(opened.workspace, opened.answers, opened.vonage, opened.tenant, offline)


def _without_world(
    services: Services, output: Output, then: Callable[[Patient, Examination], Exit], *, offline: bool
) -> Exit:
    ctx, patient = CallContext(output.progress), Patient(offline=offline)
    try:
        with interruptible(ctx.cancel):
            ended = then(patient, examine(services, patient, ctx))
    except (CancelledError, KeyboardInterrupt):
        output.note(_STOPPED)
        return Exit.INTERRUPTED
    _name_profiles(services, output)
    return ended


def _name_profiles(services: Services, output: Output) -> None:
    """Say how the account and the tenant of a profile are looked at, where one is kept."""
    try:
        kept = services.profiles.load().profiles
    except ProblemError:
        return  # whoever names one is told
    names = [one.profile.name for one in kept]
    if names:
        output.note(f"Account and tenant were not looked at: --profile NAME does ({', '.join(names)}).")


def _show(services: Services, examination: Examination, output: Output) -> None:
    rows = rows_of(examination.findings, services.knowledge)
    output.value(
        {"verdict": examination.verdict.value, "findings": [_value(row) for row in rows]},
    )
    if output.as_json:
        return
    for line in _all_lines(rows):
        output.answer(line)
    output.answer()
    output.answer(f"{verdict_of(examination).english()}.")


def _value(row: Row) -> dict[str, object]:
    finding, told = row.finding, row.told
    return {
        "id": finding.id,
        "title": told.title.english(),
        "status": finding.status.value,
        "detail": told.meaning.english(),
        "fix": " ".join(step.english() for step in told.next),
        "seconds": round(finding.seconds, 3),
    }


def _all_lines(rows: tuple[Row, ...]) -> Iterator[str]:
    """Write each row; those that were skipped in a row and for one reason share a line."""
    for why, group in groupby(rows, _why_skipped):
        alike = tuple(group)
        if why and len(alike) > 1:
            yield f"{_SIGNS[FindingStatus.SKIPPED]:>4}  {', '.join(row.told.title.english() for row in alike)}: {why}"
        else:
            yield from (line for row in alike for line in _lines(row))


def _why_skipped(row: Row) -> str:
    return row.told.meaning.english() if row.finding.status is FindingStatus.SKIPPED else ""


def _lines(row: Row) -> list[str]:
    finding, told = row.finding, row.told
    took = f" ({finding.seconds:.1f} s)" if finding.seconds >= 0.1 else ""
    head = f"{_SIGNS[finding.status]:>4}  {told.title.english()}: {told.meaning.english()}{took}"
    steps = [f"      - {step.english()}" for step in told.next]
    if finding.status not in (FindingStatus.FAIL, FindingStatus.WARNING):
        return [head, *steps]
    return [f"{head} [{finding.id}, {status_word(finding.status).english()}]", *steps]
