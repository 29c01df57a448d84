"""What the tenant in memory is made of."""

from dataclasses import dataclass, field

from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service

DEFAULTS = {
    "otp_verify": "{{ code | escape }} is your verification code for {{ friendly_name | escape }}",
    "otp_enroll": "{{ code | escape }} is your verification code for {{ friendly_name | escape }}. Enter it.",
    "blocked_account": "Your account is blocked.",
}
WRITTEN = "2026-11-01T09:00:00.000Z"
"""When every secret in memory was written last."""
BUILDING = ("pending", "building")


def refuse(kind: ProblemKind, detail: str, status: int = 400, code: str | None = None) -> ProblemError:
    return ProblemError(Problem(kind, Service.AUTH0, detail, status, code))


@dataclass
class Version:
    id: str
    code: str
    runtime: str
    secrets: dict[str, str]


@dataclass
class Action:
    id: str
    name: str
    trigger: str
    code: str
    runtime: str
    secrets: dict[str, str]
    reads_until_built: int
    versions: list[Version] = field(default_factory=list)
    deployed: Version | None = None
    reads_until_deployed: int = 0
    pending: Version | None = None


@dataclass
class Fault:
    """The next call of a method fails; `after` means that it does its work first."""

    problem: Problem
    after: bool = False
