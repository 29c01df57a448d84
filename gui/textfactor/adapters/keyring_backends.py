"""Which of the keyring library's backends may hold our secrets."""

import configparser
import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol, cast

from textfactor.domain.keyring import KeyringFacts
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
_FAIL = "keyring.backends.fail.Keyring"
_VARIABLE = "PYTHON_KEYRING_BACKEND"


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
    class that came out is checked, and of a chain the best allowed member is taken. Where the library found
    none when it first looked, and nobody named one, it is looked for again: a store may have been started
    meanwhile. Raises KEYRING_MISSING when there is none. Touches the session bus: call it in a worker.
    """
    import keyring  # loads every backend, 0.2 s

    chosen = keyring.get_keyring()
    if class_name(chosen) == _FAIL and not named_by():
        chosen = _found_now() or chosen
    return allowed_backend(chosen)


def _found_now() -> object | None:
    """Make the best allowed backend that works at this moment, None when there is none."""
    from keyring.backend import KeyringBackend

    viable = [kind for kind in KeyringBackend.get_viable_backends() if _kind_name(kind) in ALLOWED]
    best = max(viable, key=lambda kind: float(kind.priority), default=None)
    return None if best is None else best()


def named_by(environ: Mapping[str, str] = os.environ) -> str:
    """Say who names a backend in the library's place: its variable, its file, or nobody (empty)."""
    if environ.get(_VARIABLE):
        return _VARIABLE
    from keyring.util import platform_

    path = Path(str(platform_.config_root())) / "keyringrc.cfg"
    settings = configparser.RawConfigParser()
    try:
        settings.read(path, encoding="utf-8")
    except (configparser.Error, UnicodeDecodeError):
        return path.name
    return path.name if settings.has_option("backend", "default-keyring") else ""


def find_facts(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> KeyringFacts:
    """Say which store there is, without opening it. Touches the session bus: call it in a worker."""
    import keyring

    facts = KeyringFacts(
        bus=_has_bus(environ) if platform.startswith("linux") else None,
        named_by=named_by(environ),
        desktop=environ.get("XDG_CURRENT_DESKTOP", "").partition(":")[0],
    )
    try:
        backend = system_backend()
    except ProblemError:
        return replace(facts, refused=class_name(keyring.get_keyring()))
    return replace(facts, backend=class_name(backend), priority=str(getattr(backend, "priority", "")))


def _has_bus(environ: Mapping[str, str]) -> bool:
    """Say whether this session has a D-Bus address; without the variable, systemd's usual place is tried."""
    if environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    folder = environ.get("XDG_RUNTIME_DIR", "")
    return bool(folder) and (Path(folder) / "bus").exists()


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
    return _kind_name(type(backend))


def _kind_name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"
