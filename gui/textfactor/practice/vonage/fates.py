"""What becomes of a message after Vonage took it: when and how it ends, and whether the phone rings."""

from dataclasses import dataclass, replace
from typing import Final

from textfactor.practice.faults import VONAGE, FaultBoard
from textfactor.practice.vonage.steering import NEVER_DELIVERED, RECEIPT_ERRORS, ending

ERRORS: Final = {
    "0": "Delivered",
    "1": "Unknown",
    "2": "Absent Subscriber - Temporary",
    "3": "Absent Subscriber - Permanent",
    "4": "Call Barred by User",
    "5": "Portability Error",
    "6": "Anti-Spam Rejection",
    "7": "Handset Busy",
    "8": "Network Error",
    "9": "Illegal Number",
    "10": "Illegal Message",
    "11": "Unroutable",
    "12": "Destination Unreachable",
    "13": "Subscriber Age Restriction",
    "14": "Number Blocked by Carrier",
    "15": "Prepaid Insufficient Funds",
    "50": "Entity Filter",
    "51": "Header Filter",
    "52": "Content Filter",
    "53": "Consent Filter",
    "54": "Regulation Error",
    "99": "General Error",
    "1474": "Non White-listed Destination",
}
"""The receipt's errors and their names (Vonage's guide to delivery receipts; 1474 was seen in reports)."""

RECEIPT_SECONDS: Final = 2.0
"""How long after the message its receipt comes, unless the message waits for something."""

LATE_SECONDS: Final = 40.0
DEFAULT_TTL: Final = 259_200_000
"""How long a message is tried, in milliseconds: 72 hours (Vonage SMS reference)."""


@dataclass(frozen=True, slots=True)
class Fate:
    """The end of a message.

    Until `after` seconds have gone by its state is `meanwhile`, then it is `status` with the error `error`;
    for ever `meanwhile` if `after` is None. The phone rings `rings` seconds after the message was taken, or
    never (None). `free`: it costs nothing in the end.
    """

    status: str
    error: str = "0"
    after: float | None = RECEIPT_SECONDS
    meanwhile: str = "accepted"
    rings: float | None = None
    free: bool = False


DELIVERED: Final = Fate("delivered", rings=0.0)
LOST: Final = Fate("unknown", "1", after=None)

_BY_FAULT: Final = {
    "never_delivered": LOST,
    "trial_rejected_later": Fate("rejected", "1474", free=True),
    "carrier_filtered": Fate("failed", "6"),
    "number_gone": Fate("failed", "3"),
    "phone_off": Fate("expired", "2", meanwhile="buffered"),
    "arrives_late": replace(DELIVERED, rings=LATE_SECONDS, after=LATE_SECONDS),
}


def fate_of(number: str, ttl: str, faults: FaultBoard, path: str, dropped: str) -> Fate:
    """Return what becomes of a message; `dropped` is the error with which its sender makes it fail, if any."""
    end = ending(number)
    fate = next((fate for name, fate in _BY_FAULT.items() if faults.holds(name, VONAGE, path)), DELIVERED)
    if end == NEVER_DELIVERED:
        fate = LOST
    elif end in RECEIPT_ERRORS:
        fate = failure(RECEIPT_ERRORS[end])
    elif dropped and fate is DELIVERED:
        fate = failure(dropped)
    if fate.status == "expired":
        return replace(fate, after=int(ttl or DEFAULT_TTL) / 1000)
    return fate


def failure(error: str) -> Fate:
    """Return the end that goes with a receipt's error."""
    if error in ("2", "7"):
        return Fate("expired", error, meanwhile="buffered")
    return Fate("rejected" if error.startswith("5") and len(error) > 1 else "failed", error)
