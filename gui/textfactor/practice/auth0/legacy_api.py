"""The legacy path's calls: provider, texts and Twilio under `factors/phone`, and the older `factors/sms`.

A tenant whose flag `phone_consolidated_experience` is on refuses them all (docs: unified phone experience;
auth0-deploy-cli's fixtures have the body). A tenant without the flag answers these and the new ones (wire 13).
PUT echoes the request (wire 15).
"""

from dataclasses import dataclass
from typing import Final

from textfactor.practice.auth0.call import Call, Handler, Route
from textfactor.practice.auth0.errors import legacy_gate
from textfactor.practice.auth0.fields import Field, checked, nullable, one_of, text
from textfactor.practice.auth0.legacy import PROVIDERS, LegacyPhone
from textfactor.practice.auth0.ratelimit import Plan
from textfactor.practice.auth0.settings import Settings
from textfactor.practice.shapes import text_of
from textfactor.practice.web.messages import Reply, json_reply, no_content

_SELECTED: Final = {"provider": Field(one_of(*PROVIDERS), required=True)}
_TEXTS: Final = {
    "enrollment_message": Field(text(1), required=True),
    "verification_message": Field(text(1), required=True),
}
_TWILIO: Final = {
    "from": Field(nullable(text(0, 64))),
    "messaging_service_sid": Field(nullable(text(1, 1000))),
    "auth_token": Field(nullable(text(1, 1000))),
    "sid": Field(nullable(text(1, 1000))),
}


@dataclass(slots=True)
class LegacyApi:
    """Answers for the legacy path of a tenant."""

    phone: LegacyPhone
    settings: Settings
    plan: Plan

    def routes(self) -> list[Route]:
        """Return the calls, under both names."""
        made: list[Route] = []
        for factor in ("phone", "sms"):
            for name, read, write in (
                ("selected-provider", self.selected, self.select),
                ("templates", self.texts, self.set_texts),
                ("providers/twilio", self.twilio, self.set_twilio),
            ):
                path = f"/guardian/factors/{factor}/{name}"
                made.append(Route("GET", path, "read:guardian_factors", self._gated(read)))
                made.append(Route("PUT", path, "update:guardian_factors", self._gated(write)))
        return made

    def selected(self, call: Call) -> Reply:
        """Answer which provider sends."""
        del call
        return json_reply({"provider": self.phone.provider})

    def select(self, call: Call) -> Reply:
        """Choose the provider that sends; nobody looks whether it could."""
        body = checked(call.body(), _SELECTED)
        self.phone.provider = text_of(body["provider"])
        return json_reply(body)

    def texts(self, call: Call) -> Reply:
        """Answer the texts; 204 while they were never set."""
        del call
        return no_content() if self.phone.texts is None else json_reply(self.phone.texts)

    def set_texts(self, call: Call) -> Reply:
        """Set both texts (the OpenAPI file: a subscription is required)."""
        body = checked(call.body(), _TEXTS)
        self.plan.require("paid", "customize the messages of phone factors")
        self.phone.texts = {name: text_of(value) for name, value in body.items()}
        return json_reply(body)

    def twilio(self, call: Call) -> Reply:
        """Answer the Twilio account; `{}` while there is none (wire 15)."""
        del call
        return json_reply(self.phone.twilio)

    def set_twilio(self, call: Call) -> Reply:
        """Set the Twilio account (the OpenAPI file: a subscription is required)."""
        body = checked(call.body(), _TWILIO)
        self.plan.require("paid", "use your own Twilio account")
        self.phone.twilio = body
        return json_reply(body)

    def _gated(self, handler: Handler) -> Handler:
        """Return `handler` behind the gate of the unified path."""

        def answer(call: Call) -> Reply:
            if self.settings.unified:
                raise legacy_gate()
            return handler(call)

        return answer
