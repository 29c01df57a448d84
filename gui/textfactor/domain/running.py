"""A run of the sender code outside Auth0."""

from dataclasses import dataclass
from enum import StrEnum


class RunOutcome(StrEnum):
    """How the code ended: fine, dropped, asked for a retry, threw, or ran out of time."""

    OK = "ok"
    DROPPED = "dropped"
    RETRY = "retry"
    THREW = "threw"
    TIMED_OUT = "timed_out"


@dataclass(frozen=True, slots=True)
class RunResult:
    """What the code did.

    `engine` names what ran it (`Node 22.20.0`, `QuickJS 0.17`); `reason` is what the code gave as its reason, or the
    message of what it threw. `error_code` is the code (`ECONNREFUSED`) or else the class of what it threw and
    `error_stack` its stack, both empty unless it threw. `console` holds its log lines, `seconds` is the whole run.
    """

    outcome: RunOutcome
    engine: str
    reason: str = ""
    error_code: str = ""
    error_stack: str = ""
    console: tuple[str, ...] = ()
    seconds: float = 0.0
