"""What stands on the panel while no plan is on the desk."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import Shiboken

from textfactor.domain.plan import Receipt
from textfactor.services.setup.standing import Verdict, purpose_meant
from textfactor.ui import theme
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.panels.setup.action_list import MOVE, UNDO, ActionList
from textfactor.ui.panels.setup.asking import Remembered, Seen, is_unfinished
from textfactor.ui.panels.setup.drift_card import DriftCard
from textfactor.ui.panels.setup.export_row import ExportRow
from textfactor.ui.panels.setup.fact_card import FactCard
from textfactor.ui.panels.setup.history_card import HistoryCard
from textfactor.ui.panels.setup.verdict_box import VerdictBox
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.work import Work
from textfactor.words.standing import run_title

FINISH = "finish"


class Overview(QWidget):
    """`wanted(key)` carries a key of `action_list`, or FINISH for what an interrupted run left."""

    wanted = Signal(str)

    def __init__(self, tools: PanelTools, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._told: Receipt | None = None
        self._focused: QWidget | None = None
        self.verdict = VerdictBox()
        self.unfinished = Callout()
        self.unfinished.setObjectName("unfinished")
        self.drift = DriftCard()
        self.todo = ActionList()
        self.facts = FactCard()
        self.history = HistoryCard()
        self.export = ExportRow(tools, work)
        self.todo.wanted.connect(self.wanted)
        self.verdict.move_wanted.connect(self._move)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GROUP + theme.RELATED)
        for part in (
            self.verdict, self.unfinished, self.drift, self.todo, self.facts, self.history, self.export,
        ):  # fmt: skip
            layout.addWidget(part)

    def show_state(self, remembered: Remembered | None, seen: Seen | None) -> None:
        """Show what the journal has, and what a look at the tenant brought (None before the first)."""
        focused = self.window().focusWidget()
        if seen is None:
            self.verdict.show_nothing()
        else:
            self.verdict.show_seen(seen)
        last = remembered.last if remembered is not None else None
        moves = seen is not None and seen.verdict is Verdict.STRANDED  # that alone helps then
        set_right = last is not None and purpose_meant(last) is not None and not moves
        self.drift.show_drift(seen.drift if seen is not None else (), can_set_right=set_right)
        self.todo.show_state(remembered, seen)
        self.facts.show_found(seen.observed if seen is not None else None)
        self.history.show_records(remembered.records if remembered is not None else ())
        self.export.setVisible(seen is None or seen.verdict is not Verdict.ABSENT)
        self._show_unfinished(remembered)
        self._keep_focus(focused)

    def _keep_focus(self, focused: QWidget | None) -> None:
        """Put the keyboard on the look where an action went away under it; Qt takes whatever comes next."""
        if focused is None or not self.isVisible() or (focused.isVisible() and focused.isEnabled()):
            return
        if self.todo.isAncestorOf(focused):
            self.verdict.look.setFocus()

    def _show_unfinished(self, remembered: Remembered | None) -> None:
        """Offer to finish or take back what a stop, or the end of the program, left."""
        last = remembered.last if remembered is not None else None
        told, self._told = self._told, last
        if last is None or not is_unfinished(last):
            self.unfinished.clear()
            return
        if last == told:
            return  # saying it again would be read out again
        plan = last.plan
        what = tr_text(run_title(plan.purpose, takes_back=plan.takes_back))
        title = fill(self.tr("The last run was not finished: {what}"), what=what)
        how_far = self.tr(
            "Changes made, or perhaps made: {done} of {total}. Both ways compare with the tenant first."
        )
        body = fill(how_far, done=len(last.applied), total=len(plan.changes))
        self.unfinished.show_message("warning", title, body)
        self.unfinished.add_action(self.tr("Plan to finish"), self._finish, name="finish_run")
        if last.applied and not plan.takes_back:
            self.unfinished.add_action(self.tr("Plan to take back"), self._undo, name="take_back_run")

    def _move(self) -> None:
        self.wanted.emit(MOVE)

    def _finish(self) -> None:
        self.wanted.emit(FINISH)

    def _undo(self) -> None:
        self.wanted.emit(UNDO)

    def focus(self, key: str) -> QWidget:
        """Put the keyboard back where one came from, else on the look at what came of it; say where that is."""
        back = self.todo.button(key)
        place = self.verdict.look if back is None else back
        place.setFocus()
        return place

    def set_usable(self, *, yes: bool) -> None:
        """Take presses, or none while something is under way; the keyboard comes back to where it was."""
        if not yes:
            self._note_focus(self.window().focusWidget())
        self.todo.set_usable(yes=yes)
        self.export.set_usable(yes=yes)
        self.drift.setEnabled(yes)
        self.unfinished.setEnabled(yes)
        if not self.verdict.look.busy:
            self.verdict.look.set_usable(yes=yes)
        if yes and self._focused is not None and self.isVisible():
            if Shiboken.isValid(self._focused) and self._focused.isVisible():
                self._focused.setFocus()
            self._focused = None

    def _note_focus(self, focused: QWidget | None) -> None:
        if focused is not None and self.isAncestorOf(focused):
            self._focused = focused
