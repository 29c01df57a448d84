"""What the options of `textfactor setup` ask for, and which of them have no say where a run is gone on with."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

from textfactor.domain.plan import Purpose

_NO_SAY: dict[str, dict[str, str]] = {
    "--undo": {
        "purpose": "--purpose",
        "path": "--path",
        "replace": "--replace",
        "run_sender": "--run-sender",
    },
    "--resume": {"purpose": "--purpose", "path": "--path"},
}
"""Options that a run has from its journal, by the name of their argument. A stopped set-up may be told more to
replace, and to run the sender first; an undo that was stopped may not (see `unheard_by_undo`)."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options ask for."""

    plan_only: bool = False
    yes: bool = False
    resume: bool = False
    undo: bool = False
    run_sender: bool = False
    purpose: Purpose = Purpose.SET_UP
    replaces: tuple[str, ...] = ()

    @property
    def has_consent(self) -> bool:
        """Whether consent was given, is not needed, or can be asked for on a terminal."""
        return self.yes or self.plan_only or sys.stdin.isatty()

    @property
    def way(self) -> str:
        """The option that goes on with a run, empty for a run of its own."""
        return "--undo" if self.undo else "--resume" if self.resume else ""

    @property
    def unheard_by_undo(self) -> tuple[str, ...]:
        """The options that say nothing where the run to resume is itself an undo."""
        said = (("--replace", bool(self.replaces)), ("--run-sender", self.run_sender))
        return tuple(name for name, given in said if given)


def unheard(way: str, was_given: Callable[[str], bool]) -> tuple[str, ...]:
    """List the options that were given on the command line but have no say beside `way`.

    `was_given` tells it of an argument; its value does not, since the default may have been typed.
    """
    return tuple(option for name, option in _NO_SAY.get(way, {}).items() if was_given(name))
