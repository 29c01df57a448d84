"""Secrets in the operating system's password store."""

import hashlib
from collections.abc import Callable
from typing import TypeVar

from textfactor.adapters.keyring_backends import Backend, class_name, find_facts, system_backend
from textfactor.adapters.keyring_faults import keyring_failed, keyring_problem
from textfactor.adapters.keyring_worker import Caught, KeyringWorker
from textfactor.domain.keyring import KeyringFacts
from textfactor.domain.secret import Secret, SecretRef

T = TypeVar("T")

PATIENCE = 30.0
"""Seconds that a call may take: the store may ask the person for a password, for as long as it likes."""
CHUNK = 1000
"""Characters in one entry; Windows takes 1,280 at most."""
LIST = "entries"
"""The entry that names all others of ours, so that every one of them can be found and removed."""
_HEAD = "textfactor-parts"


class KeyringStore:
    """Implements `SecretStore`. Entries are named by the profile's random id: names are visible while locked.

    A value of more than 1,000 characters lies in numbered parts; the entry itself then says how many and
    their checksum, and is written last. One more entry lists the names of the others. All calls run in one
    thread, which is abandoned when the store does not come back in time.

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
        self._worker = KeyringWorker(patience)
        self._found: Backend | None = None

    def describe(self) -> str:
        """Name the backend in use; raises KEYRING_MISSING when there is none."""
        return class_name(self._bounded(self._backend))

    def get(self, ref: SecretRef) -> Secret | None:
        """Fetch a secret, None when there is none.

        Raises KEYRING_LOCKED, KEYRING_CANCELLED, KEYRING_MISSING, KEYRING_FAILED.
        """
        value = self._bounded(lambda: self._read(_user(ref)))
        return None if value is None else Secret(value)

    def put(self, ref: SecretRef, value: Secret) -> None:
        """Keep a secret and verify that it reads back; raises as `get` does."""
        text = value.reveal()
        self._bounded(lambda: self._keep(_user(ref), text), text)

    def forget(self, ref: SecretRef) -> None:
        """Remove a secret and its parts; nothing happens when there is none."""
        self._bounded(lambda: self._drop(_user(ref)))

    def entries(self) -> tuple[SecretRef, ...]:
        """Name every entry of ours; raises as `get` does."""
        refs = (_ref(user) for user in self._bounded(self._listed))
        return tuple(ref for ref in refs if ref is not None)

    def facts(self) -> KeyringFacts:
        """Say which store there is, without opening it; raises KEYRING_LOCKED when the bus does not answer."""
        return self._bounded(find_facts)

    def _backend(self) -> Backend:
        """Find the backend once."""
        if self._found is None:
            self._found = self._find()
        return self._found

    def _keep(self, user: str, value: str) -> None:
        """List the entry before it is made, so that a kill in between leaves none which nobody knows of."""
        listed = self._listed()
        if user not in listed:
            self._write(LIST, "\n".join((*listed, user)))
        self._write(user, value)

    def _drop(self, user: str) -> None:
        """Take the entry off the list after it is gone; the last one takes the list along."""
        self._remove(user)
        listed = self._listed()
        left = tuple(one for one in listed if one != user)
        if not left:
            self._remove(LIST)
        elif left != listed:
            self._write(LIST, "\n".join(left))

    def _listed(self) -> tuple[str, ...]:
        """Read the names of our entries; a list that is broken names none, and is written anew."""
        caught, found = Caught(), list[str]()
        with caught:
            found.extend((self._read(LIST) or "").split("\n"))
        if caught.error is not None and keyring_problem(caught.error).problem.detail != _MISFIT:
            raise caught.error
        return tuple(user for user in found if user)

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
            raise keyring_failed(_MISFIT)
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
            raise keyring_failed("the entry does not read back")
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
        """Run a call in the worker and turn what it raises into a problem."""
        caught, value = Caught(), list[T]()
        with caught:
            value.append(self._worker.run(call))
        if caught.error is None:
            return value[0]
        if not isinstance(caught.error, Exception):
            raise caught.error  # Ctrl-C is no answer of the store
        raise keyring_problem(caught.error, *hidden) from None


_MISFIT = "the parts of an entry do not fit together"


def _user(ref: SecretRef) -> str:
    """Name an entry."""
    return f"{ref.profile}/{ref.name}"


def _ref(user: str) -> SecretRef | None:
    """Read an entry's name; None for one that cannot be ours."""
    profile, slash, name = user.partition("/")
    return SecretRef(profile, name) if profile and slash and name else None


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
