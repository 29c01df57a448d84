"""What review and apply have done beside the window: read and plan, apply, look into the journal."""

from dataclasses import dataclass, replace

from textfactor.domain.answers import Answers
from textfactor.domain.plan import Plan, Purpose, Receipt, Resource
from textfactor.domain.secret import Secret
from textfactor.domain.tenant import SENDER_SECRETS, Observed
from textfactor.services.container import Services, Workspace
from textfactor.services.context import Call, CallContext, Doing
from textfactor.services.keys import tenant_key, vonage_key
from textfactor.services.setup.detect import detect
from textfactor.services.setup.executor import apply
from textfactor.services.setup.planner import make_plan
from textfactor.services.setup.sender_source import sender_source
from textfactor.services.setup.undo import inverse
from textfactor.services.setup.wishes import wishes


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan, the tenant as it was when the plan was made, and what the last run there made (undo is none)."""

    observed: Observed
    plan: Plan
    last: Receipt | None


def reading(workspace: Workspace, answers: Answers) -> Call[Observed]:
    """Make a call that reads the tenant."""

    def read(ctx: CallContext) -> Observed:
        return detect(workspace.tenant(tenant_key(workspace, answers)), answers.domain, ctx)

    return read


def planning(
    workspace: Workspace, services: Services, answers: Answers, purpose: Purpose = Purpose.SET_UP
) -> Call[Planned]:
    """Make a call that reads the tenant anew and makes the plan from it."""

    def plan(ctx: CallContext) -> Planned:
        observed = reading(workspace, answers)(ctx)
        ctx.doing(Doing.PLANNING)
        code = sender_source(services.sender_code(observed.path), answers)
        last = workspace.journal.last(answers.domain)
        made = last if last is not None and not last.plan.takes_back else None
        wanted = wishes(answers, code, answers.replaces or ())
        return Planned(observed, make_plan(observed, wanted, purpose), made)

    return plan


def applying(workspace: Workspace, answers: Answers, plan: Plan) -> Call[Receipt]:
    """Make a call that carries a plan out. The values of the sender's secrets come from the secret store."""

    def write(ctx: CallContext) -> Receipt:
        secrets = _values(workspace, answers) if _writes_sender(plan) else {}
        tenant = workspace.tenant(tenant_key(workspace, answers))
        return apply(plan, tenant, workspace.journal, secrets, ctx)

    return write


def _writes_sender(plan: Plan) -> bool:
    """Say whether values are needed; other plans can be carried out where no secret is kept any more."""
    return any(one.resource is Resource.SENDER and one.after is not None for one in plan.changes)


def _values(workspace: Workspace, answers: Answers) -> dict[str, Secret]:
    key = vonage_key(workspace, answers)
    return dict(zip(SENDER_SECRETS, (Secret(key.api_key), key.secret, Secret(answers.sender)), strict=True))


def taking_back(domain: str, receipts: tuple[Receipt, ...]) -> Plan:
    """Make the plan that takes back what several applies did, the last one first."""
    if not receipts:
        return Plan(domain, ())
    made = tuple(change for receipt in receipts for change in receipt.applied)
    planned = tuple(change for receipt in receipts for change in receipt.plan.changes)
    return inverse(Receipt(replace(receipts[-1].plan, changes=planned, takes_back=False), made))
