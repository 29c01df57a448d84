"""`textfactor setup`: reads the tenant, shows the plan, asks, and makes the changes; or takes them back."""

import sys
from dataclasses import dataclass, field, replace

from textfactor.cli import setup_words
from textfactor.cli.command import Frame
from textfactor.cli.exits import Exit, exit_for
from textfactor.cli.interrupt import asking
from textfactor.cli.output import Output
from textfactor.cli.setup_new_secret import with_new_secret
from textfactor.cli.setup_report import Report, State, show_plan
from textfactor.cli.setup_wanted import Wanted
from textfactor.cli.target import Target
from textfactor.cli.worlds import Opened
from textfactor.domain.answers import Answers, Environment
from textfactor.domain.inputs import Fault, clean_tenant_name
from textfactor.domain.plan import Plan, Purpose, Receipt, Resource
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.running import RunOutcome
from textfactor.domain.secret import Secret
from textfactor.domain.tenant import SENDER_SECRETS, Observed
from textfactor.services.container import Services, TenantKey
from textfactor.services.context import CallContext, Doing
from textfactor.services.sending.sender_run import run_sender
from textfactor.services.setup.detect import detect
from textfactor.services.setup.executor import apply, writes_values
from textfactor.services.setup.made import made_by_us
from textfactor.services.setup.ours import foreign_sender
from textfactor.services.setup.planner import make_plan
from textfactor.services.setup.scopes import lacking
from textfactor.services.setup.sender_source import sender_source
from textfactor.services.setup.undo import last_made, take_back
from textfactor.services.setup.wishes import replaced_by, wishes, written_over
from textfactor.words.changes import summarize_receipt
from textfactor.words.left import left_notes
from textfactor.words.plan_notes import nobody_asked_note
from textfactor.words.problems import explain
from textfactor.words.running import explain_run, run_lines

_NEED_VONAGE = (Purpose.SET_UP, Purpose.TURN_ON, Purpose.ROTATE, Purpose.MOVE)
"""The purposes that may put the Vonage secret into the tenant."""


def set_up(services: Services, wanted: Wanted, target: Target, output: Output) -> Exit:
    """Set the tenant up, or take back what the last run made there."""
    if wanted.resume and wanted.undo:
        output.refuse("usage", setup_words.ONE_WAY)
        return Exit.USAGE
    if target.practice and not wanted.has_consent:
        return _nobody_to_ask(output)  # a profile is opened first: what it lacks comes before this
    command = _Setup(services, wanted, output)
    frame = Frame(services, output, target, command.failed, command.cut_off)
    return frame.run(with_new_secret(command.work, wanted, output), with_tenant=True)


def _nobody_to_ask(output: Output) -> Exit:
    output.refuse(
        "usage",
        "Nobody is here to ask, so nothing is applied.",
        steps=("Add --yes, or --plan-only to see the plan.",),
    )
    return Exit.USAGE


