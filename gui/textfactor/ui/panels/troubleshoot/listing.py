"""A plain table: causes with their counts, incidents with their times."""

from __future__ import annotations

import html
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from textfactor.ui import theme
from textfactor.ui.widgets.headed_model import HeadedModel, Index


class Line(NamedTuple):
    """One row: its cells, and the tone of the first one, which begins with a sign."""

    cells: tuple[str, ...]
    tone: str = ""


class ListingModel(HeadedModel):
    """Shows lines; the same ones again change nothing, so that a selection stays where it is."""

    def __init__(self, headings: tuple[str, ...]) -> None:
        super().__init__(headings)
        self.lines: tuple[Line, ...] = ()

    def show(self, lines: tuple[Line, ...]) -> None:
        """Show these lines."""
        if lines == self.lines:
            return
        if len(lines) == len(self.lines):
            self.lines = lines
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(self._headings) - 1))
            return
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def count(self) -> int:
        """Say how many rows there are."""
        return len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """See Qt."""
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return line.cells[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            # A tool tip guesses whether it is given markup; escaped text never is.
            return html.escape(line.cells[column], quote=False)
        if role == Qt.ItemDataRole.ForegroundRole and column == 0 and line.tone:
            return QColor(getattr(theme.current_roles(), line.tone))
        if role == Qt.ItemDataRole.AccessibleTextRole and column == 0:
            # A screen reader that stands on the first cell hears the whole row.
            return ", ".join(cell for cell in line.cells if cell)
        return None


class Listing(QTableView):
    """The table of a model; `chosen(int)` tells the row that was selected, -1 for none."""

    chosen = Signal(int)

    def __init__(self, label: str, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        # One height for all: the table need not ask each row for its own.
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + theme.RELATED + 2)
        columns.setHighlightSections(False)

    def use(self, model: QAbstractTableModel, samples: dict[int, str]) -> None:
        """Show a model: columns as wide as their samples; one without a sample takes what is left."""
        self.setModel(model)
        self._samples = samples
        for column in range(model.columnCount()):
            if column not in samples:
                self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentRowChanged.connect(self._changed)
        model.modelReset.connect(self._reset)

    _samples: dict[int, str] = {}  # noqa: RUF012 - replaced as a whole

    def showEvent(self, event: object) -> None:
        """Give the columns their widths in the font that the style sheet has put on by now."""
        super().showEvent(event)  # pyright: ignore[reportArgumentType] - QShowEvent, which nothing is asked of
        model, metrics = self.model(), self.fontMetrics()
        for column, sample in self._samples.items():
            heading = str(model.headerData(column, Qt.Orientation.Horizontal))
            width = max(metrics.horizontalAdvance(sample), metrics.horizontalAdvance(heading) + theme.RELATED)
            self.setColumnWidth(column, width + theme.GROUP + theme.RELATED)

    def choose(self, row: int) -> None:
        """Select a row and scroll to it."""
        self.setCurrentIndex(self.model().index(row, 0))

    def _changed(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.row() != before.row():
            self.chosen.emit(now.row())

    def _reset(self) -> None:
        self.chosen.emit(-1)
