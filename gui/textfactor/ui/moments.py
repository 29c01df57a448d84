"""Moments as the window writes them: one form in all panels, 2026-11-24 14:05, in the local time.

A day written with its year first reads the same to everybody and stands under the vendor's own rows as they have it;
those rows stay in UTC, which is said beside them.
"""

from datetime import datetime


def local_moment(at: str) -> str:
    """Write a moment (ISO 8601) as day and time to the minute; as it came where it is none."""
    return _local(at, "%Y-%m-%d %H:%M")


def local_clock(at: str, *, seconds: bool = False) -> str:
    """Write the time alone, where it is clear that it is of today; as it came where it is none."""
    return _local(at, "%H:%M:%S" if seconds else "%H:%M")


def _local(at: str, form: str) -> str:
    try:
        return datetime.fromisoformat(at).astimezone().strftime(form)
    except ValueError:
        return at
