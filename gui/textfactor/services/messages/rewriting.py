"""Texts changed at a click: rewritten to GSM-7, translated to the other path, mended as a note says."""

import re

from textfactor.domain.answers import TenantPath
from textfactor.domain.sms_text import is_gsm7, rewrite
from textfactor.domain.templates import LintKind, LintNote
from textfactor.services.messages.spans import Sort, Span, spans
from textfactor.services.messages.variables import renames

_BRACES = str.maketrans({"\uff5b": "(", "\uff5d": ")", "\ufe5b": "(", "\ufe5c": ")"})
"""Wide braces. As plain ones they could begin a tag, and they take two units each."""
_NAME = re.compile(r"'[^']*'|\"[^\"]*\"|[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*")
"""A variable with its fields; a string is passed over as a whole."""
_RENAMED = frozenset(
    {
        LintKind.LEGACY_VARIABLE,
        LintKind.UNIFIED_VARIABLE,
        LintKind.UNKNOWN_VARIABLE,
        LintKind.DOUBTFUL_VARIABLE,
    }
)


def safe_source(source: str, *, drop: bool = False) -> str | None:
    """Rewrite what is sent as it stands to GSM-7; Liquid's tags and comments stay to the letter.

    None where a character has no stand-in (`drop` leaves such characters out), or where the result would be
    another template: a sign that turns into a brace, say.
    """
    cut = spans(source)
    pieces: list[str] = []
    for span in cut:
        piece = source[span.start : span.end]
        made = _safe_text(piece, drop=drop) if span.sort is Sort.TEXT else piece
        if made is None:
            return None
        pieces.append(made)
    made = "".join(pieces)
    return made if _tags(made, spans(made)) == _tags(source, cut) else None


def _safe_text(text: str, *, drop: bool) -> str | None:
    if is_gsm7(text):
        return text
    whole = rewrite(text.translate(_BRACES))
    if whole is not None or not drop:
        return whole
    kept = "".join(rewrite(char) or "" for char in text.translate(_BRACES))
    # What is left out had a blank beside it.
    return re.sub(r"(?<=\S) {2,}(?=\S)", " ", kept)


def _tags(source: str, cut: tuple[Span, ...]) -> list[str]:
    return [source[span.start : span.end] for span in cut if span.sort is not Sort.TEXT]


def translated(source: str, path: TenantPath) -> str:
    """Name every variable that has another name on this path by that name; the rest stays.

    Works on broken templates too, and without the engine: it takes a millisecond also the first time.
    """
    names = renames(path)
    pieces = ((source[span.start : span.end], span.sort in (Sort.OUTPUT, Sort.TAG)) for span in spans(source))
    return "".join(
        _NAME.sub(lambda name: names.get(name[0], name[0]), piece) if code else piece
        for piece, code in pieces
    )


def mended(source: str, note: LintNote) -> str | None:
    """Do what a note asks for; None where that takes a person."""
    if note.kind in _RENAMED and note.instead and note.places:
        return _renamed(source, note)
    if note.kind is LintKind.NOT_GSM7:
        return safe_source(source) or _without_end(source, safe_source(source, drop=True))
    if note.kind is LintKind.NO_CODE:
        return "{{ code }} " + source.lstrip()
    if note.kind is LintKind.ORIGIN_BOUND and note.instead:
        return f"{source.rstrip()}\n\n{note.instead}"
    return None


def _without_end(source: str, made: str | None) -> str | None:
    """Take the blank away that stood before a character which was left out at the end."""
    return made if made is None or source != source.rstrip() else made.rstrip()


def _renamed(source: str, note: LintNote) -> str:
    """Put the other name in every place, the last one first so that the others stay where they are."""
    for place in reversed(note.places):
        source = source[: place.start] + note.instead + source[place.end :]
    return source
