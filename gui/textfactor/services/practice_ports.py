"""What the practice world offers besides its two stand-ins.

Adapters implement these; tests hand in fakes. Every method may raise `ProblemError`, and
nothing else on purpose.
"""

from typing import Protocol

from textfactor.domain.login import LoginAttempt, ReceivedSms
from textfactor.domain.practice import SeenRequest, Switchboard


class LoginLab(Protocol):
    """Starts logins that ask for a code; the practice world has one, a real tenant has its login page."""

    def start(self, user: str, phone: str) -> LoginAttempt:
        """Start a login of `user` with the second factor at `phone` (digits)."""
        ...

    def submit(self, attempt_id: str, code: str) -> LoginAttempt:
        """Hand in a code."""
        ...


class PracticePhone(Protocol):
    """The phone of the practice world."""

    def messages(self) -> tuple[ReceivedSms, ...]:
        """Everything received so far, oldest first."""
        ...


class PracticeBoard(Protocol):
    """What can be done to the practice world itself: break it on purpose, look at its log, start it again."""

    def faults(self) -> Switchboard:
        """Read every fault there is and which of them are on."""
        ...

    def switch_on(self, fault: str) -> None:
        """Switch a fault on wherever it can hold."""
        ...

    def switch_off(self, fault: str) -> None:
        """Switch a fault off."""
        ...

    def clear_faults(self) -> None:
        """Switch all faults off."""
        ...

    def requests(self, newest: int) -> tuple[SeenRequest, ...]:
        """Read what the stand-ins were asked last, newest first, at most `newest` of them."""
        ...

    def reset(self) -> None:
        """Start again with a fresh account and tenant, an empty phone and no faults; credentials stay."""
        ...
