"""Taking away everything of ours, whichever run made it: in reverse order, the policy and the factor first.

What was there before us stays. Where the journal on this computer knows what a part was before our first run, the
part goes back to that; else to the vendor's default. See `given_back` for an Action of somebody else that we took
over. What stays all the same is said with the plan (`words.plan_stays`).
"""

from textfactor.domain.plan import Change, FactorState, Resource, SecretFate
from textfactor.domain.tenant import CUSTOM_PROVIDER
from textfactor.services.setup.ours import carries_our_code, is_ours, ours_bound
from textfactor.services.setup.planner import given_back, guardian, sender
from textfactor.services.setup.planner.view import View
from textfactor.services.setup.resources.action import bindings_of, sender_of


def candidates(view: View) -> dict[Resource, Change | None]:
    """List what there is to take away.

    The factor too is left as it is where nothing of ours is, or where somebody else's sender goes on sending.
    """
    parts = _parts(view)
    policy = given_back.policy(view)
    first = {Resource.POLICY: policy, Resource.MESSAGE_TYPES: None}
    if any(parts.values()) and not _others_send(view):
        # While the factor is off Auth0 need not tell them, so they come before it.
        first[Resource.MESSAGE_TYPES] = given_back.message_types(view)
    if parts.get(Resource.DEPLOYMENT) is not None:
        return {**first, Resource.FACTOR: _factor_before(view), **parts}
    if not any(parts.values()) or _others_send(view):
        return {**first, Resource.FACTOR: None, **parts}
    return {**first, Resource.FACTOR: guardian.factor(view, on=False), **parts}


def _factor_before(view: View) -> Change | None:
    """Give an owner whose own code comes back the factor as it was; one that we never touched is theirs."""
    before = view.before_us(Resource.FACTOR)
    return guardian.factor(view, on=before.on) if isinstance(before, FactorState) else None


def _others_send(view: View) -> bool:
    """Say whether codes are sent without us: by another provider, or by another's Action with its own code."""
    observed, action = view.observed, view.action
    if not view.unified:
        selected = observed.selected_provider
        if selected != CUSTOM_PROVIDER:
            return selected is not None
        return _others_bound(view) or bool(given_back.unbound(view))
    provider = observed.provider
    if provider is None or provider.disabled:
        return False
    return provider.name != "custom" or (action is not None and not carries_our_code(action))


def _others_bound(view: View) -> bool:
    """Say whether another Action than ours is on the trigger."""
    ours = ours_bound(view.observed)
    return any(row.action_name not in ours for row in view.observed.bindings)


def _nobody_else(view: View) -> bool:
    """Say whether the trigger is left without an Action that is to send, as it was selected before us."""
    known = view.before_us(Resource.SELECTED_PROVIDER) is not None
    return not _others_bound(view) and (known or not given_back.unbound(view))


def _parts(view: View) -> dict[Resource, Change | None]:
    made = view.action is not None and is_ours(view.action)
    middle: dict[Resource, Change | None] = {}
    if view.unified:
        middle[Resource.VERIFY_TEMPLATE] = given_back.template(view, Resource.VERIFY_TEMPLATE)
        middle[Resource.ENROLL_TEMPLATE] = given_back.template(view, Resource.ENROLL_TEMPLATE)
        middle[Resource.PROVIDER] = given_back.provider(view, alone=made)
        middle[Resource.DEPLOYMENT] = given_back.deployment(view)
    else:
        middle[Resource.LEGACY_TEMPLATES] = given_back.legacy_templates(view)
        middle[Resource.SELECTED_PROVIDER] = given_back.selected(view, alone=made and _nobody_else(view))
    return {
        **middle,
        Resource.BINDING: _binding(view),
        Resource.SENDER: _action(view),
        Resource.OLD_BINDING: _old_binding(view),
        Resource.OLD_SENDER: _old_action(view),
    }


def _binding(view: View) -> Change | None:
    before, ours = bindings_of(view.observed.bindings), ours_bound(view.observed)
    after = given_back.bindings(view, tuple(name for name in before.actions if name not in ours))
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
