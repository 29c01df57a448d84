"""What is written to Auth0: request bodies as its API wants them."""

from typing import Any

from textfactor.domain.tenant import LEGACY_TRIGGER, LOGIN_TRIGGER, ActionDraft, TemplateFacts

_CURRENT = {LEGACY_TRIGGER: "v2", LOGIN_TRIGGER: "v3"}
"""Triggers whose v1 is deprecated (facts/auth0 1.3)."""


def draft_body(draft: ActionDraft) -> dict[str, Any]:
    """Write a draft; the list of secrets replaces all of them, so it is left out to keep them."""
    body: dict[str, Any] = {"name": draft.name, "code": draft.code, "runtime": draft.runtime}
    if draft.secrets is not None:
        body["secrets"] = [{"name": name, "value": value} for name, value in draft.secrets]
    return body


def new_draft_body(draft: ActionDraft) -> dict[str, Any]:
    """Write a draft for a new Action, with the trigger's current version."""
    trigger = {"id": draft.trigger, "version": _CURRENT.get(draft.trigger, "v1")}
    return {**draft_body(draft), "supported_triggers": [trigger]}


def provider_body(name: str, methods: tuple[str, ...], *, disabled: bool) -> dict[str, Any]:
    """Write a provider; a custom one must have credentials, and they must be empty."""
    body: dict[str, Any] = {
        "name": name,
        "disabled": disabled,
        "configuration": {"delivery_methods": list(methods)},
    }
    return {**body, "credentials": {}} if name == "custom" else body


def content_body(template: TemplateFacts) -> dict[str, Any]:
    """Write a template's content; `from` may be left out but not be empty."""
    body: dict[str, Any] = {"body": {"text": template.text, "voice": template.voice}}
    return {"from": template.sender, **body} if template.sender else body
