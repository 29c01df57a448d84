"""The rows that a search in the archive found, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from textfactor.domain.harmless import harmless
from textfactor.ui import theme
from textfactor.ui.panels.troubleshoot.sayings import masked_person, masked_text
from textfactor.ui.panels.troubleshoot.times import moment
from textfactor.ui.widgets.headed_model import HeadedModel, Index

if TYPE_CHECKING:
    from collections.abc import Callable

    from textfactor.domain.archive import RawLog

AT, TYPE, TEXT, USER = range(4)


def _text(row: RawLog) -> str:
    return row.detail or row.description


_CELLS: Final[tuple[Callable[[RawLog], str], ...]] = (
    lambda row: moment(row.date),
    lambda row: f"{'✕ ' if _failed(row) else ''}{row.type}",
    lambda row: masked_text(" ".join(_text(row).split())),
    lambda row: masked_person(row.user.partition(" ")[0]),
)


def _failed(row: RawLog) -> bool:
    return bool(row.detail) or row.type.endswith(("_failure", "_failed"))


class ArchiveModel(HeadedModel):
    """Users and numbers are masked; whoever needs them opens a row."""

    def __init__(self, headings: tuple[str, ...]) -> None:
        super().__init__(headings)
        self._rows: tuple[RawLog, ...] = ()

    def show(self, rows: tuple[RawLog, ...]) -> None:
        """Show these rows; the same ones again change nothing, so that a selection stays."""
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, position: int) -> RawLog | None:
        """Return a row, None where there is none."""
        return self._rows[position] if 0 <= position < len(self._rows) else None

    def count(self) -> int:
        """Say how many rows there are."""
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """See Qt."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return harmless(_CELLS[index.column()](row))
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == TYPE and _failed(row):
            return QColor(theme.current_roles().error)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == AT:
            # A screen reader that stands on the first cell hears the whole row.
            return harmless(", ".join(filter(None, (cell(row) for cell in _CELLS))))
        return None
