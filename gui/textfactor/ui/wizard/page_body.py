"""How a page is laid out: a column at most 760 wide, a second one if needed, scrolling when there is more."""

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.page_header import PageHeader
from textfactor.ui.widgets.steady_area import SteadyArea


class _Inside(QWidget):
    """What scrolls. Its height follows from its width; the sum of what its labels guess would be too tall.

    The second column moves below the first where both are too wide, as with a large font or a wordy language.
    """

    def __init__(self, columns: QHBoxLayout) -> None:
        super().__init__()
        self._columns = columns
        self.setLayout(columns)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._margins() + max(self._widths(), default=0), 0)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            widths = self._widths()
            needed = self._margins() + sum(widths) + self._columns.spacing() * (len(widths) - 1)
            way = QBoxLayout.Direction.LeftToRight
            if needed > self.width():
                way = QBoxLayout.Direction.TopToBottom
            if way is not self._columns.direction():
                self._columns.setDirection(way)
        return super().event(event)

    def _widths(self) -> list[int]:
        items = (self._columns.itemAt(number) for number in range(self._columns.count()))
        return [item.minimumSize().width() for item in items if item is not None]

    def _margins(self) -> int:
        margins = self._columns.contentsMargins()
        return margins.left() + margins.right()


class PageBody:
    """Fills a widget with header, body and callout below each other, and room for a second column."""

    def __init__(self, owner: QWidget, width: int = theme.CONTENT_WIDTH + theme.MARGIN) -> None:
        self.header = PageHeader()
        self.callout = Callout()
        self.callout.setObjectName("callout")
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.GROUP)
        self._column = column = QVBoxLayout()
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
        inside = _Inside(self._columns)
        inside.setProperty("role", "clear")
        self._area = SteadyArea(owner)
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        # What can be reached with Tab scrolls into view by itself; the area need not be a stop of its own.
        self._area.setProperty("focusPolicy", "NoFocus")
        self._area.setProperty("role", "page")
        outer = QVBoxLayout(owner)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def set_aside(self, widget: QWidget) -> None:
        """Add the second column."""
        side = QVBoxLayout()
        side.setContentsMargins(0, 4, 0, 0)
        # Below the first column there is more room than a phone is wide; the height is that of its own width.
        row = QHBoxLayout()
        row.addWidget(widget)
        row.addStretch()
        side.addLayout(row)
        side.addStretch(1)
        self._columns.addLayout(side)

    def fill(self) -> None:
        """Let the body have the height that is left, for a table or a list."""
        self._column.setStretchFactor(self.body, 1)
        self._column.setStretch(self._column.count() - 1, 0)

    def to_top(self) -> None:
        """Show the page from its heading on."""
        self._area.verticalScrollBar().setValue(0)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to a widget once the layout has placed it."""
        QTimer.singleShot(0, widget, lambda: self._area.ensureWidgetVisible(widget, 0, theme.GROUP))
