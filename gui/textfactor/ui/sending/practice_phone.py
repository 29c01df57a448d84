"""What the practice phone got, shown on the phone beside a test message."""

from PySide6.QtCore import QCoreApplication

from textfactor.domain.login import ReceivedSms
from textfactor.ui.jobs import Done, Outcome
from textfactor.ui.widgets.phone_preview import PhonePreview


def practice_lead() -> str:
    """Say what Send does in the practice world."""
    return QCoreApplication.translate(
        "SendTestPage", "One SMS goes to the practice phone when you click Send. It costs nothing here."
    )


def show_received(phone: PhonePreview, outcome: "Outcome[ReceivedSms | None]") -> None:
    """Show the message that came, or that none did within a few seconds; a failed look changes nothing."""
    if not isinstance(outcome, Done):
        return
    phone.set_preview(yes=False)
    if outcome.value is None:
        phone.set_when(QCoreApplication.translate("SendTestPage", "Nothing arrived on the practice phone"))
        phone.set_bubbles(())
        return
    phone.set_sender(outcome.value.sender)
    phone.set_when(QCoreApplication.translate("SendTestPage", "Received on the practice phone"))
    phone.set_bubbles((outcome.value.text,))
