"""Test messages that were sent, as they are kept: enough to find one again at Vonage, no text, no whole number."""

from dataclasses import dataclass

from textfactor.domain.sending import PartResult, SendOutcome


@dataclass(frozen=True, slots=True)
class SentTest:
    """One test message. `arrived` is what the person said: None while nobody was asked, or nobody knew."""

    id: str
    """The client reference that went with the message."""
    at: str
    """When it was sent: ISO 8601, UTC."""
    profile: str
    to: str
    """Masked: the first digits and the last three."""
    country: str
    """ISO-2, empty when not known."""
    sender: str
    encoding: str
    outcome: SendOutcome
    parts: tuple[PartResult, ...]
    balance: str = ""
    arrived: bool | None = None


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one part, by Vonage's Reports; times are Vonage's own, all other fields as they came."""

    message_id: str
    status: str
    """delivered, accepted, rejected, failed, expired, unknown, …; empty where Vonage does not know the id."""
    error_code: str = ""
    error_text: str = ""
    received: str = ""
    finalized: str = ""
    latency: str = ""
    network: str = ""
    price: str = ""


def masked(digits: str) -> str:
    """Hide a number's middle: `+49 ••• 789`."""
    return f"+{digits[:2]} ••• {digits[-3:]}" if len(digits) > 6 else "•••"
