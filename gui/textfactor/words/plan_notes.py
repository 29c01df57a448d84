"""What one should know of a plan before it is applied, beside what its rows say."""

from textfactor.domain.plan import BindingState, Change, Plan, Resource
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


def _others(change: Change) -> tuple[str, ...]:
    """List those that were there before and stay."""
    if not isinstance(change.before, BindingState) or not isinstance(change.after, BindingState):
        return ()
    if len(change.after.actions) <= 1:
        return ()
    return tuple(name for name in change.before.actions if name in change.after.actions)
