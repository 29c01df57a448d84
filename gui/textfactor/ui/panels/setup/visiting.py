"""What the window asks of the state of a set-up, which it knows only as one of its panels."""

from PySide6.QtWidgets import QWidget

from textfactor.ui.panels.setup.panel import SetupPanel


def come_home(panel: QWidget, *, always: bool) -> None:
    """Show how things stand instead of a plan that has ended, or of any plan that is not being carried out."""
    if isinstance(panel, SetupPanel):
        panel.come_home(always=always)


def offer_texts(panel: QWidget, enroll: str, verify: str) -> bool:
    """Hand over texts that were written elsewhere; False where they cannot be taken now."""
    return isinstance(panel, SetupPanel) and panel.offer_texts(enroll, verify)
