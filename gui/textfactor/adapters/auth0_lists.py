"""Auth0's long lists, read to their end: Actions page by page, the log from a row on."""

from textfactor.adapters import auth0_parse as parse
from textfactor.adapters.answers import Json
from textfactor.adapters.auth0_wire import Auth0Wire, Query

_PAGE = 50
"""Rows asked for at once; the largest page that every list takes."""
_MOST_PAGES = 100
_TAKE = 100
"""Log rows asked for at once, the most that Auth0 gives."""


def pages(wire: Auth0Wire, path: str, query: Query, name: str) -> list[Json]:
    """Read a list to its end by counting rows: Actions lists leave `total` and `page` out when zero."""
    rows: list[Json] = []
    for page in range(_MOST_PAGES):
        found = parse.rows_of(wire.get(path, {**query, "page": page, "per_page": _PAGE}), name)
        rows += found
        if len(found) < _PAGE:
            break
    return rows


def rows_after(wire: Auth0Wire, after: str) -> list[Json]:
    """Read on from a row of the log until a page is not full; every filter is ignored by Auth0 here."""
    rows: list[Json] = []
    while True:
        page = parse.rows_of(wire.get("/logs", {"from": after, "take": _TAKE}), "logs")
        rows += page
        last = parse.log_row(page[-1]).id if page else ""
        if len(page) < _TAKE or not last or last == after:
            return rows
        after = last


def newest_rows(wire: Auth0Wire, types: tuple[str, ...]) -> list[Json]:
    """Search the log for the newest hundred rows and turn them round, so that the oldest comes first."""
    query: dict[str, str | int] = {"sort": "date:-1", "per_page": _TAKE, "page": 0}
    if types:
        query["q"] = " OR ".join(f'type:"{one}"' for one in types)
    return parse.rows_of(wire.get("/logs", query), "logs")[::-1]
