"""A plan in words: what each change does, what was and what shall be, and what undo can restore."""

from typing import assert_never

from textfactor.domain.plan import (
    BindingState,
    Change,
    DeploymentState,
    FactorState,
    MessageTypesState,
    Plan,
    PolicyState,
    ProviderState,
    Receipt,
    Resource,
    SenderState,
    State,
    TemplateState,
)
from textfactor.words.sentence import Marked
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

ADAPTIVE = "confidence-score"
ALWAYS = "all-applications"


def title(change: Change) -> Text:
    """Say what a change does, as a command: "Create the Action …", "Switch the SMS factor on"."""
    match change.after:
        case None:
            return text(_REMOVALS[change.resource])
        case SenderState(name=name):
            made = QT_TRANSLATE_NOOP("words.changes", "Create the Action “{name}”")
            changed = QT_TRANSLATE_NOOP("words.changes", "Update the Action “{name}”")
            return text(made if change.before is None else changed, name=name)
        case FactorState(on=on):
            switched_on = QT_TRANSLATE_NOOP("words.changes", "Switch the SMS factor on")
            switched_off = QT_TRANSLATE_NOOP("words.changes", "Switch the SMS factor off")
            return text(switched_on if on else switched_off)
        case TemplateState(edited=False):
            enrolment = QT_TRANSLATE_NOOP("words.changes", "Go back to Auth0's default enrolment text")
            verification = QT_TRANSLATE_NOOP("words.changes", "Go back to Auth0's default verification text")
            return text(enrolment if change.resource is Resource.ENROLL_TEMPLATE else verification)
        case _:
            return text(_WRITES[change.resource])


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
}

_REMOVALS: dict[Resource, Marked] = {
    Resource.SENDER: QT_TRANSLATE_NOOP("words.changes", "Delete the Action"),
    Resource.DEPLOYMENT: QT_TRANSLATE_NOOP("words.changes", "Take the deployed version back with its Action"),
    Resource.BINDING: QT_TRANSLATE_NOOP("words.changes", "Take the Action off the trigger"),
    Resource.PROVIDER: QT_TRANSLATE_NOOP("words.changes", "Remove the phone provider"),
    Resource.FACTOR: QT_TRANSLATE_NOOP("words.changes", "Leave the SMS factor unset"),
    Resource.MESSAGE_TYPES: QT_TRANSLATE_NOOP("words.changes", "Choose no way of delivery"),
    Resource.ENROLL_TEMPLATE: QT_TRANSLATE_NOOP("words.changes", "Remove the enrolment text"),
    Resource.VERIFY_TEMPLATE: QT_TRANSLATE_NOOP("words.changes", "Remove the verification text"),
    Resource.POLICY: QT_TRANSLATE_NOOP("words.changes", "Leave the MFA policy to Auth0"),
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
}


def before(change: Change) -> Text:
    """Describe what is there now."""
    return text(_ABSENCES[change.resource]) if change.before is None else describe(change.before)


def after(change: Change) -> Text:
    """Describe what shall be there."""
    return text(_ABSENCES[change.resource]) if change.after is None else describe(change.after)


def describe(state: State | None) -> Text:
    """Describe one state. `before` and `after` of a known change have better words for nothing."""
    match state:
        case None:
            return text(QT_TRANSLATE_NOOP("words.changes", "not there"))
        case SenderState():
            return _sender(state)
        case DeploymentState(version=version):
            return _deployment(version)
        case BindingState(actions=actions):
            return _binding(actions)
        case ProviderState():
            return _provider(state)
        case FactorState(on=on):
            return text(_ON if on else _OFF)
        case MessageTypesState(types=types):
            return text(_ways(types))
        case TemplateState():
            return _template(state)
        case PolicyState(policies=policies):
            return _policy(policies)
        case _:
            assert_never(state)


def _sender(state: SenderState) -> Text:
    runtime = state.runtime.replace("node", "Node ")
    count = len(state.secrets)
    marked = (
        QT_TRANSLATE_NOOP("words.changes", "{name}, {runtime}, {count} secrets set")
        if count > 1
        else QT_TRANSLATE_NOOP("words.changes", "{name}, {runtime}, secrets set: {count}")
    )
    return text(marked, runtime=runtime, count=count, name=state.name)


