"""The opened world: the one thing in the window that changes hands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:  # the window paints first
    from textfactor.domain.plan import Plan, Receipt
    from textfactor.domain.sending import SendResult
    from textfactor.domain.sent_tests import Fate
    from textfactor.domain.tenant import Observed
    from textfactor.services.container import Workspace
    from textfactor.services.context import Call, CallContext
    from textfactor.services.sending.credentials import AccountFacts
    from textfactor.services.sending.sender_run import SenderRun
    from textfactor.ui.jobs import Jobs, Outcome
    from textfactor.ui.last_places import LastPlaces


class CurrentWorld(QObject):
    """Holds the workspace that pages and panels work in. `changed` is emitted when another one was opened.

    The practice world is not ended when a profile is opened: what was set up and received there is still to be seen
    when one comes back to it.
    """

    changed = Signal()
    began_anew = Signal()
    """The practice world was set back to its start: nothing that was found or done in it holds any more."""
    faults_changed = Signal(int)
    """How many faults are switched on in the practice world; 0 when another world is opened."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._workspace: Workspace | None = None
        self._parked: Workspace | None = None
        self._parked_findings: dict[str, Any] = {}
        self._faults = 0
        self.account: AccountFacts | None = None
        """What the last check of the Vonage account found; like all that follows, gone when another world is opened."""
        self.observed: Observed | None = None
        """What was last found in the tenant; look whether its `domain` is still the one that is meant."""
        self.last_send: SendResult | None = None
        """What became of the last test message."""
        self.last_arrived: bool | None = None
        """What the person said of it: None while nobody was asked, or nobody knew."""
        self.last_fates: tuple[Fate, ...] = ()
        """What Vonage's records said of it, where somebody asked."""
        self.last_country = ""
        """Where it went: ISO-2, empty when not known."""
        self.to_diagnose = ""
        """What was seen of a login that failed, for Troubleshoot to read when it is opened next."""
        self.sender_run: SenderRun | None = None
        """How the sender ended when it last ran here."""
        self.plan: Plan | None = None
        """The plan that was shown for review and is not applied yet."""
        self._places: LastPlaces | None = None
        self.receipts: tuple[Receipt, ...] = ()
        """What was applied since this world was opened and not taken back again, oldest first."""

    @property
    def workspace(self) -> Workspace | None:
        """The opened workspace, None before the first one."""
        return self._workspace

    @property
    def places(self) -> LastPlaces:
        """Where the wizard stood in each world that was open since the program started."""
        if self._places is None:
            from textfactor.ui.last_places import LastPlaces  # no world is open in the first paint

            self._places = LastPlaces()
        return self._places

    @property
    def practice(self) -> Workspace | None:
        """The practice world if it runs, whether one works in it now or has left it for a profile."""
        workspace = self._workspace
        return workspace if workspace is not None and workspace.profile.practice else self._parked

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

    def note_send(self, result: SendResult, country: str = "") -> None:
        """Take down what became of a test message; whether it arrived is not known yet."""
        self.last_send, self.last_arrived, self.last_country = result, None, country
        self.last_fates = ()

    def take_to_diagnose(self) -> str:
        """Hand over what Troubleshoot is to read, once."""
        text, self.to_diagnose = self.to_diagnose, ""
        return text

    def forget(self) -> None:
        """Drop what was found and done in this world."""
        for name, nothing in _NOTHING_FOUND.items():
            setattr(self, name, nothing)

    def begin_anew(self) -> None:
        """The practice world is as it was at its start."""
        self.forget()
        self.began_anew.emit()

    def open(self, workspace: Workspace) -> None:
        """Work in another workspace from now on and close the former one; the practice world is only left."""
        former, self._workspace = self._workspace, workspace
        if former is not workspace:
            self._leave(former, workspace)
        self.changed.emit()

    def replace(self, workspace: Workspace) -> None:
        """Work in another workspace of the same accounts, such as a renamed profile's: what was found still holds."""
        former, self._workspace = self._workspace, workspace
        if former is not workspace:
            self._close_later(former)
        self.changed.emit()

    def leave(self) -> None:
        """Work in no world from now on: the profile was removed."""
        former, self._workspace = self._workspace, None
        if former is not None:
            self.places.forget(former)
        self.forget()
        self.tell_faults(0)
        self._close_later(former)
        self.changed.emit()

    def close(self) -> None:
        """Close at the end of the program. Call it after the jobs were shut down."""
        left = (self._workspace, self._parked)
        self._workspace = self._parked = None
        for workspace in left:
            if workspace is not None:
                workspace.close()

    def _leave(self, former: Workspace | None, workspace: Workspace) -> None:
        """Park the practice world, or take it back, or let another one take its place; close what is not needed."""
        found = {name: getattr(self, name) for name in _NOTHING_FOUND}
        self.forget()
        self.tell_faults(0)
        if former is not None and former.profile.practice and not workspace.profile.practice:
            self._parked, self._parked_findings = former, found
            return
        if workspace is self._parked:
            self._parked = None
            for name, value in self._parked_findings.items():
                setattr(self, name, value)
        elif workspace.profile.practice:
            self._close_later(self._parked)
            self._parked = None
        self._close_later(former)

    def _close_later(self, workspace: Workspace | None) -> None:
        if workspace is not None:
            self._jobs.start(_closing(workspace), _ignore)


_NOTHING_FOUND: dict[str, Any] = {
    "account": None,
    "observed": None,
    "last_send": None,
    "last_arrived": None,
    "last_fates": (),
    "last_country": "",
    "to_diagnose": "",
    "sender_run": None,
    "plan": None,
    "receipts": (),
}
"""What is known of a world when it is opened."""


def _closing(workspace: Workspace) -> Call[None]:
    """Make a call of closing a workspace: ending its processes may take a moment."""

    def close(ctx: CallContext) -> None:
        del ctx
        workspace.close()

    return close


def _ignore(outcome: Outcome[None]) -> None:
    """Nobody waits for the end of a world that was left."""
    del outcome
