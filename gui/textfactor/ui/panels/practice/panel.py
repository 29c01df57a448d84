"""The practice world's phone: what arrived on it, as it arrives."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent

from textfactor.domain.login import ReceivedSms
from textfactor.services.context import CallContext
from textfactor.ui.jobs import Done, Outcome
from textfactor.ui.messages import fill
from textfactor.ui.panels.frame import Panel
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.widgets.empty_state import EmptyState
from textfactor.ui.widgets.labels import TextLabel
from textfactor.ui.widgets.phone_preview import PhonePreview

_EACH = 1000
"""Milliseconds between two looks at the phone while it is to be seen."""


class PracticePanel(Panel):
    """The phone at the right; at the left what the practice world is and what the newest message was."""

    def __init__(self, tools: PanelTools) -> None:
        super().__init__(tools)
        self.set_head(
            self.tr("Practice world"),
            self.tr(
                "A stand-in Vonage and a stand-in Auth0 on this machine. Nothing leaves it and nothing costs "
                "money."
            ),
        )
        self._empty = EmptyState(
            self.tr("The practice world is not open"),
            self.tr(
                "Choose it on the Welcome page of Setup. Its phone and the messages it received are shown here."
            ),
            self.tr("Go to Setup"),
            name="to_setup",
        )
        self._empty.clicked.connect(self._to_setup)
        self._count = TextLabel("", "section")
        self._newest = TextLabel("", "lead")
        self._phone = PhonePreview(name="practice_phone", height=560)
        self._phone.set_when(self.tr("Text messages"))
        for part in (self._empty, self._count, self._newest):
            self.body.addWidget(part)
        self.set_aside(self._phone)
        self._asking = False
        self._timer = QTimer(self, interval=_EACH)
        self._timer.timeout.connect(self._look)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the phone while it is to be seen."""
        super().showEvent(event)
        self.refresh()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop looking."""
        self._timer.stop()
        super().hideEvent(event)

    def refresh(self) -> None:
        """Show the phone, or how to get one."""
        workspace = self.tools.world.workspace
        there = workspace is not None and workspace.phone is not None
        self._empty.setVisible(not there)
        for part in (self._count, self._newest, self._phone):
            part.setVisible(there)
        if there:
            self._look()
        else:
            self._phone.set_bubbles(())

    def _to_setup(self) -> None:
        self.tools.open_panel("setup")

    def _look(self) -> None:
        workspace = self.tools.world.workspace
        phone = workspace.phone if workspace is not None else None
        if phone is None or self._asking:
            return
        self._asking = True

        def read(ctx: CallContext) -> tuple[ReceivedSms, ...]:
            ctx.cancel.check()
            return phone.messages()

        self.tools.jobs.start(read, self._read)

    def _read(self, outcome: Outcome[tuple[ReceivedSms, ...]]) -> None:
        self._asking = False
        if not isinstance(outcome, Done):
            # The next look tells; a world that is just closing is no news for the person.
            return
        self._show(outcome.value)

    def _show(self, messages: tuple[ReceivedSms, ...]) -> None:
        self._phone.set_bubbles(tuple(message.text for message in messages))
        self._count.setText(fill(self.tr("Messages received: {n}"), n=len(messages)))
        if not messages:
            self._newest.setText(
                self.tr("Send a test message, or try a login: what the practice Vonage takes arrives here.")
            )
            return
        last = messages[-1]
        self._phone.set_sender(last.sender)
        counts = self.tr("Parts: {parts} · {encoding}")
        self._phone.set_counts(fill(counts, parts=last.parts, encoding=last.encoding))
        newest = self.tr("The newest one came from {sender} to +{to} at {at}.")
        self._newest.setText(fill(newest, at=last.at, to=last.to, sender=last.sender))
