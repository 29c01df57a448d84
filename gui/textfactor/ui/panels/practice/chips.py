"""What is switched on, as small buttons that switch it off; they flow over as many lines as they take."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from textfactor.ui.messages import fill
from textfactor.ui.widgets.flow import Flow


class Chips(QWidget):
    """`pressed(name)` is emitted when one is to be switched off; Tab comes to them from the widget `after`."""

    pressed = Signal(str)

    def __init__(self, *, name: str, after: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._after = after
        self.setObjectName(name)
        self.setProperty("role", "clear")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = Flow(self)
        self._chips: dict[str, QPushButton] = {}

    def show_names(self, names: tuple[str, ...]) -> None:
        """Show one chip for each name; those that stand there already are kept, so that the focus stays."""
        for name in [name for name in self._chips if name not in names]:
            chip = self._chips.pop(name)
            if chip.hasFocus():
                self.focusNextChild()
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for name in names:
            if name not in self._chips:
                self._chips[name] = self._chip(name)
                self._flow.addWidget(self._chips[name])
        # What is made later would be reached last of all.
        for former, chip in pairwise((self._after, *self._chips.values())):
            QWidget.setTabOrder(former, chip)
        self.setVisible(bool(names))
        self.updateGeometry()

    def _chip(self, name: str) -> QPushButton:
        chip = QPushButton(f"{name}  ✕")
        chip.setObjectName(f"chip_{name}")
        chip.setProperty("role", "chip")
        chip.setAccessibleName(fill(self.tr("Switch {name} off"), name=name))
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.clicked.connect(lambda: self.pressed.emit(name))
        return chip

    def names(self) -> tuple[str, ...]:
        """What is shown."""
        return tuple(self._chips)
