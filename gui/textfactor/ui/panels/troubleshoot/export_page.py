"""A whole export: how far it is read, its causes, its incidents on a timeline, its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
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
from textfactor.ui.panels.troubleshoot.rows_tab import RowsTab
from textfactor.ui.panels.troubleshoot.sayings import as_text, number, say, size, span
from textfactor.ui.panels.troubleshoot.scan import Scan, Seen
from textfactor.ui.panels.troubleshoot.timeline_tab import TimelineTab
from textfactor.ui.widgets.announce import announce
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.copy_button import CopyButton
from textfactor.ui.widgets.labels import TextLabel
from textfactor.words.diagnosis_notes import explain_note, known_notes
from textfactor.words.problems import explain

if TYPE_CHECKING:
    from pathlib import Path

    from textfactor.domain.problems import Problem
    from textfactor.services.container import Services
    from textfactor.services.context import Progress
    from textfactor.ui.jobs import JobHandle, Jobs, Outcome


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
        self._name = TextLabel("", "section")
        self._numbers = TextLabel("", "hint")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("How much of the file has been read"))
        self._cancel = QPushButton(self.tr("Cancel"))
        self._close = QPushButton(self.tr("Another input"))
        self._copy = CopyButton(self.tr("Copy answer"), self._as_text, name="export_copy")
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
        for button, name, keys in (
            (self._cancel, "export_cancel", "Ctrl+."),
            (self._close, "export_close", "Esc"),
        ):
            button.setObjectName(name)
            button.setToolTip(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
        self._cancel.clicked.connect(self.cancel)
        self._close.clicked.connect(self._leave)
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
        head = QHBoxLayout()
        head.setSpacing(theme.RELATED)
        head.addWidget(self._name, 1)
        for button in (self._cancel, self._copy, self._close):
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        layout.addLayout(head)
        layout.addWidget(self._numbers)
        layout.addWidget(self._bar)
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

    def open(self, path: Path) -> None:
        """Read a file from now on, and let the one before go."""
        self.drop()
        self._name.setText(path.name)
        self._numbers.setText("")
        self.callout.clear()
        self.tabs.setCurrentIndex(0)
        self._show_reading(reading=True)
        self._scan = scan = Scan(self._services, path)
        self._handle = self._jobs.start(scan.run, self._done, self._progress)
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)

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
        self._bar.setMaximum(max(1, progress.total))
        self._bar.setValue(progress.done)
        latest = self._scan.latest if self._scan is not None else None
        if latest is not None and latest is not self._seen:
            self._show(latest)

    def _done(self, outcome: Outcome[Seen]) -> None:
        if self._handle is None or self._handle.running:
            return  # the end of one that was given up for another
        self._handle = None
        self._show_reading(reading=False)
        match outcome:
            case Done(seen):
                self._show(seen)
                self._show_notes(seen)
                self.rows.use(seen.bulk.table)
                announce(self, f"{self._numbers.text()} {self.callout.title()}")
            case Failed(problem):
                self._failed(problem)
            case Cancelled():
                self._stopped()
        self.read.emit()

    def _show_reading(self, *, reading: bool) -> None:
        self._bar.setValue(0)
        self._bar.setVisible(reading)
        self._cancel.setVisible(reading)
        self._copy.setVisible(not reading)

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
            title = fill(self.tr("{name} was not read"), name=self._name.text())
            self.callout.show_message("error", title, tr_text(explain_note(problem.detail)))
            return
        told = explain(problem)
        self.callout.show_message("error", say(told.title), say(told.meaning), tuple(map(say, told.next)))

    # ------------------------------------------------------------ showing

    def _show(self, seen: Seen) -> None:
        self._seen = seen
        bulk = seen.bulk
        words = self.tr("{rows} rows, {sms} about text messages: {sent} sent, {failed} failed")
        if bulk.limited:
            words = self.tr(
                "{rows} rows, {sms} about text messages: {sent} sent, {failed} failed, {limited} refused for their pace"
            )
        told = fill(
            words,
            rows=number(bulk.rows),
            sms=number(bulk.sms_rows),
            sent=number(bulk.sent),
            failed=number(bulk.failed),
            limited=number(bulk.limited),
        )
        when = span(bulk.first, bulk.last)
        read = size(bulk.bytes) if bulk.done else f"{size(bulk.read)} / {size(bulk.bytes)}"
        self._numbers.setText(" · ".join(part for part in (told, when, read) if part))
        self.causes.show_seen(seen)
        self.timeline.show_bulk(bulk)

    def _show_notes(self, seen: Seen) -> None:
        if not seen.bulk.notes:
            return
        first, *others = (say(explain_note(note)) for note in seen.bulk.notes)
        tone = "ok" if "nothing_wrong" in seen.bulk.notes else "info"
        self.callout.show_message(tone, first, "\n".join(others))

    def _show_row(self, row: int) -> None:
        if self._seen is not None and self._seen.bulk.table is not None:
            self.tabs.setCurrentIndex(2)
            self.rows.show_row(row)

    def _leave(self) -> None:
        self.drop()
        self.left.emit()

    def _as_text(self) -> str:
        seen = self._seen
        if seen is None:
            return ""
        told = tuple(cause.told for cause in seen.causes if cause.told is not None)
        return f"{self._name.text()}: {self._numbers.text()}\n\n{as_text(told, seen.bulk.notes)}"
