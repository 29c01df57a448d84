"""How fast Auth0 is asked, and how often a read is repeated."""

import threading
import time
from collections.abc import Callable, Mapping
from typing import TypeVar

from textfactor.domain.problems import ProblemError, ProblemKind

T = TypeVar("T")

PER_SECOND = 2.0
"""Sustained requests a second; the free plan's own limit (facts: Auth0's rate limit policy)."""
RESERVE = 2
"""Requests of the tenant's burst that are left to everybody else who uses the same tenant."""
TRIES = 3
"""A read is made at most this often."""
LONGEST_WAIT = 10.0
"""Seconds that are waited for a rate limit's reset; a longer one is told to the person instead."""
_BACKOFF = 0.5
_NOT_IMPLEMENTED = 501
"""What Auth0 may answer for what it no longer has (facts/auth0 1.1); that does not pass."""

_PASSING = frozenset(
    {
        ProblemKind.NO_NETWORK,
        ProblemKind.TIMED_OUT,
        ProblemKind.CONNECTION_LOST,
        ProblemKind.SERVICE_FAULT,
        ProblemKind.RATE_LIMITED,
    }
)
"""Troubles that may be over at the next try; an unknown name or a refusal stay what they are."""


def wait(seconds: float) -> None:
    """Block this worker thread; short waits only, see `LONGEST_WAIT`."""
    threading.Event().wait(seconds)


def retry_read(read: Callable[[], T], pause: Callable[[float], None] = wait) -> T:
    """Run a read, and again up to twice when its trouble may pass. Never hand in something that writes."""
    for attempt in range(1, TRIES):
        try:
            return read()
        except ProblemError as error:
            seconds = _pause_after(error, attempt)
            if seconds is None:
                raise
        pause(seconds)
    return read()


def _pause_after(error: ProblemError, attempt: int) -> float | None:
    """Say how long to wait before the next try, None when there shall be none."""
    problem = error.problem
    if problem.kind not in _PASSING or problem.status == _NOT_IMPLEMENTED:
        return None
    asked = problem.retry_after if problem.retry_after is not None else _BACKOFF * attempt
    return max(asked, _BACKOFF * attempt) if asked <= LONGEST_WAIT else None


class Pace:
    """A token bucket: as fast as the tenant allows for a moment, two requests a second over time.

    Auth0's plans differ by a factor of 25 (burst 2 on the free plan, 50 on Enterprise), and each answer
    names what is left in `x-ratelimit-remaining`. So the bucket is as large as the tenant's own burst less
    a reserve of two, is never fuller than the last answer promised less that reserve, and refills at two a
    second. A setup of forty calls takes a few seconds on a large plan; on the free plan, where burst and
    reserve are the same, it goes at the steady two a second which that plan allows. Before the first answer
    nothing is known, so one request goes alone. Shared by the threads that use one tenant.
    """

    def __init__(
        self, now: Callable[[], float] = time.monotonic, pause: Callable[[float], None] = wait
    ) -> None:
        self._now = now
        self._pause = pause
        self._lock = threading.Lock()
        self._known = False
        self._size = 1.0
        self._credit = 1.0
        self._seen = now()

    def take(self) -> None:
        """Wait until a request may go. The wait is reserved at once, so that threads queue up in order."""
        with self._lock:
            self._refill()
            self._credit -= 1.0
            seconds = max(0.0, -self._credit / PER_SECOND)
        if seconds:
            self._pause(seconds)

    def learn(self, headers: Mapping[str, str]) -> None:
        """Take over what an answer says about the tenant's limit; headers that are missing change nothing."""
        limit = _count(headers.get("x-ratelimit-limit"))
        remaining = _count(headers.get("x-ratelimit-remaining"))
        if limit is None or remaining is None:
            return
        with self._lock:
            self._refill()
            self._size = max(1.0, float(limit - RESERVE))
            promised = max(0.0, float(remaining - RESERVE))
            # The first answer opens the burst; later ones only take back what others have used up.
            self._credit = min(self._credit, promised) if self._known else promised
            self._known = True

    def _refill(self) -> None:
        """Add what has flowed in since the last look."""
        now = self._now()
        self._credit = min(self._size, self._credit + (now - self._seen) * PER_SECOND)
        self._seen = now


def _count(text: str | None) -> int | None:
    """Read a header's number."""
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 10 else None
