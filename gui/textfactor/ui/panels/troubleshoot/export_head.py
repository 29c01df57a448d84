"""What stands above the views of an export: its name and numbers, how far it is read, and the buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from textfactor.domain.harmless import harmless
from textfactor.ui import theme
from textfactor.ui.messages import fill
from textfactor.ui.panels.troubleshoot.keys import bind
from textfactor.ui.panels.troubleshoot.sayings import number, size
from textfactor.ui.panels.troubleshoot.times import span
from textfactor.ui.widgets.copy_button import CopyButton
from textfactor.ui.widgets.labels import TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from textfactor.domain.bulk import BulkReport
    from textfactor.services.context import Progress


class ExportHead(QWidget):
    """`cancel` and `close_it` are its buttons; `answer` returns what its third one copies.

    `owner` is the widget in which the keys of the buttons hold.
    """

    def __init__(self, owner: QWidget, answer: Callable[[], str]) -> None:
        super().__init__()
        self._name = TextLabel("", "section")
        self._numbers = TextLabel("", "hint")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("How much of the file has been read"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.close_it = QPushButton(self.tr("Another input"))
        self._copy = CopyButton(self.tr("Copy answer"), answer, name="export_copy")
        for button, name, keys in (
            (self.cancel, "export_cancel", "Ctrl+."),
            (self.close_it, "export_close", "Esc"),
        ):
            button.setObjectName(name)
            bind(button, keys, owner)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.RELATED)
        row.addWidget(self._name, 1)
        for button in (self.cancel, self._copy, self.close_it):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        layout.addLayout(row)
        layout.addWidget(self._numbers)
        layout.addWidget(self._bar)

    def name(self) -> str:
        """The file's name, as it is shown."""
        return self._name.text()

    def numbers(self) -> str:
        """What was counted, as it is shown."""
        return self._numbers.text()

    def begin(self, name: str) -> None:
        """A file is about to be read."""
        self._name.setText(harmless(name))
        self._numbers.setText("")
        self.show_reading(reading=True)

    def show_reading(self, *, reading: bool) -> None:
        """Show how far it is read, or what can be done once it has been."""
        self._bar.setValue(0)
        self._bar.setVisible(reading)
        self.cancel.setVisible(reading)
        self._copy.setVisible(not reading)

    def show_progress(self, progress: Progress) -> None:
        """Show how far it is read."""
        self._bar.setMaximum(max(1, progress.total))
        self._bar.setValue(progress.done)

    def show_numbers(self, bulk: BulkReport) -> None:
        """Say how many rows there were, and of what kind."""
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
        read = size(bulk.bytes) if bulk.done else f"{size(bulk.read)} / {size(bulk.bytes)}"
        self._numbers.setText(" · ".join(part for part in (told, span(bulk.first, bulk.last), read) if part))
