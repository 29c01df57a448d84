"""Remembers which requests came in, without their secrets."""

import threading
from collections import deque
from dataclasses import dataclass
from typing import Final

from textfactor.practice.shapes import JsonObject

KEPT: Final = 2000
"""So many requests are remembered; older ones are forgotten."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One request. `status` is 0 when it was closed without an answer, `at` is ISO 8601 in UTC."""

    service: str
    method: str
    path: str
    query: JsonObject
    body: object
    status: int
    at: str

    def as_json(self) -> JsonObject:
        """Return the entry as a JSON object."""
        return {
            "service": self.service,
            "method": self.method,
            "path": self.path,
            "query": self.query,
            "body": self.body,
            "status": self.status,
            "at": self.at,
        }


class Journal:
    """The requests seen, oldest first, at most `KEPT`. Safe to use from several threads."""

    def __init__(self) -> None:
        """Start empty."""
        self._lock = threading.Lock()
        self._entries: deque[Entry] = deque(maxlen=KEPT)

    def add(self, entry: Entry) -> None:
        """Remember a request."""
        with self._lock:
            self._entries.append(entry)

    def entries(self) -> list[Entry]:
        """Return what is remembered, oldest first."""
        with self._lock:
            return list(self._entries)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._entries.clear()
