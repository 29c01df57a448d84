"""From the tenant's settings: would a login ask for a code, and is it handed to the Action, with which text."""

from textfactor.domain.answers import TenantPath
from textfactor.domain.findings import Finding
from textfactor.domain.templates import LintNote, Severity, TemplateType
from textfactor.domain.tenant import CUSTOM_PROVIDER, Observed
from textfactor.services.doctor.finding import FAIL, PASS, UNKNOWN, WARNING, found

SENDING_IDS = (
    "auth0.provider",
    "auth0.factor",
    "auth0.message_types",
    "auth0.asks",
    "auth0.templates",
)
_OPENS = "setup.plan"
_WAY = {"sms": "text", "voice": "voice"}
"""What a message type is called among the provider's delivery methods."""


def judge_sending(observed: Observed, domain: str) -> tuple[Finding, ...]:
    """Judge provider, factor, ways, who asks, and the texts."""
    unified = observed.path is TenantPath.UNIFIED
    return (
        _provider(observed) if unified else _selected(observed),
        _factor(observed),
        _types(observed),
        _asks(observed),
        _templates(observed, domain),
    )


def _provider(observed: Observed) -> Finding:
    provider = observed.provider
    if provider is None:
        return found("auth0.provider", FAIL, "missing", _OPENS)
    if provider.name != "custom":
        return found("auth0.provider", FAIL, "other", _OPENS, provider=provider.name)
    if provider.disabled:
        return found("auth0.provider", FAIL, "disabled", _OPENS)
    if "text" not in provider.methods:
        return found("auth0.provider", FAIL, "voice_only", _OPENS)
    return found("auth0.provider", PASS, "custom")


def _selected(observed: Observed) -> Finding:
    selected = observed.selected_provider
    if selected is None:
        return _unread(observed, "auth0.provider", "selected_provider")
    if selected != CUSTOM_PROVIDER:
        return found("auth0.provider", FAIL, "other", _OPENS, provider=selected)
    return found("auth0.provider", PASS, "custom")


def _unread(observed: Observed, check: str, field: str) -> Finding:
    """Say that a part could not be read; the blanks `field` and `reason` are those of `Observed.unknown`."""
    reason = dict(observed.unknown).get(field, "")
    return found(check, UNKNOWN, "unread", field=field, reason=reason)


def _factor(observed: Observed) -> Finding:
    if observed.factor_on:
        return found("auth0.factor", PASS, "on")
    return found("auth0.factor", FAIL, "off", "setup.turn_on")


def _types(observed: Observed) -> Finding:
    check, types = "auth0.message_types", observed.message_types
    if not types:
        return found(check, FAIL, "none", _OPENS)
    if "sms" not in types:
        return found(check, FAIL, "voice_only", _OPENS)
    provider = observed.provider
    able = provider.methods if provider is not None else ("text", "voice")
    beyond = tuple(one for one in types if _WAY.get(one, one) not in able)
    if beyond:
        return found(check, WARNING, "beyond", _OPENS, types=", ".join(beyond))
    return found(check, PASS, "fine", types=", ".join(types))


def _asks(observed: Observed) -> Finding:
    """Ask who asks: the policy, or an Action after the login."""
    check, actions = "auth0.asks", len(observed.asking_actions)
    if "all-applications" in observed.policies:
        return found(check, PASS, "always")
    if actions:
        return found(check, PASS, "action", count=actions)
    if observed.policies:
        return found(check, PASS, "adaptive")
    for field in ("policies", "asking_actions"):
        if field in dict(observed.unknown):
            return _unread(observed, check, field)
    return found(check, FAIL, "nobody", "setup.policy")


def _templates(observed: Observed, domain: str) -> Finding:
    """Look both texts of a login over; notes that are no more than hints are left to the page for texts."""
    check = "auth0.templates"
    if "legacy_templates" in dict(observed.unknown):
        return _unread(observed, check, "legacy_templates")
    for kind, disabled in (
        (TemplateType.OTP_VERIFY, observed.verify is not None and observed.verify.disabled),
        (TemplateType.OTP_ENROLL, observed.enroll is not None and observed.enroll.disabled),
    ):
        if disabled:
            return found(check, FAIL, "disabled", "messages", template=kind.value)
    worst = _worst(observed, domain)
    if worst is None:
        return found(check, PASS, "fine")
    kind, note = worst
    status = FAIL if note.severity is Severity.ERROR else WARNING
    facts = {"template": kind.value, "note": note.kind.value, "detail": note.detail, "instead": note.instead}
    return found(check, status, "note", "messages", **facts)


def _worst(observed: Observed, domain: str) -> tuple[TemplateType, LintNote] | None:
    """Find the worst note on the texts."""
    from textfactor.services.messages.lint import lint  # loads the template engine

    notes = [
        (kind, note)
        for kind, text in _texts(observed)
        for note in lint(text, kind, domain=domain)
        if note.severity is not Severity.HINT
    ]
    return min(notes, key=lambda pair: pair[1].severity is not Severity.ERROR, default=None)


def _texts(observed: Observed) -> list[tuple[TemplateType, str]]:
    """List the texts that a login needs; those that were never edited are the vendor's."""
    legacy = observed.legacy_templates
    if observed.path is TenantPath.LEGACY:
        if legacy is None:
            return []
        return [
            (TemplateType.VERIFICATION, legacy.verification),
            (TemplateType.ENROLLMENT, legacy.enrollment),
        ]
    pairs = ((TemplateType.OTP_VERIFY, observed.verify), (TemplateType.OTP_ENROLL, observed.enroll))
    return [(kind, one.text) for kind, one in pairs if one is not None]
