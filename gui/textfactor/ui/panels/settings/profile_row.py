"""One profile in the list of the settings."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from textfactor.domain.answers import Environment
from textfactor.domain.profile import KeptProfile
from textfactor.ui import theme
from textfactor.ui.environment_name import environment_name
from textfactor.ui.messages import fill
from textfactor.ui.widgets.labels import ShortLabel, TextLabel


class _Row(QWidget):
    """Name and facts at the left, buttons at the right."""

    def __init__(self, title: str, facts: str, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "clear")
        self._title = TextLabel(title, "strong")
        self._facts = TextLabel(facts, "hint")
        self._in_use = ShortLabel(self.tr("in use"), "hint")
        theme.set_look(self._in_use, tone="ok")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        self.stops: list[QPushButton] = []
        """The buttons, in the order of Tab."""
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.RELATED)
        self._cells = QHBoxLayout(self)
        self._cells.setContentsMargins(0, theme.RELATED, 0, theme.RELATED)
        self._cells.setSpacing(theme.GROUP)
        self._cells.addLayout(words, 1)
        self._cells.addWidget(self._in_use)
        self._cells.addLayout(self.buttons)

    def add_button(self, label: str, spoken: str, *, name: str) -> QPushButton:
        """Add a button; `spoken` is its name for those who hear it without the row around it."""
        button = QPushButton(label)
        button.setObjectName(name)
        button.setProperty("role", "small")
        button.setAccessibleName(spoken)
        self.buttons.addWidget(button)
        self.stops.append(button)
        return button

    def show_in_use(self, *, yes: bool) -> None:
        """Say whether this world is the open one, which needs no opening."""
        self._in_use.setVisible(yes)


class PracticeRow(_Row):
    """The practice world, which is always there. `open_wanted` when it shall be opened."""

    open_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(
            self.tr("Practice world"),
            self.tr("A stand-in Vonage and Auth0 on this computer. It goes on while a profile is open."),
            name="profile_practice",
        )
        self._open = self.add_button(
            self.tr("Open"), self.tr("Open the practice world"), name="open_practice"
        )
        self._open.clicked.connect(self.open_wanted)

    def show_in_use(self, *, yes: bool) -> None:
        """See the base class."""
        super().show_in_use(yes=yes)
        self._open.setVisible(not yes)


class ProfileRow(_Row):
    """A profile of one's own. Each signal carries it."""

    open_wanted = Signal(object)
    edit_wanted = Signal(object)
    export_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, kept: KeptProfile) -> None:
        profile = kept.profile
        super().__init__(profile.name, _facts(kept), name=f"profile_{profile.id}")
        self._kept = kept
        name = profile.name
        labels = (
            (self.tr("Open"), self.tr("Open {name}"), "open", self.open_wanted),
            (self.tr("Edit"), self.tr("Edit {name}"), "edit", self.edit_wanted),
            (self.tr("Export…"), self.tr("Export {name} without its secrets"), "export", self.export_wanted),
            (self.tr("Remove…"), self.tr("Remove {name}"), "remove", self.remove_wanted),
        )
        made = [
            self.add_button(label, fill(spoken, name=name), name=f"{key}_{profile.id}")
            for label, spoken, key, _signal in labels
        ]
        self._open, self._edit, self._export, self._remove = made
        self._open.clicked.connect(self._want_open)
        self._edit.clicked.connect(self._want_edit)
        self._export.clicked.connect(self._want_export)
        self._remove.clicked.connect(self._want_remove)

    def show_in_use(self, *, yes: bool) -> None:
        """See the base class."""
        super().show_in_use(yes=yes)
        self._open.setVisible(not yes)

    def _want_open(self) -> None:
        self.open_wanted.emit(self._kept)

    def _want_edit(self) -> None:
        self.edit_wanted.emit(self._kept)

    def _want_export(self) -> None:
        self.export_wanted.emit(self._kept)

    def _want_remove(self) -> None:
        self.remove_wanted.emit(self._kept)


def _facts(kept: KeptProfile) -> str:
    """Say what the profile is for and whose accounts it has."""
    parts = [environment_name(kept.profile.environment)]
    if kept.profile.environment is Environment.PRODUCTION:
        parts[0] = f"! {parts[0]}"
    parts += [part for part in (kept.facts.domain, kept.facts.api_key, kept.profile.endpoints.proxy) if part]
    return " · ".join(parts)
