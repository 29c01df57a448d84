"""The wizard's pages: made when the way first leads to them, and the way between them as the flow has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QWizard

from textfactor.domain.answers import Answers
from textfactor.flow.flow import PageId, next_page, path
from textfactor.ui.wizard.flatten import flatten
from textfactor.ui.wizard.page import WizardPage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textfactor.ui.wizard.page import PageTools

    PageFactory = Callable[[PageTools], WizardPage]

ORDER = list(PageId)
"""The numbers by which Qt knows the pages."""
_IDLE = 350
"""Milliseconds after which the next page is made ahead: making it in the click would hold up the click."""


class PageStack(QWizard):
    """Base of the wizard: it holds the answers and the pages, and shows one of them.

    `arrived` is emitted when another page is shown, `completed` when the last page's button was pressed.
    """

    arrived = Signal()
    completed = Signal()

    def __init__(self, tools: PageTools, pages: Mapping[PageId, PageFactory]) -> None:
        super().__init__()
        self._tools = tools
        self._factories = pages
        self._pages: dict[PageId, WizardPage] = {}
        self._answers = Answers()
        self._passing = False
        self._travelling = True
        self._done_now: set[PageId] = set()
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        self.setOption(QWizard.WizardOption.IndependentPages)
        self.setButtonLayout([])
        self.currentIdChanged.connect(self._page_changed)
        self._ahead = QTimer(self, singleShot=True, interval=_IDLE)
        self._ahead.timeout.connect(self._make_ahead)
        self._ensure(PageId.WELCOME)
        self.setStartId(ORDER.index(PageId.WELCOME))
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
        return tuple(ORDER[number] for number in self.visitedIds())

    def done_now(self) -> frozenset[PageId]:
        """The pages that were gone through since the program started, each with its check."""
        return frozenset(self._done_now)

    def done_earlier(self) -> tuple[PageId, ...]:
        """The pages on the way here that an earlier start of the program went through, and this one did not."""
        return tuple(page for page in self.visited()[:-1] if page not in self._done_now)

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
        following = next_page(ORDER[self.currentId()], self._answers)
        return -1 if following is None else ORDER.index(following)

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

    def _pass_on(self) -> None:
        """Go to the next page without asking again."""
        self._passing = True
        if not self._travelling:
            self._done_now.add(self.page_now.page_id)
        if self.nextId() < 0:
            self.completed.emit()
        else:
            self.next()
        self._passing = False

    def _travel_on(self, target: PageId) -> None:
        """Go on to a page over those before it, which are not entered."""
        self._travelling = True
        for _ in path(self._answers):
            if self.page_now.page_id is target:
                break
            self._pass_on()
        self._travelling = False
        self._arrive()

    def _travel_back(self, target: PageId) -> None:
        """Go back to a page that was visited."""
        self._travelling = True
        while self.page_now.page_id is not target:
            self.back()
        self._travelling = False
        self._arrive()

    def _begin_with(self, answers: Answers) -> None:
        """Show the first page with these answers and new pages to come; it is not entered yet."""
        self._travelling = True
        self._answers = answers
        self._done_now.clear()
        self.restart()
        for page_id in [page_id for page_id in self._pages if page_id is not PageId.WELCOME]:
            self.removePage(ORDER.index(page_id))
            self._pages.pop(page_id).deleteLater()
        self._travelling = False

    def _page_changed(self, number: int) -> None:
        if number >= 0 and not self._travelling:
            self._arrive()

    def _arrive(self) -> None:
        flatten(self)
        self.page_now.enter(self._answers)
        self.arrived.emit()
        self._ahead.start()

    # ------------------------------------------------------------ making pages

    def _ensure_next(self) -> None:
        number = self.nextId()
        if number >= 0:
            self._ensure(ORDER[number])

    def _make_ahead(self) -> None:
        """Make the next page, then dress it in the style sheet: both take a moment, each has one of its own."""
        self.page_now.make_ahead()
        QTimer.singleShot(0, self, self._make_next)

    def _make_next(self) -> None:
        number = self.nextId()
        if number >= 0 and ORDER[number] not in self._pages:
            self._ensure(ORDER[number])
            QTimer.singleShot(0, self._pages[ORDER[number]], self._pages[ORDER[number]].dress)

    def _ensure(self, page_id: PageId) -> None:
        """Make a page when the way first leads to it: the window is up before most of them exist."""
        if page_id in self._pages:
            return
        page = self._factories[page_id](self._tools)
        self._pages[page_id] = page
        self._wire(page)
        self.setPage(ORDER.index(page_id), page)

    def _wire(self, page: WizardPage) -> None:
        """Listen to a page that was made; the wizard says how."""
