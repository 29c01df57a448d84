"""Whom the doctor looks at, and what it brings back."""

from dataclasses import dataclass, field, replace

from textfactor.domain.answers import Answers
from textfactor.domain.diagnosis import Diagnosis
from textfactor.domain.findings import Finding, FindingStatus
from textfactor.domain.problems import Problem, ProblemError
from textfactor.domain.tenant import LogRow, Observed
from textfactor.services.container import TenantKey, VonageKey, Workspace
from textfactor.services.keys import tenant_key, vonage_key


@dataclass(frozen=True, slots=True)
class Patient:
    """A world with its keys. A key is None where there is none yet, a problem where its secret was not to be had.

    Without a world only this computer and its keyring are looked at. `offline` leaves out whatever needs a network.
    """

    workspace: Workspace | None = None
    answers: Answers = field(default_factory=Answers)
    vonage: VonageKey | Problem | None = None
    tenant: TenantKey | Problem | None = None
    offline: bool = False


def patient_of(workspace: Workspace, answers: Answers, *, offline: bool) -> Patient:
    """Take the keys of an opened world from where its secrets are kept; those of the practice world lie open."""
    vonage: VonageKey | Problem | None = None
    tenant: TenantKey | Problem | None = None
    if workspace.profile.practice:
        tenant = workspace.suggested_tenant()
        answers = replace(answers, domain=tenant.domain if tenant is not None else "")
        return Patient(workspace, answers, workspace.sender_key(), tenant, offline)
    if answers.api_key:
        try:
            vonage = vonage_key(workspace, answers)
        except ProblemError as error:
            vonage = error.problem
    if answers.domain:
        try:
            tenant = tenant_key(workspace, answers)
        except ProblemError as error:
            tenant = error.problem
    return Patient(workspace, answers, vonage, tenant, offline)


@dataclass(frozen=True, slots=True)
class TenantSeen:
    """What was seen of the tenant: the findings, and what they rest on, as far as it could be read."""

    findings: tuple[Finding, ...]
    observed: Observed | None = None
    rows: tuple[LogRow, ...] = ()
    """The newest rows of the log that bear on sending, oldest first."""
    diagnoses: tuple[Diagnosis, ...] = ()
    """What those rows mean."""


@dataclass(frozen=True, slots=True)
class Examination:
    """All findings in the order in which a person would look, and what was seen of the tenant."""

    findings: tuple[Finding, ...]
    tenant: TenantSeen

    @property
    def verdict(self) -> FindingStatus:
        """The worst that was found: a failure, a warning, something unknown, else all is well.

        It is `skipped` where no check was made at all.
        """
        seen = {finding.status for finding in self.findings}
        order = (FindingStatus.FAIL, FindingStatus.WARNING, FindingStatus.UNKNOWN, FindingStatus.PASS)
        return next((status for status in order if status in seen), FindingStatus.SKIPPED)
