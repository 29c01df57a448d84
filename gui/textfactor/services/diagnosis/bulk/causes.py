"""Names the cause of a row by the rules of the diagnosis. An export asks once for each distinct kind of row."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textfactor.domain.diagnosis import Diagnosis, Severity

if TYPE_CHECKING:
    from textfactor.services.diagnosis.knowledge import Knowledge

Explain = Callable[[bytes], Diagnosis | None]
"""Takes a row as it stood in the export and returns what is wrong, None where nothing is, or nothing is known."""


def explain_by_rules(knowledge: Knowledge) -> Explain:
    """Ask the rules; the first diagnosis counts."""

    def explain(row: bytes) -> Diagnosis | None:
        from textfactor.services.diagnosis.readers import read_input
        from textfactor.services.diagnosis.rules import diagnose

        found = diagnose(read_input(row), knowledge).diagnoses
        return found[0] if found and found[0].severity is not Severity.FINE else None

    return explain
