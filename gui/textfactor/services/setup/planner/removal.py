"""Taking away everything of ours, whichever run made it: in reverse order, the factor first.

What was there before us stays: an Action of somebody else that was taken over keeps its name, and with it its
place and its provider. Taking that over back is for undo, which knows what was there.
"""

from textfactor.domain.plan import BindingState, Change, Resource, SecretFate, SelectedProviderState
from textfactor.domain.tenant import CUSTOM_PROVIDER, TemplateFacts
from textfactor.services.setup.ours import OUR_NAMES, carries_our_code, is_ours
from textfactor.services.setup.planner import guardian, phone, sender
from textfactor.services.setup.planner.view import View
from textfactor.services.setup.resources.action import bindings_of, sender_of
from textfactor.services.setup.resources.phone import TEMPLATE_TYPES, provider_of, template_of

BUILT_IN = "auth0"
"""The legacy path's provider for a tenant that has none of its own."""


def candidates(view: View) -> dict[Resource, Change | None]:
    """List what there is to take away.

    The factor too is left as it is where nothing of ours is, or where somebody else's sender goes on sending.
    """
    parts = _parts(view)
    if not any(parts.values()) or _others_send(view):
        return {Resource.FACTOR: None, **parts}
    return {Resource.FACTOR: guardian.factor(view, on=False), **parts}


def _others_send(view: View) -> bool:
    """Say whether codes are sent without us: by another provider, or by another's Action with its own code."""
    observed, action = view.observed, view.action
    if not view.unified:
        selected = observed.selected_provider
        others = any(row.action_name not in OUR_NAMES for row in observed.bindings)
        return others if selected == CUSTOM_PROVIDER else selected is not None
    provider = observed.provider
    if provider is None or provider.disabled:
        return False
    return provider.name != "custom" or (action is not None and not carries_our_code(action))


def _parts(view: View) -> dict[Resource, Change | None]:
    middle: dict[Resource, Change | None] = {}
    if view.unified:
        middle[Resource.VERIFY_TEMPLATE] = _template(view, Resource.VERIFY_TEMPLATE)
        middle[Resource.ENROLL_TEMPLATE] = _template(view, Resource.ENROLL_TEMPLATE)
        middle[Resource.PROVIDER] = _provider(view)
    else:
        middle[Resource.SELECTED_PROVIDER] = _selected(view)
    return {
        **middle,
        Resource.BINDING: _binding(view),
        Resource.SENDER: _action(view),
        Resource.OLD_BINDING: _old_binding(view),
        Resource.OLD_SENDER: _old_action(view),
    }


def _template(view: View, resource: Resource) -> Change | None:
    """Drop an edit that says what we wrote; another text is somebody else's."""
    enroll = resource is Resource.ENROLL_TEMPLATE
    found: TemplateFacts | None = view.observed.enroll if enroll else view.observed.verify
    text = view.wishes.enroll_text if enroll else view.wishes.verify_text
    if found is None or not found.id or found.text != text or found.type != TEMPLATE_TYPES[resource]:
        return None
    return Change(resource, template_of(found), None, "DELETE", f"{phone.TEMPLATES}/{found.id}")


def _provider(view: View) -> Change | None:
    """Delete the custom provider along with our Action, without which it sends nothing."""
    found = view.observed.provider
    if found is None or found.name != "custom" or not _made(view):
        return None
    return Change(Resource.PROVIDER, provider_of(found), None, "DELETE", f"{phone.PROVIDERS}/{found.id}")


def _selected(view: View) -> Change | None:
    """Go back to Auth0's own provider where no other Action is left to send."""
    others = any(row.action_name not in OUR_NAMES for row in view.observed.bindings)
    if view.observed.selected_provider != CUSTOM_PROVIDER or others or not _made(view):
        return None
    before, after = SelectedProviderState(CUSTOM_PROVIDER), SelectedProviderState(BUILT_IN)
    return Change(Resource.SELECTED_PROVIDER, before, after, "PUT", phone.SELECTED)


def _binding(view: View) -> Change | None:
    before = bindings_of(view.observed.bindings)
    after = BindingState(tuple(name for name in before.actions if name not in OUR_NAMES))
    if before == after:
        return None
    return Change(Resource.BINDING, before, after, "PATCH", f"/actions/triggers/{view.trigger}/bindings")


def _action(view: View) -> Change | None:
    """Delete our Action. It can be made again where it holds the very code that would be written today."""
    action = view.action
    if action is None or not is_ours(action):
        return None
    before = sender_of(action)
    gone = tuple((name, SecretFate.REMOVED) for name in action.secrets)
    same = action.code == view.wishes.code and set(action.secrets) == set(view.wishes.secrets)
    path = f"/actions/actions/{action.id}"
    return Change(Resource.SENDER, before, None, "DELETE", path, undo=same, secrets=gone)


def _old_binding(view: View) -> Change | None:
    change = sender.old_binding(view)
    # It cannot be bound again once it is deleted, which is the next step.
    return None if change is None else _not_undone(change)


def _old_action(view: View) -> Change | None:
    """Delete our Action on the other trigger; nothing makes it again."""
    action = next((one for one in view.observed.other_actions if is_ours(one)), None)
    if action is None:
        return None
    gone = tuple((name, SecretFate.REMOVED) for name in action.secrets)
    path = f"/actions/actions/{action.id}"
    return Change(Resource.OLD_SENDER, sender_of(action), None, "DELETE", path, undo=False, secrets=gone)


def _not_undone(change: Change) -> Change:
    return Change(change.resource, change.before, change.after, change.method, change.path, undo=False)


def _made(view: View) -> bool:
    """Say whether the trigger's Action is one that we made."""
    return view.action is not None and is_ours(view.action)
