"""A text message on its way: what is sent, and what Vonage said about it."""

from dataclasses import dataclass
from enum import StrEnum

from textfactor.domain.problems import Problem


@dataclass(frozen=True, slots=True)
class Balance:
    """The account's credit in its currency (EUR unless changed by the account), and whether it refills itself."""

    value: float
    auto_reload: bool


@dataclass(frozen=True, slots=True)
class OwnedNumber:
    """A number the Vonage account rents: digits only, its country (ISO-2) and whether it can send SMS."""

    digits: str
    country: str
    can_send_sms: bool


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A destination: `digits` is what goes to Vonage (E.164 without plus), `international` is for reading aloud."""

    digits: str
    international: str
    country: str
    """ISO-2, empty when the numbering plan does not tell."""
    country_name: str
    line: str
    """mobile, fixed, either, voip, toll-free, premium, or unknown."""


@dataclass(frozen=True, slots=True)
class OutgoingSms:
    """One SMS as it is handed to Vonage. `client_ref` comes back in receipts and joins the two logs."""

    to: str
    sender: str
    text: str
    unicode: bool
    client_ref: str


class SendOutcome(StrEnum):
    """What became of one send; UNKNOWN means that Vonage may or may not have taken it."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    NOT_SENT = "not_sent"


@dataclass(frozen=True, slots=True)
class PartResult:
    """Vonage's answer for one part. All figures are strings on the wire and stay as they came."""

    status: str
    error_text: str = ""
    message_id: str = ""
    price: str = ""
    network: str = ""


@dataclass(frozen=True, slots=True)
class SendResult:
    """The outcome of one send, part by part. `problem` is set when there was no usable answer at all."""

    outcome: SendOutcome
    parts: tuple[PartResult, ...] = ()
    balance: str = ""
    problem: Problem | None = None

    @property
    def first_failure(self) -> PartResult | None:
        """The first part that Vonage refused."""
        return next((part for part in self.parts if part.status != "0"), None)
