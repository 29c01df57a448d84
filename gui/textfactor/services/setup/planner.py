"""From what is there and what is wanted to an ordered list of changes. Only reads its arguments."""

from textfactor.domain.answers import PolicyWish, TenantPath
from textfactor.domain.plan import (
    BindingState,
    Change,
    DeploymentState,
    FactorState,
    MessageTypesState,
    Plan,
    PolicyState,
    ProviderState,
    Resource,
    SenderState,
    TemplateState,
)
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.tenant import SENDER_NAME, UNIFIED_TRIGGER, Observed
from textfactor.services.setup.resources.action import (
    bindings_of,
    deployment_of,
    draft_reached,
    sender_of,
)
from textfactor.services.setup.resources.guardian import types_of
from textfactor.services.setup.resources.phone import provider_of, template_of
from textfactor.services.setup.wishes import Wishes

RUNTIME = "node22"
_POLICIES = {PolicyWish.ALWAYS: ("all-applications",), PolicyWish.NEVER: ()}


def make_plan(observed: Observed, wishes: Wishes) -> Plan:
    """Compare and list what is to do, in the order both vendors demand; an empty plan means "already done".

    Raises OTHER_PATH on a legacy tenant, and what the policy was refused with if it is to change but is not
    known.
    """
    if observed.path is not TenantPath.UNIFIED:
        raise ProblemError(Problem(ProblemKind.OTHER_PATH, Service.AUTH0, observed.path.value))
    sender = _sender(observed, wishes)
    candidates = {
        Resource.SENDER: sender,
        Resource.DEPLOYMENT: _deployment(observed, wishes, renewed=sender is not None),
        Resource.BINDING: _binding(observed),
        Resource.PROVIDER: _provider(observed, wishes),
        Resource.FACTOR: _factor(observed, wishes),
        Resource.MESSAGE_TYPES: _message_types(observed, wishes),
        Resource.ENROLL_TEMPLATE: _template(observed, wishes, Resource.ENROLL_TEMPLATE),
        Resource.VERIFY_TEMPLATE: _template(observed, wishes, Resource.VERIFY_TEMPLATE),
        Resource.POLICY: _policy(observed, wishes),
    }
    changes = tuple(candidates[resource] for resource in Resource)
    return Plan(
        observed.domain,
        tuple(change for change in changes if change is not None),
        tuple(resource for resource in Resource if candidates[resource] is None),
    )


def _sender(observed: Observed, wishes: Wishes) -> Change | None:
    """Create the Action, or take over the one there is: the trigger takes no second one (facts/auth0 1.3)."""
    action = observed.action
    before = sender_of(action)
    name = SENDER_NAME if action is None else action.name
    after = SenderState(name, wishes.code, RUNTIME, tuple(sorted(wishes.secrets)))
    if before is None or action is None:
        return Change(Resource.SENDER, None, after, "POST", "/actions/actions")
    # A draft whose build failed is written again, which starts a new build.
    if draft_reached(before, after) and action.status != "failed":
        return None
    # Values of secrets cannot be read, so those that are replaced cannot come back.
    return Change(
        Resource.SENDER, before, after, "PATCH", f"/actions/actions/{action.id}", undo=not action.secrets
    )


def _deployment(observed: Observed, wishes: Wishes, *, renewed: bool) -> Change | None:
    """Deploy where another code runs or the draft has changes that do not."""
    action = observed.action
    before = deployment_of(action)
    if not renewed and before and action and before.code == wishes.code and action.all_changes_deployed:
        return None
    path = f"/actions/actions/{action.id if action else '…'}/deploy"
    # Nothing takes back a first deployment but deleting the Action, which undo does if the plan made it.
    undo = before is not None or action is None
    return Change(Resource.DEPLOYMENT, before, DeploymentState(wishes.code), "POST", path, undo=undo)


def _binding(observed: Observed) -> Change | None:
    """Add our Action behind the others on the trigger."""
    name = SENDER_NAME if observed.action is None else observed.action.name
    before = bindings_of(observed.bindings)
    if name in before.actions:
        return None
    path = f"/actions/triggers/{UNIFIED_TRIGGER}/bindings"
    return Change(Resource.BINDING, before, BindingState((*before.actions, name)), "PATCH", path)


def _provider(observed: Observed, wishes: Wishes) -> Change | None:
    """Make the custom provider the tenant's one provider.

    Credentials of another one cannot be read, nor restored.
    """
    found = observed.provider
    before = provider_of(found)
    after = ProviderState("custom", disabled=False, methods=tuple(sorted(wishes.methods)))
    if before == after:
        return None
    if found is None:
        return Change(Resource.PROVIDER, None, after, "POST", "/branding/phone/providers")
    path = f"/branding/phone/providers/{found.id}"
    return Change(Resource.PROVIDER, before, after, "PATCH", path, undo=found.name == after.name)


def _factor(observed: Observed, wishes: Wishes) -> Change | None:
    """Switch the factor."""
    if observed.factor_on == wishes.factor_on:
        return None
    before, after = FactorState(observed.factor_on), FactorState(wishes.factor_on)
    return Change(Resource.FACTOR, before, after, "PUT", "/guardian/factors/sms")


def _message_types(observed: Observed, wishes: Wishes) -> Change | None:
    """Let the factor send text messages only; a factor that shall be off keeps what it has."""
    before, after = types_of(observed.message_types), MessageTypesState(("sms",))
    if not wishes.factor_on or before == after:
        return None
    return Change(Resource.MESSAGE_TYPES, before, after, "PUT", "/guardian/factors/phone/message-types")


def _template(observed: Observed, wishes: Wishes, resource: Resource) -> Change | None:
    """Set one text, compared to the letter; a default is edited by a POST, an edited one by a PATCH."""
    enroll = resource is Resource.ENROLL_TEMPLATE
    found = observed.enroll if enroll else observed.verify
    text = wishes.enroll_text if enroll else wishes.verify_text
    if found is not None and found.text == text:
        return None
    edited = found is not None and found.id
    path = f"/branding/phone/templates/{found.id}" if found and edited else "/branding/phone/templates"
    method = "PATCH" if edited else "POST"
    return Change(resource, template_of(found), TemplateState(text, edited=True), method, path)


def _policy(observed: Observed, wishes: Wishes) -> Change | None:
    """Change the policy only when asked to, and never one that could not be read."""
    wanted = _POLICIES.get(wishes.policy)
    if wanted is None:
        return None
    reason = dict(observed.unknown).get("policies")
    if reason is not None:
        kind, _, detail = reason.partition(": ")
        raise ProblemError(Problem(ProblemKind(kind), Service.AUTH0, detail))
    if observed.policies == wanted:
        return None
    return Change(
        Resource.POLICY, PolicyState(observed.policies), PolicyState(wanted), "PUT", "/guardian/policies"
    )
