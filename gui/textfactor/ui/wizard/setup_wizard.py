"""The wizard itself: it asks the page whether the way on is free, and takes over what is answered elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from textfactor.domain.answers import Answers, settle
from textfactor.flow.flow import PageId, resume_at
from textfactor.ui.wizard.page_stack import PageStack

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from textfactor.ui.last_places import Place
    from textfactor.ui.wizard.page import WizardPage


class SetupWizard(PageStack):
    """Holds the answers, the one thing in the wizard that changes.

    Signals besides those of the base class: `state_changed` when what may be pressed could have changed,
    `busy_changed(bool, bool)` with whether the footer has to show it, `work_said(text, done, total)`, `resumed` when
    one goes on where one was.
    """

    state_changed = Signal()
    busy_changed = Signal(bool, bool)
    work_said = Signal(str, int, int)
    next_focus_wanted = Signal()
    anew_wanted = Signal()
    resumed = Signal()

    _target: PageId | None = None

    # ------------------------------------------------------------ what Qt asks

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
            self._done_now.add(page.page_id)
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
        self._travel_back(page)

    def start_over(self, answers: Answers | None = None) -> None:
        """Begin again with empty (or these) answers and new pages."""
        self._begin_with(answers or Answers())
        self._arrive()

    def go_on(self, place: Place) -> None:
        """Go on in a world that is open already, on the page where one was in it, or the first that lacks answers."""
        self._begin_with(place.answers)
        self._follow(place)

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
        if page.stays_with(result):
            return
        place = page.way_back()
        if place is None:
            self._pass_on()
        else:
            self._follow(place)

    def _follow(self, place: Place) -> None:
        self._done_now = set(place.done)
        self._travel_on(resume_at(place.page, self._answers))
        self.resumed.emit()

    def _reopened(self, result: object) -> None:
        welcome = self.page_now
        self._answers = welcome.accept_result(welcome.as_asked(), result)
        self._done_now.add(PageId.WELCOME)
        self._travel_on(resume_at(self._target or PageId.WELCOME, self._answers))
        self.resumed.emit()

    def _wire(self, page: WizardPage) -> None:
        page.changed.connect(self.collect)
        page.answered.connect(self._take)
        page.busy_changed.connect(self._page_busy)
        page.work_said.connect(self.work_said)
        page.labels_changed.connect(self.state_changed)
        page.next_wanted.connect(self.forward)
        page.page_wanted.connect(self.go_to)
        page.next_focus_wanted.connect(self.next_focus_wanted)
        page.anew_wanted.connect(self.anew_wanted)

    def _page_busy(self, busy: bool) -> None:
        self.busy_changed.emit(busy, not self.page_now.shows_work_itself)
