"""The practice phone: what it received."""

from collections import deque
from dataclasses import dataclass, field
from typing import Final

from textfactor.practice.shapes import JsonObject

KEPT: Final = 1000
"""So many messages stay on the phone; older ones are forgotten."""


@dataclass(frozen=True, slots=True)
class Message:
    """One SMS as the phone shows it; `price` in euros, `encoding` GSM-7 or UCS-2, `at` ISO 8601."""

    id: str
    sender: str
    to: str
    text: str
    parts: int
    encoding: str
    price: str
    at: str
    client_ref: str

    def as_json(self) -> JsonObject:
        """Return the message as a JSON object, in the words of the control API."""
        return {
            "id": self.id,
            "from": self.sender,
            "to": self.to,
            "text": self.text,
            "parts": self.parts,
            "encoding": self.encoding,
            "price": self.price,
            "at": self.at,
            "client_ref": self.client_ref,
        }


def _empty() -> deque[Message]:
    return deque(maxlen=KEPT)


@dataclass(slots=True)
class Phone:
    """All numbers of the practice world ring here."""

    messages: deque[Message] = field(default_factory=_empty)

    def receive(self, message: Message) -> None:
        """Put a message on the phone."""
        self.messages.append(message)
