"""What the two faces are handed: the program's services, and one opened world to work in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:  # the window paints first
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from textfactor.domain.answers import TenantPath
    from textfactor.domain.profile import Profile
    from textfactor.domain.secret import Secret
    from textfactor.domain.sending_rules import SendingRules
    from textfactor.services.context import CallContext
    from textfactor.services.diagnosis.bulk.source import ExportSource
    from textfactor.services.diagnosis.knowledge import Knowledge
    from textfactor.services.ports import (
        Journal,
        NumberPlan,
        SecretStore,
        SenderRuntime,
        SmsGateway,
        Together,
    )
    from textfactor.services.practice_ports import LoginLab, PracticeBoard, PracticePhone
    from textfactor.services.storing import (
        DraftStore,
        FolderStore,
        LogArchive,
        OfferSource,
        ProfileStore,
        SecretKeeper,
        SentTests,
    )
    from textfactor.services.tenant_ports import TenantApi

T = TypeVar("T")

__all__ = ["Services", "TenantKey", "VonageKey", "Workspace"]


@dataclass(frozen=True, slots=True)
class VonageKey:
    """Key and secret of a Vonage account."""

    api_key: str
    secret: Secret


@dataclass(frozen=True, slots=True)
class TenantKey:
    """How to reach a tenant: its domain with either an application's id and secret, or a token."""

    domain: str
    client_id: str = ""
    secret: Secret | None = None
    token: Secret | None = None


class Workspace(Protocol):
    """One opened world: the practice world or a profile's real accounts, reached by the same adapters."""

    @property
    def profile(self) -> Profile:
        """Whose world it is."""
        ...

    @property
    def secrets(self) -> SecretStore:
        """Where its secrets are kept (practice: in memory)."""
        ...

    @property
    def journal(self) -> Journal:
        """Where applies are written down."""
        ...

    @property
    def sent_tests(self) -> SentTests:
        """The history of test messages (practice: in memory)."""
        ...

    @property
    def archive(self) -> LogArchive:
        """The archive of its tenant's log (practice: gone at the end)."""
        ...

    @property
    def offers(self) -> OfferSource:
        """Vonage credentials that can be taken over."""
        ...

    @property
    def runtime(self) -> SenderRuntime:
        """What runs the sender here."""
        ...

    @property
    def lab(self) -> LoginLab | None:
        """The practice login; None on a real tenant."""
        ...

    @property
    def phone(self) -> PracticePhone | None:
        """The practice phone; None on a real tenant."""
        ...

    @property
    def board(self) -> PracticeBoard | None:
        """The practice world's faults and its log; None on a real tenant."""
        ...

    @property
    def sender_hosts(self) -> dict[str, int]:
        """Where a run of the sender goes: host name to loopback port of the practice Vonage, started when needed."""
        ...

    def sender_key(self) -> VonageKey:
        """Name the practice Vonage's own key, which a run of the sender uses: no real secret goes there."""
        ...

    def sms(self, key: VonageKey) -> SmsGateway:
        """Make a gateway for one call."""
        ...

    def tenant(self, key: TenantKey) -> TenantApi:
        """Make (or take the cached) client of the tenant; its token is fetched once."""
        ...

    def suggested_tenant(self) -> TenantKey | None:
        """The practice tenant's key; on a real profile what the environment variables name, else None."""
        ...

    def close(self) -> None:
        """End what was started for it. May be called twice."""
        ...


def _no_files(path: Path) -> ExportSource:
    """Stand in where a program was put together without files."""
    from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service

    raise ProblemError(Problem(ProblemKind.FILE_FAILED, Service.LOCAL, path.name))


def _no_saving(path: Path, content: bytes, replace: bool) -> None:
    """Stand in where a program was put together without files."""
    del content, replace
    _no_files(path)


def _no_archive() -> LogArchive:
    """Stand in where a program was put together without files."""
    from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service

    raise ProblemError(Problem(ProblemKind.FILE_FAILED, Service.LOCAL, "no archive"))


def _no_history() -> SentTests:
    """Stand in where a program was put together without files."""
    from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service

    raise ProblemError(Problem(ProblemKind.FILE_FAILED, Service.LOCAL, "no history"))


def _one_by_one(calls: Sequence[Callable[[], T]]) -> list[T]:
    """Make calls one after the other."""
    return [call() for call in calls]


@dataclass(frozen=True, slots=True)
class Services:
    """Everything the interface is handed; there are no globals."""

    open_practice: Callable[[CallContext], Workspace]
    open_profile: Callable[[Profile, CallContext], Workspace]
    drafts: DraftStore
    numbers: NumberPlan
    sender_code: Callable[[TenantPath], str]
    """The sender's source for a path, from resources/."""
    knowledge: Callable[[], Knowledge]
    """What the diagnosis knows, from resources/; read with the first call."""
    profiles: ProfileStore = field(kw_only=True)
    secrets: SecretKeeper = field(kw_only=True)
    """The secrets of all profiles of one's own; the practice world has a store of its own."""
    folders: FolderStore = field(kw_only=True)
    """Where exported files are written."""
    sending_rules: Callable[[], SendingRules] = field(kw_only=True)
    """Which sender a country takes, from resources/; read with the first call."""
    open_export: Callable[[Path], ExportSource] = field(kw_only=True, default=_no_files)
    """Opens a log export to be scanned; raises FILE_FAILED when it cannot be read."""
    archive: Callable[[], LogArchive] = field(kw_only=True, default=_no_archive)
    """The archive of all profiles' logs, which asks for no world and no secret."""
    sent_tests: Callable[[], SentTests] = field(kw_only=True, default=_no_history)
    """The history of all profiles' test messages, which asks for no world and no secret."""
    together: Together = field(kw_only=True, default=_one_by_one)
    """Makes calls side by side where that is to be had."""
    save_file: Callable[[Path, bytes, bool], None] = field(kw_only=True, default=_no_saving)
    """Writes a file whole; the flag allows to replace one. Raises FILE_FAILED, with code `exists` without it."""
