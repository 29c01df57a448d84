"""How a page is laid out: a column at most 760 wide, a second one if needed, scrolling when there is more."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.page_header import PageHeader


class _Inside(QWidget):
    """What scrolls. Its height follows from its width; the sum of what its labels guess would be too tall."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class PageBody:
    """Fills a widget with header, body and callout below each other, and room for a second column."""

    def __init__(self, owner: QWidget, width: int = theme.CONTENT_WIDTH + theme.MARGIN) -> None:
        self.header = PageHeader()
        self.callout = Callout()
        self.callout.setObjectName("callout")
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.GROUP)
        column = QVBoxLayout()
        column.setSpacing(theme.GROUP)
        column.addWidget(self.header)
        column.addLayout(self.body)
        column.addWidget(self.callout)
        column.addStretch(1)
        holder = QWidget()
        holder.setProperty("role", "clear")
        holder.setMaximumWidth(width)
        holder.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        self._columns = QHBoxLayout()
        self._columns.setContentsMargins(theme.MARGIN, 26, theme.MARGIN, 24)
        self._columns.setSpacing(theme.MARGIN)
        self._columns.addWidget(holder, 1)
        inside = _Inside()
        inside.setProperty("role", "clear")
        inside.setLayout(self._columns)
        self._area = QScrollArea(owner)
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        # What can be reached with Tab scrolls into view by itself; the area need not be a stop of its own.
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setProperty("role", "page")
        outer = QVBoxLayout(owner)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def set_aside(self, widget: QWidget) -> None:
        """Add the second column."""
        side = QVBoxLayout()
        side.setContentsMargins(0, 4, 0, 0)
        side.addWidget(widget)
        side.addStretch(1)
        self._columns.addLayout(side)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to a widget once the layout has placed it."""
        QTimer.singleShot(0, widget, lambda: self._area.ensureWidgetVisible(widget, 0, theme.GROUP))
