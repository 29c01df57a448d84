"""The choice to keep secrets in memory only, as it stands in the wizard."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.services.container import Services
from textfactor.services.context import Call, CallContext, Doing
from textfactor.services.secrets.forgetting import use_keyring, use_memory
from textfactor.ui.jobs import Done, Failed, Jobs, Outcome
from textfactor.ui.widgets.labels import TextLabel
from textfactor.ui.widgets.tick_box import TickBox

OF_THE_KEYRING = (
    ProblemKind.KEYRING_LOCKED,
    ProblemKind.KEYRING_CANCELLED,
    ProblemKind.KEYRING_MISSING,
    ProblemKind.KEYRING_FAILED,
)
"""Problems that keeping the secret in memory goes round."""


class SessionChoice(QWidget):
    """A tick; it is hidden in the practice world, whose secrets are in memory anyway.

    Signals: `failed(Problem)` when the choice could not be kept, `chosen(bool)` when it was.
    """

    failed = Signal(object)
    chosen = Signal(bool)

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._profile_id = ""
        self.box = TickBox(self.tr("Keep secrets for this session only"))
        self.box.setObjectName("session_only")
        self._hint = TextLabel("", "hint")
        self._tell(there=True)
        self.box.clicked.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.box)
        layout.addWidget(self._hint)
        self.hide()

    def _tell(self, *, there: bool) -> None:
        """Say where secrets go, by whether there is a keyring."""
        if there:
            hint = self.tr("In memory, gone when Textfactor ends. Else they go into this computer's keyring.")
        else:
            hint = self.tr("In memory, gone when Textfactor ends. This computer offers no keyring.")
        self._hint.setText(hint)
        self.box.setAccessibleDescription(hint)

    def show_for(self, profile_id: str, *, practice: bool) -> None:
        """Show how secrets of this profile are kept."""
        self._profile_id = profile_id
        self.setVisible(not practice)
        if not practice:
            self._jobs.start(_asking(self._services), self._asked)

    def choose_memory(self) -> None:
        """Keep secrets in memory from now on, as if the box were ticked."""
        self.box.setChecked(True)
        self._choose(ticked=True)

    def _asked(self, outcome: "Outcome[tuple[bool, bool]]") -> None:
        if isinstance(outcome, Done):
            session_only, there = outcome.value
            self.box.setChecked(session_only)
            self._tell(there=there)

    def _choose(self, ticked: bool) -> None:
        self.box.setEnabled(False)
        self._jobs.start(_choosing(self._services, self._profile_id, session_only=ticked), self._was_chosen)

    def _was_chosen(self, outcome: "Outcome[bool]") -> None:
        self.box.setEnabled(True)
        if isinstance(outcome, Done):
            self.chosen.emit(outcome.value)
        elif isinstance(outcome, Failed):
            self.box.setChecked(not self.box.isChecked())
            self.failed.emit(outcome.problem)


def _asking(services: Services) -> Call[tuple[bool, bool]]:
    """Ask whether secrets are kept for the session only, and whether there is a keyring."""

    def ask(ctx: CallContext) -> tuple[bool, bool]:
        ctx.cancel.check()
        secrets = services.secrets
        try:
            there = bool(secrets.facts().backend)
        except ProblemError as error:
            there = error.problem.kind is not ProblemKind.KEYRING_MISSING
        return secrets.session_only, there

    return ask


def _choosing(services: Services, profile_id: str, *, session_only: bool) -> Call[bool]:
    def choose(ctx: CallContext) -> bool:
        ctx.doing(Doing.CHECKING_KEYRING)
        (use_memory if session_only else use_keyring)(services.secrets, profile_id)
        return session_only

    return choose
