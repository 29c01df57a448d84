"""What else has a say in a tenant's codes, in words: others that ask, the other path, protection, old Hooks."""

from textfactor.domain.tenant import ActionFacts, HookFacts, Observed
from textfactor.words.found import FoundFact, fact, plain
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

_BACKOFF = {
    "exponential": QT_TRANSLATE_NOOP("words.facts", "each further message to a number waits longer"),
    "default": QT_TRANSLATE_NOOP("words.facts", "as Auth0 has it by default"),
}


def around(observed: Observed) -> tuple[FoundFact, ...]:
    """Describe them all; most tenants have none of these."""
    return (_asking(observed), _other_path(observed), _protection(observed), _hooks(observed.hooks))


def _asking(observed: Observed) -> FoundFact:
    """Name the Actions after the login that may ask for a second factor, whatever the policy says."""
    names = [plain(name) for name in observed.asking_actions]
    what = QT_TRANSLATE_NOOP("words.facts", "Actions that ask for MFA")
    return fact("asking_actions", what, *names, quiet=not names)


def _other_path(observed: Observed) -> FoundFact:
    """Name what hangs on the other path's trigger, which sends nothing here."""
    bound = {row.action_id for row in observed.other_bindings}
    how = [_left(action, bound=action.id in bound) for action in observed.other_actions]
    what = QT_TRANSLATE_NOOP("words.facts", "Left on the other path")
    return fact("other_actions", what, *how, quiet=not how)


def _left(action: ActionFacts, *, bound: bool) -> Text:
    tied = QT_TRANSLATE_NOOP("words.facts", "{name}, still bound")
    return text(tied, name=action.name) if bound else plain(action.name)


def _protection(observed: Observed) -> FoundFact:
    """Say whether repeated messages to one number are slowed down."""
    what = QT_TRANSLATE_NOOP("words.facts", "Protection against repeated messages")
    kind = observed.phone_protection or "none"
    if kind == "none":
        return fact("phone_protection", what, text(QT_TRANSLATE_NOOP("words.facts", "off")), quiet=True)
    marked = _BACKOFF.get(kind)
    return fact("phone_protection", what, plain(kind) if marked is None else text(marked))


def _hooks(hooks: tuple[HookFacts, ...]) -> FoundFact:
    """Name what is left of Hooks; on or off, none of them runs."""
    how = [_hook(hook) for hook in hooks]
    if how:
        how.append(text(QT_TRANSLATE_NOOP("words.facts", "no Hook runs since 18 Nov 2026")))
    return fact("hooks", QT_TRANSLATE_NOOP("words.facts", "Left-over Hook"), *how, quiet=not how)


def _hook(hook: HookFacts) -> Text:
    on = QT_TRANSLATE_NOOP("words.facts", "{name}, switched on")
    off = QT_TRANSLATE_NOOP("words.facts", "{name}, switched off")
    return text(on if hook.enabled else off, name=hook.name)
