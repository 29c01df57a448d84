"""The way between the panels of the window."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from textfactor.ui import theme


class NavList(QWidget):
    """Entries of which one is current. `chosen(key)` is emitted when the person picks one.

    An entry may have something below it that shows while it is current, such as the wizard's steps.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QPushButton] = {}
        self._below: dict[str, QWidget] = {}
        self._group = QButtonGroup(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(1)

    def add(self, key: str, title: str, below: QWidget | None = None) -> QPushButton:
        """Add an entry."""
        button = QPushButton(title)
        button.setObjectName(f"nav_{key}")
        button.setProperty("role", "nav")
        button.setCheckable(True)
        button.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(button)
        self._buttons[key] = button
        self._layout.addWidget(button)
        if below is not None:
            button.setProperty("open", True)
            self._below[key] = below
            self._layout.addWidget(below)
            below.setContentsMargins(0, 0, 0, theme.SPACE)
            below.hide()
        return button

    def set_current(self, key: str) -> None:
        """Mark an entry and unfold what is below it."""
        self._buttons[key].setChecked(True)
        for name, widget in self._below.items():
            widget.setVisible(name == key)
        for button in self._buttons.values():
            theme.repolish(button)

    def set_unfolded(self, key: str, *, yes: bool) -> None:
        """Show what is below an entry, or mark the entry itself instead."""
        self._below[key].setVisible(yes)
        self._buttons[key].setProperty("open", yes)
        theme.repolish(self._buttons[key])

    def set_available(self, key: str, *, yes: bool) -> None:
        """Show or hide an entry."""
        self._buttons[key].setVisible(yes)

    def button(self, key: str) -> QPushButton:
        """The row of an entry."""
        return self._buttons[key]
