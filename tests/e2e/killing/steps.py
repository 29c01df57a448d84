"""What a run is, for the process that is killed and for the test that picks up what it left."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from textfactor.adapters.auth0 import Auth0Tenant
from textfactor.adapters.journal_file import JournalFile
from textfactor.adapters.pacing import Pace
from textfactor.domain.answers import Answers, PolicyWish, TenantPath
from textfactor.domain.plan import Plan, Purpose, Receipt
from textfactor.domain.profile import Endpoints
from textfactor.domain.secret import Secret
from textfactor.domain.tenant import SENDER_SECRETS
from textfactor.services.container import TenantKey
from textfactor.services.context import CallContext, CancelToken
from textfactor.services.ports import Journal
from textfactor.services.setup.detect import detect
from textfactor.services.setup.executor import apply
from textfactor.services.setup.planner import make_plan
from textfactor.services.setup.undo import inverse
from textfactor.services.setup.wishes import wishes
from textfactor.services.tenant_ports import TenantApi

VALUES = ("abcd1234", "s3cretS3cret", "Acme")
SECRETS = dict(zip(SENDER_SECRETS, map(Secret, VALUES), strict=True))
CODES = {
    TenantPath.UNIFIED: "// put here by Textfactor\nexports.onExecuteCustomPhoneProvider = async () => {};",
    TenantPath.LEGACY: "// put here by Textfactor\nexports.onExecuteSendPhoneMessage = async () => {};",
}
ASKED = Answers(policy=PolicyWish.ALWAYS)


class Hurried(CancelToken):
    """Waits in no time: the practice world's clock runs by itself."""

    def sleep(self, seconds: float) -> None:
        del seconds
        super().sleep(0)


@dataclass(frozen=True)
class Job:
    """One run against the tenant at `host`. `kill_at` counts journal notes; `before` kills ahead of the note."""

    host: str
    domain: str
    client_id: str
    client_secret: str
    ca_file: str
    journal: str
    purpose: str = Purpose.SET_UP.value
    replaces: tuple[str, ...] = ()
    undo: bool = False
    kill_at: int = 0
    before: bool = False

    def row(self) -> dict[str, Any]:
        return asdict(self)

    @property
    def file(self) -> JournalFile:
        return JournalFile(Path(self.journal))

    def tenant(self) -> Auth0Tenant:
        key = TenantKey(self.domain, self.client_id, Secret(self.client_secret))
        pace = Pace(pause=lambda _seconds: None)
        return Auth0Tenant(key, Endpoints(auth0_host=self.host, ca_file=self.ca_file), pace, lambda _s: None)


def hurried() -> CallContext:
    return CallContext(cancel=Hurried())


def plan_of(job: Job, tenant: TenantApi) -> Plan:
    """Plan the way there."""
    purpose = Purpose(job.purpose)
    observed = detect(tenant, job.domain, hurried(), purpose)
    return make_plan(observed, wishes(ASKED, CODES[observed.path], job.replaces), purpose)


def undo_plan_of(job: Job) -> Plan:
    """Plan the way back, from the journal alone."""
    last = job.file.last(job.domain)
    if last is None or (last.plan.takes_back and last.complete):
        return Plan(job.domain, ())
    return last.plan if last.plan.takes_back else inverse(last, CODES.values())


def run(job: Job, journal: Journal | None = None) -> Receipt:
    """Go there, or back."""
    tenant = job.tenant()
    try:
        plan = undo_plan_of(job) if job.undo else plan_of(job, tenant)
        return apply(plan, tenant, journal or job.file, SECRETS, hurried())
    finally:
        tenant.close()
