"""States of a tenant's parts in words, as they stand before and after a change."""

from typing import assert_never

from textfactor.domain.plan import (
    BindingState,
    DeploymentState,
    FactorState,
    HookState,
    LegacyTemplatesState,
    MessageTypesState,
    PolicyState,
    ProviderState,
    SelectedProviderState,
    SenderState,
    State,
    TemplateState,
)
from textfactor.domain.tenant import CUSTOM_PROVIDER
from textfactor.words.sentence import Marked
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

ADAPTIVE = "confidence-score"
ALWAYS = "all-applications"


def describe(state: State | None) -> Text:
    """Describe one state. `before` and `after` of a known change have better words for nothing."""
    match state:
        case None:
            return text(QT_TRANSLATE_NOOP("words.changes", "not there"))
        case SenderState() | DeploymentState() | BindingState():
            return _action(state)
        case ProviderState():
            return _provider(state)
        case MessageTypesState(types=types):
            return text(_ways(types))
        case FactorState() | HookState():
            return _switched(state)
        case TemplateState():
            return _template(state)
        case PolicyState(policies=policies):
            return _policy(policies)
        case SelectedProviderState() | LegacyTemplatesState():
            return _legacy(state)
        case _:
            assert_never(state)


def _action(state: SenderState | DeploymentState | BindingState) -> Text:
    """Describe what an Action is, what runs of it, and where it stands."""
    match state:
        case SenderState():
            return _sender(state)
        case DeploymentState(version=version):
            return _deployment(version)
        case BindingState(actions=actions):
            return _binding(actions)


def _legacy(state: SelectedProviderState | LegacyTemplatesState) -> Text:
    """Describe what only the legacy path has."""
    if isinstance(state, SelectedProviderState):
        return _selected(state.provider)
    marked = QT_TRANSLATE_NOOP("words.changes", "“{enrolment}” and “{verification}”")
    return text(marked, enrolment=state.enrollment, verification=state.verification)


def _switched(state: FactorState | HookState) -> Text:
    if isinstance(state, FactorState):
        return text(_ON if state.on else _OFF)
    on = QT_TRANSLATE_NOOP("words.changes", "{name}, on")
    off = QT_TRANSLATE_NOOP("words.changes", "{name}, off")
    return text(on if state.enabled else off, name=state.name)


def _selected(provider: str) -> Text:
    match provider:
        case "auth0":
            return text(
                QT_TRANSLATE_NOOP("words.changes", "Auth0's own provider, which sends 100 messages at most")
            )
        case "twilio":
            return text(QT_TRANSLATE_NOOP("words.changes", "the provider {name}"), name="Twilio")
        case _ if provider == CUSTOM_PROVIDER:
            return text(QT_TRANSLATE_NOOP("words.changes", "the Action on the trigger"))
        case _:
            return text(QT_TRANSLATE_NOOP("words.changes", "the provider {name}"), name=provider)


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
    if state.disabled:
        return text(QT_TRANSLATE_NOOP("words.changes", "“{text}”, disabled"), text=state.text)
    return text(QT_TRANSLATE_NOOP("words.changes", "“{text}”"), text=state.text)


def _policy(policies: tuple[str, ...]) -> Text:
    if not policies:
        return text(QT_TRANSLATE_NOOP("words.changes", "never asked for"))
    if ALWAYS in policies:
        return text(QT_TRANSLATE_NOOP("words.changes", "always asked for"))
    if ADAPTIVE in policies:
        return text(QT_TRANSLATE_NOOP("words.changes", "asked for by risk (Adaptive MFA)"))
    return text(QT_TRANSLATE_NOOP("words.changes", "asked for by {policies}"), policies=", ".join(policies))
