"""Secrets in memory: for the practice world, and where a machine has no keyring."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textfactor.domain.secret import Secret, SecretRef


class MemoryStore:
    """Implements `SecretStore` until the program ends."""

    lasting = False
    """Nothing survives the end of the program."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[SecretRef, Secret] = {}

    def get(self, ref: SecretRef) -> Secret | None:
        """Fetch a secret, None when there is none."""
        with self._lock:
            return self._kept.get(ref)

    def put(self, ref: SecretRef, value: Secret) -> None:
        """Keep a secret."""
        with self._lock:
            self._kept[ref] = value

    def forget(self, ref: SecretRef) -> None:
        """Remove a secret; nothing happens when there is none."""
        with self._lock:
            self._kept.pop(ref, None)

    def entries(self) -> tuple[SecretRef, ...]:
        """Name everything that is kept."""
        with self._lock:
            return tuple(self._kept)
