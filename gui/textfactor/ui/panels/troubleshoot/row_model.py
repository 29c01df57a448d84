"""The rows of an export about SMS as a table: a row is decoded in a worker when it comes into sight."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor

from textfactor.domain.harmless import harmless
from textfactor.domain.row_kind import RowKind
from textfactor.ui import theme
from textfactor.ui.panels.troubleshoot.newest import Newest
from textfactor.ui.panels.troubleshoot.sayings import masked_number, masked_text, tagged_person
from textfactor.ui.panels.troubleshoot.times import moment
from textfactor.ui.widgets.headed_model import HeadedModel, Index

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textfactor.domain.bulk import RowTable, SmsRow
    from textfactor.services.context import Call, CallContext
    from textfactor.ui.jobs import Jobs

BLOCK: Final = 64
"""Rows that are decoded together."""
_KEPT: Final = 64
"""Blocks that are remembered."""
_COMING: Final = "…"
AT, STATE, USER, NUMBER, TEXT, COUNTRY, CLIENT = range(7)
_SIGNS: Final = {
    RowKind.SENT: "✓", RowKind.FAILED: "✕", RowKind.LIMITED: "!", RowKind.CHANGED: "!", RowKind.OTHER: "–",
}  # fmt: skip


def _cell(column: int) -> Callable[[SmsRow], str]:
    cells: dict[int, Callable[[SmsRow], str]] = {
        AT: lambda row: moment(row.at),
        STATE: lambda row: f"{_SIGNS[row.kind]} {row.type}",
        NUMBER: lambda row: masked_number(row.number),
        COUNTRY: lambda row: row.country,
        USER: lambda row: tagged_person(row.user),
        CLIENT: lambda row: row.client,
        TEXT: lambda row: masked_text(" ".join(row.text.split())),
    }
    return cells[column]


_CELLS: Final = tuple(_cell(column) for column in range(7))


class RowModel(HeadedModel):
    """Numbers and users are masked; whoever needs them opens a row. `failed(Problem)` when the file is gone."""

    failed = Signal(object)

    def __init__(self, headings: tuple[str, ...], jobs: Jobs) -> None:
        super().__init__(headings)
        self._table: RowTable | None = None
        self._shown: Sequence[int] = ()
        self._blocks: OrderedDict[int, tuple[SmsRow, ...]] = OrderedDict()
        self._wanted: list[int] = []
        self._newest = Newest(jobs, self)
        self._newest.failed.connect(self.failed)

    def use(self, table: RowTable | None) -> None:
        """Show all rows of a table."""
        self._table = table
        self.show(range(len(table)) if table is not None else ())

    def show(self, indexes: Sequence[int]) -> None:
        """Show these rows of the table."""
        self.beginResetModel()
        self._newest.forget()
        self._blocks.clear()
        self._wanted.clear()
        self._shown = indexes
        self.endResetModel()

    def position(self, row: int) -> int:
        """Find where a row of the table is shown, -1 where it is not."""
        if isinstance(self._shown, range):
            return row if row in self._shown else -1
        return self._shown.index(row) if row in self._shown else -1

    def row(self, position: int) -> SmsRow | None:
        """Return a shown row, None while it is being decoded, which begins when it is asked for."""
        if not 0 <= position < len(self._shown):
            return None
        block = self._blocks.get(position // BLOCK)
        if block is None:
            self._want(position // BLOCK)
            return None
        offset = position % BLOCK
        return block[offset] if offset < len(block) else None

    def _want(self, block: int) -> None:
        if block in self._wanted:
            self._wanted.remove(block)
        # What was asked for last is in sight now; what scrolled by long ago is not waited for.
        self._wanted = [block, *self._wanted[:3]]
        if not self._newest.busy:
            self._fetch()

    def _fetch(self) -> None:
        if self._table is None or not self._wanted:
            return
        block = self._wanted.pop(0)
        indexes = self._shown[block * BLOCK : (block + 1) * BLOCK]
        self._newest.ask(_decoding(self._table, block, indexes), self._fetched)

    def _fetched(self, found: tuple[int, tuple[SmsRow, ...]]) -> None:
        block, rows = found
        self._blocks[block] = rows
        while len(self._blocks) > _KEPT:
            self._blocks.popitem(last=False)
        first, last = block * BLOCK, min(block * BLOCK + len(rows), len(self._shown)) - 1
        if rows:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._headings) - 1))
        self._fetch()

    # ------------------------------------------------------------ Qt asks

    def count(self) -> int:
        """Say how many rows there are."""
        return len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """See Qt."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            row = self.row(index.row())
            return harmless(_CELLS[index.column()](row)) if row is not None else _COMING
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == STATE:
            row = self.row(index.row())
            return _colour(row.kind) if row is not None else None
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == AT:
            row = self.row(index.row())
            return (
                harmless(", ".join(filter(None, (cell(row) for cell in _CELLS))))
                if row is not None
                else _COMING
            )
        return None


def _colour(kind: RowKind) -> QColor:
    roles = theme.current_roles()
    tones = {RowKind.SENT: roles.ok, RowKind.FAILED: roles.error, RowKind.LIMITED: roles.warning}
    tones[RowKind.CHANGED] = roles.warning
    return QColor(tones.get(kind, roles.muted))


def _decoding(table: RowTable, block: int, indexes: Sequence[int]) -> Call[tuple[int, tuple[SmsRow, ...]]]:
    """Make the call that decodes some rows."""

    def decode(ctx: CallContext) -> tuple[int, tuple[SmsRow, ...]]:
        ctx.cancel.check()
        return block, tuple(row for index in indexes for row in table.rows(index, 1))

    return decode
