"""One station of a login code on its way: sign, what it is, what was seen of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from textfactor.domain.login import HopState
from textfactor.ui import theme
from textfactor.ui.widgets.announce import announce
from textfactor.ui.widgets.labels import ShortLabel, TextLabel

_SIGNS = {
    HopState.WAITING: ("○", "muted"),
    HopState.PASSED: ("✓", "ok"),
    HopState.FAILED: ("✕", "error"),
    HopState.UNKNOWN: ("?", "warning"),
    HopState.NOT_REACHED: ("–", "muted"),
}


class HopRow(QWidget):
    """A hop with its state."""

    def __init__(self, title: str, detail: str = "", *, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self._state = HopState.WAITING
        self._sign = ShortLabel("", "sign")
        self._sign.setFixedWidth(theme.GROUP + theme.SPACE)
        self._title = TextLabel(title, "label")
        self._detail = TextLabel(detail, "hint")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(2)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        self._show()

    def set_state(self, state: HopState, detail: str = "") -> None:
        """Show another state, and say it aloud when it is a new one."""
        fresh = state is not self._state
        self._state = state
        self._detail.setText(detail)
        self._show()
        if fresh:
            announce(self, f"{self._title.text()}: {self._word()}. {detail}")

    def state(self) -> HopState:
        """The state shown."""
        return self._state

    def _show(self) -> None:
        sign, tone = _SIGNS[self._state]
        self._sign.setText(sign)
        theme.set_look(self._sign, tone=tone)
        self._detail.setMinimumHeight(self._detail.fontMetrics().height())
        self.setAccessibleName(f"{self._title.text()}: {self._word()}")
        self.setAccessibleDescription(self._detail.text())

    def _word(self) -> str:
        words = {
            HopState.WAITING: self.tr("waiting"),
            HopState.PASSED: self.tr("passed"),
            HopState.FAILED: self.tr("failed"),
            HopState.UNKNOWN: self.tr("not known"),
            HopState.NOT_REACHED: self.tr("not reached"),
        }
        return words[self._state]
