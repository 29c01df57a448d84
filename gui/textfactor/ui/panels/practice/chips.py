"""What is switched on, as small buttons that switch it off; they flow over as many lines as they take."""

from itertools import pairwise

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QLayout, QLayoutItem, QPushButton, QSizePolicy, QWidget

from textfactor.ui import theme
from textfactor.ui.messages import fill


class Flow(QLayout):
    """Puts widgets beside each other and goes on below where the width is used up."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        """See Qt."""
        self._items.append(item)

    def count(self) -> int:
        """See Qt."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """See Qt."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """See Qt."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """See Qt."""
        return True

    def heightForWidth(self, width: int) -> int:
        """See Qt."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """See Qt."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """See Qt."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """As wide as the widest of them."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Give each its place and return the height that all of them take."""
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            size = item.sizeHint()
            if x > rect.x() and x + size.width() > rect.x() + rect.width():
                x, y, line = rect.x(), y + line + theme.RELATED, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + theme.RELATED
            line = max(line, size.height())
        return y + line - rect.y()


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
