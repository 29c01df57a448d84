"""The doctor over worlds in memory: what is well, what is wrong, what is skipped and why."""

import re
from dataclasses import replace

import pytest
from tests.fakes.profiles import InMemoryKeeper
from tests.fakes.tenant import InMemoryTenant
from tests.fakes.world import InMemoryWorkspace, PatientToken
from tests.support.knowledge import known
from tests.unit.services.doctor.hospital import (
    ASKED,
    by_id,
    check,
    code_for,
    healthy,
    of,
    services,
    worries,
)

from textfactor.domain.answers import TenantPath
from textfactor.domain.findings import Finding, FindingStatus
from textfactor.domain.keyring import KeyringFacts
from textfactor.domain.plan import Receipt
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.secret import AUTH0_SECRET, VONAGE_SECRET, Secret, SecretRef
from textfactor.domain.sending import OwnedNumber
from textfactor.domain.tenant import (
    LEGACY_TRIGGER,
    UNIFIED_TRIGGER,
    ActionDraft,
    HookFacts,
    LegacyTemplates,
    LogRow,
)
from textfactor.services.context import CallContext, CancelledError
from textfactor.services.doctor.account import ACCOUNT_IDS
from textfactor.services.doctor.action import judge_action
from textfactor.services.doctor.examining import examine
from textfactor.services.doctor.finding import found, of_problem, problem_of
from textfactor.services.doctor.local import KEYRING_IDS
from textfactor.services.doctor.patient import Patient, patient_of
from textfactor.services.doctor.tenant import TENANT_IDS
from textfactor.words.doctor import explain_finding, rows_of, verdict_of
from textfactor.words.preflight import TITLES as PREFLIGHT
from textfactor.words.text import text

PASS, FAIL, WARNING = FindingStatus.PASS, FindingStatus.FAIL, FindingStatus.WARNING
UNKNOWN, SKIPPED = FindingStatus.UNKNOWN, FindingStatus.SKIPPED
ALL = {*ACCOUNT_IDS, *TENANT_IDS, *KEYRING_IDS, "local.runtime", "local.clock"}


@pytest.mark.parametrize("legacy", [False, True])
def test_a_healthy_tenant_has_nothing_to_worry_about(legacy):
    workspace = healthy(legacy=legacy)
    before = len(workspace.the_tenant.writes)
    seen = check(of(workspace))
    rows_of(seen.findings, known)
    assert worries(seen) <= {"vonage.trial"}
    assert {one.id for one in seen.findings} == ALL
    assert len(seen.findings) == len(ALL)
    assert len(workspace.the_tenant.writes) == before
    assert workspace.account.sent == []


def test_the_verdict_is_the_worst_that_was_found():
    for status in (PASS, FAIL, WARNING, UNKNOWN, SKIPPED):
        seen = replace(check(Patient(offline=True)), findings=(Finding("a", status), Finding("b", SKIPPED)))
        assert seen.verdict is status
    both = replace(check(Patient(offline=True)), findings=(Finding("a", WARNING), Finding("b", FAIL)))
    assert both.verdict is FAIL


def test_offline_asks_nobody():
    workspace = healthy()
    workspace.the_tenant.calls.clear()
    seen = by_id(check(of(workspace, offline=True)))
    assert workspace.the_tenant.calls == []
    assert seen["vonage.key"].status is PASS
    skipped = [one for one in seen.values() if one.blank("why") == "offline"]
    assert len(skipped) == len(ACCOUNT_IDS) - 1 + len(TENANT_IDS) + 1


def test_without_a_world_this_computer_alone_is_looked_at():
    seen = by_id(check(Patient()))
    assert seen["keyring.entry"].status is PASS
    assert seen["auth0.path"].blank("why") == "no_tenant"
    assert seen["vonage.balance"].blank("why") == "no_vonage"
    assert seen["local.runtime"].status is SKIPPED


def test_practice_does_not_touch_the_keyring():
    program = services(secrets=InMemoryKeeper())
    program.secrets.problem = ProblemKind.KEYRING_LOCKED  # pyright: ignore[reportAttributeAccessIssue]
    seen = by_id(check(of(healthy(practice=True)), program))
    assert {seen[one].blank("why") for one in KEYRING_IDS} == {"practice"}


