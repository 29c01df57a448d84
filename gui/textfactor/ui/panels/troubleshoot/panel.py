"""Troubleshoot: whatever one has becomes causes, evidence and steps; works without a network and without a profile."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from textfactor.domain.problems import Problem
from textfactor.ui import theme
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.panels.troubleshoot.answer import Answer, of_test, opening, reading
from textfactor.ui.panels.troubleshoot.export_page import ExportPage
from textfactor.ui.panels.troubleshoot.guided_page import GuidedPage
from textfactor.ui.panels.troubleshoot.input_field import dropped_file
from textfactor.ui.panels.troubleshoot.newest import Newest
from textfactor.ui.panels.troubleshoot.paste_page import PastePage
from textfactor.ui.telling import show_problem
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.labels import TextLabel

if TYPE_CHECKING:
    from textfactor.ui.panels.troubleshoot.watch.section import WatchSection

_PAUSE = 150
"""Milliseconds after the last key before the text is read."""


class TroubleshootPanel(QWidget):
    """Three views: what was pasted, a whole export, and questions for who has nothing to paste."""

    def __init__(self, tools: PanelTools) -> None:
        super().__init__()
        self._tools = tools
        self._newest = Newest(tools.jobs, self)
        self._newest.failed.connect(self._failed)
        self._path: Path | None = None
        self._dialog: QFileDialog | None = None
        self._of_test: object = None
        self.callout = Callout()
        self.callout.setObjectName("troubleshoot_callout")
        self.paste = PastePage()
        self.export = ExportPage(tools.services, tools.jobs)
        self.guided = GuidedPage(tools.services, self._newest)
        self.watch: WatchSection | None = None
        self._watch = QPushButton(self.tr("Watch a login"))
        self._watch.setObjectName("watch_logins")
        self._back = QPushButton(self.tr("Back to the export"))
        self._back.setObjectName("back_to_export")
        self._back.hide()
        self._stack = QStackedWidget()
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        self._timer.timeout.connect(self._read)
        self._watch.clicked.connect(self.watch_logins)
        self._back.clicked.connect(self._to_export)
        self._stack.currentChanged.connect(self._view_changed)
        self.paste.given.connect(self._given)
        self.paste.file_given.connect(self.open_file)
        self.paste.open_wanted.connect(self._ask_for_file)
        self.paste.questions_wanted.connect(self.ask_questions)
        self.paste.answer.place_wanted.connect(self._tools.open_place)
        self.export.left.connect(self._leave_export)
        self.export.place_wanted.connect(self._tools.open_place)
        self.export.diagnose_wanted.connect(self.show_text)
        self.guided.left.connect(self._to_paste)
        self.guided.place_wanted.connect(self._tools.open_place)
        self._tools.world.changed.connect(self._read_the_test)

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        for view in (self.paste, self.export, self.guided):
            self._stack.addWidget(view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.MARGIN, 26, theme.MARGIN, 24)
        layout.setSpacing(theme.GROUP)
        head = QHBoxLayout()
        head.addWidget(TextLabel(self.tr("Troubleshoot"), "title"), 1)
        head.addWidget(self._back)
        head.addWidget(self._watch)
        layout.addLayout(head)
        layout.addWidget(self.callout)
        layout.addWidget(self._stack, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the last test message, which is what one comes from, as long as nothing is pasted."""
        super().showEvent(event)
        seen = self._tools.world.take_to_diagnose()
        if seen:
            self.show_text(seen)
        else:
            self._read_the_test()

    # ------------------------------------------------------------ what can be handed over

    def show_text(self, text: str) -> None:
        """Put a text into the field and read it."""
        self._to_paste()
        self.paste.set_text(text)

    def open_file(self, path: Path) -> None:
        """Read a file: a whole export in a view of its own, anything else as if it had been pasted."""
        self._timer.stop()
        self.callout.clear()
        self._path = path
        self._newest.ask(opening(self._tools.services, path), self._opened)

    def ask_questions(self) -> None:
        """Begin with the guided questions."""
        self._stack.setCurrentWidget(self.guided)
        self.guided.begin()

    def watch_logins(self) -> None:
        """Show logins as they happen, and the archive of the tenant's log."""
        if self.watch is None:
            from textfactor.ui.panels.troubleshoot.watch.section import (
                watch_section,  # most people come to paste something
            )

            self.watch = watch_section(self._tools)
            self.watch.left.connect(self._to_paste)
            self.watch.diagnose_wanted.connect(self.show_text)
            self._stack.addWidget(self.watch)
        self._stack.setCurrentWidget(self.watch)
        self.watch.tabs.setFocus()

    def _view_changed(self) -> None:
        shown = self._stack.currentWidget()
        self._watch.setVisible(self.watch is None or shown is not self.watch)
        self._back.setVisible(shown is self.paste and self.export.is_open)

    # ------------------------------------------------------------ files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files anywhere on the panel."""
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.open_file(path)

    def _ask_for_file(self) -> None:
        if self._dialog is None:
            self._dialog = QFileDialog(self, self.tr("Open a log export, an answer or a text"))
            self._dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            self._dialog.fileSelected.connect(self._chosen)
        self._dialog.open()

    def _chosen(self, name: str) -> None:
        self.open_file(Path(name))

    def _opened(self, answer: Answer | None) -> None:
        path = self._path
        if path is None:
            return
        if answer is None:
            self._stack.setCurrentWidget(self.export)
            self.export.open(path)
            return
        self._to_paste()
        self.paste.put_file(path)
        self.paste.show_answer(answer)

    # ------------------------------------------------------------ reading

    def _given(self, text: str) -> None:
        self._path = None
        self.callout.clear()
        if text.strip():
            self._timer.start()
            return
        self._timer.stop()
        self._newest.forget()
        self.paste.show_answer(None)
        self._of_test = None
        self._read_the_test()

    def _read(self) -> None:
        text = self.paste.text()
        if text.strip():
            self._newest.ask(reading(self._tools.services, text), self._found)

    def _found(self, answer: Answer) -> None:
        self._of_test = None
        self.paste.show_answer(answer)

    def _failed(self, problem: Problem) -> None:
        show_problem(self.callout, problem)

    # ------------------------------------------------------------ the last test message

    def _read_the_test(self) -> None:
        """Diagnose what Vonage answered to the last test, and whether the person says that it came."""
        world = self._tools.world
        if self.paste.text().strip() or self._path is not None or not self.isVisible():
            return
        last, arrived, country = world.last_send, world.last_arrived, world.last_country
        fates = world.last_fates
        if last is None:
            if self._of_test is not None:
                self._of_test = None
                self.paste.show_answer(None)
            return
        if (last, arrived, country, fates) == self._of_test:
            return
        self._of_test = (last, arrived, country, fates)
        call = of_test(self._tools.services, last, arrived=arrived, country=country, fates=fates)
        self._newest.ask(call, self._test_found)

    def _test_found(self, answer: Answer) -> None:
        self.paste.show_answer(answer, self.tr("The last test message"))

    def _leave_export(self) -> None:
        self._path = None
        self._to_paste()

    def _to_export(self) -> None:
        """Go back to the export that one came from; until another one is opened, or it is left, it stays open."""
        self._timer.stop()
        self._stack.setCurrentWidget(self.export)
        self.export.resume()

    def _to_paste(self) -> None:
        self._stack.setCurrentWidget(self.paste)
        if self.isVisible():
            self.paste.field.focus()
        self._read_the_test()
