"""What the panel has done beside the window: look, plan, carry out."""

from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field
from datetime import datetime

from textfactor.domain.answers import Answers
from textfactor.domain.faults import Field
from textfactor.domain.history import RunRecord
from textfactor.domain.inputs import InputIssue
from textfactor.domain.plan import Plan, Purpose, Receipt
from textfactor.domain.secret import Secret
from textfactor.domain.tenant import Observed
from textfactor.services.container import Services, VonageKey, Workspace
from textfactor.services.context import Call, CallContext, Doing
from textfactor.services.keys import keep_vonage, tenant_key
from textfactor.services.messages.looking import Shown
from textfactor.services.setup.detect import detect
from textfactor.services.setup.drift import DriftFact, check_drift
from textfactor.services.setup.kept_wishes import answers_after
from textfactor.services.setup.made import made_by_us
from textfactor.services.setup.planner import make_plan
from textfactor.services.setup.sender_source import sender_source
from textfactor.services.setup.snapshot import snapshot
from textfactor.services.setup.standing import Verdict, judge
from textfactor.services.setup.undo import last_made, take_back
from textfactor.services.setup.wishes import replaced_by, wishes
from textfactor.ui.wizard.pages.judged_text import issue_of
from textfactor.ui.wizard.pages.judged_text import looking as judging
from textfactor.ui.wizard.pages.plan_calls import Planned, applying


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the journal on this computer has of a tenant, newest run first."""

    workspace: Workspace
    last: Receipt | None
    records: tuple[RunRecord, ...]
    undoable: Receipt | None = None
    """The newest run whose changes still stand, or an undo that has to go on."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A look at the tenant, and what it is compared with."""

    workspace: Workspace
    observed: Observed
    drift: tuple[DriftFact, ...]
    verdict: Verdict
    at: str
    """When (ISO 8601)."""
    remembered: Remembered
    faults: tuple[str, ...] = ()
    """Practice world: names of the faults that are on."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a plan shall be made for. `fresh` is a secret that is not kept yet; it is never shown."""

    purpose: Purpose
    answers: Answers
    back: bool = False
    """Take back the last run instead."""
    fresh: Secret | None = dataclass_field(default=None, repr=False)


def remembering(workspace: Workspace, domain: str) -> Call[Remembered]:
    """Make a call that reads the journal; no request is made."""

    def read(ctx: CallContext) -> Remembered:
        ctx.cancel.check()
        return _remembered(workspace, domain)

    return read


def _remembered(workspace: Workspace, domain: str) -> Remembered:
    journal = workspace.journal
    history = journal.history(domain)
    return Remembered(workspace, journal.last(domain), tuple(reversed(history)), last_made(history))


def looking(workspace: Workspace, answers: Answers) -> Call[Seen]:
    """Make a call that reads the tenant once and compares it with how the last run left it."""

    def look(ctx: CallContext) -> Seen:
        observed = detect(workspace.tenant(tenant_key(workspace, answers)), answers.domain, ctx)
        remembered = _remembered(workspace, answers.domain)
        last = remembered.last
        drift = check_drift(last, observed) if last is not None and last.complete else ()
        at = datetime.now().astimezone().isoformat()
        faults = workspace.board.faults().active if workspace.board is not None else ()
        return Seen(workspace, observed, drift, judge(observed, drift), at, remembered, faults)

    return look


def planning_for(workspace: Workspace, services: Services, asked: Asked) -> Call[Planned]:
    """Make a call that reads the tenant anew and makes the plan.

    A secret that is to be put into the tenant is tried first: Vonage tells the balance only to who has the right one.
    """

    def plan(ctx: CallContext) -> Planned:
        answers = asked.answers
        if asked.fresh is not None:
            ctx.doing(Doing.READING_BALANCE)
            workspace.sms(VonageKey(answers.api_key, asked.fresh)).balance()
        tenant = workspace.tenant(tenant_key(workspace, answers))
        observed = detect(tenant, answers.domain, ctx, asked.purpose)
        ctx.doing(Doing.PLANNING)
        last = workspace.journal.last(answers.domain)
        code = sender_source(services.sender_code(observed.path), answers)
        if asked.back:
            made = last_made(workspace.journal.history(answers.domain))
            back = Plan(answers.domain, (), path=observed.path) if made is None else take_back(made, (code,))
            return Planned(observed, replace(back, found=snapshot(observed)), made)
        made = made_by_us(workspace.journal.history(answers.domain))
        wanted = wishes(answers, code, answers.replaces or (), made)
        return Planned(observed, make_plan(observed, wanted, asked.purpose), last)

    return plan


def planning_texts(
    workspace: Workspace, services: Services, asked: Asked, shown: tuple[Shown, Shown]
) -> Call[Planned | tuple[InputIssue, ...]]:
    """Make a call that plans a change of the texts, or names what bars a text."""
    answers = asked.answers
    sources = (answers.enroll_text, answers.verify_text)

    def plan(ctx: CallContext) -> Planned | tuple[InputIssue, ...]:
        looks = judging(tuple(zip(sources, shown, strict=True)))(ctx)
        pairs = zip((Field.ENROLL_TEXT, Field.VERIFY_TEXT), looks, strict=True)
        issues = tuple(issue for field, seen in pairs if (issue := issue_of(field, seen)) is not None)
        return issues or planning_for(workspace, services, asked)(ctx)

    return plan


def carrying_out(workspace: Workspace, asked: Asked, plan: Plan) -> Call[Receipt]:
    """Make a call that carries a plan out.

    A new secret is kept first: should the program end on the way, the next start can finish with it.
    """

    def write(ctx: CallContext) -> Receipt:
        if asked.fresh is not None:
            keep_vonage(workspace, VonageKey(asked.answers.api_key, asked.fresh))
        return applying(workspace, asked.answers, plan)(ctx)

    return write


def can_take_back(last: Receipt | None) -> bool:
    """Say whether the last run left something to take back."""
    return last is not None and bool(last.applied) and not (last.plan.takes_back and last.complete)


def unfinished_wish(last: Receipt, answers: Answers) -> Asked:
    """Ask for what a stopped run was to do, with the wishes that its plan had."""
    if last.plan.takes_back:
        return Asked(last.plan.purpose, answers, back=True)
    wished = answers_after(answers, Receipt(last.plan, last.plan.changes))
    stopped = (*(wished.replaces or ()), *replaced_by(last.plan))
    if stopped:  # a run that was begun with a command may name Actions of which the answers know nothing
        wished = replace(wished, replaces=tuple(dict.fromkeys(stopped)))
    return Asked(last.plan.purpose, wished)


def is_unfinished(last: Receipt | None) -> bool:
    """Say whether the last run was stopped, or ended with the program."""
    return last is not None and not last.complete
