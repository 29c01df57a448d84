"""One thing that was found in a tenant, as words."""

from dataclasses import dataclass

from textfactor.words.sentence import Marked
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

NONE = QT_TRANSLATE_NOOP("words.facts", "none")


@dataclass(frozen=True, slots=True)
class FoundFact:
    """What it is about, how it stands (parts for a face to join with commas), and where that came from.

    `name` is stable, `reason` says why it could not be read, `origin` is the request (`GET /guardian/policies`).
    A `quiet` fact says that something is not there, as is usual.
    """

    name: str
    what: Text
    how: tuple[Text, ...]
    reason: Text | None = None
    origin: str = ""
    quiet: bool = False

    def english(self) -> str:
        """How it stands, as the command line prints it."""
        return ", ".join(one.english() for one in self.how)


def plain(value: str) -> Text:
    """Make a text of what is never translated: a name, or what somebody wrote."""
    return Text("", "{value}", (("value", value),))


def fact(name: str, what: Marked, *how: Text, quiet: bool = False) -> FoundFact:
    """Make a fact; with nothing to say it is "none"."""
    return FoundFact(name, text(what), how or (text(NONE),), quiet=quiet)
