"""Profiles, secrets, and how the window looks."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from textfactor.ui import theme
from textfactor.ui.panels.frame import Panel
from textfactor.ui.panels.settings.appearance_section import AppearanceSection
from textfactor.ui.panels.settings.profiles_section import ProfilesSection
from textfactor.ui.panels.settings.secrets_section import SecretsSection
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.theme import THEME_KEY
from textfactor.ui.widgets.labels import ShortLabel, TextLabel

__all__ = ["THEME_KEY", "SettingsPanel"]


class SettingsPanel(Panel):
    """Sections below each other; what comes of a press stands in its section."""

    def __init__(self, tools: PanelTools) -> None:
        super().__init__(tools)
        self.set_head(self.tr("Settings"))
        self.body.setSpacing(theme.MARGIN)
        self._profiles = ProfilesSection(tools)
        self._secrets = SecretsSection(tools)
        for section in (self._profiles, self._secrets):
            section.shown.connect(self.reveal)
            self.body.addWidget(section)
        self.body.addWidget(AppearanceSection(tools.settings))
        self.body.addLayout(self._promise())

    def _promise(self) -> QVBoxLayout:
        """Say what leaves this machine."""
        column = QVBoxLayout()
        column.setSpacing(theme.RELATED)
        column.addWidget(ShortLabel(self.tr("What leaves this machine"), "section"))
        column.addWidget(
            TextLabel(
                self.tr(
                    "Only the requests that you start, to Vonage and to your Auth0 tenant. No telemetry, no "
                    "update check, no crash upload. Secrets are kept in the system's keyring, or in memory."
                ),
                "lead",
            )
        )
        return column

    def showEvent(self, event: QShowEvent) -> None:
        """Look at what is kept now: the wizard or a command may have changed it."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """See the base class."""
        if self.isVisible():
            self._profiles.look()
            self._secrets.look()
