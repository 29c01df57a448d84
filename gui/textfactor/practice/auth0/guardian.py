"""Second factors: rules and calls under `/guardian`."""

from dataclasses import dataclass, field
from typing import Final

from textfactor.practice.auth0.call import Call, Route
from textfactor.practice.auth0.errors import ApiError, invalid_body, not_found
from textfactor.practice.auth0.fields import Field, array, boolean, checked, one_of
from textfactor.practice.auth0.phone_providers import ProviderSlot
from textfactor.practice.auth0.ratelimit import Plan
from textfactor.practice.auth0.settings import Settings
from textfactor.practice.shapes import list_of, texts_of
from textfactor.practice.web.messages import Reply, json_reply

FACTORS: Final = (
    "sms", "push-notification", "otp", "email", "duo", "webauthn-roaming", "webauthn-platform",
    "recovery-code",
)  # fmt: skip
"""All factors, in the order in which the wire lists them (wire 15)."""

_POLICIES: Final = one_of("all-applications", "confidence-score")
_MEDIUM: Final = {"sms": "text", "voice": "voice"}


@dataclass(slots=True)
class Factors:
    """Which factors are on, and when they are asked for.

    Nobody knows whether a tenant sends before message types were ever chosen; here it does, by SMS. It does not
    once somebody chose none (`chose_nothing`).
    """

    enabled: set[str] = field(default_factory=set[str])
    known_phone: bool = False
    message_types: list[str] = field(default_factory=list[str])
    chose_nothing: bool = False
    policies: list[str] = field(default_factory=list[str])

    def use_sms(self) -> None:
        """Switch SMS on and ask every login for it, as a tenant in use does."""
        self.enabled.add("sms")
        self.known_phone = True
        self.message_types, self.policies = ["sms"], ["all-applications"]

    def asks_for_sms(self) -> bool:
        """Tell whether a login is asked for a code by phone."""
        return "sms" in self.enabled and bool(self.policies)

    def medium(self) -> str:
        """Return how a code goes out: by voice only if nothing but voice is chosen."""
        return "voice" if self.message_types == ["voice"] else "text"


@dataclass(slots=True)
class GuardianApi:
    """Answers for the second factors of a tenant."""

    factors: Factors
    slot: ProviderSlot
    settings: Settings
    plan: Plan

    def routes(self) -> list[Route]:
        """Return the calls."""
        read, update = "read:guardian_factors", "update:guardian_factors"
        return [
            Route("GET", "/guardian/factors", read, self.listing),
            Route("PUT", "/guardian/factors/{name}", update, self.switch),
            Route("GET", "/guardian/factors/phone/message-types", read, self.message_types),
            Route("PUT", "/guardian/factors/phone/message-types", update, self.set_message_types),
            Route("GET", "/guardian/policies", "read:mfa_policies", self.policies),
            Route("PUT", "/guardian/policies", "update:mfa_policies", self.set_policies),
        ]

    def listing(self, call: Call) -> Reply:
        """Answer all factors."""
        del call
        rows = [
            {"name": name, "enabled": name in self.factors.enabled, "trial_expired": False}
            for name in FACTORS
        ]
        return json_reply(rows)

    def switch(self, call: Call) -> Reply:
        """Switch a factor on or off; echoes the request."""
        name = call.params["name"]
        if name not in FACTORS:
            raise ApiError(
                400, f"Path validation error: 'No enum match for: {name}' on property name.", "invalid_uri"
            )
        body = checked(call.body(), {"enabled": Field(boolean, required=True)})
        if body["enabled"]:
            self.factors.enabled.add(name)
            self.factors.known_phone = self.factors.known_phone or name == "sms"
        else:
            self.factors.enabled.discard(name)
        return json_reply(body)

    def message_types(self, call: Call) -> Reply:
        """Answer the chosen message types; none at first (wire 15)."""
        del call
        return json_reply({"message_types": self.factors.message_types})

    def set_message_types(self, call: Call) -> Reply:
        """Choose message types: 404 before the factor was on, 409 for what the provider cannot deliver."""
        types = Field(array(one_of("sms", "voice"), 0, 2), required=True)
        chosen = texts_of(checked(call.body(), {"message_types": types})["message_types"])
        if not self.factors.known_phone:
            raise not_found("The phone factor does not exist.")
        provider = self.slot.provider if self.settings.unified else None
        if provider and not {_MEDIUM[kind] for kind in chosen} <= set(provider.delivery_methods()):
            raise ApiError(409, "Message Type is not supported by the configured phone provider")
        self.factors.message_types, self.factors.chose_nothing = chosen, not chosen
        return json_reply({"message_types": chosen})

    def policies(self, call: Call) -> Reply:
        """Answer when a second factor is asked for; a bare array, `[]` means never."""
        del call
        return json_reply(self.factors.policies)

    def set_policies(self, call: Call) -> Reply:
        """Set when a second factor is asked for; echoes the request."""
        body = call.body()
        if wrong := array(_POLICIES, 0, 2)(body):
            raise invalid_body(wrong)
        policies = texts_of(list_of(body))
        if "confidence-score" in policies:
            self.plan.require("adaptive_mfa", "use adaptive multi-factor authentication")
        self.factors.policies = policies
        return json_reply(self.factors.policies)
