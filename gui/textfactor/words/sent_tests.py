"""Test messages that were sent, in words: their outcome, whether they arrived, and what Vonage's Reports say."""

from textfactor.domain.sending import SendOutcome
from textfactor.domain.sent_tests import Fate, SentTest
from textfactor.words.amounts import euros
from textfactor.words.sentence import Marked, Sentence
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

_OUTCOMES: dict[SendOutcome, Marked] = {
    SendOutcome.ACCEPTED: QT_TRANSLATE_NOOP("words.sent_tests", "accepted"),
    SendOutcome.REFUSED: QT_TRANSLATE_NOOP("words.sent_tests", "refused"),
    SendOutcome.UNKNOWN: QT_TRANSLATE_NOOP("words.sent_tests", "not known"),
    SendOutcome.NOT_SENT: QT_TRANSLATE_NOOP("words.sent_tests", "not sent"),
}
_ARRIVED: dict[bool | None, Marked] = {
    True: QT_TRANSLATE_NOOP("words.sent_tests", "arrived"),
    False: QT_TRANSLATE_NOOP("words.sent_tests", "did not arrive"),
    None: QT_TRANSLATE_NOOP("words.sent_tests", "arrival open"),
}
_FATES: dict[str, Marked] = {
    "delivered": QT_TRANSLATE_NOOP("words.sent_tests", "Delivered: the carrier says that the phone has it."),
    "accepted": QT_TRANSLATE_NOOP(
        "words.sent_tests", "Accepted: the carrier took it and has not said yet what became of it."
    ),
    "buffered": QT_TRANSLATE_NOOP(
        "words.sent_tests", "Buffered: the carrier keeps it until the phone can be reached."
    ),
    "submitted": QT_TRANSLATE_NOOP(
        "words.sent_tests", "Submitted: Vonage handed it to a carrier that has not answered yet."
    ),
    "rejected": QT_TRANSLATE_NOOP("words.sent_tests", "Rejected: Vonage or the carrier turned it down."),
    "failed": QT_TRANSLATE_NOOP("words.sent_tests", "Failed: it was not delivered and is not tried again."),
    "undeliverable": QT_TRANSLATE_NOOP("words.sent_tests", "Undeliverable: it could not be delivered."),
    "expired": QT_TRANSLATE_NOOP(
        "words.sent_tests", "Expired: the phone could not be reached in the time allowed."
    ),
    "unknown": QT_TRANSLATE_NOOP("words.sent_tests", "Unknown: the carrier does not tell what became of it."),
    "": QT_TRANSLATE_NOOP(
        "words.sent_tests", "Vonage has no record of it yet: it may take some minutes, or there is none."
    ),
}
"""What a record of Reports says (facts/vonage 4), and nothing for a record that is missing."""
_MISSED: dict[str, tuple[Marked, Marked]] = {
    "good": (
        QT_TRANSLATE_NOOP("words.sent_tests", "Vonage's record says that the phone has it"),
        QT_TRANSLATE_NOOP(
            "words.sent_tests",
            "Look on the phone: blocked senders, the spam folder of the message app, a second SIM. Then try another "
            "phone: some carriers confirm what they do not deliver.",
        ),
    ),
    "bad": (
        QT_TRANSLATE_NOOP("words.sent_tests", "Vonage's record says that it was not delivered"),
        QT_TRANSLATE_NOOP(
            "words.sent_tests", "Open Troubleshoot: it says what the record's error means and what to do."
        ),
    ),
    "open": (
        QT_TRANSLATE_NOOP("words.sent_tests", "Vonage's record does not say yet what became of it"),
        QT_TRANSLATE_NOOP(
            "words.sent_tests", "Ask again in some minutes: a carrier may take that long to answer."
        ),
    ),
}
"""What follows from the records where a person says that nothing came."""
_GOOD = ("delivered",)
_BAD = ("rejected", "failed", "undeliverable", "expired")


def outcome_word(outcome: SendOutcome) -> Text:
    """Name the outcome of a send in a word or two."""
    return text(_OUTCOMES[outcome])


def arrived_word(sent: SentTest) -> Text | None:
    """Say whether it arrived; None where nothing can have arrived."""
    if sent.outcome not in (SendOutcome.ACCEPTED, SendOutcome.UNKNOWN):
        return None
    return text(_ARRIVED[sent.arrived])


def fate_tone(fates: tuple[Fate, ...]) -> str:
    """Choose how a look-up is shown: ok where all was delivered, error where something failed, else info."""
    if any(fate.status in _BAD for fate in fates):
        return "error"
    return "ok" if fates and all(fate.status in _GOOD for fate in fates) else "info"


def say_fate(fate: Fate) -> Text:
    """Say what became of a part; a status that nobody documented is shown as it came."""
    known = _FATES.get(fate.status.lower())
    if known is None:
        return text(QT_TRANSLATE_NOOP("words.sent_tests", "Vonage calls it “{status}”."), status=fate.status)
    return text(known)


def explain_missed(fates: tuple[Fate, ...]) -> Sentence:
    """Say what follows where the phone did not get a message, from what Vonage's records say of it."""
    worst = next((fate for fate in fates if fate.status.lower() in _BAD), None)
    if worst is not None:
        title, step = _MISSED["bad"]
    elif fates and all(fate.status.lower() in _GOOD for fate in fates):
        title, step = _MISSED["good"]
    else:
        title, step = _MISSED["open"]
        worst = next((fate for fate in fates if fate.status.lower() not in _GOOD), None)
    shown = worst or fates[0]
    return Sentence(text(title), say_fate(shown), (text(step),))


def fate_evidence(fate: Fate) -> str:
    """Repeat what Vonage says of a part, in its own names and figures."""
    pieces = [
        fate.message_id,
        f"error {fate.error_code} {fate.error_text}".rstrip() if fate.error_code not in ("", "0") else "",
        f"network {fate.network}" if fate.network else "",
        f"latency {fate.latency}" if fate.latency else "",
        f"finalized {fate.finalized}" if fate.finalized else "",
        f"price {euros(fate.price)}" if fate.price else "",
    ]
    return " · ".join(piece for piece in pieces if piece)


FIRST_TEXT: Marked = QT_TRANSLATE_NOOP(
    "words.sent_tests", "Textfactor test message: if you can read this, Vonage reaches your phone."
)
"""What `domain.answers.DEFAULT_TEST` is in the window. A translation must fit GSM-7 and one part: it is paid for."""
REPORTS_PRICE: Marked = QT_TRANSLATE_NOOP(
    "words.sent_tests",
    "Vonage charges for each record: EUR 0.0004 by its pages of 2020 to 2022; today's price is not known.",
)
"""What a look-up costs (facts/vonage 4)."""


def reports_price() -> Text:
    """Say what a look-up costs, as far as is known."""
    return text(REPORTS_PRICE)
