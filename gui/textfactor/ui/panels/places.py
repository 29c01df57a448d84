"""Where in the window a cause is mended: from the ids of the knowledge base to a panel, and to a page of Setup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from textfactor.flow.flow import PageId

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from textfactor.ui.wizard.shell import Shell


class Place(NamedTuple):
    """A panel by its key.

    In the wizard the page to go back to, where it was visited before; in the state of a set-up the action whose plan
    is made (see `setup.action_list`), after a look at how things stand now.
    """

    panel: str
    page: PageId | None = None
    action: str = ""


PLACES: Final[dict[str, Place]] = {
    "setup": Place("setup", PageId.REVIEW),
    "setup.look": Place("setup", PageId.REVIEW, "look"),
    "setup.plan": Place("setup", PageId.REVIEW, "set_up"),
    "setup.senders": Place("setup", PageId.REVIEW, "choose_sender"),
    "setup.policy": Place("setup", PageId.FACTOR, "run_wizard"),
    "setup.move": Place("setup", PageId.REVIEW, "move"),
    "setup.rotate": Place("setup", PageId.VONAGE, "rotate"),
    "setup.turn_on": Place("setup", PageId.FACTOR, "turn_on"),
    "vonage": Place("setup", PageId.VONAGE),
    "tenant": Place("setup", PageId.TENANT),
    "test": Place("test"),
    "messages": Place("messages"),
    "practice": Place("practice"),
    "settings": Place("settings"),
    "troubleshoot": Place("troubleshoot"),
}
"""By the id that articles name in `opens`."""


class Window(Protocol):
    """As much of the main window as is needed here."""

    @property
    def shell(self) -> Shell:
        """The wizard."""
        ...

    def show_panel(self, key: str) -> None:
        """Show a panel by its key."""
        ...

    def shown(self) -> QWidget:
        """The panel that is shown."""
        ...


def lead_to(place: str, window: Window) -> None:
    """Show where a cause is mended; nothing happens for an unknown place. Nothing is written before it was shown."""
    where = PLACES.get(place)
    if where is None:
        return
    window.show_panel(where.panel)
    shown = window.shown()
    if shown is window.shell:
        if where.page is not None:
            window.shell.go_to(where.page.value)
    elif where.action:
        from textfactor.ui.panels.setup.panel import SetupPanel  # most causes are mended elsewhere

        if isinstance(shown, SetupPanel):
            shown.lead(where.action)
