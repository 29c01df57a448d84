"""A plan in words: what each change does, what was and what shall be, and what undo can restore."""

from textfactor.domain.plan import (
    Change,
    FactorState,
    HookState,
    Plan,
    Purpose,
    Receipt,
    Resource,
    SecretFate,
    SenderState,
    TemplateState,
)
from textfactor.words.plan_states import ADAPTIVE, ALWAYS, describe
from textfactor.words.sentence import Marked
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

__all__ = ["ADAPTIVE", "ALWAYS", "describe"]


def title(change: Change) -> Text:
    """Say what a change does, as a command: "Create the Action …", "Switch the SMS factor on"."""
    if change.removes:
        return text(_REMOVALS[change.resource])
    match change.after:
        case SenderState(name=name):
            return text(_sender_title(change), name=name)
        case FactorState(on=on):
            switched_on = QT_TRANSLATE_NOOP("words.changes", "Switch the SMS factor on")
            switched_off = QT_TRANSLATE_NOOP("words.changes", "Switch the SMS factor off")
            return text(switched_on if on else switched_off)
        case HookState(name=name, enabled=enabled):
            hook_on = QT_TRANSLATE_NOOP("words.changes", "Switch the old Hook “{name}” on")
            hook_off = QT_TRANSLATE_NOOP("words.changes", "Switch the old Hook “{name}” off")
            return text(hook_on if enabled else hook_off, name=name)
        case TemplateState(edited=False):
            return text(_REMOVALS[change.resource])
        case _:
            return text(_WRITES[change.resource])


def _sender_title(change: Change) -> Marked:
    if change.before is None:
        return QT_TRANSLATE_NOOP("words.changes", "Create the Action “{name}”")
    if change.before == change.after:
        return QT_TRANSLATE_NOOP("words.changes", "Write the secrets of the Action “{name}”")
    return QT_TRANSLATE_NOOP("words.changes", "Update the Action “{name}”")


_WRITES: dict[Resource, Marked] = {
    Resource.SENDER: QT_TRANSLATE_NOOP("words.changes", "Write the Action"),
    Resource.DEPLOYMENT: QT_TRANSLATE_NOOP("words.changes", "Deploy the Action"),
    Resource.BINDING: QT_TRANSLATE_NOOP("words.changes", "Set which Actions the trigger runs"),
    Resource.PROVIDER: QT_TRANSLATE_NOOP("words.changes", "Set the phone provider"),
    Resource.FACTOR: QT_TRANSLATE_NOOP("words.changes", "Switch the SMS factor"),
    Resource.MESSAGE_TYPES: QT_TRANSLATE_NOOP("words.changes", "Set how codes are delivered"),
    Resource.ENROLL_TEMPLATE: QT_TRANSLATE_NOOP("words.changes", "Set the enrolment text"),
    Resource.VERIFY_TEMPLATE: QT_TRANSLATE_NOOP("words.changes", "Set the verification text"),
    Resource.POLICY: QT_TRANSLATE_NOOP("words.changes", "Set when MFA is asked for"),
    Resource.SELECTED_PROVIDER: QT_TRANSLATE_NOOP("words.changes", "Select who sends the codes"),
    Resource.LEGACY_TEMPLATES: QT_TRANSLATE_NOOP("words.changes", "Set both message texts"),
    Resource.OLD_BINDING: QT_TRANSLATE_NOOP(
        "words.changes", "Set which Actions the other path's trigger runs"
    ),
    Resource.OLD_SENDER: QT_TRANSLATE_NOOP("words.changes", "Write our Action on the other path's trigger"),
    Resource.HOOK: QT_TRANSLATE_NOOP("words.changes", "Switch the old Hook"),
}

