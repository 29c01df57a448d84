"""Every purpose on both paths: what is planned, what comes of it, and what is left alone."""

from dataclasses import replace

import pytest
from tests.fakes.setup import (
    ASKED,
    CODE,
    DOMAIN,
    fresh,
    legacy,
    moved_to_unified,
    patient,
    plan_for,
    run,
    with_foreign_sender,
    with_old_action,
)
from tests.fakes.tenant import InMemoryTenant

from textfactor.domain.code_digest import code_digest
from textfactor.domain.plan import BindingState, HookState, Plan, Purpose, Resource, SecretFate, SenderState
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.tenant import (
    LEGACY_TRIGGER,
    SENDER_NAME,
    SENDER_SECRETS,
    UNIFIED_TRIGGER,
    ActionDraft,
    HookFacts,
    LegacyTemplates,
)
from textfactor.services.setup.detect import detect
from textfactor.services.setup.planner import make_plan
from textfactor.services.setup.resources.binding import merged
from textfactor.services.setup.undo import inverse
from textfactor.services.setup.wishes import wishes

OURS = f"// put here by Textfactor\n{CODE}"


def resources(plan: Plan) -> list[Resource]:
    return [change.resource for change in plan.changes]


def done(tenant: InMemoryTenant, purpose: Purpose = Purpose.SET_UP, **options) -> Plan:
    plan = plan_for(tenant, code=OURS, purpose=purpose, **options)
    receipt = run(plan, tenant)
    assert receipt.complete, receipt.stopped_by
    return plan


def bound(tenant: InMemoryTenant, trigger: str) -> list[str]:
    return [row.action_name for row in tenant.bindings(trigger)]


def test_the_legacy_path_has_its_own_order():
    plan = plan_for(legacy())
    assert [(c.resource, c.method, c.path) for c in plan.changes] == [
        (Resource.SENDER, "POST", "/actions/actions"),
        (Resource.DEPLOYMENT, "POST", "/actions/actions/…/deploy"),
        (Resource.BINDING, "PATCH", "/actions/triggers/send-phone-message/bindings"),
        (Resource.FACTOR, "PUT", "/guardian/factors/sms"),
        (Resource.SELECTED_PROVIDER, "PUT", "/guardian/factors/phone/selected-provider"),
        (Resource.MESSAGE_TYPES, "PUT", "/guardian/factors/phone/message-types"),
        (Resource.LEGACY_TEMPLATES, "PUT", "/guardian/factors/phone/templates"),
        (Resource.POLICY, "PUT", "/guardian/policies"),
    ]
    assert {c.resource for c in plan.changes if not c.undo} == {Resource.LEGACY_TEMPLATES}


def test_the_legacy_texts_name_the_tenant_as_that_path_does():
    tenant = legacy()
    done(tenant)
    texts = tenant.legacy_templates()
    assert texts is not None
    assert "{{ tenant.friendly_name }}" in texts.verification
    assert "{{ friendly_name }}" not in texts.verification


def test_another_action_on_the_legacy_trigger_stays_unless_it_is_named():
    tenant = with_old_action()
    done(tenant)
    assert bound(tenant, LEGACY_TRIGGER) == ["Old SMS", SENDER_NAME]
    done(tenant, replaces=("Old SMS",))
    assert bound(tenant, LEGACY_TRIGGER) == [SENDER_NAME]
    assert {one.name for one in tenant.actions(LEGACY_TRIGGER)} == {"Old SMS", SENDER_NAME}


def test_what_a_write_does_to_each_secret():
    created = plan_for(fresh()).changes[0]
    assert dict(created.secrets) == dict.fromkeys(SENDER_SECRETS, SecretFate.SET)
    taken_over = plan_for(with_foreign_sender()).changes[0]
    assert dict(taken_over.secrets) == {
        **dict.fromkeys(SENDER_SECRETS, SecretFate.SET),
        "TWILIO_SID": SecretFate.REMOVED,
    }
    tenant = with_foreign_sender()
    action = tenant.actions(UNIFIED_TRIGGER)[0]
    tenant.deploy_action(action.id)
    tenant.action(action.id)
    back = inverse(run(plan_for(tenant), tenant))
    sender = next(change for change in back.changes if change.resource is Resource.SENDER)
    assert dict(sender.secrets) == {"TWILIO_SID": SecretFate.UNKNOWN}


def test_turning_off_and_on_again():
    tenant = fresh()
    done(tenant)
    wanted = tenant.dump()
    assert resources(done(tenant, Purpose.TURN_OFF)) == [Resource.FACTOR]
    assert tenant.factors()["sms"] is False
    assert not plan_for(tenant, code=OURS, purpose=Purpose.TURN_OFF)
    assert resources(done(tenant, Purpose.TURN_ON)) == [Resource.FACTOR]
    assert tenant.dump() == wanted