def _deployment(version: str) -> Text:
    if not version:
        return text(QT_TRANSLATE_NOOP("words.changes", "the new code, as a new version"))
    return text(QT_TRANSLATE_NOOP("words.changes", "version {version}"), version=version)


def _binding(actions: tuple[str, ...]) -> Text:
    if not actions:
        return text(QT_TRANSLATE_NOOP("words.changes", "no Action on this trigger"))
    return text(QT_TRANSLATE_NOOP("words.changes", "runs {actions}"), actions=", ".join(actions))


_ON = QT_TRANSLATE_NOOP("words.changes", "on")
_OFF = QT_TRANSLATE_NOOP("words.changes", "off")
_TEXT_NAMES = {"text", "sms"}


def _ways(methods: tuple[str, ...]) -> Marked:
    """Name delivery methods (`text`, `voice`) or message types (`sms`, `voice`)."""
    by_text, by_voice = bool(_TEXT_NAMES & set(methods)), "voice" in methods
    if by_text and by_voice:
        return QT_TRANSLATE_NOOP("words.changes", "text messages and voice calls")
    if by_text:
        return QT_TRANSLATE_NOOP("words.changes", "text messages")
    return QT_TRANSLATE_NOOP("words.changes", "voice calls") if by_voice else _NO_WAY


_NO_WAY = QT_TRANSLATE_NOOP("words.changes", "no way of delivery")


def _provider(state: ProviderState) -> Text:
    by_text, by_voice = "text" in state.methods, "voice" in state.methods
    if state.disabled:
        return text(QT_TRANSLATE_NOOP("words.changes", "{name}, disabled"), name=state.name)
    if by_text and by_voice:
        marked = QT_TRANSLATE_NOOP("words.changes", "{name}, text messages and voice calls")
    elif by_text:
        marked = QT_TRANSLATE_NOOP("words.changes", "{name}, text messages")
    elif by_voice:
        marked = QT_TRANSLATE_NOOP("words.changes", "{name}, voice calls")
    else:
        marked = QT_TRANSLATE_NOOP("words.changes", "{name}, no way of delivery")
    return text(marked, name=state.name)


def _template(state: TemplateState) -> Text:
    if not state.edited:
        return text(QT_TRANSLATE_NOOP("words.changes", "Auth0's default"))
    return text(QT_TRANSLATE_NOOP("words.changes", "“{text}”"), text=state.text)


def _policy(policies: tuple[str, ...]) -> Text:
    if not policies:
        return text(QT_TRANSLATE_NOOP("words.changes", "never asked for"))
    if ALWAYS in policies:
        return text(QT_TRANSLATE_NOOP("words.changes", "always asked for"))
    if ADAPTIVE in policies:
        return text(QT_TRANSLATE_NOOP("words.changes", "asked for by risk (Adaptive MFA)"))
    return text(QT_TRANSLATE_NOOP("words.changes", "asked for by {policies}"), policies=", ".join(policies))


def undo_note(change: Change) -> Text:
    """Say what undo brings back."""
    if change.undo:
        return text(QT_TRANSLATE_NOOP("words.changes", "Undo restores what was there."))
    if change.resource in (Resource.SENDER, Resource.DEPLOYMENT):
        return text(
            QT_TRANSLATE_NOOP(
                "words.changes",
                "Undo brings the code back, but not the old values of the secrets: Auth0 never shows them.",
            )
        )
    return text(QT_TRANSLATE_NOOP("words.changes", "Undo cannot restore all of what was there."))


def summarize(plan: Plan) -> Text:
    """Say how much a plan would change."""
    count = len(plan.changes)
    if not count:
        return text(QT_TRANSLATE_NOOP("words.changes", "Nothing to do: everything is in place."))
    if count == 1:
        return text(QT_TRANSLATE_NOOP("words.changes", "1 change to {domain}"), domain=plan.domain)
    return text(
        QT_TRANSLATE_NOOP("words.changes", "{count} changes to {domain}"), count=count, domain=plan.domain
    )


def summarize_receipt(receipt: Receipt) -> Text:
    """Say how far an apply got."""
    done, total = len(receipt.applied), len(receipt.plan.changes)
    if not done:
        marked = QT_TRANSLATE_NOOP("words.changes", "Nothing was changed.")
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
