"""`/guardian/factors/{phone,email}/settings` and `/guardian/settings`: newer than the OpenAPI file of June 2026.

Shapes as recorded in 2026. The bounds are not known; a code of 4 digits and a life of 30 seconds were seen.
"""

from dataclasses import dataclass, field
from typing import Final

from textfactor.practice.auth0.call import Call, Route
from textfactor.practice.auth0.errors import invalid_body
from textfactor.practice.auth0.fields import Field, boolean, checked, whole
from textfactor.practice.shapes import JsonObject
from textfactor.practice.web.messages import Reply, json_reply

_SHORTEST: Final = 4
_LONGEST: Final = 10
_CODE: Final = {
    "otp_length": Field(whole, required=True),
    "otp_expiration_time": Field(whole, required=True),
}
_REMEMBERING: Final = {
    "display_remember_me_checkbox": Field(boolean),
    "remember_me_default_value": Field(boolean),
    "mfa_session_inactivity_timeout": Field(whole),
    "mfa_session_overall_timeout": Field(whole),
}


@dataclass(slots=True)
class CodeSettings:
    """How codes look: `length` digits, good for `seconds`."""

    length: int = 6
    seconds: int = 300

    def row(self) -> JsonObject:
        """Return the settings as the wire has them."""
        return {"otp_length": self.length, "otp_expiration_time": self.seconds}


def _remembering() -> JsonObject:
    return {
        "display_remember_me_checkbox": True,
        "remember_me_default_value": False,
        "mfa_session_inactivity_timeout": 259_200,
        "mfa_session_overall_timeout": 2_592_000,
    }


@dataclass(slots=True)
class FactorSettings:
    """The settings of codes by phone and by mail, and of remembered browsers (which nothing here uses)."""

    phone: CodeSettings = field(default_factory=CodeSettings)
    email: CodeSettings = field(default_factory=CodeSettings)
    remembering: JsonObject = field(default_factory=_remembering)

    def routes(self) -> list[Route]:
        """Return the calls."""
        read, update = "read:guardian_factors", "update:guardian_factors"
        return [
            Route("GET", "/guardian/factors/phone/settings", read, self.code),
            Route("PUT", "/guardian/factors/phone/settings", update, self.set_code),
            Route("GET", "/guardian/factors/email/settings", read, self.code),
            Route("PUT", "/guardian/factors/email/settings", update, self.set_code),
            Route("GET", "/guardian/settings", read, self.remembered),
            Route("PUT", "/guardian/settings", update, self.set_remembered),
        ]

    def code(self, call: Call) -> Reply:
        """Answer how codes look."""
        return json_reply(self._of(call).row())

    def set_code(self, call: Call) -> Reply:
        """Say how codes look."""
        body = checked(call.body(), _CODE)
        length, seconds = (int(str(body[name])) for name in _CODE)
        if not _SHORTEST <= length <= _LONGEST:
            raise invalid_body(
                f"Value {length} is not between {_SHORTEST} and {_LONGEST} on property otp_length"
            )
        settings = self._of(call)
        settings.length, settings.seconds = length, seconds
        return json_reply(settings.row())

    def remembered(self, call: Call) -> Reply:
        """Answer how long browsers are remembered."""
        del call
        return json_reply(self.remembering)

    def set_remembered(self, call: Call) -> Reply:
        """Say how long browsers are remembered."""
        self.remembering = {**self.remembering, **checked(call.body(), _REMEMBERING)}
        return json_reply(self.remembering)

    def _of(self, call: Call) -> CodeSettings:
        return self.email if "/email/" in call.request.path else self.phone
