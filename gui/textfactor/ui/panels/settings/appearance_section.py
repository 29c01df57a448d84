"""How the window looks: light, dark, or as the system has it; it changes at once."""

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QVBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.theme import THEME_KEY, ThemeMode, wanted_theme
from textfactor.ui.widgets.choice_cards import ChoiceCards
from textfactor.ui.widgets.labels import ShortLabel


class AppearanceSection(QWidget):
    """Three cards."""

    def __init__(self, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._cards: ChoiceCards[ThemeMode] = ChoiceCards(name="theme")
        follows = self.tr("Follows the desktop, also when it changes.")
        self._cards.add(ThemeMode.SYSTEM, self.tr("As the system"), follows)
        self._cards.add(ThemeMode.LIGHT, self.tr("Light"))
        self._cards.add(ThemeMode.DARK, self.tr("Dark"))
        self._cards.setAccessibleName(self.tr("Theme"))
        self._cards.chosen.connect(self._chosen)
        self._cards.set_value(wanted_theme(str(settings.value(THEME_KEY) or "")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        layout.addWidget(ShortLabel(self.tr("Theme"), "section"))
        layout.addWidget(self._cards)

    def _chosen(self, mode: ThemeMode) -> None:
        self._settings.setValue(THEME_KEY, mode.value)
        theme.switch(mode)
