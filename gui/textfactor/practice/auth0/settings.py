"""`/tenants/settings`, and the small lists that real clients read on their way."""

from dataclasses import dataclass, field
from typing import Final

from textfactor.practice.auth0.call import Call, Route
from textfactor.practice.auth0.errors import ApiError
from textfactor.practice.auth0.fields import Field, an_object, anything, array, boolean, checked, number, text
from textfactor.practice.shapes import JsonObject, object_of
from textfactor.practice.web.messages import Reply, json_reply

_UNIFIED: Final = "phone_consolidated_experience"
_SETTABLE: Final = {
    "friendly_name": Field(text()),
    "picture_url": Field(text()),
    "support_email": Field(text()),
    "support_url": Field(text()),
    "default_audience": Field(text()),
    "default_directory": Field(text()),
    "default_redirection_uri": Field(text()),
    "sandbox_version": Field(text(1, 8)),
    "session_lifetime": Field(number),
    "idle_session_lifetime": Field(number),
    "enabled_locales": Field(array(text(2, 12), 1)),
    "allowed_logout_urls": Field(array(text())),
    "flags": Field(an_object),
    "country_codes": Field(anything),
    "customize_mfa_in_postlogin_action": Field(boolean),
    "session_cookie": Field(anything),
    "sessions": Field(anything),
    "error_page": Field(anything),
    _UNIFIED: Field(boolean),
}


def _fresh() -> JsonObject:
    return {
        "friendly_name": "Acme",
        "picture_url": "",
        "support_email": "help@acme.example",
        "support_url": "",
        "default_directory": "",
        "enabled_locales": ["en"],
        "flags": {"enable_sso": True, "disable_clickjack_protection_headers": False},
        "sandbox_version": "22",
        "session_lifetime": 168,
        "idle_session_lifetime": 72,
        _UNIFIED: True,
    }


@dataclass(slots=True)
class Settings:
    """The tenant's settings. The practice tenant is on the unified path and stays there."""

    values: JsonObject = field(default_factory=_fresh)

    @property
    def friendly_name(self) -> str:
        """What the messages call the tenant."""
        return str(self.values.get("friendly_name") or "")

    def routes(self) -> list[Route]:
        """Return the calls."""
        return [
            Route("GET", "/tenants/settings", "read:tenant_settings", self.read),
            Route("PATCH", "/tenants/settings", "update:tenant_settings", self.change),
            Route("GET", "/hooks", "read:hooks", _empty_list),
            Route("GET", "/clients", "read:clients", _no_clients),
            Route("GET", "/client-grants", "read:client_grants", _empty_list),
            Route("GET", "/actions/modules", "read:actions", _no_modules),
        ]

    def read(self, call: Call) -> Reply:
        """Answer the settings; `fields` and `include_fields` choose among them."""
        names = {name for name in call.request.query.get("fields", "").split(",") if name}
        included = call.flag("include_fields") is not False
        values = {**self.values, "sandbox_versions_available": ["22", "18"]}
        return json_reply(
            {name: value for name, value in values.items() if not names or (name in names) == included}
        )

    def change(self, call: Call) -> Reply:
        """Change settings; answers without `sandbox_versions_available` and with two more flags (wire 14)."""
        body = checked(call.body(), _SETTABLE)
        if body.get(_UNIFIED) is False:
            raise ApiError(400, "This practice tenant has the unified path only.", "invalid_body")
        flags = {**(object_of(self.values["flags"]) or {}), **(object_of(body.get("flags")) or {})}
        self.values = {**self.values, **body, "flags": flags}
        more = {"allow_changing_enable_sso": False, "enable_idtoken_api2": False}
        return json_reply({**self.values, "flags": {**flags, **more}})


def _empty_list(call: Call) -> Reply:
    """Answer an empty list: Hooks are over, and `GET /hooks` still answered so in August 2026 (wire 19)."""
    del call
    return json_reply([])


def _no_clients(call: Call) -> Reply:
    """Answer no applications, in the form that auth0-deploy-cli asks for."""
    totals: JsonObject = {"total": 0, "start": 0, "limit": call.count("per_page", 50, 100), "clients": []}
    return json_reply(totals if call.flag("include_totals") else [])


def _no_modules(call: Call) -> Reply:
    """Answer no modules; here the zeros are there (wire 1)."""
    return json_reply({"modules": [], "total": 0, "page": 0, "per_page": call.count("per_page", 50, 100)})
