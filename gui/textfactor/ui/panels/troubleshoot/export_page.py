"""A whole export: how far it is read, its causes, its incidents on a timeline, its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from textfactor.domain.bulk import BulkReport
from textfactor.ui import theme
from textfactor.ui.jobs import Cancelled, Done, Failed
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.panels.troubleshoot.causes_tab import CausesTab
from textfactor.ui.panels.troubleshoot.export_head import ExportHead
from textfactor.ui.panels.troubleshoot.rows_tab import RowsTab
from textfactor.ui.panels.troubleshoot.sayings import as_text, say
from textfactor.ui.panels.troubleshoot.scan import Scan, Seen
from textfactor.ui.panels.troubleshoot.timeline_tab import TimelineTab
from textfactor.ui.widgets.announce import announce
from textfactor.ui.widgets.callout import Callout
from textfactor.words.diagnosis_notes import explain_note, known_notes
from textfactor.words.problems import explain

if TYPE_CHECKING:
    from pathlib import Path

    from textfactor.domain.problems import Problem
    from textfactor.services.container import Services
    from textfactor.services.context import Progress
    from textfactor.ui.jobs import JobHandle, Jobs, Outcome

_ROWS = 2
"""The tab of the rows."""


class ExportPage(QWidget):
    """Emits `left` when one wants another input, `place_wanted(str)`, `diagnose_wanted(str)` for one row."""

    left = Signal()
    place_wanted = Signal(str)
    diagnose_wanted = Signal(str)
    read = Signal()
    """The file was read to its end, or given up."""

    def __init__(self, services: Services, jobs: Jobs) -> None:
        super().__init__()
        self._services, self._jobs = services, jobs
        self._scan: Scan | None = None
        self._handle: JobHandle | None = None
        self._seen: Seen | None = None
        self.head = ExportHead(self, self._as_text)
        self.callout = Callout()
        self.callout.setObjectName("export_notes")
        self.tabs = QTabBar()
        self.causes = CausesTab()
        self.timeline = TimelineTab(jobs)
        self.rows = RowsTab(jobs)
        self._stack = QStackedWidget()
        self._connect()
        self._lay_out()
        self.destroyed.connect(self._drop_of(self))

    def _connect(self) -> None:
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._find)
        self.head.cancel.clicked.connect(self.cancel)
        self.head.close_it.clicked.connect(self._leave)
        self.causes.place_wanted.connect(self.place_wanted)
        self.causes.row_wanted.connect(self._show_row)
        self.rows.diagnose_wanted.connect(self.diagnose_wanted)
        self.rows.model.failed.connect(self._failed)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)

    def _lay_out(self) -> None:
        self.tabs.setObjectName("export_tabs")
        self.tabs.setAccessibleName(self.tr("Views of the export"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for title, tab in (
            (self.tr("Causes"), self.causes),
            (self.tr("Timeline"), self.timeline),
            (self.tr("Rows"), self.rows),
        ):
            self._stack.addWidget(tab)
            self.tabs.addTab(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        layout.addWidget(self.head)
        layout.addWidget(self.callout)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)

    @staticmethod
    def _drop_of(page: ExportPage) -> object:
        """Make what lets the file go with the page, without keeping the page alive."""
        held = page.__dict__

        def drop(*_: object) -> None:
            scan = held.get("_scan")
            if isinstance(scan, Scan):
                scan.close()

        return drop

    # ------------------------------------------------------------ reading

    @property
    def seen(self) -> Seen | None:
        """What is known of the export so far."""
        return self._seen

    @property
    def is_open(self) -> bool:
        """Whether there is an export to come back to."""
        return self._scan is not None

    def resume(self) -> None:
        """Go on where one was: the tab, the search and the selection have stayed."""
        if self.tabs.currentIndex() == _ROWS:
            self.rows.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self, path: Path) -> None:
        """Read a file from now on, and let the one before go."""
        self.drop()
        self.head.begin(path.name)
        self.callout.clear()
        self.tabs.setCurrentIndex(0)
        self._scan = scan = Scan(self._services, path)
        self._handle = self._jobs.start(scan.run, self._done, self._progress)
        self.timeline.prepare()
        self.head.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def cancel(self) -> None:
        """Stop reading; what is known so far stays."""
        if self._handle is not None:
            self._handle.cancel()

    def drop(self) -> None:
        """Forget the export and let its file go."""
        handle, self._handle = self._handle, None
        if handle is not None:
            handle.cancel()
        if self._scan is not None:
            self._scan.close()
        self._scan = self._seen = None
        self.rows.use(None)
        self.causes.forget()
        self.timeline.show_bulk(BulkReport(""))

    def _progress(self, progress: Progress) -> None:
        if self._handle is None:
            return
        self.head.show_progress(progress)
        latest = self._scan.latest if self._scan is not None else None
        if latest is not None and latest is not self._seen:
            self._show(latest)

    def _done(self, outcome: Outcome[Seen]) -> None:
        if self._handle is None or self._handle.running:
            return  # the end of one that was given up for another
        self._handle = None
        self.head.show_reading(reading=False)
        match outcome:
            case Done(seen):
                self._show(seen)
                self._show_notes(seen)
                self.rows.use(seen.bulk.table)
                announce(self, f"{self.head.numbers()} {self.callout.title()}")
            case Failed(problem):
                self._failed(problem)
            case Cancelled():
                self._stopped()
        self.read.emit()

    def _stopped(self) -> None:
        if self._scan is not None:
            self._scan.close()
        title = self.tr("Stopped before the end")
        self.callout.show_message(
            "warning", title, self.tr("What is shown comes from the part that was read.")
        )

    def _failed(self, problem: Problem) -> None:
        if self._scan is not None and self._handle is None:
            self._scan.close()
        if problem.detail in known_notes():
            title = fill(self.tr("{name} was not read"), name=self.head.name())
            self.callout.show_message("error", title, tr_text(explain_note(problem.detail)))
            return
        told = explain(problem)
        self.callout.show_message("error", say(told.title), say(told.meaning), tuple(map(say, told.next)))

    # ------------------------------------------------------------ showing

    def _show(self, seen: Seen) -> None:
        self._seen = seen
        self.head.show_numbers(seen.bulk)
        self.causes.show_seen(seen)
        told = [cause.told for cause in seen.causes if cause.told is not None]
        titles = {one.diagnosis.cause: say(one.explanation.title) for one in told}
        self.timeline.show_bulk(seen.bulk, titles)

    def _show_notes(self, seen: Seen) -> None:
        if not seen.bulk.notes:
            return
        first, *others = (say(explain_note(note)) for note in seen.bulk.notes)
        tone = "ok" if "nothing_wrong" in seen.bulk.notes else "info"
        self.callout.show_message(tone, first, "\n".join(others))

    def _show_row(self, row: int) -> None:
        if self._seen is not None and self._seen.bulk.table is not None:
            self.tabs.setCurrentIndex(_ROWS)
            self.rows.show_row(row)

    def _find(self) -> None:
        self.tabs.setCurrentIndex(_ROWS)
        self.rows.search.focus()

    def _leave(self) -> None:
        self.drop()
        self.left.emit()

    def _as_text(self) -> str:
        seen = self._seen
        if seen is None:
            return ""
        told = tuple(cause.told for cause in seen.causes if cause.told is not None)
        return f"{self.head.name()}: {self.head.numbers()}\n\n{as_text(told, seen.bulk.notes)}"