def test_turning_on_where_nothing_is_brings_the_sender_too():
    tenant = fresh()
    plan = done(tenant, Purpose.TURN_ON, answers=replace(ASKED, factor_on=False))
    assert resources(plan)[:3] == [Resource.SENDER, Resource.DEPLOYMENT, Resource.BINDING]
    assert tenant.factors()["sms"]
    assert tenant.policies() == ()


def test_texts_alone():
    tenant = fresh()
    plan = done(tenant, Purpose.TEMPLATES)
    assert resources(plan) == [Resource.ENROLL_TEMPLATE, Resource.VERIFY_TEMPLATE]
    old = legacy()
    assert resources(done(old, Purpose.TEMPLATES)) == [Resource.LEGACY_TEMPLATES]


def test_a_disabled_text_is_enabled():
    tenant = fresh()
    done(tenant)
    template = next(one for one in tenant.templates() if one.type == "otp_verify")
    tenant.update_template(replace(template, disabled=True))
    plan = plan_for(tenant, code=OURS)
    assert resources(plan) == [Resource.VERIFY_TEMPLATE]
    receipt = run(plan, tenant)
    assert not next(one for one in tenant.templates() if one.type == "otp_verify").disabled
    run(inverse(receipt), tenant)
    assert next(one for one in tenant.templates() if one.type == "otp_verify").disabled


@pytest.mark.parametrize("make", [fresh, legacy])
def test_rotating_writes_all_secrets_each_time(make):
    tenant = make()
    done(tenant)
    for _ in range(2):
        tenant.calls.clear()
        plan = done(tenant, Purpose.ROTATE)
        assert tenant.writes == ["update_action", "deploy_action"]
        assert not any(change.undo for change in plan.changes)
        assert {fate for _name, fate in plan.changes[0].secrets} == {SecretFate.SET}


def test_setting_up_can_renew_the_secrets():
    tenant = fresh()
    done(tenant)
    observed = detect(tenant, DOMAIN, patient())
    plan = make_plan(observed, replace(wishes(ASKED, OURS), renew_secrets=True))
    assert resources(plan) == [Resource.SENDER, Resource.DEPLOYMENT]


@pytest.mark.parametrize("make", [fresh, with_foreign_sender, with_old_action])
def test_there_is_nothing_to_rotate_in_somebody_elses_action(make):
    with pytest.raises(ProblemError) as caught:
        plan_for(make(), purpose=Purpose.ROTATE)
    assert caught.value.problem.kind is ProblemKind.NOT_FOUND


def test_a_rotation_is_taken_back_by_the_earlier_version():
    tenant = fresh()
    done(tenant)
    version = tenant.actions(UNIFIED_TRIGGER)[0].deployed_version
    receipt = run(plan_for(tenant, code=OURS, purpose=Purpose.ROTATE), tenant)
    back = inverse(receipt)
    assert [(c.resource, c.path.rpartition("/versions/")[2]) for c in back.changes] == [
        (Resource.DEPLOYMENT, f"{version}/deploy")
    ]
    half = inverse(replace(receipt, applied=receipt.applied[:1]))
    assert [(c.resource, c.method) for c in half.changes] == [(Resource.SENDER, "POST")]
    assert half.changes[0].path.endswith(f"/versions/{version}/deploy")


def test_a_move_within_the_legacy_path_switches_the_hook_off_last():
    tenant = with_old_action()
    plan = done(tenant, Purpose.MOVE, replaces=("Old SMS",))
    assert plan.changes[-1].before == HookState("old hook", enabled=True)
    assert bound(tenant, LEGACY_TRIGGER) == [SENDER_NAME]
    assert [hook.enabled for hook in tenant.leftover.values()] == [False]
    assert not plan_for(tenant, code=OURS, purpose=Purpose.MOVE, replaces=("Old SMS",))


@pytest.mark.parametrize("kind", [ProblemKind.REFUSED, ProblemKind.NOT_FOUND, ProblemKind.PLAN_GATE])
def test_a_hook_that_cannot_be_switched_stops_nothing(kind):
    tenant = with_old_action()
    plan = plan_for(tenant, purpose=Purpose.MOVE)
    tenant.fail("set_hook", kind)
    receipt = run(plan, tenant)
    assert receipt.complete
    assert Resource.HOOK not in resources(inverse(receipt))


