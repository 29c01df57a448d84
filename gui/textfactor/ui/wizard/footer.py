"""The foot of the wizard: the step or what runs, then Cancel, Back and one filled button."""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.widgets.busy_sign import BusySign
from textfactor.ui.widgets.labels import ShortLabel, rule
from textfactor.ui.widgets.primary_button import PrimaryButton

_WIDTH = 96
"""The filled button is never smaller, so that it stays where it is while its label changes."""


class FooterState(NamedTuple):
    """What the footer shows."""

    step: str
    next_label: str
    can_go_on: bool
    can_go_back: bool
    buttons: tuple[QPushButton, ...] = ()
    filled: bool = True


class Footer(QFrame):
    """`next_clicked`, `back_clicked`, `cancel_clicked`."""

    next_clicked = Signal()
    back_clicked = Signal()
    cancel_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "footer")
        self._busy = False
        self._said = ""
        self._step = ""
        self._extra: tuple[QPushButton, ...] = ()
        self._status = ShortLabel("", "hint")
        self._status.setObjectName("step")
        self.back = QPushButton(self.tr("Back"))
        self.back.setObjectName("back")
        self.primary = PrimaryButton(name="next")
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setObjectName("cancel")
        self.cancel.hide()
        self._sign = BusySign(self)
        self._sign.changed.connect(self._show_sign)
        self.back.clicked.connect(self.back_clicked)
        self.primary.clicked.connect(self._next)
        self.cancel.clicked.connect(self._cancel)
        self._lay_out()

    def _lay_out(self) -> None:
        self._row = QHBoxLayout()
        self._row.setContentsMargins(24, 14, 24, 14)
        self._row.setSpacing(theme.RELATED)
        self._row.addWidget(self._status, 1)
        for button in (self.cancel, self.back, self.primary):
            self._row.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(rule())
        outer.addLayout(self._row)

    def show_state(self, state: FooterState) -> None:
        """Show step and buttons of the current page."""
        self._step = state.step
        if not self._sign.shown:
            self._status.setText(state.step)
        self.primary.setText(state.next_label)
        # A minimum that is set takes the place of Qt's own, so it has to know the label.
        self.primary.setMinimumWidth(max(_WIDTH, self.primary.minimumSizeHint().width()))
        self.primary.set_filled(filled=state.filled)
        self.primary.setEnabled(self._busy or state.can_go_on)
        self.back.setEnabled(state.can_go_back and not self._busy)
        if state.buttons != self._extra:
            for button in self._extra:
                self._row.removeWidget(button)
                button.hide()
            self._extra = state.buttons
            for place, button in enumerate(state.buttons):
                self._row.insertWidget(1 + place, button)
                button.show()

    def set_busy(self, *, busy: bool) -> None:
        """Work of the page's Next begins or ends."""
        self._busy = busy
        self._said = ""
        if busy:
            self._sign.begin()
        else:
            self._sign.end()

    def say(self, text: str, done: int, total: int) -> None:
        """Show what is being done."""
        self._said = text
        if self._sign.shown:
            self._status.setText(text)
            self.primary.set_share(done, total)

    def _show_sign(self, shown: bool) -> None:
        self.primary.set_running(shown)
        self.cancel.setEnabled(True)
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setVisible(shown and self._busy)
        self._status.setText((self._said if shown else "") or self._step)

    def _next(self) -> None:
        if not self._busy:
            self.next_clicked.emit()

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self._status.setText(self.tr("Stopping after this step"))
        self.cancel_clicked.emit()
