"""How fast an account may send: 30 messages a second, and one a second from a North American long number.

Source: Vonage support 203993598 and 360062054532.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from textfactor.practice.vonage.account import Account
from textfactor.practice.vonage.sms import SmsFields

PER_SECOND: Final = 30
LONG_NUMBER_SECONDS: Final = 1.0
_REMEMBERED: Final = 1000


@dataclass(slots=True)
class Throttle:
    """Counts what an account sends. Times are in seconds since 1970."""

    level: float = float(PER_SECOND)
    seen: float = 0.0
    senders: dict[str, float] = field(default_factory=dict[str, float])

    def wait(self, fields: SmsFields, account: Account, now: float) -> int:
        """Count one message; return 0, or how many milliseconds to wait instead."""
        self.level = min(float(PER_SECOND), self.level + max(0.0, now - self.seen) * PER_SECOND)
        self.seen = now
        if self.level < 1:
            return math.ceil((1 - self.level) / PER_SECOND * 1000)
        if _is_slow(fields, account):
            left = self.senders.get(fields.sender, -math.inf) + LONG_NUMBER_SECONDS - now
            if left > 0:
                return math.ceil(left * 1000)
            self.senders[fields.sender] = now
            self._forget()
        self.level -= 1
        return 0

    def _forget(self) -> None:
        while len(self.senders) > _REMEMBERED:
            del self.senders[next(iter(self.senders))]


@dataclass(slots=True)
class OnceASecond:
    """Lets one call a second pass (Vonage pricing OpenAPI)."""

    last: float = -math.inf

    def passes(self, now: float) -> bool:
        """Tell whether a call may pass now."""
        if 0 <= now - self.last < 1:
            return False
        self.last = now
        return True


def _is_slow(fields: SmsFields, account: Account) -> bool:
    """Tell whether this goes from an owned long number of the US or Canada to there."""
    kinds: Mapping[str, str] = {number.msisdn: number.kind for number in account.numbers}
    north_american = fields.to.startswith("1") and fields.sender.startswith("1")
    return north_american and kinds.get(fields.sender) == "mobile-lvn"
