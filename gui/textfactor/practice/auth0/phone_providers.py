"""The tenant's one phone provider: rules and calls under `/branding/phone/providers`."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from textfactor.practice.auth0.actions import ActionShelf
from textfactor.practice.auth0.call import Call, Route
from textfactor.practice.auth0.errors import ApiError, invalid_body, not_found
from textfactor.practice.auth0.fields import Field, an_object, array, boolean, checked, one_of, problem, text
from textfactor.practice.clock import Clock, iso
from textfactor.practice.shapes import JsonObject, object_of, text_of, texts_of
from textfactor.practice.web.messages import Reply, json_reply, no_content

_METHODS = one_of("text", "voice")
_CUSTOM: Final = {"delivery_methods": Field(array(_METHODS, 1, 2), required=True)}
_TWILIO: Final = {
    "sid": Field(text(1, 255), required=True),
    "default_from": Field(text(1, 255)),
    "mssid": Field(text(1, 255)),
    **_CUSTOM,
}
_CHANGE: Final = {
    "name": Field(one_of("twilio", "custom")),
    "disabled": Field(boolean),
    "configuration": Field(an_object),
    "credentials": Field(an_object),
}
_NEW: Final = {
    **_CHANGE,
    "name": Field(one_of("twilio", "custom"), required=True),
    "credentials": Field(an_object, required=True),
}
TRY_FIELDS: Final = {
    "to": Field(text(1, 16), required=True),
    "delivery_method": Field(one_of("text", "voice")),
}

TRY_ANSWER: Final = {"code": 202, "message": "Test notification successfully sent for processing"}
"""What `try` answers whatever becomes of the message (wire 9)."""


@dataclass(slots=True)
class Provider:
    """The phone provider as it is stored; `credentials` are never shown."""

    id: str
    name: str
    disabled: bool
    configuration: JsonObject
    created_at: float
    updated_at: float

    def delivery_methods(self) -> list[str]:
        """Return what it can deliver: text, voice."""
        return texts_of(self.configuration.get("delivery_methods"))


@dataclass(slots=True)
class ProviderSlot:
    """Holds the tenant's provider; there can be only one."""

    provider: Provider | None = None


Try = Callable[[str, str], None]
"""Sends a test message: the number, and text or voice. Called without the lock."""


@dataclass(slots=True)
class ProvidersApi:
    """Answers for the phone provider of a tenant."""

    tenant: str
    clock: Clock
    shelf: ActionShelf
    slot: ProviderSlot
    try_out: Try = field(repr=False)

    def routes(self) -> list[Route]:
        """Return the calls."""
        every, one = "/branding/phone/providers", "/branding/phone/providers/{id}"
        return [
            Route("GET", every, "read:phone_providers", self.listing),
            Route("POST", every, "create:phone_providers", self.create),
            Route("GET", one, "read:phone_providers", self.read),
            Route("PATCH", one, "update:phone_providers", self.change),
            Route("DELETE", one, "delete:phone_providers", self.delete),
            Route("POST", f"{one}/try", "create:phone_providers", self.test, locked=False),
        ]

    def listing(self, call: Call) -> Reply:
        """Answer the list; its rows have `credentials: null` (wire 8)."""
        disabled, provider = call.flag("disabled"), self.slot.provider
        shown = provider is not None and disabled in (None, provider.disabled)
        rows = [{**self._row(provider), "credentials": None}] if shown and provider else []
        return json_reply({"providers": rows})

    def create(self, call: Call) -> Reply:
        """Create the provider: 201. A custom one wants a deployed Action, and `credentials: {}`."""
        body = checked(call.body(), _NEW)
        if self.slot.provider is not None:
            raise ApiError(409, "Phone provider already configured for tenant.")
        now = self.clock()
        name = text_of(body["name"])
        configuration = self._configuration(name, body, object_of(body.get("configuration")))
        self.slot.provider = Provider(
            id=f"pro_{secrets.token_hex(8)}",
            name=name,
            disabled=body.get("disabled") is True,
            configuration=configuration,
            created_at=now,
            updated_at=now,
        )
        return json_reply(self._row(self.slot.provider), 201)

    def read(self, call: Call) -> Reply:
        """Answer the provider, without `credentials` (wire 8)."""
        return json_reply(self._row(self._provider(call)))

    def change(self, call: Call) -> Reply:
        """Change the provider; it may become another kind."""
        provider = self._provider(call)
        body = checked(call.body(), _CHANGE, 1)
        name = text_of(body.get("name"), provider.name)
        configuration = object_of(body.get("configuration", provider.configuration))
        provider.configuration = self._configuration(name, body, configuration)
        provider.name = name
        if "disabled" in body:
            provider.disabled = body["disabled"] is True
        provider.updated_at = self.clock()
        return json_reply(self._row(provider))

    def delete(self, call: Call) -> Reply:
        """Delete the provider: 204."""
        self._provider(call)
        self.slot.provider = None
        return no_content()

    def test(self, call: Call) -> Reply:
        """Send a test message: 202 whatever becomes of it. Raises ApiError without a deployed Action."""
        provider = self._provider(call)
        body = checked(call.body(), TRY_FIELDS)
        if provider.name == "custom":
            self._require_action()
        self.try_out(text_of(body["to"]), text_of(body.get("delivery_method"), "text"))
        return json_reply(TRY_ANSWER, 202)

    def _provider(self, call: Call) -> Provider:
        provider = self.slot.provider
        if provider is None or provider.id != call.params["id"]:
            raise not_found("Notification Resource not found")
        return provider

    def _configuration(self, name: str, body: JsonObject, configuration: JsonObject | None) -> JsonObject:
        """Return the configuration for that kind of provider. Raises ApiError (400)."""
        credentials = object_of(body.get("credentials"))
        if configuration is None:
            raise invalid_body("Missing required property: configuration")
        if wrong := problem(configuration, _CUSTOM if name == "custom" else _TWILIO):
            raise invalid_body(wrong)
        if name == "custom":
            if credentials:
                raise invalid_body("Additional properties not allowed: " + next(iter(credentials)))
            self._require_action()
        elif credentials is not None and problem(
            credentials, {"auth_token": Field(text(1, 255), required=True)}
        ):
            raise invalid_body("Missing required property: auth_token")
        elif not configuration.get("default_from") and not configuration.get("mssid"):
            raise ApiError(400, "Bad Operation on Notification Resource")
        return configuration

    def _require_action(self) -> None:
        """Raise ApiError (400) unless an Action for messages is deployed; the code really says "email"."""
        if not self.shelf.has_deployed_sender():
            raise ApiError(
                400,
                "A custom phone provider requires a deployed action for the custom-phone-provider trigger.",
                "custom_email_provider_deployed_action_not_found",
            )

    def _row(self, provider: Provider) -> JsonObject:
        return {
            "id": provider.id,
            "tenant": self.tenant,
            "name": provider.name,
            "channel": "phone",
            "disabled": provider.disabled,
            "configuration": provider.configuration,
            "created_at": iso(provider.created_at),
            "updated_at": iso(provider.updated_at),
        }
