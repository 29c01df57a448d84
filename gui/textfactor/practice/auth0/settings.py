"""`/tenants/settings`: among them the flag that says which phone path the tenant is on.

The flag can be switched both ways (wire 13). A legacy tenant that nobody ever switched does not have it.
"""

from dataclasses import dataclass, field
from typing import Final

from textfactor.practice.auth0.call import Call, Route
from textfactor.practice.auth0.fields import (
    Field,
    an_object,
    array,
    boolean,
    checked,
    nullable,
    number,
    one_of,
    text,
)
from textfactor.practice.shapes import JsonObject, object_of
from textfactor.practice.web.messages import Reply, json_reply

_UNIFIED: Final = "phone_consolidated_experience"
_TEXTS: Final = (
    "friendly_name", "picture_url", "support_email", "support_url", "default_audience", "default_directory",
    "default_redirection_uri",
)  # fmt: skip
_NUMBERS: Final = tuple(
    f"{kind}session_lifetime{unit}"
    for kind in ("", "idle_", "ephemeral_", "idle_ephemeral_")
    for unit in ("", "_in_minutes")
)
_SWITCHES: Final = (
    "customize_mfa_in_postlogin_action", "allow_organization_name_in_authentication_api",
    "pushed_authorization_requests_supported", "authorization_response_iss_parameter_supported",
    "skip_non_verifiable_callback_uri_confirmation_prompt", "client_id_metadata_document_supported",
    "enable_ai_guide", "include_session_metadata_in_tenant_logs",
)  # fmt: skip
_OBJECTS: Final = (
    "change_password", "device_flow", "guardian_mfa_page", "error_page", "default_token_quota",
    "security_headers", "session_cookie", "sessions", "oidc_logout", "mtls", "country_codes",
)  # fmt: skip
_SETTABLE: Final = {
    **{name: Field(text()) for name in _TEXTS},
    **{name: Field(number) for name in _NUMBERS},
    **{name: Field(nullable(boolean)) for name in _SWITCHES},
    **{name: Field(nullable(an_object)) for name in _OBJECTS},
    "sandbox_version": Field(text(1, 8)),
    "legacy_sandbox_version": Field(text(1, 8)),
    "enabled_locales": Field(array(text(1, 12), 1)),
    "allowed_logout_urls": Field(array(text())),
    "acr_values_supported": Field(nullable(array(text(1)))),
    "resource_parameter_profile": Field(one_of("audience", "compatibility")),
    "dynamic_client_registration_security_mode": Field(one_of("strict", "permissive")),
    "flags": Field(an_object),
    _UNIFIED: Field(boolean),
}
"""What can be set (OpenAPI file); the practice world looks into none of the objects but the flags."""


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
    }


@dataclass(slots=True)
class Settings:
    """The tenant's settings."""

    values: JsonObject = field(default_factory=_fresh)

    @property
    def unified(self) -> bool:
        """Whether the tenant is on the unified path."""
        return self.values.get(_UNIFIED) is True

    def put_on_unified(self) -> None:
        """Switch the flag on, as a new tenant has it."""
        self.values[_UNIFIED] = True

    @property
    def friendly_name(self) -> str:
        """What the messages call the tenant."""
        return str(self.values.get("friendly_name") or "")

    def routes(self) -> list[Route]:
        """Return the calls."""
        return [
            Route("GET", "/tenants/settings", "read:tenant_settings", self.read),
            Route("PATCH", "/tenants/settings", "update:tenant_settings", self.change),
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
        flags = {**(object_of(self.values["flags"]) or {}), **(object_of(body.get("flags")) or {})}
        self.values = {**self.values, **body, "flags": flags}
        more = {"allow_changing_enable_sso": False, "enable_idtoken_api2": False}
        return json_reply({**self.values, "flags": {**flags, **more}})
