"""The switchboard of faults."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from textfactor.domain.practice import Switchboard
from textfactor.ui import theme
from textfactor.ui.panels.practice.chips import Chips
from textfactor.ui.panels.practice.fault_delegate import FaultDelegate
from textfactor.ui.panels.practice.fault_model import FaultModel
from textfactor.ui.widgets.labels import TextLabel


class FaultSection(QWidget):
    """`wanted(name, on)` and `clear_wanted` tell what shall be switched."""

    wanted = Signal(str, bool)
    clear_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self.model = FaultModel(self.tr("Both sides"))
        self._filter = QLineEdit()
        self._filter.setObjectName("fault_filter")
        self._filter.setPlaceholderText(self.tr("Filter: credit, timeout, token…"))
        self._filter.setAccessibleName(self.tr("Filter the faults"))
        self._filter.setClearButtonEnabled(True)
        self._clear = QPushButton(self.tr("Switch all off"))
        self._clear.setObjectName("faults_off")
        self._clear.setEnabled(False)
        self.chips = Chips(name="fault_chips", after=self._clear)
        self._none = TextLabel(
            self.tr(
                "No fault has these words in its name or description. How the tenant begins, such as with an old "
                "Hook, is not a fault: see Reset."
            ),
            "hint",
        )
        self._none.hide()
        self.list = QListView()
        self._set_up_list()
        self._build()
        self.chips.hide()
        self.model.wanted.connect(self.wanted)
        self.chips.pressed.connect(self._off)
        self._clear.clicked.connect(self.clear_wanted)
        self._filter.textChanged.connect(self._filtered)

    def _build(self) -> None:
        """Put filter, chips and list below each other."""
        row = QHBoxLayout()
        row.setSpacing(theme.RELATED)
        row.addWidget(self._filter, 1)
        row.addWidget(self._clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        layout.addLayout(row)
        for part in (self.chips, self._none):
            layout.addWidget(part)
        layout.addWidget(self.list, 1)

    def _set_up_list(self) -> None:
        self.list.setObjectName("faults")
        self.list.setProperty("role", "list")
        self.list.setAccessibleName(self.tr("Faults"))
        self.list.setAccessibleDescription(self.tr("Space switches a fault on or off"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(FaultDelegate(self.list))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A scroll bar that came and went would change the width by which the heights are reckoned.
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.list.setMinimumHeight(160)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def show_board(self, board: Switchboard) -> None:
        """Show which faults there are and which of them are on."""
        self.model.show_board(board)
        self.chips.show_names(board.active)
        self._clear.setEnabled(bool(board.active))
        self._say_none()

    def _filtered(self, text: str) -> None:
        self.model.set_filter(text)
        self._say_none()

    def _say_none(self) -> None:
        self._none.setVisible(bool(self._filter.text().strip()) and self.model.rowCount() == 0)

    def _off(self, name: str) -> None:
        self.wanted.emit(name, False)