def test_a_hook_that_is_gone_meanwhile_is_fine():
    tenant = with_old_action()
    plan = plan_for(tenant, purpose=Purpose.MOVE)
    tenant.leftover.clear()
    assert run(plan, tenant).complete
    tenant.leftover["h1"] = HookFacts("h1", "old hook", LEGACY_TRIGGER, enabled=True, code="//")
    tenant.fail("hooks", ProblemKind.NOT_FOUND)
    last = replace(plan, changes=plan.changes[-1:])
    assert run(last, tenant).complete
    tenant.fail("hooks", ProblemKind.NO_NETWORK)
    stopped = run(last, tenant).stopped_by
    assert stopped is not None
    assert stopped.kind is ProblemKind.NO_NETWORK


def test_a_move_to_the_unified_path_leaves_the_old_trigger_to_others():
    tenant = moved_to_unified()
    tenant.on_unified_path = False
    other = tenant.create_action(replace(draft_of(tenant, LEGACY_TRIGGER), name="Theirs", code="// theirs"))
    tenant.deploy_action(other.id)
    tenant.action(other.id)
    tenant.set_bindings(LEGACY_TRIGGER, ("Theirs", SENDER_NAME))
    tenant.on_unified_path = True
    before = tenant.dump()
    plan = plan_for(tenant, code=OURS, purpose=Purpose.MOVE)
    change = next(one for one in plan.changes if one.resource is Resource.OLD_BINDING)
    assert change.after == BindingState(("Theirs",))
    receipt = run(plan, tenant)
    assert receipt.complete, receipt.stopped_by
    assert bound(tenant, LEGACY_TRIGGER) == ["Theirs"]
    assert bound(tenant, UNIFIED_TRIGGER) == [f"{SENDER_NAME} 2"], "the first name is taken"
    assert run(inverse(receipt), tenant).complete
    after = tenant.dump()
    assert bound(tenant, LEGACY_TRIGGER) == ["Theirs", SENDER_NAME]
    assert {**after, "bound": ()} == {**before, "bound": ()}


def draft_of(tenant: InMemoryTenant, trigger: str):
    found = tenant.actions(trigger)[0]
    return ActionDraft(found.name, trigger, found.code, found.runtime, ())


@pytest.mark.parametrize("make", [fresh, legacy])
def test_removing_takes_the_factor_first_and_leaves_nothing_of_ours(make):
    tenant = make()
    done(tenant)
    plan = done(tenant, Purpose.REMOVE)
    assert resources(plan)[0] is Resource.FACTOR
    assert resources(plan)[-2:] == [Resource.BINDING, Resource.SENDER]
    dump = tenant.dump()
    assert (dump["actions"], dump["bound"], dump["provider"], dump["templates"]) == ([], [], None, {})
    assert (dump["factors"]["sms"], dump["selected"]) == (False, "auth0")
    assert not plan_for(tenant, code=OURS, purpose=Purpose.REMOVE)


@pytest.mark.parametrize("make", [fresh, legacy])
@pytest.mark.parametrize("kept", ["in memory", "as digest", "of another version"])
def test_a_removal_can_be_taken_back_while_the_code_is_known(make, kept):
    tenant = make()
    done(tenant)
    wanted = tenant.dump()
    receipt = run(plan_for(tenant, code=OURS, purpose=Purpose.REMOVE), tenant)
    if kept != "in memory":
        receipt = replace(receipt, applied=tuple(map(without_code, receipt.applied)))
    back = inverse(receipt, (OURS if kept == "as digest" else "// newer",))
    again = run(back, tenant)
    assert again.complete, again.stopped_by
    if kept == "of another version":
        assert not {Resource.SENDER, Resource.BINDING, Resource.PROVIDER} & set(resources(back))
        assert tenant.dump()["factors"] == wanted["factors"]
    else:
        assert tenant.dump() == wanted


def without_code(change):
    state = change.before
    if isinstance(state, SenderState):
        return replace(change, before=replace(state, code=code_digest(state.code)))
    return change


def test_removing_says_so_when_the_action_cannot_be_made_again():
    tenant = fresh()
    done(tenant)
    plan = plan_for(tenant, code="// another code", purpose=Purpose.REMOVE)
    sender = next(change for change in plan.changes if change.resource is Resource.SENDER)
    assert not sender.undo


def test_removing_leaves_what_is_somebody_elses():
    tenant = with_foreign_sender()
    done(tenant)
    plan = plan_for(tenant, code=OURS, purpose=Purpose.REMOVE)
    assert {Resource.SENDER, Resource.BINDING, Resource.PROVIDER}.isdisjoint(resources(plan))
    untouched = with_old_action()
    assert not plan_for(untouched, purpose=Purpose.REMOVE)
    done(untouched)
    plan = plan_for(untouched, code=OURS, purpose=Purpose.REMOVE)
    assert Resource.SELECTED_PROVIDER not in resources(plan), "the other one still sends"
    assert Resource.FACTOR not in resources(plan), "so its codes are still asked for"


