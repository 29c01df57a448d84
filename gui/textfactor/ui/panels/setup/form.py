"""The frame of what is asked before a plan can be made: fields, the button that plans, the way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.widgets.busy_button import BusyButton


class Form(QWidget):
    """`go` is the filled button, `left` is emitted by the way back."""

    left = Signal()

    def __init__(self, label: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self.go = BusyButton(label, name=f"{name}_go")
        self.go.keep_no_room()
        self.back = QPushButton(self.tr("Not now"))
        self.back.setObjectName(f"{name}_back")
        self.back.clicked.connect(self.left)
        self.fields = QVBoxLayout()
        self.fields.setSpacing(theme.GROUP)
        row = QHBoxLayout()
        row.setSpacing(theme.RELATED)
        row.addWidget(self.go, 1)
        row.addWidget(self.back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GROUP)
        layout.addLayout(self.fields)
        layout.addLayout(row)
        self.hide()

    def holds_typing(self) -> bool:
        """Whether something was typed that would be lost if it were left."""
        return False

    def begin(self) -> None:
        """Put the keyboard where one begins."""
        self.go.setFocus()
