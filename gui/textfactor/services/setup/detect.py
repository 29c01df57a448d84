"""What is there already: the tenant's path, the token's rights, and every setting that bears on SMS."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace

from textfactor.domain.answers import TenantPath
from textfactor.domain.plan import Purpose, Resource
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.tenant import Observed, trigger_of
from textfactor.services.context import CallContext, Doing
from textfactor.services.setup import around, ours
from textfactor.services.setup.find_path import PROBE, FoundPath, find_path
from textfactor.services.setup.reading import Reading
from textfactor.services.setup.resources import guardian, phone
from textfactor.services.setup.scopes import scopes_for
from textfactor.services.tenant_ports import TenantApi

_POLICIES = "GET /guardian/policies"


def detect(
    tenant: TenantApi,
    domain: str,
    ctx: CallContext,
    purpose: Purpose = Purpose.SET_UP,
    *,
    thorough: bool = True,
) -> Observed:
    """Read everything, each thing once; nothing is written. Raises what an indispensable part was refused with.

    `purpose` says which scopes count as missing. A refusal for want of scopes names all that are missing, not only
    the first one that was run into. Unless it is to be `thorough`, for somebody who wants to see all that bears on
    SMS, what a plan for this purpose cannot need is skipped.
    """
    reading = Reading(tenant, ctx)
    reading.says(Doing.GETTING_TOKEN)
    reading.came_from("scopes", "POST /oauth/token")
    reading.scopes = tenant.token().scopes
    reading.says(Doing.FINDING_PATH)
    found = find_path(reading)
    missing = scopes_for(found.path, purpose).missing(reading.scopes)
    with _naming_all(missing):
        observed = around.read(reading, _everything(reading, domain, found), None if thorough else purpose)
    return replace(
        observed,
        scopes=reading.scopes,
        missing_scopes=missing,
        unknown=tuple(reading.unknown),
        origins=tuple(reading.origins),
        skipped=tuple(reading.skipped),
    )


@contextmanager
def _naming_all(missing: tuple[str, ...]) -> Generator[None]:
    """Name all scopes that are missing where the first of them is run into."""
    try:
        yield
    except ProblemError as error:
        if error.problem.kind is not ProblemKind.MISSING_SCOPE or not missing:
            raise
        named = Problem(ProblemKind.MISSING_SCOPE, Service.AUTH0, " ".join(missing), error.problem.status)
        raise ProblemError(named) from error


def _everything(reading: Reading, domain: str, found: FoundPath) -> Observed:
    """Read the parts in the order in which they are written."""
    tenant, trigger = reading.tenant, trigger_of(found.path)
    actions = reading.needed("action", around.ACTIONS.format(trigger), lambda: tenant.actions(trigger))
    bindings = reading.needed("bindings", around.BINDINGS.format(trigger), lambda: tenant.bindings(trigger))
    blank = Observed(
        domain,
        found.path,
        found.friendly_name,
        None,
        (),
        ours.pick(actions),
        bindings,
        None,
        False,
        (),
        None,
        None,
        (),
    )
    deployed = tuple(one.name for one in actions if one.deployed_version is not None)
    blank = replace(blank, deployed_actions=deployed)
    unified = found.path is TenantPath.UNIFIED
    sending = _unified(reading, blank) if unified else _legacy(reading, blank, found)
    return replace(_guardian(reading, sending), path_evidence=found.evidence)


def _unified(reading: Reading, observed: Observed) -> Observed:
    """Read the phone provider and the texts."""
    tenant = reading.tenant
    providers = reading.needed("provider", "GET /branding/phone/providers", tenant.phone_providers)
    templates = reading.needed("templates", "GET /branding/phone/templates", tenant.templates)
    return replace(
        observed,
        provider=next(iter(providers), None),
        templates=templates,
        enroll=phone.find_template(templates, Resource.ENROLL_TEMPLATE),
        verify=phone.find_template(templates, Resource.VERIFY_TEMPLATE),
    )


def _legacy(reading: Reading, observed: Observed, found: FoundPath) -> Observed:
    """Read the texts; the selected provider is what the probe answered."""
    reading.says(Doing.READING_TENANT, "selected_provider")
    reading.came_from("selected_provider", PROBE)
    texts = reading.optional(
        "legacy_templates",
        "GET /guardian/factors/phone/templates",
        "read:guardian_factors",
        reading.tenant.legacy_templates,
        None,
    )
    return replace(observed, selected_provider=found.selected, legacy_templates=texts)


def _guardian(reading: Reading, observed: Observed) -> Observed:
    """Read the factor, what it may send, and the policy that asks for it."""
    tenant = reading.tenant
    factors = reading.needed("factor_on", "GET /guardian/factors", tenant.factors)
    types = reading.needed(
        "message_types", "GET /guardian/factors/phone/message-types", lambda: guardian.message_types(tenant)
    )
    policies = reading.optional("policies", _POLICIES, "read:mfa_policies", tenant.policies, ())
    on = factors.get(guardian.SMS_FACTOR, False)
    return replace(observed, factor_on=on, message_types=types, policies=policies)