def test_no_keyring_is_a_notice_and_one_that_fails_is_wrong():
    program = services()
    program.secrets.the_facts = KeyringFacts("", bus=False)  # pyright: ignore[reportAttributeAccessIssue]
    seen = check(Patient(), program)
    assert by_id(seen)["keyring.backend"].status is WARNING
    assert by_id(seen)["keyring.bus"].status is WARNING
    rows_of(seen.findings, known)
    program = services()
    program.secrets.problem = ProblemKind.KEYRING_LOCKED  # pyright: ignore[reportAttributeAccessIssue]
    assert by_id(check(Patient(), program))["keyring.entry"].status is FAIL


def test_a_secret_that_is_not_kept_is_told_and_the_rest_skipped():
    workspace = InMemoryWorkspace(practice=False)
    who = patient_of(workspace, ASKED, offline=False)
    seen = by_id(check(who))
    assert seen["vonage.credentials"].blank("problem") == "secret_missing"
    assert seen["auth0.access"].blank("problem") == "secret_missing"
    assert seen["auth0.access"].opens == "settings"
    assert seen["auth0.path"].blank("why") == "no_secret"
    rows_of(tuple(seen.values()), known)


def test_keys_come_from_where_they_are_kept():
    workspace = InMemoryWorkspace(practice=False)
    for name, value in ((VONAGE_SECRET, "s3cretS3cret"), (AUTH0_SECRET, "auth0secret")):
        workspace.secrets.put(SecretRef("p1", name), Secret(value))
    who = patient_of(workspace, ASKED, offline=False)
    assert not isinstance(who.vonage, Problem)
    assert not isinstance(who.tenant, Problem)
    nothing = patient_of(workspace, replace(ASKED, api_key="", domain=""), offline=False)
    assert (nothing.vonage, nothing.tenant) == (None, None)


def test_the_practice_worlds_keys_lie_open():
    who = patient_of(InMemoryWorkspace(), replace(ASKED, api_key="", domain=""), offline=False)
    assert who.vonage is not None
    assert who.answers.domain == (who.tenant.domain if who.tenant is not None else "")  # pyright: ignore[reportAttributeAccessIssue]


def test_a_stop_is_heeded():
    who, ctx = of(healthy()), CallContext(cancel=PatientToken(stop_at_look=4))
    with pytest.raises(CancelledError):
        examine(services(), who, ctx)


# ------------------------------------------------------------ Vonage


@pytest.mark.parametrize(
    ("sender", "numbers", "status", "case"),
    [
        ("", (), SKIPPED, "skipped"),
        ("Acme", (), PASS, "name"),
        ("447700900001", (OwnedNumber("447700900001", "GB", can_send_sms=True),), PASS, "own_number"),
        ("+447700900001", (OwnedNumber("447700900001", "GB", can_send_sms=False),), FAIL, "cannot_send"),
        ("447700900002", (OwnedNumber("447700900001", "GB", can_send_sms=True),), WARNING, "not_owned"),
        ("447700900002", Problem(ProblemKind.TIMED_OUT, Service.VONAGE), UNKNOWN, "numbers_unread"),
    ],
)
def test_the_sender(sender, numbers, status, case, monkeypatch):
    def owned(_self):
        if isinstance(numbers, Problem):
            raise ProblemError(numbers)
        return numbers

    monkeypatch.setattr("tests.fakes.world.InMemorySmsCall.owned_numbers", owned)
    seen = check(of(healthy(), answers=replace(ASKED, sender=sender)))
    found_ = by_id(seen)["vonage.sender"]
    assert (found_.status, found_.blank("case")) == (status, case)
    if isinstance(numbers, Problem):
        assert by_id(seen)["vonage.numbers"].status is UNKNOWN
    rows_of(seen.findings, known)


@pytest.mark.parametrize(
    ("kind", "reach", "credentials", "why"),
    [
        (ProblemKind.BAD_CREDENTIALS, PASS, FAIL, "refused"),
        (ProblemKind.RATE_LIMITED, PASS, UNKNOWN, "limited"),
        (ProblemKind.NO_NETWORK, FAIL, SKIPPED, "unreachable"),
    ],
)
def test_what_vonage_refuses_with(kind, reach, credentials, why, monkeypatch):
    def balance(_self):
        raise ProblemError(Problem(kind, Service.VONAGE, "in its own words", retry_after=3.0))

    monkeypatch.setattr("tests.fakes.world.InMemorySmsCall.balance", balance)
    seen = by_id(check(of(healthy())))
    assert seen["vonage.reach"].status is reach
    assert seen["vonage.credentials"].status is credentials
    assert seen["vonage.trial"].blank("why") == why
    rows_of(tuple(seen.values()), known)


