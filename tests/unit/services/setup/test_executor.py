"""Applying: order, drift, stops, lost answers, waiting."""

from dataclasses import replace

import pytest
from tests.fakes.setup import (
    DOMAIN,
    SECRETS,
    fresh,
    patient,
    plan_for,
    run,
    with_foreign_sender,
)
from tests.fakes.world import InMemoryJournal, PatientToken

from textfactor.domain.plan import Plan, Resource
from textfactor.domain.problems import ProblemKind
from textfactor.domain.secret import Secret
from textfactor.domain.tenant import SENDER_NAME, UNIFIED_TRIGGER, ActionDraft
from textfactor.services.context import CallContext, Doing
from textfactor.services.setup.executor import apply
from textfactor.services.setup.undo import inverse

WRITES = {
    Resource.SENDER: "create_action",
    Resource.DEPLOYMENT: "deploy_action",
    Resource.BINDING: "set_bindings",
    Resource.PROVIDER: "create_phone_provider",
    Resource.FACTOR: "set_factor",
    Resource.MESSAGE_TYPES: "set_message_types",
    Resource.ENROLL_TEMPLATE: "create_template",
    Resource.VERIFY_TEMPLATE: "create_template",
    Resource.POLICY: "set_policies",
}
ORDER = list(WRITES)
READS = {
    Resource.SENDER: "actions",
    Resource.BINDING: "bindings",
    Resource.PROVIDER: "phone_providers",
    Resource.POLICY: "policies",
}


def test_writes_happen_once_and_in_order():
    tenant = fresh()
    tenant.slow_reads = 3
    receipt = run(plan_for(tenant), tenant)
    assert receipt.complete
    assert receipt.stopped_by is None
    assert tenant.writes == list(WRITES.values())


def test_progress_says_where_it_is():
    tenant = fresh()
    seen = []
    run(plan_for(tenant), tenant, CallContext(seen.append, PatientToken()))
    assert [p.subject for p in seen if p.doing is Doing.WRITING] == [r.value for r in ORDER]
    assert {p.total for p in seen} == {9}
    assert [p.done for p in seen if p.doing is Doing.COMPARING] == list(range(9))
    assert [p.subject for p in seen if p.doing is Doing.BUILDING] == ["sender", "deployment"]


def test_the_tenant_gets_the_secrets_and_the_journal_does_not():
    tenant, journal = fresh(), InMemoryJournal()
    run(plan_for(tenant), tenant, journal=journal)
    assert dict(tenant.dump()["actions"][0][3]) == {n: s.reveal() for n, s in SECRETS.items()}
    assert not any(s.reveal() in repr(journal.notes) for n, s in SECRETS.items() if n.endswith("SECRET"))


@pytest.mark.parametrize(
    "resource",
    [
        Resource.SENDER,
        Resource.PROVIDER,
        Resource.ENROLL_TEMPLATE,
        Resource.VERIFY_TEMPLATE,
        Resource.POLICY,
    ],
)
def test_drift_stops_before_the_write(resource):
    tenant = fresh()
    plan = plan_for(tenant)
    moved = {
        Resource.SENDER: lambda: tenant.create_action(
            ActionDraft("Mine", UNIFIED_TRIGGER, "//", "node22", ())
        ),
        Resource.ENROLL_TEMPLATE: lambda: tenant.create_template(replace(tenant.templates()[1], text="Mine")),
        Resource.VERIFY_TEMPLATE: lambda: tenant.create_template(replace(tenant.templates()[0], text="Mine")),
        Resource.POLICY: lambda: tenant.set_policies(("confidence-score",)),
        Resource.PROVIDER: lambda: tenant.create_phone_provider("twilio", ("text",), disabled=False),
    }
    moved[resource]()
    receipt = run(plan, tenant)
    assert receipt.stopped_by is not None
    assert receipt.stopped_by.kind is ProblemKind.DRIFT
    assert receipt.stopped_by.detail == resource.value
    assert not receipt.complete
    assert [c.resource for c in receipt.applied] == ORDER[: ORDER.index(resource)]


@pytest.mark.parametrize("resource", ORDER)
@pytest.mark.parametrize(
    "kind",
    [
        ProblemKind.CONNECTION_LOST,
        ProblemKind.TIMED_OUT,
        ProblemKind.SERVICE_FAULT,
        ProblemKind.NOT_THE_SERVICE,
    ],
)
def test_a_lost_answer_is_looked_up_and_never_sent_again(resource, kind):
    tenant = fresh()
    plan = plan_for(tenant)
    if resource is not Resource.VERIFY_TEMPLATE:
        tenant.fail(WRITES[resource], kind, after=True)
    receipt = run(plan, tenant)
    assert receipt.complete, receipt.stopped_by
    assert tenant.writes == list(WRITES.values())


