"""The phone, and beside it how many messages came and what is known of the newest one."""

from PySide6.QtWidgets import QWidget

from textfactor.domain.login import ReceivedSms
from textfactor.ui import theme
from textfactor.ui.messages import fill
from textfactor.ui.moments import local_clock
from textfactor.ui.panels.practice.beside import Beside
from textfactor.ui.panels.practice.looking import euros
from textfactor.ui.panels.practice.phone_view import PhoneView
from textfactor.ui.widgets.labels import TextLabel
from textfactor.ui.wizard.pages.fact_list import Fact, FactList


class PhoneSection(Beside):
    """What arrived in the practice world."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.phone = PhoneView(name="practice_phone")
        super().__init__(self.phone, parent)
        self._newest: ReceivedSms | None = None
        self._count = TextLabel("", "section")
        self._lead = TextLabel("", "lead")
        self._facts = FactList(self.tr("The newest message"), "", name="newest_message")
        self._facts.setMinimumWidth(0)
        self._facts.setMaximumWidth(theme.CONTENT_WIDTH)
        for part in (self._count, self._lead, self._facts):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.show_messages(())

    def show_messages(self, messages: tuple[ReceivedSms, ...]) -> None:
        """Show what is on the phone, oldest first."""
        self.phone.show_messages(messages)
        self._count.setText(fill(self.tr("Messages received: {n}"), n=len(messages)))
        newest = messages[-1] if messages else None
        self._facts.setVisible(newest is not None)
        if newest is None:
            self._lead.setText(
                self.tr("Send a test message, or try a login: what the practice Vonage takes arrives here.")
            )
        elif newest != self._newest:
            self._lead.setText(self.tr("All numbers of the practice world ring on this phone."))
            self._facts.show_facts(self._facts_of(newest))
        self._newest = newest

    def _facts_of(self, message: ReceivedSms) -> tuple[Fact, ...]:
        counts = fill(self.tr("{parts}, {encoding}"), parts=message.parts, encoding=message.encoding)
        facts = (
            Fact(self.tr("Sender"), message.sender),
            Fact(self.tr("To"), f"+{message.to}"),
            Fact(self.tr("Received at"), local_clock(message.at, seconds=True)),
            Fact(self.tr("Parts and encoding"), counts),
        )
        price = euros(message.price)
        return (*facts, Fact(self.tr("Price of all parts"), price)) if price else facts
