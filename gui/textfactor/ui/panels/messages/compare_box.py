"""The tenant's text beside the one that is edited, read when somebody asks for it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from textfactor.services.messages.comparing import compare
from textfactor.ui import theme
from textfactor.ui.widgets.diff_view import DiffView
from textfactor.ui.widgets.labels import ShortLabel, TextLabel


class CompareBox(QWidget):
    """Hidden until the tenant's texts are known. `take_wanted` asks for the tenant's text in the editor."""

    take_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = TextLabel("", "hint")
        self._view = DiffView(name="lab_diff")
        self._take = QPushButton(self.tr("Go on with the tenant's text"))
        self._take.setObjectName("lab_take")
        self._take.setProperty("role", "small")
        self._take.clicked.connect(self.take_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(ShortLabel(self.tr("Compared with the tenant"), "label"))
        for part in (self._told, self._view):
            layout.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self._take)
        row.addStretch(1)
        layout.addLayout(row)
        self.hide()

    def told(self) -> str:
        """What is said above the comparison."""
        return self._told.text()

    def show_comparison(self, theirs: str | None, ours: str) -> None:
        """Compare; `theirs` None means that the tenant lists no text for this message."""
        self.show()
        differs = theirs is not None and theirs != ours
        self._view.setVisible(differs)
        self._take.setVisible(differs)
        if theirs is None:
            self._told.setText(self.tr("The tenant lists no text for this message."))
        elif not differs:
            self._told.setText(self.tr("The tenant has this very text."))
        else:
            self._told.setText(self.tr("Struck out is what the tenant has, underlined what is new here."))
            self._view.show_pieces(compare(theirs, ours))
