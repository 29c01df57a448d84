"""Auth0's log for the archive: whole rows, by checkpoint."""

from typing import Any, cast

import msgspec

from textfactor.adapters import auth0_parse as parse
from textfactor.adapters.answers import Json
from textfactor.adapters.auth0_wire import Auth0Wire
from textfactor.domain.archive import RawLog

_OLDEST: dict[str, str | int] = {"sort": "date:1", "per_page": 1, "page": 0}


def oldest_log(wire: Auth0Wire) -> RawLog | None:
    """Read the oldest row that Auth0 still has, None of an empty log."""
    rows = parse.rows_of(wire.get("/logs", _OLDEST), "logs")
    return raw_log(rows[0]) if rows else None


def log_page(wire: Auth0Wire, after: str, take: int) -> tuple[RawLog, ...]:
    """Read the rows behind one, oldest first, at most 100; none at the end of the log."""
    rows = parse.rows_of(wire.get("/logs", {"from": after, "take": take}), "logs")
    return tuple(raw_log(row) for row in rows)


def raw_log(answer: Json) -> RawLog:
    """Take the searched columns out of a row; raises NOT_THE_SERVICE for one that is none."""
    row = parse.log_row(answer)
    fields = cast("dict[str, Any]", answer)
    return RawLog(
        id=row.id,
        date=row.date,
        type=row.type,
        user=" ".join(filter(None, (_text(fields.get("user_name")), _text(fields.get("user_id"))))),
        client=" ".join(filter(None, (_text(fields.get("client_name")), _text(fields.get("client_id"))))),
        ip=_text(fields.get("ip")),
        description=row.description,
        detail=row.detail,
        raw=msgspec.json.encode(answer).decode(),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
