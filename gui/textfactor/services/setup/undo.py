"""Taking back is a plan too: the changes that were made, last first, each turned round."""

from collections.abc import Iterable
from dataclasses import replace

from textfactor.domain.code_digest import code_digest, is_digest, same_code
from textfactor.domain.history import RunRecord
from textfactor.domain.plan import (
    Change,
    DeploymentState,
    Plan,
    Receipt,
    Resource,
    SecretFate,
    SenderState,
    TemplateState,
)
from textfactor.services.setup.made import in_one, standing_runs, was_made

_CREATE = {
    Resource.SENDER: "/actions/actions",
    Resource.PROVIDER: "/branding/phone/providers",
    Resource.ENROLL_TEMPLATE: "/branding/phone/templates",
    Resource.VERIFY_TEMPLATE: "/branding/phone/templates",
}
_TURNED_FATES = {SecretFate.SET: SecretFate.REMOVED, SecretFate.REMOVED: SecretFate.UNKNOWN}


def last_made(runs: Iterable[RunRecord]) -> Receipt | None:
    """Find what there is to take back, `runs` being the oldest first.

    That is the newest run whose changes still stand, with the stopped one it went on with; an undo that was stopped
    comes before it, as it has to go on. A run that was stopped before its first write hides nothing. Where all was
    taken back it is the last undo, and None where no run made anything.
    """
    standing, undo = standing_runs(runs)
    if undo is not None and not undo.complete:
        return undo
    return standing[-1] if standing else undo


def take_back(last: Receipt, own_codes: Iterable[str] = ()) -> Plan:
    """Plan to take the last run back; an undo that was stopped goes on, one that is done stays done.

    `own_codes` are as for `inverse`: a journal has the digest alone of the Action that is still to be made again.
    """
    if not last.plan.takes_back:
        return inverse(last, own_codes)
    codes = tuple(own_codes)
    left = () if last.complete else tuple(_with_code_again(change, codes) for change in last.plan.changes)
    return replace(last.plan, changes=left)


def inverse(receipt: Receipt, own_codes: Iterable[str] = ()) -> Plan:
    """Turn what was made into the plan that takes it back; it is shown and run like any other plan.

    `own_codes` are the senders that this program could write today: a journal keeps only digests of code, and an
    Action that was deleted can be made again where its digest is that of one of them. Left out is what was found
    done already, a first deployment (nothing takes it back but deleting its Action), and what the plan said
    cannot come back at all.
    """
    made = in_one((*receipt.applied, *_bound_by_itself(receipt)))
    codes = tuple(own_codes)
    turned = (_turn(_with_code(change, codes)) for change in reversed(made) if was_made(change))
    changes = _possible([change for change in turned if change is not None], made)
    ordered = _in_order(changes)
    touched = {change.resource for change in ordered}
    unchanged = tuple(change.resource for change in made if change.resource not in touched)
    return Plan(
        receipt.plan.domain,
        ordered,
        unchanged,
        takes_back=not receipt.plan.takes_back,
        path=receipt.plan.path,
        purpose=receipt.plan.purpose,
    )


def _bound_by_itself(receipt: Receipt) -> tuple[Change, ...]:
    """Name the binding that Auth0 may have made after the deployment, before the run got to it."""
    made = {change.resource for change in receipt.applied}
    if Resource.DEPLOYMENT not in made or Resource.BINDING in made:
        return ()
    return tuple(change for change in receipt.plan.changes if change.resource is Resource.BINDING)


def _with_code(change: Change, codes: tuple[str, ...]) -> Change:
    """Put our own code in the place of its digest."""
    before = change.before
    if isinstance(before, SenderState) and is_digest(before.code):
        code = next((one for one in codes if same_code(one, before.code)), before.code)
        return replace(change, before=replace(before, code=code))
    return change


def _with_code_again(change: Change, codes: tuple[str, ...]) -> Change:
    """Put our own code in the place of its digest where it is to be written, not deployed from a version."""
    after = change.after
    if not isinstance(after, SenderState) or (after.version and change.before is not None):
        return change
    turned = _with_code(replace(change, before=after), codes)
    return replace(change, after=turned.before)


