"""The opened world: the one thing in the window that changes hands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:  # the window paints first
    from textfactor.domain.plan import Plan, Receipt
    from textfactor.domain.sending import SendResult
    from textfactor.domain.tenant import Observed
    from textfactor.services.container import Workspace
    from textfactor.services.context import Call, CallContext
    from textfactor.services.sending.credentials import AccountFacts
    from textfactor.services.sending.sender_run import SenderRun
    from textfactor.ui.jobs import Jobs, Outcome


class CurrentWorld(QObject):
    """Holds the workspace that pages and panels work in. `changed` is emitted when another one was opened."""

    changed = Signal()
    faults_changed = Signal(int)
    """How many faults are switched on in the practice world; 0 when another world is opened."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._workspace: Workspace | None = None
        self._faults = 0
        self.account: AccountFacts | None = None
        """What the last check of the Vonage account found; like all that follows, gone when another world is opened."""
        self.observed: Observed | None = None
        """What was last found in the tenant; look whether its `domain` is still the one that is meant."""
        self.last_send: SendResult | None = None
        """What became of the last test message."""
        self.sender_run: SenderRun | None = None
        """How the sender ended when it last ran here."""
        self.plan: Plan | None = None
        """The plan that was shown for review and is not applied yet."""
        self.receipts: tuple[Receipt, ...] = ()
        """What was applied since this world was opened and not taken back again, oldest first."""

    @property
    def workspace(self) -> Workspace | None:
        """The opened workspace, None before the first one."""
        return self._workspace

    @property
    def sms_in_doubt(self) -> bool:
        """Whether nobody knows if the last test message went out: the next one is sent only on purpose."""
        from textfactor.domain.sending import SendOutcome  # nothing was sent when the window opens

        return self.last_send is not None and self.last_send.outcome is SendOutcome.UNKNOWN

    def need(self) -> Workspace:
        """Return the workspace where one must be open; the flow sees to it that it is.

        Raises:
            LookupError: a page was reached without opening a world, which is a fault of the route.
        """
        if self._workspace is None:
            raise LookupError("no world is open")
        return self._workspace

    def tell_faults(self, number: int) -> None:
        """Say how many faults are on, so that nobody wonders elsewhere why nothing works."""
        if number != self._faults:
            self._faults = number
            self.faults_changed.emit(number)

    def forget(self) -> None:
        """Drop what was found and done in this world: it began anew."""
        self.account = self.observed = self.last_send = self.sender_run = self.plan = None
        self.receipts = ()

    def open(self, workspace: Workspace) -> None:
        """Work in another workspace from now on and close the former one."""
        former, self._workspace = self._workspace, workspace
        if former is not workspace:
            self.forget()
            self.tell_faults(0)
        if former is not None and former is not workspace:
            self._jobs.start(_closing(former), _ignore)
        self.changed.emit()

    def close(self) -> None:
        """Close at the end of the program. Call it after the jobs were shut down."""
        former, self._workspace = self._workspace, None
        if former is not None:
            former.close()


def _closing(workspace: Workspace) -> Call[None]:
    """Make a call of closing a workspace: ending its processes may take a moment."""

    def close(ctx: CallContext) -> None:
        del ctx
        workspace.close()

    return close


def _ignore(outcome: Outcome[None]) -> None:
    """Nobody waits for the end of a world that was left."""
    del outcome
