"""The tenant's phone provider and its two templates for MFA (unified path)."""

from dataclasses import replace

from textfactor.domain.code_digest import code_digest
from textfactor.domain.plan import Change, ProviderState, Resource, TemplateState
from textfactor.domain.tenant import ProviderFacts, TemplateFacts
from textfactor.services.setup.resources.site import Site, needed

TEMPLATE_TYPES = {Resource.ENROLL_TEMPLATE: "otp_enroll", Resource.VERIFY_TEMPLATE: "otp_verify"}


def provider_of(provider: ProviderFacts | None) -> ProviderState | None:
    """Describe the provider; the order of methods means nothing and is made alphabetical."""
    if provider is None:
        return None
    return ProviderState(provider.name, provider.disabled, tuple(sorted(provider.methods)))


def template_of(template: TemplateFacts | None) -> TemplateState | None:
    """Describe a template's text; one without an id is the vendor's default."""
    if template is None:
        return None
    beside = code_digest(f"{template.sender}\n{template.voice}")
    return TemplateState(template.text, bool(template.id), template.disabled, beside)


def same_beside(one: object, other: object) -> bool:
    """Say whether voice text and sender are the same too, as far as both are known: dropping an edit drops them."""
    if not isinstance(one, TemplateState) or not isinstance(other, TemplateState):
        return False
    return "" in (one.beside, other.beside) or one.beside == other.beside


def find_template(templates: tuple[TemplateFacts, ...], resource: Resource) -> TemplateFacts | None:
    """Pick the template of a resource."""
    return next((found for found in templates if found.type == TEMPLATE_TYPES[resource]), None)


def write_provider(site: Site, change: Change) -> Change:
    """Create, change or remove the provider."""
    found, after = site.provider(), change.after
    if found is None and isinstance(after, ProviderState) and not change.removes:
        made = site.tenant.create_phone_provider(after.name, after.methods, disabled=after.disabled)
        return replace(change, after=provider_of(made))
    known = needed(found, Resource.PROVIDER)
    if change.removes or not isinstance(after, ProviderState):
        site.tenant.delete_phone_provider(known.id)
        return replace(change, after=None)
    made = site.tenant.update_phone_provider(known.id, after.name, after.methods, disabled=after.disabled)
    return replace(change, after=provider_of(made))


def read_template(site: Site, change: Change) -> TemplateState | None:
    """Read one template's text."""
    return template_of(find_template(site.templates(), change.resource))


def write_template(site: Site, change: Change) -> Change:
    """Edit a template for the first time or again, or drop the edit; the voice text stays as it is."""
    existing = find_template(site.templates(), change.resource)
    after = change.after
    if not isinstance(after, TemplateState) or not after.edited:
        site.tenant.delete_template(needed(existing, change.resource).id)
        return change
    blank = TemplateFacts("", TEMPLATE_TYPES[change.resource], "", "", "", disabled=False)
    wanted = replace(existing or blank, text=after.text, disabled=after.disabled)
    write = site.tenant.update_template if wanted.id else site.tenant.create_template
    return replace(change, after=template_of(write(wanted)))
