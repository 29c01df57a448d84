"""How rows and figures of the archive are written, as JSON and as lines."""

import json

from textfactor.domain.archive import ArchiveFacts, RawLog
from textfactor.domain.problems import Problem
from textfactor.words.moments import local_time
from textfactor.words.problems import explain

MEGABYTE = 1_000_000


def row_value(row: RawLog) -> dict[str, object]:
    """Put a row into JSON: the columns that are searched, and the row as Auth0 sent it."""
    return {
        "id": row.id,
        "date": row.date,
        "type": row.type,
        "user": row.user,
        "client": row.client,
        "ip": row.ip,
        "description": row.description,
        "detail": row.detail,
        "row": json.loads(row.raw),
    }


def row_line(row: RawLog) -> str:
    """Put a row into one line."""
    pieces = (row.description, "" if row.detail and row.detail in row.description else row.detail)
    told = " · ".join(piece for piece in pieces if piece)
    return " ".join(f"{local_time(row.date)}  {row.type}  {told}  {row.user}".split("\n")).rstrip()


def problem_value(problem: Problem) -> dict[str, object]:
    """Put a problem into JSON."""
    return {
        "kind": problem.kind.value,
        "where": problem.where.value,
        "title": explain(problem).title.english(),
    }


def facts_value(facts: ArchiveFacts) -> dict[str, object]:
    """Put what is kept of a tenant into JSON."""
    return {
        "rows": facts.rows,
        "bytes": facts.bytes,
        "limit": facts.limit,
        "first": facts.first,
        "last": facts.last,
        "gaps": [{"since": since, "until": until} for since, until in facts.gaps],
    }


def gap_line(gap: tuple[str, str]) -> str:
    """Say between which times rows are missing."""
    since, until = gap
    return f"Rows between {local_time(since)} and {local_time(until)} are missing"