def test_a_wrong_proxy_ends_it_before_the_first_request(monkeypatch):
    def broken(*_):
        raise ProblemError(Problem(ProblemKind.PROXY_FAILED, Service.LOCAL, "not an address"))

    monkeypatch.setattr(InMemoryWorkspace, "sms", broken)
    monkeypatch.setattr(InMemoryWorkspace, "tenant", broken)
    seen = by_id(check(of(healthy())))
    assert (seen["vonage.reach"].status, seen["auth0.reach"].status) == (FAIL, FAIL)
    assert seen["local.clock"].status is UNKNOWN


def test_an_account_without_numbers_or_with_mute_ones(monkeypatch):
    for numbers, case in (((), "none"), ((OwnedNumber("44", "GB", can_send_sms=False),), "mute")):
        monkeypatch.setattr("tests.fakes.world.InMemorySmsCall.owned_numbers", lambda _s, n=numbers: n)
        seen = by_id(check(of(healthy())))
        assert (seen["vonage.numbers"].status, seen["vonage.numbers"].blank("case")) == (WARNING, case)


# ------------------------------------------------------------ the tenant


def test_another_persons_action_is_judged_by_its_code():
    workspace = InMemoryWorkspace(practice=False)
    tenant = workspace.the_tenant
    code = "exports.onExecuteCustomPhoneProvider = async (event) => { await fetch('https://rest.nexmo.com/sms/json', {k: event.secrets.KEY, s: event.secrets['OTHER']}); };"  # noqa: E501
    action = tenant.create_action(
        ActionDraft("Theirs", UNIFIED_TRIGGER, code, "node18-actions", (("KEY", "x"),))
    )
    seen = by_id(check(of(workspace)))
    assert seen["auth0.action.exists"].blank("case") == "foreign"
    assert seen["auth0.action.deployed"].blank("case") == "never"
    assert seen["auth0.action.bound"].blank("case") == "unbound"
    assert seen["auth0.action.runtime"].blank("case") == "older"
    assert (seen["auth0.secrets"].status, seen["auth0.secrets"].blank("names")) == (WARNING, "OTHER")
    assert seen["auth0.action.reads_answer"].blank("case") == "ignores_answer"
    rows_of(tuple(seen.values()), known)
    assert action.name == "Theirs"


@pytest.mark.parametrize(
    ("change", "check_id", "case"),
    [
        ({"runtime": "node16"}, "auth0.action.runtime", "ended"),
        ({"runtime": "node30"}, "auth0.action.runtime", "new"),
        ({"status": "failed"}, "auth0.action.built", "failed"),
        ({"status": "building"}, "auth0.action.built", "pending"),
        ({"all_changes_deployed": False}, "auth0.action.deployed", "draft_newer"),
        ({"secrets": ("VONAGE_API_KEY",)}, "auth0.secrets", "missing"),
        ({"deployed_code": "// nothing to see"}, "auth0.action.reads_answer", "unreadable"),
        (
            {"deployed_code": "module.exports = function (recipient, text, context, cb) { cb(); };"},
            "auth0.action.reads_answer",
            "hook_signature",
        ),
    ],
)
def test_the_action(change, check_id, case):
    observed = check(of(healthy())).tenant.observed
    assert observed is not None
    assert observed.action is not None
    findings = judge_action(replace(observed, action=replace(observed.action, **change)))
    made = next(one for one in findings if one.id == check_id)
    assert made.blank("case") == case
    explain_finding(made, known)


def test_two_senders_on_the_legacy_trigger():
    workspace = healthy(legacy=True)
    tenant = workspace.the_tenant
    other = tenant.create_action(ActionDraft("Old SMS", LEGACY_TRIGGER, "// old", "node22", ()))
    tenant.deploy_action(other.id)
    tenant.action(other.id)
    names = tuple(row.action_name for row in tenant.bindings(LEGACY_TRIGGER))
    tenant.set_bindings(LEGACY_TRIGGER, (*names, "Old SMS"))
    seen = check(of(workspace))
    assert by_id(seen)["auth0.action.bound"].blank("case") == "twice"
    assert by_id(seen)["setup.drift"].blank("case") == "differs"


