"""The faults that a world shows before the first request: its addresses are no good.

Nothing on this computer may be changed so that a name stops resolving. So the world hands out addresses that
cannot be reached: in the line that `practice --json` prints, and whenever `GET /info` is asked. A name that
ends in `.invalid` never exists (RFC 6761); nobody listens on port 1.
"""

from typing import Final
from urllib.parse import urlsplit

from textfactor.practice.faults import FaultBoard

_NOWHERE: Final = "practice.invalid"
_CLOSED_PORT: Final = 1


def handed_out(url: str, service: str, faults: FaultBoard) -> str:
    """Return the address of a service as it is handed out while these faults hold."""
    parts = urlsplit(url)
    if faults.holds("name_not_found", service):
        return f"https://{service}.{_NOWHERE}:{parts.port}"
    if faults.holds("connection_refused", service):
        return f"https://{parts.netloc.rpartition(':')[0]}:{_CLOSED_PORT}"
    return url
