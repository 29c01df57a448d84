"""The tenant's phone provider and its two templates for MFA (unified path)."""

from dataclasses import replace
from typing import TypeVar

from textfactor.domain.plan import Change, ProviderState, Resource, TemplateState
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.tenant import ProviderFacts, TemplateFacts
from textfactor.services.ports import TenantApi

F = TypeVar("F")

TEMPLATE_TYPES = {Resource.ENROLL_TEMPLATE: "otp_enroll", Resource.VERIFY_TEMPLATE: "otp_verify"}


def provider_of(provider: ProviderFacts | None) -> ProviderState | None:
    """Describe the provider; the order of methods means nothing and is made alphabetical."""
    if provider is None:
        return None
    return ProviderState(provider.name, provider.disabled, tuple(sorted(provider.methods)))


def template_of(template: TemplateFacts | None) -> TemplateState | None:
    """Describe a template's text; one without an id is the vendor's default."""
    return None if template is None else TemplateState(template.text, bool(template.id))


def find_template(templates: tuple[TemplateFacts, ...], resource: Resource) -> TemplateFacts | None:
    """Pick the template of a resource."""
    return next((found for found in templates if found.type == TEMPLATE_TYPES[resource]), None)


def read_provider(tenant: TenantApi) -> ProviderState | None:
    """Read the provider."""
    return provider_of(next(iter(tenant.phone_providers()), None))


def write_provider(tenant: TenantApi, change: Change) -> ProviderState | None:
    """Create, change or remove the provider."""
    after = change.after
    if change.before is None and isinstance(after, ProviderState):
        return provider_of(tenant.create_phone_provider(after.name, after.methods, disabled=after.disabled))
    known = _needed(next(iter(tenant.phone_providers()), None), Resource.PROVIDER)
    if not isinstance(after, ProviderState):
        tenant.delete_phone_provider(known.id)
        return None
    return provider_of(
        tenant.update_phone_provider(known.id, after.name, after.methods, disabled=after.disabled)
    )


def read_template(tenant: TenantApi, resource: Resource) -> TemplateState | None:
    """Read one template's text."""
    return template_of(find_template(tenant.templates(), resource))


def write_template(tenant: TenantApi, change: Change) -> TemplateState | None:
    """Edit a template for the first time or again, or drop the edit; the voice text stays as it is."""
    existing = find_template(tenant.templates(), change.resource)
    after = change.after
    if not isinstance(after, TemplateState) or not after.edited:
        tenant.delete_template(_needed(existing, change.resource).id)
        return after if isinstance(after, TemplateState) else None
    if existing is not None and existing.id:
        return template_of(tenant.update_template(replace(existing, text=after.text)))
    blank = TemplateFacts("", TEMPLATE_TYPES[change.resource], "", "", "", disabled=False)
    return template_of(tenant.create_template(replace(existing or blank, text=after.text)))


def _needed(found: F | None, resource: Resource) -> F:
    """Insist on what the comparison has just seen; raises DRIFT when it went away in between."""
    if found is None:
        raise ProblemError(Problem(ProblemKind.DRIFT, Service.AUTH0, resource.value))
    return found
