"""The events that Actions for phone messages get, on either path.

Sources: Auth0 docs, actions/reference/custom-phone-provider: `notification` with recipient, as_text, as_voice,
code, from, locale, delivery_method and message_type; actions/reference/send-phone-message: `message_options`
with recipient, text, code, action (enrollment or second-factor-authentication) and message_type (sms or
voice). Both have `user`, `tenant`, `request`, `client`, `transaction`, `secrets`.
"""

import uuid
from dataclasses import dataclass

from textfactor.practice.auth0.clients_api import APPLICATION
from textfactor.practice.auth0.liquid import render
from textfactor.practice.auth0.people import user_id_of
from textfactor.practice.auth0.tenant import Tenant
from textfactor.practice.shapes import JsonObject


@dataclass(frozen=True, slots=True)
class Notification:
    """A message to be sent: which template, to whom, how (`text` or `voice`), with which code."""

    kind: str
    recipient: str
    medium: str
    code: str
    user: str
    locale: str = "en"

    @property
    def user_id(self) -> str:
        """The user's id: as given, or in the form of a database user."""
        return user_id_of(self.user)

    @property
    def email(self) -> str:
        """The user's mail address: as given, or made up."""
        return self.user if "@" in self.user else f"{self.user.rpartition('|')[2]}@acme.example"


_CLIENT: JsonObject = {"client_id": APPLICATION, "name": "Practice application", "metadata": {}}


def unified_values(note: Notification, tenant: Tenant) -> JsonObject:
    """Return what a template of the unified path may name.

    `tenant` is a text here: `tenant.friendly_name` of the legacy path renders as nothing.
    """
    settings, client = tenant.settings, {"name": _CLIENT["name"], "clientID": APPLICATION}
    return {
        "code": note.code,
        "friendly_name": settings.friendly_name,
        "tenant": tenant.name,
        "locale": note.locale,
        "pause": " ",
        "support_email": settings.values.get("support_email"),
        "support_url": settings.values.get("support_url"),
        "logo_url": settings.values.get("picture_url"),
        "user": {"name": note.user, "phone_number": note.recipient, "email": note.email},
        "client": client,
        "application": client,
    }


def legacy_values(note: Notification, tenant: Tenant) -> JsonObject:
    """Return what a text of the legacy path may name (docs: customise SMS or voice messages)."""
    return {
        "code": note.code,
        "tenant": {"name": tenant.name, "friendly_name": tenant.settings.friendly_name},
        "message_type": "voice" if note.medium == "voice" else "sms",
        "locale": note.locale,
        "requestInfo": {"lang": note.locale},
        "pause": " ",
    }


def unified_event(note: Notification, tenant: Tenant, secret_values: JsonObject) -> JsonObject:
    """Return the event of `custom-phone-provider` for one message, its texts rendered."""
    values, templates = unified_values(note, tenant), tenant.templates
    notification: JsonObject = {
        "as_text": render(templates.words(note.kind, "text"), values),
        "as_voice": render(templates.words(note.kind, "voice"), values),
        "code": note.code,
        "delivery_method": note.medium,
        "locale": note.locale,
        "message_type": note.kind,
        "recipient": note.recipient,
    }
    if sender := templates.sender(note.kind):
        notification["from"] = sender
    return {"notification": notification, **_common(note, tenant), "secrets": secret_values}


def legacy_event(note: Notification, tenant: Tenant, secret_values: JsonObject) -> JsonObject:
    """Return the event of `send-phone-message` for one message, its text rendered."""
    options: JsonObject = {
        "recipient": note.recipient,
        "text": legacy_text(note, tenant),
        "code": note.code,
        "action": "enrollment" if note.kind == "otp_enroll" else "second-factor-authentication",
        "message_type": "voice" if note.medium == "voice" else "sms",
    }
    return {"message_options": options, **_common(note, tenant), "secrets": secret_values}


def legacy_text(note: Notification, tenant: Tenant) -> str:
    """Return the finished text of a message on the legacy path."""
    return render(tenant.legacy.words(note.kind), legacy_values(note, tenant))


def _common(note: Notification, tenant: Tenant) -> JsonObject:
    """Return what the events of both paths have in common."""
    return {
        "client": _CLIENT,
        "request": {
            "ip": "127.0.0.1",
            "method": "POST",
            "hostname": tenant.domain,
            "language": note.locale,
            "user_agent": "Practice browser",
            "geoip": {"countryCode": "GB"},
        },
        "user": {
            "user_id": note.user_id,
            "name": note.user,
            "email": note.email,
            "phone_number": note.recipient,
            "app_metadata": {},
            "user_metadata": {},
        },
        "tenant": {"id": tenant.name, "friendly_name": tenant.settings.friendly_name},
        "transaction": {"correlation_id": str(uuid.uuid4())},
    }
