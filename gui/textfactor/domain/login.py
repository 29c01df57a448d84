"""A login with a code by SMS, seen hop by hop."""

from dataclasses import dataclass
from enum import StrEnum


class Hop(StrEnum):
    """The stations of a login code, in order."""

    ASKED = "asked"
    """Auth0 asked for the second factor (or started the enrolment)."""
    SENDER_RAN = "sender_ran"
    """The sender handed the message over without an error, as the tenant's log tells."""
    ARRIVED = "arrived"
    """The message is on the phone: seen on the practice phone, or said by the person."""
    ACCEPTED = "accepted"
    """Auth0 took the code."""


class HopState(StrEnum):
    """A hop is waited for, passed, failed, or cannot be known."""

    WAITING = "waiting"
    PASSED = "passed"
    FAILED = "failed"
    UNKNOWN = "unknown"
    NOT_REACHED = "not_reached"
    """The way ended before it for certain."""


@dataclass(frozen=True, slots=True)
class HopResult:
    """The state of one hop and the other side's words for it."""

    hop: Hop
    state: HopState
    detail: str = ""


class LoginState(StrEnum):
    """What the other side says of a login attempt."""

    CODE_SENT = "code_sent"
    SEND_FAILED = "send_failed"
    NOT_ASKED = "not_asked"
    """Neither the policy nor an Action asks for a second factor, or the factor is off."""
    ACCEPTED = "accepted"
    REFUSED = "refused"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class LoginAttempt:
    """One attempt: its id (practice only; empty on a real tenant) and its state; `detail` in the other side's words."""

    id: str
    state: LoginState
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ReceivedSms:
    """A message on the practice phone; `price` is that of all its parts, in euros, empty where nobody says."""

    sender: str
    to: str
    text: str
    parts: int
    encoding: str
    at: str
    price: str = ""
