"""What stands under Setup: the wizard, or the state of a set-up that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from textfactor.flow.flow import PageId
from textfactor.ui.jobs import Done

if TYPE_CHECKING:  # the window paints first
    from textfactor.services.container import Workspace
    from textfactor.services.context import Call, CallContext
    from textfactor.ui.jobs import Jobs, Outcome
    from textfactor.ui.wizard.shell import Shell
    from textfactor.ui.world import CurrentWorld


SETUP, STATE, WIZARD = "setup", "state", "wizard"
"""By SETUP the one is asked for whose turn it is, by the other two keys one of them."""


class SetupPlace(QObject):
    """`overview` says whether the state is shown. `changed` is emitted when that turns out otherwise by itself.

    The wizard stays until it has come to its end. A profile that is opened again, or a draft that is gone on with,
    shows its state where the journal on this computer knows of a set-up; no request is made to find out.
    """

    changed = Signal()

    def __init__(self, jobs: Jobs, world: CurrentWorld, shell: Shell) -> None:
        super().__init__(shell)
        self._jobs = jobs
        self._world = world
        self._shell = shell
        self._asked: Workspace | None = None
        self.overview = False
        shell.wizard.resumed.connect(self.begin)

    def shown(self, key: str) -> str:
        """Say which panel is meant by a key, SETUP being the wizard."""
        if key == WIZARD:
            self.run_again()
            return SETUP
        if key == SETUP:
            return STATE if self.visit() else SETUP
        self.overview = self.overview or key == STATE
        return key

    def visit(self) -> bool:
        """Setup is about to be shown: a wizard that has come to its end gives way. Returns `overview`."""
        done = self._shell.page.page_id is PageId.DONE and bool(self._shell.wizard.answers.domain)
        self.overview = (self.overview or done) and self._world.workspace is not None
        return self.overview

    def ask(self) -> None:
        """A profile was opened: find out whether it is set up."""
        self.leave()
        workspace, domain = self._world.workspace, self._shell.wizard.answers.domain
        if workspace is not None and domain:
            self._asked = workspace
            self._jobs.start(_is_set_up(workspace, domain), self._told)

    def leave(self) -> None:
        """Show the wizard."""
        self.overview = False
        self._asked = None

    def run_again(self) -> None:
        """Show the wizard; one that has come to its end begins again with what is known, and proves it anew."""
        self.leave()
        if self._shell.page.page_id is PageId.DONE:
            self._shell.begin_again()

    def _told(self, outcome: Outcome[bool]) -> None:
        asked, self._asked = self._asked, None
        if (
            asked is not None
            and asked is self._world.workspace
            and isinstance(outcome, Done)
            and outcome.value
        ):
            self.overview = True
            self.changed.emit()

    def begin(self) -> None:
        """One goes on in a world that was opened: show its state, where it has come to one."""
        page = self._shell.page.page_id
        if page is PageId.DONE:
            self.changed.emit()
        elif page not in (PageId.APPLY, PageId.TRY):  # these two go on with what was begun
            self.ask()


def _is_set_up(workspace: Workspace, domain: str) -> Call[bool]:
    """Make a call that looks into the journal for a set-up that was neither taken back nor removed."""

    def look(ctx: CallContext) -> bool:
        from textfactor.domain.plan import Purpose  # nothing is looked up before the window is up

        ctx.cancel.check()
        last = workspace.journal.last(domain)
        if last is None or not last.applied:
            return False
        gone = last.plan.takes_back is (last.plan.purpose is not Purpose.REMOVE)
        wished = last.plan.purpose in (Purpose.SET_UP, Purpose.MOVE, Purpose.REMOVE)
        return not (last.complete and gone and wished)

    return look
