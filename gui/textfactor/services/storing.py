"""Ports for what is kept between starts: the secrets of all profiles, and the profiles themselves.

As with `services.ports`, every method may raise `ProblemError`, and nothing else on purpose.
"""

from typing import Protocol

from textfactor.domain.keyring import KeyringFacts, KeyringState
from textfactor.domain.profile import KeptProfile, ProfileBook
from textfactor.domain.secret import SecretRef
from textfactor.services.ports import SecretStore


class SecretKeeper(SecretStore, Protocol):
    """Where the secrets of all profiles are kept: the keyring, or memory where there is none or nobody wants it."""

    @property
    def session_only(self) -> bool:
        """Whether secrets stay in memory by choice; the keyring is not asked then."""
        ...

    @property
    def state(self) -> KeyringState:
        """What the last call found; asks nothing."""
        ...

    def choose(self, *, session_only: bool) -> None:
        """Keep new secrets in memory, or in the keyring, from now on and after the next start."""
        ...

    def entries(self) -> tuple[SecretRef, ...]:
        """Name every entry of ours, in the keyring and in memory; raises a keyring problem."""
        ...

    def facts(self) -> KeyringFacts:
        """Say which keyring there is, without opening it; raises KEYRING_LOCKED when nothing answers."""
        ...


class ProfileStore(Protocol):
    """Keeps profiles between starts; never a secret."""

    def load(self) -> ProfileBook:
        """Read all profiles. What cannot be understood is set aside, and the book names it; raises FILE_FAILED."""
        ...

    def save(self, kept: KeptProfile) -> None:
        """Add a profile, or replace the one with its id, in one step; raises FILE_FAILED."""
        ...

    def remove(self, profile_id: str) -> None:
        """Drop a profile; nothing happens when there is none. Raises FILE_FAILED."""
        ...

    def choose(self, *, session_only: bool) -> None:
        """Remember whether secrets stay in memory; raises FILE_FAILED."""
        ...
