"""Rows that tell of a change of the tenant's settings: rare among the many calls of the Management API (`sapi`)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from textfactor.services.diagnosis.bulk.shapes import as_object, read_json, unwrap
from textfactor.services.diagnosis.operations import operation_of

if TYPE_CHECKING:
    from textfactor.services.diagnosis.bulk.shapes import Row

_OURS: Final = re.compile(rb"/(?:guardian|branding|actions|tenants)\\*/")
"""Most calls are about something else, and have none of these in their bytes: they need not be decoded as a whole."""


def is_other_call(row: bytes) -> bool:
    """Tell by its bytes that a call is about something else."""
    return _OURS.search(row) is None


def change_of(row: Row, raw: bytes) -> tuple[str, str, str] | None:
    """Return what was changed, by whom, and the call in words; None for a call about something else."""
    if is_other_call(raw):
        return None
    details = _inside(unwrap(read_json(raw)), "details")
    request = _inside(details, "request")
    if request is None:
        return None
    method, path = request.get("method"), request.get("path")
    if not isinstance(method, str) or not isinstance(path, str):
        return None
    response = _inside(details, "response") or {}
    found = operation_of(method, path, request.get("body"), response.get("body"))
    return (found.id, _who(row, request), f"{method.upper()} {path}") if found is not None else None


def _who(row: Row, request: dict[str, Any]) -> str:
    """Name who did it: the person at the dashboard, else the application whose token it was."""
    user = _inside(_inside(request, "auth"), "user") or {}
    names = (
        user.get("name"),
        user.get("email"),
        row.user_name,
        row.client_name,
        user.get("user_id"),
        row.user_id,
    )
    return next((name for name in names if isinstance(name, str) and name), "")


def _inside(value: dict[str, Any] | None, name: str) -> dict[str, Any] | None:
    """Return an object inside another one; a cell of a table holds it as text."""
    found = value.get(name) if value is not None else None
    if isinstance(found, str) and found.lstrip().startswith("{"):
        found = read_json(found.encode("utf-8", "replace"))
    return as_object(found)
