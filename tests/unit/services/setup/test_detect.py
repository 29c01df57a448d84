"""What is found in a tenant, and what happens where looking is refused."""

from dataclasses import replace

import pytest
from tests.fakes.setup import DOMAIN, fresh, patient, with_twilio
from tests.fakes.tenant import InMemoryTenant
from tests.fakes.world import InMemoryWorkspace, PatientToken

from textfactor.domain.answers import TenantPath
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.secret import Secret
from textfactor.domain.tenant import SENDER_NAME, UNIFIED_TRIGGER, ActionFacts
from textfactor.services.container import TenantKey
from textfactor.services.context import CallContext, CancelledError, Doing
from textfactor.services.setup.connect import check_tenant
from textfactor.services.setup.detect import detect
from textfactor.services.setup.resources.action import pick
from textfactor.services.setup.scopes import needed_scopes


def found_in(tenant):
    return detect(tenant, DOMAIN, patient())


def test_everything_is_read():
    found = found_in(with_twilio())
    assert (found.domain, found.path, found.friendly_name) == (DOMAIN, TenantPath.UNIFIED, "Acme")
    assert found.provider is not None
    assert found.provider.name == "twilio"
    assert found.factor_on
    assert found.message_types == ("sms", "voice")
    assert found.enroll is not None
    assert found.enroll.type == "otp_enroll"
    assert found.verify is not None
    assert found.verify.type == "otp_verify"
    assert found.policies == ("confidence-score",)
    assert found.unknown == ()


def test_progress_and_stop():
    seen = []
    detect(fresh(), DOMAIN, CallContext(seen.append, PatientToken()))
    assert [p.done for p in seen] == list(range(len(seen)))
    assert {p.total for p in seen} == {len(seen)}
    assert [p.doing for p in seen[:2]] == [Doing.GETTING_TOKEN, Doing.FINDING_PATH]
    for look in range(1, len(seen) + 1):
        with pytest.raises(CancelledError):
            detect(fresh(), DOMAIN, CallContext(cancel=PatientToken(stop_at_look=look)))


@pytest.mark.parametrize(
    ("flag", "refuses", "path"),
    [
        (True, True, TenantPath.UNIFIED),
        (True, False, TenantPath.UNIFIED),
        (False, True, TenantPath.UNIFIED),
        (None, True, TenantPath.UNIFIED),
        (False, False, TenantPath.LEGACY),
        (None, False, TenantPath.LEGACY),
    ],
)
def test_the_path_by_flag_and_probe(flag, refuses, path):
    tenant = InMemoryTenant(unified=flag)
    tenant.on_unified_path = refuses
    found = found_in(tenant)
    assert found.path is path
    assert ("templates" in tenant.calls) == (path is TenantPath.UNIFIED)


def test_without_a_flag_a_probe_that_fails_tells_nothing():
    tenant = InMemoryTenant(unified=None)
    tenant.fail("selected_provider", ProblemKind.MISSING_SCOPE, "read:guardian_factors")
    with pytest.raises(ProblemError, match="missing_scope"):
        found_in(tenant)
    tenant = InMemoryTenant(unified=False)
    tenant.fail("selected_provider", ProblemKind.MISSING_SCOPE, "read:guardian_factors")
    found = found_in(tenant)
    assert found.path is TenantPath.LEGACY
    assert found.unknown == (("path", "missing_scope: read:guardian_factors"),)


def test_settings_that_cannot_be_read_leave_the_probe():
    tenant = fresh()
    tenant.fail("settings", ProblemKind.PLAN_GATE, "upgrade")
    found = found_in(tenant)
    assert found.path is TenantPath.UNIFIED
    assert found.unknown == (("friendly_name", "plan_gate: upgrade"),)


def test_the_policy_may_stay_unknown():
    tenant = fresh()
    tenant.fail("policies", ProblemKind.REFUSED, "no")
    assert found_in(tenant).unknown == (("policies", "refused: no"),)


@pytest.mark.parametrize(
    "part", ["settings", "selected_provider", "actions", "templates", "policies", "message_types"]
)
def test_a_network_problem_ends_it(part):
    tenant = InMemoryTenant(unified=False)
    tenant.fail(part, ProblemKind.NO_NETWORK)
    with pytest.raises(ProblemError, match="no_network"):
        found_in(tenant)


def test_missing_scopes_are_named_all_at_once():
    tenant = fresh()
    wanted = needed_scopes(TenantPath.UNIFIED, change_policy=False)
    tenant.scopes = frozenset(wanted) - {"delete:actions", "read:logs"}
    assert found_in(tenant).missing_scopes == ("delete:actions", "read:logs")
    tenant.fail("actions", ProblemKind.MISSING_SCOPE, "Insufficient scope, expected any of: read:actions")
    with pytest.raises(ProblemError) as caught:
        found_in(tenant)
    assert caught.value.problem.detail == "delete:actions read:logs"


def test_without_known_scopes_the_vendors_words_stay():
    tenant = fresh()
    tenant.fail("actions", ProblemKind.MISSING_SCOPE, "read:actions")
    with pytest.raises(ProblemError) as caught:
        found_in(tenant)
    assert caught.value.problem.detail == "read:actions"


def test_scopes_to_grant():
    unified = needed_scopes(TenantPath.UNIFIED, change_policy=True)
    legacy = needed_scopes(TenantPath.LEGACY, change_policy=False)
    assert "create:phone_providers" in unified
    assert unified[-1] == "update:mfa_policies"
    assert not any("phone" in scope for scope in legacy)
    assert "update:mfa_policies" not in legacy
    assert len(set(unified)) == len(unified)


def test_our_own_action_is_picked_among_several():
    one = ActionFacts("1", "Other", UNIFIED_TRIGGER, "", "node22", "built", (), None, None, False)
    ours = replace(one, id="2", name=SENDER_NAME)
    assert pick((one, ours)) == ours
    assert pick((one,)) == one
    assert pick(()) is None


def test_a_key_that_opens_the_tenant_is_kept():
    workspace = InMemoryWorkspace()
    key = TenantKey(DOMAIN, "client", Secret("auth0secret"))
    assert check_tenant(workspace, key, patient()).domain == DOMAIN
    assert Secret("auth0secret") in workspace.secrets.kept.values()


def test_a_key_is_not_kept_once_the_check_was_stopped():
    workspace = InMemoryWorkspace()
    ctx = patient()
    policies = workspace.the_tenant.policies

    def stop():
        ctx.cancel.cancel()
        return policies()

    workspace.the_tenant.policies = stop
    with pytest.raises(CancelledError):
        check_tenant(workspace, TenantKey(DOMAIN, "client", Secret("auth0secret")), ctx)
    assert workspace.secrets.kept == {}


def test_a_key_that_does_not_is_not():
    workspace = InMemoryWorkspace()
    with pytest.raises(ProblemError, match="bad_credentials"):
        check_tenant(workspace, TenantKey(DOMAIN, "client", Secret("wrong")), patient())
    assert workspace.secrets.kept == {}
