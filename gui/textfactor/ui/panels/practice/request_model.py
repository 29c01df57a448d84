"""The requests that the stand-ins saw as a table, newest first."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont

from textfactor.domain.practice import SeenRequest
from textfactor.ui import theme
from textfactor.ui.moments import local_clock
from textfactor.ui.widgets.headed_model import NOWHERE, HeadedModel, Index

TIME, SIDE, METHOD, PATH, STATUS = range(5)
_SIDES = {"vonage": "Vonage", "auth0": "Auth0"}


def status_text(request: SeenRequest, no_answer: str) -> str:
    """Show a status with its sign."""
    if request.status == 0:
        return f"✕ {no_answer}"
    return f"{'✓' if request.status < 400 else '✕'} {request.status}"


class RequestModel(HeadedModel):
    """Rows come at the top and go at the bottom, so that a selection stays on its request."""

    def __init__(self, headings: tuple[str, ...], no_answer: str) -> None:
        super().__init__(headings)
        self._rows: tuple[SeenRequest, ...] = ()
        self._mono = QFont("monospace")
        self._mono.setStyleHint(QFont.StyleHint.Monospace)
        self._mono.setPixelSize(12)
        self._cells: dict[int, Callable[[SeenRequest], str]] = {
            TIME: lambda row: local_clock(row.at, seconds=True),
            SIDE: lambda row: _SIDES.get(row.side, row.side),
            METHOD: lambda row: row.method,
            PATH: lambda row: row.path,
            STATUS: lambda row: status_text(row, no_answer),
        }

    @property
    def rows(self) -> tuple[SeenRequest, ...]:
        """What is shown, newest first."""
        return self._rows

    def show(self, rows: tuple[SeenRequest, ...], fresh: int) -> None:
        """Show these, of which the first `fresh` are new; all of them: nothing of what was shown is left."""
        if fresh == len(rows):
            if rows or self._rows:
                self.beginResetModel()
                self._rows = rows
                self.endResetModel()
            return
        if fresh:
            self.beginInsertRows(NOWHERE, 0, fresh - 1)
            self._rows = (*rows[:fresh], *self._rows)
            self.endInsertRows()
        if len(self._rows) > len(rows):
            self.beginRemoveRows(NOWHERE, len(rows), len(self._rows) - 1)
            self._rows = rows
            self.endRemoveRows()

    # ------------------------------------------------------------ Qt asks

    def count(self) -> int:
        """Say how many rows there are."""
        return len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """See Qt."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cells[column](row)
            case Qt.ItemDataRole.FontRole:
                return self._mono if column in (METHOD, PATH) else None
            case Qt.ItemDataRole.ForegroundRole if column == STATUS:
                roles = theme.current_roles()
                return QColor(roles.ok if 0 < row.status < 400 else roles.error)
            case Qt.ItemDataRole.AccessibleTextRole if column == TIME:
                # A screen reader that stands on the first cell hears the whole row.
                return " ".join(cell(row) for cell in self._cells.values())
            case _:
                return None
