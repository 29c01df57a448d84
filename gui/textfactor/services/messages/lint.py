"""What is wrong with a text, and where: found in the template and in what it becomes for several people."""

import difflib
import re
from collections.abc import Iterator, Sequence

from textfactor.domain.answers import TenantPath
from textfactor.domain.inputs import Fault
from textfactor.domain.sms_text import is_gsm7, measure
from textfactor.domain.templates import (
    LIMIT,
    SMS_LIMIT,
    TRIAL_REMARK,
    LintKind,
    LintNote,
    Place,
    TemplateType,
)
from textfactor.services.messages import variables
from textfactor.services.messages.engine import parse
from textfactor.services.messages.preview import PEOPLE, Rendered, render, values_for
from textfactor.services.messages.spans import Sort, spans

_LINK = re.compile(r"(?i)\b(?:https?://|www\.)\S+|\b[a-z0-9-]+\.(?:com|net|org|io|app|link|ly)\b(?:/\S*)?")
_VARIABLE = re.compile(r"[A-Za-z_][\w-]*(?:\s*\.\s*[A-Za-z_][\w-]*|\s*\[[^\[\]]*\])*")
_LOCALE = re.compile(r"['\"]([a-z]{2,3}(?:-[A-Za-z]{2,4})?)['\"]")
_ORIGIN = re.compile(r"@[a-z0-9-]+(?:\.[a-z0-9-]+)+ #\S+", re.IGNORECASE)
_MOST_LOCALES = 8
_CODE = str(variables.SAMPLE["code"])
_MOST_CHARACTERS = 12


def lint(
    source: str, kind: TemplateType = TemplateType.OTP_VERIFY, *, domain: str = ""
) -> tuple[LintNote, ...]:
    """Look a text over as a message of this type: serious notes first, each thing named once.

    `domain` is where people log in; with it the suggested last line is complete.
    """
    if not source.strip():
        return (LintNote(LintKind.EMPTY),)
    if len(source) > LIMIT:
        return (LintNote(LintKind.TOO_LONG, str(len(source))),)
    texts = _texts(source, kind)
    broken = next((found for found in texts.values() if found.fault is not None), None)
    if broken is not None:
        return (_broken(source, broken),)
    notes = [*_about_variables(source, kind), *_about_results(texts), *_about_words(source, texts, kind)]
    if kind.needs_code:
        notes += [*_about_code(source, texts), *_about_origin(source, texts, domain)]
    elif all(not found.text.strip() for found in texts.values()):
        notes.append(LintNote(LintKind.EMPTY))
    order = list(LintKind)
    notes.sort(key=lambda note: (not note.bars, note.severity.value != "error", order.index(note.kind)))
    return tuple(notes)


def _broken(source: str, found: Rendered) -> LintNote:
    """Say why the text cannot be looked at any closer."""
    if found.fault is Fault.TEMPLATE_TOO_MUCH:
        return LintNote(LintKind.TOO_MUCH, found.detail)
    places = (Place(found.at, _length_of_tag(source, found.at)),) if found.at is not None else ()
    return LintNote(LintKind.BAD_SYNTAX, found.detail, places=places)


def _length_of_tag(source: str, at: int) -> int:
    """Mark up to the end of the word, or the two braces."""
    word = re.compile(r"\{[{%].*|\w+|.", re.DOTALL).match(source, at)
    return min(len(word[0]), 24) if word is not None else 0


# ------------------------------------------------------------ variables


def _about_variables(source: str, kind: TemplateType) -> Iterator[LintNote]:
    found = parse(source).analyze(include_partials=False).globals
    places: dict[str, list[Place]] = {}
    for uses in found.values():
        for use in uses:
            places.setdefault(_path(use.segments), []).extend(_place(source, use.span.index))
    for name in sorted(places):
        note = _judge(name, kind)
        if note is not None:
            yield LintNote(note.kind, note.detail, note.instead, tuple(sorted(places[name], key=_start)))


def _start(place: Place) -> int:
    return place.start


def _path(segments: Sequence[object]) -> str:
    """Write a variable as `user.name`; what is looked up by another variable stays `*`."""
    return ".".join(part if isinstance(part, str) else "*" for part in segments)


def _place(source: str, at: int) -> Iterator[Place]:
    """Find how far a variable reaches; inside a `liquid` tag the engine counts from elsewhere."""
    match = _VARIABLE.match(source, at)
    if match is not None:
        yield Place(at, len(match[0]))


def _judge(name: str, kind: TemplateType) -> LintNote | None:
    """Say what is wrong with one variable."""
    path = kind.path
    if name == "code" and not kind.has_code:
        return LintNote(LintKind.CODE_NOT_HERE, name)
    if path is TenantPath.LEGACY and name in variables.DOUBTFUL:
        return LintNote(LintKind.DOUBTFUL_VARIABLE, name, variables.DOUBTFUL[name])
    if variables.knows(path, name):
        return None
    other = variables.other_name(path, name)
    if other is not None:
        legacy = path is TenantPath.UNIFIED
        return LintNote(LintKind.LEGACY_VARIABLE if legacy else LintKind.UNIFIED_VARIABLE, name, other)
    near = difflib.get_close_matches(name, variables.names(path), 1, 0.75)
    return LintNote(LintKind.UNKNOWN_VARIABLE, name, near[0] if near else "")


