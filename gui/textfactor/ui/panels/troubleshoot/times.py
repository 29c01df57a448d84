"""Times as this panel writes them: ISO 8601 in this computer's time zone, which each view says once.

Rows themselves are shown as they came, in UTC.
"""

from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from textfactor.domain.harmless import harmless
from textfactor.ui.messages import fill

_SECONDS: Final = "%Y-%m-%d %H:%M:%S"


def moment(at: str) -> str:
    """Write a time (ISO 8601; UTC where it names no zone) to the second; what is none as it came."""
    local = _local(at)
    return harmless(at) if local is None else local.strftime(_SECONDS)


def short_moment(at: str) -> str:
    """Write a time to the minute, for a list whose zone stands elsewhere."""
    local = _local(at)
    return harmless(at) if local is None else local.strftime("%Y-%m-%d %H:%M")


def span(first: str, last: str) -> str:
    """Write from when to when, with the zone; the day once where it is the same."""
    if not first:
        return ""
    begin, end = moment(first), moment(last)
    if begin == end or not end:
        return fill(QCoreApplication.translate("Sayings", "{at} {zone}"), at=begin, zone=zone(first))
    end = end[11:] if begin[:10] == end[:10] else end
    words = QCoreApplication.translate("Sayings", "{begin} – {end} {zone}")
    return fill(words, begin=begin, end=end, zone=zone(first, last))


def zone(first: str = "", last: str = "") -> str:
    """Name the zone of these times, now without any: `UTC+01:00`; in words where summer time begins between them."""
    zones = {_zone(local) for at in (first, last or first) if (local := _local(at)) is not None}
    if len(zones) > 1:
        return QCoreApplication.translate("Sayings", "local time")
    return zones.pop() if zones else _zone(datetime.now().astimezone())


def _zone(local: datetime) -> str:
    offset = local.strftime("%z")
    return f"UTC{offset[:3]}:{offset[3:5]}" if int(offset or 0) else "UTC"


def _local(at: str) -> datetime | None:
    try:
        read = datetime.fromisoformat(at)
        return (read if read.tzinfo is not None else read.replace(tzinfo=UTC)).astimezone()
    except (ValueError, OverflowError, OSError):
        return None
