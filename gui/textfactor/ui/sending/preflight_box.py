"""What can be checked before a test message, at no cost: read beside the window, said quietly, stopping nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from textfactor.domain.findings import FindingStatus
from textfactor.ui import theme
from textfactor.ui.jobs import Done, Failed, Outcome
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.sending.calls import Checked, checking, judged_again
from textfactor.ui.sending.finding_rows import FindingRows
from textfactor.ui.widgets.labels import TextLabel
from textfactor.words.preflight import count_of, verdict_of
from textfactor.words.problems import explain

if TYPE_CHECKING:
    from textfactor.domain.answers import Answers
    from textfactor.services.container import Services, Workspace
    from textfactor.ui.jobs import JobHandle, Jobs


class PreflightBox(QWidget):
    """One line that counts, what did not pass below it, and what passed when one opens it.

    Signals: `checked(Checked)` when Vonage was asked, `again_wanted` when the person wants it asked anew. Nothing here
    sends, and nothing waits for it.
    """

    checked = Signal(object)
    again_wanted = Signal()

    def __init__(self, services: Services, jobs: Jobs, *, name: str) -> None:
        super().__init__()
        self._services, self._jobs = services, jobs
        self._known: Checked | None = None
        self._asked: tuple[str, str] | None = None
        self._handle: JobHandle | None = None
        self.setObjectName(name)
        self.setProperty("role", "clear")
        self._count = TextLabel("", "label")
        self._more = self._link(self.tr("Show all"), f"{name}_all")
        self._more.setCheckable(True)
        self._again = self._link(self.tr("Check again"), f"{name}_again")
        self._open = FindingRows(name=f"{name}_open")
        self._passed = FindingRows(name=f"{name}_passed")
        self._verdict = TextLabel("", "hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        layout.addLayout(self._head())
        for part in (self._open, self._verdict, self._passed):
            layout.addWidget(part)
        self._more.toggled.connect(self._show_passed)
        self._again.clicked.connect(self.again_wanted)
        self.clear()

    def _link(self, label: str, name: str) -> QPushButton:
        button = QPushButton(label)
        button.setObjectName(name)
        button.setProperty("role", "link")
        return button

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.RELATED)
        row.addWidget(self._count, 1)
        row.addWidget(self._more)
        row.addWidget(self._again)
        return row

    # ------------------------------------------------------------ asking

    def look(self, workspace: Workspace, answers: Answers, *, again: bool = False) -> None:
        """Check for this number unless that was done already; `again` asks Vonage anew."""
        asked = (answers.api_key, answers.test_number)
        if not answers.test_number.strip() or not answers.sender or (asked == self._asked and not again):
            return
        if self._handle is not None:
            self._handle.cancel()
        if asked != self._asked:
            self.clear()
        self._asked = asked
        self._again.setEnabled(False)
        self._count.setText(self.tr("Checking what costs nothing to check …"))
        self.show()
        self._handle = self._jobs.start(checking(workspace, self._services, answers), self._done)

    def judge(self, answers: Answers) -> None:
        """Judge a changed text by what is known; asks nobody."""
        if self._known is not None and self._asked == (answers.api_key, answers.test_number):
            judged = judged_again(self._services, answers, self._known)
            if judged is not None:
                self._show(judged)

    def clear(self) -> None:
        """Show nothing, and hear no more of what is under way."""
        if self._handle is not None:
            self._handle.cancel()
        self._handle = self._known = self._asked = None
        self._more.setChecked(False)
        for rows in (self._open, self._passed):
            rows.show_findings(())
        self._more.hide()
        self._verdict.hide()
        self.hide()

    # ------------------------------------------------------------ telling

    def _done(self, outcome: Outcome[Checked | None]) -> None:
        if not isinstance(outcome, Done | Failed):
            return
        self._handle = None
        self._again.setEnabled(True)
        if isinstance(outcome, Failed):
            words = self.tr("Not checked: {why}")
            self._count.setText(fill(words, why=tr_text(explain(outcome.problem).title)))
        elif outcome.value is None:
            self.clear()
        else:
            self._show(outcome.value)
            self.checked.emit(outcome.value)

    def _show(self, checked: Checked) -> None:
        self._known = checked
        found = checked.findings
        self._count.setText(tr_text(count_of(found)))
        self._open.show_findings(tuple(one for one in found if one.status is not FindingStatus.PASS))
        verdict = verdict_of(found)
        self._verdict.setText(tr_text(verdict) if verdict is not None else "")
        self._verdict.setVisible(verdict is not None)
        self._more.show()
        self._show_passed(self._more.isChecked())

    def _show_passed(self, shown: bool) -> None:
        self._more.setText(self.tr("Hide what passed") if shown else self.tr("Show all"))
        passed = self._known.findings if shown and self._known is not None else ()
        self._passed.show_findings(tuple(one for one in passed if one.status is FindingStatus.PASS))
