"""The states in which a practice tenant can start, by name; several may be joined with `+`.

| name | the tenant |
| --- | --- |
| `fresh` | nobody has done anything yet |
| `legacy` | the same, on the legacy path |
| `legacy_action` | legacy path: an old Action on `send-phone-message`, deployed and bound, is what sends |
| `dead_hook` | legacy path: a Hook from the old guide is still there and on; since 18 Nov 2026 it does not run |
| `twilio` | either path: Twilio is selected |
| `foreign_action` | either path: somebody else's Action is bound and sends |
| `edited_templates` | either path: the texts were edited |

A name of the legacy path puts the tenant there whatever path was asked for. In all states but `fresh` and
`legacy` the SMS factor is on and a policy asks for it: these tenants are in use.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from textfactor.practice.auth0.actions import Action
from textfactor.practice.auth0.hooks import Hook
from textfactor.practice.auth0.legacy import HOOK, TWILIO
from textfactor.practice.auth0.old_code import FOREIGN_LEGACY, FOREIGN_UNIFIED, OLD_ACTION, OLD_HOOK
from textfactor.practice.auth0.phone_providers import Provider
from textfactor.practice.auth0.phone_templates import Template
from textfactor.practice.auth0.tenant import Tenant
from textfactor.practice.auth0.triggers import LEGACY_SENDER, SENDER
from textfactor.practice.identity import Identity
from textfactor.practice.shapes import JsonObject

UNIFIED: Final = "unified"
LEGACY: Final = "legacy"
PATHS: Final = (UNIFIED, LEGACY)
"""The two ways in which a tenant delivers messages."""

DEFAULT_STATE: Final = "fresh"


@dataclass(frozen=True, slots=True)
class Start:
    """How the tenant starts: its path, the names of states, and how many seconds a build takes."""

    path: str
    states: tuple[str, ...]
    build_seconds: float


def start_of(path: str, state: str, build_seconds: float) -> Start:
    """Return the start for a path and states joined with `+`. Raises ValueError for an unknown name."""
    if path not in PATHS:
        message = f"no path named {path!r}, only {', '.join(PATHS)}"
        raise ValueError(message)
    names = tuple(state.split("+"))
    for name in names:
        if name not in STATES:
            message = f"no state named {name!r}, only {', '.join(STATES)}"
            raise ValueError(message)
    legacy = path == LEGACY or any(name in _LEGACY_ONLY for name in names)
    return Start(LEGACY if legacy else UNIFIED, names, build_seconds)


def prepare(tenant: Tenant, identity: Identity, start: Start) -> None:
    """Bring a fresh tenant into its state."""
    if start.path == UNIFIED:
        tenant.settings.put_on_unified()
    for name in start.states:
        make = STATES[name]
        if make is not None:
            make(tenant, identity)
            tenant.factors.use_sms()


def _legacy_action(tenant: Tenant, identity: Identity) -> None:
    _bound(tenant, "Vonage SMS (old)", LEGACY_SENDER, OLD_ACTION, _secrets(identity))
    tenant.legacy.provider = HOOK


def _dead_hook(tenant: Tenant, identity: Identity) -> None:
    hook = Hook("01practicehook", LEGACY_SENDER, "send-phone-message", OLD_HOOK)
    hook.dependencies = {"nexmo": "2.9.1"}
    hook.secrets = _secrets(identity)
    tenant.hooks.append(hook)
    tenant.legacy.provider = HOOK


def _twilio(tenant: Tenant, identity: Identity) -> None:
    sid = f"AC{identity.api_key * 4}"
    if not tenant.settings.unified:
        tenant.legacy.provider = TWILIO
        tenant.legacy.twilio = {"sid": sid, "auth_token": "practice", "from": "+12025550199"}
        return
    configuration: JsonObject = {
        "sid": sid,
        "default_from": "+12025550199",
        "mssid": "",
        "delivery_methods": ["text"],
    }
    _provider(tenant, TWILIO, configuration)


def _foreign_action(tenant: Tenant, identity: Identity) -> None:
    del identity
    secrets = {"GATEWAY_TOKEN": "practice"}
    if tenant.settings.unified:
        _bound(tenant, "Acme SMS gateway", SENDER, FOREIGN_UNIFIED, secrets)
        _provider(tenant, "custom", {"delivery_methods": ["text"]})
        return
    _bound(tenant, "Acme SMS gateway", LEGACY_SENDER, FOREIGN_LEGACY, secrets)
    tenant.legacy.provider = HOOK


def _edited_templates(tenant: Tenant, identity: Identity) -> None:
    del identity
    words = {
        "otp_enroll": "Welcome to {}. Your code is {{{{ code }}}}.",
        "otp_verify": "{} asks: is it you? Then enter {{{{ code }}}}.",
    }
    if not tenant.settings.unified:
        name = "{{ tenant.friendly_name }}"
        texts = {kind: text.format(name) for kind, text in words.items()}
        tenant.legacy.texts = {
            "enrollment_message": texts["otp_enroll"],
            "verification_message": texts["otp_verify"],
        }
        return
    now = tenant.shelf.clock()
    for kind, text in words.items():
        said = text.format("{{ friendly_name }}")
        bodies = {"text": said, "voice": said}
        template = Template(
            f"tem_practice_{kind}", kind, "", bodies, disabled=False, created_at=now, updated_at=now
        )
        tenant.templates.edited[kind] = template


def _bound(tenant: Tenant, name: str, trigger: str, code: str, secrets: dict[str, str]) -> Action:
    """Add an Action that is built, deployed and bound."""
    body: JsonObject = {
        "name": name,
        "supported_triggers": [{"id": trigger}],
        "code": code,
        "secrets": [{"name": key, "value": value} for key, value in secrets.items()],
    }
    shelf = tenant.shelf
    action = shelf.create(body, build_fails=False)
    action.deploy(action.draft, shelf.clock())
    action.build = action.build.done()
    shelf.bind(trigger, action)
    return action


def _provider(tenant: Tenant, name: str, configuration: JsonObject) -> None:
    now = tenant.shelf.clock()
    tenant.slot.provider = Provider("pro_practice01", name, False, configuration, now, now)


def _secrets(identity: Identity) -> dict[str, str]:
    """Return the secrets by the names that the old guide gave them."""
    return {
        "VONAGE_API_KEY": identity.api_key,
        "VONAGE_API_SECRET": identity.api_secret,
        "VONAGE_FROM_NUMBER": identity.sender,
    }


_Make = Callable[[Tenant, Identity], None]

STATES: Final[dict[str, _Make | None]] = {
    DEFAULT_STATE: None,
    LEGACY: None,
    "legacy_action": _legacy_action,
    "dead_hook": _dead_hook,
    "twilio": _twilio,
    "foreign_action": _foreign_action,
    "edited_templates": _edited_templates,
}
"""What makes each state; nothing has to be done for those of an untouched tenant."""

_LEGACY_ONLY: Final = frozenset({LEGACY, "legacy_action", "dead_hook"})
