"""Taking back, also after a kill at any moment."""

from dataclasses import replace

import pytest
from tests.fakes.setup import (
    DOMAIN,
    STATES,
    already_on,
    fresh,
    legacy,
    plan_for,
    run,
    with_foreign_sender,
)
from tests.fakes.world import InMemoryJournal, KilledError

from textfactor.domain.history import RunRecord
from textfactor.domain.plan import Change, FactorState, Plan, Purpose, Receipt, Resource, TemplateState
from textfactor.domain.problems import Problem, ProblemKind, Service
from textfactor.domain.tenant import LEGACY_TRIGGER, UNIFIED_TRIGGER, ActionDraft
from textfactor.services.setup.undo import inverse, last_made

LOST = {
    Resource.PROVIDER: "provider",
    Resource.MESSAGE_TYPES: "types",
    Resource.LEGACY_TEMPLATES: "texts",
}


def restorable(tenant, made):
    """All that the plan promised to bring back: not the values of another's secrets in a draft."""
    dump = tenant.dump()
    kept = {change.resource for change in made.plan.changes if not change.undo}
    if Resource.SENDER in kept:
        dump["actions"] = [(action[0], action[4]) for action in dump["actions"]]
    for resource, name in LOST.items():
        if resource in kept:
            del dump[name]
    return dump


@pytest.mark.parametrize("state", STATES)
def test_apply_and_undo_leave_the_tenant_as_it_was(state):
    tenant = STATES[state]()
    receipt = run(plan_for(tenant), tenant)
    back = run(inverse(receipt), tenant)
    assert receipt.complete
    assert back.complete, back.stopped_by
    assert restorable(tenant, receipt) == restorable(STATES[state](), receipt)


def test_undo_can_be_undone():
    tenant = fresh()
    receipt = run(plan_for(tenant), tenant)
    wanted = tenant.dump()
    undone = run(inverse(receipt), tenant)
    again = run(inverse(undone), tenant)
    assert again.complete, again.stopped_by
    assert tenant.dump() == wanted


def test_the_inverse_names_its_requests():
    tenant = fresh()
    plan = inverse(run(plan_for(tenant), tenant))
    assert [(c.resource, c.method, c.path) for c in plan.changes] == [
        (Resource.POLICY, "PUT", "/guardian/policies"),
        (Resource.VERIFY_TEMPLATE, "DELETE", "/branding/phone/templates/…"),
        (Resource.ENROLL_TEMPLATE, "DELETE", "/branding/phone/templates/…"),
        (Resource.MESSAGE_TYPES, "PUT", "/guardian/factors/phone/message-types"),
        (Resource.FACTOR, "PUT", "/guardian/factors/sms"),
        (Resource.PROVIDER, "DELETE", "/branding/phone/providers/…"),
        (Resource.BINDING, "PATCH", "/actions/triggers/custom-phone-provider/bindings"),
        (Resource.SENDER, "DELETE", "/actions/actions/…"),
    ]
    redo = inverse(run(plan, tenant))
    assert redo.changes[0].method == "POST"
    assert redo.changes[0].path == "/actions/actions"


def test_the_inverse_deploys_the_old_version_again():
    tenant = with_foreign_sender()
    receipt = run(plan_for(tenant), tenant)
    plan = inverse(receipt)
    paths = {c.resource: (c.method, c.path) for c in plan.changes}
    assert paths[Resource.DEPLOYMENT] == ("POST", "/actions/actions/act_1/versions/ver_2/deploy")
    assert paths[Resource.SENDER] == ("PATCH", "/actions/actions/act_1")
    assert paths[Resource.PROVIDER] == ("PATCH", "/branding/phone/providers/pro_3")
    redo = {c.resource: c.path for c in inverse(run(plan, tenant)).changes}
    assert redo[Resource.DEPLOYMENT].startswith("/actions/actions/act_1/versions/ver_")


def test_what_somebody_made_as_wanted_is_not_taken_back():
    tenant = fresh()
    plan = plan_for(tenant)
    tenant.set_policies(("all-applications",))
    receipt = run(plan, tenant)
    assert receipt.complete
    back = inverse(receipt)
    assert Resource.POLICY not in {c.resource for c in back.changes}
    assert Resource.POLICY in back.unchanged
    run(back, tenant)
    assert tenant.policies() == ("all-applications",)


def test_an_action_that_auth0_bound_by_itself_is_fine_and_can_go():
    tenant = fresh()
    before = tenant.dump()
    tenant.binds_by_itself = True
    receipt = run(plan_for(tenant), tenant)
    assert receipt.complete
    assert "set_bindings" not in tenant.writes
    assert run(inverse(receipt), tenant).complete
    assert tenant.dump() == before


@pytest.mark.parametrize("gone", [Resource.SENDER, Resource.PROVIDER, Resource.VERIFY_TEMPLATE])
def test_what_was_to_go_and_went_by_itself_is_fine(gone):
    tenant, journal = fresh(), InMemoryJournal()
    plan = inverse(run(plan_for(tenant), tenant))
    only = replace(plan, changes=tuple(c for c in plan.changes if c.resource is gone))

    def vanish(kind: str) -> None:
        if kind == "writing":
            tenant._bound.clear()
            tenant._actions.clear()
            tenant._templates.clear()
            tenant._provider = None

    journal.meanwhile = vanish
    receipt = run(only, tenant, journal=journal)
    assert receipt.complete, receipt.stopped_by


