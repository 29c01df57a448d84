"""What a panel works with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # the window paints first
    from collections.abc import Callable

    from PySide6.QtCore import QSettings

    from textfactor.domain.answers import Answers
    from textfactor.services.container import Services
    from textfactor.ui.jobs import Jobs
    from textfactor.ui.world import CurrentWorld


class PanelTools(NamedTuple):
    """`answers` returns the wizard's answers as they are now, `open_panel` shows another panel by its key."""

    services: Services
    jobs: Jobs
    world: CurrentWorld
    open_panel: Callable[[str], None]
    answers: Callable[[], Answers]
    settings: QSettings
