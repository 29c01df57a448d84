"""One of several, in a box that opens; its label above."""

from PySide6.QtCore import QPointF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.widgets.labels import ShortLabel


class _Box(QComboBox):
    """Paints the arrow: a style sheet that gives a box its border takes the style's own away."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(theme.current_roles().muted), 1.6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        middle = QPointF(self.width() - 17, self.height() / 2 + 2)
        painter.drawPolyline([middle + QPointF(-4, -4), middle, middle + QPointF(4, -4)])


class LabelledChoice(QWidget):
    """`chosen(key)` is emitted when the person picks another one. `name` becomes the object name of the box."""

    chosen = Signal(str)

    def __init__(self, label: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = ShortLabel(label, "label")
        self.box: QComboBox = _Box()
        self.box.setObjectName(name)
        self.box.setAccessibleName(label)
        # The longest entry shall not make everything beside it narrow.
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(10)
        self._label.setBuddy(self.box)
        self.box.activated.connect(self._activated)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(self._label)
        layout.addWidget(self.box)
        self.setFocusProxy(self.box)

    def add(self, key: str, title: str) -> None:
        """Add an entry; the first one is current."""
        with QSignalBlocker(self.box):
            self.box.addItem(title, key)

    def value(self) -> str:
        """The key of the current entry, empty while there is none."""
        return str(self.box.currentData() or "")

    def set_value(self, key: str) -> None:
        """Show an entry without telling anyone; a key that is not there changes nothing."""
        index = self.box.findData(key)
        if index >= 0:
            with QSignalBlocker(self.box):
                self.box.setCurrentIndex(index)

    def _activated(self) -> None:
        self.chosen.emit(self.value())
