"""The system's password store as we find it."""

from dataclasses import dataclass
from enum import StrEnum


class KeyringState(StrEnum):
    """What the last call to the password store found. That a secret is not in it is another matter."""

    UNTRIED = "untried"
    """Nobody has asked it for anything yet: asking may show a password prompt."""
    AVAILABLE = "available"
    LOCKED = "locked"
    """It is closed, or its prompt was not answered in time."""
    MISSING = "missing"
    """There is none that may hold our secrets."""
    CANCELLED = "cancelled"
    """The person dismissed its prompt."""
    FAILED = "failed"
    """It is full, the entry is too large for it, it lost an entry, or it broke."""


@dataclass(frozen=True, slots=True)
class KeyringFacts:
    """Which store there is, found out without opening it.

    `backend` is the class that would be used, empty where none is allowed; `refused` the class that was found and
    may not hold secrets. `priority` is the backend's own number. `bus` says whether this session has a D-Bus address,
    None on systems that need none. `named_by` is the environment variable or file that names a backend, empty where
    the library chose. `desktop` is what the desktop calls itself (`GNOME`, `KDE`).
    """

    backend: str = ""
    refused: str = ""
    priority: str = ""
    bus: bool | None = None
    named_by: str = ""
    desktop: str = ""
