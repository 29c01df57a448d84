"""A login, hop by hop."""

from dataclasses import replace

import pytest
from tests.fakes.setup import patient
from tests.fakes.tenant import InMemoryTenant
from tests.fakes.tenant_parts import Fault
from tests.fakes.world import InMemoryWorkspace, PatientToken

from textfactor.domain.login import Hop, HopState, LoginAttempt, LoginState, ReceivedSms
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.tenant import LogRow
from textfactor.services.context import CallContext, CancelledError
from textfactor.services.login.login import PAUSE, last_log_id, read_hops, start_login, submit_code, watch

SMS = ReceivedSms("Acme", "491512345678", "123456", 1, "GSM-7", "now")
W, OK, NO, UNKNOWN = HopState.WAITING, HopState.PASSED, HopState.FAILED, HopState.UNKNOWN


def row(number, kind, detail=""):
    return LogRow(f"{number:03}", "2026-11-24", kind, f"about {kind}", detail, "ada")


def tenant_with(*kinds):
    tenant = InMemoryTenant()
    tenant.rows = [row(n, kind) for n, kind in enumerate(kinds, 1)]
    return tenant


def states(*kinds, attempt=None, messages=()):
    hops = read_hops(tenant_with(*kinds), "", attempt, messages)
    assert [hop.hop for hop in hops] == list(Hop)
    return [hop.state for hop in hops]


def at(state):
    return LoginAttempt("1", state, "they said")


@pytest.mark.parametrize(
    ("kinds", "attempt", "messages", "expected"),
    [
        ((), None, (), [W, W, W, W]),
        ((), None, None, [W, W, UNKNOWN, W]),
        (("gd_start_auth",), None, (), [OK, W, W, W]),
        (("gd_start_enroll",), None, (), [OK, W, W, W]),
        (("gd_start_enroll_failed",), None, (), [NO, W, W, W]),
        (("gd_send_sms",), None, (), [OK, OK, W, W]),
        (("gd_start_auth", "gd_send_sms_failure"), None, (), [OK, NO, W, W]),
        (("actions_execution_failed",), None, (), [OK, NO, W, W]),
        (("gd_send_sms_failure", "gd_send_sms"), None, (), [OK, OK, W, W]),
        (("gd_send_sms", "limit_phone"), None, (), [OK, NO, W, W]),
        (("gd_send_sms",), None, (SMS,), [OK, OK, OK, W]),
        ((), None, (SMS,), [OK, OK, OK, W]),
        (("gd_send_sms", "gd_auth_failed"), None, (SMS,), [OK, OK, OK, NO]),
        (("gd_auth_failed", "gd_auth_succeed"), None, None, [OK, OK, OK, OK]),
        (("gd_enrollment_complete",), None, None, [OK, OK, OK, OK]),
        (("gd_otp_rate_limit_exceed",), None, None, [W, W, UNKNOWN, NO]),
        ((), at(LoginState.NOT_ASKED), (), [NO, W, W, W]),
        ((), at(LoginState.CODE_SENT), (), [OK, OK, W, W]),
        ((), at(LoginState.SEND_FAILED), (), [OK, NO, W, W]),
        ((), at(LoginState.ACCEPTED), (SMS,), [OK, OK, OK, OK]),
        ((), at(LoginState.REFUSED), (SMS,), [OK, OK, OK, NO]),
        ((), at(LoginState.BLOCKED), (SMS,), [OK, OK, OK, NO]),
    ],
)
def test_hops(kinds, attempt, messages, expected):
    assert states(*kinds, attempt=attempt, messages=messages) == expected


def test_the_other_sides_words_are_kept():
    tenant = InMemoryTenant()
    tenant.rows = [row(1, "gd_send_sms_failure", "vonage status=9"), row(2, "gd_start_auth")]
    hops = read_hops(tenant, "", None, ())
    assert hops[1].detail == "vonage status=9"
    assert hops[0].detail == "about gd_start_auth"
    hops = read_hops(InMemoryTenant(), "", at(LoginState.SEND_FAILED), ())
    assert hops[1].detail == "they said"


def test_only_the_rows_of_this_login_count():
    tenant = tenant_with("gd_auth_succeed")
    last = last_log_id(tenant)
    assert last == "001"
    assert read_hops(tenant, last, None, ())[3].state is W
    assert last_log_id(InMemoryTenant()) == ""


def test_a_practice_login_from_start_to_end():
    workspace = InMemoryWorkspace()
    assert start_login(workspace, "ada", "491512345678", patient()).state is LoginState.NOT_ASKED
    workspace.the_tenant.set_factor("sms", on=True)
    workspace.the_tenant.set_policies(("all-applications",))
    attempt = start_login(workspace, "ada", "491512345678", patient())
    assert attempt.state is LoginState.CODE_SENT
    assert workspace.phone is not None
    code = workspace.phone.messages()[-1].text.split()[0]
    assert submit_code(workspace, attempt.id, "000000", patient()).state is LoginState.REFUSED
    assert submit_code(workspace, attempt.id, code, patient()).state is LoginState.ACCEPTED


def test_a_real_tenant_has_its_own_login_page():
    workspace = InMemoryWorkspace(practice=False)
    for call in (
        lambda: start_login(workspace, "a", "1", patient()),
        lambda: submit_code(workspace, "1", "2", patient()),
    ):
        with pytest.raises(ProblemError) as caught:
            call()
        assert caught.value.problem.kind is ProblemKind.PRACTICE_FAILED


def growing(tenant, *steps):
    """At each wait the log grows by the next row."""
    rest = list(steps)
    token = PatientToken()

    def grow():
        if rest:
            tenant.rows.append(row(len(tenant.rows) + 1, rest.pop(0)))

    token.each_wait = grow
    return token


def test_watching_ends_with_an_accepted_code():
    tenant, seen, told = InMemoryTenant(), [], []
    token = growing(tenant, "gd_start_auth", "sapi", "gd_send_sms", "gd_auth_succeed")
    hops = watch(tenant, "", seen.append, CallContext(told.append, token))
    assert all(hop.state is OK for hop in hops)
    assert len(seen) == 4, "a row that says nothing is not reported"
    assert token.waits == [PAUSE] * 4
    assert [p.done for p in told] == [0, 1, 1, 2, 4]
    assert told[-1].subject == "accepted"


def test_watching_waits_a_rate_limit_out():
    tenant = InMemoryTenant()
    slow = Problem(ProblemKind.RATE_LIMITED, Service.AUTH0, retry_after=7.0)
    tenant.faults["logs"] = [Fault(slow), Fault(replace(slow, retry_after=None))]
    token = growing(tenant, "sapi", "gd_auth_succeed")
    watch(tenant, "", lambda _hops: None, CallContext(cancel=token))
    assert token.waits == [7.0, PAUSE]


def test_watching_ends_with_any_other_problem():
    tenant = InMemoryTenant()
    tenant.fail("logs", ProblemKind.TOKEN_EXPIRED)
    with pytest.raises(ProblemError, match="token_expired"):
        watch(tenant, "", lambda _hops: None, patient())


def test_watching_can_be_stopped():
    with pytest.raises(CancelledError):
        watch(InMemoryTenant(), "", lambda _hops: None, CallContext(cancel=PatientToken(stop_at_wait=3)))
