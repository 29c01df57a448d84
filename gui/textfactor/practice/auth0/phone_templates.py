"""The texts of the unified path: rules and calls under `/branding/phone/templates`."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from textfactor.practice.auth0.call import Call, Route
from textfactor.practice.auth0.errors import ApiError, not_found
from textfactor.practice.auth0.fields import Field, boolean, checked, exactly, one_of, text
from textfactor.practice.auth0.phone_providers import TRY_FIELDS
from textfactor.practice.clock import Clock, iso
from textfactor.practice.shapes import JsonObject, object_of, text_of
from textfactor.practice.web.messages import Reply, json_reply, no_content

_CODE = "{{ code | escape }} is your verification code for {{ friendly_name | escape }}"
_VOICE = "Your verification code for {{ friendly_name | escape }} is: {{ pause }} {{ code | escape }}"
_CHANGED = "Your password for {{ friendly_name | escape }} was changed."
_BLOCKED = "We detected suspicious activity on your account for {{ friendly_name | escape }}."

DEFAULTS: Final = {
    "otp_verify": {"text": _CODE, "voice": _VOICE},
    "otp_enroll": {"text": f"{_CODE}. Please enter this code to verify your enrollment.", "voice": _VOICE},
    "change_password": {"text": _CHANGED, "voice": _CHANGED},
    "blocked_account": {"text": _BLOCKED, "voice": _BLOCKED},
}
"""What a tenant that never edited them has: those with codes as recorded, the others in that style."""

_TYPES: Final = (*DEFAULTS, "password_breach")
_BODY: Final = {"text": Field(text(1, 20_000)), "voice": Field(text(1, 20_000))}
_CHANGED_CONTENT: Final = {"from": Field(text(0, 16)), "body": Field(exactly(_BODY))}
_NEW_CONTENT: Final = {"syntax": Field(one_of("liquid")), **_CHANGED_CONTENT}
_NEW: Final = {
    "type": Field(one_of(*_TYPES), required=True),
    "disabled": Field(boolean),
    "content": Field(exactly(_NEW_CONTENT), required=True),
}
_CHANGE: Final = {"disabled": Field(boolean), "content": Field(exactly(_CHANGED_CONTENT))}


@dataclass(slots=True)
class Template:
    """One edited text. `sender` is the template's own `from`; often empty."""

    id: str
    kind: str
    sender: str
    bodies: dict[str, str]
    disabled: bool
    created_at: float
    updated_at: float

    def take(self, body: JsonObject) -> None:
        """Take over what a body says; the rest stays."""
        content = object_of(body.get("content")) or {}
        self.sender = text_of(content.get("from"), self.sender)
        for medium, words in (object_of(content.get("body")) or {}).items():
            self.bodies[medium] = text_of(words)
        self.disabled = body["disabled"] is True if "disabled" in body else self.disabled


@dataclass(slots=True)
class TemplateBook:
    """The edited texts of a tenant, by type; a type that was never edited has its default."""

    edited: dict[str, Template] = field(default_factory=dict[str, Template])

    def words(self, kind: str, medium: str) -> str:
        """Return the Liquid text of a type for `text` or `voice`; empty when the template is disabled."""
        template = self.edited.get(kind)
        if template is None:
            return DEFAULTS[kind][medium]
        return "" if template.disabled else template.bodies.get(medium, "")

    def sender(self, kind: str) -> str:
        """Return the sender a type names, or nothing."""
        template = self.edited.get(kind)
        return template.sender if template else ""


TryTemplate = Callable[[str, str, str], None]
"""Sends a test message: the template's type, the number, and text or voice. Called without the lock."""


@dataclass(slots=True)
class TemplatesApi:
    """Answers for the texts of a tenant."""

    tenant: str
    clock: Clock
    book: TemplateBook
    try_out: TryTemplate = field(repr=False)

    def routes(self) -> list[Route]:
        """Return the calls."""
        every, one = "/branding/phone/templates", "/branding/phone/templates/{id}"
        return [
            Route("GET", every, "read:phone_templates", self.listing),
            Route("POST", every, "create:phone_templates", self.create),
            Route("GET", one, "read:phone_templates", self.read),
            Route("PATCH", one, "update:phone_templates", self.change),
            Route("DELETE", one, "delete:phone_templates", self.delete),
            Route("PATCH", f"{one}/reset", "update:phone_templates", self.reset),
            Route("POST", f"{one}/try", "create:phone_templates", self.test, locked=False),
        ]

    def listing(self, call: Call) -> Reply:
        """Answer all types; those never edited have no `id` and the time of the call (wire 10)."""
        disabled = call.flag("disabled")
        rows = [self._default_row(kind) for kind in DEFAULTS if kind not in self.book.edited]
        rows += [self._row(template) for template in self.book.edited.values()]
        return json_reply({"templates": [row for row in rows if disabled in (None, row["disabled"])]})

    def create(self, call: Call) -> Reply:
        """Make the first edit of a type: 201; 409 when there was one."""
        body = checked(call.body(), _NEW)
        kind = text_of(body["type"])
        if kind in self.book.edited:
            raise ApiError(409, "Phone template already configured for tenant")
        now = self.clock()
        bodies = dict(DEFAULTS.get(kind, {}))
        template = Template(f"tem_{secrets.token_hex(8)}", kind, "", bodies, False, now, now)
        template.take(body)
        self.book.edited[kind] = template
        return json_reply(self._row(template), 201)

    def read(self, call: Call) -> Reply:
        """Answer one edited text."""
        return json_reply(self._row(self._template(call)))

    def change(self, call: Call) -> Reply:
        """Edit a text again: neither its type nor its syntax can be sent."""
        template = self._template(call)
        template.take(checked(call.body(), _CHANGE))
        template.updated_at = self.clock()
        return json_reply(self._row(template))

    def delete(self, call: Call) -> Reply:
        """Delete the edit: the default is back."""
        del self.book.edited[self._template(call).kind]
        return no_content()

    def reset(self, call: Call) -> Reply:
        """Put the default's words back; id and sender stay (wire 10)."""
        template = self._template(call)
        body = call.body()
        checked({} if body is None else body, {})
        template.bodies = dict(DEFAULTS.get(template.kind, {}))
        template.updated_at = self.clock()
        return json_reply(self._row(template))

    def test(self, call: Call) -> Reply:
        """Send a test message with this text: 202 whatever becomes of it."""
        template = self._template(call)
        body = checked(call.body(), TRY_FIELDS)
        self.try_out(template.kind, text_of(body["to"]), text_of(body.get("delivery_method"), "text"))
        return json_reply({"code": 202, "message": "Test notification successfully sent for processing"}, 202)

    def _template(self, call: Call) -> Template:
        for template in self.book.edited.values():
            if template.id == call.params["id"]:
                return template
        raise not_found("Notification Resource not found")

    def _default_row(self, kind: str) -> JsonObject:
        now = self.clock()
        row = self._row(Template("", kind, "", DEFAULTS[kind], False, now, now))
        del row["id"]
        return row

    def _row(self, template: Template) -> JsonObject:
        return {
            "id": template.id,
            "tenant": self.tenant,
            "channel": "phone",
            "type": template.kind,
            "disabled": template.disabled,
            "content": {"syntax": "liquid", "from": template.sender, "body": dict(template.bodies)},
            "created_at": iso(template.created_at),
            "updated_at": iso(template.updated_at),
        }
