"""A subset of Lucene for `q`: what Auth0's docs promise for searching logs.

`field:value`, `field:"two words"`, wildcards `*` (not at the front unless three literal characters follow),
ranges `[a TO b]` and `{a TO b}` with `*` as an open end, `AND`, `OR`, `NOT`, brackets. Values are
case-sensitive and are not cut into words. Fields that cannot be searched (all of `details`) match nothing.
Source: Auth0 docs, deploy-monitor/logs/log-search-query-syntax.
"""

import re
from collections.abc import Callable
from fnmatch import fnmatchcase
from typing import Final

from textfactor.practice.shapes import JsonObject

Predicate = Callable[[JsonObject], bool]
"""Tells whether a row is wanted."""

FIELDS: Final = frozenset({
    "client_id", "client_name", "connection", "connection_id", "description", "date", "hostname", "ip",
    "log_id", "organization_id", "user_id", "user_name", "user_agent", "strategy", "strategy_type",
    "type",
})  # fmt: skip

_TOKEN = re.compile(
    r"""\s*(?:
        (?P<open>\()|(?P<close>\))|
        (?P<word>AND|OR|NOT)(?=[\s()]|$)|
        (?P<field>[\w.]+):(?:
            (?P<from>[\[{])\s*(?P<low>\S+)\s+TO\s+(?P<high>[^\s\]}]+)\s*(?P<to>[\]}])|
            "(?P<quoted>[^"]*)"|
            (?P<value>[^\s()]+)
        )
    )\s*""",
    re.VERBOSE,
)


class QueryError(ValueError):
    """The query cannot be understood."""


def parse_query(text: str) -> Predicate:
    """Return what a query asks for. Raises QueryError."""
    tokens = _tokens(text)
    parser = _Parser(tokens)
    wanted = parser.any_of()
    if not parser.at_end():
        raise QueryError(text)
    return wanted


def _tokens(text: str) -> list[re.Match[str]]:
    tokens: list[re.Match[str]] = []
    at = 0
    while at < len(text.rstrip()):
        match = _TOKEN.match(text, at)
        if match is None:
            raise QueryError(text[at:])
        tokens.append(match)
        at = match.end()
    return tokens


class _Parser:
    """Reads tokens by recursive descent: OR binds weakest, then AND, then NOT."""

    def __init__(self, tokens: list[re.Match[str]]) -> None:
        self._tokens = tokens
        self._at = 0

    def at_end(self) -> bool:
        """Tell whether all tokens are read."""
        return self._at == len(self._tokens)

    def any_of(self) -> Predicate:
        """Read terms with OR between them."""
        terms = [self._all_of()]
        while self._takes("OR"):
            terms.append(self._all_of())
        return lambda row: any(term(row) for term in terms)

    def _all_of(self) -> Predicate:
        """Read terms with AND between them."""
        terms = [self._term()]
        while self._takes("AND"):
            terms.append(self._term())
        return lambda row: all(term(row) for term in terms)

    def _term(self) -> Predicate:
        """Read one term: negated, in brackets, or a field."""
        if self._takes("NOT"):
            negated = self._term()
            return lambda row: not negated(row)
        if self.at_end():
            message = "something is missing at the end"
            raise QueryError(message)
        token = self._tokens[self._at]
        self._at += 1
        if token["open"]:
            inner = self.any_of()
            if self.at_end() or not self._tokens[self._at]["close"]:
                message = "a bracket is not closed"
                raise QueryError(message)
            self._at += 1
            return inner
        if not token["field"]:
            raise QueryError(token[0])
        return _range(token) if token["from"] else _match(token)

    def _takes(self, word: str) -> bool:
        """Read `word` if it is next."""
        if self.at_end() or self._tokens[self._at]["word"] != word:
            return False
        self._at += 1
        return True


def _value(row: JsonObject, name: str) -> str | None:
    """Return a searchable field of a row as text."""
    value = row.get(name) if name in FIELDS else None
    return value if isinstance(value, str) else None


def _match(token: re.Match[str]) -> Predicate:
    """Return a comparison with a value, which may have wildcards when it is not quoted."""
    name, quoted, value = token["field"], token["quoted"], token["value"]
    if quoted is not None:
        return lambda row: _value(row, name) == quoted
    if value == "*":
        return lambda row: _value(row, name) is not None
    if value.startswith("*") and not re.match(r"\*[^*]{3}", value):
        raise QueryError(value)
    pattern = re.sub(r"([\[\]?])", r"[\1]", value)
    return lambda row: (found := _value(row, name)) is not None and fnmatchcase(found, pattern)


def _range(token: re.Match[str]) -> Predicate:
    """Return a comparison with a range; ends in square brackets belong to it."""
    name, low, high = token["field"], token["low"], token["high"]
    with_low, with_high = token["from"] == "[", token["to"] == "]"

    def inside(row: JsonObject) -> bool:
        value = _value(row, name)
        if value is None:
            return False
        above = low == "*" or value > low or (with_low and value == low)
        return above and (high == "*" or value < high or (with_high and value.startswith(high)))

    return inside
