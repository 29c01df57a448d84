"""Older tenants' JSON as facts: the legacy path's texts, and Hooks."""

from typing import Any

import msgspec

from textfactor.adapters.answers import Json
from textfactor.adapters.auth0_parse import shaped
from textfactor.domain.tenant import HookFacts, LegacyTemplates


class _Hook(msgspec.Struct):
    id: str
    name: str | None = None
    trigger: str | None = msgspec.field(default=None, name="triggerId")
    enabled: bool | None = None
    script: str | None = None
    dependencies: dict[str, Any] | None = None


class _Texts(msgspec.Struct):
    enrollment_message: str | None = None
    verification_message: str | None = None


def legacy_templates(answer: Json) -> LegacyTemplates | None:
    """Read both texts; an empty body, or one without them, means that they were never set."""
    if answer is None:
        return None
    row = shaped(answer, _Texts)
    texts = LegacyTemplates(row.enrollment_message or "", row.verification_message or "")
    return texts if texts.enrollment or texts.verification else None


def hook(answer: Json) -> HookFacts:
    """Read one Hook; the names of its secrets are not part of it."""
    row = shaped(answer, _Hook)
    packages = tuple(sorted((name, str(version)) for name, version in (row.dependencies or {}).items()))
    return HookFacts(row.id, row.name or "", row.trigger or "", bool(row.enabled), row.script or "", packages)
