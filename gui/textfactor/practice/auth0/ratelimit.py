"""The Management API's rate limits by plan, as a bucket that fills at a steady rate.

Source: Auth0 docs, rate-limit-policy/rate-limit-configurations: free 2 at once and 2 a second; Essentials and
Professional 10 at once and 150 a minute, of it logs 100 a minute; Enterprise production 50 at once and 16 a
second. The practice world's default is `enterprise`, so that nobody waits needlessly; `free` is what a
newcomer's own tenant has.
"""

import math
from dataclasses import dataclass
from typing import Final

from textfactor.practice.clock import Clock


@dataclass(frozen=True, slots=True)
class Rate:
    """A bucket's size and how many calls a second flow back into it."""

    burst: int
    per_second: float


@dataclass(frozen=True, slots=True)
class Plan:
    """The limits of a plan: all calls, and the part of them that reads logs."""

    name: str
    calls: Rate
    logs: Rate


PLANS: Final = {
    "free": Plan("free", Rate(2, 2.0), Rate(2, 2.0)),
    "professional": Plan("professional", Rate(10, 150 / 60), Rate(10, 100 / 60)),
    "enterprise": Plan("enterprise", Rate(50, 16.0), Rate(50, 16.0)),
}
"""The plans by name."""

DEFAULT_PLAN: Final = "enterprise"


def plan_by_name(name: str) -> Plan:
    """Return a plan. Raises ValueError when there is none of that name."""
    plan = PLANS.get(name)
    if plan is None:
        message = f"no plan named {name!r}, only {', '.join(PLANS)}"
        raise ValueError(message)
    return plan


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a call may pass, and the headers. `reset`: when the bucket is full again (UNIX seconds)."""

    passed: bool
    limit: int
    remaining: int
    reset: int

    def headers(self) -> dict[str, str]:
        """Return the headers that stand on every answer."""
        return {
            "x-ratelimit-limit": str(self.limit),
            "x-ratelimit-remaining": str(self.remaining),
            "x-ratelimit-reset": str(self.reset),
        }


class Bucket:
    """Holds `rate.burst` calls at most; a call takes one out."""

    def __init__(self, rate: Rate, clock: Clock) -> None:
        """Start full."""
        self._rate = rate
        self._clock = clock
        self._level = float(rate.burst)
        self._seen = clock()

    def take(self) -> Verdict:
        """Take one call out, if there is one."""
        now = self._clock()
        gained = max(0.0, now - self._seen) * self._rate.per_second
        self._level = min(float(self._rate.burst), self._level + gained)
        self._seen = now
        passed = self._level >= 1.0
        if passed:
            self._level -= 1.0
        missing = self._rate.burst - self._level
        reset = math.ceil(now + missing / self._rate.per_second)
        return Verdict(passed, self._rate.burst, int(self._level), reset)


class RateLimiter:
    """Counts the calls of one tenant."""

    def __init__(self, plan: Plan, clock: Clock) -> None:
        """Start with full buckets."""
        self._calls = Bucket(plan.calls, clock)
        self._logs = Bucket(plan.logs, clock)

    def take(self, path: str) -> Verdict:
        """Count a call of `path` (with `/api/v2`); reading logs counts in the logs' bucket as well."""
        verdict = self._calls.take()
        if not verdict.passed or not path.startswith("/api/v2/logs"):
            return verdict
        return self._logs.take()