@pytest.mark.parametrize("resource", ORDER)
def test_a_write_that_did_not_happen_stops_with_its_own_problem(resource):
    tenant = fresh()
    plan = plan_for(tenant)
    tenant.fail(WRITES[resource], ProblemKind.CONNECTION_LOST)
    receipt = run(plan, tenant)
    assert receipt.stopped_by is not None
    assert receipt.stopped_by.kind is ProblemKind.CONNECTION_LOST
    first = next(r for r in ORDER if WRITES[r] == WRITES[resource])
    assert len(receipt.applied) == ORDER.index(first)


@pytest.mark.parametrize(
    ("how", "told"),
    [
        (ProblemKind.CONNECTION_LOST, ProblemKind.DRIFT),
        (ProblemKind.REFUSED, ProblemKind.REFUSED),
    ],
)
def test_a_third_state_after_a_failed_write(how, told):
    tenant = fresh()
    plan = plan_for(tenant)

    def overtake(method: str) -> None:
        if method == "set_policies":
            tenant._policies = ("confidence-score",)
            tenant.fail("set_policies", how)

    tenant.meanwhile = overtake
    receipt = run(plan, tenant)
    assert receipt.stopped_by is not None
    assert receipt.stopped_by.kind is told


@pytest.mark.parametrize("happened", [True, False])
@pytest.mark.parametrize("resource", READS)
def test_when_nobody_can_tell_undo_is_safe_either_way(resource, happened):
    tenant = fresh()
    before = tenant.dump()
    plan = plan_for(tenant)

    writer, reader = WRITES[resource], READS[resource]

    def cut_the_line(method: str) -> None:
        if method == writer:
            tenant.fail(writer, ProblemKind.TIMED_OUT, after=happened)
            tenant.fail(reader, ProblemKind.NO_NETWORK)

    tenant.meanwhile = cut_the_line
    receipt = run(plan, tenant)
    tenant.meanwhile = lambda _method: None
    assert receipt.stopped_by is not None
    assert receipt.stopped_by.kind is ProblemKind.TIMED_OUT
    assert not receipt.complete
    assert receipt.applied[-1].resource is resource
    tenant.faults.clear()
    assert run(inverse(receipt), tenant).stopped_by is None
    assert tenant.dump() == before


def test_a_refusal_that_cannot_be_looked_into_stays_a_refusal():
    tenant = fresh()
    plan = plan_for(tenant)

    def refuse_and_fall_silent(method: str) -> None:
        if method == "create_action":
            tenant.fail("create_action", ProblemKind.REFUSED, "no")
            tenant.fail("actions", ProblemKind.NO_NETWORK)

    tenant.meanwhile = refuse_and_fall_silent
    receipt = run(plan, tenant)
    assert receipt.applied == ()
    assert receipt.stopped_by is not None
    assert receipt.stopped_by.detail == "no"


def test_a_binding_that_is_refused_as_there_already_counts():
    tenant = fresh()
    plan = plan_for(tenant)

    def bound_meanwhile(method: str) -> None:
        if method == "set_bindings":
            tenant._bound = list(tenant._actions)
            tenant.fail("set_bindings", ProblemKind.REFUSED, "the action is already bound")

    tenant.meanwhile = bound_meanwhile
    assert run(plan, tenant).complete


@pytest.mark.parametrize("look", range(1, 19))
def test_a_stop_leaves_whole_steps_that_can_be_taken_back(look):
    tenant = fresh()
    before = tenant.dump()
    receipt = run(plan_for(tenant), tenant, CallContext(cancel=PatientToken(stop_at_look=look)))
    assert receipt.cancelled
    assert receipt.stopped_by is None
    assert len(receipt.applied) == len(tenant.writes) == (look - 1) // 2
    run(inverse(receipt), tenant)
    assert tenant.dump() == before


@pytest.mark.parametrize(("wait", "made"), [(1, 1), (3, 1), (6, 2)])
def test_a_stop_while_auth0_builds_is_heeded_and_counted(wait, made):
    tenant = fresh()
    before = tenant.dump()
    tenant.slow_reads = 5
    receipt = run(plan_for(tenant), tenant, CallContext(cancel=PatientToken(stop_at_wait=wait)))
    assert receipt.cancelled
    assert len(receipt.applied) == made
    tenant.slow_reads = 0
    run(inverse(receipt), tenant)
    assert tenant.dump() == before


def test_waiting_grows_and_ends():
    tenant = fresh()
    tenant.slow_reads = 100_000
    token = PatientToken()
    receipt = run(plan_for(tenant), tenant, CallContext(cancel=token))
    assert receipt.stopped_by is not None
    assert receipt.stopped_by.kind is ProblemKind.BUILD_TOO_SLOW
    assert token.waits[0] == 0.5
    assert token.waits == sorted(token.waits)
    assert token.waits[-1] == 2.0
    assert 118 <= sum(token.waits) <= 122


