"""From what is there and what is wanted to an ordered list of changes. Only reads its arguments."""

from collections.abc import Callable, Mapping

from textfactor.domain.plan import (
    BindingState,
    Change,
    FactorState,
    Plan,
    Purpose,
    Resource,
    State,
    TemplateState,
)
from textfactor.domain.tenant import Observed
from textfactor.services.setup.planner import guardian, phone, removal, sender
from textfactor.services.setup.planner.view import View
from textfactor.services.setup.snapshot import snapshot
from textfactor.services.setup.wishes import Wishes

Candidates = dict[Resource, Change | None]
"""What was looked at; None where nothing is to do."""


def make_plan(observed: Observed, wishes: Wishes, purpose: Purpose = Purpose.SET_UP) -> Plan:
    """Compare and list what is to do, in the order both vendors demand; an empty plan means "already done".

    Raises what a part was refused with that is to change but is not known, and NOT_FOUND where secrets shall be
    renewed and no Action of ours is there.
    """
    candidates = _WAYS[purpose](View(observed, wishes))
    found = snapshot(observed)
    return Plan(
        observed.domain,
        tuple(change for change in candidates.values() if change is not None),
        _unchanged(candidates, dict(found), purpose),
        path=observed.path,
        purpose=purpose,
        found=found,
    )


def _unchanged(
    candidates: Candidates, found: Mapping[Resource, State | None], purpose: Purpose
) -> tuple[Resource, ...]:
    """Name what is left as it is; of a removal only what is there, since the rest cannot stay."""
    left = tuple(resource for resource, change in candidates.items() if change is None)
    if purpose is not Purpose.REMOVE:
        return left
    gone = {Resource.DEPLOYMENT} if candidates.get(Resource.SENDER) is not None else set[Resource]()
    return tuple(one for one in left if one not in gone and not _nothing(found.get(one)))


def _nothing(state: State | None) -> bool:
    """Say whether nothing of the tenant's own is there, or it is off."""
    match state:
        case None | BindingState(actions=()) | FactorState(on=False) | TemplateState(edited=False):
            return True
        case _:
            return False


def _set_up(view: View) -> Candidates:
    """Everything that makes the tenant send through Vonage."""
    return {**_sending(view), **_asking(view), **_texts(view), Resource.POLICY: guardian.policy(view)}


def _sending(view: View) -> Candidates:
    """The Action, what runs of it, and its place on the trigger."""
    draft = sender.draft(view, renew=view.wishes.renew_secrets)
    return {
        Resource.SENDER: draft,
        Resource.DEPLOYMENT: sender.deployment(view, renewed=draft is not None),
        Resource.BINDING: sender.binding(view),
    }


def _asking(view: View) -> Candidates:
    """The provider and the factor. On the legacy path the factor comes first (facts/auth0 1.6)."""
    if view.unified:
        return {
            Resource.PROVIDER: phone.provider(view),
            Resource.FACTOR: guardian.factor(view, on=view.wishes.factor_on),
            Resource.MESSAGE_TYPES: guardian.message_types(view, on=view.wishes.factor_on),
        }
    return {
        Resource.FACTOR: guardian.factor(view, on=view.wishes.factor_on),
        Resource.SELECTED_PROVIDER: phone.selected_provider(view),
        Resource.MESSAGE_TYPES: guardian.message_types(view, on=view.wishes.factor_on),
    }


def _texts(view: View) -> Candidates:
    """The messages of enrolment and login."""
    if not view.unified:
        return {Resource.LEGACY_TEMPLATES: phone.legacy_templates(view)}
    return {one: phone.template(view, one) for one in (Resource.ENROLL_TEMPLATE, Resource.VERIFY_TEMPLATE)}


def _turn_on(view: View) -> Candidates:
    """Let codes be sent by SMS; where no Action is deployed yet, that too."""
    on = view.wishing_on()
    asking = _asking(on)
    if view.action is None or view.action.deployed_version is None:
        return {**_sending(on), **asking}
    return {Resource.BINDING: sender.binding(on), **asking}


def _turn_off(view: View) -> Candidates:
    """Let no more codes be sent by SMS; all else stays, ready to be turned on."""
    return {Resource.FACTOR: guardian.factor(view, on=False)}


def _rotate(view: View) -> Candidates:
    """Write all secrets and deploy, always: nobody can see whether the values are the same."""
    draft = sender.rotation(view)
    return {Resource.SENDER: draft, Resource.DEPLOYMENT: sender.deployment(view, renewed=True, lasting=False)}


def _move(view: View) -> Candidates:
    """Set up, then take away what sent before: the other trigger's Action, the Hook."""
    old = {Resource.OLD_BINDING: sender.old_binding(view), Resource.HOOK: sender.hook(view)}
    return {**_set_up(view), **old}


_WAYS: Mapping[Purpose, Callable[[View], Candidates]] = {
    Purpose.SET_UP: _set_up,
    Purpose.TURN_ON: _turn_on,
    Purpose.TURN_OFF: _turn_off,
    Purpose.TEMPLATES: _texts,
    Purpose.ROTATE: _rotate,
    Purpose.MOVE: _move,
    Purpose.REMOVE: removal.candidates,
}
