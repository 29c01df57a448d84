"""Which of the keyring library's backends may hold our secrets."""

from collections.abc import Iterable
from typing import Any, Protocol, cast

from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service

ALLOWED = frozenset(
    {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.kwallet.DBusKeyringKWallet4",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.Windows.WinVaultKeyring",
    }
)
"""The systems' own password stores. Others may write plain text or ask on a terminal (keyrings.alt)."""

_CHAINER = "keyring.backends.chainer.ChainerBackend"


class Backend(Protocol):
    """What is used of a keyring backend."""

    def get_password(self, service: str, username: str, /) -> str | None:
        """Fetch an entry."""
        ...

    def set_password(self, service: str, username: str, password: str, /) -> None:
        """Write an entry."""
        ...

    def delete_password(self, service: str, username: str, /) -> None:
        """Remove an entry; raises when there is none."""
        ...


def system_backend() -> Backend:
    """Take the backend that the keyring library chose, if it is an allowed one.

    The library lets an environment variable or a file name any backend, and may chain several; so the
    class that came out is checked, and of a chain the best allowed member is taken. Raises
    KEYRING_MISSING when there is none. Touches the session bus: call it in a worker.
    """
    import keyring  # loads every backend, 0.2 s

    return allowed_backend(keyring.get_keyring())


def allowed_backend(chosen: object) -> Backend:
    """Return `chosen`, or the first allowed one when it is a chain; raises KEYRING_MISSING."""
    members: Iterable[Any] = (chosen,)
    if class_name(chosen) == _CHAINER:
        members = cast("Any", chosen).backends
    for one in members:
        if class_name(one) in ALLOWED:
            return cast("Backend", one)
    raise ProblemError(Problem(ProblemKind.KEYRING_MISSING, Service.KEYRING, class_name(chosen)))


def class_name(backend: object) -> str:
    """Name a backend's class with its module."""
    kind = type(backend)
    return f"{kind.__module__}.{kind.__qualname__}"