_REMOVALS: dict[Resource, Marked] = {
    Resource.SENDER: QT_TRANSLATE_NOOP("words.changes", "Delete the Action"),
    Resource.DEPLOYMENT: QT_TRANSLATE_NOOP("words.changes", "Take the deployed version back with its Action"),
    Resource.BINDING: QT_TRANSLATE_NOOP("words.changes", "Take the Action off the trigger"),
    Resource.PROVIDER: QT_TRANSLATE_NOOP("words.changes", "Remove the phone provider"),
    Resource.FACTOR: QT_TRANSLATE_NOOP("words.changes", "Leave the SMS factor unset"),
    Resource.MESSAGE_TYPES: QT_TRANSLATE_NOOP("words.changes", "Choose no way of delivery"),
    Resource.ENROLL_TEMPLATE: QT_TRANSLATE_NOOP("words.changes", "Go back to Auth0's default enrolment text"),
    Resource.VERIFY_TEMPLATE: QT_TRANSLATE_NOOP(
        "words.changes", "Go back to Auth0's default verification text"
    ),
    Resource.POLICY: QT_TRANSLATE_NOOP("words.changes", "Leave the MFA policy to Auth0"),
    Resource.SELECTED_PROVIDER: QT_TRANSLATE_NOOP("words.changes", "Leave open who sends the codes"),
    Resource.LEGACY_TEMPLATES: QT_TRANSLATE_NOOP("words.changes", "Go back to Auth0's default texts"),
    Resource.OLD_BINDING: QT_TRANSLATE_NOOP("words.changes", "Take the Actions off the other path's trigger"),
    Resource.OLD_SENDER: QT_TRANSLATE_NOOP("words.changes", "Delete our Action on the other path's trigger"),
    Resource.HOOK: QT_TRANSLATE_NOOP("words.changes", "Remove the old Hook"),
}

_ABSENCES: dict[Resource, Marked] = {
    Resource.SENDER: QT_TRANSLATE_NOOP("words.changes", "no Action on this trigger"),
    Resource.DEPLOYMENT: QT_TRANSLATE_NOOP("words.changes", "nothing deployed"),
    Resource.BINDING: QT_TRANSLATE_NOOP("words.changes", "no Action on this trigger"),
    Resource.PROVIDER: QT_TRANSLATE_NOOP("words.changes", "no phone provider"),
    Resource.FACTOR: QT_TRANSLATE_NOOP("words.changes", "not set"),
    Resource.MESSAGE_TYPES: QT_TRANSLATE_NOOP("words.changes", "none chosen"),
    Resource.ENROLL_TEMPLATE: QT_TRANSLATE_NOOP("words.changes", "Auth0's default"),
    Resource.VERIFY_TEMPLATE: QT_TRANSLATE_NOOP("words.changes", "Auth0's default"),
    Resource.POLICY: QT_TRANSLATE_NOOP("words.changes", "not set"),
    Resource.SELECTED_PROVIDER: QT_TRANSLATE_NOOP("words.changes", "not set"),
    Resource.LEGACY_TEMPLATES: QT_TRANSLATE_NOOP("words.changes", "Auth0's default"),
    Resource.OLD_BINDING: QT_TRANSLATE_NOOP("words.changes", "no Action on that trigger"),
    Resource.OLD_SENDER: QT_TRANSLATE_NOOP("words.changes", "no Action on that trigger"),
    Resource.HOOK: QT_TRANSLATE_NOOP("words.changes", "no Hook"),
}


def before(change: Change) -> Text:
    """Describe what is there now."""
    return text(_ABSENCES[change.resource]) if change.before is None else describe(change.before)


def after(change: Change) -> Text:
    """Describe what shall be there."""
    return text(_ABSENCES[change.resource]) if change.removes else describe(change.after)


_FATES: dict[SecretFate, Marked] = {
    SecretFate.SET: QT_TRANSLATE_NOOP("words.changes", "Secret {name}: set"),
    SecretFate.UNCHANGED: QT_TRANSLATE_NOOP("words.changes", "Secret {name}: unchanged"),
    SecretFate.UNKNOWN: QT_TRANSLATE_NOOP(
        "words.changes", "Secret {name}: unknown, since Auth0 never shows values"
    ),
    SecretFate.REMOVED: QT_TRANSLATE_NOOP("words.changes", "Secret {name}: removed"),
}


def secret_notes(change: Change) -> tuple[Text, ...]:
    """Say what the write does to each secret."""
    return tuple(text(_FATES[fate], name=name) for name, fate in change.secrets)


