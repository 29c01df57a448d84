"""What the test page says of its price: above all, on the phone and beside the button."""

from PySide6.QtCore import QCoreApplication

from textfactor.domain.sending import PhoneNumber
from textfactor.domain.sms_text import measure
from textfactor.ui.messages import fill
from textfactor.ui.wizard.pages.counting import euros, rounded

translate = QCoreApplication.translate


def lead_told(price: str) -> str:
    """Say that one SMS goes out, and what it costs where `price` (a part, as Vonage writes it) is known."""
    if not price:
        return translate(
            "SendTestPage",
            "One SMS goes out when you click Send. It costs what Vonage charges for the country, and you see exactly "
            "what Vonage answers.",
        )
    words = translate(
        "SendTestPage",
        "One SMS goes out when you click Send. It costs about {price} a part, and you see what Vonage answers.",
    )
    return fill(words, price=euros(price))


def price_told(text: str, number: PhoneNumber | None, price: str, *, practice: bool) -> str:
    """Say what the text costs there, with all its parts; empty while that is not known."""
    if number is None or not price:
        return ""
    words = (
        translate("SendTestPage", "with a real account about {price} to {country}")
        if practice
        else translate("SendTestPage", "about {price} to {country}")
    )
    return fill(words, price=euros(price, max(1, measure(text).parts)), country=number.country_name)


def left_told(left: str | float | None) -> str:
    """Say how much credit is left, as far as Vonage said it."""
    return "" if left is None else fill(translate("SendTestPage", "{balance} left"), balance=rounded(left))
