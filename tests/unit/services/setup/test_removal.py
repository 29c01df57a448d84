"""A removal gives back what was there before us as the journal knows it, and leaves what is somebody else's."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.fakes.setup import (
    ASKED,
    CODE,
    DOMAIN,
    already_on,
    fresh,
    legacy,
    patient,
    plan_for,
    run,
    with_foreign_sender,
    with_old_action,
    with_twilio,
)
from tests.fakes.tenant import InMemoryTenant

from textfactor.adapters.journal_file import JournalFile
from textfactor.domain.answers import Answers, PolicyWish
from textfactor.domain.plan import (
    DeploymentState,
    FactorState,
    LegacyTemplatesState,
    Plan,
    PolicyState,
    Purpose,
    Resource,
)
from textfactor.domain.tenant import LEGACY_TRIGGER, UNIFIED_TRIGGER, ActionDraft, LegacyTemplates
from textfactor.services.ports import Journal
from textfactor.services.setup.detect import detect
from textfactor.services.setup.drift import check_drift
from textfactor.services.setup.made import made_by_us
from textfactor.services.setup.planner import make_plan
from textfactor.services.setup.undo import inverse, last_made
from textfactor.services.setup.vendor_texts import LEGACY_DEFAULTS
from textfactor.services.setup.wishes import wishes
from textfactor.words.plan_stays import stays_note

OTHER = "{{ code }} is what you type."


@pytest.fixture
def journal(tmp_path: Path) -> JournalFile:
    return JournalFile(tmp_path / "journal.jsonl")


def planned(
    tenant: InMemoryTenant,
    journal: Journal | None,
    purpose: Purpose = Purpose.REMOVE,
    answers: Answers = ASKED,
    replaces: tuple[str, ...] = (),
) -> Plan:
    made = () if journal is None else made_by_us(journal.history(DOMAIN))
    observed = detect(tenant, DOMAIN, patient(), purpose)
    return make_plan(observed, wishes(answers, CODE, replaces, made), purpose)


def carried_out(tenant: InMemoryTenant, journal: Journal, purpose: Purpose, **options) -> Plan:
    plan = planned(tenant, journal, purpose, **options)
    receipt = run(plan, tenant, journal=journal)
    assert receipt.complete, receipt.stopped_by
    return plan


def changes(plan: Plan) -> dict[Resource, object]:
    return {change.resource: change.after for change in plan.changes}


def told(plan: Plan) -> str:
    note = stays_note(plan)
    return "" if note is None else " ".join(one.english() for one in note[1])


def test_legacy_texts_go_back_to_the_earlier_ones(journal):
    tenant = with_old_action()
    before = tenant.legacy_templates()
    carried_out(tenant, journal, Purpose.SET_UP)
    carried_out(tenant, journal, Purpose.TEMPLATES, answers=replace(ASKED, verify_text=OTHER))
    plan = carried_out(tenant, journal, Purpose.REMOVE)
    assert tenant.legacy_templates() == before
    assert all(change.undo for change in plan.changes if change.resource is Resource.LEGACY_TEMPLATES)


def test_legacy_texts_that_were_never_set_or_are_on_no_record_become_the_vendors(journal):
    for known in (journal, None):
        tenant = legacy()
        run(planned(tenant, known, Purpose.SET_UP), tenant, journal=known)
        assert run(planned(tenant, known), tenant).complete
        assert tenant.legacy_templates() == LEGACY_DEFAULTS
        assert not planned(tenant, known)


def test_legacy_texts_of_somebody_else_stay_and_it_is_said_beforehand(journal):
    tenant = legacy()
    carried_out(tenant, journal, Purpose.SET_UP)
    assert told(planned(tenant, journal)) == ""
    tenant.set_legacy_templates(LegacyTemplates("Mine {{code}}", "Mine {{code}}"))
    plan = planned(tenant, journal)
    assert Resource.LEGACY_TEMPLATES not in changes(plan)
    assert "Both texts stay" in told(plan)


def test_an_action_that_a_run_took_off_the_trigger_is_bound_again(journal):
    tenant = with_old_action()
    first = tenant.dump()
    tenant.set_bindings(LEGACY_TRIGGER, ("Old SMS",))
    carried_out(tenant, journal, Purpose.SET_UP, replaces=("Old SMS",))
    assert [row.action_name for row in tenant.bindings(LEGACY_TRIGGER)] == ["Textfactor SMS sender"]
    plan = carried_out(tenant, journal, Purpose.REMOVE)
    assert tenant.dump() == first
    assert "The SMS factor stays on" in told(plan)
    last = last_made(journal.history(DOMAIN))
    assert last is not None
    assert run(inverse(last, (CODE,)), tenant, journal=journal).complete
    assert [row.action_name for row in tenant.bindings(LEGACY_TRIGGER)] == ["Textfactor SMS sender"]


def test_an_action_that_was_taken_off_comes_back_behind_those_bound_since(journal):
    tenant = with_old_action()
    carried_out(tenant, journal, Purpose.SET_UP, replaces=("Old SMS",))
    tenant.deploy_action(tenant.create_action(ActionDraft("Audit", LEGACY_TRIGGER, "//", "node22", ())).id)
    tenant.set_bindings(LEGACY_TRIGGER, ("Audit", "Textfactor SMS sender"))
    carried_out(tenant, journal, Purpose.REMOVE)
    assert [row.action_name for row in tenant.bindings(LEGACY_TRIGGER)] == ["Audit", "Old SMS"]


def test_an_action_that_was_taken_off_and_deleted_since_is_gone(journal):
    tenant = with_old_action()
    carried_out(tenant, journal, Purpose.SET_UP, replaces=("Old SMS",))
    tenant.delete_action(next(one.id for one in tenant.actions(LEGACY_TRIGGER) if one.name == "Old SMS"))
    plan = carried_out(tenant, journal, Purpose.REMOVE)
    assert tenant.bindings(LEGACY_TRIGGER) == ()
    assert changes(plan)[Resource.FACTOR] == FactorState(on=False)


def test_a_provider_that_was_selected_before_us_is_again_though_an_action_comes_back(journal):
    tenant = with_old_action()
    tenant.set_selected_provider("twilio")
    carried_out(tenant, journal, Purpose.SET_UP, replaces=("Old SMS",))
    carried_out(tenant, journal, Purpose.REMOVE)
    assert tenant.selected_provider() == "twilio"
    assert [row.action_name for row in tenant.bindings(LEGACY_TRIGGER)] == ["Old SMS"]


def test_texts_that_cannot_be_read_are_left(journal):
    tenant = legacy()
    carried_out(tenant, journal, Purpose.SET_UP)
    observed = replace(
        detect(tenant, DOMAIN, patient()), unknown=(("legacy_templates", "missing_scope: read"),)
    )
    plan = make_plan(observed, wishes(ASKED, CODE, made=made_by_us(journal.history(DOMAIN))), Purpose.REMOVE)
    assert Resource.LEGACY_TEMPLATES not in changes(plan)


def test_unified_texts_go_back_to_the_earlier_ones(journal):
    tenant = with_twilio()
    before = {one.type: one.text for one in tenant.templates()}
    carried_out(tenant, journal, Purpose.SET_UP)
    plan = carried_out(tenant, journal, Purpose.REMOVE)
    assert {one.type: one.text for one in tenant.templates()} == before
    methods = {change.resource: change.method for change in plan.changes}
    assert methods[Resource.VERIFY_TEMPLATE] == "PATCH"
    again = planned(tenant, journal)
    assert {Resource.VERIFY_TEMPLATE, Resource.ENROLL_TEMPLATE}.isdisjoint(changes(again))


@pytest.mark.parametrize("theirs", [{"voice": "Listen {{ code }}"}, {"sender": "ACME"}])
def test_a_voice_text_or_a_sender_that_came_since_is_not_dropped_along(journal, theirs):
    tenant = fresh()
    carried_out(tenant, journal, Purpose.SET_UP)
    written = next(one for one in tenant.templates() if one.type == "otp_enroll")
    tenant.update_template(replace(written, **theirs))
    plan = planned(tenant, journal)
    assert Resource.ENROLL_TEMPLATE not in changes(plan)
    assert Resource.VERIFY_TEMPLATE in changes(plan)
    assert "The enrolment text stays" in told(plan)


def test_unified_texts_of_somebody_else_stay_and_it_is_said(journal):
    tenant = fresh()
    carried_out(tenant, journal, Purpose.SET_UP)
    edited = next(one for one in tenant.templates() if one.type == "otp_enroll")
    tenant.update_template(replace(edited, text="theirs {{ code }}"))
    plan = planned(tenant, journal)
    assert Resource.ENROLL_TEMPLATE not in changes(plan)
    assert told(plan) == "The enrolment text stays: it is not as Textfactor wrote it."


@pytest.mark.parametrize("secrets", [True, False])
def test_an_action_that_was_taken_over_gets_its_own_code_back(journal, secrets):
    tenant = with_foreign_sender(secrets=secrets)
    tenant.set_factor("sms", on=True)
    before = tenant.dump()
    carried_out(tenant, journal, Purpose.SET_UP, answers=replace(ASKED, policy=PolicyWish.LEAVE))
    plan = carried_out(tenant, journal, Purpose.REMOVE)
    version = changes(plan)[Resource.DEPLOYMENT]
    assert isinstance(version, DeploymentState)
    action = tenant.actions(UNIFIED_TRIGGER)[0]
    assert (action.name, action.code, action.deployed_code) == (
        "Our texts",
        "// theirs, running",
        "// theirs, running",
    )
    after = tenant.dump()
    assert after["provider"] == before["provider"]
    assert after["factors"] == before["factors"], "it was on before us, and their code sends again"
    assert told(plan) == "The SMS factor stays on: somebody else's sender goes on sending codes."
    assert not planned(tenant, journal)
    last = last_made(journal.history(DOMAIN))
    assert last is not None
    back = run(inverse(last, (CODE,)), tenant, journal=journal)
    assert back.complete, back.stopped_by
    assert tenant.actions(UNIFIED_TRIGGER)[0].deployed_code == CODE


def test_a_factor_that_we_switched_on_goes_off_as_their_code_comes_back(journal):
    tenant = with_foreign_sender()
    carried_out(tenant, journal, Purpose.SET_UP)
    carried_out(tenant, journal, Purpose.REMOVE)
    assert not tenant.factors()["sms"]
    assert tenant.policies() == ()


@pytest.mark.parametrize("provider", ["none", "twilio"])
def test_a_custom_provider_that_was_not_there_before_goes_with_our_code(journal, provider):
    tenant = with_foreign_sender()
    tenant.delete_phone_provider(tenant.phone_providers()[0].id)
    if provider == "twilio":
        tenant.create_phone_provider("twilio", ("text",), disabled=False)
    carried_out(tenant, journal, Purpose.SET_UP)
    carried_out(tenant, journal, Purpose.REMOVE)
    assert tenant.phone_providers() == ()
    assert tenant.actions(UNIFIED_TRIGGER)[0].deployed_code == "// theirs, running"


def test_a_provider_that_somebody_changed_since_stays_as_their_code_comes_back(journal):
    tenant = with_foreign_sender()
    carried_out(tenant, journal, Purpose.SET_UP)
    found = tenant.phone_providers()[0]
    tenant.update_phone_provider(found.id, "custom", ("text", "voice"), disabled=False)
    assert Resource.PROVIDER not in changes(planned(tenant, journal))


def test_without_a_record_our_code_stays_in_their_action_and_it_is_said(journal):
    tenant = with_foreign_sender()
    carried_out(tenant, journal, Purpose.SET_UP)
    plan = planned(tenant, None)
    assert {Resource.DEPLOYMENT, Resource.SENDER, Resource.PROVIDER}.isdisjoint(changes(plan))
    assert "“Our texts” keeps our code and secrets" in told(plan)
    assert told(replace(plan, takes_back=True)) == ""
    assert told(replace(plan, purpose=Purpose.TURN_OFF)) == ""


def test_a_draft_that_somebody_began_since_is_not_carried_off(journal):
    tenant = with_foreign_sender()
    carried_out(tenant, journal, Purpose.SET_UP)
    found = tenant.actions(UNIFIED_TRIGGER)[0]
    tenant.update_action(found.id, ActionDraft(found.name, UNIFIED_TRIGGER, "// begun", "node22", None))
    plan = planned(tenant, journal)
    assert Resource.DEPLOYMENT not in changes(plan)
    assert "keeps our code" in told(plan)


def test_what_runs_and_was_not_left_by_us_is_not_replaced(journal):
    tenant = with_foreign_sender()
    carried_out(tenant, journal, Purpose.SET_UP)
    found = tenant.actions(UNIFIED_TRIGGER)[0]
    newer = f"{CODE}\n// put there from another computer"
    tenant.update_action(found.id, ActionDraft(found.name, UNIFIED_TRIGGER, newer, "node22", None))
    tenant.deploy_action(found.id)
    tenant.action(found.id)
    assert Resource.DEPLOYMENT not in changes(planned(tenant, journal))


def test_our_own_older_code_is_not_taken_for_theirs(journal, tmp_path):
    tenant = with_foreign_sender()
    carried_out(tenant, JournalFile(tmp_path / "another computer's"), Purpose.SET_UP)
    found = tenant.actions(UNIFIED_TRIGGER)[0]
    older = f"{CODE}\n// older"
    tenant.update_action(found.id, ActionDraft(found.name, UNIFIED_TRIGGER, older, "node22", None))
    tenant.deploy_action(found.id)
    tenant.action(found.id)
    carried_out(tenant, journal, Purpose.SET_UP)
    assert Resource.DEPLOYMENT not in changes(planned(tenant, journal))


def test_an_action_that_was_never_deployed_keeps_our_code(journal):
    tenant = fresh()
    tenant.create_action(ActionDraft("Mine", UNIFIED_TRIGGER, "// mine", "node22", ()))
    carried_out(tenant, journal, Purpose.SET_UP)
    plan = planned(tenant, journal)
    assert Resource.DEPLOYMENT not in changes(plan)
    assert "“Mine” keeps our code" in told(plan)


@pytest.mark.parametrize("make", [fresh, legacy])
def test_a_policy_that_we_set_goes_back_first_and_any_other_stays(journal, make):
    tenant = make()
    carried_out(tenant, journal, Purpose.SET_UP)
    plan = planned(tenant, journal)
    assert plan.changes[0].resource is Resource.POLICY
    assert plan.changes[0].after == PolicyState(())
    assert Resource.POLICY not in changes(planned(tenant, None)), "no record, so it may be somebody's"
    tenant.set_policies(("confidence-score",))
    assert Resource.POLICY not in changes(planned(tenant, journal))


def test_the_legacy_provider_goes_back_to_the_one_there_was(journal):
    tenant = legacy()
    tenant.set_selected_provider("twilio")
    carried_out(tenant, journal, Purpose.SET_UP)
    carried_out(tenant, journal, Purpose.REMOVE)
    assert tenant.selected_provider() == "twilio"


def test_what_somebody_wrote_between_two_runs_is_what_was_there_before(journal):
    tenant = legacy()
    carried_out(tenant, journal, Purpose.SET_UP)
    mine = LegacyTemplates("Mine {{code}}", "Mine {{code}}")
    tenant.set_legacy_templates(mine)
    carried_out(tenant, journal, Purpose.SET_UP)
    plan = planned(tenant, journal)
    assert changes(plan)[Resource.LEGACY_TEMPLATES] == LegacyTemplatesState(
        mine.enrollment, mine.verification
    )


def test_a_run_that_was_taken_back_has_left_nothing(journal):
    tenant = already_on()
    carried_out(tenant, journal, Purpose.SET_UP)
    last = last_made(journal.history(DOMAIN))
    assert last is not None
    run(inverse(last, (CODE,)), tenant, journal=journal)
    assert made_by_us(journal.history(DOMAIN)) == ()


def test_a_second_rotation_does_not_hide_what_was_there_before_the_first(journal):
    tenant = with_foreign_sender()
    carried_out(tenant, journal, Purpose.SET_UP)
    carried_out(tenant, journal, Purpose.ROTATE)
    carried_out(tenant, journal, Purpose.REMOVE)
    assert tenant.actions(UNIFIED_TRIGGER)[0].deployed_code == "// theirs, running"


@pytest.mark.parametrize("make", [fresh, legacy])
def test_how_codes_were_delivered_is_given_back_before_the_factor_goes_off(journal, make):
    tenant = make()
    carried_out(tenant, journal, Purpose.SET_UP)
    plan = carried_out(tenant, journal, Purpose.REMOVE)
    order = [one.resource for one in plan.changes]
    assert order.index(Resource.MESSAGE_TYPES) < order.index(Resource.FACTOR)
    assert tenant.message_types() == ()


def test_without_a_record_how_codes_are_delivered_stays(journal):
    tenant = fresh()
    run(plan_for(tenant), tenant)
    plan = carried_out(tenant, journal, Purpose.REMOVE)
    assert Resource.MESSAGE_TYPES not in {one.resource for one in plan.changes}
    assert Resource.MESSAGE_TYPES in plan.unchanged


def test_a_removal_names_nothing_as_left_that_is_not_there_and_is_no_drift_afterwards(journal):
    tenant = fresh()
    carried_out(tenant, journal, Purpose.SET_UP)
    plan = carried_out(tenant, journal, Purpose.REMOVE)
    assert not {Resource.DEPLOYMENT, Resource.OLD_SENDER, Resource.OLD_BINDING} & set(plan.unchanged)
    last = journal.last(DOMAIN)
    assert last is not None
    assert check_drift(last, detect(tenant, DOMAIN, patient())) == ()
