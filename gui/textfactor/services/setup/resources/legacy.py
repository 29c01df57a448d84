"""What only the legacy path has: the selected provider, one pair of texts, leftover Hooks."""

from dataclasses import replace

from textfactor.domain.plan import Change, HookState, LegacyTemplatesState, SelectedProviderState
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.tenant import HookFacts, LegacyTemplates
from textfactor.services.setup.resources.site import Site, needed
from textfactor.services.setup.vendor_texts import LEGACY_DEFAULTS

GONE = (ProblemKind.NOT_FOUND, ProblemKind.REFUSED, ProblemKind.PLAN_GATE, ProblemKind.MISSING_SCOPE)
"""How a tenant answers that has no Hooks any more, or lets nobody touch them (facts/auth0 1.1)."""

DEFAULTS = LegacyTemplatesState(LEGACY_DEFAULTS.enrollment, LEGACY_DEFAULTS.verification)
"""What goes out while the texts were never set."""


def read_selected(site: Site) -> SelectedProviderState:
    """Read the selected provider."""
    return SelectedProviderState(site.tenant.selected_provider())


def write_selected(site: Site, change: Change) -> Change:
    """Select a provider."""
    provider = change.after.provider if isinstance(change.after, SelectedProviderState) else ""
    site.tenant.set_selected_provider(provider)
    return change


def legacy_templates_of(texts: LegacyTemplates | None) -> LegacyTemplatesState | None:
    """Describe the texts, None while they were never set."""
    return None if texts is None else LegacyTemplatesState(texts.enrollment, texts.verification)


def read_legacy_templates(site: Site) -> LegacyTemplatesState | None:
    """Read both texts."""
    return legacy_templates_of(site.tenant.legacy_templates())


def write_legacy_templates(site: Site, change: Change) -> Change:
    """Set both texts; where they were never set, to what goes out then: nothing makes them unset again."""
    after = change.after if isinstance(change.after, LegacyTemplatesState) else DEFAULTS
    site.tenant.set_legacy_templates(LegacyTemplates(after.enrollment, after.verification))
    return change


def read_hook(site: Site, change: Change) -> HookState | None:
    """Read the Hook that a change is about; None where there are no Hooks any more."""
    found = _hook(site, change)
    return None if found is None else HookState(found.name, found.enabled)


def write_hook(site: Site, change: Change) -> Change:
    """Switch the Hook. A tenant that refuses keeps it as it is: it does not run either way."""
    found = _hook(site, change)
    on = isinstance(change.after, HookState) and change.after.enabled
    try:
        site.tenant.set_hook(needed(found, change.resource).id, enabled=on)
    except ProblemError as error:
        if error.problem.kind not in GONE:
            raise
        return replace(change, after=change.before)
    return change


def _hook(site: Site, change: Change) -> HookFacts | None:
    state = change.before if isinstance(change.before, HookState) else change.after
    name = state.name if isinstance(state, HookState) else ""
    try:
        hooks = site.hooks()
    except ProblemError as error:
        if error.problem.kind not in GONE:
            raise
        return None
    return next((one for one in hooks if one.name == name), None)
