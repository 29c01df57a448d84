"""The practice phone: what it received."""

from collections import deque
from dataclasses import dataclass, field
from typing import Final

from textfactor.practice.shapes import JsonObject

KEPT: Final = 1000
"""So many messages stay on the phone; older ones are forgotten."""


@dataclass(frozen=True, slots=True)
class Message:
    """One SMS as the phone shows it; `price` in euros, `encoding` GSM-7, UCS-2 or 8-bit, `at` ISO 8601."""

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


def _empty() -> deque[tuple[float, Message]]:
    return deque(maxlen=KEPT)


@dataclass(slots=True)
class Phone:
    """All numbers of the practice world ring here."""

    _messages: deque[tuple[float, Message]] = field(default_factory=_empty)

    def receive(self, message: Message, due: float) -> None:
        """Put a message on the phone; it shows from `due` on, in seconds since 1970."""
        self._messages.append((due, message))

    def arrived(self, now: float) -> list[Message]:
        """Return what shows by `now`, in the order of arrival."""
        shown = [(due, message) for due, message in self._messages if due <= now]
        return [message for _, message in sorted(shown, key=lambda pair: pair[0])]

    def clear(self) -> None:
        """Forget everything."""
        self._messages.clear()
