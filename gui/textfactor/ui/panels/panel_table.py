"""Which function makes which panel; each is loaded when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window paints first
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from textfactor.ui.panels.tools import PanelTools

PANEL_MODULES = tuple(
    f"textfactor.ui.panels.{name}.panel"
    for name in ("setup", "test_message", "messages", "practice", "troubleshoot", "doctor", "settings")
)
"""To be loaded in the GUI thread, as PAGE_MODULES."""


def _setup(tools: PanelTools) -> QWidget:
    from textfactor.ui.panels.setup.panel import SetupPanel

    return SetupPanel(tools)


def _test_message(tools: PanelTools) -> QWidget:
    from textfactor.ui.panels.test_message.panel import SendPanel

    return SendPanel(tools)


def _messages(tools: PanelTools) -> QWidget:
    from textfactor.ui.panels.messages.panel import MessagesPanel

    return MessagesPanel(tools)


def _practice(tools: PanelTools) -> QWidget:
    from textfactor.ui.panels.practice.panel import PracticePanel

    return PracticePanel(tools)


def _troubleshoot(tools: PanelTools) -> QWidget:
    from textfactor.ui.panels.troubleshoot.panel import TroubleshootPanel

    return TroubleshootPanel(tools)


def _doctor(tools: PanelTools) -> QWidget:
    from textfactor.ui.panels.doctor.panel import DoctorPanel

    return DoctorPanel(tools)


def _settings(tools: PanelTools) -> QWidget:
    from textfactor.ui.panels.settings.panel import SettingsPanel

    return SettingsPanel(tools)


PANELS: dict[str, Callable[[PanelTools], QWidget]] = {
    "state": _setup,
    "test": _test_message,
    "messages": _messages,
    "practice": _practice,
    "troubleshoot": _troubleshoot,
    "doctor": _doctor,
    "settings": _settings,
}
