"""How many codes a user may be sent and may get wrong.

Source: Auth0 docs, rate-limit-configurations and the authentication API limits: 10 messages at once, then one
an hour; 10 wrong codes. A challenge lives five minutes (Auth0 support).
"""

from dataclasses import dataclass
from typing import Final

MESSAGES: Final = 10
HOUR: Final = 3600.0
WRONG_CODES: Final = 10
CHALLENGE_SECONDS: Final = 300.0


@dataclass(slots=True)
class MessageAllowance:
    """The messages one user may still be sent. Times are in seconds since 1970."""

    since: float
    left: float = float(MESSAGES)

    def take(self, now: float) -> bool:
        """Take one message, if there is one; one more comes each hour."""
        self.left = min(float(MESSAGES), self.left + (now - self.since) / HOUR)
        self.since = now
        if self.left < 1:
            return False
        self.left -= 1
        return True

    def next_at(self) -> float:
        """Return when the next message will be possible."""
        return self.since + max(0.0, 1 - self.left) * HOUR
