"""What is to do about the SMS factor, what it may send, and the policy that asks for it."""

from textfactor.domain.answers import PolicyWish
from textfactor.domain.plan import Change, FactorState, MessageTypesState, PolicyState, Resource
from textfactor.services.setup.planner.view import View
from textfactor.services.setup.resources.guardian import types_of

_POLICIES = {PolicyWish.ALWAYS: ("all-applications",), PolicyWish.NEVER: ()}


def factor(view: View, *, on: bool) -> Change | None:
    """Switch the factor."""
    if view.observed.factor_on == on:
        return None
    before, after = FactorState(view.observed.factor_on), FactorState(on)
    return Change(Resource.FACTOR, before, after, "PUT", "/guardian/factors/sms")


def message_types(view: View, *, on: bool) -> Change | None:
    """Let the factor send text messages only; a factor that shall be off keeps what it has.

    Another provider's voice calls cannot come back where the provider itself cannot.
    """
    before, after = types_of(view.observed.message_types), MessageTypesState(("sms",))
    if not on or before == after:
        return None
    provider = view.observed.provider
    foreign = provider is not None and provider.name != "custom"
    undo = not (foreign and before is not None and "voice" in before.types)
    path = "/guardian/factors/phone/message-types"
    return Change(Resource.MESSAGE_TYPES, before, after, "PUT", path, undo=undo)


def policy(view: View) -> Change | None:
    """Change the policy only when asked to, and never one that could not be read."""
    wanted = _POLICIES.get(view.wishes.policy)
    if wanted is None:
        return None
    view.need_known("policies")
    found = view.observed.policies
    if found == wanted:
        return None
    return Change(Resource.POLICY, PolicyState(found), PolicyState(wanted), "PUT", "/guardian/policies")
