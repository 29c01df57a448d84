"""What a page of the wizard is: it shows, collects and says. It has no thread, no `except` and no network."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from textfactor.domain.answers import Answers
from textfactor.ui.messages import tr_text
from textfactor.ui.telling import show_problem
from textfactor.ui.wizard.page_body import PageBody
from textfactor.ui.wizard.page_duties import PageDuties
from textfactor.ui.wizard.page_tools import PageTools, Remedy
from textfactor.ui.work import Work

if TYPE_CHECKING:  # the window paints first
    from collections.abc import Callable

    from textfactor.domain.inputs import Field, InputIssue
    from textfactor.domain.problems import Problem
    from textfactor.services.context import Call
    from textfactor.ui.widgets.busy_button import BusyButton
    from textfactor.ui.widgets.labelled_field import LabelledField

__all__ = ["PageTools", "Remedy", "WizardPage"]

T = TypeVar("T")


class WizardPage(PageDuties):
    """Base of all pages.

    What a page says for itself is in `PageDuties`; besides, it may override `show_problem`, `mark` and `cancelled`.
    Its own buttons use `run`.

    Signals: `changed` when the person changed something (the shell then collects), `answered(Answers)` when
    the page's own work changed the answers, `busy_changed(bool)`, `work_said(text, done, total)`,
    `labels_changed` when `next_label` or `may_continue` have to be asked again, `next_wanted` to press Next
    for the person, `page_wanted(PageId)` to go back to an earlier page for the person, `next_focus_wanted` to put the
    keyboard on Next, `anew_wanted` to begin another setup.
    """

    changed = Signal()
    answered = Signal(object)
    busy_changed = Signal(bool)
    work_said = Signal(str, int, int)
    labels_changed = Signal()
    next_wanted = Signal()
    page_wanted = Signal(object)
    next_focus_wanted = Signal()
    anew_wanted = Signal()

    def __init__(self, tools: PageTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools = tools
        self._answers = self._at_start = Answers()
        self._fields: dict[Field, LabelledField] = {}
        self._work = Work(tools.jobs, self)
        self._work.busy_changed.connect(self.busy_changed)
        self._work.said.connect(self.work_said)
        self._work.failed.connect(self.show_problem)
        self._work.stopped.connect(self.cancelled)
        self._frame = PageBody(self)
        self.setObjectName(f"page_{self.page_id}")
        # Not a stop of Tab, but where it begins on a page without fields: see `_settled`.
        self.setProperty("focusPolicy", "ClickFocus")
        self.body = self._frame.body
        """The column's layout: add the page's widgets here."""
        self.callout = self._frame.callout
        """The callout at the end of the column; `show_problem` uses it."""

    # ------------------------------------------------------------ for a page to use

    @property
    def answers(self) -> Answers:
        """The answers as the shell holds them."""
        return self._answers

    @property
    def busy(self) -> bool:
        """Whether work that this page started is under way."""
        return self._work.busy

    @property
    def shows_work_itself(self) -> bool:
        """Whether a button on the page shows the running work; else the footer does."""
        return self._work.button is not None

    def set_aside(self, widget: QWidget) -> None:
        """Put a widget (the phone, the evidence) into a second column."""
        self._frame.set_aside(widget)

    def register(self, field: Field, widget: LabelledField) -> None:
        """Tie a field to its widget: issues are marked there, and typing in it emits `changed`."""
        self._fields[field] = widget
        widget.changed.connect(self._field_changed)

    def run(
        self,
        call: Call[T],
        then: Callable[[T], None],
        *,
        button: BusyButton | None = None,
        write: bool = False,
    ) -> None:
        """Run a call; `then` gets its value, a problem is shown by `show_problem`. One at a time.

        `button` shows what runs, else the footer does. `write` is for calls that change something: sending an
        SMS is one. Then a cancel waits for a safe place instead of giving the call up.
        """
        if not self.busy:
            self._at_start = self._answers
            self.callout.clear()
            self._work.run(call, then, button=button, write=write)

    def as_asked(self) -> Answers:
        """The answers that the last work was about: its result says nothing about what was typed meanwhile.

        Where they differ, the page shows again what was asked.
        """
        if self._answers != self._at_start:
            self.show_answers(self._at_start)
        return self._at_start

    def cancel(self) -> None:
        """Ask the running work to stop; a write stops at its next safe place."""
        self._work.cancel()

    def update_answers(self, answers: Answers) -> None:
        """Hand over answers that the page's own work changed."""
        self.answered.emit(answers)

    def show_problem(self, problem: Problem) -> None:
        """Say what happened, what it means and what to do next, with the remedy as a button."""
        show_problem(self.callout, problem)
        remedy = self.remedy(problem)
        if remedy is not None:
            self.callout.add_action(remedy.label, remedy.action, name="remedy")
        self.reveal(self.callout)

    def fill_page(self) -> None:
        """Let the body have the height that is left."""
        self._frame.fill()

    def reveal(self, widget: QWidget) -> None:
        """Scroll to a widget once it has its place."""
        self._frame.reveal(widget)

    def mark(self, issues: tuple[InputIssue, ...]) -> None:
        """Mark the fields that these issues are about and take the marks from the others."""
        from textfactor.words.inputs import explain_fault  # no field is wrong when the window opens

        wrong = {issue.field: issue for issue in reversed(issues)}
        for field, widget in self._fields.items():
            if field in wrong:
                widget.set_error(tr_text(explain_fault(wrong[field])))
            else:
                widget.clear_error()
        first = next((issue.field for issue in issues if issue.field in self._fields), None)
        if first is not None:
            self._fields[first].focus()
            self.reveal(self._fields[first])

    # ------------------------------------------------------------ for the shell

    def enter(self, answers: Answers) -> None:
        """Show the page with these answers."""
        self.take_answers(answers)
        self._frame.header.set_title(self.heading())
        self.show_answers(answers)
        if not self.busy:
            self.callout.clear()
        QTimer.singleShot(0, self, self._settled)

    def _settled(self) -> None:
        """Put the cursor into the first field (else keep it on the page), then let the page begin.

        A page that was left again in the same moment does not begin: on one of them that means to write.
        """
        if self.wizard().currentPage() is not self:
            return
        first = self._first_field() if self._fields else None
        (self if first is None else first).setFocus()
        self.entered()

    def _first_field(self) -> QWidget | None:
        from textfactor.ui.widgets.labelled_field import LabelledField  # the first page has none

        fields = (widget.field for widget in self.findChildren(LabelledField))
        return next((field for field in fields if field.isVisible() and field.isEnabled()), None)

    def dress(self) -> None:
        """Apply the style sheet to everything on the page before it is shown for the first time."""
        for widget in self.findChildren(QWidget):
            widget.ensurePolished()

    def take_answers(self, answers: Answers) -> None:
        """Know the answers as they are now."""
        self._answers = answers
        self._frame.header.set_lead(self.lead(answers))

    def _field_changed(self, _text: str) -> None:
        """What failed was about what stood there before."""
        if self.callout.tone() == "error" and not self.busy:
            self.callout.clear()
        self.changed.emit()

    def cancelled(self) -> None:
        """The work was stopped; the base says so."""
        told = self.tr("Nothing more was done. You can start it again.")
        self.callout.show_message("info", self.tr("Stopped"), told)
