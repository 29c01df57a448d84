"""A sentence as a value: its source text, where it is looked up, and what is filled in afterwards."""

import re
from dataclasses import dataclass

_BLANK = re.compile(r"\{(\w+)\}")


def QT_TRANSLATE_NOOP(context: str, source: str) -> tuple[str, str]:  # noqa: N802 - the name that lupdate looks for
    """Mark a sentence for translation; `pyside6-lupdate` finds the call by its name and literal arguments."""
    return context, source


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence with named blanks (`{name}`); what fills them is never translated and never markup."""

    context: str
    source: str
    blanks: tuple[tuple[str, str], ...] = ()

    def english(self) -> str:
        """The sentence as the command line prints it."""
        return self.fill(self.source)

    def fill(self, translated: str) -> str:
        """Put the blanks into a translated source, in one pass: a brace in a value stays a brace."""
        values = dict(self.blanks)
        return _BLANK.sub(lambda blank: values.get(blank[1], blank[0]), translated)


def text(marked: tuple[str, str], **blanks: object) -> Text:
    """Make a `Text` of a marked sentence: `text(QT_TRANSLATE_NOOP("ctx", "{n} parts"), n=2)`."""
    return Text(marked[0], marked[1], tuple((name, str(value)) for name, value in blanks.items()))