def test_legacy_provider_and_texts():
    workspace = healthy(legacy=True)
    workspace.the_tenant.set_selected_provider("twilio")
    workspace.the_tenant.set_legacy_templates(LegacyTemplates("no code", "{{code}} for you"))
    seen = check(of(workspace))
    assert by_id(seen)["auth0.provider"].blank("provider") == "twilio"
    assert by_id(seen)["auth0.templates"].blank("note") == "no_code"
    assert by_id(seen)["auth0.templates"].opens == "messages"
    rows_of(seen.findings, known)


def test_parts_that_could_not_be_read_are_not_known():
    workspace = healthy(legacy=True)
    rights = check(of(workspace)).tenant.observed
    assert rights is not None
    blind = frozenset({"read:tenant_settings", "read:actions"})
    workspace.the_tenant.scopes = blind
    seen = by_id(check(of(workspace)))
    for one, field in (("auth0.protection", "phone_protection"), ("auth0.leftovers", "hooks")):
        assert (seen[one].status, seen[one].blank("field")) == (UNKNOWN, field)
    assert seen["auth0.log"].blank("problem") == "missing_scope"
    assert seen["auth0.scopes"].blank("case") == "reads"
    rows_of(tuple(seen.values()), known)


@pytest.mark.parametrize(
    ("protection", "status", "says", "step"),
    [
        ("exponential", PASS, "It is on (exponential): who asks for codes again and again has to wait.", ""),
        ("default", PASS, "It is on (default): who asks for codes again and again has to wait.", ""),
        (
            "none",
            WARNING,
            "It is off: whoever asks for codes again and again costs you a message each time.",
            "Turn it",
        ),
        (
            None,
            SKIPPED,
            "Not to be had here: Auth0 offers it to some tenants only. Codes go out without it.",
            "",
        ),
    ],
)
def test_the_protection_has_one_outcome_and_its_reason(protection, status, says, step):
    workspace = healthy()
    workspace.the_tenant.protection = protection
    seen = by_id(check(of(workspace)))["auth0.protection"]
    told = explain_finding(seen, known)
    assert (seen.status, told.meaning.english()) == (status, says)
    assert " ".join(one.english() for one in told.next).startswith(step)
    assert bool(told.next) is bool(step)


def test_what_the_token_may_not_read_is_not_known_and_says_which_right_is_missing():
    workspace = healthy()
    workspace.the_tenant.scopes = frozenset({"read:tenant_settings", "read:actions"})
    told = explain_finding(by_id(check(of(workspace)))["auth0.protection"], known)
    assert told.meaning.english() == "Not known: the token lacks the scope read:attack_protection."
    assert told.next[0].english().startswith("To be told, grant read:attack_protection:")


def test_the_verdict_claims_no_more_than_was_looked_at():
    here = "There is something to know about this computer; Vonage and Auth0 were not looked at"
    secrets, broken = InMemoryKeeper(), InMemoryKeeper()
    secrets.the_facts = KeyringFacts(refused="keyring.backends.fail.Keyring", bus=False)
    broken.problem = ProblemKind.KEYRING_LOCKED
    assert verdict_of(check(Patient(), services(secrets=secrets))).english() == here
    assert verdict_of(check(Patient(offline=True))).english().startswith("Nothing is wrong on this computer")
    assert (
        verdict_of(check(of(healthy(), offline=True)))
        .english()
        .startswith("Nothing is wrong on this computer")
    )
    assert (
        verdict_of(check(Patient(), services(secrets=broken)))
        .english()
        .startswith("Something is wrong on this")
    )
    skipped = replace(check(Patient()), findings=(Finding("auth0.reach", SKIPPED),))
    assert verdict_of(skipped).english() == "Nothing could be tried"
    fresh = of(InMemoryWorkspace(practice=False))
    assert verdict_of(check(fresh)).english() == "Something is wrong"


