"""A filled button with Cancel beside it and, while it works, what it is doing."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from textfactor.ui import theme
from textfactor.ui.widgets.busy_sign import BusySign
from textfactor.ui.widgets.labels import TextLabel
from textfactor.ui.widgets.primary_button import PrimaryButton

REST = 1500
"""Milliseconds after an answer in which a press was still meant for what stood there before."""


class BusyButton(QWidget):
    """Emits `clicked` when pressed while idle and `cancel_clicked`. Nothing moves when it starts or ends."""

    clicked = Signal()
    cancel_clicked = Signal()
    rested = Signal()
    """It can be pressed again after a rest."""

    def __init__(
        self, label: str, *, name: str = "", primary: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._busy = False
        self._note = ""
        self.button: QPushButton = PrimaryButton(label) if primary else QPushButton(label)
        self.button.setObjectName(name)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setObjectName(f"{name}_cancel")
        self._keep_room(yes=True)
        self.cancel.hide()
        self._status = TextLabel("", "hint")
        self._sign = BusySign(self)
        self._sign.changed.connect(self._show_sign)
        self._usable = True
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._show_usable)
        self._rest.timeout.connect(self.rested)
        self.button.clicked.connect(self._clicked)
        self.cancel.clicked.connect(self._cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        layout.addWidget(self.button)
        layout.addWidget(self._status, 1)
        layout.addWidget(self.cancel)
        self.setFocusProxy(self.button)

    def set_label(self, label: str) -> None:
        """Name what the button does."""
        self.button.setText(label)

    def set_filled(self, *, yes: bool) -> None:
        """Whether this is what one is here for."""
        if isinstance(self.button, PrimaryButton):
            self.button.set_filled(filled=yes)

    def set_usable(self, *, yes: bool) -> None:
        """Whether it can be pressed, once it has rested."""
        self._usable = yes
        self._show_usable()

    def rest(self, milliseconds: int = 0) -> None:
        """Take no press for a moment: an answer came, and the pointer may still be here.

        `milliseconds` is how long the other side asked to wait, where it did; a shorter rest does not end it.
        """
        self._rest.start(max(REST, milliseconds, self._rest.remainingTime()))
        self._show_usable()

    def _show_usable(self) -> None:
        self.button.setEnabled(self._usable and not self._rest.isActive())

    def set_note(self, text: str) -> None:
        """Stand beside the button while it is idle, such as the balance."""
        self._note = text
        if not self._sign.shown:
            self._status.setText(text)

    def keep_no_room(self) -> None:
        """Let Cancel take the place of other buttons at the right, which the page hides while this one works."""
        self._keep_room(yes=False)

    def _keep_room(self, *, yes: bool) -> None:
        policy = self.cancel.sizePolicy()
        policy.setRetainSizeWhenHidden(yes)
        self.cancel.setSizePolicy(policy)

    @property
    def busy(self) -> bool:
        """Whether it works."""
        return self._busy

    def start(self, text: str) -> None:
        """Work begins."""
        self._busy = True
        self._text = text
        self._sign.begin()

    _text = ""

    def set_progress(self, text: str, done: int = 0, total: int = 0) -> None:
        """Tell what is being done."""
        self._text = text
        if self._sign.shown:
            self._status.setText(text)
            if isinstance(self.button, PrimaryButton):
                self.button.set_share(done, total)

    def finish(self) -> None:
        """Work is over."""
        self._busy = False
        self._sign.end()

    def set_cancellable(self, *, yes: bool) -> None:
        """A write that has begun cannot be stopped."""
        self.cancel.setEnabled(yes)

    def _show_sign(self, shown: bool) -> None:
        if isinstance(self.button, PrimaryButton):
            self.button.set_running(shown)
        self.cancel.setEnabled(True)
        self.cancel.setVisible(shown)
        self._status.setText(self._text if shown else self._note)

    def _clicked(self) -> None:
        if not self._busy:
            self.clicked.emit()

    def _cancel(self) -> None:
        if self._busy:
            self.cancel.setEnabled(False)
            self.cancel_clicked.emit()
