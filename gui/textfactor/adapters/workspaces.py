"""The two opened worlds: the practice world, and a profile's real accounts. The same adapters serve both."""

import os
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textfactor.adapters.journal_file import JournalFile
from textfactor.adapters.log_archive import LogArchive
from textfactor.adapters.memory_store import MemoryStore
from textfactor.adapters.offers import FoundOffers, tenant_from
from textfactor.adapters.practice_info import PracticeOffers
from textfactor.adapters.practice_process import PracticeProcess
from textfactor.adapters.sent_tests_file import MemorySentTests, SentTestsFile
from textfactor.domain.answers import Environment
from textfactor.domain.profile import Endpoints, Profile
from textfactor.domain.running import RunResult
from textfactor.domain.secret import Secret
from textfactor.services.container import TenantKey, VonageKey
from textfactor.services.ports import SecretStore, SenderRuntime, SmsGateway
from textfactor.services.storing import OfferSource

if TYPE_CHECKING:  # these load the network; the window paints first
    from textfactor.adapters.auth0 import Auth0Tenant
    from textfactor.adapters.practice_control import PracticeControl

PRACTICE_PROFILE = "practice"
"""The id of the practice world's profile."""


class _Accounts:
    """Clients of the two vendors; one client a tenant is kept, so that its token is fetched once."""

    def __init__(self, endpoints: Endpoints) -> None:
        self._endpoints = endpoints
        self._lock = threading.Lock()
        self._tenants: dict[TenantKey, Auth0Tenant] = {}

    def sms(self, key: VonageKey) -> SmsGateway:
        """Make a gateway for one call."""
        from textfactor.adapters.vonage import VonageSms

        return VonageSms(key, self._endpoints)

    def tenant(self, key: TenantKey) -> "Auth0Tenant":
        """Make the client, or take the one there is."""
        from textfactor.adapters.auth0 import Auth0Tenant

        with self._lock:
            if key not in self._tenants:
                self._tenants[key] = Auth0Tenant(key, self._endpoints)
            return self._tenants[key]

    def close(self) -> None:
        """Close the tenants' connections."""
        with self._lock:
            for tenant in self._tenants.values():
                tenant.close()
            self._tenants.clear()


class PracticeWorkspace:
    """The practice world. Implements `Workspace`; `control` switches faults and resets it."""

    def __init__(self, process: PracticeProcess, journal: Path, runtime: SenderRuntime) -> None:
        from textfactor.adapters.practice_control import PracticeControl

        info = process.info
        endpoints = info.endpoints()
        self._process = process
        self._journal_path = journal
        self._accounts = _Accounts(endpoints)
        self.control: PracticeControl = PracticeControl(
            info.control_url, Secret(info.control_token), info.ca_file
        )
        self.profile = Profile(
            PRACTICE_PROFILE, "Practice", Environment.DEVELOPMENT, practice=True, endpoints=endpoints
        )
        self.secrets = MemoryStore()
        self.journal = JournalFile(journal)
        self.sent_tests = MemorySentTests()
        self.archive = LogArchive(journal.with_suffix(".sqlite"))
        self.offers = PracticeOffers(info)
        self.runtime = runtime

    @property
    def lab(self) -> "PracticeControl":
        """The practice login."""
        return self.control

    @property
    def phone(self) -> "PracticeControl":
        """The practice phone."""
        return self.control

    @property
    def board(self) -> "PracticeControl":
        """The practice world's faults and its log."""
        return self.control

    @property
    def sender_hosts(self) -> dict[str, int]:
        """Where a run of the sender goes."""
        return self._process.info.sender_hosts()

    def sender_key(self) -> VonageKey:
        """Name the practice account's key."""
        return self._process.info.vonage_key()

    def sms(self, key: VonageKey) -> SmsGateway:
        """Make a gateway for one call."""
        return self._accounts.sms(key)

    def tenant(self, key: TenantKey) -> "Auth0Tenant":
        """Take the client of the practice tenant."""
        return self._accounts.tenant(key)

    def suggested_tenant(self) -> TenantKey | None:
        """Name the practice tenant's key."""
        return self._process.info.tenant_key()

    def close(self) -> None:
        """End the world if it is ours, and its journal with it. May be called twice."""
        self._accounts.close()
        self.control.close()
        self._process.close()
        self.archive.close()
        if not self._process.joined:
            for left in self._journal_path.parent.glob(f"{self._journal_path.stem}.*"):
                left.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class OwnFiles:
    """What is written down for the own accounts of this person."""

    journal: JournalFile
    sent_tests: SentTestsFile
    archive: LogArchive


class OwnWorkspace:
    """A profile's real accounts. Implements `Workspace`.

    Args of the constructor: `start_practice` starts the practice world to which a run of the sender is
    led, at its first use; `runtime_for` chooses the engine that trusts a CA file.
    """

    lab = None
    """A real tenant has its login page."""
    phone = None
    """Nor is there a practice phone."""
    board = None
    """Nor anything to break on purpose."""

    def __init__(
        self,
        profile: Profile,
        secrets: SecretStore,
        files: OwnFiles,
        start_practice: Callable[[], PracticeProcess],
        runtime_for: Callable[[str], SenderRuntime],
    ) -> None:
        self.profile = profile
        self.secrets = secrets
        self.journal = files.journal
        self.sent_tests = files.sent_tests
        self.archive = files.archive
        self.offers: OfferSource = FoundOffers(Path.cwd(), Path.home())
        self.runtime: SenderRuntime = _LateRuntime(lambda: self._practice().info.ca_file, runtime_for)
        self._accounts = _Accounts(profile.endpoints)
        self._start_practice = start_practice
        self._lock = threading.Lock()
        self._process: PracticeProcess | None = None

    @property
    def sender_hosts(self) -> dict[str, int]:
        """Where a run of the sender goes: never to Vonage itself."""
        return self._practice().info.sender_hosts()

    def sender_key(self) -> VonageKey:
        """Name the practice account's key: no real secret goes there."""
        return self._practice().info.vonage_key()

    def sms(self, key: VonageKey) -> SmsGateway:
        """Make a gateway for one call."""
        return self._accounts.sms(key)

    def tenant(self, key: TenantKey) -> "Auth0Tenant":
        """Make, or take, the client of the tenant."""
        return self._accounts.tenant(key)

    def suggested_tenant(self) -> TenantKey | None:
        """Name the tenant that the environment variables name, if they do."""
        return tenant_from(os.environ)

    def close(self) -> None:
        """End what was started for it. May be called twice."""
        self._accounts.close()
        self.archive.close()
        with self._lock:
            process, self._process = self._process, None
        if process is not None:
            process.close()

    def _practice(self) -> PracticeProcess:
        """Take the practice world, started at the first use; raises PRACTICE_FAILED."""
        with self._lock:
            if self._process is None:
                self._process = self._start_practice()
            return self._process


class _LateRuntime:
    """Names the engine at once, but asks for the practice world's CA file only when something is run."""

    def __init__(self, ca_file: Callable[[], str], runtime_for: Callable[[str], SenderRuntime]) -> None:
        self._ca_file = ca_file
        self._runtime_for = runtime_for

    def describe(self) -> str:
        """Name the engine that would run the code."""
        return self._runtime_for("").describe()

    def run(
        self, code: str, handler: str, event: Mapping[str, object], hosts: Mapping[str, int]
    ) -> RunResult:
        """Run the code with the practice world's trust."""
        return self._runtime_for(self._ca_file()).run(code, handler, event, hosts)
