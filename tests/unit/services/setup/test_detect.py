"""What is found in a tenant, and what happens where looking is refused."""

from dataclasses import replace

import pytest
from tests.fakes.setup import DOMAIN, fresh, patient, with_twilio
from tests.fakes.tenant import InMemoryTenant
from tests.fakes.world import InMemoryWorkspace, PatientToken

from textfactor.domain.answers import TenantPath
from textfactor.domain.plan import Purpose
from textfactor.domain.problems import ProblemError, ProblemKind
from textfactor.domain.secret import Secret
from textfactor.domain.tenant import (
    LEGACY_TRIGGER,
    LOGIN_TRIGGER,
    SENDER_NAME,
    UNIFIED_TRIGGER,
    ActionDraft,
    ActionFacts,
    HookFacts,
    LegacyTemplates,
    PathEvidence,
)
from textfactor.services.container import TenantKey
from textfactor.services.context import CallContext, CancelledError, Doing
from textfactor.services.setup.connect import check_tenant
from textfactor.services.setup.detect import detect
from textfactor.services.setup.ours import pick
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
    ("flag", "refuses", "path", "evidence"),
    [
        (True, True, TenantPath.UNIFIED, PathEvidence.AGREED),
        (True, False, TenantPath.UNIFIED, PathEvidence.PROBE_DENIES),
        (False, True, TenantPath.UNIFIED, PathEvidence.FLAG_DENIES),
        (None, True, TenantPath.UNIFIED, PathEvidence.PROBE),
        (False, False, TenantPath.LEGACY, PathEvidence.AGREED),
        (None, False, TenantPath.LEGACY, PathEvidence.AGREED),
    ],
)
def test_the_path_by_flag_and_probe(flag, refuses, path, evidence):
    tenant = InMemoryTenant(unified=flag)
    tenant.on_unified_path = refuses
    found = found_in(tenant)
    assert (found.path, found.path_evidence) == (path, evidence)
    assert ("templates" in tenant.calls) == (path is TenantPath.UNIFIED)
    assert (found.selected_provider == "auth0") == (path is TenantPath.LEGACY)


def test_a_flag_that_is_on_stands_without_the_probe():
    tenant = fresh()
    tenant.fail("selected_provider", ProblemKind.PLAN_GATE, "upgrade")
    found = found_in(tenant)
    assert (found.path, found.path_evidence) == (TenantPath.UNIFIED, PathEvidence.FLAG)
    assert found.unknown == (("path", "plan_gate: upgrade"),)


def test_a_probe_that_is_answered_tells_where_no_setting_can_be_read():
    tenant = InMemoryTenant(legacy=True)
    tenant.fail("settings", ProblemKind.MISSING_SCOPE, "read:tenant_settings")
    found = found_in(tenant)
    assert (found.path, found.path_evidence) == (TenantPath.LEGACY, PathEvidence.PROBE)


def test_without_a_flag_a_probe_that_fails_tells_nothing():
    tenant = InMemoryTenant(unified=None)
    tenant.fail("selected_provider", ProblemKind.MISSING_SCOPE, "read:guardian_factors")
    with pytest.raises(ProblemError, match="missing_scope"):
        found_in(tenant)
    tenant = InMemoryTenant(legacy=True)
    tenant.unified = False
    tenant.fail("selected_provider", ProblemKind.MISSING_SCOPE, "read:guardian_factors")
    found = found_in(tenant)
    assert found.path is TenantPath.LEGACY
    reason = "missing_scope: read:guardian_factors"
    assert found.unknown == (("path", reason), ("selected_provider", reason))
    assert found.path_evidence is PathEvidence.FLAG
    assert found.selected_provider is None


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


def bound(tenant: InMemoryTenant, trigger: str, name: str, code: str) -> None:
    """Put an Action on a trigger that is deployed and bound."""
    action = tenant.create_action(ActionDraft(name, trigger, code, "node22", (("KEY", "value"),)))
    tenant.deploy_action(action.id)
    rows = tenant.bindings(trigger)
    tenant.set_bindings(trigger, (*(row.action_name for row in rows), name))


