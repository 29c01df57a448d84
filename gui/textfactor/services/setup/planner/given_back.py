"""A removal gives back what was there before us: as the journal knows it, else the vendor's default.

Only what still is as we left it is ours to change. That is what the journal says we wrote last, or what would be
written today.
"""

from textfactor.domain.code_digest import same_code
from textfactor.domain.plan import (
    BindingState,
    Change,
    DeploymentState,
    LegacyTemplatesState,
    MessageTypesState,
    PolicyState,
    ProviderState,
    Resource,
    SelectedProviderState,
    SenderState,
    TemplateState,
)
from textfactor.domain.tenant import CUSTOM_PROVIDER, TemplateFacts
from textfactor.services.setup.ours import carries_our_code, is_ours
from textfactor.services.setup.planner import phone
from textfactor.services.setup.planner.view import View
from textfactor.services.setup.resources.action import deployment_of
from textfactor.services.setup.resources.guardian import types_of
from textfactor.services.setup.resources.legacy import DEFAULTS, legacy_templates_of
from textfactor.services.setup.resources.phone import (
    TEMPLATE_TYPES,
    provider_of,
    same_beside,
    template_of,
)

BUILT_IN = "auth0"
"""The legacy path's provider for a tenant that has none of its own."""


def unbound(view: View) -> tuple[str, ...]:
    """Name the others' Actions that our runs took off the trigger and that can be bound again.

    The unified path's trigger takes one Action only, and there it was written over.
    """
    before, left = view.before_us(Resource.BINDING), view.left_by_us(Resource.BINDING)
    if view.unified or not isinstance(before, BindingState) or not isinstance(left, BindingState):
        return ()
    bound = {*left.actions, *(row.action_name for row in view.observed.bindings)}
    gone = (name for name in before.actions if name not in bound)
    return tuple(name for name in gone if name in view.observed.deployed_actions)


def bindings(view: View, kept: tuple[str, ...]) -> BindingState:
    """Bind again what our runs took off, behind what is `kept`, or in the old order where it is the same set."""
    back, before = unbound(view), view.before_us(Resource.BINDING)
    if back and isinstance(before, BindingState) and {*kept, *back} == set(before.actions):
        return before
    return BindingState((*kept, *back))


def policy(view: View) -> Change | None:
    """Set the MFA policy back that one of our runs set, if it still is so; any other is not ours to change.

    A policy may be asked for by other factors, so without that record it stays, and a note with the plan says so.
    """
    before, found = view.before_us(Resource.POLICY), PolicyState(view.observed.policies)
    ours = view.left_by_us(Resource.POLICY) == found
    if not isinstance(before, PolicyState) or not ours or before == found or not view.is_known("policies"):
        return None
    return Change(Resource.POLICY, found, before, "PUT", "/guardian/policies")


def message_types(view: View) -> Change | None:
    """Give back how codes were delivered, where the journal knows it and it still is as we left it."""
    before, found = view.before_us(Resource.MESSAGE_TYPES), types_of(view.observed.message_types)
    record = next((one for one in view.wishes.made if one.resource is Resource.MESSAGE_TYPES), None)
    if record is None or not record.undo or record.after != found or before == found:
        return None
    if isinstance(before, MessageTypesState) and "voice" in before.types:
        return None  # refused while the provider is ours, which sends text alone
    return Change(Resource.MESSAGE_TYPES, found, before, "PUT", "/guardian/factors/phone/message-types")


def template(view: View, resource: Resource) -> Change | None:
    """Give the earlier text back, or drop an edit that says what we wrote; another text is somebody else's.

    So is a voice text, or a sender, that came since: dropping the edit would drop it too.
    """
    enroll = resource is Resource.ENROLL_TEMPLATE
    found: TemplateFacts | None = view.observed.enroll if enroll else view.observed.verify
    text = phone.unified_text(view, resource)
    if found is None or not found.id or found.type != TEMPLATE_TYPES[resource]:
        return None
    state, left = template_of(found), view.left_by_us(resource)
    if found.text != text and not (isinstance(left, TemplateState) and left.text == found.text):
        return None
    before, path = view.before_us(resource), f"{phone.TEMPLATES}/{found.id}"
    if isinstance(before, TemplateState) and before.edited:
        return None if before == state else Change(resource, state, before, "PATCH", path)
    if left is not None and not same_beside(left, state):
        return None
    return Change(resource, state, None, "DELETE", path)


