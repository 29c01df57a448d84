"""Taking back is a plan too: the changes that were made, last first, each turned round."""

from dataclasses import replace

from textfactor.domain.plan import (
    Change,
    DeploymentState,
    Plan,
    Receipt,
    Resource,
    SenderState,
    TemplateState,
)

_CREATE = {
    Resource.SENDER: "/actions/actions",
    Resource.PROVIDER: "/branding/phone/providers",
    Resource.ENROLL_TEMPLATE: "/branding/phone/templates",
    Resource.VERIFY_TEMPLATE: "/branding/phone/templates",
}


def inverse(receipt: Receipt) -> Plan:
    """Turn what was made into the plan that takes it back; it is shown and run like any other plan.

    Left out is what was found done already, and a first deployment: nothing takes it back but deleting its Action.
    """
    turned = (_turn(change) for change in reversed(receipt.applied) if change.before != change.after)
    changes = _in_order([change for change in turned if change is not None])
    touched = {change.resource for change in changes}
    unchanged = tuple(item for item in Resource if item not in touched)
    return Plan(receipt.plan.domain, changes, unchanged, takes_back=not receipt.plan.takes_back)


def _in_order(changes: list[Change]) -> tuple[Change, ...]:
    """Bring an earlier provider back before the message types, which must lie within what it can deliver."""
    provider = next((change for change in changes if change.resource is Resource.PROVIDER), None)
    types = next((change for change in changes if change.resource is Resource.MESSAGE_TYPES), None)
    if provider is not None and provider.after is not None and types is not None:
        changes.remove(provider)
        changes.insert(changes.index(types), provider)
    return tuple(_with_deployment(changes))


def _with_deployment(changes: list[Change]) -> list[Change]:
    """Deploy an Action that is made again, where it shall be bound again: its deletion took the deployment along."""
    made = next((change for change in changes if change.before is None), None)
    bound = any(change.resource is Resource.BINDING for change in changes)
    if made is not None and isinstance(made.after, SenderState) and bound:
        after, path = DeploymentState(made.after.code), f"{_CREATE[Resource.SENDER]}/…/deploy"
        deployment = Change(Resource.DEPLOYMENT, None, after, "POST", path)
        changes.insert(changes.index(made) + 1, deployment)
    return changes


def _turn(change: Change) -> Change | None:
    """Swap before and after, with the request that does it."""
    turned = replace(change, before=change.after, after=change.before)
    if change.resource is Resource.DEPLOYMENT:
        return _redeploy(turned)
    if change.resource not in _CREATE:
        return turned
    collection = _CREATE[change.resource]
    if _absent(turned.after):
        return replace(turned, method="DELETE", path=_item(change.path, collection))
    if _absent(turned.before):
        return replace(turned, method="POST", path=collection)
    return replace(turned, method="PATCH", path=_item(change.path, collection))


def _redeploy(turned: Change) -> Change | None:
    """Deploy the earlier version again; None where there was none."""
    if not isinstance(turned.after, DeploymentState) or not turned.after.version:
        return None
    item = turned.path.removesuffix("/deploy").partition("/versions/")[0]
    return replace(turned, path=f"{item}/versions/{turned.after.version}/deploy")


def _absent(state: object) -> bool:
    """Say whether the thing is not there; the vendor's default text is no template of the tenant."""
    return state is None or (isinstance(state, TemplateState) and not state.edited)


def _item(path: str, collection: str) -> str:
    """Name the single thing: with its id where the change knew it."""
    return f"{collection}/…" if path == collection else path
