"""Keyring or memory: the one place that decides where a secret goes."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, TypeVar

from textfactor.domain.keyring import KeyringState
from textfactor.domain.problems import ProblemError, ProblemKind

if TYPE_CHECKING:  # the window paints first
    from collections.abc import Callable

    from textfactor.adapters.keyring_store import KeyringStore
    from textfactor.adapters.memory_store import MemoryStore
    from textfactor.domain.keyring import KeyringFacts
    from textfactor.domain.secret import Secret, SecretRef
    from textfactor.services.storing import ProfileStore

T = TypeVar("T")

_STATES = {
    ProblemKind.KEYRING_LOCKED: KeyringState.LOCKED,
    ProblemKind.KEYRING_CANCELLED: KeyringState.CANCELLED,
    ProblemKind.KEYRING_MISSING: KeyringState.MISSING,
}


class ChosenSecrets:
    """Implements `SecretKeeper`.

    A secret that was kept in memory is found there first, also after the person went back to the keyring. Where there
    is no keyring, memory takes its place; where it is locked, nothing does: the person shall know.
    """

    def __init__(
        self,
        memory: MemoryStore,
        keyring: KeyringStore,
        profiles: ProfileStore,
    ) -> None:
        self._memory = memory
        self._keyring = keyring
        self._profiles = profiles
        self._lock = threading.Lock()
        self._session_only: bool | None = None
        self._state = KeyringState.UNTRIED

    @property
    def session_only(self) -> bool:
        """Whether secrets stay in memory by choice. The first look reads a small file."""
        with self._lock:
            if self._session_only is None:
                self._session_only = self._profiles.load().session_only
            return self._session_only

    @property
    def state(self) -> KeyringState:
        """What the last call found; asks nothing."""
        return self._state

    @property
    def lasting(self) -> bool:
        """Whether a secret that is kept now survives the end of the program."""
        return not self.session_only and self._state is not KeyringState.MISSING

    def choose(self, *, session_only: bool) -> None:
        """Keep new secrets there from now on; raises FILE_FAILED when the choice cannot be written down."""
        with self._lock:
            self._session_only = session_only
        self._profiles.choose(session_only=session_only)

    def get(self, ref: SecretRef) -> Secret | None:
        """Fetch a secret from memory, else from the keyring; raises a keyring problem."""
        found = self._memory.get(ref)
        if found is not None or self.session_only:
            return found
        return self._asked(lambda keyring: keyring.get(ref), None)

    def put(self, ref: SecretRef, value: Secret) -> None:
        """Keep a secret and verify that it reads back; raises a keyring problem."""
        if self.session_only or not self._asked(lambda keyring: _put(keyring, ref, value), instead=False):
            self._memory.put(ref, value)
        else:
            self._memory.forget(ref)

    def forget(self, ref: SecretRef) -> None:
        """Remove a secret wherever it is. In session-only mode the keyring is asked too: something may be left."""
        self._memory.forget(ref)
        self._asked(lambda keyring: keyring.forget(ref), None)

    def entries(self) -> tuple[SecretRef, ...]:
        """Name every entry of ours, in memory and in the keyring; raises a keyring problem."""
        kept = self._asked(lambda keyring: keyring.entries(), ())
        return tuple(dict.fromkeys((*self._memory.entries(), *kept)))

    def facts(self) -> KeyringFacts:
        """Say which keyring there is, without opening it."""
        return self._keyring.facts()

    def look(self) -> None:
        """Find out whether there is a keyring at all, without opening it; a problem is told when a secret is wanted."""
        if self.session_only:
            return
        try:
            self._keyring.describe()
        except ProblemError as error:
            if error.problem.kind is ProblemKind.KEYRING_MISSING:
                self._state = KeyringState.MISSING

    def _asked(self, call: Callable[[KeyringStore], T], instead: T) -> T:
        """Ask the keyring and note how it is; where there is none, return `instead`."""
        try:
            value = call(self._keyring)
        except ProblemError as error:
            self._state = _STATES.get(error.problem.kind, KeyringState.FAILED)
            if self._state is KeyringState.MISSING:
                return instead
            raise
        self._state = KeyringState.AVAILABLE
        return value


def _put(keyring: KeyringStore, ref: SecretRef, value: Secret) -> bool:
    keyring.put(ref, value)
    return True
