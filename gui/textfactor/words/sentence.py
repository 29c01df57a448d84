"""What a person is told: what happened, what it means, what to do next, what was seen."""

from dataclasses import dataclass

from textfactor.words.text import Text, text

Marked = tuple[str, str]
"""What `QT_TRANSLATE_NOOP` returns: a context and a source text."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """An outcome in words: `next` holds steps, best first; `seen` repeats what the other side answered."""

    title: Text
    meaning: Text
    next: tuple[Text, ...] = ()
    seen: Text | None = None


def sentence(title: Marked, meaning: Marked, *following: Marked, **blanks: object) -> Sentence:
    """Make a `Sentence` whose parts share their blanks.

    Text from outside goes into the blank that is named last: blanks are filled in order, so nothing in it can
    be taken for another blank.
    """
    return Sentence(
        text(title, **blanks),
        text(meaning, **blanks),
        tuple(text(step, **blanks) for step in following),
    )
