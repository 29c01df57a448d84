"""What a page is handed, and what it may offer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # the window paints first
    from collections.abc import Callable

    from textfactor.services.container import Services
    from textfactor.ui.jobs import Jobs
    from textfactor.ui.world import CurrentWorld


@dataclass(frozen=True, slots=True)
class PageTools:
    """What a page works with. `open_panel` shows another panel of the window by its key (`troubleshoot`)."""

    services: Services
    jobs: Jobs
    world: CurrentWorld
    open_panel: Callable[[str], None]


class Remedy(NamedTuple):
    """The button that helps with a problem; `action` is a bound method of the page."""

    label: str
    action: Callable[[], None]
