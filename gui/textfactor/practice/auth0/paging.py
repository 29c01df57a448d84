"""Lists of the older kind: a bare array, or with `include_totals` an object; `take` asks for checkpoints."""

from collections.abc import Mapping, Sequence
from typing import Final

from textfactor.practice.auth0.call import Call

PAGE: Final = 50


def listed(call: Call, key: str, rows: Sequence[Mapping[str, object]], totals: str = "total") -> object:
    """Return a page of `rows` in the form that the call asks for."""
    page, size = call.count("page", 0), call.count("per_page", PAGE, 100) or PAGE
    shown = rows[page * size : (page + 1) * size]
    if call.flag("include_totals"):
        return {"start": page * size, "limit": size, totals: len(rows), key: shown}
    return shown


def checkpointed(call: Call, key: str, rows: Sequence[Mapping[str, object]]) -> object:
    """Return at most `take` rows after the one whose id is `from`: `{key, next?}` (wire 18)."""
    take, after = call.count("take", PAGE, 100) or PAGE, call.request.query.get("from", "")
    names = [str(row.get("id") or row.get("client_id")) for row in rows]
    start = names.index(after) + 1 if after in names else 0
    shown = rows[start : start + take]
    if start + take >= len(rows):
        return {key: shown}
    return {key: shown, "next": names[start + take - 1]}
