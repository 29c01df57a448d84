"""What the command line is handed by `__main__`: callables, so that it imports neither Qt nor an adapter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from textfactor.domain.answers import TenantPath

if TYPE_CHECKING:  # so that `--version` loads nothing
    from collections.abc import Callable
    from pathlib import Path

    from textfactor.services.container import Services


class WindowOptions(NamedTuple):
    """How the window opens. `theme` is light, dark, system or empty for the kept one; `lang` may be empty too."""

    practice: bool = False
    theme: str = ""
    lang: str = ""
    path: TenantPath = TenantPath.UNIFIED


class TourOptions(NamedTuple):
    """How the tour drives the wizard and where its pictures go."""

    out: Path
    theme: str = "light"
    lang: str = ""
    scale: float = 1.0
    as_json: bool = False
    path: TenantPath = TenantPath.UNIFIED


class PracticeOptions(NamedTuple):
    """How a practice world in the foreground behaves.

    `plan` is the Auth0 plan whose limits hold, `path` unified or legacy, `state` how the tenant starts; `latency`
    in seconds is added to each answer. With `parent_pipe` it ends when its stdin does, so that it cannot outlive
    the program that started it.
    """

    faults: tuple[str, ...] = ()
    plan: str = "professional"
    latency: float = 0.0
    as_json: bool = False
    parent_pipe: bool = False
    path: str = "unified"
    state: str = "fresh"


class MakeServices(Protocol):
    """Puts the program together."""

    def __call__(self, practice_path: TenantPath = TenantPath.UNIFIED, /) -> Services:
        """Return the services; a practice world that they start has this path."""
        ...


class Faces(NamedTuple):
    """Everything that the command line can start; each that runs something gives the exit code."""

    make_services: MakeServices
    serve_practice: Callable[[PracticeOptions], int]
    """Raises ValueError with a sentence for a fault or a state that does not exist."""
    run_window: Callable[[WindowOptions], int]
    run_tour: Callable[[TourOptions], int]
    self_check: Callable[[], int]
    list_faults: Callable[[], tuple[tuple[str, str], ...]]
    """Gives the practice world's faults: name and meaning, in the order of a switchboard."""
