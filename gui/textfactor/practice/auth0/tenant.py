"""The state of one tenant, all of it; nothing here speaks HTTP."""

from dataclasses import dataclass, field

from textfactor.practice.auth0.actions import ActionShelf
from textfactor.practice.auth0.attack_protection import Protection
from textfactor.practice.auth0.executions import Executions
from textfactor.practice.auth0.factor_settings import FactorSettings
from textfactor.practice.auth0.guardian import Factors
from textfactor.practice.auth0.hooks import Hook
from textfactor.practice.auth0.legacy import LegacyPhone
from textfactor.practice.auth0.logs import LogBook
from textfactor.practice.auth0.people import People
from textfactor.practice.auth0.phone_providers import ProviderSlot
from textfactor.practice.auth0.phone_templates import TemplateBook
from textfactor.practice.auth0.push import OtherFactors
from textfactor.practice.auth0.ratelimit import DAY, Plan
from textfactor.practice.auth0.settings import Settings
from textfactor.practice.core import Core


@dataclass(frozen=True, slots=True)
class Spoiled:
    """A value that a fault put in the place of another one (see `mishaps`)."""

    holder: object
    name: str
    before: object
    value: object


@dataclass(slots=True)
class Tenant:
    """A tenant. Which path it is on, its settings say."""

    name: str
    domain: str
    plan: Plan
    shelf: ActionShelf
    people: People
    executions: Executions
    logs: LogBook
    settings: Settings = field(default_factory=Settings)
    slot: ProviderSlot = field(default_factory=ProviderSlot)
    templates: TemplateBook = field(default_factory=TemplateBook)
    legacy: LegacyPhone = field(default_factory=LegacyPhone)
    factors: Factors = field(default_factory=Factors)
    factor_settings: FactorSettings = field(default_factory=FactorSettings)
    others: OtherFactors = field(default_factory=OtherFactors)
    protection: Protection = field(default_factory=Protection)
    hooks: list[Hook] = field(default_factory=list[Hook])
    spoiled: dict[tuple[str, int, str], Spoiled] = field(default_factory=dict[tuple[str, int, str], Spoiled])
    pumped: bool = False


def new_tenant(core: Core, plan: Plan, build_seconds: float) -> Tenant:
    """Return a fresh tenant of the legacy path: no Action, no provider, all factors off, default texts."""
    identity, clock = core.identity, core.clock
    return Tenant(
        name=identity.tenant,
        domain=identity.domain,
        plan=plan,
        shelf=ActionShelf(clock, build_seconds),
        people=People(clock),
        executions=Executions(clock),
        logs=LogBook(clock, identity.domain, plan.log_days * DAY),
    )