@pytest.mark.parametrize("state", STATES)
def test_a_kill_at_any_note_can_be_taken_back_or_finished(state):
    for back in (True, False):
        kill_at = 0
        while True:
            tenant, journal = STATES[state](), InMemoryJournal(kill_at)
            before = STATES[state]()
            try:
                receipt = run(plan_for(tenant), tenant, journal=journal)
            except KilledError:
                receipt = None
            journal.kill_at = None
            if back:
                made = journal.last(DOMAIN)
                assert made is not None
                assert run(inverse(made), tenant).stopped_by is None
                assert restorable(tenant, made) == restorable(before, made), kill_at
            else:
                assert run(plan_for(tenant), tenant).complete
                assert not plan_for(tenant)
            if receipt is not None:
                break
            kill_at += 1
        assert kill_at >= 8


@pytest.mark.parametrize("state", STATES)
def test_a_killed_undo_can_be_finished(state):
    kill_at = 0
    while True:
        tenant, journal = STATES[state](), InMemoryJournal()
        receipt = run(plan_for(tenant), tenant)
        plan = inverse(receipt)
        journal.kill_at = kill_at
        try:
            done = run(plan, tenant, journal=journal)
        except KilledError:
            done = None
        again = run(plan, tenant)
        assert again.complete, (kill_at, again.stopped_by)
        assert restorable(tenant, receipt) == restorable(STATES[state](), receipt), kill_at
        if done is not None:
            break
        kill_at += 1


def test_undo_leaves_a_first_deployment_of_somebodys_action():
    tenant = fresh()
    draft = ActionDraft("Mine", UNIFIED_TRIGGER, "// mine", "node22", ())
    tenant.create_action(draft)
    before = tenant.dump()
    plan = plan_for(tenant)
    receipt = run(plan, tenant)
    back = inverse(receipt)
    assert Resource.DEPLOYMENT not in {c.resource for c in back.changes}
    assert run(back, tenant).complete
    after = tenant.dump()
    assert [a[:4] for a in after["actions"]] == [a[:4] for a in before["actions"]]
    assert after["bound"] == before["bound"]


def test_no_message_types_at_all_can_be_brought_back():
    tenant = already_on()
    receipt = run(plan_for(tenant), tenant)
    assert receipt.complete
    assert run(inverse(receipt), tenant).complete
    assert tenant.message_types() == ()


def test_the_inverse_of_a_receipt_from_a_journal_knows_defaults():
    plan = plan_for(fresh())
    receipt = Receipt(plan, tuple(c for c in plan.changes if c.resource is Resource.ENROLL_TEMPLATE))
    change = inverse(receipt).changes[0]
    assert isinstance(change.after, TemplateState)
    assert not change.after.edited
    assert change.method == "DELETE"


@pytest.mark.parametrize("bound", [True, False], ids=["ours is bound", "ours is not bound yet"])
def test_an_action_that_somebody_bound_since_does_not_bar_taking_back(bound):
    tenant = legacy()
    plan = plan_for(tenant)
    receipt = run(plan if bound else replace(plan, changes=plan.changes[:2]), tenant)
    receipt = replace(receipt, plan=plan)
    draft = ActionDraft("Theirs", LEGACY_TRIGGER, "// theirs", "node22", ())
    theirs = tenant.create_action(draft)
    tenant.deploy_action(theirs.id)
    ours = tuple(row.action_name for row in tenant.bindings(LEGACY_TRIGGER))
    tenant.set_bindings(LEGACY_TRIGGER, ("Theirs", *(name for name in ours if name != "Theirs")))
    back = run(inverse(receipt), tenant)
    assert back.complete, back.stopped_by
    assert [row.action_name for row in tenant.bindings(LEGACY_TRIGGER)] == ["Theirs"]
    assert [action.name for action in tenant.actions(LEGACY_TRIGGER)] == ["Theirs"]


def record(receipt: Receipt, number: int) -> RunRecord:
    return RunRecord(str(number), "ana", "2026-11-24T08:00:00Z", "", receipt)


def run_of(purpose: Purpose, *, takes_back: bool = False, done: int = 1) -> Receipt:
    changes = (
        Change(Resource.FACTOR, FactorState(False), FactorState(True), "PUT", "/guardian/factors/sms"),
    )
    plan = Plan("acme.example", changes, takes_back=takes_back, purpose=purpose)
    return Receipt(plan, changes[:done], None if done else Problem(ProblemKind.DRIFT, Service.AUTH0))


SET_UP, OFF = run_of(Purpose.SET_UP), run_of(Purpose.TURN_OFF)
BACK, HALF_BACK = run_of(Purpose.TURN_OFF, takes_back=True), run_of(Purpose.TURN_OFF, takes_back=True, done=0)
NOTHING = run_of(Purpose.SET_UP, done=0)


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ((), None),
        ((NOTHING,), None),
        ((SET_UP,), SET_UP),
        ((SET_UP, OFF), OFF),
        ((SET_UP, OFF, BACK), SET_UP),
        ((SET_UP, OFF, HALF_BACK), HALF_BACK),
        ((SET_UP, OFF, HALF_BACK, BACK), SET_UP),
        ((SET_UP, BACK), BACK),
        ((SET_UP, BACK, OFF), OFF),
        ((SET_UP, NOTHING), SET_UP),
        ((SET_UP, OFF, BACK, BACK), BACK),
    ],
)
def test_what_stands_is_taken_back_newest_first(runs, expected):
    assert last_made(record(one, number) for number, one in enumerate(runs)) is expected
