"""The wizard itself: a `QWizard` that asks the flow where to go, and the page's work whether it may."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QWizard

from textfactor.domain.answers import Answers, settle
from textfactor.flow.flow import PageId, next_page, path, resume_at
from textfactor.ui.wizard.flatten import flatten
from textfactor.ui.wizard.page import WizardPage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent

    from textfactor.ui.wizard.page import PageTools

    PageFactory = Callable[[PageTools], WizardPage]
_ORDER = list(PageId)
_IDLE = 350
"""Milliseconds after which the next page is made ahead: making it in the click would hold up the click."""


class SetupWizard(QWizard):
    """Holds the answers, the one thing in the wizard that changes.

    Signals: `arrived` when another page is shown, `state_changed` when what may be pressed could have
    changed, `busy_changed(bool, bool)` with whether the footer has to show it,
    `work_said(text, done, total)`, `completed` when the last page's button was pressed, `resumed` when a draft was
    gone on with.
    """

    arrived = Signal()
    state_changed = Signal()
    busy_changed = Signal(bool, bool)
    work_said = Signal(str, int, int)
    completed = Signal()
    next_focus_wanted = Signal()
    anew_wanted = Signal()
    resumed = Signal()

    def __init__(self, tools: PageTools, pages: Mapping[PageId, PageFactory]) -> None:
        super().__init__()
        self._tools = tools
        self._factories = pages
        self._pages: dict[PageId, WizardPage] = {}
        self._answers = Answers()
        self._passing = False
        self._travelling = True
        self._target: PageId | None = None
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        self.setOption(QWizard.WizardOption.IndependentPages)
        self.setButtonLayout([])
        self.currentIdChanged.connect(self._page_changed)
        self._ahead = QTimer(self, singleShot=True, interval=_IDLE)
        self._ahead.timeout.connect(self._make_ahead)
        self._ensure(PageId.WELCOME)
        self.setStartId(_ORDER.index(PageId.WELCOME))
        self._travelling = False

    # ------------------------------------------------------------ what is known

    @property
    def answers(self) -> Answers:
        """The answers so far."""
        return self._answers

    @property
    def page_now(self) -> WizardPage:
        """The page shown (Welcome before the first paint)."""
        page = self.currentPage()
        return page if isinstance(page, WizardPage) else self._pages[PageId.WELCOME]

    def visited(self) -> tuple[PageId, ...]:
        """The pages on the way here, this one last."""
        return tuple(_ORDER[number] for number in self.visitedIds())

    def may_go_back_to(self, page: PageId) -> bool:
        """Whether the way back to a visited page is open: not while something runs, not behind an apply."""
        now = self.page_now
        visited = self.visited()
        if page not in visited[:-1] or now.busy or not now.may_go_back(self._answers):
            return False
        between = visited[visited.index(page) : -1]
        committed = any(self._pages[step].isCommitPage() for step in between)
        return not (committed and self._answers.applied)

    # ------------------------------------------------------------ what Qt asks

    def nextId(self) -> int:
        """Ask the flow."""
        if self.currentId() < 0:
            return -1
        following = next_page(_ORDER[self.currentId()], self._answers)
        return -1 if following is None else _ORDER.index(following)

    def validateCurrentPage(self) -> bool:
        """Check, then start the page's work; True only when there is none or it is done."""
        page = self.page_now
        if self._passing:
            self._ensure_next()
            return True
        if page.busy:
            return False
        self.collect()
        issues = page.check(self._answers)
        page.mark(issues)
        if issues:
            return False
        call = page.guard(self._answers)
        if call is None:
            self._ensure_next()
            return True
        page.run(call, self._guard_done, write=page.guard_writes)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what belongs to the field, Escape stops what runs; a dialog's habits are not ours.

        A key that is held down goes on once: else it would confirm a plan that nobody has read yet.
        """
        from PySide6.QtCore import Qt  # see widgets.labels

        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.page_now.cancel()
        else:
            event.ignore()

    def _enter(self) -> None:
        """Press the page's own button for what has the cursor, else Next where the page lets Enter go on."""
        page = self.page_now
        button = page.enter_button()
        if button is not None:
            button.click()
        elif page.enter_continues(self._answers):
            self.forward()

    def reject(self) -> None:
        """The wizard is part of the window and does not close."""

    def accept(self) -> None:
        """See `reject`."""

    def changeEvent(self, event: QEvent) -> None:
        """A new style brings the wizard's own margins back."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            flatten(self)

    # ------------------------------------------------------------ moving

    def forward(self) -> None:
        """Press Next: go on, start the work that has to be done first, or finish."""
        page = self.page_now
        if page.busy or not page.may_continue(self._answers):
            return
        if self.nextId() < 0:
            if self.validateCurrentPage():
                self.completed.emit()
            return
        self.next()

    def go_back(self) -> None:
        """Go back one page with the answers as they stand."""
        visited = self.visited()
        if len(visited) > 1 and self.may_go_back_to(visited[-2]):
            self.collect()
            self.back()

    def go_to(self, page: PageId) -> None:
        """Go back to a page that was visited."""
        if not self.may_go_back_to(page):
            return
        self.collect()
        self._travelling = True
        while self.page_now.page_id is not page:
            self.back()
        self._travelling = False
        self._arrive()

    def start_over(self, answers: Answers | None = None) -> None:
        """Begin again with empty (or these) answers and new pages."""
        self._travelling = True
        self._answers = answers or Answers()
        self.restart()
        for page_id in [page_id for page_id in self._pages if page_id is not PageId.WELCOME]:
            self.removePage(_ORDER.index(page_id))
            self._pages.pop(page_id).deleteLater()
        self._travelling = False
        self._arrive()

    def resume(self, wanted: str, answers: Answers) -> None:
        """Go on with a draft: open its world, then show its page, or the first one that lacks answers."""
        page = next((page for page in PageId if page.value == wanted), PageId.WELCOME)
        self._answers = replace(answers, opened=False)
        welcome = self.page_now
        welcome.enter(self._answers)
        self.state_changed.emit()
        call = welcome.guard(self._answers) if page is not PageId.WELCOME and answers.opened else None
        if call is not None:
            self._target = page
            welcome.run(call, self._reopened, write=welcome.guard_writes)

    def amend(self, answers: Answers) -> None:
        """Take over the profile's name, environment and network, which were changed elsewhere."""
        self.collect()
        self._answers = replace(
            self._answers,
            profile_name=answers.profile_name,
            environment=answers.environment,
            proxy=answers.proxy,
            ca_file=answers.ca_file,
        )
        self.page_now.take_answers(self._answers)
        self.page_now.show_answers(self._answers)
        self.state_changed.emit()

    def know(self, answers: Answers) -> None:
        """Take over what was done in the tenant elsewhere: the wishes there, and whether it is set up."""
        self.collect()
        self._answers = replace(
            self._answers,
            enroll_text=answers.enroll_text,
            verify_text=answers.verify_text,
            factor_on=answers.factor_on,
            replaces=answers.replaces,
            applied=answers.applied,
            login_accepted=answers.login_accepted,
        )
        self.page_now.take_answers(self._answers)
        self.page_now.show_answers(self._answers)
        self.state_changed.emit()

    def use_texts(self, enroll: str, verify: str) -> bool:
        """Take over texts that were written elsewhere; False while the page works, or behind an apply.

        From the pages behind Messages the way leads back there: a plan that was shown has the former texts.
        """
        if self.page_now.busy or not self._on_or_before(PageId.MESSAGES):
            return False
        self._take(settle(self._answers, replace(self._answers, enroll_text=enroll, verify_text=verify)))
        self.page_now.show_answers(self._answers)
        return True

    def _on_or_before(self, page: PageId) -> bool:
        """Go back to a page that was left behind; False where the way back is barred."""
        if page in self.visited()[:-1]:
            self.go_to(page)
            return self.page_now.page_id is page
        self.collect()
        return True

    def collect(self) -> None:
        """Take over what stands on the page and drop what rested on an answer that changed."""
        page = self.page_now
        self._take(settle(self._answers, page.collect(self._answers)))

    # ------------------------------------------------------------ inside

    def _take(self, answers: Answers) -> None:
        if answers != self._answers:
            self._answers = answers
            self.page_now.take_answers(answers)
        self.state_changed.emit()

    def _guard_done(self, result: object) -> None:
        page = self.page_now
        self._take(page.accept_result(page.as_asked(), result))
        if not page.stays_with(result):
            self._pass_on()

    def _reopened(self, result: object) -> None:
        welcome = self.page_now
        self._answers = welcome.accept_result(welcome.as_asked(), result)
        target = resume_at(self._target or PageId.WELCOME, self._answers)
        self._travelling = True
        for _ in path(self._answers):
            if self.page_now.page_id is target:
                break
            self._pass_on()
        self._travelling = False
        self._arrive()
        self.resumed.emit()

    def _pass_on(self) -> None:
        """Go to the next page without asking again."""
        self._passing = True
        if self.nextId() < 0:
            self.completed.emit()
        else:
            self.next()
        self._passing = False

    def _ensure_next(self) -> None:
        number = self.nextId()
        if number >= 0:
            self._ensure(_ORDER[number])

    def _make_ahead(self) -> None:
        """Make the next page, then dress it in the style sheet: both take a moment, each has one of its own."""
        self.page_now.make_ahead()
        QTimer.singleShot(0, self, self._make_next)

    def _make_next(self) -> None:
        number = self.nextId()
        if number >= 0 and _ORDER[number] not in self._pages:
            self._ensure(_ORDER[number])
            QTimer.singleShot(0, self._pages[_ORDER[number]], self._pages[_ORDER[number]].dress)

    def _ensure(self, page_id: PageId) -> None:
        """Make a page when the way first leads to it: the window is up before most of them exist."""
        if page_id in self._pages:
            return
        page = self._factories[page_id](self._tools)
        self._pages[page_id] = page
        page.changed.connect(self.collect)
        page.answered.connect(self._take)
        page.busy_changed.connect(self._page_busy)
        page.work_said.connect(self.work_said)
        page.labels_changed.connect(self.state_changed)
        page.next_wanted.connect(self.forward)
        page.page_wanted.connect(self.go_to)
        page.next_focus_wanted.connect(self.next_focus_wanted)
        page.anew_wanted.connect(self.anew_wanted)
        self.setPage(_ORDER.index(page_id), page)

    def _page_busy(self, busy: bool) -> None:
        self.busy_changed.emit(busy, not self.page_now.shows_work_itself)

    def _page_changed(self, number: int) -> None:
        if number >= 0 and not self._travelling:
            self._arrive()

    def _arrive(self) -> None:
        flatten(self)
        self.page_now.enter(self._answers)
        self.arrived.emit()
        self._ahead.start()
