"""What is planned for tenants in various states."""

from dataclasses import replace
from typing import Any

import pytest
from tests.fakes.setup import (
    ASKED,
    CODE,
    DOMAIN,
    STATES,
    fresh,
    patient,
    plan_for,
    run,
    with_foreign_sender,
    with_twilio,
)

from textfactor.domain.answers import Answers, PolicyWish
from textfactor.domain.plan import BindingState, DeploymentState, Plan, ProviderState, Resource, SenderState
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.tenant import SENDER_NAME, SENDER_SECRETS, UNIFIED_TRIGGER
from textfactor.services.setup.detect import detect
from textfactor.services.setup.planner import make_plan
from textfactor.services.setup.wishes import wishes


def steps(plan: Plan) -> dict[Resource, Any]:
    return {change.resource: change for change in plan.changes}


def test_a_new_tenant_gets_everything_in_the_vendors_order():
    plan = plan_for(fresh())
    assert [(c.resource, c.method, c.path) for c in plan.changes] == [
        (Resource.SENDER, "POST", "/actions/actions"),
        (Resource.DEPLOYMENT, "POST", "/actions/actions/…/deploy"),
        (Resource.BINDING, "PATCH", "/actions/triggers/custom-phone-provider/bindings"),
        (Resource.PROVIDER, "POST", "/branding/phone/providers"),
        (Resource.FACTOR, "PUT", "/guardian/factors/sms"),
        (Resource.MESSAGE_TYPES, "PUT", "/guardian/factors/phone/message-types"),
        (Resource.ENROLL_TEMPLATE, "POST", "/branding/phone/templates"),
        (Resource.VERIFY_TEMPLATE, "POST", "/branding/phone/templates"),
        (Resource.POLICY, "PUT", "/guardian/policies"),
    ]
    assert all(change.undo for change in plan.changes)
    assert plan.domain == DOMAIN
    assert plan.unchanged == ()


def test_the_policy_is_left_alone_unless_asked():
    plan = plan_for(fresh(), Answers(policy=PolicyWish.LEAVE))
    assert Resource.POLICY not in steps(plan)
    assert plan.unchanged == (Resource.POLICY,)


def test_never_empties_the_policy():
    plan = plan_for(with_twilio(), replace(ASKED, policy=PolicyWish.NEVER))
    assert steps(plan)[Resource.POLICY].after.policies == ()


def test_a_factor_that_shall_be_off_takes_no_message_types():
    assert {Resource.FACTOR, Resource.MESSAGE_TYPES}.isdisjoint(
        steps(plan_for(fresh(), replace(ASKED, factor_on=False)))
    )
    changes = steps(plan_for(with_twilio(), replace(ASKED, factor_on=False)))
    assert changes[Resource.FACTOR].after.on is False
    assert Resource.MESSAGE_TYPES not in changes


def test_somebodys_action_is_taken_over_and_shown():
    tenant = with_foreign_sender()
    changes = steps(plan_for(tenant))
    sender = changes[Resource.SENDER]
    assert sender.before == SenderState("Our texts", "// theirs, not deployed yet", "node22", ("TWILIO_SID",))
    assert sender.after == SenderState("Our texts", CODE, "node22", tuple(sorted(SENDER_SECRETS)))
    assert (sender.method, sender.path) == ("PATCH", "/actions/actions/act_1")
    assert not sender.undo, "the values of its secrets cannot come back"
    assert changes[Resource.DEPLOYMENT].before == DeploymentState("// theirs, running", "ver_2")
    assert changes[Resource.DEPLOYMENT].path == "/actions/actions/act_1/deploy"
    assert changes[Resource.PROVIDER].before == ProviderState(
        "custom", disabled=True, methods=("text", "voice")
    )
    assert changes[Resource.PROVIDER].undo
    assert Resource.BINDING not in changes


def test_an_action_without_secrets_can_come_back_where_its_draft_is_what_runs():
    tenant = with_foreign_sender(secrets=False)
    assert not steps(plan_for(tenant))[Resource.SENDER].undo, "its draft is kept nowhere"
    action = tenant.actions(UNIFIED_TRIGGER)[0]
    tenant.deploy_action(action.id)
    tenant.action(action.id)
    assert steps(plan_for(tenant))[Resource.SENDER].undo


def test_twilios_credentials_cannot_come_back():
    provider = steps(plan_for(with_twilio()))[Resource.PROVIDER]
    assert (provider.method, provider.path) == ("PATCH", "/branding/phone/providers/pro_1")
    assert not provider.undo


def test_edited_texts_are_patched_and_compared_to_the_letter():
    changes = steps(plan_for(with_twilio()))
    assert changes[Resource.VERIFY_TEMPLATE].method == "PATCH"
    assert changes[Resource.VERIFY_TEMPLATE].path.startswith("/branding/phone/templates/tem_")
    text = changes[Resource.VERIFY_TEMPLATE].before.text
    same = replace(ASKED, verify_text=text)
    assert Resource.VERIFY_TEMPLATE not in steps(plan_for(with_twilio(), same))
    assert Resource.VERIFY_TEMPLATE in steps(plan_for(with_twilio(), replace(same, verify_text=text + " ")))


def test_others_on_the_trigger_keep_their_place():
    observed = detect(fresh(), DOMAIN, patient())
    rows = detect(with_foreign_sender(), DOMAIN, patient()).bindings
    plan = make_plan(replace(observed, bindings=rows), wishes(ASKED, CODE))
    assert steps(plan)[Resource.BINDING].after == BindingState(("Our texts", SENDER_NAME))


@pytest.mark.parametrize("state", STATES)
def test_a_second_run_has_nothing_to_do(state):
    tenant = STATES[state]()
    assert run(plan_for(tenant), tenant).complete
    again = plan_for(tenant)
    assert not again
    assert set(again.unchanged) >= {Resource.SENDER, Resource.FACTOR, Resource.POLICY}


def test_a_build_that_failed_is_started_again():
    tenant = fresh()
    run(plan_for(tenant), tenant)
    tenant.fails_to_build = True
    assert Resource.SENDER in steps(plan_for(tenant))


def test_a_draft_that_was_never_deployed_is_deployed():
    tenant = fresh()
    first = plan_for(tenant)
    run(replace(first, changes=first.changes[:1]), tenant)
    changes = steps(plan_for(tenant))
    assert Resource.SENDER not in changes
    assert changes[Resource.DEPLOYMENT].before is None
    assert not changes[Resource.DEPLOYMENT].undo


def test_a_template_type_that_is_not_listed_is_made():
    observed = replace(detect(fresh(), DOMAIN, patient()), enroll=None)
    change = steps(make_plan(observed, wishes(ASKED, CODE)))[Resource.ENROLL_TEMPLATE]
    assert (change.before, change.method) == (None, "POST")


def test_a_policy_that_could_not_be_read_is_not_overwritten():
    tenant = fresh()
    tenant.fail("policies", ProblemKind.MISSING_SCOPE, "read:mfa_policies")
    with pytest.raises(ProblemError) as caught:
        plan_for(tenant)
    assert caught.value.problem.kind is ProblemKind.MISSING_SCOPE
    assert caught.value.problem.detail == "read:mfa_policies"
    tenant.fail("policies", ProblemKind.MISSING_SCOPE, "read:mfa_policies")
    assert plan_for(tenant, Answers())
