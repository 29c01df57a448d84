"""What one should know of a plan before it is applied, beside what its rows say."""

from textfactor.domain.plan import (
    BindingState,
    Change,
    FactorState,
    HookState,
    Plan,
    PolicyState,
    Purpose,
    Resource,
    State,
)
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text


def beside_note(plan: Plan) -> tuple[Text, Text] | None:
    """Say, as title and sentences, that another Action stays on the trigger, which the legacy path allows."""
    change = next((one for one in plan.changes if one.resource is Resource.BINDING), None)
    others = () if change is None or plan.takes_back else _others(change)
    if not others:
        return None
    title = QT_TRANSLATE_NOOP("words.changes", "Another Action stays on the trigger")
    body = QT_TRANSLATE_NOOP(
        "words.changes",
        "Both would be asked for each message, so people may get two. It is somebody else's, so it stays unless you "
        "name it: textfactor setup --replace NAME. On the trigger today: {names}.",
    )
    return text(title), text(body, names=", ".join(others))


def still_asked_note(plan: Plan) -> tuple[Text, Text] | None:
    """Say, as title and sentences, that the tenant goes on asking for a second factor when SMS is switched off."""
    if not _switches(plan, on=False) or not _policies(plan):
        return None
    title = QT_TRANSLATE_NOOP("words.changes", "A second factor is still asked for")
    body = QT_TRANSLATE_NOOP(
        "words.changes",
        "The tenant's MFA policy stays as it is. Users who have no other factor cannot log in until the policy is "
        "changed as well: run the wizard again, and on its page “The SMS factor” choose “Never by policy”; or Auth0 "
        "Dashboard, Security, Multi-factor Auth.",
    )
    return text(title), text(body)


def hook_note(plan: Plan) -> tuple[Text, Text] | None:
    """Say, as title and sentences, that an old Hook stays, what it did, and how it is switched off."""
    hook = _found(plan, Resource.HOOK)
    meant = plan.purpose in (Purpose.SET_UP, Purpose.TURN_ON) and not plan.takes_back
    if not meant or not isinstance(hook, HookState) or not hook.enabled:
        return None
    title = QT_TRANSLATE_NOOP("words.changes", "An old Hook is still here")
    body = QT_TRANSLATE_NOOP(
        "words.changes",
        "“{name}” sent this tenant's codes until Auth0 stopped all Hooks on 18 Nov 2026; it does not run any more. "
        "This plan sets up what replaces it, and leaves the Hook as it is. To switch it off too, plan a move: Setup, "
        "“Move from what sent before”, or textfactor setup --purpose move.",
    )
    return text(title), text(body, name=hook.name)


def nobody_asked_note(plan: Plan, asking_actions: tuple[str, ...]) -> tuple[Text, Text] | None:
    """Say, as title and sentences, that nothing will ask for a code; `asking_actions` are bound post-login Actions."""
    meant = plan.purpose in (Purpose.SET_UP, Purpose.TURN_ON, Purpose.MOVE) and not plan.takes_back
    if not meant or asking_actions or _found(plan, Resource.POLICY) is None or _policies(plan):
        return None
    title = QT_TRANSLATE_NOOP("words.changes", "Nobody will be asked for a code")
    body = QT_TRANSLATE_NOOP(
        "words.changes",
        "No policy asks for MFA, and no post-login Action that runs here does. Logins go on without a code until one "
        "of them asks.",
    )
    return text(title), text(body)


def _found(plan: Plan, resource: Resource) -> State | None:
    return dict(plan.found).get(resource)


def _switches(plan: Plan, *, on: bool) -> bool:
    return any(isinstance(one.after, FactorState) and one.after.on is on for one in plan.changes)


def _policies(plan: Plan) -> tuple[str, ...]:
    """List the policies that hold when the plan is made."""
    changed = (one.after for one in plan.changes if one.resource is Resource.POLICY)
    state = next(changed, None) or _found(plan, Resource.POLICY)
    return state.policies if isinstance(state, PolicyState) else ()


def _others(change: Change) -> tuple[str, ...]:
    """List those that were there before and stay."""
    if not isinstance(change.before, BindingState) or not isinstance(change.after, BindingState):
        return ()
    if len(change.after.actions) <= 1:
        return ()
    return tuple(name for name in change.before.actions if name in change.after.actions)
