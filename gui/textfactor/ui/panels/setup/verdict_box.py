"""The state at a glance: one line with a sign, and the button that looks again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from textfactor.services.setup.standing import Verdict
from textfactor.ui import theme
from textfactor.ui.messages import fill, tr_lines, tr_text
from textfactor.ui.moments import local_moment
from textfactor.ui.panels.setup.asking import Seen
from textfactor.ui.widgets.busy_button import BusyButton
from textfactor.ui.widgets.callout import Callout
from textfactor.words.standing import explain_verdict, fault_notes

_TONES = {
    Verdict.SENDS: "ok",
    Verdict.DIFFERS: "warning",
    Verdict.TWICE: "warning",
    Verdict.BROKEN: "error",
    Verdict.OFF: "error",
    Verdict.ABSENT: "info",
    Verdict.STRANDED: "error",
    Verdict.UNSURE: "warning",
}


class VerdictBox(QWidget):
    """`look` is the button; its note says when the tenant was last looked at.

    `move_wanted` asks for the plan that moves a sender which the tenant does not ask any more.
    """

    move_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._seen: Seen | None = None
        self._reads = False
        self.told = Callout()
        self.told.setObjectName("verdict")
        self.look = BusyButton(self.tr("Look again"), name="look_again", primary=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        layout.addWidget(self.told)
        layout.addWidget(self.look)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Nobody has looked yet."""
        told_so = self.told.tone() == "muted" and self._seen is None
        self._seen = None
        if self._reads or told_so:
            return
        self._say_nothing()

    def _say_nothing(self) -> None:
        self.look.set_label(self.tr("Look at the tenant"))
        self.look.set_note(self.tr("Some 14 requests that read and change nothing."))
        self.told.show_message(
            "muted",
            self.tr("Not looked yet"),
            self.tr("How the tenant stands is not known before somebody looks."),
        )

    def show_seen(self, seen: Seen) -> None:
        """Say how the set-up stands, once for each look: it is read out."""
        if seen is self._seen:
            return
        self._seen, self._reads = seen, False
        self.look.set_label(self.tr("Look again"))
        self.look.set_note(fill(self.tr("Looked at {time}"), time=local_moment(seen.at)))
        self._say(seen, "{state}")

    def _say(self, seen: Seen, marked: str) -> None:
        told = explain_verdict(seen.verdict)
        title = fill(marked, state=tr_text(told.title), time=local_moment(seen.at))
        self.told.show_message(
            _TONES[seen.verdict], title, tr_lines((told.meaning, *fault_notes(seen.faults)))
        )
        if seen.verdict is Verdict.STRANDED:
            self.told.add_action(self.tr("Plan the move"), self.move_wanted.emit, name="move_first")

    def show_looking(self) -> None:
        """The tenant is being read: what was found before does not count now."""
        self._reads = True
        self.told.show_message(
            "muted", self.tr("Looking…"), self.tr("The tenant is read; nothing is changed.")
        )

    def settle(self) -> None:
        """The look brought nothing: say again what is known, and from when it is."""
        if self._reads:
            self._reads = False
            if self._seen is None:
                self._say_nothing()
            else:
                self.show_age()

    def show_age(self) -> None:
        """What is known was found before the panel was left: say from when it is."""
        if self._seen is not None and not self._reads:
            self._say(self._seen, self.tr("As of {time}: {state}"))