def test_every_check_is_in_the_table_of_the_docs(root):
    table = (root / "docs" / "checks.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([a-z0-9_.]+)` \| (.+?) \|", table, re.MULTILINE)
    titles = {
        one: explain_finding(found(one, SKIPPED, "skipped", why="offline"), known).title.english()
        for one in ALL
    }
    titles |= {
        one: text(marked).english()
        for one, marked in PREFLIGHT.items()
        if one.startswith(("sending.", "vonage.p"))
    }
    assert dict(listed) == titles
    assert len(listed) == len(titles)


def test_who_asks():
    for policies, case in (
        (("confidence-score",), "adaptive"),
        ((), "nobody"),
        (("all-applications",), "always"),
    ):
        workspace = healthy()
        workspace.the_tenant.set_policies(policies)
        assert by_id(check(of(workspace)))["auth0.asks"].blank("case") == case
    workspace = healthy()
    tenant = workspace.the_tenant
    tenant.set_policies(())
    asks = "exports.onExecutePostLogin = async (e, api) => { api.multifactor.enable('any'); };"
    action = tenant.create_action(ActionDraft("Ask", "post-login", asks, "node22", ()))
    tenant.deploy_action(action.id)
    tenant.action(action.id)
    tenant.set_bindings("post-login", ("Ask",))
    assert by_id(check(of(workspace)))["auth0.asks"].blank("case") == "action"


def test_the_ways_of_a_code():
    workspace = healthy()
    workspace.the_tenant.set_message_types(())
    assert by_id(check(of(workspace)))["auth0.message_types"].blank("case") == "none"
    workspace = healthy()
    provider = workspace.the_tenant.phone_providers()[0]
    workspace.the_tenant.update_phone_provider(provider.id, "custom", ("text", "voice"), disabled=False)
    workspace.the_tenant.set_message_types(("voice",))
    assert by_id(check(of(workspace)))["auth0.message_types"].blank("case") == "voice_only"
    workspace.the_tenant.set_message_types(("sms", "voice"))
    workspace.the_tenant.update_phone_provider(provider.id, "custom", ("text",), disabled=False)
    seen = check(of(workspace))
    assert by_id(seen)["auth0.message_types"].blank("types") == "voice"
    rows_of(seen.findings, known)


def test_leftovers():
    workspace = healthy()
    workspace.the_tenant.leftover["h"] = HookFacts("h", "old", LEGACY_TRIGGER, enabled=True, code="//")
    assert by_id(check(of(workspace)))["auth0.leftovers"].blank("case") == "hook"
    workspace = healthy(legacy=True)
    workspace.the_tenant.on_unified_path = workspace.the_tenant.unified = True
    seen = by_id(check(of(workspace)))
    assert seen["auth0.leftovers"].blank("case") == "action"
    assert seen["auth0.action.exists"].blank("case") == "elsewhere"


def test_drift_and_a_run_that_did_not_end():
    workspace = healthy()
    workspace.the_tenant.set_factor("sms", on=False)
    seen = by_id(check(of(workspace)))
    assert seen["setup.drift"].blank("parts") == "factor"
    assert seen["auth0.factor"].opens == "setup.turn_on"
    last = workspace.journal.last(ASKED.domain)
    assert last is not None
    workspace.journal.last = lambda domain: Receipt(last.plan, last.applied[:2])
    assert by_id(check(of(workspace)))["setup.drift"].blank("done") == "2"

    def unreadable(domain: str) -> Receipt | None:
        raise ProblemError(Problem(ProblemKind.FILE_FAILED, Service.LOCAL, "journal"))

    workspace.journal.last = unreadable
    assert by_id(check(of(workspace)))["setup.drift"].status is UNKNOWN
    assert by_id(check(of(InMemoryWorkspace())))["setup.drift"].blank("why") == "no_run"


@pytest.mark.parametrize(
    ("kind", "check_id", "status"),
    [
        (ProblemKind.NAME_NOT_FOUND, "auth0.reach", FAIL),
        (ProblemKind.BAD_CREDENTIALS, "auth0.access", FAIL),
        (ProblemKind.REFUSED, "auth0.access", FAIL),
        (ProblemKind.RATE_LIMITED, "auth0.rate_limits", WARNING),
        (ProblemKind.NOT_FOUND, "auth0.path", UNKNOWN),
    ],
)
def test_a_token_that_is_not_to_be_had(kind, check_id, status, monkeypatch):
    def token(_self):
        raise ProblemError(Problem(kind, Service.AUTH0, "in its own words", 400, "code", 2.0))

    who = of(healthy())
    monkeypatch.setattr(InMemoryTenant, "token", token)
    seen = by_id(check(who))
    assert seen[check_id].status is status
    assert seen["auth0.action.exists"].status is SKIPPED
    rows_of(tuple(seen.values()), known)


