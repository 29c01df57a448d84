"""The state of one tenant, all of it; nothing here speaks HTTP."""

from dataclasses import dataclass

from textfactor.practice.auth0.actions import ActionShelf
from textfactor.practice.auth0.executions import Executions
from textfactor.practice.auth0.guardian import Factors
from textfactor.practice.auth0.logs import LogBook
from textfactor.practice.auth0.phone_providers import ProviderSlot
from textfactor.practice.auth0.phone_templates import TemplateBook
from textfactor.practice.auth0.settings import Settings
from textfactor.practice.core import Core


@dataclass(slots=True)
class Tenant:
    """A tenant on the unified path."""

    name: str
    domain: str
    settings: Settings
    shelf: ActionShelf
    slot: ProviderSlot
    templates: TemplateBook
    factors: Factors
    executions: Executions
    logs: LogBook


def new_tenant(core: Core, build_seconds: float) -> Tenant:
    """Return a fresh tenant: no Action, no provider, all factors off, default texts."""
    identity = core.identity
    return Tenant(
        name=identity.tenant,
        domain=identity.domain,
        settings=Settings(),
        shelf=ActionShelf(core.clock, build_seconds),
        slot=ProviderSlot(),
        templates=TemplateBook(),
        factors=Factors(),
        executions=Executions(core.clock),
        logs=LogBook(core.clock, identity.domain),
    )
