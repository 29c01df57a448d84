"""What is there already: the tenant's path, the token's rights, and every setting that bears on SMS."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from textfactor.domain.answers import TenantPath
from textfactor.domain.plan import Resource
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.tenant import LEGACY_TRIGGER, UNIFIED_TRIGGER, Observed, TenantSettings
from textfactor.services.context import CallContext, Doing
from textfactor.services.ports import TenantApi
from textfactor.services.setup.resources import action, guardian, phone
from textfactor.services.setup.scopes import needed_scopes

T = TypeVar("T")
_STEPS = 9
_CANNOT_TELL = (ProblemKind.MISSING_SCOPE, ProblemKind.PLAN_GATE, ProblemKind.NOT_FOUND, ProblemKind.REFUSED)


@dataclass(slots=True)
class _Reading:
    """One pass over a tenant: what could not be read is noted by field name with its reason."""

    tenant: TenantApi
    ctx: CallContext
    unknown: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    step: int = 0

    def says(self, doing: Doing, subject: str = "") -> None:
        """Report the next step, and stop here if asked to."""
        self.ctx.doing(doing, self.step, _STEPS, subject)
        self.step += 1

    def optional(self, name: str, read: Callable[[], T], otherwise: T) -> T:
        """Read what can be done without; a refusal is noted, a network problem still ends the pass."""
        self.says(Doing.READING_TENANT, name)
        try:
            return read()
        except ProblemError as error:
            if error.problem.kind not in _CANNOT_TELL:
                raise
            self.note(name, error.problem)
            return otherwise

    def needed(self, name: str, read: Callable[[], T]) -> T:
        """Read what nothing can be planned without."""
        self.says(Doing.READING_TENANT, name)
        return read()

    def note(self, name: str, problem: Problem) -> None:
        """Write down why a part is unknown."""
        self.unknown.append((name, f"{problem.kind}: {problem.detail}"))


def detect(tenant: TenantApi, domain: str, ctx: CallContext) -> Observed:
    """Read everything; nothing is written. Raises what the token or an indispensable part was refused with.

    A refusal for want of scopes names all that are missing, not only the first one that was run into.
    """
    reading = _Reading(tenant, ctx)
    reading.says(Doing.GETTING_TOKEN)
    token = tenant.token()
    reading.says(Doing.FINDING_PATH)
    settings = _settings(reading)
    path = _path(reading, settings)
    wanted = needed_scopes(path, change_policy=False)
    missing = () if token.scopes is None else tuple(scope for scope in wanted if scope not in token.scopes)
    try:
        return _everything(reading, _Frame(domain, path, settings, token.scopes, missing))
    except ProblemError as error:
        if error.problem.kind is ProblemKind.MISSING_SCOPE and missing:
            named = Problem(ProblemKind.MISSING_SCOPE, Service.AUTH0, " ".join(missing), error.problem.status)
            raise ProblemError(named) from error
        raise


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is known before the parts are read."""

    domain: str
    path: TenantPath
    settings: TenantSettings
    scopes: frozenset[str] | None
    missing: tuple[str, ...]


def _settings(reading: _Reading) -> TenantSettings:
    """Read the flag and the name; the probe can do without."""
    try:
        return reading.tenant.settings()
    except ProblemError as error:
        if error.problem.kind not in _CANNOT_TELL:
            raise
        reading.note("friendly_name", error.problem)
        return TenantSettings(None, "")


def _path(reading: _Reading, settings: TenantSettings) -> TenantPath:
    """Tell the path: by the flag when it is set, else by how the legacy call is refused (facts/auth0 1.2)."""
    if settings.unified:
        return TenantPath.UNIFIED
    try:
        reading.tenant.selected_provider()
    except ProblemError as error:
        if error.problem.kind is ProblemKind.LEGACY_CALL_ON_UNIFIED:
            return TenantPath.UNIFIED
        if error.problem.kind not in _CANNOT_TELL or settings.unified is None:
            raise
        reading.note("path", error.problem)
    return TenantPath.LEGACY


def _everything(reading: _Reading, frame: _Frame) -> Observed:
    """Read the parts in the order in which they are written.

    A legacy tenant has no provider and no templates here.
    """
    tenant = reading.tenant
    unified = frame.path is TenantPath.UNIFIED
    trigger = UNIFIED_TRIGGER if unified else LEGACY_TRIGGER
    actions = reading.needed("action", lambda: tenant.actions(trigger))
    bindings = reading.needed("bindings", lambda: tenant.bindings(trigger))
    providers = reading.needed("provider", tenant.phone_providers) if unified else ()
    factors = reading.needed("factor_on", tenant.factors)
    types = reading.needed("message_types", lambda: guardian.message_types(tenant))
    templates = reading.needed("templates", tenant.templates) if unified else ()
    policies = reading.optional("policies", tenant.policies, ())
    return Observed(
        domain=frame.domain,
        path=frame.path,
        friendly_name=frame.settings.friendly_name,
        scopes=frame.scopes,
        missing_scopes=frame.missing,
        action=action.pick(actions),
        bindings=bindings,
        provider=next(iter(providers), None),
        factor_on=factors.get(guardian.SMS_FACTOR, False),
        message_types=types,
        enroll=phone.find_template(templates, Resource.ENROLL_TEMPLATE),
        verify=phone.find_template(templates, Resource.VERIFY_TEMPLATE),
        policies=policies,
        unknown=tuple(reading.unknown),
    )
