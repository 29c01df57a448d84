"""The Action that sends, in words: draft against deployed, its secrets, its place on the trigger."""

from textfactor.domain.plan import BindingState
from textfactor.domain.tenant import SENDER_SECRETS, ActionFacts, Observed
from textfactor.services.setup.ours import carries_our_code
from textfactor.words.changes import describe
from textfactor.words.found import FoundFact, fact, plain
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

_DAY = len("2026-11-24")


def sender(observed: Observed) -> tuple[FoundFact, ...]:
    """Describe the Action, its secrets, and what the trigger runs."""
    return (_action(observed.action), *_secrets(observed.action), _bindings(observed))


def _action(action: ActionFacts | None) -> FoundFact:
    what = QT_TRANSLATE_NOOP("words.facts", "Sender Action")
    if action is None:
        return fact("action", what, text(QT_TRANSLATE_NOOP("words.facts", "none yet")))
    if action.deployed_code is None:
        marked = QT_TRANSLATE_NOOP("words.facts", "{name}, not deployed")
    elif not action.all_changes_deployed:
        marked = QT_TRANSLATE_NOOP("words.facts", "{name}, deployed, with changes that are not")
    else:
        marked = QT_TRANSLATE_NOOP("words.facts", "{name}, deployed")
    how = [text(marked, name=action.name)]
    if action.status == "failed":
        how.append(text(QT_TRANSLATE_NOOP("words.facts", "its last build failed")))
    return fact("action", what, *how)


def _secrets(action: ActionFacts | None) -> tuple[FoundFact, ...]:
    """Name the secrets with the day of their last change, and those that our sender would miss."""
    if action is None:
        return ()
    dates = dict(action.secret_dates)
    how = [_secret(name, dates.get(name, "")) for name in sorted(action.secrets)]
    missing = [name for name in SENDER_SECRETS if name not in action.secrets]
    if missing and carries_our_code(action):
        how.append(text(QT_TRANSLATE_NOOP("words.facts", "missing: {names}"), names=", ".join(missing)))
    return (fact("secrets", QT_TRANSLATE_NOOP("words.facts", "Its secrets"), *how),)


def _secret(name: str, date: str) -> Text:
    if not date:
        return plain(name)
    return text(QT_TRANSLATE_NOOP("words.facts", "{name} (set on {date})"), name=name, date=date[:_DAY])


def _bindings(observed: Observed) -> FoundFact:
    """Name the Actions that the trigger runs, in order, and say when the sender is not among them."""
    names = tuple(row.action_name for row in observed.bindings)
    how = [describe(BindingState(names))]
    action = observed.action
    if names and action is not None and action.id not in {row.action_id for row in observed.bindings}:
        how.append(text(QT_TRANSLATE_NOOP("words.facts", "not {name}"), name=action.name))
    return fact("bindings", QT_TRANSLATE_NOOP("words.facts", "Trigger"), *how)
