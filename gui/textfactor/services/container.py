"""What the two faces are handed: the program's services, and one opened world to work in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the window paints first
    from collections.abc import Callable

    from textfactor.domain.profile import Profile
    from textfactor.domain.secret import Secret
    from textfactor.services.context import CallContext
    from textfactor.services.ports import (
        DraftStore,
        Journal,
        LoginLab,
        NumberPlan,
        OfferSource,
        PracticeBoard,
        PracticePhone,
        SecretStore,
        SenderRuntime,
        SmsGateway,
        TenantApi,
    )

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


@dataclass(frozen=True, slots=True)
class Services:
    """Everything the interface is handed; there are no globals."""

    open_practice: Callable[[CallContext], Workspace]
    open_profile: Callable[[Profile, CallContext], Workspace]
    drafts: DraftStore
    numbers: NumberPlan
    sender_code: Callable[[], str]
    """The sender's source for the unified path, from resources/."""
