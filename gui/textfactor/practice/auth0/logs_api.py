"""`GET /logs` in both its modes, `GET /logs/{id}`, and `GET /users/{id}/logs`.

Facts: docs, retrieve log events and search query syntax; wire 17. A search reaches 1,000 rows; the total that
`include_totals` brings is that of the page; too long a query is 414. A checkpoint ignores every other field.
"""

from dataclasses import dataclass
from typing import Final

from textfactor.practice.auth0.call import Call, Route
from textfactor.practice.auth0.errors import ApiError, invalid_query, not_found
from textfactor.practice.auth0.log_query import QueryError, parse_query
from textfactor.practice.auth0.logs import LogBook
from textfactor.practice.shapes import JsonObject
from textfactor.practice.web.messages import Reply, json_reply

PAGE: Final = 50
LARGEST_PAGE: Final = 100
REACH: Final = 1000
"""A search finds at most so many rows in all."""

LONGEST_QUERY: Final = 4096
"""A longer query text is refused, in characters. The real bound is not documented, only that there is one."""


@dataclass(slots=True)
class LogsApi:
    """Answers for the log of a tenant."""

    book: LogBook

    def routes(self) -> list[Route]:
        """Return the calls."""
        return [
            Route("GET", "/logs", "read:logs read:logs_users", self.listing),
            Route("GET", "/logs/{id}", "read:logs read:logs_users", self.read),
            Route("GET", "/users/{id}/logs", "read:logs read:logs_users", self.of_user),
        ]

    def listing(self, call: Call) -> Reply:
        """Answer rows: from a checkpoint if `from` or `take` is given, else as a search."""
        if len(call.request.query_text) > LONGEST_QUERY:
            raise ApiError(414, "Request-URI Too Large")
        query = call.request.query
        return self._checkpoint(call) if "from" in query or "take" in query else self._search(call)

    def read(self, call: Call) -> Reply:
        """Answer one row."""
        for row in self.book.kept():
            if row["log_id"] == call.params["id"]:
                return json_reply(row)
        raise not_found("Log not found.", "inexistent_log")

    def of_user(self, call: Call) -> Reply:
        """Answer the rows about one user, newest first; nothing for a user nobody knows."""
        rows = [row for row in self.book.kept() if row["user_id"] == call.params["id"]]
        return _page(call, rows)

    def _checkpoint(self, call: Call) -> Reply:
        """Answer the rows after `from`, oldest first; an empty array means: no more."""
        after, take = call.request.query.get("from", ""), call.count("take", PAGE, LARGEST_PAGE) or PAGE
        rows = [row for row in self.book.kept() if str(row["log_id"]) > after][:take]
        if not rows:
            return json_reply([])
        address = f"https://{call.request.host}{call.request.path}?from={rows[-1]['log_id']}&take={take}"
        return json_reply(rows, headers={"Link": f'<{address}>; rel="next"'})

    def _search(self, call: Call) -> Reply:
        """Answer a page of the rows that `q` (or `search`) wants. Raises ApiError (400)."""
        query, rows = call.request.query, self.book.kept()
        text = query.get("q") or query.get("search") or ""
        if text:
            try:
                wanted = parse_query(text)
            except QueryError:
                message = "the query cannot be parsed"
                raise invalid_query(message) from None
            rows = [row for row in rows if wanted(row)]
        return _page(call, rows)


def _page(call: Call, rows: list[JsonObject]) -> Reply:
    """Return a page of rows, newest first unless `sort` says otherwise. Raises ApiError (400)."""
    page, size = call.count("page", 0), call.count("per_page", PAGE, LARGEST_PAGE) or PAGE
    if page * size >= REACH:
        message = f"only the first {REACH} results can be reached"
        raise invalid_query(message)
    found = _sorted(call, rows)[:REACH]
    shown = [_cut(call, row) for row in found[page * size : (page + 1) * size]]
    if call.flag("include_totals"):
        totals = {"start": page * size, "limit": size, "length": len(shown), "total": len(shown)}
        return json_reply({**totals, "logs": shown})
    return json_reply(shown)


def _sorted(call: Call, rows: list[JsonObject]) -> list[JsonObject]:
    """Return the rows in the order asked for. Raises ApiError (400)."""
    name, _, direction = call.request.query.get("sort", "date:-1").partition(":")
    if direction not in ("1", "-1") or (rows and name not in rows[0]):
        message = "sort must be a field and 1 or -1"
        raise invalid_query(message)
    return sorted(
        rows, key=lambda row: (str(row.get(name) or ""), str(row["log_id"])), reverse=direction == "-1"
    )


def _cut(call: Call, row: JsonObject) -> JsonObject:
    """Return the fields of a row that `fields` and `include_fields` leave."""
    names = {name for name in call.request.query.get("fields", "").split(",") if name}
    if not names:
        return row
    included = call.flag("include_fields") is not False
    return {name: value for name, value in row.items() if (name in names) == included}
