"""Secrets in the settings: where they are, how the keyring is, this session only, a check, forgetting."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from textfactor.domain.findings import Finding, FindingStatus
from textfactor.domain.keyring import KeyringState
from textfactor.domain.problems import Problem
from textfactor.services.secrets.forgetting import KeptSecret
from textfactor.ui import theme
from textfactor.ui.jobs import Done, Outcome
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.panels.settings.finding_list import FindingList
from textfactor.ui.panels.settings.questions import ForgetQuestion
from textfactor.ui.panels.settings.secret_calls import (
    SecretsNow,
    checking,
    choosing,
    forgetting,
    looking,
    naming,
)
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.telling import show_problem, show_sentence
from textfactor.ui.widgets.busy_button import BusyButton
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.choice_cards import ChoiceCards
from textfactor.ui.widgets.labels import ShortLabel, TextLabel
from textfactor.ui.work import Work
from textfactor.words.keyring import backend_name, explain_state

_TONES = {
    KeyringState.UNTRIED: "info",
    KeyringState.AVAILABLE: "ok",
    KeyringState.LOCKED: "warning",
    KeyringState.CANCELLED: "warning",
    KeyringState.MISSING: "warning",
    KeyringState.FAILED: "error",
}
KEYRING, SESSION = "keyring", "session"


class SecretsSection(QWidget):
    """What came of a press stands below the buttons; `shown(QWidget)` when it should be scrolled to."""

    shown = Signal(object)

    def __init__(self, tools: PanelTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._work = Work(tools.jobs, self)
        self._callout = Callout()
        self._callout.setObjectName("secrets_callout")
        self._question: ForgetQuestion | None = None
        self._where = TextLabel("", "lead")
        self._where.setObjectName("keyring_where")
        self._state = Callout()
        self._state.setObjectName("keyring_state")
        self._mode = self._choice()
        self._check = BusyButton(self.tr("Check the keyring"), name="check_keyring", primary=False)
        self._check.clicked.connect(self._check_now)
        self._findings = FindingList()
        self._forget = QPushButton(self.tr("Forget everything…"))
        self._forget.setObjectName("forget_everything")
        self._forget.clicked.connect(self._name_entries)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        layout.addWidget(ShortLabel(self.tr("Secrets"), "section"))
        for part in (self._where, self._mode, self._state, self._buttons(), self._callout, self._findings):
            layout.addWidget(part)
        self._work.busy_changed.connect(self._busy)
        self._work.failed.connect(self._failed)

    def _buttons(self) -> QWidget:
        holder = QWidget()
        holder.setProperty("role", "clear")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.RELATED)
        row.addWidget(self._check, 1)
        row.addWidget(self._forget)
        return holder

    def _choice(self) -> ChoiceCards[str]:
        cards: ChoiceCards[str] = ChoiceCards(beside=True, name="secrets")
        cards.add(
            KEYRING,
            self.tr("In the keyring"),
            self._kept_there(KeyringState.UNTRIED),
        )
        cards.add(
            SESSION,
            self.tr("For this session only"),
            self.tr("In memory; gone when Textfactor ends. The keyring is not asked."),
        )
        cards.setAccessibleName(self.tr("Where secrets are kept"))
        cards.chosen.connect(self._choose)
        return cards

    def _kept_there(self, state: KeyringState) -> str:
        """Say what becomes of a secret in the keyring."""
        if state is KeyringState.MISSING:
            return self.tr("This computer offers none, so nothing can be kept there.")
        return self.tr("The system's own password store; there at the next start.")

    def look(self) -> None:
        """Look how secrets are kept; no question of the keyring is caused by it."""
        self._tools.jobs.start(looking(self._tools.services), self._looked)

    def _looked(self, outcome: "Outcome[SecretsNow]") -> None:
        if isinstance(outcome, Done):
            self._show(outcome.value)

    def _show(self, now: SecretsNow) -> None:
        self._mode.set_value(SESSION if now.session_only else KEYRING)
        state = KeyringState.MISSING if now.facts is not None and not now.facts.backend else now.state
        self._mode.card(KEYRING).set_body(self._kept_there(state))
        if now.session_only:
            self._where.setText(self.tr("Kept in memory by your choice. What the keyring holds stays in it."))
            self._state.clear()
            return
        name = tr_text(backend_name(now.facts)) if now.facts is not None else self.tr("not known")
        self._where.setText(fill(self.tr("Keyring: {name}"), name=name))
        if state in (KeyringState.UNTRIED, KeyringState.AVAILABLE):
            self._state.clear()
            words = tr_text(explain_state(state).title)
            self._where.setText(f"{self._where.text()} · {words}")
            return
        if self._findings.isHidden():  # else they say so
            show_sentence(self._state, _TONES[state], explain_state(state))

    def _busy(self, busy: bool) -> None:
        self._mode.setDisabled(busy)
        self._forget.setDisabled(busy)

    def _tell(self, tone: str, title: str, body: str) -> None:
        self._callout.show_message(tone, title, body)
        self.shown.emit(self._callout)

    def _failed(self, problem: Problem) -> None:
        show_problem(self._callout, problem)
        self.shown.emit(self._callout)
        self.look()

    def _profile_id(self) -> str:
        """Name the open profile, whose secrets go along; the practice world's are its own affair."""
        workspace = self._tools.world.workspace
        return workspace.profile.id if workspace is not None and not workspace.profile.practice else ""

    def _choose(self, mode: str) -> None:
        call = choosing(self._tools.services, self._profile_id(), session_only=mode == SESSION)
        self._work.run(call, self._chosen)

    def _chosen(self, now: SecretsNow) -> None:
        self._findings.show_findings(())
        self._show(now)

    def _check_now(self) -> None:
        self._findings.show_findings(())
        self._work.run(checking(self._tools.services), self._checked, button=self._check)

    def _checked(self, findings: tuple[Finding, ...]) -> None:
        self._findings.show_findings(findings)
        self._state.clear()
        wrong = sum(finding.status is FindingStatus.FAIL for finding in findings)
        if wrong:
            self._tell("error", fill(self.tr("The keyring does not work: {n} wrong"), n=wrong), "")
        elif any(finding.status is FindingStatus.PASS for finding in findings):
            self._tell("ok", self.tr("The keyring works"), "")
        self.look()

    def _name_entries(self) -> None:
        self._work.run(naming(self._tools.services), self._ask_forget)

    def _ask_forget(self, kept: tuple[KeptSecret, ...]) -> None:
        if not kept:
            self._tell(
                "info", self.tr("Nothing is kept"), self.tr("No secret of Textfactor is on this computer.")
            )
            return
        self._question = ForgetQuestion(self, kept)
        self._question.accepted.connect(self._forget_all)
        self._question.ask()

    def _forget_all(self) -> None:
        self._work.run(forgetting(self._tools.services), self._forgotten)

    def _forgotten(self, removed: tuple[KeptSecret, ...]) -> None:
        self._tell("ok", fill(self.tr("Secrets removed: {n}"), n=len(removed)), self.tr("Profiles stay."))
        self.look()
