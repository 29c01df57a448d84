"""The wizard with its footer, as it stands in the window; it also keeps the draft."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from textfactor.domain.answers import without_proof
from textfactor.flow.flow import PageId, path
from textfactor.ui.jobs import Done
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.widgets.announce import announce
from textfactor.ui.wizard.draft_keeper import DraftKeeper
from textfactor.ui.wizard.footer import Footer, FooterState
from textfactor.ui.wizard.setup_wizard import SetupWizard

if TYPE_CHECKING:  # the window paints first
    from collections.abc import Mapping

    from textfactor.domain.answers import Answers
    from textfactor.domain.problems import Problem
    from textfactor.services.context import CallContext
    from textfactor.ui.jobs import Outcome
    from textfactor.ui.wizard.page import PageTools, WizardPage
    from textfactor.ui.wizard.page_stack import PageFactory
    from textfactor.ui.wizard.profile_keeper import ProfileKeeper


class Shell(QWidget):
    """Setup: the wizard, its footer and its draft. `moved` is emitted when steps or their state changed."""

    moved = Signal()

    def __init__(self, tools: PageTools, pages: Mapping[PageId, PageFactory]) -> None:
        super().__init__()
        self._tools = tools
        self._begun = False
        self.wizard = SetupWizard(tools, pages)
        self.footer = Footer()
        self._drafts = DraftKeeper(tools.services.drafts, tools.jobs, self)
        self._drafts.failed.connect(self._draft_failed)
        self._profiles: ProfileKeeper | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.wizard, 1)
        layout.addWidget(self.footer)
        self._connect()

    def _connect(self) -> None:
        self.footer.next_clicked.connect(self.wizard.forward)
        self.footer.back_clicked.connect(self.wizard.go_back)
        self.footer.cancel_clicked.connect(self._cancel)
        self.wizard.arrived.connect(self._arrived)
        self.wizard.state_changed.connect(self._refresh)
        self.wizard.busy_changed.connect(self._busy)
        self.wizard.work_said.connect(self.footer.say)
        self.wizard.completed.connect(self._completed)
        self.wizard.next_focus_wanted.connect(self.footer.primary.setFocus)
        self.wizard.anew_wanted.connect(self._begin_anew)
        back = QShortcut(QKeySequence("Alt+Left"), self)
        back.activated.connect(self.wizard.go_back)

    @property
    def page(self) -> WizardPage:
        """The page shown."""
        return self.wizard.page_now

    def steps(self) -> tuple[PageId, ...]:
        """The steps that the answers lead through."""
        return path(self.wizard.answers)

    def reachable(self) -> tuple[PageId, ...]:
        """The done steps that can be gone back to."""
        return tuple(page for page in self.wizard.visited() if self.wizard.may_go_back_to(page))

    def done(self) -> tuple[PageId, ...]:
        """The steps before this one."""
        return self.wizard.visited()[:-1]

    def go_to(self, key: str) -> None:
        """Go back to a step."""
        self.wizard.go_to(PageId(key))

    def resume(self) -> None:
        """Look for a draft and go on with it."""
        drafts = self._tools.services.drafts

        def load(ctx: CallContext) -> tuple[str, Answers] | None:
            ctx.cancel.check()
            return drafts.load()

        self._tools.jobs.start(load, self._loaded)

    def start_with(self, answers: Answers) -> None:
        """Begin with these answers, past Welcome, such as in the practice world on `--practice`."""
        self.wizard.resume(PageId.VONAGE, replace(answers, opened=True))

    def keep_draft(self) -> None:
        """Save what stands on the page, for the next start."""
        if not self.page.busy and self.wizard.answers.opened:
            self.wizard.collect()
            self._keep()

    def use_texts(self, enroll: str, verify: str) -> bool:
        """Take over both texts from elsewhere and keep them; False where Setup cannot take them now."""
        taken = self.wizard.use_texts(enroll, verify)
        if taken:
            self.keep_draft()
        return taken

    def leave(self) -> None:
        """Another world is about to be opened: keep what stands here, and stop what only reads."""
        self.page.cancel()
        if self.wizard.answers.opened:
            self.wizard.collect()
            self._keep()

    def adopt(self, answers: Answers) -> None:
        """Go on with a world that is open already: where one was in it, else on the page after Welcome."""
        workspace = self._tools.world.workspace
        place = self._tools.world.places.of(workspace) if workspace is not None else None
        if place is not None:
            self.wizard.go_on(place._replace(answers=place.with_profile(answers)))
            return
        self.begin_with(answers)

    def begin_with(self, answers: Answers) -> None:
        """Go through all pages with these answers, from the page after Welcome on."""
        self.wizard.start_over(replace(answers, opened=True))
        self.wizard.forward()

    def begin_again(self) -> None:
        """Go through all pages with what was answered, and prove it anew: what was found does not hold any more."""
        self.page.cancel()
        self.wizard.collect()
        if self.wizard.answers.opened:
            self.begin_with(without_proof(self.wizard.answers))

    def amend(self, answers: Answers) -> None:
        """Take over another name, environment or network of the profile that is open; all else stays."""
        self.wizard.amend(answers)
        self._keep()

    def know(self, answers: Answers) -> None:
        """Take over what a panel has done in the tenant, and keep it."""
        self.wizard.know(answers)
        self._keep()

    def begin_anew(self) -> None:
        """Ask for a new profile, from the first page on."""
        self.leave()
        self._begin_anew()

    def drop(self) -> None:
        """Begin anew and keep nothing: the profile is about to be removed."""
        self.page.cancel()
        self._begin_anew()

    def _keep(self) -> None:
        """Save the draft, and with it what is known of the profile."""
        from textfactor.ui.last_places import Place  # nothing is kept before a world is open

        answers, page = self.wizard.answers, self.page.page_id
        place = Place(page, answers, self.wizard.done_now())
        self._tools.world.places.note(self._tools.world.workspace, place)
        self._drafts.keep(page, answers)
        if self._profiles is None:
            from textfactor.ui.wizard.profile_keeper import (
                ProfileKeeper,
            )  # nothing is kept before a world is open

            self._profiles = ProfileKeeper(self._tools.services.profiles, self._tools.jobs, self)
            self._profiles.failed.connect(self._draft_failed)
            self._profiles.set_aside.connect(self._file_set_aside)
        self._profiles.keep(answers)

    def _loaded(self, outcome: Outcome[tuple[str, Answers] | None]) -> None:
        untouched = self.page.page_id is PageId.WELCOME and not self.page.busy
        if isinstance(outcome, Done) and outcome.value is not None and untouched:
            self.wizard.resume(*outcome.value)

    def _arrived(self) -> None:
        page = self.page
        number = len(self.done()) + 1
        spoken = fill(
            self.tr("{title}, step {n} of {m}"), n=number, m=len(self.steps()), title=page.heading()
        )
        page.setAccessibleName(spoken)
        if self._begun:  # the first page is read out with the window
            announce(self, spoken)
        self._begun = True
        self._refresh()
        if self.wizard.answers.opened:
            self._keep()

    def _refresh(self) -> None:
        page, answers = self.page, self.wizard.answers
        visited = self.wizard.visited()
        steps = self.steps()
        number = steps.index(page.page_id) + 1 if page.page_id in steps else len(visited)
        self.footer.show_state(
            FooterState(
                step=fill(self.tr("Step {n} of {m}"), n=number, m=len(steps)),
                next_label=page.next_label(answers),
                can_go_on=page.may_continue(answers) and not (page.busy and page.shows_work_itself),
                can_go_back=len(visited) > 1 and self.wizard.may_go_back_to(visited[-2]),
                buttons=page.footer_buttons(),
                filled=page.next_is_filled(answers),
            )
        )
        self.moved.emit()

    def _busy(self, busy: bool, in_footer: bool) -> None:
        self.footer.set_busy(busy=busy and in_footer)
        self._refresh()

    def _completed(self) -> None:
        """The last button was pressed: how things stand, and what can be done, is told under Setup from here on."""
        self._tools.open_panel("setup")

    def _begin_anew(self) -> None:
        """Set up another tenant, which is hardly the practice one; the next start would not resume this one."""
        from textfactor.domain.answers import Answers, World  # loaded long ago

        self._drafts.forget()
        self.wizard.start_over(Answers(world=World.OWN))

    def _cancel(self) -> None:
        self.page.cancel()

    def _draft_failed(self, problem: Problem) -> None:
        from textfactor.words.problems import explain  # as in telling

        told = explain(problem)
        self.page.callout.show_message("warning", tr_text(told.title), tr_text(told.meaning))

    def _file_set_aside(self, name: str) -> None:
        said = fill(self.tr("It is kept as {name}, and new profiles go into a new file."), name=name)
        self.page.callout.show_message(
            "warning", self.tr("The file of the profiles could not be understood"), said
        )