def _possible(changes: list[Change], made: list[Change]) -> list[Change]:
    """Leave out what cannot be done: each was said beforehand not to come back."""
    kept = [change for change in changes if not _hopeless(change)]
    by_resource = {change.resource: change for change in made}
    left = {change.resource for change in kept}
    if Resource.DEPLOYMENT in left:
        # The earlier version brings its draft back with it, so that of a rotation needs no second deployment.
        kept = [one for one in kept if one.resource is not Resource.SENDER or not _renewed(one)]
    sender = by_resource.get(Resource.SENDER)
    if sender is not None and sender.after is None and Resource.SENDER not in left:
        # Without its Action there is nothing to bind, and no custom provider to make.
        kept = [one for one in kept if one.resource not in (Resource.BINDING, Resource.PROVIDER)]
    return kept


def _renewed(change: Change) -> bool:
    """Say whether nothing but secrets was written."""
    before, after = change.before, change.after
    if not (isinstance(before, SenderState) and isinstance(after, SenderState)):
        return False
    return before.secrets == after.secrets and same_code(before.code, after.code)


def _hopeless(change: Change) -> bool:
    after = change.after
    if isinstance(after, SenderState) and is_digest(after.code):
        return change.before is None or not after.version
    never = (Resource.OLD_SENDER, Resource.MESSAGE_TYPES, Resource.OLD_BINDING)
    return change.resource in never and not change.undo


def _in_order(changes: list[Change]) -> tuple[Change, ...]:
    """Bring an earlier provider back before the message types, which must lie within what it can deliver."""
    provider = next((change for change in changes if change.resource is Resource.PROVIDER), None)
    types = next((change for change in changes if change.resource is Resource.MESSAGE_TYPES), None)
    if provider is not None and not provider.removes and types is not None:
        changes.remove(provider)
        changes.insert(changes.index(types), provider)
    return tuple(_with_deployment(changes))


def _with_deployment(changes: list[Change]) -> list[Change]:
    """Deploy an Action that is made again, where it shall be used again: its deletion took the deployment along."""
    made = next((one for one in changes if one.resource is Resource.SENDER and one.before is None), None)
    used = {change.resource for change in changes} & {Resource.BINDING, Resource.PROVIDER}
    if made is not None and isinstance(made.after, SenderState) and used:
        after, path = DeploymentState(made.after.code), f"{_CREATE[Resource.SENDER]}/…/deploy"
        deployment = Change(Resource.DEPLOYMENT, None, after, "POST", path)
        changes.insert(changes.index(made) + 1, deployment)
    return changes


def _turn(change: Change) -> Change | None:
    """Swap before and after, with the request that does it."""
    fates = tuple((name, _TURNED_FATES.get(fate, fate)) for name, fate in change.secrets)
    turned = replace(change, before=change.after, after=change.before, secrets=fates)
    match change.resource:
        case Resource.DEPLOYMENT:
            return _redeploy(turned)
        case Resource.SENDER:
            return _turn_sender(turned)
        case Resource.PROVIDER if not change.undo and change.before is not None:
            # Another provider's account cannot be given back; ours would send nothing without its Action.
            return replace(_with_request(turned), method="DELETE")
        case _:
            pass
    return _with_request(turned) if turned.resource in _CREATE else turned


def _with_request(turned: Change) -> Change:
    """Name the request that makes, changes or removes the thing."""
    collection = _CREATE[turned.resource]
    if _absent(turned.after):
        return replace(turned, method="DELETE", path=_item(turned.path, collection))
    if _absent(turned.before):
        return replace(turned, method="POST", path=collection)
    return replace(turned, method="PATCH", path=_item(turned.path, collection))


def _turn_sender(turned: Change) -> Change:
    """Name the request, and what becomes of the secrets of an Action that is made again."""
    turned = _with_request(turned)
    after = turned.after
    if not isinstance(after, SenderState):
        return turned
    if turned.before is None:
        return replace(turned, secrets=tuple((name, SecretFate.SET) for name in after.secrets))
    if not after.version:
        return turned
    # The earlier version has the draft with all that belongs to it, be it code or secrets that nobody else knows.
    fates = tuple((name, SecretFate.UNKNOWN) for name in after.secrets)
    path = f"{turned.path}/versions/{after.version}/deploy"
    kept = replace(after, code=code_digest(after.code))
    return replace(turned, after=kept, method="POST", path=path, secrets=fates)


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
    return f"{collection}/…" if path == collection else path.partition("/versions/")[0]
