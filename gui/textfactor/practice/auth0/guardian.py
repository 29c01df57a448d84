"""Second factors: rules and calls under `/guardian`."""

import secrets
from dataclasses import dataclass, field
from typing import Final

from textfactor.practice.auth0.call import Call, Route
from textfactor.practice.auth0.errors import ApiError, invalid_body, legacy_gate, not_found
from textfactor.practice.auth0.fields import Field, array, boolean, checked, one_of, text
from textfactor.practice.auth0.phone_providers import ProviderSlot
from textfactor.practice.clock import Clock, iso
from textfactor.practice.shapes import JsonObject, list_of, texts_of
from textfactor.practice.web.messages import Reply, json_reply, no_content

FACTORS: Final = (
    "sms", "push-notification", "otp", "email", "duo", "webauthn-roaming", "webauthn-platform",
    "recovery-code",
)  # fmt: skip
"""All factors, in the order in which the wire lists them (wire 15)."""

_POLICIES: Final = one_of("all-applications", "confidence-score")
_MEDIUM: Final = {"sms": "text", "voice": "voice"}
_TICKET: Final = {
    "user_id": Field(text(1), required=True),
    "email": Field(text(3)),
    "send_mail": Field(boolean),
    "email_locale": Field(text()),
    "factor": Field(
        one_of("push-notification", "phone", "email", "otp", "webauthn-roaming", "webauthn-platform")
    ),
    "allow_multiple_enrollments": Field(boolean),
}
_GATED: Final = ("selected-provider", "templates", "providers/twilio")


@dataclass(slots=True)
class Enrollment:
    """A user's phone as a second factor. Times are in seconds since 1970."""

    id: str
    user: str
    phone: str
    confirmed: bool = False
    enrolled_at: float = 0.0
    last_auth: float = 0.0


@dataclass(slots=True)
class Factors:
    """Which factors are on, and when they are asked for."""

    enabled: set[str] = field(default_factory=set[str])
    known_phone: bool = False
    message_types: list[str] = field(default_factory=list[str])
    policies: list[str] = field(default_factory=list[str])
    enrollments: dict[str, Enrollment] = field(default_factory=dict[str, Enrollment])

    def asks_for_sms(self) -> bool:
        """Tell whether a login is asked for a code by phone."""
        return "sms" in self.enabled and bool(self.policies)

    def medium(self) -> str:
        """Return how a code goes out: by voice only if nothing but voice is chosen."""
        return "voice" if self.message_types == ["voice"] else "text"


@dataclass(slots=True)
class GuardianApi:
    """Answers for the second factors of a tenant."""

    domain: str
    clock: Clock
    factors: Factors
    slot: ProviderSlot

    def routes(self) -> list[Route]:
        """Return the calls."""
        read, update = "read:guardian_factors", "update:guardian_factors"
        one = "/guardian/enrollments/{id}"
        gated = [
            Route(
                method, f"/guardian/factors/{factor}/{name}", read if method == "GET" else update, self.gate
            )
            for factor in ("phone", "sms")
            for name in _GATED
            for method in ("GET", "PUT")
        ]
        return [
            *gated,
            Route("GET", "/guardian/factors", read, self.listing),
            Route("PUT", "/guardian/factors/{name}", update, self.switch),
            Route("GET", "/guardian/factors/phone/message-types", read, self.message_types),
            Route("PUT", "/guardian/factors/phone/message-types", update, self.set_message_types),
            Route("GET", "/guardian/factors/push-notification/providers/sns", read, self.empty),
            Route("GET", "/guardian/policies", "read:mfa_policies", self.policies),
            Route("PUT", "/guardian/policies", "update:mfa_policies", self.set_policies),
            Route("POST", "/guardian/enrollments/ticket", "create:guardian_enrollment_tickets", self.ticket),
            Route("GET", one, "read:guardian_enrollments", self.enrollment),
            Route("DELETE", one, "delete:guardian_enrollments", self.unenroll),
        ]

    def gate(self, call: Call) -> Reply:
        """Refuse a call of the legacy path."""
        del call
        raise legacy_gate()

    def empty(self, call: Call) -> Reply:
        """Answer an object without content."""
        del call
        return json_reply({})

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
        types = Field(array(one_of("sms", "voice"), 1, 2), required=True)
        chosen = texts_of(checked(call.body(), {"message_types": types})["message_types"])
        if not self.factors.known_phone:
            raise not_found("The phone factor does not exist.")
        provider = self.slot.provider
        if provider and not {_MEDIUM[kind] for kind in chosen} <= set(provider.delivery_methods()):
            raise ApiError(409, "Message Type is not supported by the configured phone provider")
        self.factors.message_types = chosen
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
        self.factors.policies = texts_of(list_of(body))
        return json_reply(self.factors.policies)

    def ticket(self, call: Call) -> Reply:
        """Answer an enrolment ticket; no mail is sent."""
        checked(call.body(), _TICKET)
        ticket = secrets.token_urlsafe(24)
        return json_reply(
            {"ticket_id": ticket, "ticket_url": f"https://{self.domain}/mfa-enroll?ticket={ticket}"}
        )

    def enrollment(self, call: Call) -> Reply:
        """Answer an enrolment."""
        return json_reply(_enrollment_row(self._enrollment(call)))

    def unenroll(self, call: Call) -> Reply:
        """Remove an enrolment: the next login enrols again."""
        del self.factors.enrollments[self._enrollment(call).user]
        return no_content()

    def _enrollment(self, call: Call) -> Enrollment:
        for enrollment in self.factors.enrollments.values():
            if enrollment.id == call.params["id"]:
                return enrollment
        raise not_found("Enrollment not found.", "enrollment_not_found")


def _enrollment_row(enrollment: Enrollment) -> JsonObject:
    """Return an enrolment; its times stand there once it is confirmed."""
    row: JsonObject = {
        "id": enrollment.id,
        "status": "confirmed" if enrollment.confirmed else "pending",
        "name": enrollment.phone,
        "identifier": enrollment.phone,
        "phone_number": enrollment.phone,
    }
    if enrollment.confirmed:
        row["enrolled_at"] = iso(enrollment.enrolled_at)
        row["last_auth"] = iso(enrollment.last_auth)
    return row
