"""Which way a message takes out of the tenant: what is to run, or why nothing can.

Unified: the one phone provider, and the Action bound to `custom-phone-provider`. Legacy: the selected
provider, and for `phone-message-hook` the Actions bound to `send-phone-message`, one after the other; a
leftover Hook does not run any more. Twilio accounts are made up here, so Twilio refuses them as the real one
refuses wrong credentials (facts, row B: the shape; its code 20003).
"""

from dataclasses import dataclass
from typing import Final

from textfactor.practice.auth0.actions import Action, Binding, Version
from textfactor.practice.auth0.event import Notification, legacy_event, legacy_text, unified_event
from textfactor.practice.auth0.legacy import BUILT_IN, BUILT_IN_MESSAGES, HOOK, TWILIO
from textfactor.practice.auth0.tenant import Tenant
from textfactor.practice.auth0.triggers import LEGACY_SENDER, SENDER
from textfactor.practice.shapes import JsonObject

FAILED: Final = "error_sending_sms"
"""The error code for a provider call that failed (Auth0 Guardian error code reference)."""

_TWILIO_WORDS: Final = "There was an error sending the SMS"


@dataclass(frozen=True, slots=True)
class Step:
    """An Action about to run."""

    action: Action
    binding: Binding
    version: Version
    event: JsonObject


@dataclass(frozen=True, slots=True)
class Run:
    """Run these Actions in this order."""

    trigger: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Direct:
    """Auth0's built-in provider sends this text itself."""

    text: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing is sent. `description` is what the log row says, `error` and `provider_error` code and words."""

    description: str
    error: JsonObject
    provider_error: JsonObject

    @property
    def reason(self) -> str:
        """The words of the refusal."""
        return f"{self.error['message']}"


Way = Run | Direct | Refused


def way_of(tenant: Tenant, note: Notification) -> Way:
    """Return the way of a message."""
    return _unified(tenant, note) if tenant.settings.unified else _legacy(tenant, note)


def error_words(trigger: str, words: str) -> str:
    """Return the description of a failed message; the legacy path says "hook" (facts, row A)."""
    name = "send-phone-message-hook" if trigger == LEGACY_SENDER else trigger
    return f"Guardian - Error on {name}: {words}"


def _unified(tenant: Tenant, note: Notification) -> Way:
    provider = tenant.slot.provider
    if provider is None:
        return _refused(SENDER, "Phone provider has not been configured")
    if provider.disabled:
        return _refused(SENDER, "Phone provider is disabled")
    if note.medium not in provider.delivery_methods():
        return _refused(SENDER, f"Phone provider does not deliver {note.medium}")
    if provider.name == TWILIO:
        return _twilio()
    steps = _steps(tenant, note, SENDER)[:1]
    return Run(SENDER, steps) if steps else _refused(SENDER, f"No action is bound to {SENDER}")


def _legacy(tenant: Tenant, note: Notification) -> Way:
    phone = tenant.legacy
    if phone.provider == TWILIO:
        return _twilio()
    if phone.provider == BUILT_IN:
        if phone.sent >= BUILT_IN_MESSAGES:
            words = f"The built-in provider has sent its {BUILT_IN_MESSAGES} messages"
            return _refused(LEGACY_SENDER, words, "too_many_sms_per_tenant")
        return Direct(legacy_text(note, tenant))
    steps = _steps(tenant, note, LEGACY_SENDER)
    if steps:
        return Run(LEGACY_SENDER, steps)
    return _refused(LEGACY_SENDER, f"{HOOK} is selected and no action is bound to {LEGACY_SENDER}")


def _steps(tenant: Tenant, note: Notification, trigger: str) -> tuple[Step, ...]:
    """Return the deployed Actions bound to a trigger, each with its event."""
    made: list[Step] = []
    for binding in tenant.shelf.bound(trigger):
        action = tenant.shelf.get(binding.action_id)
        if action.deployed is not None:
            build = unified_event if trigger == SENDER else legacy_event
            event = build(note, tenant, action.deployed.content.secret_values())
            made.append(Step(action, binding, action.deployed, event))
    return tuple(made)


def _refused(trigger: str, words: str, code: str = FAILED) -> Refused:
    error: JsonObject = {"errorCode": code, "message": words}
    return Refused(error_words(trigger, words), error, error)


def _twilio() -> Refused:
    return Refused(
        f"Guardian - {_TWILIO_WORDS}",
        {"errorCode": FAILED, "message": _TWILIO_WORDS},
        {"errorCode": 20003, "message": "Authenticate"},
    )
