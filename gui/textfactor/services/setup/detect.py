"""What is there already: the tenant's path, the token's rights, and every setting that bears on SMS."""

from dataclasses import dataclass, replace

from textfactor.domain.answers import TenantPath
from textfactor.domain.plan import Purpose, Resource
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.tenant import (
    LEGACY_TRIGGER,
    LOGIN_TRIGGER,
    UNIFIED_TRIGGER,
    ActionFacts,
    BindingFacts,
    Observed,
    trigger_of,
)
from textfactor.services.context import CallContext, Doing
from textfactor.services.ports import TenantApi
from textfactor.services.setup import ours
from textfactor.services.setup.asking import asking_among
from textfactor.services.setup.find_path import PROBE, FoundPath, find_path
from textfactor.services.setup.reading import Reading
from textfactor.services.setup.resources import guardian, phone
from textfactor.services.setup.scopes import scopes_for

_ACTIONS = "GET /actions/actions?triggerId={}"
_BINDINGS = "GET /actions/triggers/{}/bindings"
_POLICIES = "GET /guardian/policies"


def detect(tenant: TenantApi, domain: str, ctx: CallContext, purpose: Purpose = Purpose.SET_UP) -> Observed:
    """Read everything, each thing once; nothing is written. Raises what an indispensable part was refused with.

    `purpose` says which scopes count as missing. A refusal for want of scopes names all that are missing, not only
    the first one that was run into.
    """
    reading = Reading(tenant, ctx)
    reading.says(Doing.GETTING_TOKEN)
    reading.came_from("scopes", "POST /oauth/token")
    reading.scopes = tenant.token().scopes
    reading.says(Doing.FINDING_PATH)
    found = find_path(reading)
    missing = scopes_for(found.path, purpose).missing(reading.scopes)
    try:
        observed = _everything(reading, domain, found)
    except ProblemError as error:
        if error.problem.kind is ProblemKind.MISSING_SCOPE and missing:
            named = Problem(ProblemKind.MISSING_SCOPE, Service.AUTH0, " ".join(missing), error.problem.status)
            raise ProblemError(named) from error
        raise
    return replace(
        observed,
        scopes=reading.scopes,
        missing_scopes=missing,
        unknown=tuple(reading.unknown),
        origins=tuple(reading.origins),
    )


def _everything(reading: Reading, domain: str, found: FoundPath) -> Observed:
    """Read the parts in the order in which they are written; then what else has a say in it."""
    tenant, trigger = reading.tenant, trigger_of(found.path)
    actions = reading.needed("action", _ACTIONS.format(trigger), lambda: tenant.actions(trigger))
    bindings = reading.needed("bindings", _BINDINGS.format(trigger), lambda: tenant.bindings(trigger))
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
    unified = found.path is TenantPath.UNIFIED
    sending = _unified(reading, blank) if unified else _legacy(reading, blank, found)
    return _surroundings(reading, replace(_guardian(reading, sending), path_evidence=found.evidence))


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


@dataclass(frozen=True, slots=True)
class _Other:
    """What hangs on the other path's trigger."""

    actions: tuple[ActionFacts, ...]
    bindings: tuple[BindingFacts, ...]


def _surroundings(reading: Reading, observed: Observed) -> Observed:
    """Read what can be done without: who else asks, the other path, attack protection, what is left of Hooks."""
    tenant = reading.tenant
    rows = reading.optional(
        "asking_actions",
        _BINDINGS.format(LOGIN_TRIGGER),
        "read:actions",
        lambda: tenant.bindings(LOGIN_TRIGGER),
        (),
    )
    other = _other_path(reading, observed.path)
    protection = reading.optional(
        "phone_protection",
        "GET /attack-protection/phone-provider-protection",
        "read:attack_protection",
        tenant.phone_protection,
        None,
    )
    hooks = reading.optional(
        "hooks",
        f"GET /hooks?triggerId={LEGACY_TRIGGER}",
        "read:hooks",
        lambda: tenant.hooks(LEGACY_TRIGGER),
        (),
    )
    return replace(
        observed,
        asking_actions=asking_among(rows),
        other_actions=other.actions,
        other_bindings=other.bindings,
        phone_protection=protection or None,
        hooks=hooks,
    )


def _other_path(reading: Reading, path: TenantPath) -> _Other:
    """Read the other trigger; where it has no Action nothing can be bound to it, so nobody asks."""
    tenant = reading.tenant
    trigger = LEGACY_TRIGGER if path is TenantPath.UNIFIED else UNIFIED_TRIGGER
    actions = reading.optional(
        "other_actions", _ACTIONS.format(trigger), "read:actions", lambda: tenant.actions(trigger), ()
    )
    known_empty = not actions and "other_actions" not in dict(reading.unknown)
    if known_empty:
        reading.says(Doing.READING_TENANT, "other_bindings")
        reading.came_from("other_bindings", _ACTIONS.format(trigger))
        return _Other((), ())
    bindings = reading.optional(
        "other_bindings", _BINDINGS.format(trigger), "read:actions", lambda: tenant.bindings(trigger), ()
    )
    return _Other(actions, bindings)
