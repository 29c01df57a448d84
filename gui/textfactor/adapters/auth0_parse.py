"""Auth0's JSON as facts. Unknown keys are ignored, missing and null ones are read as "not there".

What the wire adds to or takes from the published description: lists leave out zero numbers, unedited
templates have no id, a deploy answers with a version, most keys of a log row may be null.
"""

from typing import Any, TypeVar, cast

import msgspec

from textfactor.adapters.answers import Json
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.tenant import (
    ActionFacts,
    BindingFacts,
    LogRow,
    ProviderFacts,
    TemplateFacts,
    TenantSettings,
)

T = TypeVar("T")


class _Named(msgspec.Struct):
    id: str | None = None
    name: str | None = None


class _Secret(msgspec.Struct):
    name: str | None = None
    updated_at: Any = None


class _Version(msgspec.Struct):
    id: str | None = None
    code: str | None = None
    deployed: bool | None = None


class _Action(msgspec.Struct):
    id: str
    name: str | None = None
    supported_triggers: list[_Named] | None = None
    code: str | None = None
    runtime: str | None = None
    status: str | None = None
    secrets: list[_Secret] | None = None
    deployed_version: _Version | None = None
    all_changes_deployed: bool | None = None


class _Bound(msgspec.Struct):
    id: str | None = None
    name: str | None = None
    deployed_version: _Version | None = None


class _Binding(msgspec.Struct):
    id: str | None = None
    display_name: str | None = None
    action: _Bound | None = None


class _Methods(msgspec.Struct):
    delivery_methods: list[str] | None = None


class _Provider(msgspec.Struct):
    id: str
    name: str | None = None
    disabled: bool | None = None
    configuration: _Methods | None = None


class _Body(msgspec.Struct):
    text: str | None = None
    voice: str | None = None


class _Content(msgspec.Struct):
    sender: str | None = msgspec.field(default=None, name="from")
    body: _Body | None = None


class _Template(msgspec.Struct):
    id: str | None = None
    type: str | None = None
    disabled: bool | None = None
    content: _Content | None = None


class _Settings(msgspec.Struct):
    phone_consolidated_experience: bool | None = None
    friendly_name: str | None = None


class _Row(msgspec.Struct):
    id: str | None = msgspec.field(default=None, name="_id")
    log_id: str | None = None
    date: Any = None
    type: str | None = None
    description: str | None = None
    details: dict[str, Any] | None = None
    user_name: str | None = None
    user_id: str | None = None


def shaped(answer: Json, kind: type[T]) -> T:
    """Read an answer as `kind`; raises NOT_THE_SERVICE when it has another shape."""
    try:
        return msgspec.convert(answer, kind)
    except msgspec.ValidationError as error:
        said = f"unexpected JSON: {error}"
        raise ProblemError(Problem(ProblemKind.NOT_THE_SERVICE, Service.AUTH0, said)) from None


def rows_of(answer: Json, name: str) -> list[Json]:
    """Take the list out of an answer: under its name, or bare; one that is left out of an object is empty.

    Raises NOT_THE_SERVICE for anything else: an answer that lists nothing does not say that nothing is there.
    """
    rows = answer.get(name) or [] if isinstance(answer, dict) else answer
    return shaped(rows, list[Any])


def word(answer: Json, name: str) -> str:
    """Take one text out of an answer, empty when it is not there."""
    found = answer.get(name) if isinstance(answer, dict) else None
    return found if isinstance(found, str) else ""


def settings(answer: Json) -> TenantSettings:
    """Read GET /tenants/settings."""
    row = shaped(answer, _Settings)
    return TenantSettings(row.phone_consolidated_experience, row.friendly_name or "")


def action(answer: Json) -> ActionFacts:
    """Read one Action. A deployed version is one that says so, or one that does not tell."""
    row = shaped(answer, _Action)
    version = row.deployed_version
    running = version if version is not None and version.deployed is not False else None
    triggers = row.supported_triggers or []
    return ActionFacts(
        row.id,
        row.name or "",
        next((one.id for one in triggers if one.id), ""),
        row.code or "",
        row.runtime or "",
        (row.status or "").lower(),
        tuple(secret.name for secret in row.secrets or [] if secret.name),
        None if running is None else running.code,
        None if running is None else running.id,
        bool(row.all_changes_deployed),
        tuple((one.name, one.updated_at) for one in row.secrets or [] if one.name and _told(one.updated_at)),
    )


def _told(time: object) -> bool:
    """Say whether a secret's time of change is there (a text; the description allows nothing else)."""
    return isinstance(time, str) and bool(time)


def version_id(answer: Json) -> str:
    """Read the version that a deploy answers with."""
    return shaped(answer, _Version).id or ""


def binding(answer: Json) -> BindingFacts:
    """Read one binding; its name is the Action's, else what it is displayed as. The wire has the code that runs."""
    row = shaped(answer, _Binding)
    bound = row.action or _Bound()
    running = bound.deployed_version or _Version()
    shown = row.display_name or ""
    return BindingFacts(row.id or "", bound.id or "", bound.name or shown, running.code, shown)


def provider(answer: Json) -> ProviderFacts:
    """Read one phone provider."""
    row = shaped(answer, _Provider)
    methods = (row.configuration.delivery_methods if row.configuration else None) or []
    return ProviderFacts(row.id, row.name or "", bool(row.disabled), tuple(methods))


def template(answer: Json) -> TemplateFacts:
    """Read one phone template; without an id it is the vendor's default."""
    row = shaped(answer, _Template)
    content = row.content or _Content()
    body = content.body or _Body()
    return TemplateFacts(
        id=row.id or "",
        type=row.type or "",
        text=body.text or "",
        voice=body.voice or "",
        sender=content.sender or "",
        disabled=bool(row.disabled),
    )


def log_row(answer: Json) -> LogRow:
    """Read one row of the log."""
    row = shaped(answer, _Row)
    return LogRow(
        row.log_id or row.id or "",
        row.date if isinstance(row.date, str) else "",
        row.type or "",
        row.description or "",
        _detail(row.details or {}),
        row.user_name or row.user_id or "",
    )


_DETAIL_KEYS = ("failure_details", "provider_error", "error", "warning", "action_error")


def _detail(details: dict[str, Any]) -> str:
    """Find the first error text: an object with a message and a code (a text or a number), or a bare text."""
    for key in _DETAIL_KEYS:
        found: Any = details.get(key)
        if isinstance(found, str) and found:
            return found
        if isinstance(found, dict) and (words := _said(cast("dict[str, Any]", found))):
            return words
    return ""


def _said(fields: dict[str, Any]) -> str:
    """Join message and code of an error object; the code only where the message does not have it."""
    message = fields.get("message") or fields.get("msg") or ""
    code = fields.get("errorCode") or fields.get("code") or ""
    message, code = (str(one) if isinstance(one, str | int) else "" for one in (message, code))
    if not message or not code or code in message:
        return message or code
    return f"{message} ({code})"
