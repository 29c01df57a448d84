"""What can go wrong, as values without words; `textfactor.words` has the sentences."""

from dataclasses import dataclass
from enum import StrEnum


class Service(StrEnum):
    """Who gave the answer that a problem is about."""

    VONAGE = "vonage"
    AUTH0 = "auth0"
    PRACTICE = "practice"
    KEYRING = "keyring"
    LOCAL = "local"


class ProblemKind(StrEnum):
    """The kinds of failure a person is told about; each has one sentence in `words.problems`."""

    NO_NETWORK = "no_network"
    NAME_NOT_FOUND = "name_not_found"
    TLS_UNTRUSTED = "tls_untrusted"
    PROXY_FAILED = "proxy_failed"
    TIMED_OUT = "timed_out"
    CONNECTION_LOST = "connection_lost"
    NOT_THE_SERVICE = "not_the_service"
    """The answer is HTML or broken JSON: something else than the service answered."""
    SERVICE_FAULT = "service_fault"
    RATE_LIMITED = "rate_limited"
    BAD_CREDENTIALS = "bad_credentials"
    TOKEN_EXPIRED = "token_expired"
    MISSING_SCOPE = "missing_scope"
    PLAN_GATE = "plan_gate"
    LEGACY_CALL_ON_UNIFIED = "legacy_call_on_unified"
    """The 403 `legacy_mfa_phone_provider_not_allowed`, which is not about scopes."""
    NOT_FOUND = "not_found"
    REFUSED = "refused"
    DRIFT = "drift"
    BUILD_FAILED = "build_failed"
    BUILD_TOO_SLOW = "build_too_slow"
    OTHER_PATH = "other_path"
    """The tenant is on a path which this version does not set up."""
    KEYRING_LOCKED = "keyring_locked"
    KEYRING_CANCELLED = "keyring_cancelled"
    """The person dismissed the keyring's prompt."""
    KEYRING_MISSING = "keyring_missing"
    KEYRING_FAILED = "keyring_failed"
    """With the code `full` where it has no room for the entry."""
    SECRET_MISSING = "secret_missing"
    NO_RUNTIME = "no_runtime"
    SENDER_FAILED = "sender_failed"
    """The sender code threw, dropped or asked for a retry when it was run here."""
    FILE_FAILED = "file_failed"
    NOT_A_PROFILE = "not_a_profile"
    """A file that was to be imported holds no profile; the detail names the field that cannot be right."""
    PRACTICE_FAILED = "practice_failed"
    UNEXPECTED = "unexpected"


@dataclass(frozen=True, slots=True)
class Problem:
    """One failure: what kind, at whose side, and what the other side said.

    `detail` holds the vendor's own words or a name (never a secret, number or message text); `status` is the HTTP
    status, `code` the vendor's own error code, `retry_after` the seconds the other side asked to wait.
    """

    kind: ProblemKind
    where: Service
    detail: str = ""
    status: int | None = None
    code: str | None = None
    retry_after: float | None = None


class ProblemError(Exception):
    """Carries a `Problem` from the place of failure to the border (`ui.jobs` or `cli`), which turns it into a value."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.where}: {problem.kind} {problem.detail}".rstrip())
        self.problem = problem
