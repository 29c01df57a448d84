"""The wizard's steps in the side: done ones with a tick and clickable, the current one marked."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from textfactor.ui import theme


class StepList(QWidget):
    """Numbered steps. `clicked(key)` is emitted for a done step that the person wants to go back to."""

    clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QPushButton] = {}
        self._titles: dict[str, str] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def set_steps(self, steps: Sequence[tuple[str, str]]) -> None:
        """Show these steps (key and title); the same steps again change nothing."""
        if dict(steps) == self._titles:
            return
        for button in self._buttons.values():
            button.hide()
            button.deleteLater()
        self._titles = dict(steps)
        self._buttons = {}
        for key, title in steps:
            button = QPushButton(title)
            button.setObjectName(f"step_{key}")
            button.setProperty("role", "step")
            button.clicked.connect(lambda _checked=False, key=key: self.clicked.emit(key))
            self._layout.addWidget(button)
            self._buttons[key] = button

    def set_state(
        self,
        current: str,
        done: Sequence[str],
        reachable: Sequence[str],
        left_out: Sequence[str] = (),
        earlier: Sequence[str] = (),
    ) -> None:
        """Mark the current step and those that are done or were left out; the `reachable` ones can be clicked.

        What was done `earlier`, before the program was closed, is marked as such: nobody has looked since.
        """
        for number, (key, button) in enumerate(self._buttons.items(), 1):
            title = self._titles[key]
            is_done = key in done and key != current
            state = "current" if key == current else "done" if is_done else "open"
            sign = str(number)
            if is_done:
                sign = "–" if key in left_out else "✓"
            button.setEnabled(key in reachable or key == current)
            button.setAccessibleName(title)
            if sign == "✓" and key in earlier:
                sign, state = "○", "earlier"
            spoken = "left out" if sign == "–" else state
            button.setText(f"{sign}  {title}")
            button.setAccessibleDescription(self._spoken(spoken, number))
            button.setToolTip(self._earlier() if state == "earlier" else "")
            theme.set_look(button, state=state)

    def _spoken(self, state: str, number: int) -> str:
        if state == "current":
            return self.tr("Step {n}, current").replace("{n}", str(number))
        if state == "done":
            return self.tr("Step {n}, done").replace("{n}", str(number))
        if state == "earlier":
            done = self.tr("Step {n}, done").replace("{n}", str(number))
            return f"{done}. {self._earlier()}"
        if state == "left out":
            return self.tr("Step {n}, left out").replace("{n}", str(number))
        return self.tr("Step {n}, to come").replace("{n}", str(number))

    def _earlier(self) -> str:
        return self.tr("Done before the program was last closed; not checked again since.")

    def button(self, key: str) -> QPushButton:
        """The row of a step."""
        return self._buttons[key]
