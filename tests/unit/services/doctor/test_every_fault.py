"""Each fault of the practice world that can be seen without a message turns the right finding."""

from typing import Any

import pytest
from tests.fakes.setup import DOMAIN, patient, run
from tests.support.knowledge import known
from tests.unit.services.doctor.hospital import by_id, check, code_for, ward, worries

from textfactor.domain.answers import Answers, PolicyWish, TenantPath
from textfactor.domain.findings import FindingStatus
from textfactor.domain.plan import Purpose
from textfactor.domain.tenant import ActionDraft
from textfactor.practice import fault_catalogue
from textfactor.services.doctor.patient import Examination
from textfactor.services.setup.detect import detect
from textfactor.services.setup.planner import make_plan
from textfactor.services.setup.wishes import wishes
from textfactor.words.doctor import rows_of

SEEN = {
    "wrong_secret": "vonage.credentials",
    "auth_401": "vonage.credentials",
    "ip_refused": "vonage.credentials",
    "no_credit": "vonage.balance",
    "no_numbers": "vonage.numbers",
    "wrong_client_secret": "auth0.access",
    "client_not_authorized": "auth0.access",
    "grant_not_allowed": "auth0.access",
    "missing_scope": "auth0.scopes",
    "token_expired": "auth0.access",
    "auth0_429": "auth0.rate_limits",
    "factor_off": "auth0.factor",
    "nobody_asks": "auth0.asks",
    "no_message_types": "auth0.message_types",
    "provider_missing": "auth0.provider",
    "provider_disabled": "auth0.provider",
    "twilio_selected": "auth0.provider",
    "voice_only": "auth0.provider",
    "action_not_deployed": "auth0.action.deployed",
    "draft_newer": "auth0.action.deployed",
    "secret_missing": "auth0.secrets",
    "wrong_trigger": "auth0.action.exists",
    "action_unbound": "auth0.action.bound",
    "template_without_code": "auth0.templates",
    "legacy_variable": "auth0.templates",
    "template_disabled": "auth0.templates",
}
"""By fault, the finding that has to fail or warn."""
BY_LOGIN = {
    "action_throws": "auth0.log",
    "action_times_out": "auth0.log",
    "action_drops": "auth0.log",
    "user_limit": "auth0.rate_limits",
}
"""These are to be seen in the log after somebody tried to log in."""
ON_THE_WAY = (
    "server_error", "bad_gateway", "unavailable", "html_answer", "empty_answer", "drop_before_read",
    "drop_after_read", "proxy_login", "captive_portal", "tls_untrusted", "tls_expired", "tls_wrong_name",
)  # fmt: skip
WITH_A_BUILD = ("build_fails", "build_stuck")
ELSEWHERE = {
    # Only a message shows them, and the doctor sends none.
    "signature_required", "http_not_enabled", "account_suspended", "throttled", "trial",
    "trial_rejected_later", "pricing_throttled", "reports_refused", "http_429",
    "action_ignores_answer", "retries_run", "two_codes", "code_expires", "sms_pumping",
    # Only a write meets the plan's gate, and an account that rents numbers has no sign of a trial.
    "plan_gate", "trial_account",
    # A legacy tenant has it, and a test of its own.
    "unified_gate",
    # These only take time, or are in the addresses themselves.
    "slow", "no_answer", "name_not_found", "connection_refused", "truncated_json",
}  # fmt: skip

ALWAYS = Answers(domain=DOMAIN, policy=PolicyWish.ALWAYS)


def set_up(who) -> None:
    tenant = who.workspace.the_tenant
    observed = detect(tenant, who.tenant.domain, patient())
    wish = wishes(ALWAYS, code_for(TenantPath.UNIFIED), ())
    receipt = run(make_plan(observed, wish, Purpose.SET_UP), tenant, journal=who.workspace.journal)
    assert receipt.complete, receipt.stopped_by


