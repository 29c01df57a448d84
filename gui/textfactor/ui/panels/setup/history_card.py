"""The journal of changes to the tenant: a row for each run, opened to see what it changed."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from textfactor.domain.history import RunRecord
from textfactor.domain.plan import Change
from textfactor.ui import theme
from textfactor.ui.messages import tr_text
from textfactor.ui.moments import local_moment
from textfactor.ui.widgets.change_row import ChangeRow
from textfactor.ui.widgets.copy_button import CopyButton
from textfactor.ui.widgets.expander import Expander
from textfactor.ui.widgets.labels import ShortLabel, TextLabel
from textfactor.ui.widgets.tab_order import follow_place, stops_in
from textfactor.ui.wizard.pages.change_details import ChangeDetails
from textfactor.ui.wizard.pages.gradual_card import GradualCard
from textfactor.ui.wizard.pages.plan_card import sign
from textfactor.words.changes import after, before, title
from textfactor.words.history import as_lines, is_whole, outcome, stopped_by
from textfactor.words.standing import run_title

_FIRST = 10
"""Runs that are shown before somebody asks for more."""


class HistoryCard(QWidget):
    """Newest first. Hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._records: tuple[RunRecord, ...] = ()
        self._card = GradualCard(name="history")
        self._copy = CopyButton(self.tr("Copy as text"), self.as_text, name="copy_history", small=True)
        self._more = QPushButton(self.tr("Show all"))
        self._more.setObjectName("history_more")
        self._more.setProperty("role", "small")
        self._more.clicked.connect(self._show_all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        layout.addWidget(ShortLabel(self.tr("What was done here"), "section"))
        layout.addWidget(
            TextLabel(self.tr("Kept on this computer only. No secret and no code is in it."), "hint")
        )
        layout.addWidget(self._card)
        row = QHBoxLayout()
        row.setSpacing(theme.RELATED)
        row.addWidget(self._copy)
        row.addWidget(self._more)
        row.addStretch(1)
        layout.addLayout(row)
        self.hide()

    def show_records(self, records: tuple[RunRecord, ...]) -> None:
        """Show these runs, newest first."""
        self.setVisible(bool(records))
        if records == self._records:
            return
        self._records = records
        self._show(records[:_FIRST])

    def as_text(self) -> str:
        """Write all runs down."""
        return "\n".join(as_lines(self._records, tr_text))

    def _show_all(self) -> None:
        self._show(self._records)

    def _show(self, records: tuple[RunRecord, ...]) -> None:
        self._more.setVisible(len(records) < len(self._records))
        self._card.fill([partial(_RunRow, record, number) for number, record in enumerate(records)])


class _RunRow(QWidget):
    """A run: sign, when and what, who, and what came of it; its changes are made when it is first opened."""

    def __init__(self, record: RunRecord, number: int) -> None:
        super().__init__()
        self._record = record
        self._made = False
        self._changes = Expander(self.tr("%n changes", "", len(record.receipt.applied)), name=f"run_{number}")
        self._changes.opened.connect(self._make_rows)
        plan = record.receipt.plan
        whole = is_whole(record) and not record.receipt.left
        mark = ShortLabel("✓" if whole else "!", "sign")
        theme.set_look(mark, tone="ok" if whole else "warning")
        mark.setFixedWidth(theme.GROUP + theme.SPACE)
        what = tr_text(run_title(plan.purpose, takes_back=plan.takes_back))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextLabel(what, "label"))
        words.addWidget(
            TextLabel(" · ".join(part for part in (local_moment(record.began), record.who) if part), "hint")
        )
        words.addWidget(TextLabel(self._said(), "small"))
        words.addWidget(self._changes)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, theme.SPACE, 0, theme.SPACE)
        layout.setSpacing(2)
        beside = QVBoxLayout()
        beside.addWidget(mark)
        beside.addStretch(1)
        layout.addLayout(beside)
        layout.addLayout(words, 1)
        self._changes.setVisible(bool(record.receipt.applied))
        self.setAccessibleName(f"{what}, {local_moment(record.began)}")

    def _said(self) -> str:
        reason = stopped_by(self._record)
        told = tr_text(outcome(self._record))
        return f"{told} {tr_text(reason)}." if reason is not None else told

    def _make_rows(self) -> None:
        if not self._made:
            self._made = True
            for change in self._record.receipt.applied:
                row = _change_row(change)
                self._changes.add(row)
                follow_place(row, stops_in(row))


def _change_row(change: Change) -> ChangeRow:
    request = f"{change.method} {change.path}"
    done = change.before != change.after or bool(change.secrets)
    shown = sign(change) if done else "="
    row = ChangeRow(
        shown, tr_text(title(change)), request, before=tr_text(before(change)), after=tr_text(after(change))
    )
    row.offer_details(partial(ChangeDetails, change, with_undo=False))
    return row
