"""Remembers which requests came in, without their secrets."""

import threading
from collections import deque
from dataclasses import dataclass
from typing import Final

from textfactor.practice.shapes import JsonObject

KEPT: Final = 2000
"""So many requests are remembered; older ones are forgotten."""

KEPT_BYTES: Final = 20_000_000
"""So many bytes all remembered requests have together at most; the oldest are forgotten first."""


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
    size: int = 0
    """Bytes that came in, as far as they are kept."""

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
        self._entries: deque[Entry] = deque()
        self._bytes = 0

    def add(self, entry: Entry) -> None:
        """Remember a request."""
        with self._lock:
            self._entries.append(entry)
            self._bytes += entry.size
            while len(self._entries) > KEPT or (self._bytes > KEPT_BYTES and len(self._entries) > 1):
                self._bytes -= self._entries.popleft().size

    def entries(self) -> list[Entry]:
        """Return what is remembered, oldest first."""
        with self._lock:
            return list(self._entries)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._entries.clear()
            self._bytes = 0
