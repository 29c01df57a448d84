"""All calls of the Management API that the stand-in answers."""

from typing import Final

from textfactor.practice.auth0.actions_api import ActionsApi
from textfactor.practice.auth0.attack_protection import ProtectionApi
from textfactor.practice.auth0.bindings_api import BindingsApi
from textfactor.practice.auth0.call import Route
from textfactor.practice.auth0.clients_api import ClientsApi
from textfactor.practice.auth0.delivery import Runtime
from textfactor.practice.auth0.enrollments_api import EnrollmentsApi
from textfactor.practice.auth0.guardian import GuardianApi
from textfactor.practice.auth0.hooks import HooksApi
from textfactor.practice.auth0.legacy_api import LegacyApi
from textfactor.practice.auth0.logs_api import LogsApi
from textfactor.practice.auth0.methods_api import MethodsApi
from textfactor.practice.auth0.modules_api import ModulesApi
from textfactor.practice.auth0.phone_providers import ProvidersApi
from textfactor.practice.auth0.phone_templates import TemplatesApi, TryTemplate
from textfactor.practice.auth0.push import OtherFactorsApi
from textfactor.practice.auth0.tenant import Tenant
from textfactor.practice.auth0.testing_api import TestingApi
from textfactor.practice.core import Core
from textfactor.practice.web.router import Router

API: Final = "/api/v2"


def router_for(core: Core, tenant: Tenant, runtime: Runtime, try_out: TryTemplate) -> Router[Route]:
    """Return the calls of one tenant by method and path; `try_out` sends a template's test message."""
    router: Router[Route] = Router()
    for route in (
        *_about_actions(core, tenant, runtime),
        *_about_phones(core, tenant, try_out),
        *_rest(core, tenant),
    ):
        router.add(route.method, API + route.path, route)
    return router


def _about_actions(core: Core, tenant: Tenant, runtime: Runtime) -> list[Route]:
    return [
        *ActionsApi(core, tenant.shelf).routes(),
        *BindingsApi(tenant.shelf).routes(),
        *TestingApi(core, tenant.shelf, runtime).routes(),
        *ModulesApi(core.clock).routes(),
        *tenant.executions.routes(),
        *HooksApi(tenant.hooks).routes(),
    ]


def _about_phones(core: Core, tenant: Tenant, try_out: TryTemplate) -> list[Route]:
    def try_provider(to: str, medium: str) -> None:
        try_out("otp_verify", to, medium)

    providers = ProvidersApi(tenant.name, core.clock, tenant.shelf, tenant.slot, try_provider)
    return [
        *providers.routes(),
        *TemplatesApi(tenant.name, core.clock, tenant.templates, try_out).routes(),
        *LegacyApi(tenant.legacy, tenant.settings, tenant.plan).routes(),
        *GuardianApi(tenant.factors, tenant.slot, tenant.settings, tenant.plan).routes(),
        *tenant.factor_settings.routes(),
        *OtherFactorsApi(tenant.others).routes(),
    ]


def _rest(core: Core, tenant: Tenant) -> list[Route]:
    return [
        *tenant.settings.routes(),
        *EnrollmentsApi(tenant.name, tenant.domain, tenant.people, tenant.logs).routes(),
        *MethodsApi(tenant.people).routes(),
        *ClientsApi(core.identity, tenant.name).routes(),
        *ProtectionApi(tenant.protection, tenant.plan).routes(),
        *LogsApi(tenant.logs).routes(),
    ]