_LOST: dict[Resource, Marked] = {
    Resource.PROVIDER: QT_TRANSLATE_NOOP(
        "words.changes",
        "Undo removes our provider, but cannot bring the old one back: Auth0 never shows its credentials.",
    ),
    Resource.MESSAGE_TYPES: QT_TRANSLATE_NOOP(
        "words.changes", "Undo leaves this as it is: voice calls need the provider that was there before."
    ),
    Resource.LEGACY_TEMPLATES: QT_TRANSLATE_NOOP(
        "words.changes", "Undo writes Auth0's default texts: texts that were set once cannot be unset."
    ),
    Resource.OLD_BINDING: QT_TRANSLATE_NOOP("words.changes", "Undo leaves this as it is."),
    Resource.OLD_SENDER: QT_TRANSLATE_NOOP("words.changes", "Undo does not bring this Action back."),
}
_CODE_LOST = QT_TRANSLATE_NOOP(
    "words.changes",
    "Undo brings back what is deployed now, but not this draft: its code is written down nowhere, since code may "
    "hold secrets.",
)
_VALUES_LOST = QT_TRANSLATE_NOOP(
    "words.changes",
    "Undo brings the code back, but not the old values of the secrets: Auth0 never shows them.",
)
_ACTION_LOST = QT_TRANSLATE_NOOP(
    "words.changes", "Undo does not bring this Action back: its code is not the one that is written today."
)
_FIRST = QT_TRANSLATE_NOOP(
    "words.changes", "Undo leaves this deployed: nothing takes a first deployment back."
)


def undo_note(change: Change) -> Text:
    """Say what undo brings back."""
    if change.undo:
        return text(QT_TRANSLATE_NOOP("words.changes", "Undo restores what was there."))
    if change.resource is Resource.DEPLOYMENT:
        return text(_FIRST if change.before is None else _VALUES_LOST)
    if isinstance(change.before, SenderState) and change.resource is Resource.SENDER:
        if change.removes:
            return text(_ACTION_LOST)
        return text(_VALUES_LOST if change.before.version or change.before == change.after else _CODE_LOST)
    other = QT_TRANSLATE_NOOP("words.changes", "Undo cannot restore all of what was there.")
    return text(_LOST.get(change.resource, other))


_IN_PLACE = QT_TRANSLATE_NOOP("words.changes", "Nothing to do: everything is in place.")
_NOTHING: dict[Purpose, Marked] = {
    Purpose.TURN_OFF: QT_TRANSLATE_NOOP("words.changes", "Nothing to do: the SMS factor is off."),
    Purpose.REMOVE: QT_TRANSLATE_NOOP("words.changes", "Nothing to do: nothing of ours is there."),
}


def summarize(plan: Plan) -> Text:
    """Say how much a plan would change."""
    count = len(plan.changes)
    if not count:
        return text(_NOTHING.get(plan.purpose, _IN_PLACE))
    if count == 1:
        return text(QT_TRANSLATE_NOOP("words.changes", "1 change to {domain}"), domain=plan.domain)
    return text(
        QT_TRANSLATE_NOOP("words.changes", "{count} changes to {domain}"), count=count, domain=plan.domain
    )


_ONE_MADE = QT_TRANSLATE_NOOP("words.changes", "The change was made.")
_ONE_BACK = QT_TRANSLATE_NOOP("words.changes", "The change was taken back.")


def summarize_receipt(receipt: Receipt) -> Text:
    """Say how far an apply got."""
    done, total = len(receipt.applied), len(receipt.plan.changes)
    if not done and not receipt.left:
        marked = QT_TRANSLATE_NOOP("words.changes", "Nothing was changed.")
    elif receipt.left and receipt.complete:
        marked = QT_TRANSLATE_NOOP(
            "words.changes",
            "{done} of {total} changes were taken back; somebody has changed the rest since, so it stays.",
        )
    elif total == 1 and receipt.complete:
        marked = _ONE_BACK if receipt.plan.takes_back else _ONE_MADE
    elif receipt.plan.takes_back:
        marked = (
            QT_TRANSLATE_NOOP("words.changes", "All {total} changes were taken back.")
            if receipt.complete
            else QT_TRANSLATE_NOOP(
                "words.changes", "{done} of {total} changes were taken back; undo goes on with the rest."
            )
        )
    elif receipt.complete:
        marked = QT_TRANSLATE_NOOP("words.changes", "All {total} changes were made.")
    else:
        marked = QT_TRANSLATE_NOOP(
            "words.changes",
            "{done} of {total} changes were made; resume finishes the rest, undo takes them back.",
        )
    return text(marked, done=done, total=total)
