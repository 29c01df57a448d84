"""Which function makes which panel; each is loaded when it is first shown."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from textfactor.ui.panels.tools import PanelTools


def _test_message(tools: PanelTools) -> QWidget:
    from textfactor.ui.panels.test_message.panel import SendPanel

    return SendPanel(tools)


def _practice(tools: PanelTools) -> QWidget:
    from textfactor.ui.panels.practice.panel import PracticePanel

    return PracticePanel(tools)


def _troubleshoot(tools: PanelTools) -> QWidget:
    from textfactor.ui.panels.troubleshoot.panel import TroubleshootPanel

    return TroubleshootPanel(tools)


def _settings(tools: PanelTools) -> QWidget:
    from textfactor.ui.panels.settings.panel import SettingsPanel

    return SettingsPanel(tools)


PANELS: dict[str, Callable[[PanelTools], QWidget]] = {
    "test": _test_message,
    "practice": _practice,
    "troubleshoot": _troubleshoot,
    "settings": _settings,
}