@pytest.mark.parametrize(("name", "stays"), [("twilio", True), ("custom", False)])
def test_removing_leaves_the_factor_to_another_provider(name, stays):
    tenant = moved_to_unified()
    tenant.create_phone_provider(name, ("text",), disabled=False)
    tenant.set_factor("sms", on=True)
    plan = plan_for(tenant, code=OURS, purpose=Purpose.REMOVE)
    assert Resource.OLD_SENDER in resources(plan)
    assert (Resource.FACTOR not in resources(plan)) is stays


def test_removing_finds_what_is_left_on_the_other_trigger():
    tenant = moved_to_unified()
    done(tenant, Purpose.MOVE)
    plan = plan_for(tenant, code=OURS, purpose=Purpose.REMOVE)
    assert resources(plan)[-1] is Resource.OLD_SENDER
    receipt = run(plan, tenant)
    assert receipt.complete, receipt.stopped_by
    assert tenant.dump()["actions"] == []
    assert {Resource.OLD_SENDER, Resource.OLD_BINDING}.isdisjoint(resources(inverse(receipt, (OURS,))))


def test_removing_unbinds_the_other_trigger_first():
    tenant = moved_to_unified()
    plan = plan_for(tenant, code=OURS, purpose=Purpose.REMOVE)
    assert resources(plan)[-2:] == [Resource.OLD_BINDING, Resource.OLD_SENDER]
    assert run(plan, tenant).complete
    assert tenant.dump()["actions"] == []


def test_what_could_not_be_read_is_not_overwritten():
    observed = detect(legacy(), DOMAIN, patient())
    for name in ("selected_provider", "legacy_templates"):
        blind = replace(observed, unknown=((name, "missing_scope: read:guardian_factors"),))
        with pytest.raises(ProblemError) as caught:
            make_plan(blind, wishes(ASKED, CODE))
        assert caught.value.problem.kind is ProblemKind.MISSING_SCOPE


def test_never_set_texts_become_the_defaults_again():
    tenant = legacy()
    receipt = run(plan_for(tenant), tenant)
    assert run(inverse(receipt), tenant).complete
    assert tenant.legacy_templates() == LegacyTemplates(
        "{{code}} is your verification code for {{tenant.friendly_name}}. "
        "Please enter this code to verify your enrollment.",
        "{{code}} is your verification code for {{tenant.friendly_name}}",
    )
    assert run(inverse(receipt), tenant).complete, "a second time, after a kill"


def test_a_draft_that_was_never_deployed_cannot_come_back_from_a_journal():
    tenant = with_foreign_sender(secrets=False)
    receipt = run(plan_for(tenant), tenant)
    assert not receipt.plan.changes[0].undo
    kept = replace(receipt, applied=tuple(map(without_code, receipt.applied)))
    back = inverse(kept)
    assert Resource.SENDER not in resources(back)
    assert run(back, tenant).complete
    assert tenant.actions(UNIFIED_TRIGGER)[0].deployed_code == "// theirs, running"


def test_a_half_made_rotation_goes_back_to_the_version_that_runs():
    tenant = fresh()
    done(tenant)
    wanted = tenant.dump()
    receipt = run(plan_for(tenant, code=OURS, purpose=Purpose.ROTATE), tenant)
    back = run(inverse(replace(receipt, applied=receipt.applied[:1])), tenant)
    assert back.complete, back.stopped_by
    assert tenant.writes[-1] == "deploy_version"
    assert tenant.dump() == wanted


def test_code_that_nobody_has_is_never_written():
    tenant = fresh()
    done(tenant)
    change = plan_for(tenant, code=OURS, purpose=Purpose.ROTATE).changes[0]
    assert isinstance(change.after, SenderState)
    blind = replace(change, after=replace(change.after, code=code_digest("// gone"), version=""))
    receipt = run(Plan(DOMAIN, (blind,)), tenant)
    assert receipt.stopped_by is not None
    assert receipt.stopped_by.kind is ProblemKind.NOT_FOUND


@pytest.mark.parametrize(
    ("before", "after", "actual", "written"),
    [
        (("A",), ("A", "Ours"), ("A", "B"), ("A", "B", "Ours")),
        (("A", "Ours"), ("A",), ("B", "Ours", "A"), ("B", "A")),
        (("Ours", "A"), ("A",), ("Ours", "A"), ("A",)),
        ((), ("Ours",), (), ("Ours",)),
    ],
)
def test_only_the_difference_is_written_onto_what_is_bound(before, after, actual, written):
    assert merged(before, after, actual) == written
