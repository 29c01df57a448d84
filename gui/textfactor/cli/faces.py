"""What the command line is handed by `__main__`: callables, so that it imports neither Qt nor an adapter."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # so that `--version` loads nothing
    from textfactor.services.container import Services


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """How the window opens. `theme` is light, dark, system or empty for the kept one; `lang` may be empty too."""

    practice: bool = False
    theme: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class TourOptions:
    """How the tour drives the wizard and where its pictures go."""

    out: Path
    theme: str = "light"
    lang: str = ""
    scale: float = 1.0
    as_json: bool = False


@dataclass(frozen=True, slots=True)
class PracticeOptions:
    """How a practice world in the foreground behaves.

    `plan` is the Auth0 plan whose limits hold; `latency` in seconds is added to each answer. With
    `parent_pipe` it ends when its stdin does, so that it cannot outlive the program that started it.
    """

    faults: tuple[str, ...] = ()
    plan: str = "professional"
    latency: float = 0.0
    as_json: bool = False
    parent_pipe: bool = False


@dataclass(frozen=True, slots=True)
class Faces:
    """Everything that the command line can start; each of the four gives the exit code."""

    make_services: "Callable[[], Services]"
    serve_practice: Callable[[PracticeOptions], int]
    """Raises ValueError with a sentence for a fault that does not exist."""
    run_window: Callable[[WindowOptions], int]
    run_tour: Callable[[TourOptions], int]
    self_check: Callable[[], int]
