"""Faults that are a state of the tenant: somebody, or a pipeline, keeps it in a state in which it does not work.

While such a fault holds, the tenant is put back into that state before each call and each login, whatever was
written meanwhile. So every answer, log row and login agrees on it. When it ends, what was there before is back;
what was written while it held wins.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from textfactor.practice.auth0.actions import Action, Content, Secret
from textfactor.practice.auth0.legacy import TWILIO
from textfactor.practice.auth0.phone_providers import Provider
from textfactor.practice.auth0.phone_templates import DEFAULTS, Template
from textfactor.practice.auth0.pumping import pump
from textfactor.practice.auth0.tenant import Spoiled, Tenant
from textfactor.practice.auth0.triggers import LEGACY_SENDER, SENDER
from textfactor.practice.faults import AUTH0, FaultBoard

_FOR_EVER: Final = 1e9
_OLD_SECRET: Final = "0ldSecretThatWasRevoked"
_CODES: Final = ("otp_verify", "otp_enroll")
_TWILIO: Final = {"sid": "AC" + "0" * 32, "default_from": "+12025550100", "delivery_methods": ["text"]}
_LEGACY_TEXT: Final = "{{code}} is your verification code for {{tenant.friendly_name}}"
_NO_CODE: Final = "Somebody is signing in to {{ friendly_name | escape }}. Is it you?"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A value that something of the tenant is to have."""

    holder: object
    name: str
    value: object


Mishap = Callable[[Tenant], Iterable[Wanted]]
"""Returns what is to be wrong with a tenant as it is now."""


def spoil(tenant: Tenant, faults: FaultBoard) -> None:
    """Put the tenant into the state that the faults ask for, and back out of it. Call with the lock held."""
    for name, mishap in _MISHAPS.items():
        if faults.holds(name, AUTH0):
            for wanted in mishap(tenant):  # one at a time: the next may depend on it
                _impose(tenant, name, wanted)
        elif any(key[0] == name for key in tenant.spoiled):
            _restore(tenant, name)
    if not faults.holds("sms_pumping", AUTH0):
        tenant.pumped = False
    elif not tenant.pumped:
        tenant.pumped = True
        pump(tenant)


def _impose(tenant: Tenant, fault: str, wanted: Wanted) -> None:
    """Set a value and remember the one before it."""
    before: object = getattr(wanted.holder, wanted.name)
    if before != wanted.value:
        key = (fault, id(wanted.holder), wanted.name)
        tenant.spoiled[key] = Spoiled(wanted.holder, wanted.name, before, wanted.value)
        setattr(wanted.holder, wanted.name, wanted.value)


def _restore(tenant: Tenant, fault: str) -> None:
    """Put back what a fault that has ended had changed, unless it was changed again since."""
    for key in [key for key in tenant.spoiled if key[0] == fault]:
        spoiled = tenant.spoiled.pop(key)
        if getattr(spoiled.holder, spoiled.name) == spoiled.value:
            setattr(spoiled.holder, spoiled.name, spoiled.before)


def _senders(tenant: Tenant) -> list[Action]:
    """Return the Actions that were made for messages, also when a fault took the trigger from them."""
    bound = {row.action_id for row in [*tenant.shelf.bound(SENDER), *tenant.shelf.bound(LEGACY_SENDER)]}
    triggers = (SENDER, LEGACY_SENDER)
    return [one for one in tenant.shelf.all() if one.trigger in triggers or one.id in bound]


def _factor_off(tenant: Tenant) -> Iterable[Wanted]:
    yield Wanted(tenant.factors, "enabled", tenant.factors.enabled - {"sms"})


def _nobody_asks(tenant: Tenant) -> Iterable[Wanted]:
    yield Wanted(tenant.factors, "policies", [])


def _no_message_types(tenant: Tenant) -> Iterable[Wanted]:
    yield Wanted(tenant.factors, "message_types", [])


def _provider_missing(tenant: Tenant) -> Iterable[Wanted]:
    yield Wanted(tenant.slot, "provider", None)


def _provider_disabled(tenant: Tenant) -> Iterable[Wanted]:
    if tenant.slot.provider is not None:
        yield Wanted(tenant.slot.provider, "disabled", True)


def _twilio_selected(tenant: Tenant) -> Iterable[Wanted]:
    if not tenant.settings.unified:
        yield Wanted(tenant.legacy, "provider", TWILIO)
        return
    now = tenant.slot.provider or Provider("pro_0000000000000000", TWILIO, False, {}, 0.0, 0.0)
    yield Wanted(tenant.slot, "provider", now)
    yield Wanted(now, "name", TWILIO)
    yield Wanted(now, "configuration", dict(_TWILIO))