def test_a_legacy_tenant_is_read_whole():
    tenant = InMemoryTenant(legacy=True)
    texts = LegacyTemplates("{{code}} to enrol", "{{code}}")
    tenant.set_selected_provider("phone-message-hook")
    tenant.set_legacy_templates(texts)
    bound(tenant, LEGACY_TRIGGER, "Old sender", "// sends")
    tenant.leftover["h1"] = HookFacts("h1", "old", LEGACY_TRIGGER, enabled=True, code="// dead")
    found = found_in(tenant)
    assert found.action is not None
    assert found.action.secret_dates[0][0] == "KEY"
    assert [row.action_name for row in found.bindings] == ["Old sender"]
    assert (found.selected_provider, found.legacy_templates) == ("phone-message-hook", texts)
    assert [hook.name for hook in found.hooks] == ["old"]
    assert (found.provider, found.templates, found.enroll) == (None, (), None)
    assert found.phone_protection == "none"
    assert found.unknown == ()


def test_what_hangs_on_the_other_path():
    tenant = fresh()
    bound(tenant, LEGACY_TRIGGER, "Old sender", "// no effect here")
    found = found_in(tenant)
    assert [one.name for one in found.other_actions] == ["Old sender"]
    assert [row.action_name for row in found.other_bindings] == ["Old sender"]
    assert dict(found.origins)["other_bindings"] == "GET /actions/triggers/send-phone-message/bindings"


def test_an_empty_trigger_is_not_asked_for_its_bindings():
    tenant = fresh()
    found = found_in(tenant)
    assert found.other_bindings == ()
    assert tenant.calls.count("bindings") == 2
    assert tenant.calls.count("actions") == 2


def test_who_else_asks_for_mfa():
    tenant = fresh()
    bound(tenant, LOGIN_TRIGGER, "Greeting", "exports.onExecutePostLogin = async () => {};")
    bound(tenant, LOGIN_TRIGGER, "Step up", "api.multifactor.enable('any');")
    assert found_in(tenant).asking_actions == ("Step up",)


@pytest.mark.parametrize(
    ("method", "field"),
    [
        ("phone_protection", "phone_protection"),
        ("hooks", "hooks"),
        ("policies", "policies"),
    ],
)
@pytest.mark.parametrize("kind", [ProblemKind.NOT_FOUND, ProblemKind.REFUSED, ProblemKind.PLAN_GATE])
def test_what_can_be_done_without_may_be_refused(method, field, kind):
    tenant = fresh()
    tenant.fail(method, kind, "why")
    found = found_in(tenant)
    assert found.unknown == ((field, f"{kind}: why"),)
    assert field in dict(found.origins)


def test_a_later_refusal_of_actions_leaves_the_rest_known():
    tenant = fresh()
    first = tenant.actions

    def second(trigger):
        if trigger == LEGACY_TRIGGER:
            tenant.fail("actions", ProblemKind.REFUSED, "no")
        return first(trigger)

    tenant.actions = second
    found = found_in(tenant)
    assert found.unknown == (("other_actions", "refused: no"),)
    assert tenant.calls.count("bindings") == 3


def test_without_the_scope_nobody_is_asked():
    tenant = fresh()
    tenant.scopes = frozenset(needed_scopes(TenantPath.UNIFIED, change_policy=False))
    found = found_in(tenant)
    assert found.missing_scopes == ()
    assert found.unknown == (
        ("phone_protection", "missing_scope: read:attack_protection"),
        ("hooks", "missing_scope: read:hooks"),
    )
    assert not {"hooks", "phone_protection"} & set(tenant.calls)


@pytest.mark.parametrize("legacy", [False, True])
def test_each_thing_is_read_once_and_says_where_it_came_from(legacy):
    tenant = InMemoryTenant(legacy=legacy)
    found = found_in(tenant)
    assert len(tenant.calls) <= 14
    assert len([one for one in tenant.calls if one not in ("actions", "bindings")]) == len(
        {one for one in tenant.calls if one not in ("actions", "bindings")}
    )
    origins = dict(found.origins)
    assert len(origins) == len(found.origins)
    assert origins["path"] == "GET /tenants/settings, GET /guardian/factors/phone/selected-provider"
    assert all(origin.split(" ")[0] in ("GET", "POST") for origin in origins.values())


def test_another_purpose_misses_other_scopes():
    tenant = fresh()
    tenant.scopes = frozenset(needed_scopes(TenantPath.UNIFIED, change_policy=False)) - {"create:actions"}
    assert detect(tenant, DOMAIN, patient(), Purpose.TURN_OFF).missing_scopes == ()
    assert detect(tenant, DOMAIN, patient(), Purpose.ROTATE).missing_scopes == ("create:actions",)


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
