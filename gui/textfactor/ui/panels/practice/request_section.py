"""The log of both stand-ins: a table of requests, and below it the body of the selected one."""

import json

from PySide6.QtCore import QItemSelection
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QVBoxLayout, QWidget

from textfactor.domain.practice import SeenRequest
from textfactor.ui import theme
from textfactor.ui.jobs import Jobs
from textfactor.ui.messages import fill
from textfactor.ui.panels.practice.request_model import METHOD, PATH, SIDE, STATUS, TIME, RequestModel
from textfactor.ui.widgets.code_view import CodeView
from textfactor.ui.widgets.labels import TextLabel

_LONGEST = 20_000
"""So many characters of a body are shown."""


def pretty(body: str) -> str:
    """Lay JSON out over lines; what is no JSON, or too long to be read, is shown as it came."""
    if len(body) <= _LONGEST:
        try:
            return json.dumps(json.loads(body), indent=2, ensure_ascii=False)
        except ValueError:
            return body
    return f"{body[:_LONGEST]}…"


class RequestSection(QWidget):
    """What the stand-ins were asked, newest first."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        headings = self.tr("Time"), self.tr("Service"), self.tr("Method"), self.tr("Path"), self.tr("Status")
        self.model = RequestModel(headings, self.tr("no answer"))
        self.table = QTableView()
        self._about = TextLabel("", "hint")
        self._body = CodeView(jobs, self.tr("Body of the request"), name="request_body")
        self._body.setMinimumHeight(90)
        self._build()
        for part in (self.table, self._body):  # as high as there is room, not as they would like to be
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        layout.addWidget(self.table, 3)
        layout.addWidget(self._about)
        layout.addWidget(self._body, 2)
        self._tell(None)

    def _build(self) -> None:
        table = self.table
        table.setObjectName("requests")
        table.setAccessibleName(self.tr("Requests"))
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setMinimumHeight(130)
        table.setMinimumWidth(320)
        rows, columns = table.verticalHeader(), table.horizontalHeader()
        rows.hide()
        # One height for all: the table need not ask each row for its own.
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(table.fontMetrics().height() + theme.RELATED + 2)
        columns.setHighlightSections(False)
        columns.setSectionResizeMode(PATH, QHeaderView.ResizeMode.Stretch)
        table.selectionModel().selectionChanged.connect(self._selected)
        self.model.modelReset.connect(self._reset)

    def showEvent(self, event: object) -> None:
        """Give the columns their widths in the font that the style sheet has put on by now."""
        super().showEvent(event)  # pyright: ignore[reportArgumentType] - QShowEvent, which nothing is asked of
        metrics = self.table.fontMetrics()
        no_answer = self.tr("no answer")
        samples = {TIME: "00:00:00", SIDE: "Vonage", METHOD: "OPTIONS", STATUS: f"✕ {no_answer}"}
        for column, sample in samples.items():
            heading = str(self.model.headerData(column, self.table.horizontalHeader().orientation()))
            width = max(metrics.horizontalAdvance(sample), metrics.horizontalAdvance(heading) + theme.RELATED)
            self.table.setColumnWidth(column, width + theme.GROUP + theme.RELATED)

    def show_requests(self, rows: tuple[SeenRequest, ...], fresh: int) -> None:
        """Show the log; who has scrolled down keeps what is to be seen."""
        bar = self.table.verticalScrollBar()
        before = bar.value()
        self.model.show(rows, fresh)
        if before and fresh < len(rows):
            bar.setValue(before + fresh * (bar.singleStep() if self._by_pixel() else 1))
        if self._chosen() is None:
            self._tell(None)

    def _by_pixel(self) -> bool:
        return self.table.verticalScrollMode() is QAbstractItemView.ScrollMode.ScrollPerPixel

    def _chosen(self) -> SeenRequest | None:
        found = self.table.selectionModel().selectedRows()
        return self.model.rows[found[0].row()] if found else None

    def _selected(self, now: QItemSelection, before: QItemSelection) -> None:
        del now, before
        self._tell(self._chosen())

    def _reset(self) -> None:
        self._tell(None)

    def _tell(self, request: SeenRequest | None) -> None:
        self._body.setVisible(request is not None and bool(request.body))
        if request is None:
            empty = self.tr("Nothing was asked yet: each call to the stand-ins is written down here.")
            choose = self.tr(
                "Select a request to see its body. Secrets are masked before they are written down."
            )
            self._about.setText(choose if self.model.rows else empty)
            return
        words = self.tr("{request}: its body") if request.body else self.tr("{request} came without a body.")
        self._about.setText(fill(words, request=f"{request.method} {request.path}"))
        self._body.set_code(pretty(request.body), "json")
