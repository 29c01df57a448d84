"""How long a text is and what it costs, in the few words that stand below a field or on the phone."""

from PySide6.QtCore import QCoreApplication

from textfactor.domain.sms_text import Encoding, Measured
from textfactor.ui.messages import fill
from textfactor.words.amounts import euros, rounded

__all__ = ["counts", "counts_hint", "counts_short", "euros", "parts_of", "reason", "rounded"]


def counts(measured: Measured) -> str:
    """Count for the hint below a field: `52 of 160 characters, 1 part, GSM-7`."""
    room = measured.units + measured.units_left
    if measured.parts > 1:
        text = QCoreApplication.translate("Counting", "{n} characters, {parts} parts, {encoding}")
    else:
        text = QCoreApplication.translate("Counting", "{n} of {room} characters, {parts} part, {encoding}")
    return fill(text, n=measured.units, room=room, parts=max(1, measured.parts), encoding=measured.encoding)


def counts_hint(measured: Measured) -> tuple[str, str]:
    """Count for the hint, with why a part holds less than it could: text and tone."""
    hint, why = counts(measured), reason(measured)
    return (f"{hint} · {why}", "warning") if why else (hint, "")


def counts_short(measured: Measured) -> str:
    """Count for the phone: `1 part · GSM-7 · 52 of 160`."""
    if measured.parts > 1:
        text = QCoreApplication.translate("Counting", "{parts} parts · {encoding} · {n} characters")
    else:
        text = QCoreApplication.translate("Counting", "{parts} part · {encoding} · {n} of {room}")
    room = measured.units + measured.units_left
    return fill(text, n=measured.units, room=room, parts=max(1, measured.parts), encoding=measured.encoding)


def parts_of(measured: Measured) -> str:
    """Count in the fewest words: `1 part · GSM-7`."""
    if measured.parts > 1:
        text = QCoreApplication.translate("Counting", "{parts} parts · {encoding}")
    else:
        text = QCoreApplication.translate("Counting", "{parts} part · {encoding}")
    return fill(text, parts=max(1, measured.parts), encoding=measured.encoding)


def reason(measured: Measured) -> str:
    """Say which characters make a text UCS-2; empty for GSM-7."""
    if measured.encoding is Encoding.GSM7:
        return ""
    chars = " ".join(dict.fromkeys(found.char for found in measured.offending[:40]))
    text = QCoreApplication.translate("Counting", "70 characters a part instead of 160 because of: {chars}")
    return fill(text, chars=chars[:24])
