"""Makes every check: this computer, the keyring, the Vonage account and the Auth0 tenant."""

import functools
from collections.abc import Callable
from dataclasses import replace

from textfactor.domain.findings import Finding
from textfactor.services.container import Services
from textfactor.services.context import CallContext, Doing
from textfactor.services.diagnosis.knowledge import Knowledge
from textfactor.services.doctor.account import check_account
from textfactor.services.doctor.action import CURRENT_RUNTIME
from textfactor.services.doctor.finding import FAIL, WARNING
from textfactor.services.doctor.local import check_clock, check_keys, check_runtime
from textfactor.services.doctor.patient import Examination, Patient, TenantSeen
from textfactor.services.doctor.tenant import check_tenant

_SOFT = ("keyring.bus", "keyring.backend")
"""Without a keyring secrets stay in memory, and codes go out all the same."""


def examine(services: Services, patient: Patient, ctx: CallContext) -> Examination:
    """Check everything; account and tenant side by side. Reads only. Raises `CancelledError` and nothing else.

    What fails is a finding, what could not be tried is `skipped` with the reason. Ids are stable; all of them are
    always there.
    """
    ctx.doing(Doing.EXAMINING)
    quiet = CallContext(cancel=ctx.cancel)
    calls: list[Callable[[], tuple[Finding, ...] | TenantSeen]] = [
        functools.partial(check_account, patient, quiet),
        functools.partial(check_tenant, patient, _knowledge(services), quiet),
    ]
    account, tenant = services.together(calls)
    assert isinstance(account, tuple)  # noqa: S101 - the order of the calls
    assert isinstance(tenant, TenantSeen)  # noqa: S101
    own = (check_runtime(patient, _runtime(tenant)), check_clock(patient))
    keys = tuple(_softened(one) for one in check_keys(services.secrets, patient, ctx))
    return Examination((*account, *tenant.findings, *keys, *own), tenant)


def _knowledge(services: Services) -> Callable[[], Knowledge]:
    return services.knowledge


def _runtime(tenant: TenantSeen) -> str:
    """Name the runtime of the tenant's Action, or the current one where none was seen."""
    action = tenant.observed.action if tenant.observed is not None else None
    return action.runtime if action is not None and action.runtime else CURRENT_RUNTIME


def _softened(finding: Finding) -> Finding:
    """Warn of a keyring that is not there; one that is there and does not work is a failure."""
    if finding.id in _SOFT and finding.status is FAIL:
        return replace(finding, status=WARNING)
    return finding
