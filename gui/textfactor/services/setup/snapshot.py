"""The tenant as it is, part by part, as values: kept with each run, and compared later."""

from textfactor.domain.answers import TenantPath
from textfactor.domain.plan import (
    FactorState,
    HookState,
    PolicyState,
    Resource,
    SelectedProviderState,
    State,
)
from textfactor.domain.tenant import Observed
from textfactor.services.setup.ours import is_ours, sender_among
from textfactor.services.setup.resources.action import bindings_of, deployment_of, sender_of
from textfactor.services.setup.resources.guardian import types_of
from textfactor.services.setup.resources.legacy import legacy_templates_of
from textfactor.services.setup.resources.phone import provider_of, template_of

Snapshot = tuple[tuple[Resource, State | None], ...]

_FIELDS: dict[Resource, str] = {
    Resource.SENDER: "action",
    Resource.DEPLOYMENT: "action",
    Resource.BINDING: "bindings",
    Resource.PROVIDER: "provider",
    Resource.FACTOR: "factor_on",
    Resource.SELECTED_PROVIDER: "selected_provider",
    Resource.MESSAGE_TYPES: "message_types",
    Resource.ENROLL_TEMPLATE: "templates",
    Resource.VERIFY_TEMPLATE: "templates",
    Resource.LEGACY_TEMPLATES: "legacy_templates",
    Resource.POLICY: "policies",
    Resource.OLD_BINDING: "other_bindings",
    Resource.OLD_SENDER: "other_actions",
    Resource.HOOK: "hooks",
}
"""The field of `Observed` that each part is read from."""


def snapshot(observed: Observed) -> Snapshot:
    """Describe all parts that could be read; secrets are in it by name alone."""
    unread = {*dict(observed.unknown), *observed.skipped}
    states = {**_both_paths(observed), **_one_path(observed)}
    return tuple((one, states[one]) for one in Resource if one in states and _FIELDS[one] not in unread)


def _both_paths(observed: Observed) -> dict[Resource, State | None]:
    action = None if observed.action is None else sender_among((observed.action,), observed.path)
    old = next((one for one in observed.other_actions if is_ours(one)), None)
    hook = next(iter(observed.hooks), None)
    return {
        Resource.SENDER: sender_of(action),
        Resource.DEPLOYMENT: deployment_of(action),
        Resource.BINDING: bindings_of(observed.bindings),
        Resource.FACTOR: FactorState(observed.factor_on),
        Resource.MESSAGE_TYPES: types_of(observed.message_types),
        Resource.POLICY: PolicyState(observed.policies),
        Resource.OLD_BINDING: bindings_of(observed.other_bindings),
        Resource.OLD_SENDER: sender_of(old),
        Resource.HOOK: None if hook is None else HookState(hook.name, hook.enabled),
    }


def _one_path(observed: Observed) -> dict[Resource, State | None]:
    if observed.path is TenantPath.UNIFIED:
        return {
            Resource.PROVIDER: provider_of(observed.provider),
            Resource.ENROLL_TEMPLATE: template_of(observed.enroll),
            Resource.VERIFY_TEMPLATE: template_of(observed.verify),
        }
    selected = observed.selected_provider
    return {
        Resource.SELECTED_PROVIDER: None if selected is None else SelectedProviderState(selected),
        Resource.LEGACY_TEMPLATES: legacy_templates_of(observed.legacy_templates),
    }
