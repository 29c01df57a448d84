"""A tenant as it was read, for the bundle: kinds, counts and yes or no; no name, no text, no code."""

from textfactor.domain.answers import TenantPath
from textfactor.domain.sms_text import measure
from textfactor.domain.templates import TemplateType
from textfactor.domain.tenant import SENDER_SECRETS, ActionFacts, Observed
from textfactor.services.bundle.tokens import word
from textfactor.services.setup.ours import carries_our_code, is_ours

Json = dict[str, object]


def describe_tenant(observed: Observed) -> Json:
    """Describe everything that bears on sending."""
    provider = observed.provider
    return {
        "path": observed.path.value,
        "evidence": observed.path_evidence.value,
        "missing_scopes": [word(one) for one in observed.missing_scopes],
        "action": _action(observed),
        "bindings": len(observed.bindings),
        "provider": None
        if provider is None
        else {
            "name": word(provider.name),
            "disabled": provider.disabled,
            "methods": [word(one) for one in provider.methods],
        },
        "selected_provider": word(observed.selected_provider or ""),
        "factor_on": observed.factor_on,
        "message_types": [word(one) for one in observed.message_types],
        "policies": [word(one) for one in observed.policies],
        "asking_actions": len(observed.asking_actions),
        "texts": _texts(observed),
        "hooks": [hook.enabled for hook in observed.hooks],
        "other_actions": len(observed.other_actions),
        "other_bindings": len(observed.other_bindings),
        "protection": word(observed.phone_protection or ""),
        "unknown": {word(field): word(reason.partition(": ")[0]) for field, reason in observed.unknown},
    }


def _action(observed: Observed) -> Json | None:
    action = observed.action
    if action is None:
        return None
    return {
        "ours": is_ours(action),
        "our_code": carries_our_code(action),
        "runtime": word(action.runtime),
        "status": word(action.status),
        "deployed": action.deployed_code is not None or action.deployed_version is not None,
        "current": action.all_changes_deployed,
        "bound": any(row.action_id == action.id for row in observed.bindings),
        **_secrets(action),
    }


def _secrets(action: ActionFacts) -> Json:
    """Name ours; what another's are called may say who they belong to."""
    ours = [name for name in SENDER_SECRETS if name in action.secrets]
    return {"secrets": ours, "other_secrets": len(action.secrets) - len(ours)}


def _texts(observed: Observed) -> list[Json]:
    legacy = observed.legacy_templates
    if observed.path is TenantPath.LEGACY:
        pairs = [] if legacy is None else [
            (TemplateType.VERIFICATION, legacy.verification),
            (TemplateType.ENROLLMENT, legacy.enrollment),
        ]  # fmt: skip
        return [_text(kind, text, edited=True, disabled=False) for kind, text in pairs]
    both = ((TemplateType.OTP_VERIFY, observed.verify), (TemplateType.OTP_ENROLL, observed.enroll))
    return [
        _text(kind, one.text, edited=bool(one.id), disabled=one.disabled)
        for kind, one in both
        if one is not None
    ]


def _text(kind: TemplateType, text: str, *, edited: bool, disabled: bool) -> Json:
    """Say how long a text is, what it is written in and what is wrong with it, not what it says."""
    from textfactor.services.messages.lint import lint  # loads the template engine

    return {
        "type": kind.value,
        "edited": edited,
        "disabled": disabled,
        "characters": len(text),
        "encoding": measure(text).encoding.value,
        "notes": sorted({note.kind.value for note in lint(text, kind)}),
    }
