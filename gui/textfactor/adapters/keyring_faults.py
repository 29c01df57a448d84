"""What password stores raise, said in our terms."""

from collections.abc import Iterator

from textfactor.adapters.redaction import redact
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service

FULL = "full"
"""The code of a KEYRING_FAILED that is about room."""

_KINDS = (
    # macOS: the person pressed Deny. SecretStorage: the prompt was dismissed, or could not be shown at all.
    ("KeychainDenied", ProblemKind.KEYRING_CANCELLED),
    ("PromptDismissedException", ProblemKind.KEYRING_CANCELLED),
    # A backend that asked on a terminal which is not there.
    ("EOFError", ProblemKind.KEYRING_CANCELLED),
    ("NoKeyringError", ProblemKind.KEYRING_MISSING),
    ("SecretServiceNotAvailableException", ProblemKind.KEYRING_MISSING),
    ("KeyringLocked", ProblemKind.KEYRING_LOCKED),
    ("LockedException", ProblemKind.KEYRING_LOCKED),
    ("InitError", ProblemKind.KEYRING_LOCKED),
)
"""By the name of the class, so that no backend's package has to be imported for it; the first that fits counts."""

_NO_ROOM = frozenset({8, 14, 28, 122, 1450, 1783})
"""Numbers of "no memory", "no space", "quota" (122 on Linux), "no resources", and Windows' "bad data" for an entry of
more than 2,560 bytes."""


def keyring_problem(error: BaseException, *hidden: str) -> ProblemError:
    """Make a problem of what a backend raised; `hidden` are values that must not be repeated."""
    if isinstance(error, ProblemError):
        return error
    names = {kind.__name__ for one in _chain(error) for kind in type(one).__mro__}
    kind = next((kind for name, kind in _KINDS if name in names), ProblemKind.KEYRING_FAILED)
    said = redact(f"{type(error).__name__}: {error}", *hidden)
    full = kind is ProblemKind.KEYRING_FAILED and any(_number(one) in _NO_ROOM for one in _chain(error))
    return ProblemError(Problem(kind, Service.KEYRING, said, code=FULL if full else None))


def keyring_failed(words: str) -> ProblemError:
    """Make the problem of a store that did something else than it was asked."""
    return ProblemError(Problem(ProblemKind.KEYRING_FAILED, Service.KEYRING, words))


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Give the error and what led to it: the library wraps what its backends raise."""
    one: BaseException | None = error
    while one is not None:
        yield one
        one = one.__cause__ or one.__context__


def _number(error: BaseException) -> int | None:
    """Return the number that the system gave the error, None where it has none."""
    for name in ("winerror", "errno"):
        value = getattr(error, name, None)
        if isinstance(value, int):
            return value
    return None
