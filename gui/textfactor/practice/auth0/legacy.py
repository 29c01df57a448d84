"""The legacy path's way to send: which provider is selected, its texts, the built-in provider's allowance.

Sources: OpenAPI file, `/guardian/factors/phone/*`; docs: customise SMS or voice messages (variables), MFA by
SMS (the built-in provider sends 100 messages a tenant, ever).
"""

from dataclasses import dataclass, field
from typing import Final

from textfactor.practice.shapes import JsonObject

BUILT_IN: Final = "auth0"
TWILIO: Final = "twilio"
HOOK: Final = "phone-message-hook"
"""The value that stands for "custom"; nobody guesses it."""

PROVIDERS: Final = (BUILT_IN, TWILIO, HOOK)

BUILT_IN_MESSAGES: Final = 100
"""So many messages the built-in provider sends for a tenant in all."""

_VERIFY: Final = "{{code}} is your verification code for {{tenant.friendly_name}}"
DEFAULT_TEXTS: Final = {
    "enrollment_message": f"{_VERIFY}. Please enter this code to verify your enrollment.",
    "verification_message": _VERIFY,
}
"""What goes out while nobody has set the texts."""


@dataclass(slots=True)
class LegacyPhone:
    """State of the legacy path. `texts` is None until somebody sets them; `sent` counts built-in messages."""

    provider: str = BUILT_IN
    texts: dict[str, str] | None = None
    twilio: JsonObject = field(default_factory=dict[str, object])
    sent: int = 0

    def words(self, kind: str) -> str:
        """Return the Liquid text for `otp_enroll` or `otp_verify`."""
        name = "enrollment_message" if kind == "otp_enroll" else "verification_message"
        return (self.texts or DEFAULT_TEXTS)[name]
