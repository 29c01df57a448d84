"""Who sends and what goes out, in words: phone provider and texts of either path."""

from textfactor.domain.tenant import CUSTOM_PROVIDER, Observed, TemplateFacts
from textfactor.services.setup.resources.phone import provider_of, template_of
from textfactor.services.setup.vendor_texts import LEGACY_DEFAULTS, is_vendors
from textfactor.words.changes import describe
from textfactor.words.found import NONE, FoundFact, fact, plain
from textfactor.words.text import QT_TRANSLATE_NOOP, Text, text

_PROVIDER = QT_TRANSLATE_NOOP("words.facts", "Phone provider")
_ENROLMENT = QT_TRANSLATE_NOOP("words.facts", "Enrolment text")
_VERIFICATION = QT_TRANSLATE_NOOP("words.facts", "Verification text")
_DEFAULT = QT_TRANSLATE_NOOP("words.facts", "Auth0's default")
_QUOTED = QT_TRANSLATE_NOOP("words.facts", "“{text}”")
_SELECTED = {
    "auth0": QT_TRANSLATE_NOOP("words.facts", "Auth0's own, for trying out: 100 messages in all"),
    "twilio": QT_TRANSLATE_NOOP("words.facts", "Twilio"),
    CUSTOM_PROVIDER: QT_TRANSLATE_NOOP("words.facts", "an Action ({value})"),
}


def unified_phone(observed: Observed) -> tuple[FoundFact, ...]:
    """Describe the phone provider and the two texts of the unified path."""
    provider = provider_of(observed.provider)
    return (
        fact("provider", _PROVIDER, describe(provider) if provider else text(NONE)),
        fact("templates", _ENROLMENT, *_template(observed.enroll)),
        fact("templates_verify", _VERIFICATION, *_template(observed.verify)),
    )


def _template(template: TemplateFacts | None) -> tuple[Text, ...]:
    """Quote an edited text; one that says what Auth0 says is its default, edited or not."""
    if template is None or is_vendors(template):
        how = text(_DEFAULT)
    else:
        state = template_of(template)
        how = describe(state) if state else text(_DEFAULT)
    if template is not None and template.disabled:
        return (how, text(QT_TRANSLATE_NOOP("words.facts", "disabled")))
    return (how,)


def legacy_phone(observed: Observed) -> tuple[FoundFact, ...]:
    """Describe the selected provider and the two texts of the legacy path."""
    selected = observed.selected_provider
    texts = observed.legacy_templates or LEGACY_DEFAULTS
    return (
        fact("selected_provider", _PROVIDER, _provider(selected)),
        fact("legacy_templates", _ENROLMENT, _text(texts.enrollment, LEGACY_DEFAULTS.enrollment)),
        fact("legacy_templates", _VERIFICATION, _text(texts.verification, LEGACY_DEFAULTS.verification)),
    )


def _provider(selected: str | None) -> Text:
    if not selected:
        return text(NONE)
    known = _SELECTED.get(selected)
    return plain(selected) if known is None else text(known, value=selected)


def _text(found: str, default: str) -> Text:
    return text(_DEFAULT) if found == default else text(_QUOTED, text=found)
