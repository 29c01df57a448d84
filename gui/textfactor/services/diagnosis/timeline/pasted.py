"""Joins what was pasted: rows of the log, runs of Actions, answers and receipts that belong to the same login."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from textfactor.domain.archive import RawLog
from textfactor.domain.diagnosis import InputKind
from textfactor.domain.timeline import Execution, Traces
from textfactor.services.diagnosis.readers.clues import instant
from textfactor.services.diagnosis.readers.documents import find_documents, nested
from textfactor.services.diagnosis.readers.states import entries_of, text_of
from textfactor.services.diagnosis.readers.tree import Budget, Node, NodeKind
from textfactor.services.diagnosis.timeline.given import traces_of
from textfactor.services.diagnosis.timeline.joining import join
from textfactor.services.diagnosis.timeline.rows import TYPES

if TYPE_CHECKING:
    from textfactor.domain.diagnosis import Reading
    from textfactor.domain.timeline import Journey
    from textfactor.services.diagnosis.knowledge import Knowledge

_MOST: Final = 500
"""So many rows are joined; who pastes more has an export."""
_SHOWN: Final = 5
_DEEP: Final = 8


def joined_logins(reading: Reading, knowledge: Knowledge | None) -> tuple[Journey, ...]:
    """Return the logins of which pieces of both sides were pasted, newest first, a few at most.

    A row of the log must be among them, and an answer, a receipt, a report or the record of a run that was found to
    belong to it: one side alone is told by its diagnosis.
    """
    if reading.rows < 2 or reading.rows > _MOST or reading.kind is InputKind.EXPORT:
        return ()
    traces = traces_of(reading)
    rows, runs = _logged(reading.source)
    if not rows or not (traces.answers or traces.deliveries or runs):
        return ()
    both = Traces(rows, runs, traces.answers, traces.deliveries)
    alone = {journey.id: journey for journey in join(Traces(rows), None)}
    found = [one for one in join(both, knowledge) if _lights(one) != _lights(alone.get(one.id))]
    return tuple(found[:_SHOWN])


def _lights(journey: Journey | None) -> list[object]:
    """Return by what each station was lit, to see whether the other side told anything."""
    if journey is None:
        return []
    return [(step.link.by if step.link else None, step.evidence, step.light) for step in journey.steps]


def _logged(source: str) -> tuple[tuple[RawLog, ...], tuple[Execution, ...]]:
    """Find the rows of the log and the records of runs in a text, each once."""
    rows: dict[str, RawLog] = {}
    runs: dict[str, Execution] = {}
    for node in _objects(source):
        kind = text_of(node.get("type"))
        if kind in TYPES and node.get("date") is not None:
            row = _row(node, kind)
            rows.setdefault(row.id, row)
        elif node.get("trigger_id") is not None and node.get("results") is not None:
            run = _run(node)
            runs.setdefault(run.id, run)
    return tuple(rows.values()), tuple(runs.values())


def _objects(source: str) -> Iterator[Node]:
    """Yield all objects, from the outside in; below a row of the log or a run nothing is looked for."""
    budget = Budget()
    pending = list(reversed(find_documents(source, budget).roots))
    while pending:
        node = pending.pop()
        if node.is_leaf:
            inner = nested(node, budget)
            pending += [inner] if inner is not None else []
        elif node.kind is NodeKind.OBJECT and (
            node.get("type") is not None or node.get("results") is not None
        ):
            yield node
        else:
            pending += [value for _key, value in reversed(node.items)]


def _row(node: Node, kind: str) -> RawLog:
    details = node.get("details")
    detail = next(
        (
            said
            for name in ("failure_details", "provider_error", "action_error")
            if (said := _said(details, name))
        ),
        "",
    )
    date = instant(text_of(node.get("date")))
    raw = json.dumps(_value(node))
    user = text_of(node.get("user_id")) or text_of(node.get("user_name"))
    return RawLog(
        text_of(node.get("log_id")) or raw,
        date,
        kind,
        user,
        "",
        "",
        text_of(node.get("description")),
        detail,
        raw,
    )


def _said(details: Node | None, name: str) -> str:
    told = details.get(name) if details is not None else None
    return text_of(told.get("message")) if told is not None else ""


def _run(node: Node) -> Execution:
    """Read the record of a run: of several Actions the first that failed counts."""
    results = entries_of(node.get("results"))
    failed = next(
        (one for one in results if one.get("error") is not None and not _is_null(one.get("error"))), None
    )
    result = failed or (results[0] if results else node)
    error = failed.get("error") if failed is not None else None
    return Execution(
        text_of(node.get("id")),
        text_of(node.get("trigger_id")),
        text_of(node.get("status")),
        text_of(result.get("action_name")),
        text_of(result.get("started_at")),
        text_of(result.get("ended_at")),
        text_of(error.get("id")) if error is not None else "",
        text_of(error.get("msg")) if error is not None else "",
        text_of(error.get("url")) if error is not None else "",
    )


def _is_null(node: Node | None) -> bool:
    return node is None or (node.is_leaf and node.text in ("null", "None", ""))


def _value(node: Node, deep: int = _DEEP) -> object:
    """Return a tree as a JSON value; words (true, 4) become texts."""
    if node.is_leaf:
        return node.text
    if not deep:
        return None
    if node.kind is NodeKind.ARRAY:
        return [_value(value, deep - 1) for _key, value in node.items]
    return {key: _value(value, deep - 1) for key, value in node.items}
