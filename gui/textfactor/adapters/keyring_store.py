"""Secrets in the operating system's password store."""

import hashlib
import queue
import threading
from collections.abc import Callable
from types import TracebackType
from typing import TypeVar

from textfactor.adapters.keyring_backends import Backend, class_name, system_backend
from textfactor.adapters.redaction import redact
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.secret import Secret, SecretRef

T = TypeVar("T")

PATIENCE = 30.0
"""Seconds that a call may take: the store may ask the person for a password, for as long as it likes."""
CHUNK = 1000
"""Characters in one entry; Windows takes 1,280 at most."""
_HEAD = "textfactor-parts"


class KeyringStore:
    """Implements `SecretStore`. Entries are named by the profile's random id: names are visible while locked.

    A value of more than 1,000 characters lies in numbered parts; the entry itself then says how many and
    their checksum, and is written last. Every call runs in a thread of its own, which is abandoned when
    it does not come back in time: a password prompt cannot be cancelled from outside.

    Args of the constructor: `service` is a reverse-DNS name; `backend` finds the store (tests hand in
    their own).
    """

    lasting = True
    """The secrets survive the end of the program."""

    def __init__(
        self, service: str, backend: Callable[[], Backend] = system_backend, patience: float = PATIENCE
    ) -> None:
        self._service = service
        self._find = backend
        self._patience = patience
        self._found: Backend | None = None

    def describe(self) -> str:
        """Name the backend in use; raises KEYRING_MISSING when there is none."""
        return class_name(self._bounded(self._backend))

    def get(self, ref: SecretRef) -> Secret | None:
        """Fetch a secret, None when there is none; raises KEYRING_LOCKED, KEYRING_MISSING, KEYRING_FAILED."""
        value = self._bounded(lambda: self._read(_user(ref)))
        return None if value is None else Secret(value)

    def put(self, ref: SecretRef, value: Secret) -> None:
        """Keep a secret and verify that it reads back; raises as `get` does."""
        text = value.reveal()
        self._bounded(lambda: self._write(_user(ref), text), text)

    def forget(self, ref: SecretRef) -> None:
        """Remove a secret and its parts; nothing happens when there is none."""
        self._bounded(lambda: self._remove(_user(ref)))

    def _backend(self) -> Backend:
        """Find the backend once."""
        if self._found is None:
            self._found = self._find()
        return self._found

    def _read(self, user: str) -> str | None:
        """Put a value together. Parts that do not fit their checksum are an error, not a missing secret."""
        store = self._backend()
        head = store.get_password(self._service, user)
        count, digest = _parse_head(head)
        if head is None or not count:
            return head
        parts = [store.get_password(self._service, _part(user, index)) or "" for index in range(count)]
        value = "".join(parts)
        if _digest(value) != digest:
            raise _failed("the parts of an entry do not fit together")
        return value

    def _write(self, user: str, value: str) -> None:
        """Write parts, then the entry, read back, then drop parts of a longer value that stood here."""
        store = self._backend()
        before, _ = _parse_head(store.get_password(self._service, user))
        parts = [value[at : at + CHUNK] for at in range(0, len(value), CHUNK)] if _needs_parts(value) else []
        for index, part in enumerate(parts):
            store.set_password(self._service, _part(user, index), part)
        store.set_password(self._service, user, f"{_HEAD}:{len(parts)}:{_digest(value)}" if parts else value)
        if self._read(user) != value:
            raise _failed("the entry does not read back")
        for index in range(len(parts), before):
            self._delete(store, _part(user, index))

    def _remove(self, user: str) -> None:
        """Remove the entry first, so that what is left of a broken removal is not taken for a secret."""
        store = self._backend()
        head = store.get_password(self._service, user)
        count, _ = _parse_head(head)
        if head is not None:
            self._delete(store, user)
        for index in range(count):
            self._delete(store, _part(user, index))

    def _delete(self, store: Backend, user: str) -> None:
        """Delete an entry if it is there; the backends raise when it is not."""
        if store.get_password(self._service, user) is not None:
            store.delete_password(self._service, user)

    def _bounded(self, call: Callable[[], T], *hidden: str) -> T:
        """Run a call in its own daemon thread and wait for it no longer than `patience`."""
        answers: queue.SimpleQueue[tuple[_Caught, list[T]]] = queue.SimpleQueue()

        def run() -> None:
            caught, value = _Caught(), list[T]()
            with caught:
                value.append(call())
            answers.put((caught, value))

        threading.Thread(target=run, name="keyring", daemon=True).start()
        try:
            caught, value = answers.get(timeout=self._patience)
        except queue.Empty:
            raise ProblemError(Problem(ProblemKind.KEYRING_LOCKED, Service.KEYRING, "no answer")) from None
        if caught.error is not None:
            raise _problem(caught.error, hidden) from None
        return value[0]


class _Caught:
    """Keeps whatever is raised in its block. Backends raise classes of their own (D-Bus, Windows, GLib)."""

    def __init__(self) -> None:
        self.error: BaseException | None = None

    def __enter__(self) -> None:
        return

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> bool:
        self.error = error
        return True


_KINDS = {
    "NoKeyringError": ProblemKind.KEYRING_MISSING,
    "SecretServiceNotAvailableException": ProblemKind.KEYRING_MISSING,
    "KeyringLocked": ProblemKind.KEYRING_LOCKED,
    # A prompt that was dismissed, or could not be shown.
    "InitError": ProblemKind.KEYRING_LOCKED,
    "PromptDismissedException": ProblemKind.KEYRING_LOCKED,
    "LockedException": ProblemKind.KEYRING_LOCKED,
    # A backend that asked on a terminal which is not there.
    "EOFError": ProblemKind.KEYRING_LOCKED,
}
"""By the name of the class, so that no backend's package has to be imported for it."""


def _problem(error: BaseException, hidden: tuple[str, ...]) -> ProblemError:
    """Say in our terms what a backend raised."""
    if isinstance(error, ProblemError):
        return error
    names = [kind.__name__ for kind in type(error).__mro__]
    kind = next((_KINDS[name] for name in names if name in _KINDS), ProblemKind.KEYRING_FAILED)
    return ProblemError(Problem(kind, Service.KEYRING, redact(f"{names[0]}: {error}", *hidden)))


def _failed(words: str) -> ProblemError:
    return ProblemError(Problem(ProblemKind.KEYRING_FAILED, Service.KEYRING, words))


def _user(ref: SecretRef) -> str:
    """Name an entry."""
    return f"{ref.profile}/{ref.name}"


def _part(user: str, index: int) -> str:
    """Name a part of an entry."""
    return f"{user}/{index + 1}"


def _needs_parts(value: str) -> bool:
    """Say whether a value is too long for one entry, or would be taken for the head of parts."""
    return len(value) > CHUNK or value.startswith(_HEAD)


def _parse_head(head: str | None) -> tuple[int, str]:
    """Read how many parts an entry has and their checksum; none for a plain value."""
    fields = (head or "").split(":")
    if len(fields) != 3 or fields[0] != _HEAD or not fields[1].isdigit():
        return 0, ""
    return int(fields[1]), fields[2]


def _digest(value: str) -> str:
    return hashlib.sha256(value.encode()).hexdigest()