# ------------------------------------------------------------ what becomes of it


def _texts(source: str, kind: TemplateType) -> dict[str, Rendered]:
    """Render for every sample user and every locale that the text names, up to the first fault; by the locale."""
    shown: dict[str, Rendered] = {}
    for who in PEOPLE:
        shown[who.locale] = render(source, values_for(kind.path, who))
        if shown[who.locale].fault is not None:
            return shown
    named = dict.fromkeys(_LOCALE.findall(source)) if "locale" in source or "requestInfo" in source else {}
    for locale in list(named)[:_MOST_LOCALES]:
        if locale not in shown:
            shown[locale] = render(source, values_for(kind.path, PEOPLE[0], locale=locale))
    return shown


def _about_code(source: str, texts: dict[str, Rendered]) -> Iterator[LintNote]:
    """The code may be written in groups; its digits have to be there for everybody."""
    used = "code" in {_path(use) for use in parse(source).global_variable_segments(include_partials=False)}
    without = [locale for locale, found in texts.items() if _CODE not in re.sub(r"\D", "", found.text)]
    if not used or len(without) == len(texts):
        yield LintNote(LintKind.NO_CODE)
    elif without:
        yield LintNote(LintKind.NO_CODE_FOR, ", ".join(without))


def _about_results(texts: dict[str, Rendered]) -> Iterator[LintNote]:
    longest = max(len(found.text) for found in texts.values())
    if longest > SMS_LIMIT:
        yield LintNote(LintKind.TOO_LONG, str(longest))
    parts = max(measure(found.text).parts for found in texts.values())
    if parts > 1:
        yield LintNote(LintKind.SEVERAL_PARTS, str(parts))
    remarked = max(measure(found.text + TRIAL_REMARK).parts for found in texts.values())
    if remarked > max(parts, 1):
        yield LintNote(LintKind.TRIAL_PART, str(remarked))


# ------------------------------------------------------------ the words themselves


def _about_words(source: str, texts: dict[str, Rendered], kind: TemplateType) -> Iterator[LintNote]:
    prose = [(span.start, source[span.start : span.end]) for span in spans(source) if span.sort is Sort.TEXT]
    if kind.needs_code:
        yield from _links(source, prose)
    odd = [
        (start + index, char)
        for start, text in prose
        if not is_gsm7(text)
        for index, char in enumerate(text)
        if not is_gsm7(char)
    ]
    if odd:
        yield LintNote(LintKind.NOT_GSM7, _listed(char for _, char in odd), places=_stretches(odd))
        return
    filled = [char for found in texts.values() for char in found.text if not is_gsm7(char)]
    if filled:
        yield LintNote(LintKind.FILLED_NOT_GSM7, _listed(iter(filled)))


def _links(source: str, prose: list[tuple[int, str]]) -> Iterator[LintNote]:
    """Find links, but not the domain in a last line that browsers read."""
    last = origin_line(source)
    end = len(source) if last is None else last.start
    found: dict[str, list[Place]] = {}
    for start, text in prose:
        for match in _LINK.finditer(text):
            if start + match.start() < end:
                found.setdefault(match[0], []).append(Place(start + match.start(), len(match[0])))
    for link, places in found.items():
        yield LintNote(LintKind.LINK, link, places=tuple(places))


def _listed(chars: Iterator[str]) -> str:
    return " ".join(list(dict.fromkeys(chars))[:_MOST_CHARACTERS])


def _stretches(odd: list[tuple[int, str]]) -> tuple[Place, ...]:
    """Join characters that stand beside each other."""
    places: list[Place] = []
    for at, _char in odd:
        if places and places[-1].end == at:
            places[-1] = Place(places[-1].start, places[-1].length + 1)
        else:
            places.append(Place(at, 1))
    return tuple(places)


# ------------------------------------------------------------ the last line


def origin_line(source: str) -> Place | None:
    """Find a last line that begins with @, which is meant for browsers and not for people."""
    stripped = source.rstrip()
    start = stripped.rfind("\n") + 1
    return Place(start, len(stripped) - start) if stripped.startswith("@", start) else None


def _about_origin(source: str, texts: dict[str, Rendered], domain: str) -> Iterator[LintNote]:
    last = origin_line(source)
    if last is None:
        line = f"@{domain} #{{{{ code }}}}" if domain else ""
        yield LintNote(LintKind.ORIGIN_BOUND, domain, line)
        return
    lines = [found.text.rstrip().rpartition("\n")[2] for found in texts.values()]
    if not all(_ORIGIN.fullmatch(line) for line in lines):
        yield LintNote(LintKind.ORIGIN_WRONG, places=(last,))
    yield LintNote(LintKind.TRIAL_ORIGIN, places=(last,))
