"""The Action: its draft and what of it runs."""

from collections.abc import Mapping
from dataclasses import replace

from textfactor.domain.code_digest import is_digest, same_code
from textfactor.domain.plan import BindingState, Change, DeploymentState, SecretFate, SenderState
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.secret import Secret
from textfactor.domain.tenant import SENDER_SECRETS, ActionDraft, ActionFacts, BindingFacts
from textfactor.services.setup.resources.site import Site, needed


def sender_of(action: ActionFacts | None) -> SenderState | None:
    """Describe an Action's draft; the order of secrets means nothing and is made alphabetical."""
    if action is None:
        return None
    deployed = action.all_changes_deployed and action.deployed_code == action.code
    version = action.deployed_version if deployed else None
    names = tuple(sorted(action.secrets))
    return SenderState(action.name, action.code, action.runtime, names, version or "", action.secret_dates)


def deployment_of(action: ActionFacts | None) -> DeploymentState | None:
    """Describe what runs; None while nothing was ever deployed."""
    if action is None or action.deployed_version is None:
        return None
    return DeploymentState(action.deployed_code or "", action.deployed_version)


def bindings_of(rows: tuple[BindingFacts, ...]) -> BindingState:
    """Describe the trigger's list."""
    return BindingState(tuple(row.action_name for row in rows))


def write_sender(site: Site, change: Change, secrets: Mapping[str, Secret]) -> Change:
    """Create, update or delete the Action; raises SECRET_MISSING before the write."""
    after = change.after
    if not isinstance(after, SenderState):
        site.tenant.delete_action(site.need_action().id)
        return change
    existing = None if change.before is None else site.need_action()
    if is_digest(after.code):
        return _bring_back(site, change, after)
    values = _values(after, existing, secrets)
    draft = ActionDraft(after.name, site.trigger, after.code, after.runtime, values)
    made = _draft_written(site, existing, draft)
    site.keep_action(made)
    fates = change.secrets if values is not None else _kept(change)
    return replace(change, after=sender_of(made), secrets=fates)


def _draft_written(site: Site, existing: ActionFacts | None, draft: ActionDraft) -> ActionFacts:
    if existing is None:
        return site.tenant.create_action(draft)
    return site.tenant.update_action(existing.id, draft)


def _bring_back(site: Site, change: Change, after: SenderState) -> Change:
    """Deploy an earlier version again, draft included: its code is kept by Auth0 alone."""
    if change.before is None or not after.version:
        raise ProblemError(Problem(ProblemKind.NOT_FOUND, Service.AUTH0, change.id))
    site.tenant.deploy_version(site.need_action().id, after.version)
    return replace(change, after=sender_of(site.read_action_again()))


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


def _kept(change: Change) -> tuple[tuple[str, SecretFate], ...]:
    """Say that no secret was touched."""
    return tuple((name, SecretFate.UNCHANGED) for name, _fate in change.secrets)


def delete_old_sender(site: Site, change: Change) -> Change:
    """Delete our Action on the other path's trigger; raises DRIFT when it is gone."""
    site.tenant.delete_action(needed(site.old_action(), change.resource).id)
    return change


def write_deployment(site: Site, change: Change) -> Change:
    """Deploy the draft, or an earlier version again where the wanted state names one."""
    after, action = change.after, site.need_action()
    if isinstance(after, DeploymentState) and after.version:
        made = DeploymentState(after.code, site.tenant.deploy_version(action.id, after.version))
    else:
        made = DeploymentState(action.code, site.tenant.deploy_action(action.id))
    return replace(change, after=made)


def draft_reached(actual: SenderState, wanted: SenderState) -> bool:
    """Say whether the draft is as wanted; foreign secrets do not count, as nobody can write them again."""
    if not _same_draft(actual, wanted):
        return False
    foreign = set(wanted.secrets) - set(SENDER_SECRETS)
    return bool(foreign) or sorted(actual.secrets) == sorted(wanted.secrets)


def draft_unchanged(actual: SenderState, found: SenderState) -> bool:
    """Say whether the draft still is as it was found."""
    return _same_draft(actual, found) and sorted(actual.secrets) == sorted(found.secrets)


def _same_draft(one: SenderState, other: SenderState) -> bool:
    return (one.name, one.runtime) == (other.name, other.runtime) and same_code(one.code, other.code)
