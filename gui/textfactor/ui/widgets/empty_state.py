"""What stands where nothing is yet: what would be here, and how to get it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.widgets.labels import TextLabel


class EmptyState(QWidget):
    """Title, sentence and, if `action` is given, a button that emits `clicked`."""

    clicked = Signal()

    def __init__(
        self, title: str, body: str, action: str = "", *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = TextLabel(title, "section")
        self._body = TextLabel(body, "lead")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.GROUP, 0, theme.GROUP)
        layout.setSpacing(theme.RELATED)
        layout.addWidget(self._title)
        layout.addWidget(self._body)
        if action:
            button = QPushButton(action)
            button.setObjectName(name)
            button.clicked.connect(self.clicked)
            layout.addSpacing(theme.RELATED)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def set_words(self, title: str, body: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._body.setText(body)
