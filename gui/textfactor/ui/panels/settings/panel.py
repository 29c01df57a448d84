"""How the window looks."""

from textfactor.ui import theme
from textfactor.ui.panels.frame import Panel
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.theme import THEME_KEY, ThemeMode, wanted_theme
from textfactor.ui.widgets.choice_cards import ChoiceCards
from textfactor.ui.widgets.labels import ShortLabel, TextLabel


class SettingsPanel(Panel):
    """Light, dark, or as the system has it; it changes at once."""

    def __init__(self, tools: PanelTools) -> None:
        super().__init__(tools)
        self.set_head(self.tr("Settings"))
        self.body.addWidget(ShortLabel(self.tr("Theme"), "section"))
        self._cards: ChoiceCards[ThemeMode] = ChoiceCards(name="theme")
        follows = self.tr("Follows the desktop, also when it changes.")
        self._cards.add(ThemeMode.SYSTEM, self.tr("As the system"), follows)
        self._cards.add(ThemeMode.LIGHT, self.tr("Light"))
        self._cards.add(ThemeMode.DARK, self.tr("Dark"))
        self._cards.chosen.connect(self._chosen)
        self.body.addWidget(self._cards)
        self.body.addWidget(ShortLabel(self.tr("What leaves this machine"), "section"))
        self.body.addWidget(
            TextLabel(
                self.tr(
                    "Only the requests that you start, to Vonage and to your Auth0 tenant. No telemetry, no "
                    "update check, no crash upload. Secrets are kept in the system's keyring."
                ),
                "lead",
            )
        )
        self._cards.set_value(wanted_theme(str(tools.settings.value(THEME_KEY) or "")))

    def _chosen(self, mode: ThemeMode) -> None:
        self.tools.settings.setValue(THEME_KEY, mode.value)
        theme.switch(mode)
