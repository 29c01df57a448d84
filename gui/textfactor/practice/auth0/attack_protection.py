"""Attack protection: the two settings that touch SMS.

`phone-provider-protection` slows down repeated messages to one number; it is there for some tenants only: here,
for Enterprise. The others get the 403 of a plan, as recorded in 2026 (the OpenAPI file has other words for it).
`suspicious-ip-throttling` limits sign-ups and logins of one address; the wire has a third stage (specs README).
"""

from dataclasses import dataclass, field
from typing import Final

from textfactor.practice.auth0.call import Call, Route
from textfactor.practice.auth0.fields import Field, array, boolean, checked, exactly, one_of, text, whole
from textfactor.practice.auth0.ratelimit import Plan
from textfactor.practice.shapes import JsonObject, object_of
from textfactor.practice.web.messages import Reply, json_reply

_STAGE: Final = {"max_attempts": Field(whole), "rate": Field(whole)}
_STAGES: Final = ("pre-login", "pre-user-registration", "pre-custom-token-exchange")
_THROTTLING: Final = {
    "enabled": Field(boolean),
    "shields": Field(array(one_of("block", "admin_notification"), 0, 2)),
    "allowlist": Field(array(text(1, 64), 0, 100)),
    "stage": Field(exactly({name: Field(exactly(_STAGE)) for name in _STAGES})),
}
_READ: Final = "read:attack_protection"
_UPDATE: Final = "update:attack_protection"


def _fresh() -> JsonObject:
    return {
        "enabled": True,
        "shields": ["admin_notification", "block"],
        "allowlist": [],
        "stage": {
            "pre-login": {"max_attempts": 100, "rate": 864_000},
            "pre-user-registration": {"max_attempts": 50, "rate": 1200},
            "pre-custom-token-exchange": {"max_attempts": 10, "rate": 600_000},
        },
    }


@dataclass(slots=True)
class Protection:
    """The settings. `backoff` is `none` or `exponential`."""

    backoff: str = "none"
    throttling: JsonObject = field(default_factory=_fresh)


@dataclass(slots=True)
class ProtectionApi:
    """Answers for attack protection."""

    state: Protection
    plan: Plan

    def routes(self) -> list[Route]:
        """Return the calls."""
        phone, throttling = "phone-provider-protection", "suspicious-ip-throttling"
        return [
            Route("GET", f"/attack-protection/{phone}", _READ, self.backoff),
            Route("PATCH", f"/attack-protection/{phone}", _UPDATE, self.set_backoff),
            Route("GET", f"/attack-protection/{throttling}", _READ, self.throttling),
            Route("PATCH", f"/attack-protection/{throttling}", _UPDATE, self.set_throttling),
        ]

    def backoff(self, call: Call) -> Reply:
        """Answer whether repeated messages are slowed down."""
        del call
        self.plan.require("backoff", "slow down repeated messages")
        return json_reply({"type": self.state.backoff})

    def set_backoff(self, call: Call) -> Reply:
        """Say whether repeated messages are slowed down."""
        kinds = one_of("exponential", "none", "default")
        body = checked(call.body(), {"type": Field(kinds, required=True)})
        self.plan.require("backoff", "slow down repeated messages")
        self.state.backoff = str(body["type"])
        return json_reply(body)

    def throttling(self, call: Call) -> Reply:
        """Answer the limits of one address."""
        del call
        return json_reply(self.state.throttling)

    def set_throttling(self, call: Call) -> Reply:
        """Change the limits of one address; a stage that is not named keeps its own."""
        body = checked(call.body(), _THROTTLING)
        old = object_of(self.state.throttling["stage"]) or {}
        stage = {**old, **(object_of(body.get("stage")) or {})}
        self.state.throttling = {**self.state.throttling, **body, "stage": stage}
        return json_reply(self.state.throttling)