@dataclass(slots=True)
class _Setup:
    """One run of the command."""

    services: Services
    wanted: Wanted
    output: Output
    report: Report = field(default_factory=Report)
    writing: bool = False
    foreign: str = ""
    """Somebody else's Action that the plan writes over without having been told so."""

    def failed(self, problem: Problem | None) -> None:
        """Answer for what ended the command early."""
        self.report.stopped_by = problem
        self.report.state = State.STOPPED
        self.output.value(self.report.value())

    def cut_off(self) -> str:
        """Answer for an end in the middle; once anything may have been made, it is in the journal."""
        self.failed(None)
        return setup_words.HALFWAY if self.writing else "Interrupted. Nothing was changed."

    def work(self, opened: Opened, ctx: CallContext) -> Exit:
        """Check, plan, show, ask, apply; the answer is written once, at the end."""
        if not self.wanted.has_consent:
            return _nobody_to_ask(self.output)
        key = opened.tenant or TenantKey("")
        goes_on = self.wanted.resume or self.wanted.undo
        if not goes_on and self.wanted.purpose in _NEED_VONAGE:
            self._try_secret(opened, ctx)
        last = opened.workspace.journal.last(key.domain) if self.wanted.resume else None
        if last is not None and last.plan.takes_back and self.wanted.unheard_by_undo:
            self.output.refuse("usage", setup_words.unheard("--resume", self.wanted.unheard_by_undo))
            return Exit.USAGE
        plan = self._undo_plan(opened, key) if self.wanted.undo else self._plan(opened, key, ctx)
        if plan is None:
            return self._nothing(setup_words.NO_UNFINISHED)
        self.report.plan = plan
        if goes_on and writes_values(plan):
            self._try_secret(opened, ctx)
        return self._carry_out(opened, key, plan, ctx)

    def _carry_out(self, opened: Opened, key: TenantKey, plan: Plan, ctx: CallContext) -> Exit:
        """Show the plan, and go as far as was asked for and agreed to."""
        if not plan and self.wanted.undo:
            return self._nothing(setup_words.TAKEN_BACK if plan.takes_back else setup_words.NOTHING_MADE)
        show_plan(plan, self.output)
        if not plan:
            return self._nothing()
        if self.wanted.plan_only:
            self.report.state = State.PLANNED
            self.output.value(self.report.value())
            return Exit.FINE
        if self.wanted.yes and self.foreign:
            return self._turned_down(setup_words.foreign_refusal(self.foreign))
        if not (self.wanted.yes or self._agreed(opened, plan)):
            return self._turned_down("Not applied. Nothing was changed.")
        return self._apply(opened, key, plan, ctx)

    def _turned_down(self, why: str) -> Exit:
        self.report.state = State.PLANNED
        self.output.value(self.report.value())
        self.output.note(why)
        return Exit.CHANGED

    def _try_secret(self, opened: Opened, ctx: CallContext) -> None:
        """Keep a secret that Vonage refuses out of the tenant. Reading the balance is free."""
        if not self.wanted.plan_only:
            ctx.doing(Doing.READING_BALANCE)
            opened.workspace.sms(opened.vonage).balance()

    def _nothing(self, why: str = "") -> Exit:
        if why:
            self.output.answer(why)
        self.report.state = State.NOTHING_TO_DO
        self.output.value(self.report.value())
        return Exit.FINE

    def _plan(self, opened: Opened, key: TenantKey, ctx: CallContext) -> Plan | None:
        """Make the plan from what is there now; None when there is no run to resume."""
        answers, purpose, replaces = opened.answers, self.wanted.purpose, self.wanted.replaces
        if self.wanted.resume:
            last = opened.workspace.journal.last(key.domain)
            if last is None or last.complete:
                return None
            if last.plan.takes_back:
                return self._undo_plan(opened, key)
            purpose = last.plan.purpose
            replaces = (*replaces, *replaced_by(last.plan), *written_over(last.plan))
        tenant = opened.workspace.tenant(key)
        # A name to replace may stand on the other path's trigger, so then that is looked at too.
        observed = detect(tenant, key.domain, ctx, purpose, thorough=bool(replaces))
        self.report.path = observed.path.value
        self._tell_unbound(observed)
        made = made_by_us(opened.workspace.journal.history(key.domain))
        code = sender_source(self.services.sender_code(observed.path), answers)
        if self.wanted.run_sender:
            self._run_sender(opened, code, replace(answers, tenant_path=observed.path), ctx)
        plan = make_plan(observed, wishes(answers, code, replaces, made), purpose)
        self._tell_foreign(observed, plan, replaces)
        self._tell_notes(observed, plan)
        return plan

    def _tell_notes(self, observed: Observed, plan: Plan) -> None:
        """Say who or what is missing: somebody who asks for codes, or a right (which is raised unless only shown)."""
        if (nobody := nobody_asked_note(plan, observed.asking_actions)) is not None:
            self.output.note(f"{nobody[0].english()}. {nobody[1].english()}")
        if missing := lacking(plan, observed.scopes):
            problem = Problem(ProblemKind.MISSING_SCOPE, Service.AUTH0, " ".join(missing))
            if not self.wanted.plan_only:
                self.report.plan = plan
                raise ProblemError(problem)
            self.output.tell(explain(problem))

    def _tell_foreign(self, observed: Observed, plan: Plan, replaces: tuple[str, ...]) -> None:
        """Say that the plan writes over somebody else's Action, which `replaces` has to name."""
        found = foreign_sender(observed)
        if found is None or not any(change.resource is Resource.SENDER for change in plan.changes):
            return
        self.output.note(setup_words.foreign_note(found.name))
        if found.name not in replaces:
            self.foreign = found.name

    def _tell_unbound(self, observed: Observed) -> None:
        """Say of each name to replace that is on no trigger that it changes nothing: it may be misspelt."""
        bound = {row.action_name for row in (*observed.bindings, *observed.other_bindings)}
        if (foreign := foreign_sender(observed)) is not None:
            bound.add(foreign.name)
        for name in self.wanted.replaces:
            if name not in bound:
                self.output.note(setup_words.unbound(name))

    def _undo_plan(self, opened: Opened, key: TenantKey) -> Plan:
        """Turn round the last run on this tenant that made anything."""
        last = last_made(opened.workspace.journal.history(key.domain))
        if last is None:
            return Plan(key.domain, ())
        self.report.path = last.plan.path.value
        return take_back(last, (sender_source(self.services.sender_code(last.plan.path), opened.answers),))

    def _run_sender(self, opened: Opened, code: str, answers: Answers, ctx: CallContext) -> None:
        """Run the very code here first; raises SENDER_FAILED: what fails here is not deployed."""
        result = run_sender(opened.workspace, code, answers, ctx).result
        self.report.sender_run = result
        self.output.tell(explain_run(result))
        for line in run_lines(result):
            self.output.note(line.english())
        if result.outcome is not RunOutcome.OK:
            raise ProblemError(Problem(ProblemKind.SENDER_FAILED, Service.LOCAL, result.reason))

    def _agreed(self, opened: Opened, plan: Plan) -> bool:
        """Ask on the terminal; production wants the tenant's name typed."""
        production = opened.answers.environment is Environment.PRODUCTION
        what = "the tenant's name" if production else "yes"
        self.output.note(f"Apply this to {plan.domain}? Type {what}:")
        with asking():
            typed = sys.stdin.readline()
        if production:
            return not isinstance(clean_tenant_name(typed, plan.domain), Fault)
        return typed.strip().lower() in ("y", "yes")

    def _apply(self, opened: Opened, key: TenantKey, plan: Plan, ctx: CallContext) -> Exit:
        values = (Secret(opened.vonage.api_key), opened.vonage.secret, Secret(opened.answers.sender))
        secrets: dict[str, Secret] = dict(zip(SENDER_SECRETS, values, strict=True))
        self.writing = True
        receipt = apply(plan, opened.workspace.tenant(key), opened.workspace.journal, secrets, ctx)
        self.report.take(receipt, State.UNDONE if plan.takes_back else State.APPLIED)
        self.output.value(self.report.value())
        self.output.answer(summarize_receipt(receipt).english())
        for note in left_notes(receipt):
            self.output.note(note.english())
        if receipt.left or (plan.takes_back and _drifted(receipt)):
            self.output.note(setup_words.CHANGED_SINCE)
        if receipt.stopped_by is not None:
            self.output.tell(explain(receipt.stopped_by))
            return exit_for(receipt.stopped_by)
        if receipt.cancelled:
            return Exit.INTERRUPTED
        return Exit.CHANGED if receipt.left else Exit.FINE


def _drifted(receipt: Receipt) -> bool:
    return receipt.stopped_by is not None and receipt.stopped_by.kind is ProblemKind.DRIFT
