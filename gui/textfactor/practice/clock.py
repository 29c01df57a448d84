"""The practice world's idea of time: one callable, so that a test can hand in a clock of its own."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], float]
"""Returns the time now, in seconds since 1970 (UTC)."""


def iso(seconds: float, digits: int = 3) -> str:
    """Return `seconds` since 1970 as ISO 8601 in UTC with `digits` decimals (3 or 9).

    Auth0 writes 9 decimals for Actions and 3 for everything else (seen on the wire, 2023 to 2026).
    """
    moment = datetime.fromtimestamp(seconds, tz=UTC)
    fraction = f"{moment.microsecond:06d}"
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{fraction.ljust(9, '0')[:digits]}Z"


def iso9(seconds: float) -> str:
    """Return the time as Auth0 writes it in Actions: nine decimals."""
    return iso(seconds, 9)
