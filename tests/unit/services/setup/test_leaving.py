"""Taking back goes on past what somebody has changed since, leaves that alone, and what it would be unsafe without."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.fakes.setup import (
    CODE,
    DOMAIN,
    SECRETS,
    already_on,
    fresh,
    legacy,
    plan_for,
    run,
    with_foreign_sender,
    with_old_action,
)
from tests.fakes.tenant import InMemoryTenant
from tests.fakes.world import InMemoryJournal

from textfactor.adapters.journal_file import JournalFile
from textfactor.domain.plan import Purpose, Receipt, Resource
from textfactor.domain.problems import ProblemKind
from textfactor.domain.tenant import LEGACY_TRIGGER, UNIFIED_TRIGGER, ActionDraft, LegacyTemplates
from textfactor.services.setup.undo import inverse, last_made

VALUES = tuple((name, value.reveal()) for name, value in SECRETS.items())
OURS = ActionDraft("Textfactor SMS sender", UNIFIED_TRIGGER, CODE, "node22", VALUES)


def edit_text(tenant: InMemoryTenant, kind: str, said: str) -> None:
    found = next(one for one in tenant.templates() if one.type == kind)
    tenant.update_template(replace(found, text=said))


def edit_draft(tenant: InMemoryTenant, trigger: str, code: str) -> None:
    found = tenant.actions(trigger)[0]
    tenant.update_action(found.id, ActionDraft(found.name, trigger, code, found.runtime, None))


def undone(receipt: Receipt, tenant: InMemoryTenant) -> Receipt:
    return run(inverse(receipt), tenant)


def test_an_edited_text_stays_and_all_else_is_taken_back():
    tenant = fresh()
    first = tenant.dump()
    made = run(plan_for(tenant), tenant)
    edit_text(tenant, "otp_verify", "theirs {{ code }}")
    back = undone(made, tenant)
    assert back.left == (Resource.VERIFY_TEMPLATE,)
    assert back.complete
    assert back.stopped_by is None
    after = tenant.dump()
    assert {kind: parts[0] for kind, parts in after.pop("templates").items()} == {
        "otp_verify": "theirs {{ code }}"
    }
    assert after == {name: value for name, value in first.items() if name != "templates"}


@pytest.mark.parametrize("theirs", [{"voice": "Listen {{ code }}"}, {"sender": "ACME"}])
def test_a_voice_text_or_a_sender_that_came_since_is_not_dropped_along(theirs):
    tenant = fresh()
    made = run(plan_for(tenant), tenant)
    found = next(one for one in tenant.templates() if one.type == "otp_verify")
    tenant.update_template(replace(found, **theirs))
    back = undone(made, tenant)
    assert back.left == (Resource.VERIFY_TEMPLATE,)
    assert list(tenant.dump()["templates"]) == ["otp_verify"]


def test_a_run_of_an_earlier_version_noted_no_voice_text(tmp_path):
    tenant = fresh()
    journal = JournalFile(tmp_path / "j.jsonl")
    run(plan_for(tenant), tenant, journal=journal)
    noted = (tmp_path / "j.jsonl").read_text(encoding="utf-8")
    (tmp_path / "j.jsonl").write_text(noted.replace('"beside":', '"unheard":'), encoding="utf-8")
    last = last_made(journal.history(DOMAIN))
    assert last is not None
    assert undone(last, tenant).complete
    assert tenant.dump()["templates"] == {}


def test_edited_legacy_texts_and_an_edited_policy_stay():
    tenant = with_old_action()
    tenant.set_policies(())
    made = run(plan_for(tenant), tenant)
    tenant.set_legacy_templates(LegacyTemplates("Mine {{code}}", "Mine {{code}}"))
    tenant.set_policies(("confidence-score",))
    back = undone(made, tenant)
    assert back.left == (Resource.POLICY, Resource.LEGACY_TEMPLATES)
    assert tenant.policies() == ("confidence-score",)
    assert tenant.legacy_templates() == LegacyTemplates("Mine {{code}}", "Mine {{code}}")
    assert [row.action_name for row in tenant.bindings(LEGACY_TRIGGER)] == ["Old SMS"]


def test_under_a_changed_provider_our_action_stays_bound():
    tenant = already_on()
    made = run(plan_for(tenant), tenant)
    provider = tenant.phone_providers()[0]
    tenant.update_phone_provider(provider.id, "custom", ("text", "voice"), disabled=False)
    back = undone(made, tenant)
    assert {Resource.PROVIDER, Resource.BINDING, Resource.SENDER} <= set(back.left)
    assert tenant.factors()["sms"], "it was on before us, so its codes still have to go out"
    assert [row.action_name for row in tenant.bindings(UNIFIED_TRIGGER)] == ["Textfactor SMS sender"]
    assert tenant.dump()["templates"] == {}


def test_what_others_call_their_binding_stays():
    tenant = with_old_action()
    tenant.set_bindings(LEGACY_TRIGGER, ("Old SMS",), {"Old SMS": "Do not touch"})
    made = run(plan_for(tenant), tenant)
    shown = [row.shown_as for row in tenant.bindings(LEGACY_TRIGGER)]
    assert shown == ["Do not touch", "Textfactor SMS sender"]
    undone(made, tenant)
    assert [row.shown_as for row in tenant.bindings(LEGACY_TRIGGER)] == ["Do not touch"]


def test_an_edited_draft_is_not_carried_off_by_the_earlier_version():
    tenant = with_foreign_sender()
    made = run(plan_for(tenant), tenant)
    edit_draft(tenant, UNIFIED_TRIGGER, "// their fix, begun")
    tenant.calls.clear()
    back = undone(made, tenant)
    assert back.left == (Resource.DEPLOYMENT, Resource.SENDER)
    assert "deploy_version" not in tenant.writes
    action = tenant.actions(UNIFIED_TRIGGER)[0]
    assert (action.code, action.deployed_code) == ("// their fix, begun", CODE)


def test_our_own_edited_action_stays_and_the_rest_goes():
    tenant = fresh()
    made = run(plan_for(tenant), tenant)
    edit_draft(tenant, UNIFIED_TRIGGER, f"{CODE}\n// their fix")
    back = undone(made, tenant)
    assert back.left == (Resource.SENDER,)
    dump = tenant.dump()
    assert (dump["bound"], dump["provider"], dump["templates"]) == ([], None, {})
    assert [action[1] for action in dump["actions"]] == [f"{CODE}\n// their fix"]


def test_codes_are_not_asked_for_again_where_the_sender_cannot_be_made_again():
    tenant = fresh()
    run(plan_for(tenant), tenant)
    removal = run(plan_for(tenant, purpose=Purpose.REMOVE), tenant)
    assert removal.complete
    tenant.create_action(ActionDraft("Theirs", UNIFIED_TRIGGER, "// theirs", "node22", ()))
    back = run(inverse(removal, (CODE,)), tenant)
    assert {Resource.SENDER, Resource.BINDING, Resource.PROVIDER, Resource.FACTOR} <= set(back.left)
    assert not tenant.factors()["sms"]
    assert tenant.phone_providers() == ()
    assert len(tenant.dump()["templates"]) == 2, "the texts rest on nothing"


def test_making_something_still_stops_at_the_first_difference():
    tenant = fresh()
    plan = plan_for(tenant)
    tenant.create_template(replace(tenant.templates()[0], text="Mine"))
    receipt = run(plan, tenant)
    assert receipt.stopped_by is not None
    assert receipt.stopped_by.kind is ProblemKind.DRIFT
    assert receipt.left == ()


def test_a_removal_does_not_carry_off_a_draft_that_was_begun_after_the_plan():
    tenant = with_foreign_sender()
    made = run(plan_for(tenant), tenant)
    plan = replace(inverse(made), takes_back=False)
    edit_draft(tenant, UNIFIED_TRIGGER, "// their fix, begun")
    receipt = run(plan, tenant)
    assert receipt.stopped_by is not None
    assert receipt.stopped_by.kind is ProblemKind.DRIFT
    assert tenant.actions(UNIFIED_TRIGGER)[0].code == "// their fix, begun"


@pytest.mark.parametrize("kept", ["in memory", "in a file"])
def test_an_undo_that_left_something_is_done_and_the_next_one_goes_further_back(kept, tmp_path: Path):
    tenant = legacy()
    journal = InMemoryJournal() if kept == "in memory" else JournalFile(tmp_path / "journal.jsonl")
    run(plan_for(tenant), tenant, journal=journal)
    run(plan_for(tenant, purpose=Purpose.TURN_OFF), tenant, journal=journal)
    turned_on = run(plan_for(tenant, purpose=Purpose.TURN_ON), tenant, journal=journal)
    assert turned_on.complete
    tenant.set_legacy_templates(LegacyTemplates("Mine {{code}}", "Mine {{code}}"))
    for purpose, left in (
        (Purpose.TURN_ON, ()),
        (Purpose.TURN_OFF, ()),
        (Purpose.SET_UP, (Resource.LEGACY_TEMPLATES,)),
    ):
        last = last_made(journal.history(DOMAIN))
        assert last is not None
        assert last.plan.purpose is purpose
        assert run(inverse(last, (CODE,)), tenant, journal=journal).left == left
    ended = last_made(journal.history(DOMAIN))
    assert ended is not None
    assert ended.plan.takes_back
    assert ended.left == (Resource.LEGACY_TEMPLATES,)
    assert ended.complete
    assert tenant.dump()["actions"] == []


@pytest.mark.parametrize("kept", ["in memory", "in a file"])
def test_a_version_that_an_undo_deployed_again_is_nobody_elses(kept, tmp_path: Path):
    tenant = with_foreign_sender()
    tenant.deploy_action(tenant.actions(UNIFIED_TRIGGER)[0].id)
    assert tenant.actions(UNIFIED_TRIGGER)[0].all_changes_deployed
    first = tenant.dump()
    journal = InMemoryJournal() if kept == "in memory" else JournalFile(tmp_path / "journal.jsonl")
    for purpose in (Purpose.SET_UP, Purpose.ROTATE, Purpose.TURN_OFF, Purpose.TURN_ON, Purpose.ROTATE):
        assert run(plan_for(tenant, purpose=purpose), tenant, journal=journal).complete
    for _run in range(5):
        last = last_made(journal.history(DOMAIN))
        assert last is not None
        back = run(inverse(last, (CODE,)), tenant, journal=journal)
        assert (back.complete, back.left) == (True, ())
    assert tenant.dump() == first


@pytest.mark.parametrize(
    ("writer", "land"),
    [
        ("set_factor", lambda tenant: tenant.set_factor("sms", on=True)),
        ("create_action", lambda tenant: tenant.create_action(OURS)),
        ("set_factor", lambda _tenant: None),
    ],
)
def test_a_write_that_lands_after_the_run_gave_it_up_is_taken_back(writer, land, tmp_path: Path):
    tenant = fresh()
    first = tenant.dump()
    journal = JournalFile(tmp_path / "journal.jsonl")
    tenant.fail(writer, ProblemKind.TIMED_OUT)
    stopped = run(plan_for(tenant), tenant, journal=journal)
    assert stopped.stopped_by is not None
    land(tenant)
    last = last_made(journal.history(DOMAIN))
    assert last is not None
    assert undone(last, tenant).complete
    assert tenant.dump() == first
