"""What is to do about the provider and the texts, on either path."""

from textfactor.domain.answers import TenantPath
from textfactor.domain.plan import (
    Change,
    LegacyTemplatesState,
    ProviderState,
    Resource,
    SelectedProviderState,
    TemplateState,
)
from textfactor.domain.templates import worded_for
from textfactor.domain.tenant import CUSTOM_PROVIDER
from textfactor.services.setup.planner.view import View
from textfactor.services.setup.resources.legacy import legacy_templates_of
from textfactor.services.setup.resources.phone import provider_of, template_of

TEMPLATES = "/branding/phone/templates"
PROVIDERS = "/branding/phone/providers"
SELECTED = "/guardian/factors/phone/selected-provider"
LEGACY_TEMPLATES = "/guardian/factors/phone/templates"


def provider(view: View) -> Change | None:
    """Make the custom provider the tenant's one provider.

    Credentials of another one cannot be read, nor restored.
    """
    found = view.observed.provider
    before = provider_of(found)
    after = ProviderState("custom", disabled=False, methods=tuple(sorted(view.wishes.methods)))
    if before == after:
        return None
    if found is None:
        return Change(Resource.PROVIDER, None, after, "POST", PROVIDERS)
    path = f"{PROVIDERS}/{found.id}"
    return Change(Resource.PROVIDER, before, after, "PATCH", path, undo=found.name == after.name)


def selected_provider(view: View) -> Change | None:
    """Let the tenant hand its messages to the Action; the accounts of other providers stay stored."""
    view.need_known("selected_provider")
    found = view.observed.selected_provider
    if found == CUSTOM_PROVIDER:
        return None
    before = None if found is None else SelectedProviderState(found)
    after = SelectedProviderState(CUSTOM_PROVIDER)
    return Change(Resource.SELECTED_PROVIDER, before, after, "PUT", SELECTED)


def template(view: View, resource: Resource) -> Change | None:
    """Set one text, compared to the letter; a default is edited by a POST, an edited one by a PATCH."""
    enroll = resource is Resource.ENROLL_TEMPLATE
    found = view.observed.enroll if enroll else view.observed.verify
    text = unified_text(view, resource)
    if found is not None and found.text == text and not found.disabled:
        return None
    edited = found is not None and found.id
    path = f"{TEMPLATES}/{found.id}" if found and edited else TEMPLATES
    method = "PATCH" if edited else "POST"
    return Change(resource, template_of(found), TemplateState(text, edited=True), method, path)


def unified_text(view: View, resource: Resource) -> str:
    """Choose the wished text, with the unified path's variables where it is our own one of the legacy path."""
    enroll = resource is Resource.ENROLL_TEMPLATE
    return worded_for(TenantPath.UNIFIED, view.wishes.enroll_text if enroll else view.wishes.verify_text)


def legacy_templates(view: View) -> Change | None:
    """Set both texts. Nothing makes texts unset again that were set once."""
    view.need_known("legacy_templates")
    before = legacy_templates_of(view.observed.legacy_templates)
    after = LegacyTemplatesState(legacy_text(view.wishes.enroll_text), legacy_text(view.wishes.verify_text))
    if before == after:
        return None
    undo = before is not None
    return Change(Resource.LEGACY_TEMPLATES, before, after, "PUT", LEGACY_TEMPLATES, undo=undo)


def legacy_text(text: str) -> str:
    """Name the tenant as the legacy path does, where the unified path's name is used (facts/auth0 2.2)."""
    return worded_for(TenantPath.LEGACY, text)
