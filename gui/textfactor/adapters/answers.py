"""Turns an HTTP answer into JSON, or into the problem that it is. Shared by both vendors."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TypeAlias

import msgspec
import requests

from textfactor.adapters.redaction import redact
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

_FIRST_WORDS = 80
_LONGEST_NUMBER = 12
"""Digits of a header's number; a longer one is no time that anybody could wait for."""


def read_json(response: requests.Response, where: Service) -> Json:
    """Decode a body; an empty one is None.

    Raises `ProblemError`: SERVICE_FAULT for 5xx, RATE_LIMITED for 429, NOT_THE_SERVICE for a redirect and
    for anything that is not JSON (a captive portal's page, a body cut short). Other statuses are left to the
    caller.
    """
    if response.status_code == 429:
        raise ProblemError(_limited(response, where))
    if response.status_code >= 500:
        said = redact(f"{response.status_code} {response.reason or ''}")
        raise ProblemError(Problem(ProblemKind.SERVICE_FAULT, where, said, response.status_code))
    if 300 <= response.status_code < 400:
        raise ProblemError(not_the_service(response, where))
    if not response.content.strip():
        return None
    try:
        return msgspec.json.decode(response.content)
    except (msgspec.DecodeError, RecursionError):
        raise ProblemError(not_the_service(response, where)) from None


def not_the_service(response: requests.Response, where: Service) -> Problem:
    """Describe an answer that the service does not give: its content type and its first words."""
    kind = response.headers.get("content-type", "no content type").partition(";")[0]
    words = response.content[: 4 * _FIRST_WORDS].decode("utf-8", "replace")
    if response.is_redirect:
        kind, words = "redirect", response.headers.get("location", "")
    return Problem(
        ProblemKind.NOT_THE_SERVICE, where, f"{kind}: {redact(words)[:_FIRST_WORDS]}", response.status_code
    )


def _limited(response: requests.Response, where: Service) -> Problem:
    """Describe a 429 with the time to wait."""
    return Problem(
        ProblemKind.RATE_LIMITED, where, redact(response.reason or ""), 429, retry_after=retry_after(response)
    )


def retry_after(response: requests.Response) -> float | None:
    """Say in how many seconds the other side wants to be asked again, None when it does not tell.

    `Retry-After` (seconds or a date) wins; else `x-ratelimit-reset`, UNIX seconds by Auth0's clock, which is
    compared with the answer's own `Date`, so that a wrong clock on this machine does not matter.
    """
    wait = response.headers.get("retry-after", "").strip()
    if wait.isascii() and wait.isdigit() and len(wait) <= _LONGEST_NUMBER:
        return float(wait)
    asked = http_date(wait)
    if asked is None:
        reset = response.headers.get("x-ratelimit-reset", "").strip()
        if not (reset.isascii() and reset.isdigit()) or len(reset) > _LONGEST_NUMBER:
            return None
        asked = float(reset)
    now = http_date(response.headers.get("date", ""))
    return max(0.0, asked - (datetime.now(UTC).timestamp() if now is None else now))


def http_date(text: str) -> float | None:
    """Read an HTTP date as UNIX seconds; None for what is none, or for a year that no clock has."""
    try:
        return parsedate_to_datetime(text).timestamp()
    except (ValueError, OverflowError):
        return None
