"""Queries for logs that live elsewhere: each cuts out the rows that matter, and its answer can be dropped in.

The columns and wrappers of the answers are those that the readers of this package know.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from textfactor.services.diagnosis.bulk.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable


class LogHome(StrEnum):
    """Where a tenant's log is kept."""

    DUCKDB = "duckdb"
    """Files on disk or in object storage, read by DuckDB."""
    BIGQUERY = "bigquery"
    SNOWFLAKE = "snowflake"
    SPLUNK = "splunk"
    DATADOG = "datadog"
    ELASTIC = "elastic"


@dataclass(frozen=True, slots=True)
class LogQuery:
    """One query. `place` is what it reads from (a file, table, index); `answer` is the file to save its answer as."""

    home: LogHome
    place: str
    text: str
    answer: str


TYPES: Final = tuple(sorted(KINDS))
"""The log types that the queries ask for."""
_COLUMNS: Final = "date, type, description, user_id, user_name, client_id, client_name, ip, log_id"
_PLACES: Final = {
    LogHome.DUCKDB: "auth0-logs/*.json",
    LogHome.BIGQUERY: "project.dataset.auth0_logs",
    LogHome.SNOWFLAKE: "auth0_logs",
    LogHome.SPLUNK: "auth0",
    LogHome.DATADOG: "auth0",
    LogHome.ELASTIC: "logs-auth0*",
}


def query_for(home: LogHome, place: str = "") -> LogQuery:
    """Write the query for one home; without a `place` the usual one stands there, to be replaced."""
    place = place or _PLACES[home]
    answer = {LogHome.DUCKDB: "sms-rows.ndjson", LogHome.ELASTIC: "sms-rows.json"}.get(home, "sms-rows.csv")
    return LogQuery(home, place, _WRITERS[home](place), answer)


def _listed(quote: str, comma: str = ", ") -> str:
    return comma.join(f"{quote}{name}{quote}" for name in TYPES)


def _literal(place: str) -> str:
    """Write a text between single quotes."""
    return place.replace("'", "''")


def _duckdb(place: str) -> str:
    return f"""COPY (
  SELECT coalesce(json -> '$.data', json) AS data
  FROM read_json_objects('{_literal(place)}', format = 'auto')
  WHERE coalesce(json ->> '$.data.type', json ->> '$.type') IN ({_listed("'")})
) TO 'sms-rows.ndjson' (FORMAT json);"""  # noqa: S608 - shown to a person, who runs it


def _bigquery(place: str) -> str:
    return f"""SELECT {_COLUMNS}, TO_JSON_STRING(details) AS details
FROM `{place.replace("`", "")}`
WHERE type IN ({_listed("'")})
ORDER BY date;"""  # noqa: S608


def _snowflake(place: str) -> str:
    return f"""SELECT TO_JSON(COALESCE(data:data, data)) AS "_raw"
FROM {place}
WHERE COALESCE(data:data:type, data:type)::STRING IN ({_listed("'")})
ORDER BY COALESCE(data:data:date, data:date)::STRING;"""  # noqa: S608


def _splunk(place: str) -> str:
    listed = _listed('"')
    return f"""search index="{place.replace('"', "")}" (data.type IN ({listed}) OR type IN ({listed}))
| sort 0 _time
| table _time, _raw"""


def _datadog(place: str) -> str:
    names = _listed("", " OR ")
    return f"source:{place} (@data.type:({names}) OR @type:({names}))"


def _elastic(place: str) -> str:
    fields = ('"data.type"', '"type"', '"auth0.logs.data.type"')
    terms = ",\n".join(f'    {{"terms": {{{field}: [{_listed(chr(34))}]}}}}' for field in fields)
    return f"""GET /{place}/_search
{{"size": 10000, "sort": [{{"_doc": "asc"}}], "query": {{"bool": {{"minimum_should_match": 1, "should": [
{terms}
]}}}}}}"""


_WRITERS: Final[dict[LogHome, Callable[[str], str]]] = {
    LogHome.DUCKDB: _duckdb,
    LogHome.BIGQUERY: _bigquery,
    LogHome.SNOWFLAKE: _snowflake,
    LogHome.SPLUNK: _splunk,
    LogHome.DATADOG: _datadog,
    LogHome.ELASTIC: _elastic,
}
