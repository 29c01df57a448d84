"""What a check found: a value with a stable id, whose sentence is in `textfactor.words`."""

from dataclasses import dataclass
from enum import StrEnum


class FindingStatus(StrEnum):
    """How a check ended. A check that could not be made is `unknown` or `skipped`, never `fail`."""

    PASS = "pass"
    FAIL = "fail"
    WARNING = "warning"
    UNKNOWN = "unknown"
    """It was tried and could not be told."""
    SKIPPED = "skipped"
    """It was not tried; the blank `why` says for what reason."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of a check.

    `id` is stable (`keyring.backend`): scripts and the diagnosis rely on it. `blanks` fill its sentence: names and
    counts, never a secret or a whole phone number. `seconds` is how long the check took. `opens` is the place in the
    program that can mend it, as the knowledge base names it (`settings`), empty where there is none.
    """

    id: str
    status: FindingStatus
    blanks: tuple[tuple[str, str], ...] = ()
    seconds: float = 0.0
    opens: str = ""

    def blank(self, name: str) -> str:
        """Look up what fills a blank, empty where it has none of this name."""
        return next((value for key, value in self.blanks if key == name), "")
