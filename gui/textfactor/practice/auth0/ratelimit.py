"""What a plan allows: rate limits, as buckets that fill at a steady rate, how long logs are kept, and features.

Source: Auth0 docs, rate-limit-policy/rate-limit-configurations: free 2 at once and 2 a second; Essentials and
Professional 10 at once and 150 a minute, of it logs 100 a minute; Enterprise production 50 at once and 16 a
second, its other tenants 10 at once and 2 a second; tokens 300 a minute on the free plan (the others' figures
are not known, here the same). Logs: docs, log data retention: 1, 5, 10 and 30 days. The practice world's
default is `enterprise`, so that nobody waits needlessly; `free` is what a newcomer's own tenant has.
"""

import math
from dataclasses import dataclass
from typing import Final

from textfactor.practice.auth0.errors import not_entitled, plan_gate
from textfactor.practice.clock import Clock

DAY: Final = 86_400.0


@dataclass(frozen=True, slots=True)
class Rate:
    """A bucket's size and how many calls a second flow back into it."""

    burst: int
    per_second: float


_TOKENS: Final = Rate(300, 300 / 60)


@dataclass(frozen=True, slots=True)
class Plan:
    """The limits of a plan: all calls, the part of them that reads logs, the token endpoint.

    `log_days`: how long log rows are kept. `features`: `paid` (what asks for a subscription), `adaptive_mfa`,
    `backoff` (repeated messages to one number can be slowed down).
    """

    name: str
    calls: Rate
    logs: Rate
    log_days: int
    features: frozenset[str] = frozenset()
    tokens: Rate = _TOKENS

    def require(self, feature: str, words: str) -> None:
        """Raise ApiError (403) unless the plan has the feature; `words` say what somebody wanted to do."""
        if feature not in self.features:
            raise plan_gate(words) if feature == "paid" else not_entitled()


_PAID: Final = frozenset({"paid"})
_ALL: Final = frozenset({"paid", "adaptive_mfa", "backoff"})
_MIDDLE: Final = (Rate(10, 150 / 60), Rate(10, 100 / 60))

PLANS: Final = {
    plan.name: plan
    for plan in (
        Plan("free", Rate(2, 2.0), Rate(2, 2.0), 1),
        Plan("essentials", *_MIDDLE, 5, _PAID),
        Plan("professional", *_MIDDLE, 10, _PAID),
        Plan("enterprise", Rate(50, 16.0), Rate(50, 16.0), 30, _ALL),
        Plan("enterprise_dev", Rate(10, 2.0), Rate(10, 2.0), 30, _ALL),
    )
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
    """Whether a call may pass, and the headers. `reset`: when the bucket is full again (UNIX seconds).

    `warns`: this very call took the bucket over 80 % of its size (`api_limit_warning`).
    """

    passed: bool
    limit: int
    remaining: int
    reset: int
    warns: bool = False

    def headers(self) -> dict[str, str]:
        """Return the headers that stand on every answer."""
        return {
            "x-ratelimit-limit": str(self.limit),
            "x-ratelimit-remaining": str(self.remaining),
            "x-ratelimit-reset": str(self.reset),
        }


WARNED_AT: Final = 0.2
"""A warning is written when so much of a bucket is left (docs: log event type codes, 80 % used)."""

SMALLEST_WARNED: Final = 5
"""Buckets that hold less are never warned about: each second call would."""


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
        passed, before = self._level >= 1.0, self._level
        if passed:
            self._level -= 1.0
        missing = self._rate.burst - self._level
        reset = math.ceil(now + missing / self._rate.per_second)
        fifth = self._rate.burst * WARNED_AT
        warns = self._rate.burst >= SMALLEST_WARNED and self._level <= fifth < before
        return Verdict(passed, self._rate.burst, int(self._level), reset, warns)


class RateLimiter:
    """Counts the calls of one tenant."""

    def __init__(self, plan: Plan, clock: Clock) -> None:
        """Start with full buckets."""
        self._calls = Bucket(plan.calls, clock)
        self._logs = Bucket(plan.logs, clock)
        self._tokens = Bucket(plan.tokens, clock)

    def take_token(self) -> Verdict:
        """Count a request for a token: a limit of the Authentication API."""
        return self._tokens.take()

    def take(self, path: str) -> Verdict:
        """Count a call of `path` (with `/api/v2`); reading logs counts in the logs' bucket as well."""
        verdict = self._calls.take()
        if not verdict.passed or not path.startswith("/api/v2/logs"):
            return verdict
        return self._logs.take()
