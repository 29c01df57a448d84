"""Worlds for the doctor: one in memory, and one whose accounts are those of a practice world over HTTPS."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
from tests.contract.tenants import QuickClock
from tests.fakes.profiles import InMemoryKeeper, InMemoryProfiles
from tests.fakes.setup import DOMAIN, patient, plan_for, run
from tests.fakes.tenant import InMemoryTenant
from tests.fakes.world import InMemoryJournal, InMemoryWorkspace, SimpleNumbers
from tests.support.knowledge import known
from tests.support.rules import rules
from tests.ui.demo import Drafts
from tests.unit.adapters.practice import silent

from textfactor.adapters.auth0 import Auth0Tenant
from textfactor.adapters.folders import Folders
from textfactor.adapters.pacing import Pace
from textfactor.adapters.practice_control import PracticeControl
from textfactor.adapters.practice_info import PracticeInfo
from textfactor.adapters.side_by_side import side_by_side
from textfactor.adapters.vonage import VonageSms
from textfactor.adapters.whole_file import save_whole
from textfactor.domain.answers import Answers, TenantPath
from textfactor.domain.findings import Finding, FindingStatus
from textfactor.domain.secret import Secret
from textfactor.domain.tenant import trigger_of
from textfactor.practice import PracticeWorld
from textfactor.services.container import Services, TenantKey, VonageKey
from textfactor.services.doctor.examining import examine
from textfactor.services.doctor.patient import Examination, Patient

ROOT = Path(__file__).resolve().parents[4]
ASKED = Answers(domain=DOMAIN, api_key="abcd1234", sender="447700900001")


def code_for(path: TenantPath) -> str:
    return (ROOT / "resources" / "sender" / f"{trigger_of(path)}.js").read_text(encoding="utf-8")


def services(**changes: Any) -> Services:
    made = Services(
        lambda _ctx: InMemoryWorkspace(),
        lambda _profile, _ctx: InMemoryWorkspace(practice=False),
        Drafts(),
        SimpleNumbers(),
        code_for,
        known,
        sending_rules=rules,
        folders=Folders(),
        profiles=InMemoryProfiles(),
        secrets=InMemoryKeeper(),
        together=side_by_side,
        save_file=lambda path, content, force: save_whole(path, content, replace=force),
    )
    return replace(made, **changes)


def healthy(*, legacy: bool = False, practice: bool = False) -> InMemoryWorkspace:
    """A world whose tenant was set up by us, with MFA at every login and the protection on."""
    workspace = InMemoryWorkspace(practice=practice, the_tenant=InMemoryTenant(legacy=legacy))
    path = TenantPath.LEGACY if legacy else TenantPath.UNIFIED
    plan = plan_for(workspace.the_tenant, code=code_for(path))
    run(plan, workspace.the_tenant, journal=workspace.journal)
    workspace.the_tenant.protection = "exponential"
    return workspace


def of(workspace: InMemoryWorkspace, **changes: Any) -> Patient:
    """The keys of a world in memory."""
    made = Patient(
        workspace,
        ASKED,
        VonageKey("abcd1234", workspace.account.secret),
        TenantKey(DOMAIN, "client", Secret("auth0secret")),
    )
    return replace(made, **changes)


def check(who: Patient, program: Services | None = None) -> Examination:
    return examine(program or services(), who, patient())


def by_id(seen: Examination) -> dict[str, Finding]:
    return {one.id: one for one in seen.findings}


def worries(seen: Examination) -> set[str]:
    """Name what fails or warns."""
    bad = (FindingStatus.FAIL, FindingStatus.WARNING)
    return {one.id for one in seen.findings if one.status in bad}


class Ward(InMemoryWorkspace):
    """A world whose two accounts are the practice world's."""

    info: PracticeInfo

    def sms(self, key: VonageKey) -> Any:
        return VonageSms(key, self.info.endpoints())

    def tenant(self, key: TenantKey) -> Any:
        return self.the_tenant


@contextmanager
def quick_practice(state: str) -> Generator[tuple[PracticeInfo, PracticeControl]]:
    """A practice world in which time flies, so that no limit of requests is ever met by itself."""
    with PracticeWorld(
        silent, build_seconds=0.0, plan="enterprise", state=state, clock=QuickClock()
    ) as world:
        info = msgspec.convert(world.info(), PracticeInfo)
        control = PracticeControl(info.control_url, Secret(info.control_token), info.ca_file)
        try:
            yield info, control
        finally:
            control.close()


@contextmanager
def ward(state: str = "fresh") -> Generator[tuple[Patient, PracticeControl, Any]]:
    """A practice world that was set up by us; a client of its own reads it each time."""
    with quick_practice(state) as (info, control):
        clients: list[Auth0Tenant] = []

        def client() -> Auth0Tenant:
            made = Auth0Tenant(
                info.tenant_key(), info.endpoints(), Pace(pause=lambda _s: None), lambda _s: None
            )
            clients.append(made)
            return made

        workspace = Ward(practice=False, journal=InMemoryJournal())
        workspace.info = info
        domain = info.tenant_key().domain

        def admit() -> Patient:
            workspace.the_tenant = client()  # pyright: ignore[reportAttributeAccessIssue] - the same port
            answers = replace(ASKED, domain=domain, sender="Textfactor")
            return Patient(workspace, answers, info.vonage_key(), info.tenant_key())

        try:
            yield admit(), control, admit
        finally:
            for one in clients:
                one.close()