def _voice_only(tenant: Tenant) -> Iterable[Wanted]:
    provider = tenant.slot.provider
    if provider is not None:
        yield Wanted(provider, "configuration", {**provider.configuration, "delivery_methods": ["voice"]})


def _unified_gate(tenant: Tenant) -> Iterable[Wanted]:
    values = {**tenant.settings.values, "phone_consolidated_experience": True}
    yield Wanted(tenant.settings, "values", values)


def _build_stuck(tenant: Tenant) -> Iterable[Wanted]:
    for action in tenant.shelf.actions.values():
        if action.changed:
            yield Wanted(action, "build", replace(action.build, seconds=_FOR_EVER))


def _not_deployed(tenant: Tenant) -> Iterable[Wanted]:
    for action in _senders(tenant):
        yield Wanted(action, "deployed", None)
        yield Wanted(action, "changed", True)


def _draft_newer(tenant: Tenant) -> Iterable[Wanted]:
    def old(secret: Secret) -> Secret:
        return replace(secret, value=_OLD_SECRET) if _is_secret(secret) else secret

    for action in _senders(tenant):
        if action.deployed is not None:
            content = action.deployed.content
            aged = replace(content, secrets=tuple(old(secret) for secret in content.secrets))
            yield Wanted(action, "deployed", replace(action.deployed, content=aged))
            yield Wanted(action, "changed", True)


def _secret_missing(tenant: Tenant) -> Iterable[Wanted]:
    for action in _senders(tenant):
        yield Wanted(action, "draft", _without_secret(action.draft))
        if action.deployed is not None:
            content = _without_secret(action.deployed.content)
            yield Wanted(action, "deployed", replace(action.deployed, content=content))


def _without_secret(content: Content) -> Content:
    return replace(content, secrets=tuple(one for one in content.secrets if not _is_secret(one)))


def _is_secret(secret: Secret) -> bool:
    return "SECRET" in secret.name.upper()


def _wrong_trigger(tenant: Tenant) -> Iterable[Wanted]:
    for action in _senders(tenant):
        yield Wanted(action, "trigger", "post-login")
    yield from _unbound(tenant)


def _unbound(tenant: Tenant) -> Iterable[Wanted]:
    bindings = tenant.shelf.bindings
    if any(bindings.get(trigger) for trigger in (SENDER, LEGACY_SENDER)):
        yield Wanted(tenant.shelf, "bindings", {**bindings, SENDER: [], LEGACY_SENDER: []})


def _texts(tenant: Tenant, words: str, *, disabled: bool = False) -> Iterable[Wanted]:
    """Yield the texts of both messages with a code; empty `words` leave them as they are."""
    edited = tenant.templates.edited
    for kind in _CODES:
        if kind not in edited:
            fresh = Template(f"tem_{kind:0>16}", kind, "", dict(DEFAULTS[kind]), False, 0.0, 0.0)
            yield Wanted(tenant.templates, "edited", {**tenant.templates.edited, kind: fresh})
    for kind in _CODES:
        template = tenant.templates.edited[kind]
        if words:
            yield Wanted(template, "bodies", {**template.bodies, "text": words})
        if disabled:
            yield Wanted(template, "disabled", True)


def _no_code(tenant: Tenant) -> Iterable[Wanted]:
    if tenant.settings.unified:
        yield from _texts(tenant, _NO_CODE)
    else:
        words = _NO_CODE.replace("friendly_name | escape", "tenant.friendly_name")
        yield Wanted(tenant.legacy, "texts", {"enrollment_message": words, "verification_message": words})


_MISHAPS: Final[dict[str, Mishap]] = {
    "factor_off": _factor_off,
    "nobody_asks": _nobody_asks,
    "no_message_types": _no_message_types,
    "provider_missing": _provider_missing,
    "provider_disabled": _provider_disabled,
    "twilio_selected": _twilio_selected,
    "voice_only": _voice_only,
    "unified_gate": _unified_gate,
    "build_stuck": _build_stuck,
    "action_not_deployed": _not_deployed,
    "draft_newer": _draft_newer,
    "secret_missing": _secret_missing,
    "wrong_trigger": _wrong_trigger,
    "action_unbound": _unbound,
    "template_without_code": _no_code,
    "legacy_variable": lambda tenant: _texts(tenant, _LEGACY_TEXT),
    "template_disabled": lambda tenant: _texts(tenant, "", disabled=True),
}
"""What is wrong with the tenant, by fault."""
