"""What a panel works with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # the window paints first
    from collections.abc import Callable

    from PySide6.QtCore import QSettings

    from textfactor.domain.answers import Answers
    from textfactor.services.container import Services, Workspace
    from textfactor.ui.jobs import Jobs
    from textfactor.ui.world import CurrentWorld


def _stay(*_: object) -> None:
    """Change nothing: a panel without a window around it."""


def _refuse_texts(enroll: str, verify: str) -> bool:
    """Take no texts: there is no wizard."""
    del enroll, verify
    return False


class PanelTools(NamedTuple):
    """What a panel is handed.

    `answers` returns the wizard's answers as they are now, `open_panel` shows another panel by its key. `adopt` lets
    the window work in an opened world with these answers; `begin_anew` lets the wizard ask for a new profile, and
    `leave_world` does so without keeping anything of the profile that is open.
    """

    services: Services
    jobs: Jobs
    world: CurrentWorld
    open_panel: Callable[[str], None]
    answers: Callable[[], Answers]
    settings: QSettings
    adopt: Callable[[Workspace, Answers], None] = _stay
    begin_anew: Callable[[], None] = _stay
    leave_world: Callable[[], None] = _stay
    use_texts: Callable[[str, str], bool] = _refuse_texts
    """Hands enrolment and login text to the wizard; False where it cannot take them now."""
    keep_answers: Callable[[Answers], None] = _stay
    """Hands over answers that a panel's own work in the tenant has changed."""
    open_place: Callable[[str], None] = _stay
    """Goes to where a cause is mended, by the id of the knowledge base (`panels.places`)."""
