"""The Action: its draft, what of it runs, and its place on the trigger.

Nothing is remembered between steps: the Action is found by listing the trigger's Actions each time, so a run
that was killed goes on with the Action that it made.
"""

from collections.abc import Mapping

from textfactor.domain.plan import BindingState, Change, DeploymentState, SenderState
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.secret import Secret
from textfactor.domain.tenant import (
    SENDER_NAME,
    SENDER_SECRETS,
    UNIFIED_TRIGGER,
    ActionDraft,
    ActionFacts,
    BindingFacts,
)
from textfactor.services.ports import TenantApi


def pick(actions: tuple[ActionFacts, ...]) -> ActionFacts | None:
    """Choose the Action to write: the one with our name, else the one that the trigger may have."""
    ours = [action for action in actions if action.name == SENDER_NAME]
    return next(iter((*ours, *actions)), None)


def sender_of(action: ActionFacts | None) -> SenderState | None:
    """Describe an Action's draft; the order of secrets means nothing and is made alphabetical."""
    if action is None:
        return None
    return SenderState(action.name, action.code, action.runtime, tuple(sorted(action.secrets)))


def deployment_of(action: ActionFacts | None) -> DeploymentState | None:
    """Describe what runs; None while nothing was ever deployed."""
    if action is None or action.deployed_version is None:
        return None
    return DeploymentState(action.deployed_code or "", action.deployed_version)


def bindings_of(rows: tuple[BindingFacts, ...]) -> BindingState:
    """Describe the trigger's list."""
    return BindingState(tuple(row.action_name for row in rows))


def find(tenant: TenantApi) -> ActionFacts | None:
    """Find our Action in the tenant."""
    return pick(tenant.actions(UNIFIED_TRIGGER))


def need(tenant: TenantApi) -> ActionFacts:
    """Find our Action; raises DRIFT when somebody has taken it away."""
    action = find(tenant)
    if action is None:
        raise ProblemError(Problem(ProblemKind.DRIFT, Service.AUTH0, "sender"))
    return action


def read_sender(tenant: TenantApi) -> SenderState | None:
    """Read the draft."""
    return sender_of(find(tenant))


def read_deployment(tenant: TenantApi) -> DeploymentState | None:
    """Read what runs."""
    return deployment_of(find(tenant))


def read_binding(tenant: TenantApi) -> BindingState:
    """Read the trigger's list."""
    return bindings_of(tenant.bindings(UNIFIED_TRIGGER))


def write_sender(tenant: TenantApi, change: Change, secrets: Mapping[str, Secret]) -> SenderState | None:
    """Create, update or delete the Action; raises SECRET_MISSING before the write."""
    after = change.after
    if not isinstance(after, SenderState):
        _delete(tenant, need(tenant))
        return None
    existing = None if change.before is None else need(tenant)
    values = _values(after, existing, secrets)
    draft = ActionDraft(after.name, UNIFIED_TRIGGER, after.code, after.runtime, values)
    if existing is None:
        return sender_of(tenant.create_action(draft))
    return sender_of(tenant.update_action(existing.id, draft))


def _values(
    after: SenderState, existing: ActionFacts | None, secrets: Mapping[str, Secret]
) -> tuple[tuple[str, str], ...] | None:
    """Collect the secrets' values; None (leave them) where nobody knows them, as of code taken back."""
    if all(secrets.get(name) for name in after.secrets):
        return tuple((name, secrets[name].reveal()) for name in after.secrets)
    present = set(existing.secrets) if existing else set[str]()
    foreign = set(after.secrets) - set(SENDER_SECRETS)
    if existing and (foreign or present.issuperset(after.secrets)):
        return None
    missing = ", ".join(name for name in after.secrets if not secrets.get(name))
    raise ProblemError(Problem(ProblemKind.SECRET_MISSING, Service.LOCAL, missing))


def _delete(tenant: TenantApi, action: ActionFacts) -> None:
    """Delete the Action; Auth0 refuses while it is bound, and may have bound it by itself."""
    names = tuple(row.action_name for row in tenant.bindings(UNIFIED_TRIGGER))
    if action.name in names:
        tenant.set_bindings(UNIFIED_TRIGGER, tuple(name for name in names if name != action.name))
    tenant.delete_action(action.id)


def write_deployment(tenant: TenantApi, change: Change) -> DeploymentState:
    """Deploy the draft, or an earlier version again where the wanted state names one."""
    after, action = change.after, need(tenant)
    if isinstance(after, DeploymentState) and after.version:
        return DeploymentState(after.code, tenant.deploy_version(action.id, after.version))
    return DeploymentState(action.code, tenant.deploy_action(action.id))


def write_binding(tenant: TenantApi, change: Change) -> BindingState:
    """Replace the trigger's list."""
    names = change.after.actions if isinstance(change.after, BindingState) else ()
    tenant.set_bindings(UNIFIED_TRIGGER, names)
    return BindingState(names)


def draft_reached(actual: SenderState, wanted: SenderState) -> bool:
    """Say whether the draft is as wanted; foreign secrets do not count, as nobody can write them again."""
    same = (actual.name, actual.code, actual.runtime) == (wanted.name, wanted.code, wanted.runtime)
    foreign = set(wanted.secrets) - set(SENDER_SECRETS)
    return same and (bool(foreign) or sorted(actual.secrets) == sorted(wanted.secrets))
