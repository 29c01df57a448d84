"""The record of an Action's run, which Auth0 keeps for ten days (facts/auth0 4.4)."""

from urllib.parse import quote

import msgspec

from textfactor.adapters import auth0_parse as parse
from textfactor.adapters.auth0_wire import Auth0Wire
from textfactor.adapters.redaction import redact
from textfactor.domain.timeline import Execution


class _Error(msgspec.Struct):
    id: str | None = None
    msg: str | None = None
    url: str | None = None


class _Result(msgspec.Struct):
    action_name: str | None = None
    error: _Error | None = None
    started_at: str | None = None
    ended_at: str | None = None


class _Record(msgspec.Struct):
    id: str | None = None
    trigger_id: str | None = None
    status: str | None = None
    results: list[_Result] | None = None


def execution(wire: Auth0Wire, execution_id: str) -> Execution:
    """Read one record; of several Actions in a run, the first that failed is told, else the last."""
    answer = wire.get(f"/actions/executions/{quote(execution_id, safe='')}")
    record = parse.shaped(answer, _Record)
    results = record.results or [_Result()]
    told = next((one for one in results if one.error is not None), results[-1])
    error = told.error or _Error()
    return Execution(
        id=record.id or execution_id,
        trigger=record.trigger_id or "",
        status=record.status or "",
        action=told.action_name or "",
        started=told.started_at or "",
        ended=told.ended_at or "",
        error_id=error.id or "",
        error_text=redact(error.msg or ""),
        error_link=error.url or "",
    )
