"""Steps to take, numbered when there are several."""

from PySide6.QtWidgets import QGridLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.widgets.labels import ShortLabel, TextLabel
from textfactor.ui.widgets.placing import set_shown


class Numbered(QWidget):
    """A list of sentences whose lines stand below each other, not below their number."""

    def __init__(self, role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._role = role
        self._steps: tuple[str, ...] = ()
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(theme.RELATED)
        self._layout.setVerticalSpacing(theme.SPACE)
        self._layout.setColumnStretch(1, 1)

    def set_steps(self, steps: tuple[str, ...]) -> None:
        """Show these steps; none takes no room."""
        from PySide6.QtCore import Qt  # see labels

        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._steps = steps
        for row, step in enumerate(steps):
            if len(steps) > 1:
                number = ShortLabel(f"{row + 1}.", self._role)
                self._layout.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
            self._layout.addWidget(TextLabel(step, self._role), row, 1)
        set_shown(self, shown=bool(steps))

    def steps(self) -> tuple[str, ...]:
        """The steps shown."""
        return self._steps
