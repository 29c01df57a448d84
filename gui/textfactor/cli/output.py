"""Where a command's words go: the answer to stdout, everything else to stderr."""

import json
import sys
import unicodedata
from dataclasses import dataclass
from typing import TextIO

from textfactor.services.context import Doing, Progress
from textfactor.words.progress import say
from textfactor.words.sentence import Sentence


def printable(text: str) -> str:
    """Replace control characters: a terminal would obey those in a text from outside."""
    return "".join("\N{REPLACEMENT CHARACTER}" if _is_control(char) else char for char in text)


def _is_control(char: str) -> bool:
    return char not in "\n\t" and unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")


def _write(stream: TextIO, line: str) -> None:
    """Write one line at once."""
    stream.write(f"{line}\n")
    stream.flush()


@dataclass(slots=True)
class Output:
    """One command's two streams. With `as_json`, stdout carries one JSON value and nothing else."""

    as_json: bool
    _under_way: str = ""

    def answer(self, line: str = "") -> None:
        """Write a line of the answer for a person; where the answer is JSON it goes to stderr."""
        _write(sys.stderr if self.as_json else sys.stdout, printable(line))

    def value(self, value: object) -> None:
        """Write the answer as JSON, if that was asked for. ASCII only, so that any pipe can take it."""
        if self.as_json:
            _write(sys.stdout, json.dumps(value))

    def note(self, line: str) -> None:
        """Write a line to stderr."""
        _write(sys.stderr, printable(line))

    def refuse(self, kind: str, title: str, meaning: str = "", steps: tuple[str, ...] = ()) -> None:
        """Say on stderr why a command did nothing at all; where the answer is JSON, as an `error` on stdout too."""
        self.note(" ".join(piece for piece in (title, meaning, *steps) if piece))
        self.value({"error": {"kind": kind, "title": title, "meaning": meaning, "next": list(steps)}})

    def tell(self, told: Sentence) -> None:
        """Write to stderr what happened, what it means and what to do."""
        self.note(told.title.english())
        self.note(f"  {told.meaning.english()}")
        for step in told.next:
            self.note(f"  - {step.english()}")
        if told.seen is not None:
            self.note(f"  {told.seen.english()}")

    def progress(self, progress: Progress) -> None:
        """Say on stderr what is under way, once for each thing; of an export each quarter."""
        count = f" ({progress.done + 1} of {progress.total})" if progress.total else ""
        doing = say(progress).english()
        known = doing
        if progress.doing is Doing.READING_EXPORT and progress.total:  # its steps are parts of a hundred
            quarter = 4 * progress.done // progress.total
            count = f" ({25 * quarter} %)" if quarter else ""
            known = f"{doing}{count}"
        if known != self._under_way:
            self._under_way = known
            self.note(f"{doing}{count} …")
