"""How a set-up stands at a glance, and what the answers are after a run."""

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
    with_old_action,
    with_twilio,
)

from textfactor.domain.answers import Answers
from textfactor.domain.plan import Plan, Purpose, Receipt, Resource
from textfactor.domain.tenant import LEGACY_TRIGGER, UNIFIED_TRIGGER
from textfactor.services.setup.detect import detect
from textfactor.services.setup.drift import DriftFact, check_drift
from textfactor.services.setup.kept_wishes import answers_after
from textfactor.services.setup.standing import (
    Verdict,
    has_leftovers,
    judge,
    old_actions,
    purpose_meant,
    rivals,
)
from textfactor.services.setup.undo import inverse


def seen(tenant):
    return detect(tenant, DOMAIN, patient())


def ready(make=fresh):
    tenant = make()
    return tenant, run(plan_for(tenant), tenant)


@pytest.mark.parametrize("make", [fresh, legacy])
def test_codes_go_out_after_a_set_up(make):
    tenant, receipt = ready(make)
    observed = seen(tenant)
    assert judge(observed, check_drift(receipt, observed)) is Verdict.SENDS


@pytest.mark.parametrize("make", [fresh, with_twilio, with_old_action])
def test_without_our_code_nothing_of_ours_is_there(make):
    assert judge(seen(make())) is Verdict.ABSENT


def test_with_the_factor_off_the_rest_does_not_matter():
    tenant, _receipt = ready()
    tenant.set_bindings(UNIFIED_TRIGGER, ())
    tenant.set_factor("sms", on=False)
    assert judge(seen(tenant)) is Verdict.OFF


def unbind(tenant):
    tenant.set_bindings(UNIFIED_TRIGGER, ())


def disable(tenant):
    (provider,) = tenant.phone_providers()
    tenant.update_phone_provider(provider.id, provider.name, provider.methods, disabled=True)


def drop_provider(tenant):
    (provider,) = tenant.phone_providers()
    tenant.delete_phone_provider(provider.id)


@pytest.mark.parametrize("breaking", [unbind, disable, drop_provider])
def test_what_is_missing_between_auth0_and_the_sender_breaks_it(breaking):
    tenant, _receipt = ready()
    breaking(tenant)
    assert judge(seen(tenant)) is Verdict.BROKEN


def test_another_selected_provider_breaks_the_legacy_path_and_an_unknown_one_leaves_it_unsure():
    tenant, _receipt = ready(legacy)
    observed = seen(tenant)
    assert judge(replace(observed, selected_provider="twilio")) is Verdict.BROKEN
    assert judge(replace(observed, selected_provider=None)) is Verdict.UNSURE


def test_drift_differs():
    tenant, receipt = ready()
    tenant.set_policies(())
    observed = seen(tenant)
    drift = check_drift(receipt, observed)
    assert all(isinstance(one, DriftFact) for one in drift)
    assert judge(observed, drift) is Verdict.DIFFERS


def test_who_else_sends_and_what_is_left_over_is_named():
    tenant, _receipt = ready(with_old_action)
    observed = seen(tenant)
    assert rivals(observed) == ("Old SMS",)
    assert old_actions(observed) == ()
    assert judge(observed) is Verdict.TWICE
    assert has_leftovers(observed), "a Hook is on"
    tenant.on_unified_path = tenant.unified = True
    moved = seen(tenant)
    assert rivals(moved) == ()
    assert old_actions(moved) == ("Old SMS",)
    assert has_leftovers(replace(moved, hooks=())), "an Action on the other trigger"
    assert [row.action_name for row in tenant.bindings(LEGACY_TRIGGER)] == [
        "Old SMS",
        "Textfactor SMS sender",
    ]
    assert not has_leftovers(seen(fresh()))


@pytest.mark.parametrize(
    ("purpose", "back", "meant"),
    [
        (Purpose.SET_UP, False, Purpose.SET_UP),
        (Purpose.SET_UP, True, None),
        (Purpose.MOVE, False, Purpose.MOVE),
        (Purpose.MOVE, True, None),
        (Purpose.REMOVE, False, Purpose.REMOVE),
        (Purpose.REMOVE, True, Purpose.SET_UP),
        (Purpose.TURN_OFF, False, Purpose.SET_UP),
        (Purpose.TURN_OFF, True, Purpose.SET_UP),
    ],
)
def test_what_differs_is_set_right_as_it_was_meant(purpose, back, meant):
    assert purpose_meant(Receipt(Plan(DOMAIN, (), takes_back=back, purpose=purpose), ())) is meant


# ---------------------------------------------------------------- the answers after a run


def after(tenant, purpose, answers):
    receipt = run(plan_for(tenant, answers, purpose=purpose), tenant)
    return answers_after(answers, receipt), receipt


def test_off_and_on_are_wishes_and_so_is_taking_them_back():
    tenant, _receipt = ready()
    off, receipt = after(tenant, Purpose.TURN_OFF, ASKED)
    assert not off.factor_on
    back = run(replace(inverse(receipt, (CODE,))), tenant)
    assert answers_after(off, back).factor_on
    on, _receipt = after(tenant, Purpose.TURN_ON, off)
    assert on.factor_on == off.factor_on, "it was on again, so nothing was written"


@pytest.mark.parametrize("make", [fresh, legacy])
def test_texts_that_were_written_are_the_wished_ones(make):
    tenant, _receipt = ready(make)
    wished = replace(ASKED, enroll_text="E {{ code }}", verify_text="V {{ code }}")
    receipt = run(plan_for(tenant, wished, purpose=Purpose.TEMPLATES), tenant)
    known = answers_after(ASKED, receipt)
    assert (known.enroll_text, known.verify_text) == ("E {{ code }}", "V {{ code }}")


def test_a_set_up_is_applied_and_one_that_was_taken_back_is_not():
    tenant = fresh()
    known, receipt = after(tenant, Purpose.SET_UP, ASKED)
    assert known.applied
    assert known.factor_on
    back = answers_after(known, run(inverse(receipt, (CODE,)), tenant))
    assert not back.applied
    assert back.factor_on, "the wish stays"


def test_a_removal_is_no_set_up_and_taking_it_back_is_one():
    tenant, _receipt = ready()
    known = replace(ASKED, applied=True)
    gone, receipt = after(tenant, Purpose.REMOVE, known)
    assert not gone.applied
    assert answers_after(gone, run(inverse(receipt, (CODE,)), tenant)).applied


def test_a_run_that_stopped_and_a_new_secret_change_no_answer():
    tenant, _receipt = ready()
    plan = plan_for(tenant, purpose=Purpose.REMOVE)
    known = replace(Answers(), applied=True)
    assert answers_after(known, Receipt(plan, ())) == known
    rotation = run(plan_for(tenant, purpose=Purpose.ROTATE), tenant)
    assert answers_after(known, rotation) == known


def test_a_sender_on_a_trigger_that_is_not_asked_any_more_is_stranded():
    tenant = moved_to_unified()
    assert judge(seen(tenant)) is Verdict.STRANDED
    run(plan_for(tenant, purpose=Purpose.MOVE), tenant)
    assert judge(seen(tenant)) is Verdict.SENDS
    gone = moved_to_unified()
    plan = plan_for(gone, purpose=Purpose.REMOVE)
    assert {Resource.OLD_BINDING, Resource.OLD_SENDER} <= {one.resource for one in plan.changes}
    run(plan, gone)
    assert judge(seen(gone)) is Verdict.ABSENT
