"""A template cut into what is sent as it stands and what Liquid works on."""

import re
from dataclasses import dataclass
from enum import StrEnum

_TOKEN = re.compile(r"\{\{.*?\}\}|\{%-?\s*(?P<word>\w*|#).*?%\}", re.DOTALL)
_CLOSED = {
    word: re.compile(rf"\{{%-?\s*end{word}\s*-?%\}}") for word in ("raw", "comment", "doc")
}  # what stands between is no Liquid


class Sort(StrEnum):
    """What a stretch is."""

    TEXT = "text"
    OUTPUT = "output"
    TAG = "tag"
    HIDDEN = "hidden"
    """A comment: it is never sent."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a template from `start` up to `end`."""

    start: int
    end: int
    sort: Sort


def spans(source: str) -> tuple[Span, ...]:
    """Cut a template; whatever it is, the stretches follow each other and cover it."""
    found: list[Span] = []
    at = 0
    while (match := _TOKEN.search(source, at)) is not None:
        if match.start() > at:
            found.append(Span(at, match.start(), Sort.TEXT))
        word = match["word"]
        sort = Sort.OUTPUT if word is None else Sort.TAG
        found.append(Span(match.start(), match.end(), sort))
        at = match.end()
        closing = _CLOSED[word].search(source, at) if word in _CLOSED else None
        if closing is not None:
            if closing.start() > at:
                inside = Sort.TEXT if word == "raw" else Sort.HIDDEN
                found.append(Span(at, closing.start(), inside))
            found.append(Span(closing.start(), closing.end(), Sort.TAG))
            at = closing.end()
    if at < len(source):
        found.append(Span(at, len(source), Sort.TEXT))
    return tuple(found)
