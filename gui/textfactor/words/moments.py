"""Times as the command line and copied texts show them: ISO 8601, in this computer's time zone, with its offset."""

from datetime import UTC, datetime


def local_time(at: str) -> str:
    """Write a moment to the second, such as `2026-11-24T13:02:07+01:00`; what is no time stays as it came.

    A time that names no zone is one of Auth0's or Vonage's, and theirs are UTC.
    """
    try:
        moment = datetime.fromisoformat(at)
        zoned = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
        return zoned.astimezone().isoformat(timespec="seconds")
    except (ValueError, OverflowError):  # also for a year that no zone's offset can be taken from
        return at
