"""The side of the window: product, profile, the way between panels with the wizard's steps, and a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.messages import fill
from textfactor.ui.widgets.labels import ShortLabel, TextLabel, rule
from textfactor.ui.widgets.nav_list import NavList
from textfactor.ui.widgets.step_list import StepList

if TYPE_CHECKING:  # no world is open in the first paint
    from textfactor.domain.profile import Profile


class Side(QFrame):
    """232 wide. `nav.chosen(key)` and `steps.clicked(key)` tell what the person picked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setFixedWidth(theme.SIDE_WIDTH)
        self.nav = NavList()
        self.steps = StepList()
        self._profile = TextLabel("", "hint")
        self._banner = ShortLabel(self.tr("Practice world"), "banner")
        self._banner.setToolTip(self.tr("Nothing leaves this machine and nothing costs money."))
        self._banner.hide()
        self._faults = ShortLabel("", "banner")
        self._faults.setToolTip(
            self.tr("The practice world is broken on purpose; the Practice panel mends it.")
        )
        self._faults.hide()
        self._note = TextLabel("", "hint")
        column = QVBoxLayout()
        column.setContentsMargins(16, 16, 15, 14)
        column.setSpacing(0)
        column.addWidget(ShortLabel("Textfactor", "product"))
        column.addSpacing(5)
        column.addWidget(self._profile)
        column.addLayout(self._narrow(self._banner))
        faults = self._narrow(self._faults)
        faults.setContentsMargins(0, theme.SPACE, 0, 0)
        column.addLayout(faults)
        column.addSpacing(8)
        column.addWidget(self._scrolling(), 1)
        column.addSpacing(6)
        column.addWidget(self._note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column, 1)
        row.addWidget(rule(vertical=True))

    def _scrolling(self) -> QScrollArea:
        """Hold the entries, so that a low window or a large font takes none of them away."""
        inside = QWidget()
        inside.setProperty("role", "clear")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.nav)
        layout.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setProperty("focusPolicy", "NoFocus")
        area.setProperty("horizontalScrollBarPolicy", "ScrollBarAlwaysOff")
        return area

    @staticmethod
    def _narrow(widget: QWidget) -> QHBoxLayout:
        """Let a widget be no wider than it has to."""
        row = QHBoxLayout()
        row.addWidget(widget)
        row.addStretch(1)
        return row

    def show_profile(self, profile: Profile | None) -> None:
        """Say whose accounts these are; where people log in with them, it stands out."""
        if profile is None:
            self._show_profile(self.tr("No profile yet"), practice=False, production=False)
            return
        from textfactor.domain.answers import Environment
        from textfactor.ui.environment_name import environment_name  # no world is open in the first paint

        text = f"{profile.name} · {environment_name(profile.environment)}"
        production = profile.environment is Environment.PRODUCTION
        self._show_profile(text, practice=profile.practice, production=production)

    def _show_profile(self, text: str, *, practice: bool, production: bool) -> None:
        self._profile.setText(text)
        theme.set_look(self._profile, tone="warning" if production else "")
        self._profile.setVisible(not practice)
        self._banner.setVisible(practice)
        # Below the banner there is room for the faults, so that the entries do not move when one is switched on.
        policy = self._faults.sizePolicy()
        policy.setRetainSizeWhenHidden(practice)
        self._faults.setSizePolicy(policy)

    def show_faults(self, number: int) -> None:
        """Say that the practice world is broken on purpose."""
        self._faults.setText(fill(self.tr("Faults on: {n}"), n=number))
        self._faults.setVisible(number > 0)

    def show_note(self, text: str) -> None:
        """Say something calming at the bottom."""
        self._note.setText(text)
        self._note.setVisible(bool(text))
