"""Ports for what is kept on this computer: secrets, profiles, the draft, histories, the archive, exported files.

As with `services.ports`, every method may raise `ProblemError`, and nothing else on purpose.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from textfactor.domain.answers import Answers
from textfactor.domain.archive import ArchiveFacts, RawLog
from textfactor.domain.keyring import KeyringFacts, KeyringState
from textfactor.domain.profile import CredentialOffer, KeptProfile, ProfileBook
from textfactor.domain.secret import Secret, SecretRef
from textfactor.domain.sent_tests import SentTest
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


class LogArchive(Protocol):
    """The local archive of tenants' logs, by domain. Each call raises FILE_FAILED where the file cannot be used."""

    def checkpoint(self, domain: str) -> str:
        """Name the row after which the next page begins, empty before the first."""
        ...

    def add(self, domain: str, rows: Sequence[RawLog], gap: tuple[str, str] | None = None) -> int:
        """Keep rows and move the checkpoint behind the last, in one step; returns how many of them are new.

        `gap` notes two times between which rows are missing.
        """
        ...

    def facts(self, domain: str) -> ArchiveFacts:
        """Say what is kept of a tenant."""
        ...

    def search(self, domain: str, typed: str, most: int = 200) -> tuple[RawLog, ...]:
        """Find rows that have words beginning like each of these, newest first; no words mean the newest rows."""
        ...

    def keep_within(self, limit: int) -> None:
        """Keep no more than this many bytes of all tenants from now on; the oldest rows go at once, for good."""
        ...

    def clear(self, domain: str = "") -> None:
        """Delete what is kept of a tenant, or everything."""
        ...


class DraftStore(Protocol):
    """Keeps the wizard's answers and page between starts; never a secret."""

    def load(self) -> tuple[str, Answers] | None:
        """Read page id and answers, None when there is no usable draft."""
        ...

    def save(self, page: str, answers: Answers) -> None:
        """Replace the draft in one step (a kill leaves the old or the new one)."""
        ...

    def clear(self) -> None:
        """Drop the draft."""
        ...


class SentTests(Protocol):
    """The history of test messages on this machine; no text and no whole number is in it."""

    def now(self) -> str:
        """The time in UTC (ISO 8601), to the second."""
        ...

    def add(self, sent: SentTest) -> None:
        """Write a test down, or a new word on one that is there; raises FILE_FAILED."""
        ...

    def all(self) -> tuple[SentTest, ...]:
        """Read all tests, newest first."""
        ...

    def clear(self) -> None:
        """Drop them all; raises FILE_FAILED."""
        ...


class OfferSource(Protocol):
    """Finds Vonage credentials that lie about on this machine, read-only."""

    def offers(self) -> tuple[CredentialOffer, ...]:
        """List what was found, best first."""
        ...

    def secret(self, offer: CredentialOffer) -> Secret:
        """Fetch the secret of an offer."""
        ...


class FolderStore(Protocol):
    """Writes exported files into a folder that the person chose."""

    def is_free(self, folder: str) -> bool:
        """Say whether the folder is empty, or not there yet; raises FILE_FAILED where that cannot be told."""
        ...

    def write(self, folder: str, files: Mapping[str, str]) -> None:
        """Write the files by their paths within the folder, each in one step; what else is there stays.

        Raises FILE_FAILED, whose detail is the operating system's reason.
        """
        ...
