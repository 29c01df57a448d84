"""Makes the changes of a plan, one by one: compare, note, write, note.

Nothing that changed meanwhile is overwritten.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from textfactor.domain.code_digest import is_digest, same_code
from textfactor.domain.plan import (
    BindingState,
    Change,
    DeploymentState,
    Plan,
    Receipt,
    Resource,
    SenderState,
    State,
)
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.secret import Secret
from textfactor.services.context import CallContext, CancelledError, Doing, Progress
from textfactor.services.ports import Journal
from textfactor.services.setup.building import wait_built, wait_deployed
from textfactor.services.setup.leaving import draft_moved_on, is_held
from textfactor.services.setup.resources import binding, table
from textfactor.services.setup.resources.site import Site
from textfactor.services.setup.scopes import lacking
from textfactor.services.tenant_ports import TenantApi

_MAY_HAVE_HAPPENED = (
    ProblemKind.CONNECTION_LOST,
    ProblemKind.TIMED_OUT,
    ProblemKind.SERVICE_FAULT,
    ProblemKind.NOT_THE_SERVICE,
)


def apply(
    plan: Plan, tenant: TenantApi, journal: Journal, secret_values: Mapping[str, Secret], ctx: CallContext
) -> Receipt:
    """Make the changes in order and say how far it got; raises only what beginning the journal raises.

    Stops at the first problem, or between two writes when asked to. A plan that takes back leaves alone what somebody
    has changed since and goes on with the rest (see `leaving`). `applied` holds each change as it was made; an
    empty plan leaves no trace. What was found done already is in it with equal before and after; a write whose
    outcome nobody could tell is in it too, since taking it back is safe either way.
    """
    if not plan:
        return Receipt(plan, ())
    run = _Run(Site(tenant, plan.path), journal, secret_values, ctx, plan, journal.begin(plan))
    problem: Problem | None = None
    cancelled = False
    try:
        run.go()
    except CancelledError:
        cancelled = True
    except ProblemError as error:
        problem = error.problem
    receipt = Receipt(plan, tuple(run.applied), problem, cancelled, tuple(run.left))
    try:
        journal.end(run.id, receipt)
    except ProblemError as error:
        return replace(receipt, stopped_by=problem or error.problem)
    return receipt


def writes_values(plan: Plan) -> bool:
    """Say whether the plan puts values of secrets into the tenant; a version deployed again brings its own along."""
    senders = (change.after for change in plan.changes if change.resource is Resource.SENDER)
    return any(isinstance(after, SenderState) and not is_digest(after.code) for after in senders)


@dataclass(slots=True)
class _Run:
    """One pass over a plan."""

    site: Site
    journal: Journal
    secrets: Mapping[str, Secret]
    ctx: CallContext
    plan: Plan
    id: str
    applied: list[Change] = field(default_factory=list[Change])
    left: list[Resource] = field(default_factory=list[Resource])

    def go(self) -> None:
        """Make all changes; raises what stops them."""
        missing = lacking(self.plan, self.site.tenant.token().scopes)
        if missing:
            raise ProblemError(Problem(ProblemKind.MISSING_SCOPE, Service.AUTH0, " ".join(missing)))
        for index, change in enumerate(self.plan.changes):
            self.ctx.doing(Doing.COMPARING, index, len(self.plan.changes), change.id)
            self._before(index, change)
            made = self._make(index, change)
            if made is not None:
                self._after(index, made)

    def _make(self, index: int, change: Change) -> Change | None:
        """Compare, and write where the tenant still is as the plan found it; None where nothing was written."""
        if is_held(change, self.left):
            self.left.append(change.resource)
            return None
        self.site.turn_to(change.resource)
        found = table.read(self.site, change)
        if not table.unchanged(change, found):
            if table.reached(change, found) or self._others_remain(change, found):
                self._note_done(_as_found(change, found))
                return None
            if not (self._carried(change, found) or self._taken_off(change, found)):
                return self._leave(change)
        elif draft_moved_on(self.site, change):
            return self._leave(change)
        self.ctx.cancel.check()
        self._report(Doing.WRITING, index, change)
        self.journal.writing(self.id, change)
        made = self._write(change, found)
        self.applied.append(made)
        self.journal.written(self.id, made)
        return made

    def _leave(self, change: Change) -> None:
        """Leave alone what somebody has changed since; raises DRIFT where the plan does not take back.

        A plan that makes something rests on all that it found, so there a difference ends the run.
        """
        if not self.plan.takes_back:
            raise _drift(change)
        self.left.append(change.resource)

    def _write(self, change: Change, found: State | None) -> Change:
        """Write once. Where the answer was lost or a refusal, the tenant itself is asked what came of it."""
        try:
            return table.write(self.site, change, self.secrets)
        except ProblemError as error:
            return self._judge(change, found, error)

    def _judge(self, change: Change, was: State | None, error: ProblemError) -> Change:
        """Return the change if it was made in spite of the error; else raise the error, or DRIFT."""
        lost = error.problem.kind in _MAY_HAVE_HAPPENED
        self.site.forget()
        try:
            actual = table.read(self.site, change)
        except ProblemError:
            if lost:
                self.applied.append(change)
            raise error from None
        if table.unchanged(change, actual) and not _renewed(was, actual):
            raise error
        if table.reached(change, actual):
            return replace(change, after=actual)
        gone = error.problem.kind is ProblemKind.NOT_FOUND
        raise _drift(change) if lost or gone else error

    def _note_done(self, change: Change) -> None:
        """Note what needs no write any more, so that undo leaves it alone."""
        self.journal.writing(self.id, change)
        self.applied.append(change)
        self.journal.written(self.id, change)

    def _carried(self, change: Change, actual: State | None) -> bool:
        """Say whether the draft is what this run's own deployment of an earlier version has made of it."""
        return change.resource is Resource.SENDER and any(
            isinstance(done.after, DeploymentState)
            and isinstance(actual, SenderState)
            and same_code(done.after.code, actual.code)
            for done in self.applied
        )

    def _taken_off(self, change: Change, actual: State | None) -> bool:
        """Say whether taking back may write its difference onto a trigger's list that others have changed.

        Else an Action that somebody bound since would keep ours in the tenant for good.
        """
        states = (change.before, change.after, actual)
        return self.plan.takes_back and all(isinstance(one, BindingState) for one in states)

    def _others_remain(self, change: Change, actual: State | None) -> bool:
        """Say whether that difference is there already: what is on the list besides is others' matter."""
        return self._taken_off(change, actual) and binding.has_difference(change, actual)

    def _before(self, index: int, change: Change) -> None:
        """Let a draft that an earlier run wrote get built before it is deployed."""
        wrote_draft = any(done.resource is Resource.SENDER for done in self.applied)
        after = change.after
        if isinstance(after, DeploymentState) and not after.version and not wrote_draft:
            self._report(Doing.BUILDING, index, change)
            self.site.forget()
            wait_built(self.site, self.ctx)

    def _after(self, index: int, change: Change) -> None:
        """Let Auth0 finish what the next change rests on."""
        deploys_next = any(later.resource is Resource.DEPLOYMENT for later in self.plan.changes[index + 1 :])
        if isinstance(change.after, SenderState) and deploys_next:
            self._report(Doing.BUILDING, index, change)
            wait_built(self.site, self.ctx)
        if isinstance(change.after, DeploymentState):
            self._report(Doing.BUILDING, index, change)
            wait_deployed(self.site, change.after.version, self.ctx)

    def _report(self, doing: Doing, index: int, change: Change) -> None:
        """Report without looking for a stop: what was begun is finished first."""
        self.ctx.report(Progress(doing, index, len(self.plan.changes), change.id))


def _as_found(change: Change, actual: State | None) -> Change:
    """Describe what was found done already, with nothing to take back.

    But for a binding: Auth0 binds an Action by itself when it is deployed, and an Action that is bound cannot
    be deleted, so taking it back has to begin with this.
    """
    if isinstance(actual, BindingState):
        return replace(change, after=actual)
    return replace(change, before=actual, after=actual, secrets=())


def _renewed(was: State | None, actual: State | None) -> bool:
    """Say whether secrets were written, which nothing but their dates can tell."""
    return isinstance(was, SenderState) and isinstance(actual, SenderState) and was.dates != actual.dates


def _drift(change: Change) -> ProblemError:
    """Make the problem of a resource that somebody else has changed."""
    return ProblemError(Problem(ProblemKind.DRIFT, Service.AUTH0, change.id))