def test_a_problem_comes_out_of_its_finding_as_it_went_in():
    problem = Problem(ProblemKind.RATE_LIMITED, Service.AUTH0, "slow down", 429, "too_many", 1.5)
    assert problem_of(of_problem("a", problem)) == problem
    bare = Problem(ProblemKind.TIMED_OUT, Service.VONAGE)
    assert problem_of(of_problem("a", bare)) == bare
    assert problem_of(found("a", PASS, "fine")) is None


# ------------------------------------------------------------ log, clock, engine


def rows(*types: str) -> list[LogRow]:
    said = "vonage status=9 Quota Exceeded - rejected"
    return [
        LogRow(f"{n:03}", f"2026-11-24T09:00:{n:02}.000Z", kind, "", said if "fail" in kind else "", "ada")
        for n, kind in enumerate(types, start=1)
    ]


def test_failures_in_the_log_are_decoded():
    workspace = healthy()
    workspace.the_tenant.rows = rows("gd_send_sms", "gd_send_sms_failure", "gd_send_sms_failure")
    seen = check(of(workspace))
    log = by_id(seen)["auth0.log"]
    assert (log.status, log.blank("count"), log.blank("total")) == (FAIL, "2", "3")
    assert log.blank("cause") == "vonage.status.9"
    told = explain_finding(log, known)
    assert known().article("vonage.status.9").title in {step.english() for step in told.next}
    workspace.the_tenant.rows = rows("gd_send_sms_failure", "gd_send_sms")
    log = by_id(check(of(workspace)))["auth0.log"]
    assert (log.status, log.opens) == (WARNING, "troubleshoot")
    told = explain_finding(log, known)
    assert told.meaning.english().startswith("Some earlier messages failed (1 of the last 2)")
    assert known().article("vonage.status.9").meaning not in {step.english() for step in told.next}
    workspace.the_tenant.rows = rows("gd_send_sms", "limit_phone")
    seen = check(of(workspace))
    assert by_id(seen)["auth0.log"].status is PASS
    assert by_id(seen)["auth0.rate_limits"].blank("types") == "limit_phone"
    rows_of(seen.findings, known)


@pytest.mark.parametrize(
    ("ahead", "status", "case"),
    [(0.5, PASS, "right"), (61.0, WARNING, "ahead"), (-400.0, FAIL, "behind"), (None, UNKNOWN, "untold")],
)
def test_the_clock(ahead, status, case):
    workspace = healthy()
    workspace.the_tenant.ahead = ahead
    clock = by_id(check(of(workspace)))["local.clock"]
    assert (clock.status, clock.blank("case")) == (status, case)
    explain_finding(clock, known)


@pytest.mark.parametrize(
    ("engine", "status", "case"),
    [
        ("Node 22.20.0", PASS, "node"),
        ("Node 20.20.2", PASS, "other_node"),
        ("QuickJS 0.17", PASS, "embedded"),
        ("", WARNING, "none"),
    ],
)
def test_what_runs_the_sender_here(engine, status, case):
    workspace = healthy()
    workspace.runtime.engine = engine
    made = by_id(check(of(workspace)))["local.runtime"]
    assert (made.status, made.blank("case")) == (status, case)
    explain_finding(made, known)


def test_an_engine_that_fails_is_not_known():
    workspace = healthy()

    def broken():
        raise ProblemError(Problem(ProblemKind.NO_RUNTIME, Service.LOCAL))

    workspace.runtime.describe = broken
    assert by_id(check(of(workspace)))["local.runtime"].status is UNKNOWN


def test_our_own_sender_passes_its_own_check():
    for path in TenantPath:
        workspace = healthy(legacy=path is TenantPath.LEGACY)
        assert code_for(path)
        assert by_id(check(of(workspace)))["auth0.action.reads_answer"].status is PASS