def test_a_build_that_fails_stops_and_can_be_taken_back():
    tenant = fresh()
    before = tenant.dump()
    tenant.fails_to_build = True
    receipt = run(plan_for(tenant), tenant)
    assert receipt.stopped_by is not None
    assert (receipt.stopped_by.kind, receipt.stopped_by.detail) == (ProblemKind.BUILD_FAILED, SENDER_NAME)
    assert [c.resource for c in receipt.applied] == [Resource.SENDER]
    run(inverse(receipt), tenant)
    assert tenant.dump() == before


def test_a_draft_from_an_earlier_run_is_waited_for():
    tenant = fresh()
    tenant.slow_reads = 8
    run(plan_for(tenant), tenant, CallContext(cancel=PatientToken(stop_at_wait=1)))
    receipt = run(plan_for(tenant), tenant)
    assert receipt.complete
    assert receipt.applied[0].resource is Resource.DEPLOYMENT


def test_an_action_that_goes_away_while_it_builds_is_drift():
    tenant = fresh()
    tenant.slow_reads = 5
    plan = plan_for(tenant)
    token = PatientToken()
    token.each_wait = lambda: tenant._actions.clear()
    receipt = run(plan, tenant, CallContext(cancel=token))
    assert receipt.stopped_by is not None
    assert receipt.stopped_by.kind is ProblemKind.NOT_FOUND


@pytest.mark.parametrize("gone", [Resource.SENDER, Resource.PROVIDER])
def test_what_goes_away_before_it_is_changed_is_drift(gone):
    tenant, journal = with_foreign_sender(), InMemoryJournal()
    plan = plan_for(tenant)
    only = replace(plan, changes=tuple(c for c in plan.changes if c.resource is gone))

    def vanish(kind: str) -> None:
        if kind == "writing":
            tenant._bound.clear()
            tenant._actions.clear()
            tenant._provider = None

    journal.meanwhile = vanish
    receipt = run(only, tenant, journal=journal)
    assert receipt.stopped_by is not None
    assert (receipt.stopped_by.kind, receipt.stopped_by.detail) == (ProblemKind.DRIFT, gone.value)


def test_missing_scopes_stop_before_the_first_write():
    tenant = fresh()
    granted = {"create:actions", "update:actions", "update:guardian_factors", "read:mfa_policies"}
    tenant.scopes = frozenset(granted)
    journal = InMemoryJournal()
    receipt = run(plan_for(tenant), tenant, journal=journal)
    assert receipt.stopped_by is not None
    assert receipt.stopped_by.kind is ProblemKind.MISSING_SCOPE
    assert receipt.stopped_by.detail == "create:phone_providers create:phone_templates update:mfa_policies"
    assert tenant.writes == []


def test_a_secret_that_is_not_there_stops_before_the_write():
    tenant = fresh()
    receipt = apply(plan_for(tenant), tenant, InMemoryJournal(), {"VONAGE_API_KEY": Secret("k")}, patient())
    assert receipt.stopped_by is not None
    assert receipt.stopped_by.kind is ProblemKind.SECRET_MISSING
    assert receipt.stopped_by.detail == "VONAGE_API_SECRET, VONAGE_FROM_NUMBER"
    assert tenant.writes == []


def test_a_code_change_alone_needs_no_secrets():
    tenant = fresh()
    run(plan_for(tenant), tenant)
    before = tenant.dump()["actions"][0][3]
    receipt = apply(plan_for(tenant, code="// newer"), tenant, InMemoryJournal(), {}, patient())
    assert receipt.complete
    assert tenant.dump()["actions"][0][3] == before


def test_the_same_code_is_deployed_again_for_other_secrets():
    tenant = fresh()
    run(plan_for(tenant), tenant)
    action = tenant.actions(UNIFIED_TRIGGER)[0]
    tenant.update_action(
        action.id, ActionDraft(action.name, action.trigger, action.code, "node22", (("A", "1"),))
    )
    tenant.deploy_action(action.id)
    tenant.calls.clear()
    receipt = run(plan_for(tenant), tenant)
    assert receipt.complete
    assert tenant.writes == ["update_action", "deploy_action"]


def test_an_empty_plan_asks_for_nothing():
    tenant = fresh()
    receipt = run(Plan(DOMAIN, ()), tenant)
    assert receipt.complete
    assert tenant.calls == []


@pytest.mark.parametrize("full_from", range(20))
def test_a_full_disk_stops_it(full_from):
    tenant, journal = fresh(), InMemoryJournal()
    plan = plan_for(tenant)
    journal.full_from = full_from
    if full_from == 0:
        with pytest.raises(Exception, match="file_failed"):
            run(plan, tenant, journal=journal)
        return
    receipt = run(plan, tenant, journal=journal)
    assert receipt.stopped_by is not None
    assert receipt.stopped_by.kind is ProblemKind.FILE_FAILED
    assert len(receipt.applied) == len(tenant.writes)
