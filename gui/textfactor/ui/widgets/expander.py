"""Room for what few people need: closed at first, opened by its title."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.widgets.escape import takes_escape


class Expander(QWidget):
    """A title that shows and hides what was added below it; Escape in it closes it.

    `opened` is emitted before something is shown.
    """

    opened = Signal()

    def __init__(self, title: str, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._head = QPushButton()
        self._head.setObjectName(name)
        self._head.setProperty("role", "link")
        self._head.setCheckable(True)
        self._head.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._inside = QWidget()
        self._inside.setProperty("role", "clear")
        self._rows = QVBoxLayout(self._inside)
        self._rows.setContentsMargins(0, theme.SPACE, 0, 0)
        self._rows.setSpacing(theme.GROUP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(self._head)
        layout.addWidget(self._inside)
        self._head.toggled.connect(self._show)
        self._show(opened=False)

    def add(self, widget: QWidget) -> None:
        """Add something to what it hides."""
        self._rows.addWidget(widget)

    def set_title(self, title: str) -> None:
        """Name what is inside."""
        self._title = title
        self._show(self._head.isChecked())

    def set_open(self, *, opened: bool) -> None:
        """Open or close it."""
        self._head.setChecked(opened)

    def is_open(self) -> bool:
        """Whether what is inside can be seen."""
        return self._head.isChecked()

    def event(self, event: QEvent) -> bool:
        """Close at Escape, before a shortcut of the page around gets the key."""
        return takes_escape(event, self._head) or super().event(event)

    def _show(self, opened: bool) -> None:
        if opened:
            self.opened.emit()
        self._head.setText(f"{'▾' if opened else '▸'}  {self._title}")
        self._head.setAccessibleName(self._title)
        self._head.setAccessibleDescription(self.tr("opened") if opened else self.tr("closed"))
        self._inside.setVisible(opened)
