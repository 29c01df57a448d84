"""An SMS request as its fields, and what a refusal is."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from textfactor.practice.vonage.account import Account

_ALPHANUMERIC = re.compile(r"[A-Za-z0-9 ]{1,11}")
_NUMERIC = re.compile(r"[0-9]{1,15}")

_KEPT: Final = ("to", "text", "client-ref", "callback", "status-report-req")

TEXT_LIMIT: Final = 3200
"""About so many characters a message may have (Vonage's guide on concatenation)."""


@dataclass(frozen=True, slots=True)
class SmsFields:
    """The fields of `POST /sms/json`, whatever way they came (form, JSON or query)."""

    values: Mapping[str, str]

    def get(self, name: str) -> str:
        """Return a field's value, or nothing."""
        return self.values.get(name, "")

    def kept(self) -> "SmsFields":
        """Return what is worth remembering: fields whose length the rules bound."""
        return SmsFields({name: self.get(name) for name in _KEPT if self.get(name)} | {"from": self.sender})

    @property
    def to(self) -> str:
        """The destination as sent."""
        return self.get("to")

    @property
    def sender(self) -> str:
        """The sender without blanks: "spaces will be ignored" (Vonage SMS reference)."""
        return self.get("from").replace(" ", "")

    @property
    def sender_is_number(self) -> bool:
        """Whether the sender consists of digits."""
        return bool(_NUMERIC.fullmatch(self.sender))

    @property
    def sender_is_name(self) -> bool:
        """Whether the sender is a name of at most 11 letters and digits."""
        return bool(_ALPHANUMERIC.fullmatch(self.get("from"))) and not self.get("from").isdigit()

    @property
    def kind(self) -> str:
        """The `type`: text, unicode or binary; text when none is given."""
        return self.get("type") or "text"

    @property
    def is_unicode(self) -> bool:
        """Whether the caller asked for `type=unicode`."""
        return self.kind == "unicode"

    @property
    def is_registered(self) -> bool:
        """Whether the ids that India asks for are there."""
        return bool(self.get("entity-id") and self.get("content-id"))


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why Vonage does not take a message: the status and the text beside it."""

    status: str
    text: str

    def as_json(self) -> dict[str, object]:
        """Return the entry of a failed part: only status and text (Vonage SMS OpenAPI 1.2.0)."""
        return {"status": self.status, "error-text": self.text}


Rule = Callable[[SmsFields, Account], Refusal | None]
"""One reason to refuse a message; None means it has no objection."""
