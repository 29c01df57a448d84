"""What is ours is told by our code, never by the name alone."""

from dataclasses import replace

import pytest
from tests.fakes.setup import ASKED, CODE, DOMAIN, fresh, legacy, patient, plan_for, run
from tests.fakes.tenant import InMemoryTenant

from textfactor.domain.plan import Purpose, Resource
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.tenant import (
    LEGACY_TRIGGER,
    SENDER_NAME,
    UNIFIED_TRIGGER,
    ActionDraft,
    BindingFacts,
)
from textfactor.services.setup.detect import detect
from textfactor.services.setup.ours import OUR_NAMES, foreign_sender, free_name, is_ours, ours_among
from textfactor.services.setup.standing import old_actions, rivals
from textfactor.services.setup.wishes import replaced_by

THEIRS = "// somebody else's sender, which happens to have our name"


def with_namesake(trigger: str, *, bound: bool = True) -> InMemoryTenant:
    """A tenant where somebody else's Action has the name that ours would have."""
    tenant = legacy() if trigger == LEGACY_TRIGGER else fresh()
    made = tenant.create_action(ActionDraft(SENDER_NAME, trigger, THEIRS, "node22", ()))
    tenant.deploy_action(made.id)
    tenant.action(made.id)
    if bound:
        tenant.set_bindings(trigger, (SENDER_NAME,))
    return tenant


def codes(tenant: InMemoryTenant, trigger: str) -> dict[str, str]:
    return {action.name: action.code for action in tenant.actions(trigger)}


@pytest.mark.parametrize("bound", [True, False])
def test_a_namesake_on_the_legacy_trigger_is_neither_written_over_nor_unbound(bound: bool):
    tenant = with_namesake(LEGACY_TRIGGER, bound=bound)
    assert run(plan_for(tenant), tenant).complete
    assert codes(tenant, LEGACY_TRIGGER) == {SENDER_NAME: THEIRS, f"{SENDER_NAME} 2": CODE}
    rows = [row.action_name for row in tenant.bindings(LEGACY_TRIGGER)]
    assert rows == [*([SENDER_NAME] if bound else []), f"{SENDER_NAME} 2"]
    assert rivals(detect(tenant, DOMAIN, patient())) == ((SENDER_NAME,) if bound else ())
    assert not plan_for(tenant), "a second run has nothing to do"


def test_a_namesake_is_unbound_when_it_is_named_and_goes_on_to_be_after_a_stop():
    tenant = with_namesake(LEGACY_TRIGGER)
    plan = plan_for(tenant, replaces=(SENDER_NAME,))
    assert run(plan, tenant).complete
    assert [row.action_name for row in tenant.bindings(LEGACY_TRIGGER)] == [f"{SENDER_NAME} 2"]
    assert replaced_by(plan) == (SENDER_NAME,)
    assert replaced_by(replace(plan, purpose=Purpose.REMOVE)) == ()


def test_a_removal_leaves_a_namesake():
    tenant = with_namesake(LEGACY_TRIGGER)
    assert not plan_for(tenant, purpose=Purpose.REMOVE)
    run(plan_for(tenant), tenant)
    assert run(plan_for(tenant, purpose=Purpose.REMOVE), tenant).complete
    assert codes(tenant, LEGACY_TRIGGER) == {SENDER_NAME: THEIRS}
    assert [row.action_name for row in tenant.bindings(LEGACY_TRIGGER)] == [SENDER_NAME]


def test_secrets_are_not_renewed_in_a_namesake():
    for tenant in (with_namesake(LEGACY_TRIGGER), with_namesake(UNIFIED_TRIGGER)):
        with pytest.raises(ProblemError) as caught:
            plan_for(tenant, purpose=Purpose.ROTATE)
        assert caught.value.problem.kind is ProblemKind.NOT_FOUND


def test_a_namesake_on_the_unified_trigger_is_somebody_elses():
    tenant = with_namesake(UNIFIED_TRIGGER)
    observed = detect(tenant, DOMAIN, patient())
    found = foreign_sender(observed)
    assert found is not None
    assert found.name == SENDER_NAME
    assert Resource.SENDER not in {
        change.resource for change in plan_for(tenant, purpose=Purpose.REMOVE).changes
    }
    run(plan_for(tenant), tenant)
    assert foreign_sender(detect(tenant, DOMAIN, patient())) is None
    assert foreign_sender(detect(fresh(), DOMAIN, patient())) is None
    assert foreign_sender(detect(with_namesake(LEGACY_TRIGGER), DOMAIN, patient())) is None


def test_a_namesake_on_the_other_trigger_is_left_by_move_and_removal():
    tenant = with_namesake(LEGACY_TRIGGER)
    tenant.on_unified_path = tenant.unified = True
    observed = detect(tenant, DOMAIN, patient())
    assert old_actions(observed) == (SENDER_NAME,)
    assert free_name(observed) == f"{SENDER_NAME} 2"
    for purpose in (Purpose.MOVE, Purpose.REMOVE):
        plan = plan_for(tenant, purpose=purpose)
        assert {Resource.OLD_BINDING, Resource.OLD_SENDER}.isdisjoint(one.resource for one in plan.changes)


def test_our_action_stays_ours_while_our_code_is_its_draft_or_runs():
    tenant = fresh()
    run(plan_for(tenant), tenant)
    ours = tenant.actions(UNIFIED_TRIGGER)[0]
    assert is_ours(ours)
    assert is_ours(replace(ours, code="// a draft of theirs"))
    assert is_ours(replace(ours, deployed_code=None))
    assert not is_ours(replace(ours, code="// theirs", deployed_code="// theirs"))
    assert not is_ours(replace(ours, name="Theirs"))


def test_a_row_is_told_by_its_action_else_by_what_runs_else_by_its_name():
    tenant = fresh()
    run(plan_for(tenant), tenant)
    action = tenant.actions(UNIFIED_TRIGGER)[0]
    row = BindingFacts("b", action.id, SENDER_NAME, "// edited in the Dashboard")
    assert ours_among((row,)) == frozenset()
    assert ours_among((row,), (action,)) == {SENDER_NAME}
    assert ours_among((replace(row, deployed_code=CODE),)) == {SENDER_NAME}
    assert ours_among((replace(row, deployed_code=None),)) == {SENDER_NAME}
    assert ours_among((replace(row, deployed_code=None, action_name="Theirs"),)) == frozenset()


def test_where_every_name_is_taken_auth0_has_to_say_so():
    observed = detect(fresh(), DOMAIN, patient())
    rows = tuple(BindingFacts(name, name, name, THEIRS) for name in OUR_NAMES)
    assert free_name(replace(observed, other_bindings=rows)) == SENDER_NAME
    assert ASKED.domain == DOMAIN
