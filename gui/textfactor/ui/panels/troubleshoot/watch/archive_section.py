"""The archive of the tenant's log: pull, search as one types, look at a row, delete all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.messages import fill
from textfactor.ui.panels.practice.request_section import pretty
from textfactor.ui.panels.troubleshoot.listing import Listing
from textfactor.ui.panels.troubleshoot.newest import Newest
from textfactor.ui.panels.troubleshoot.sayings import number, size
from textfactor.ui.panels.troubleshoot.source_view import SourceView
from textfactor.ui.panels.troubleshoot.times import span, zone
from textfactor.ui.panels.troubleshoot.watch.archive_model import AT, TYPE, USER, ArchiveModel
from textfactor.ui.panels.troubleshoot.watch.calls import MOST, Kept, deleting, finding, looking, pulling
from textfactor.ui.telling import show_problem
from textfactor.ui.widgets.busy_button import BusyButton
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.labelled_field import LabelledField
from textfactor.ui.widgets.labels import TextLabel
from textfactor.ui.work import Work

if TYPE_CHECKING:
    from textfactor.domain.archive import RawLog
    from textfactor.domain.problems import Problem
    from textfactor.ui.panels.tools import PanelTools

_SAMPLES: Final = {
    AT: "2026-11-24 00:00:00",
    TYPE: "✕ gd_send_sms_failure",
    USER: "a•••@shop.example",
}


class ArchiveSection(QWidget):
    """Emits `diagnose_wanted(str)` with a row as Auth0 sent it."""

    diagnose_wanted = Signal(str)

    def __init__(self, tools: PanelTools) -> None:
        super().__init__()
        self._tools = tools
        self._rows = 0
        self._question: QMessageBox | None = None
        self.work = Work(tools.jobs, self)
        self._searching = Newest(tools.jobs, self)
        time = fill(self.tr("Time ({zone})"), zone=zone())
        headings = (time, self.tr("Type"), self.tr("Text"), self.tr("User"))
        self.model = ArchiveModel(headings)
        self._status = TextLabel("", "hint")
        self._pull = BusyButton(self.tr("Pull the log"), name="archive_pull")
        self._delete = QPushButton(self.tr("Delete all…"))
        self._delete.setObjectName("archive_delete")
        self.callout = Callout()
        self.callout.setObjectName("archive_callout")
        self.search = LabelledField(self.tr("Search"), name="archive_search")
        self.table = Listing(self.tr("Rows in the archive"), "archive_rows")
        self.table.use(self.model, _SAMPLES)
        self._raw = SourceView(self.tr("The row in full"), name="archive_raw")
        self._diagnose = QPushButton(self.tr("Diagnose this row"))
        self._diagnose.setObjectName("archive_diagnose")
        self._connect()
        self._lay_out()
        self._tell(-1)

    def _connect(self) -> None:
        self._pull.clicked.connect(self._start)
        self._delete.clicked.connect(self._ask)
        self.work.failed.connect(self._failed)
        self.work.stopped.connect(self.refresh)
        self._searching.failed.connect(self._failed)
        self.search.changed.connect(self._search)
        self.table.chosen.connect(self._tell)
        self._diagnose.clicked.connect(self._to_diagnosis)
        self._tools.world.changed.connect(self._other_world)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search.focus)
        self.search.field.setToolTip(QKeySequence("Ctrl+F").toString(QKeySequence.SequenceFormat.NativeText))

    def _lay_out(self) -> None:
        for part in (self.table, self._raw):  # as high as there is room, not as they would like to be
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.table.setMinimumHeight(110)
        self._raw.setMinimumHeight(60)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.RELATED)
        buttons.addWidget(self._pull, 1)
        buttons.addWidget(self._delete)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self._diagnose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        layout.addLayout(buttons)
        layout.addWidget(self._status)
        layout.addWidget(self.callout)
        layout.addWidget(self.search)
        layout.addWidget(self.table, 4)
        layout.addLayout(below)
        layout.addWidget(self._raw, 2)

    def showEvent(self, event: QShowEvent) -> None:
        """Look what is kept: the watch may have added rows."""
        super().showEvent(event)
        self.refresh()

    # ------------------------------------------------------------ what is kept

    def refresh(self) -> None:
        """Say what is kept, and search again."""
        workspace = self._tools.world.workspace
        self._pull.set_usable(yes=workspace is not None)
        if workspace is None:
            self._show_nothing()
            return
        if self.isVisible() and not self.work.busy:
            self.work.run(looking(workspace.archive, self._domain()), self._show)

    def _domain(self) -> str:
        return self._tools.answers().domain

    def _show(self, kept: Kept) -> None:
        facts, done = kept.facts, kept.pulled
        self._rows = facts.rows
        words = self.tr("{n} rows · {span} · {size}")
        self._status.setText(
            fill(words, n=number(facts.rows), span=span(facts.first, facts.last), size=size(facts.bytes))
            if facts.rows
            else self.tr("Nothing is kept yet. Pull the log: a free tenant forgets it after a day.")
        )
        self._delete.setEnabled(bool(facts.rows))
        self.search.setEnabled(bool(facts.rows))
        if done is not None:
            title = fill(self.tr("New rows: {n}"), n=number(done.added))
            self.callout.show_message("ok", title, self._gap(done.gap) if done.gap else "")
        elif facts.gaps:
            self.callout.show_message("warning", self.tr("Rows are missing"), self._gap(facts.gaps[-1]))
        self._search(self.search.text())

    def _gap(self, gap: tuple[str, str]) -> str:
        words = self.tr("Between these times Auth0 had forgotten the rows before they were pulled: {span}")
        return fill(words, span=span(*gap))

    def _show_nothing(self) -> None:
        self._rows = 0
        self._status.setText(self.tr("Open the practice world or a profile in Setup first."))
        self._delete.setEnabled(False)
        self.search.setEnabled(False)
        self.model.show(())

    def _other_world(self) -> None:
        self.work.cancel()
        self._searching.forget()
        self.callout.clear()
        self.model.show(())
        self.refresh()

    def _failed(self, problem: Problem) -> None:
        show_problem(self.callout, problem)

    # ------------------------------------------------------------ pull and delete

    def _start(self) -> None:
        workspace = self._tools.world.workspace
        if workspace is not None:
            self.callout.clear()
            self.work.run(pulling(workspace, self._tools.answers()), self._show, button=self._pull)

    def _ask(self) -> None:
        """Ask before everything goes; Enter and Escape keep it."""
        question = QMessageBox(self)
        question.setObjectName("archive_question")
        question.setProperty("textFormat", "PlainText")
        question.setWindowTitle(self.tr("Delete the archive"))
        words = self.tr("Delete {n} rows of {domain} from this computer?")
        question.setText(fill(words, n=number(self._rows), domain=self._domain()))
        question.setInformativeText(
            self.tr("Auth0 may have forgotten them meanwhile. Nothing changes in the tenant.")
        )
        yes = question.addButton(self.tr("Delete them"), QMessageBox.ButtonRole.AcceptRole)
        keep = question.addButton(self.tr("Keep them"), QMessageBox.ButtonRole.RejectRole)
        yes.setObjectName("archive_question_yes")
        keep.setObjectName("archive_question_no")
        question.setDefaultButton(keep)
        question.setEscapeButton(keep)
        question.accepted.connect(self._delete_all)
        self._question = question
        question.open()

    def _delete_all(self) -> None:
        workspace = self._tools.world.workspace
        if workspace is not None:
            self.callout.clear()
            self.work.run(deleting(workspace.archive, self._domain()), self._show)

    # ------------------------------------------------------------ the search

    def _search(self, text: str) -> None:
        workspace = self._tools.world.workspace
        if workspace is not None:
            self._searching.ask(finding(workspace.archive, self._domain(), text), self._found)

    def _found(self, rows: tuple[RawLog, ...]) -> None:
        self.model.show(rows)
        if len(rows) >= MOST:
            hint = fill(
                self.tr("The newest {n} rows; every word that is typed must begin one in a row"), n=MOST
            )
        else:
            hint = fill(self.tr("Rows that match: {n}"), n=number(len(rows)))
        self.search.set_hint(hint if self._rows else "")

    def _tell(self, place: int) -> None:
        row = self.model.row(place)
        self._diagnose.setEnabled(row is not None)
        self._raw.show_source(pretty(row.raw) if row is not None else "", ())

    def _to_diagnosis(self) -> None:
        row = self.model.row(self.table.currentIndex().row())
        if row is not None:
            self.diagnose_wanted.emit(row.raw)
