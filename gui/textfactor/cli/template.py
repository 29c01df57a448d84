"""`textfactor template`: what a template becomes for several people, and what is wrong with it. Needs no account."""

import codecs
import sys
from dataclasses import dataclass
from pathlib import Path

from textfactor.cli.exits import Exit
from textfactor.cli.output import Output
from textfactor.cli.sms import figures
from textfactor.domain.answers import TenantPath
from textfactor.domain.sms_text import Measured, measure
from textfactor.domain.templates import TYPES, LintNote, Severity, TemplateType, login_type
from textfactor.services.messages.lint import lint
from textfactor.services.messages.preview import PEOPLE, Person, Rendered, render, values_for
from textfactor.services.messages.rewriting import safe_source, translated
from textfactor.words.templates import explain_note, severity_name

_MOST_BYTES = 8 * 1024 * 1024
"""What is read of a file: more than Auth0 takes in any coding, and never the memory of the machine."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The options: `kind` None is the message of a login, `locale` empty is each person's own."""

    path: TenantPath
    kind: TemplateType | None = None
    locale: str = ""


@dataclass(frozen=True, slots=True)
class _Sample:
    """A person with what they get."""

    who: Person
    locale: str
    rendered: Rendered
    measured: Measured


def check_template(file: str, asked: Asked, *, as_json: bool) -> Exit:
    """Render and lint; the exit code is WRONG when a note is an error, USAGE when there is nothing to look at."""
    output = Output(as_json)
    kind = asked.kind or login_type(asked.path)
    if kind not in TYPES[asked.path]:
        known = ", ".join(one.value for one in TYPES[asked.path])
        output.refuse("usage", f"The {asked.path.value} path has no message {kind.value}; it has {known}.")
        return Exit.USAGE
    try:
        source = _read(file)
    except OSError as error:
        output.refuse("file", f"{file} cannot be read: {error.strerror or type(error).__name__}.")
        return Exit.USAGE
    notes = lint(source, kind)
    samples = [_sample(source, kind, who, asked.locale) for who in PEOPLE]
    if as_json:
        output.value(_value(source, kind, samples, notes))
    else:
        _show(kind, samples, notes, output)
    return Exit.WRONG if any(note.severity is Severity.ERROR for note in notes) else Exit.FINE


def _read(file: str) -> str:
    """Read a template without the line's end that editors and `echo` add; Windows' UTF-16 is read as well."""
    if file == "-":
        raw = sys.stdin.buffer.read(_MOST_BYTES)
    else:
        with Path(file).open("rb") as opened:
            raw = opened.read(_MOST_BYTES)
    wide = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = raw.decode("utf-16" if wide else "utf-8-sig", errors="replace")
    return text.replace("\r\n", "\n").removesuffix("\n")


def _sample(source: str, kind: TemplateType, who: Person, locale: str) -> _Sample:
    rendered = render(source, values_for(kind.path, who, locale=locale))
    return _Sample(who, locale or who.locale, rendered, measure(rendered.text))


def _worst(samples: list[_Sample]) -> Measured:
    """Take the message that costs most."""
    return max((one.measured for one in samples), key=lambda found: (found.parts, found.units))


def _value(
    source: str, kind: TemplateType, samples: list[_Sample], notes: tuple[LintNote, ...]
) -> dict[str, object]:
    safe, there = safe_source(source), translated(source, kind.path)
    return {
        "path": kind.path.value,
        "type": kind.value,
        "rendered": [
            {
                "sample": one.who.id,
                "locale": one.locale,
                "text": None if one.rendered.fault else one.rendered.text,
                "fault": one.rendered.fault.value if one.rendered.fault else None,
                "sms": figures(one.measured),
            }
            for one in samples
        ],
        "lint": [_note(note) for note in notes],
        "sms": figures(_worst(samples)),
        "safe": safe if safe != source else None,
        "translated": there if there != source else None,
    }


def _note(note: LintNote) -> dict[str, object]:
    return {
        "id": note.kind.value,
        "severity": note.severity.value,
        "text": explain_note(note).english(),
        "detail": note.detail,
        "instead": note.instead or None,
        "places": [{"start": place.start, "length": place.length} for place in note.places],
    }


def _show(kind: TemplateType, samples: list[_Sample], notes: tuple[LintNote, ...], output: Output) -> None:
    output.answer(f"{kind.value} ({kind.path.value} path)")
    for text, alike in _by_text(samples).items():
        found = alike[0].measured
        parts = "1 part" if found.parts == 1 else f"{found.parts} parts"
        line = f"{found.encoding.value}, {found.units} units, {parts}, {found.units_left} units left"
        output.answer(f"  {', '.join(f'{one.who.id} ({one.locale})' for one in alike)}: {line}")
        output.answer("    " + text.replace("\n", "\n    "))
    for note in notes:
        at = f" at {note.places[0].start}" if note.places else ""
        head = f"{severity_name(note.severity).english().lower()}: {note.kind.value}{at}"
        output.answer(f"{head}: {explain_note(note).english()}")


def _by_text(samples: list[_Sample]) -> dict[str, list[_Sample]]:
    """Put those together who get the same; who gets nothing but a fault is left to the notes."""
    found: dict[str, list[_Sample]] = {}
    for one in samples:
        if one.rendered.fault is None:
            found.setdefault(one.rendered.text, []).append(one)
    return found
