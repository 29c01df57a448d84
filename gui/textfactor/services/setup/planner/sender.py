"""What is to do about the Action that sends: its draft, its deployment, the triggers, an old Hook."""

from textfactor.domain.plan import (
    BindingState,
    Change,
    DeploymentState,
    HookState,
    Resource,
    SecretFate,
    SenderState,
)
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.services.setup.ours import carries_our_code, ours_on_other
from textfactor.services.setup.planner.view import View
from textfactor.services.setup.resources.action import (
    bindings_of,
    deployment_of,
    draft_reached,
    sender_of,
)

RUNTIME = "node22"


def draft(view: View, *, renew: bool = False) -> Change | None:
    """Create the Action, or take over the one there is: the unified trigger takes no second one (facts/auth0 1.3)."""
    action = view.action
    before, after = sender_of(action), _wanted(view)
    if before is None or action is None:
        fates = tuple((name, SecretFate.SET) for name in after.secrets)
        return Change(Resource.SENDER, None, after, "POST", "/actions/actions", secrets=fates)
    # A draft whose build failed is written again, which starts a new build.
    if draft_reached(before, after) and action.status != "failed" and not renew:
        return None
    return _update(view, before, after)


def rotation(view: View) -> Change:
    """Write our own Action with all its secrets; raises NOT_FOUND where there is none."""
    action = view.action
    before = sender_of(action)
    if before is None or action is None or not carries_our_code(action):
        raise ProblemError(Problem(ProblemKind.NOT_FOUND, Service.LOCAL, "sender"))
    return _update(view, before, _wanted(view))


def _wanted(view: View) -> SenderState:
    return SenderState(view.name, view.wishes.code, RUNTIME, tuple(sorted(view.wishes.secrets)))


def _update(view: View, before: SenderState, after: SenderState) -> Change:
    """Write the draft of an Action that is there.

    Values of secrets cannot be read, so those that are replaced cannot come back; nor can a draft that was never
    deployed, since its code, in which people keep secrets, is written down nowhere.
    """
    path = f"/actions/actions/{view.action.id if view.action else '…'}"
    fates = tuple((name, SecretFate.SET) for name in after.secrets)
    fates += tuple((name, SecretFate.REMOVED) for name in before.secrets if name not in after.secrets)
    whole = not before.secrets and bool(before.version)
    return Change(Resource.SENDER, before, after, "PATCH", path, undo=whole, secrets=fates)


def deployment(view: View, *, renewed: bool, lasting: bool = True) -> Change | None:
    """Deploy where another code runs or the draft has changes that do not."""
    action = view.action
    before = deployment_of(action)
    code = view.wishes.code
    if not renewed and before and action and before.code == code and action.all_changes_deployed:
        return None
    path = f"/actions/actions/{action.id if action else '…'}/deploy"
    # Nothing takes back a first deployment but deleting the Action, which undo does if the plan made it.
    undo = lasting and (before is not None or action is None)
    return Change(Resource.DEPLOYMENT, before, DeploymentState(code), "POST", path, undo=undo)


def binding(view: View) -> Change | None:
    """Add our Action behind the others on the trigger, without those that it replaces."""
    before = bindings_of(view.observed.bindings)
    kept = tuple(one for one in before.actions if one not in view.wishes.replaces or one == view.name)
    after = BindingState(kept if view.name in kept else (*kept, view.name))
    if before == after:
        return None
    return Change(Resource.BINDING, before, after, "PATCH", f"/actions/triggers/{view.trigger}/bindings")


def old_binding(view: View) -> Change | None:
    """Take our Action, and those that were named, off the other path's trigger; all others stay."""
    before = bindings_of(view.observed.other_bindings)
    gone = {*ours_on_other(view.observed), *view.wishes.replaces}
    after = BindingState(tuple(name for name in before.actions if name not in gone))
    if before == after:
        return None
    path = f"/actions/triggers/{view.other_trigger}/bindings"
    return Change(Resource.OLD_BINDING, before, after, "PATCH", path)


def hook(view: View) -> Change | None:
    """Switch a leftover Hook off; of a trigger's Hooks at most one can be on."""
    on = next((one for one in view.observed.hooks if one.enabled), None)
    if on is None:
        return None
    before, after = HookState(on.name, enabled=True), HookState(on.name, enabled=False)
    return Change(Resource.HOOK, before, after, "PATCH", f"/hooks/{on.id}")
