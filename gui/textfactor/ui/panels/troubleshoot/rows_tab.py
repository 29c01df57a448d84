"""All rows of an export about SMS: searched as one types, and below them the one that is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.messages import fill
from textfactor.ui.panels.practice.request_section import pretty
from textfactor.ui.panels.troubleshoot.keys import name_keys
from textfactor.ui.panels.troubleshoot.listing import Listing
from textfactor.ui.panels.troubleshoot.newest import Newest
from textfactor.ui.panels.troubleshoot.row_model import (
    AT,
    CLIENT,
    COUNTRY,
    NUMBER,
    STATE,
    TEXT,
    USER,
    RowModel,
)
from textfactor.ui.panels.troubleshoot.sayings import number
from textfactor.ui.panels.troubleshoot.source_view import SourceView
from textfactor.ui.widgets.labelled_field import LabelledField
from textfactor.ui.widgets.labels import TextLabel

if TYPE_CHECKING:
    from textfactor.domain.bulk import RowTable
    from textfactor.services.context import Call, CallContext
    from textfactor.ui.jobs import Jobs

MOST: Final = 10_000
"""So many rows are found at most."""
_SAMPLES: Final = {
    AT: "2026-11-24 00:00:00",
    STATE: "✕ gd_send_sms_failure",
    COUNTRY: "GB",
    NUMBER: "+49 ••• 000",
    TEXT: "Guardian - Error on custom-phone-provider: vonage",
    USER: "p•••3fa@shop.example",
    CLIENT: "Support desk",
}


class RowsTab(QWidget):
    """Emits `diagnose_wanted(str)` with a row as it stood in the export."""

    diagnose_wanted = Signal(str)

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._data: RowTable | None = None
        self._searching = Newest(jobs, self)
        self._wanted = -1
        headings = (
            self.tr("Time"), self.tr("Type"), self.tr("User"), self.tr("Number"), self.tr("Text"),
            self.tr("Country"), self.tr("Application"),
        )  # fmt: skip
        self.model = RowModel(headings, jobs)
        self.search = LabelledField(self.tr("Search"), name="search_rows")
        self.search.field.setToolTip(name_keys("Ctrl+F"))
        self.table = Listing(self.tr("Rows about text messages"), "rows")
        self.table.use(self.model, _SAMPLES)
        self._about = TextLabel("", "hint")
        self._raw = SourceView(self.tr("The row in full"), name="raw_row")
        self._diagnose = QPushButton(self.tr("Diagnose this row"))
        self._diagnose.setObjectName("diagnose_row")
        self._connect()
        self._lay_out()
        self._tell(-1)

    def _connect(self) -> None:
        self.search.changed.connect(self._search)
        self.table.chosen.connect(self._tell)
        self.model.dataChanged.connect(self._arrived)
        self._diagnose.clicked.connect(self._to_diagnosis)

    def _lay_out(self) -> None:
        for part in (self.table, self._raw):  # as high as there is room, not as they would like to be
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.table.setMinimumHeight(130)
        self._raw.setMinimumHeight(70)
        row = QHBoxLayout()
        row.setSpacing(theme.RELATED)
        row.addWidget(self._about, 1)
        row.addWidget(self._diagnose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        layout.addWidget(self.search)
        layout.addWidget(self.table, 4)
        layout.addLayout(row)
        layout.addWidget(self._raw, 3)

    def use(self, table: RowTable | None) -> None:
        """Show the rows of another export, None for none yet."""
        self._searching.forget()
        self._data = table
        self.model.use(table)
        self.setEnabled(table is not None)
        self._count(self.model.rowCount())
        if table is not None and self.search.text().strip():
            self._search(self.search.text())

    def show_row(self, row: int) -> None:
        """Go to a row of the export."""
        if self.search.text():
            self.search.set_text("")
            self.model.use(self._data)
            self._count(self.model.rowCount())
        place = self.model.position(row)
        if place >= 0:
            self.table.choose(place)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ the search

    def _search(self, text: str) -> None:
        if self._data is None:
            return
        if text.strip():
            self._searching.ask(_finding(self._data, text), self._found)
        else:
            self._searching.forget()
            self.model.use(self._data)
            self._count(self.model.rowCount())

    def _found(self, indexes: tuple[int, ...]) -> None:
        self.model.show(indexes)
        self._count(len(indexes))

    def _count(self, found: int) -> None:
        if self._data is None:
            self.search.set_hint(self.tr("The rows can be seen once the file has been read."))
        elif not self.search.text().strip():
            self.search.set_hint(
                fill(self.tr("{n} rows; every word that is typed must stand in a row"), n=number(found))
            )
        elif found >= MOST:
            self.search.set_hint(fill(self.tr("The first {n} rows that match"), n=number(found)))
        else:
            self.search.set_hint(fill(self.tr("Rows that match: {n}"), n=number(found)))

    # ------------------------------------------------------------ the selected row

    def _tell(self, place: int) -> None:
        self._wanted = place
        row = self.model.row(place)
        self._diagnose.setEnabled(row is not None)
        if row is None:
            told = self.tr("Select a row to see all of it. Numbers and users are shown in full there.")
            self._about.setText(told)
            self._raw.show_source("", ())
            return
        self._about.setText(fill(self.tr("Row {n}, as it stood in the export"), n=number(row.index + 1)))
        self._raw.show_source(pretty(row.raw), ())

    def _arrived(self, first: QModelIndex, last: QModelIndex) -> None:
        if first.row() <= self._wanted <= last.row():
            self._tell(self._wanted)

    def _to_diagnosis(self) -> None:
        row = self.model.row(self._wanted)
        if row is not None:
            self.diagnose_wanted.emit(row.raw)


def _finding(table: RowTable, text: str) -> Call[tuple[int, ...]]:
    """Make the call that searches."""

    def find(ctx: CallContext) -> tuple[int, ...]:
        ctx.cancel.check()
        return table.search(text, MOST)

    return find
