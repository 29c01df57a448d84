"""What review and apply have done beside the window: read and plan, apply, look into the journal."""

from dataclasses import dataclass, replace

from textfactor.domain.answers import Answers
from textfactor.domain.plan import Change, Plan, Purpose, Receipt
from textfactor.domain.tenant import Observed
from textfactor.services.container import Services, Workspace
from textfactor.services.context import Call, CallContext, Doing
from textfactor.services.keys import tenant_key
from textfactor.services.setup.detect import detect
from textfactor.services.setup.executor import apply
from textfactor.services.setup.planner import make_plan
from textfactor.services.setup.secret_values import sender_values
from textfactor.services.setup.sender_source import sender_source
from textfactor.services.setup.undo import inverse
from textfactor.services.setup.wishes import replaced_by, wishes


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
        wanted = wishes(answers, code, _replaces(answers, last))
        return Planned(observed, make_plan(observed, wanted, purpose), made)

    return plan


def stopping(workspace: Workspace, answers: Answers) -> Call[tuple[str, ...]]:
    """Make a call that names the others' Actions that a stopped run was to replace; no request is made."""

    def look(ctx: CallContext) -> tuple[str, ...]:
        ctx.cancel.check()
        return stopped_choice(workspace.journal.last(answers.domain))

    return look


def stopped_choice(last: Receipt | None) -> tuple[str, ...]:
    """Name the others' Actions that a run was to replace, if it was stopped: somebody had agreed to that."""
    if last is None or last.complete or last.plan.takes_back:
        return ()
    return replaced_by(last.plan)


def _replaces(answers: Answers, last: Receipt | None) -> tuple[str, ...]:
    """Name others' Actions that shall stop; where nobody has said here, those that a stopped run was to replace."""
    return stopped_choice(last) if answers.replaces is None else answers.replaces


def applying(workspace: Workspace, answers: Answers, plan: Plan) -> Call[Receipt]:
    """Make a call that carries a plan out. The sender's secrets come from the secret store, and are tried first."""

    def write(ctx: CallContext) -> Receipt:
        secrets = sender_values(workspace, answers, plan, ctx)
        tenant = workspace.tenant(tenant_key(workspace, answers))
        return apply(plan, tenant, workspace.journal, secrets, ctx)

    return write


def changed_by(receipts: tuple[Receipt, ...]) -> tuple[Change, ...]:
    """List what several applies have changed; what was found done already is not among it."""
    return tuple(one for receipt in receipts for one in receipt.applied if one.before != one.after)


def taking_back(domain: str, receipts: tuple[Receipt, ...]) -> Plan:
    """Make the plan that takes back what several applies did, the last one first."""
    if not receipts:
        return Plan(domain, ())
    made = tuple(change for receipt in receipts for change in receipt.applied)
    planned = tuple(change for receipt in receipts for change in receipt.plan.changes)
    return inverse(Receipt(replace(receipts[-1].plan, changes=planned, takes_back=False), made))