def read_all(seen: Examination) -> None:
    """Every finding has words, each a sentence of its own; who warns says what to do."""
    for row in rows_of(seen.findings, known):
        meaning = row.told.meaning.english()
        assert not meaning[:1].islower() or meaning.startswith("node"), (row.finding, meaning)
        assert "{" not in meaning.replace("{{", "").replace("}}", ""), (row.finding, meaning)
        if row.finding.status in (FindingStatus.FAIL, FindingStatus.WARNING):
            assert row.told.next, (row.finding, meaning)


def test_every_fault_of_tenant_and_account_turns_its_finding():
    wrong: dict[str, set[str]] = {}
    with ward() as (who, control, admit):
        set_up(who)
        before = worries(check(admit()))
        assert before <= {"auth0.protection"}  # the practice tenant starts without it
        for fault, finding in SEEN.items():
            control.switch_on(fault)
            seen = check(admit())
            read_all(seen)
            if finding not in worries(seen):
                wrong[fault] = worries(seen)
            control.clear_faults()
        after = worries(check(admit()))
    assert wrong == {}
    assert after - before == {"auth0.rate_limits"}  # the log still tells of auth0_429


@pytest.mark.parametrize("fault", ON_THE_WAY)
def test_what_is_wrong_on_the_way_is_no_fault_of_the_tenant(fault):
    with ward() as (_who, control, admit):
        control.switch_on(fault, service="auth0")
        control.switch_on(fault, service="vonage")
        seen = by_id(check(admit()))
    assert seen["auth0.reach"].status is FindingStatus.FAIL
    assert seen["vonage.reach"].status is FindingStatus.FAIL
    assert seen["auth0.factor"].status is FindingStatus.SKIPPED
    assert seen["vonage.balance"].blank("why") == "unreachable"


@pytest.mark.parametrize("fault", sorted(BY_LOGIN))
def test_what_a_login_leaves_in_the_log_is_decoded(fault):
    with ward() as (who, control, admit):
        set_up(who)
        control.switch_on(fault)
        control.start("ada", "447700900123")
        seen = check(admit())
        told = {row.finding.id: row.told for row in rows_of(seen.findings, known)}
    assert BY_LOGIN[fault] in worries(seen), seen.tenant.rows
    assert told[BY_LOGIN[fault]].next
    if BY_LOGIN[fault] == "auth0.log":
        assert seen.tenant.diagnoses


@pytest.mark.parametrize("fault", WITH_A_BUILD)
def test_a_build_that_does_not_end_well(fault):
    with ward() as (who, control, admit):
        set_up(who)
        control.switch_on(fault)
        world: Any = who.workspace
        tenant = world.the_tenant
        action = next(iter(tenant.actions("custom-phone-provider")))
        tenant.update_action(
            action.id, ActionDraft(action.name, action.trigger, "// new", action.runtime, None)
        )
        seen = by_id(check(admit()))
    assert seen["auth0.action.built"].status in (FindingStatus.FAIL, FindingStatus.WARNING)


def test_a_tenant_that_was_moved_meanwhile():
    with ward(state="legacy_action+dead_hook") as (_who, control, admit):
        before = by_id(check(admit()))
        control.switch_on("unified_gate")
        seen = by_id(check(admit()))
    assert before["auth0.leftovers"].blank("case") == "hook"
    assert before["auth0.path"].blank("path") == "legacy"
    assert seen["auth0.path"].blank("path") == "unified"
    assert seen["auth0.action.exists"].blank("case") == "elsewhere"


def test_no_fault_is_forgotten():
    known_faults = {fault.name for fault in fault_catalogue.CATALOGUE}
    delivered_or_sent = {
        fault.name for fault in fault_catalogue.CATALOGUE if fault.group in ("sending", "delivery")
    }
    listed = set(SEEN) | set(BY_LOGIN) | set(ON_THE_WAY) | set(WITH_A_BUILD) | ELSEWHERE | delivered_or_sent
    assert known_faults - listed == set()
    assert listed - known_faults == set()
