"""The state at a glance: one line with a sign, and the button that looks again."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from textfactor.services.setup.standing import Verdict
from textfactor.ui import theme
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.moments import local_moment
from textfactor.ui.panels.setup.asking import Seen
from textfactor.ui.widgets.busy_button import BusyButton
from textfactor.ui.widgets.callout import Callout
from textfactor.words.standing import explain_verdict

_TONES = {
    Verdict.SENDS: "ok",
    Verdict.DIFFERS: "warning",
    Verdict.TWICE: "warning",
    Verdict.BROKEN: "error",
    Verdict.OFF: "error",
    Verdict.ABSENT: "info",
    Verdict.UNSURE: "warning",
}


class VerdictBox(QWidget):
    """`look` is the button; its note says when the tenant was last looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._seen: Seen | None = None
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
        if self.told.tone() == "muted":
            return
        self._seen = None
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
        self._seen = seen
        told = explain_verdict(seen.verdict)
        self.look.set_label(self.tr("Look again"))
        self.look.set_note(fill(self.tr("Looked at {time}"), time=local_moment(seen.at)))
        self.told.show_message(_TONES[seen.verdict], tr_text(told.title), tr_text(told.meaning))
