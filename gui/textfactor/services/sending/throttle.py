"""How long Vonage asks to wait before the next message."""

import re

from textfactor.domain.sending import SendResult

_HINT = re.compile(r"please\s+wait\s*\[\s*(\d{1,9})\s*\]", re.IGNORECASE)
"""The form in which Vonage's error text names the wait, in milliseconds (facts/vonage 2: status 1)."""
_MOST = 60_000
"""A longer wait is none that a throttle asks for."""


def asked_to_wait(result: SendResult) -> int:
    """Return the milliseconds that Vonage asks to wait after status 1 (throttled), 0 where it asks for nothing."""
    waits = [
        int(found[1])
        for part in result.parts
        if part.status == "1" and (found := _HINT.search(part.error_text))
    ]
    return min(max(waits, default=0), _MOST)
