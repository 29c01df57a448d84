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
    """What the code did. `engine` names what ran it (`Node 22.20.0`, `QuickJS 0.17`), `reason` its own words."""

    outcome: RunOutcome
    engine: str
    reason: str = ""
    error_code: str = ""
    console: tuple[str, ...] = ()
    seconds: float = 0.0
