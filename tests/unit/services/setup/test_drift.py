"""What is told to have changed since the last run."""

from dataclasses import replace

import pytest
from tests.fakes.setup import DOMAIN, STATES, fresh, legacy, patient, plan_for, run

from textfactor.domain.history import joined
from textfactor.domain.plan import BindingState, FactorState, Plan, Purpose, Receipt, Resource
from textfactor.domain.problems import Problem, ProblemKind, Service
from textfactor.domain.tenant import UNIFIED_TRIGGER
from textfactor.services.setup.detect import detect
from textfactor.services.setup.drift import DriftFact, check_drift
from textfactor.services.setup.snapshot import snapshot
from textfactor.services.setup.undo import inverse


def drift(receipt, tenant, unknown=()):
    observed = detect(tenant, DOMAIN, patient(), Purpose.MOVE)
    return check_drift(receipt, replace(observed, unknown=unknown))


@pytest.mark.parametrize("state", STATES)
def test_nothing_has_changed_right_after_a_run(state):
    tenant = STATES[state]()
    receipt = run(plan_for(tenant), tenant)
    assert drift(receipt, tenant) == ()


def test_what_somebody_changed_is_told_with_who_had_written_it():
    tenant = fresh()
    receipt = run(replace(plan := plan_for(tenant), changes=plan.changes[:5]), tenant)
    tenant.set_factor("sms", on=False)
    tenant.set_bindings(UNIFIED_TRIGGER, ())
    tenant.set_policies(("confidence-score",))
    found = drift(receipt, tenant)
    assert {fact.resource: fact.ours for fact in found} == {
        Resource.BINDING: True,
        Resource.FACTOR: True,
        Resource.POLICY: False,
    }
    assert DriftFact(Resource.FACTOR, FactorState(on=True), FactorState(on=False), ours=True) in found
    assert Resource.POLICY not in {
        fact.resource for fact in drift(receipt, tenant, unknown=(("policies", "missing_scope: x"),))
    }


def test_a_version_deployed_again_is_no_drift():
    tenant = fresh()
    receipt = run(plan_for(tenant), tenant)
    action = tenant.actions(UNIFIED_TRIGGER)[0]
    tenant.deploy_action(action.id)
    tenant.action(action.id)
    assert drift(receipt, tenant) == ()


def test_a_plan_carries_the_tenant_as_it_was_found():
    tenant = legacy()
    plan = plan_for(tenant)
    assert plan.found == snapshot(detect(tenant, DOMAIN, patient()))
    found = dict(plan.found)
    assert found[Resource.BINDING] == BindingState(())
    assert found[Resource.SENDER] is None
    assert Resource.PROVIDER not in found
    assert "s3cretS3cret" not in repr(found)


def test_an_action_that_auth0_bound_after_a_kill_is_unbound_by_undo():
    tenant = fresh()
    tenant.binds_by_itself = True
    plan = plan_for(tenant)
    killed = Problem(ProblemKind.UNEXPECTED, Service.LOCAL, "the program ended during this run")
    made = run(replace(plan, changes=plan.changes[:2]), tenant)
    first = Receipt(plan, made.applied, killed)
    assert [change.resource for change in inverse(first).changes] == [Resource.BINDING, Resource.SENDER]
    second = run(plan_for(tenant), tenant)
    assert Resource.BINDING not in {change.resource for change in second.plan.changes}
    both = joined(first, second)
    assert both.complete
    assert run(inverse(both), tenant).complete
    assert tenant.dump()["actions"] == []


def test_runs_that_do_not_belong_together_stay_apart():
    plan = plan_for(fresh())
    whole, back = Receipt(plan, plan.changes), Receipt(Plan(DOMAIN, (), takes_back=True), ())
    assert joined(whole, back) == back
    assert joined(whole, replace(whole, plan=plan)) == whole
    stopped = Receipt(plan, plan.changes[:1])
    rest = Receipt(replace(plan, changes=plan.changes[1:]), plan.changes[1:])
    assert joined(stopped, rest).applied == plan.changes
