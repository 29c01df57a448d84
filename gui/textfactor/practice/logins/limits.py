"""How many codes a user may be sent and may get wrong.

Source: Auth0 docs, rate-limit-configurations and the authentication API limits: 10 messages at once, then one
an hour; 10 wrong codes an hour, so one more every six minutes, which is what its page tells people to wait.
How long a code is good, the tenant's settings say.
"""

from dataclasses import dataclass
from typing import Final

MESSAGES: Final = 10
HOUR: Final = 3600.0
WRONG_CODES: Final = 10


@dataclass(slots=True)
class Allowance:
    """What one user has left of something, and when more comes. Times are in seconds since 1970."""

    since: float
    most: int
    every: float
    left: float = 0.0

    def has(self, now: float) -> bool:
        """Tell whether at least one is left; one more comes each `every` seconds."""
        self.left = min(float(self.most), self.left + (now - self.since) / self.every)
        self.since = now
        return self.left >= 1

    def take(self, now: float) -> bool:
        """Take one, if there is one."""
        if not self.has(now):
            return False
        self.left -= 1
        return True

    def next_at(self) -> float:
        """Return when the next one will be there."""
        return self.since + max(0.0, 1 - self.left) * self.every


def messages(now: float) -> Allowance:
    """Return what a user may be sent at first."""
    return Allowance(now, MESSAGES, HOUR, float(MESSAGES))


def wrong_codes(now: float) -> Allowance:
    """Return how many codes a user may get wrong at first."""
    return Allowance(now, WRONG_CODES, HOUR / WRONG_CODES, float(WRONG_CODES))
