"""Whether a text that was found is the one that Auth0 sends while nobody has written another."""

from textfactor.domain.templates import VENDOR_TEXTS, TemplateType
from textfactor.domain.tenant import LegacyTemplates, TemplateFacts

LEGACY_DEFAULTS = LegacyTemplates(
    VENDOR_TEXTS[TemplateType.ENROLLMENT], VENDOR_TEXTS[TemplateType.VERIFICATION]
)
"""What a legacy tenant sends whose texts were never set."""
_KNOWN = {kind.value: text for kind, text in VENDOR_TEXTS.items()}


def is_vendors(template: TemplateFacts) -> bool:
    """Say whether Auth0's own text goes out: never edited, or edited to the same words."""
    return not template.id or template.text == _KNOWN.get(template.type)
