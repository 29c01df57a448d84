"""What a page of the wizard says for itself; each has an answer that suits most pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWizardPage

if TYPE_CHECKING:  # the window paints first
    from PySide6.QtWidgets import QAbstractButton, QPushButton

    from textfactor.domain.answers import Answers
    from textfactor.domain.inputs import InputIssue
    from textfactor.domain.problems import Problem
    from textfactor.flow.flow import PageId
    from textfactor.services.context import Call
    from textfactor.ui.last_places import Place
    from textfactor.ui.wizard.page_tools import Remedy


class PageDuties(QWizardPage):
    """A page overrides `page_id`, `heading`, `lead`, `show_answers` and `collect`, and what else it needs.

    `check` is instant; `guard` with `accept_result` and `stays_with` is the work on Next.
    """

    page_id: PageId
    guard_writes = False
    """Whether `guard` changes something: then it runs alone and a cancel waits for a safe place."""

    def heading(self) -> str:
        """The page's title."""
        raise NotImplementedError

    def lead(self, answers: Answers) -> str:
        """One sentence: what happens here and what it costs."""
        del answers
        return ""

    def show_answers(self, answers: Answers) -> None:
        """Put the answers into the fields. Called each time the page is shown; must not emit `changed`."""

    def collect(self, answers: Answers) -> Answers:
        """Return the answers with what stands in the fields (`dataclasses.replace`)."""
        return answers

    def check(self, answers: Answers) -> tuple[InputIssue, ...]:
        """Name what is wrong with the answers, at once and without a network. The base marks the fields."""
        del answers
        return ()

    def guard(self, answers: Answers) -> Call[Any] | None:
        """Return the work that has to succeed before the next page, or None."""
        del answers
        return None

    def accept_result(self, answers: Answers, result: Any) -> Answers:  # noqa: ANN401 - each page knows its guard
        """Return the answers with what the guard's work brought."""
        del result
        return answers

    def stays_with(self, result: Any) -> bool:  # noqa: ANN401 - see above
        """Show what the guard brought and return True to wait for another Next; False goes on at once."""
        del result
        return False

    def way_back(self) -> Place | None:
        """Name where to go on when the guard has led back into a world that was left; None is the next page."""
        return None

    def next_label(self, answers: Answers) -> str:
        """Name the filled button by what it does."""
        del answers
        return self.tr("Next")

    def may_continue(self, answers: Answers) -> bool:
        """Whether the filled button can be pressed."""
        del answers
        return True

    def enter_continues(self, answers: Answers) -> bool:
        """Whether Next is what one comes here for; if not, it is not filled and Enter leaves it alone."""
        del answers
        return True

    def next_is_filled(self, answers: Answers) -> bool:
        """Whether Next is the main button: where Enter goes on, unless a page says otherwise."""
        return self.enter_continues(answers)

    def enter_button(self) -> QAbstractButton | None:
        """The page's own button that Enter presses where the cursor is now; None leaves Enter to Next."""
        return None

    def may_go_back(self, answers: Answers) -> bool:
        """Whether Back and the steps in the side can be used."""
        del answers
        return True

    def entered(self) -> None:
        """The page was shown and has its answers; work that needs no click begins here."""

    def make_ahead(self) -> None:
        """Make what the person may soon open on this page; the page has been shown for a moment."""

    def footer_buttons(self) -> tuple[QPushButton, ...]:
        """Further buttons for the footer, such as *Copy as text*; make them once."""
        return ()

    def remedy(self, problem: Problem) -> Remedy | None:
        """The button that helps with a problem, if this page has one."""
        del problem
        return None
