"""What was found in a tenant, in rows for the tenant page."""

from PySide6.QtCore import QCoreApplication

from textfactor.domain.answers import TenantPath
from textfactor.domain.plan import FactorState, PolicyState, State
from textfactor.domain.tenant import ActionFacts, Observed, TemplateFacts
from textfactor.services.setup.resources.guardian import types_of
from textfactor.services.setup.resources.phone import provider_of, template_of
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.wizard.pages.fact_list import Fact
from textfactor.words.changes import describe

translate = QCoreApplication.translate


def found_facts(observed: Observed) -> tuple[Fact, ...]:
    """List the facts; a part that could not be read is not known, which is not the same as not there."""
    unknown = {name for name, _ in observed.unknown}
    rows = [
        ("path", translate("FoundFacts", "Phone path"), _path(observed)),
        (
            "friendly_name",
            translate("FoundFacts", "Name"),
            observed.friendly_name or translate("FoundFacts", "none"),
        ),
        ("action", translate("FoundFacts", "Sender Action"), _action(observed.action)),
        ("bindings", translate("FoundFacts", "Other Actions there"), _others(observed)),
        *_unified(observed),
        ("factor_on", translate("FoundFacts", "SMS factor"), _factor(observed)),
        ("policies", translate("FoundFacts", "MFA"), _state(PolicyState(observed.policies))),
    ]
    not_read = translate("FoundFacts", "could not be read")
    return tuple(Fact(what, not_read if name in unknown else how) for name, what, how in rows if how)


def _unified(observed: Observed) -> list[tuple[str, str, str]]:
    """List what only the unified path has."""
    if observed.path is not TenantPath.UNIFIED:
        return []
    provider = provider_of(observed.provider)
    named = _state(provider) if provider else translate("FoundFacts", "none")
    return [
        ("provider", translate("FoundFacts", "Phone provider"), named),
        ("templates", translate("FoundFacts", "Enrolment text"), _template(observed.enroll)),
        ("templates", translate("FoundFacts", "Verification text"), _template(observed.verify)),
    ]


def _path(observed: Observed) -> str:
    if observed.path is TenantPath.UNIFIED:
        return translate("FoundFacts", "unified")
    return translate("FoundFacts", "legacy, which this version does not set up")


def _action(action: ActionFacts | None) -> str:
    if action is None:
        return translate("FoundFacts", "none yet")
    if action.deployed_code is None:
        return fill(translate("FoundFacts", "{name}, not deployed"), name=action.name)
    if not action.all_changes_deployed:
        return fill(translate("FoundFacts", "{name}, deployed, with changes that are not"), name=action.name)
    return fill(translate("FoundFacts", "{name}, deployed"), name=action.name)


def _others(observed: Observed) -> str:
    """Name the bound Actions besides the sender; they stay as they are."""
    mine = observed.action.id if observed.action is not None else ""
    return ", ".join(binding.action_name for binding in observed.bindings if binding.action_id != mine)


def _factor(observed: Observed) -> str:
    parts = [_state(FactorState(observed.factor_on))]
    types = types_of(observed.message_types)
    if types is not None:
        parts.append(_state(types))
    return ", ".join(parts)


def _template(template: TemplateFacts | None) -> str:
    state = template_of(template)
    return _state(state) if state is not None else translate("FoundFacts", "Auth0's default")


def _state(state: State) -> str:
    return tr_text(describe(state))
