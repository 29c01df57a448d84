"""Reading, writing and comparing by resource: all that the executor needs to know of them."""

from collections.abc import Callable, Mapping

from textfactor.domain.code_digest import same_code
from textfactor.domain.plan import (
    BindingState,
    Change,
    DeploymentState,
    Resource,
    SenderState,
    State,
    TemplateState,
)
from textfactor.domain.secret import Secret
from textfactor.services.setup.resources import action, binding, guardian, legacy, phone
from textfactor.services.setup.resources.site import Site

_Read = Callable[[Site, Change], State | None]
_Write = Callable[[Site, Change], Change]


def read(site: Site, change: Change) -> State | None:
    """Read what a change is about, None where it does not exist."""
    return _READERS[change.resource](site, change)


def write(site: Site, change: Change, secrets: Mapping[str, Secret]) -> Change:
    """Make one change and return it as it was made (a deployment has got its version by then)."""
    if change.resource is Resource.SENDER:
        return action.write_sender(site, change, secrets)
    return _WRITERS[change.resource](site, change)


_READERS: Mapping[Resource, _Read] = {
    Resource.SENDER: lambda site, _: action.sender_of(site.action()),
    Resource.DEPLOYMENT: lambda site, _: action.deployment_of(site.action()),
    Resource.BINDING: lambda site, _: binding.read_binding(site, site.trigger),
    Resource.PROVIDER: lambda site, _: phone.provider_of(site.provider()),
    Resource.FACTOR: guardian.read,
    Resource.SELECTED_PROVIDER: lambda site, _: legacy.read_selected(site),
    Resource.MESSAGE_TYPES: guardian.read,
    Resource.ENROLL_TEMPLATE: phone.read_template,
    Resource.VERIFY_TEMPLATE: phone.read_template,
    Resource.LEGACY_TEMPLATES: lambda site, _: legacy.read_legacy_templates(site),
    Resource.POLICY: guardian.read,
    Resource.OLD_BINDING: lambda site, _: binding.read_binding(site, site.other_trigger),
    Resource.OLD_SENDER: lambda site, _: action.sender_of(site.old_action()),
    Resource.HOOK: legacy.read_hook,
}

_WRITERS: Mapping[Resource, _Write] = {
    Resource.DEPLOYMENT: action.write_deployment,
    Resource.BINDING: lambda site, change: binding.write_binding(site, change, site.trigger),
    Resource.PROVIDER: phone.write_provider,
    Resource.FACTOR: guardian.write,
    Resource.SELECTED_PROVIDER: legacy.write_selected,
    Resource.MESSAGE_TYPES: guardian.write,
    Resource.ENROLL_TEMPLATE: phone.write_template,
    Resource.VERIFY_TEMPLATE: phone.write_template,
    Resource.LEGACY_TEMPLATES: legacy.write_legacy_templates,
    Resource.POLICY: guardian.write,
    Resource.OLD_BINDING: lambda site, change: binding.write_binding(site, change, site.other_trigger),
    Resource.OLD_SENDER: action.delete_old_sender,
    Resource.HOOK: legacy.write_hook,
}


def unchanged(change: Change, actual: State | None) -> bool:
    """Say whether the tenant still is as the plan found it."""
    before = change.before
    if isinstance(actual, DeploymentState) and isinstance(before, DeploymentState):
        # A change whose write was not confirmed does not know its version.
        known = before.version in ("", actual.version)
        return same_code(actual.code, before.code) and known
    if isinstance(actual, SenderState) and isinstance(before, SenderState):
        return action.draft_unchanged(actual, before)
    if isinstance(actual, BindingState) and isinstance(before, BindingState):
        return binding.same_bindings(actual, before)
    if isinstance(before, TemplateState) and before.edited and _absent(change.after):
        return actual == before and phone.same_beside(actual, before)
    return actual == before or (_absent(actual) and _absent(before))


def reached(change: Change, actual: State | None) -> bool:
    """Say whether the tenant is as it shall be.

    A version deployed again has a new id, so ids do not count.
    """
    after = change.after
    if isinstance(actual, DeploymentState) and isinstance(after, DeploymentState):
        return same_code(actual.code, after.code)
    if isinstance(actual, SenderState) and isinstance(after, SenderState):
        return action.draft_reached(actual, after)
    if isinstance(actual, BindingState) and isinstance(after, BindingState):
        return binding.same_bindings(actual, after)
    if change.resource is Resource.HOOK:
        return _hook_reached(actual, after)
    if change.resource is Resource.LEGACY_TEMPLATES and after is None:
        return actual in (None, legacy.DEFAULTS)
    if change.removes and _absent(actual):
        return True
    return actual == after or (_absent(actual) and _absent(after))


def _absent(state: State | None) -> bool:
    """Say whether nothing of the tenant's own is there; the vendor's default text is no template of it."""
    return state is None or (isinstance(state, TemplateState) and not state.edited)


def _hook_reached(actual: State | None, after: State | None) -> bool:
    """Say whether a Hook is as wanted; one that is gone is off, and nobody can bring it back."""
    return actual is None or actual == after
