"""A request as the stand-ins see it, and the answers they give."""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final
from urllib.parse import parse_qsl

JSON: Final = "application/json; charset=utf-8"
"""The content type of JSON answers."""


class HangUpError(Exception):
    """The connection is to be closed without an answer."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request. Header names are in lower case; `host` is what the client called us, with the port."""

    method: str
    path: str
    query_text: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def query(self) -> dict[str, str]:
        """The query's fields; of a name given twice, the last one counts."""
        return dict(parse_qsl(self.query_text, keep_blank_values=True))

    @property
    def content_type(self) -> str:
        """The content type without parameters, in lower case; empty if there is none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def host(self) -> str:
        """The Host header."""
        return self.headers.get("host", "")

    def form(self) -> dict[str, str]:
        """Return the fields of a form body; of a name given twice, the last one counts."""
        return dict(parse_qsl(self.body.decode("utf-8", "replace"), keep_blank_values=True))

    def basic(self) -> tuple[str, str] | None:
        """Return user and password of a Basic header, or None if there is none that can be read."""
        scheme, _, value = self.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "basic":
            return None
        try:
            user, colon, password = base64.b64decode(value, validate=True).decode("utf-8").partition(":")
        except ValueError:  # not base64, not ASCII, or not UTF-8 inside
            return None
        return (user, password) if colon else None

    def bearer(self) -> str | None:
        """Return the token of a Bearer header, or None."""
        scheme, _, value = self.headers.get("authorization", "").partition(" ")
        return value.strip() if scheme.lower() == "bearer" and value.strip() else None


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer."""

    status: int
    body: bytes = b""
    content_type: str = JSON
    headers: Mapping[str, str] = field(default_factory=dict[str, str])

    def with_headers(self, more: Mapping[str, str]) -> "Reply":
        """Return a copy that has `more` headers besides its own."""
        return replace(self, headers={**self.headers, **more})


def json_reply(value: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Reply:
    """Return `value` as a JSON answer."""
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return Reply(status, body, JSON, headers or {})


def no_content() -> Reply:
    """Return the empty answer to a successful DELETE: 204."""
    return Reply(204)
