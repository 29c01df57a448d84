"""Whatever the tenant, the purpose and the mishap: no binding of somebody else is lost, no second Action made."""

from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.setup import ASKED, CODE, DOMAIN, patient, run
from tests.fakes.tenant import InMemoryTenant
from tests.fakes.world import InMemoryJournal, KilledError

from textfactor.adapters.journal_lines import change_from, change_to, plan_from, plan_to
from textfactor.domain.plan import Purpose, Receipt
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.tenant import LEGACY_TRIGGER, UNIFIED_TRIGGER, ActionDraft
from textfactor.services.setup.detect import detect
from textfactor.services.setup.ours import OUR_NAMES
from textfactor.services.setup.planner import make_plan
from textfactor.services.setup.undo import inverse
from textfactor.services.setup.wishes import wishes

OURS = f"// put here by Textfactor\n{CODE}"
FOREIGN = ("Alpha", "Beta", "Gamma")
WRITES = (
    "create_action", "update_action", "deploy_action", "set_bindings", "create_phone_provider", "set_factor",
    "set_message_types", "create_template", "set_policies", "set_selected_provider", "set_legacy_templates",
    "delete_action", "deploy_version", "delete_phone_provider", "delete_template",
)  # fmt: skip
KINDS = (ProblemKind.CONNECTION_LOST, ProblemKind.REFUSED, ProblemKind.RATE_LIMITED, ProblemKind.TIMED_OUT)


@dataclass(frozen=True)
class Start:
    """A tenant that somebody uses: Actions on the legacy trigger in this order, ours perhaps there already."""

    legacy: bool
    bound: tuple[str, ...]
    set_up_before: bool
    binds_by_itself: bool

    def make(self) -> InMemoryTenant:
        tenant = InMemoryTenant(legacy=True)
        tenant.binds_by_itself = self.binds_by_itself
        for name in self.bound:
            made = tenant.create_action(ActionDraft(name, LEGACY_TRIGGER, f"// {name}", "node22", ()))
            tenant.deploy_action(made.id)
            tenant.action(made.id)
        tenant.set_bindings(LEGACY_TRIGGER, self.bound)
        if self.set_up_before:
            assert run(plan_of(tenant, Purpose.SET_UP), tenant).complete
        if not self.legacy:
            tenant.on_unified_path = tenant.unified = True
        return tenant


starts = st.builds(
    Start, st.booleans(), st.permutations(FOREIGN).flatmap(lambda p: st.integers(0, 3).map(lambda n: tuple(p[:n]))),
    st.booleans(), st.booleans(),
)  # fmt: skip
mishaps = st.none() | st.tuples(st.sampled_from(WRITES), st.sampled_from(KINDS), st.booleans())


def plan_of(tenant: InMemoryTenant, purpose: Purpose):
    return make_plan(detect(tenant, DOMAIN, patient(), purpose), wishes(ASKED, OURS), purpose)


def check(tenant: InMemoryTenant, start: Start) -> None:
    """Check what has to hold at any moment."""
    names = [row.action_name for row in tenant.bindings(LEGACY_TRIGGER)]
    assert tuple(name for name in names if name in FOREIGN) == start.bound, "theirs, in their order"
    for trigger in (LEGACY_TRIGGER, UNIFIED_TRIGGER):
        actions = tenant.actions(trigger)
        assert sum(one.name in OUR_NAMES for one in actions) <= 1
        rows = [row.action_name for row in tenant.bindings(trigger)]
        assert len(rows) == len(set(rows))
    assert {one.name: one.code for one in tenant.actions(LEGACY_TRIGGER) if one.name in FOREIGN} == {
        name: f"// {name}" for name in start.bound
    }


def as_kept(made: Receipt) -> Receipt:
    """Put the receipt through what a journal on the disk keeps."""
    lines = [change_to(change) for change in made.applied]
    return replace(made, plan=plan_from(plan_to(made.plan)), applied=tuple(map(change_from, lines)))


def attempt(tenant: InMemoryTenant, purpose: Purpose, journal: InMemoryJournal) -> None:
    """Run, however it ends."""
    try:
        run(plan_of(tenant, purpose), tenant, journal=journal)
    except KilledError:
        journal.kill_at = None
    except ProblemError as error:
        nothing_ours = purpose is Purpose.ROTATE and error.problem.kind is ProblemKind.NOT_FOUND
        assert nothing_ours


@given(starts, st.sampled_from(Purpose), mishaps, st.none() | st.integers(0, 20))
def test_nothing_of_others_is_lost(start, purpose, mishap, kill_at):
    tenant, journal = start.make(), InMemoryJournal(kill_at)
    check(tenant, start)
    if mishap is not None:
        tenant.fail(mishap[0], mishap[1], after=mishap[2])
    attempt(tenant, purpose, journal)
    check(tenant, start)
    tenant.faults.clear()
    made = journal.last(DOMAIN)
    attempt(tenant, purpose, InMemoryJournal())
    check(tenant, start)
    if purpose is not Purpose.ROTATE:
        assert not plan_of(tenant, purpose), "a second run has nothing to do"
    if made is not None:
        run(inverse(as_kept(made), (OURS,)), tenant)
        check(tenant, start)


@given(starts, mishaps, st.integers(0, 20))
def test_taking_back_brings_everything_back(start, mishap, kill_at):
    tenant, journal = start.make(), InMemoryJournal(kill_at)
    before = tenant.dump()
    if mishap is not None:
        tenant.fail(mishap[0], mishap[1], after=mishap[2])
    attempt(tenant, Purpose.MOVE, journal)
    tenant.faults.clear()
    made = journal.last(DOMAIN)
    if made is not None:
        back = run(inverse(as_kept(made), (OURS,)), tenant)
        assert back.complete, back.stopped_by
    after = tenant.dump()
    assert {**after, "texts": 0} == {**before, "texts": 0}, "texts that were set once cannot be unset"
