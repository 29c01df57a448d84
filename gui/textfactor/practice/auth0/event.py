"""The event that an Action for phone messages gets.

Source: Auth0 docs, actions/reference/custom-phone-provider: `notification` with recipient, as_text, as_voice,
code, from, locale, delivery_method and message_type; `user`, `tenant`, `request`, `client`, `transaction`,
`secrets`.
"""

import uuid
from dataclasses import dataclass
from typing import Final

from textfactor.practice.auth0.liquid import render
from textfactor.practice.auth0.phone_templates import TemplateBook
from textfactor.practice.auth0.settings import Settings
from textfactor.practice.shapes import JsonObject

HANDLER: Final = "onExecuteCustomPhoneProvider"
"""The function an Action for `custom-phone-provider` exports."""


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
        return self.user if "|" in self.user else f"auth0|{self.user}"

    @property
    def email(self) -> str:
        """The user's mail address: as given, or made up."""
        return self.user if "@" in self.user else f"{self.user.rpartition('|')[2]}@acme.example"


def template_values(note: Notification, tenant: str, settings: Settings) -> JsonObject:
    """Return what a template may name. `tenant` is a text here: `tenant.friendly_name` renders as nothing."""
    return {
        "code": note.code,
        "friendly_name": settings.friendly_name,
        "tenant": tenant,
        "locale": note.locale,
        "pause": " ",
        "support_email": settings.values.get("support_email"),
        "support_url": settings.values.get("support_url"),
        "logo_url": settings.values.get("picture_url"),
        "user": {"name": note.user, "phone_number": note.recipient, "email": note.email},
        "client": {"name": "Practice application", "clientID": "practice"},
        "application": {"name": "Practice application", "clientID": "practice"},
    }


def build_event(
    note: Notification, tenant: str, settings: Settings, templates: TemplateBook, secret_values: JsonObject
) -> JsonObject:
    """Return the event for one message, its texts rendered."""
    values = template_values(note, tenant, settings)
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
    return {
        "notification": notification,
        "client": {"client_id": "practice", "name": "Practice application", "metadata": {}},
        "request": {
            "ip": "127.0.0.1",
            "method": "POST",
            "language": note.locale,
            "user_agent": "Practice browser",
            "geoip": {"countryCode": "GB"},
        },
        "user": {"user_id": note.user_id, "name": note.user, "email": note.email},
        "tenant": {"id": tenant, "friendly_name": settings.friendly_name},
        "transaction": {"correlation_id": str(uuid.uuid4())},
        "secrets": secret_values,
    }
