"""`textfactor diagnose`: what a pasted line, an answer or a small export means. Needs no network and no account."""

import sys
from typing import Final

from textfactor.cli.diagnose_logins import logins_in, logins_value, show_logins
from textfactor.cli.diagnose_words import note_line, step_line
from textfactor.cli.exits import Exit
from textfactor.cli.given import given_bytes
from textfactor.cli.output import Output
from textfactor.domain.diagnosis import Diagnosis, Report, Severity
from textfactor.services.diagnosis.knowledge import Knowledge
from textfactor.services.diagnosis.readers import read_input
from textfactor.services.diagnosis.rules import diagnose
from textfactor.words.diagnosis import Explanation, explain_article, explain_diagnosis
from textfactor.words.diagnosis_headline import headline
from textfactor.words.evidence import place_words
from textfactor.words.moments import local_time

_LARGEST: Final = 16_000_000
"""Bytes that are read of one input; what is larger is cut, and a note says so."""

_WRONG: Final = (Severity.BROKEN, Severity.PARTLY)
_SHOWN: Final = 160
"""Characters of a piece of evidence that a person is shown."""


def diagnose_given(knowledge: Knowledge, file: str, output: Output) -> Exit:
    """Diagnose a file, or what stdin holds for `-`, and write what was found."""
    if file == "-" and sys.stdin.isatty():
        output.note("Paste what you have, then end with Ctrl-D (Windows: Ctrl-Z and Enter).")
    try:
        given = given_bytes(file, _LARGEST)
    except OSError as error:
        output.refuse("file_failed", f"{file} cannot be read: {error.strerror or error}.")
        return Exit.USAGE
    report = diagnose(read_input(given, "" if file == "-" else file), knowledge)
    logins = logins_in(report.reading, knowledge)
    output.value(as_value(report, knowledge) | logins_value(logins))
    if not output.as_json:
        show(report, knowledge, output)
        show_logins(logins, output)
    return exit_of(report)


def exit_of(report: Report) -> Exit:
    """Choose the exit code: 1 where something is wrong, 0 where all is well, 6 where nothing was found."""
    if not report.diagnoses:
        return Exit.NOTHING_FOUND
    return Exit.WRONG if any(one.severity in _WRONG for one in report.diagnoses) else Exit.FINE


def as_value(report: Report, knowledge: Knowledge) -> dict[str, object]:
    """Write a report as the JSON of the command."""
    reading = report.reading
    return {
        "input": {"kind": reading.kind.value, "rows": reading.rows, "bytes": reading.bytes},
        "diagnoses": [_value(one, explain_diagnosis(one, knowledge)) for one in report.diagnoses],
        "notes": [note_line(note) for note in report.notes],
    }


def _value(one: Diagnosis, told: Explanation) -> dict[str, object]:
    return {
        "cause": one.cause,
        "title": told.title.english(),
        "meaning": told.meaning.english(),
        "confidence": one.confidence.value,
        "severity": one.severity.value,
        "evidence": [{"where": piece.where, "text": piece.text} for piece in one.evidence],
        "fix": [step_line(step) for step in told.fix],
        "links": list(told.links),
        "count": one.count,
        "first": one.first or None,
        "last": one.last or None,
    }


def show(report: Report, knowledge: Knowledge, output: Output) -> None:
    """Write a report for a person."""
    output.answer(headline(report).english())
    output.answer()
    for number, one in enumerate(report.diagnoses, start=1):
        told = explain_diagnosis(one, knowledge)
        output.answer(f"{number}. {told.title.english()} ({one.confidence.value}; {one.cause})")
        for line in _lines(one, told, knowledge):
            output.answer(f"   {line}")
        output.answer()
    for note in report.notes:
        output.answer(note_line(note))


def _lines(one: Diagnosis, told: Explanation, knowledge: Knowledge) -> list[str]:
    lines = [told.meaning.english()]
    if one.follows:
        root = explain_article(knowledge.article(one.follows), one.blanks)
        lines.append(f"This follows from: {root.title.english()}")
    for piece in one.evidence[:3]:
        place = place_words(piece.where).english()
        where = f"{place}: " if place else ""
        lines.append(f"Seen: {where}{' '.join(piece.text[:_SHOWN].split())}")
    if one.count > 1:
        when = f", {local_time(one.first)} to {local_time(one.last)}" if one.first else ""
        lines.append(f"{one.count} rows{when}")
    return [*lines, *(f"- {step_line(step)}" for step in told.fix), *told.links]
