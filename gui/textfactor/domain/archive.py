"""The local archive of a tenant's log: a free tenant forgets after a day, this does not."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawLog:
    """One row as Auth0 sent it: its id, time (ISO 8601) and the columns that are searched; `raw` is the row's JSON."""

    id: str
    date: str
    type: str
    user: str
    client: str
    ip: str
    description: str
    detail: str
    """The first error text in `details`, else empty."""
    raw: str


@dataclass(frozen=True, slots=True)
class ArchiveFacts:
    """What is kept of one tenant: rows, bytes on disk, the first and last row's time, and the gaps by time."""

    rows: int
    bytes: int
    first: str
    last: str
    gaps: tuple[tuple[str, str], ...] = ()
    """Times between which rows are missing, since Auth0 had forgotten them before they were pulled."""
    limit: int = 0
    """Bytes that all tenants' rows together may take; the oldest rows go first."""


@dataclass(frozen=True, slots=True)
class Pulled:
    """What one pull did: rows that are new, and whether Auth0 had nothing more to give."""

    added: int
    drained: bool
    gap: tuple[str, str] | None = None