def legacy_templates(view: View) -> Change | None:
    """Give both earlier texts back, or write Auth0's own: texts that were set once cannot be unset."""
    found = legacy_templates_of(view.observed.legacy_templates)
    texts = (phone.legacy_text(view.wishes.enroll_text), phone.legacy_text(view.wishes.verify_text))
    ours = (LegacyTemplatesState(*texts), view.left_by_us(Resource.LEGACY_TEMPLATES))
    if found is None or found not in ours or not view.is_known("legacy_templates"):
        return None
    before = view.before_us(Resource.LEGACY_TEMPLATES)
    after = before if isinstance(before, LegacyTemplatesState) else DEFAULTS
    if after == found:
        return None
    return Change(Resource.LEGACY_TEMPLATES, found, after, "PUT", phone.LEGACY_TEMPLATES)


def provider(view: View, *, alone: bool) -> Change | None:
    """Delete the custom provider along with our Action (`alone`), without which it sends nothing.

    Where somebody else's own code comes back, their provider becomes as it was. One that was not custom cannot come
    back, since Auth0 never shows its credentials, and their Action was not asked for anything then.
    """
    found = view.observed.provider
    if found is None or found.name != "custom":
        return None
    path, state = f"{phone.PROVIDERS}/{found.id}", provider_of(found)
    before = view.before_us(Resource.PROVIDER)
    if alone:
        return Change(Resource.PROVIDER, state, None, "DELETE", path)
    if view.left_by_us(Resource.PROVIDER) != state or deployment(view) is None:
        return None
    if isinstance(before, ProviderState) and before.name == "custom":
        return Change(Resource.PROVIDER, state, before, "PATCH", path)
    return Change(Resource.PROVIDER, state, None, "DELETE", path)


def deployment(view: View) -> Change | None:
    """Deploy the version again that ran before we took somebody's Action over; it brings its draft and secrets along.

    Only where the journal knows the version and nobody has written a draft since, which it would carry off. An
    Action with our secrets was ours by then: another computer's run had taken it over, and its journal knows more.
    """
    action, before = view.action, view.before_us(Resource.DEPLOYMENT)
    if action is None or is_ours(action) or not carries_our_code(action):
        return None
    draft = view.before_us(Resource.SENDER)
    if not isinstance(draft, SenderState) or set(draft.secrets) == set(view.wishes.secrets):
        return None
    runs, left = deployment_of(action), view.left_by_us(Resource.DEPLOYMENT)
    if not isinstance(before, DeploymentState) or not before.version or runs is None:
        return None
    untouched = isinstance(left, DeploymentState) and same_code(left.code, runs.code)
    if not untouched or not same_code(action.code, runs.code):
        return None
    path = f"/actions/actions/{action.id}/versions/{before.version}/deploy"
    return Change(Resource.DEPLOYMENT, runs, before, "POST", path)


def selected(view: View, *, alone: bool) -> Change | None:
    """Go back to the provider there was, else to Auth0's own, where no other Action is left to send (`alone`)."""
    if view.observed.selected_provider != CUSTOM_PROVIDER or not alone:
        return None
    known = view.before_us(Resource.SELECTED_PROVIDER)
    after = known if isinstance(known, SelectedProviderState) else SelectedProviderState(BUILT_IN)
    before = SelectedProviderState(CUSTOM_PROVIDER)
    return (
        None if after == before else Change(Resource.SELECTED_PROVIDER, before, after, "PUT", phone.SELECTED)
    )
