"""What older tenants have, in memory and over HTTPS: the legacy path, Hooks, and what plans leave out."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.contract.tenants import KINDS, deployed, made, practice_tenant, refused, tenant_of
from tests.fakes.setup import DOMAIN, patient
from tests.fakes.tenant import InMemoryTenant

from textfactor.domain.answers import TenantPath
from textfactor.domain.problems import ProblemKind
from textfactor.domain.tenant import (
    CUSTOM_PROVIDER,
    LEGACY_TRIGGER,
    LOGIN_TRIGGER,
    UNIFIED_TRIGGER,
    ActionDraft,
    HookFacts,
    LegacyTemplates,
    PathEvidence,
)
from textfactor.services.setup.detect import detect
from textfactor.services.tenant_ports import TenantApi

CODE = "exports.onExecuteSendPhoneMessage = async () => {};"
DRAFT = ActionDraft("Our sender", LEGACY_TRIGGER, CODE, "node22", (("VONAGE_API_KEY", "k"), ("B", "b")))
TEXTS = LegacyTemplates("{{code}} to enrol", "{{code}} to log in")


@pytest.fixture(params=KINDS)
def tenant(request: pytest.FixtureRequest) -> Iterator[TenantApi]:
    with tenant_of(request.param, "legacy") as legacy:
        yield legacy


@pytest.fixture(params=KINDS)
def unified(request: pytest.FixtureRequest) -> Iterator[TenantApi]:
    with tenant_of(request.param, "unified") as there:
        yield there


@pytest.fixture(params=KINDS)
def with_hook(request: pytest.FixtureRequest) -> Iterator[TenantApi]:
    if request.param == "memory":
        memory = InMemoryTenant(legacy=True)
        hook = HookFacts("h1", LEGACY_TRIGGER, LEGACY_TRIGGER, enabled=True, code="module.exports = 1;")
        names = ("VONAGE_API_KEY", "VONAGE_API_SECRET", "VONAGE_FROM_NUMBER")
        memory.leftover["h1"] = replace(hook, secrets=names, dependencies=(("nexmo", "2.9.1"),))
        yield memory
    else:
        with practice_tenant(state="dead_hook") as there:
            yield there


def test_it_is_on_the_legacy_path(tenant: TenantApi):
    found = detect(tenant, DOMAIN, patient())
    assert (found.path, found.path_evidence) == (TenantPath.LEGACY, PathEvidence.AGREED)
    assert (found.selected_provider, found.legacy_templates) == ("auth0", None)
    assert (found.action, found.bindings, found.factor_on, found.policies) == (None, (), False, ())
    assert (found.other_actions, found.other_bindings, found.hooks) == ((), (), ())
    assert found.phone_protection == "none"
    assert (found.missing_scopes, found.unknown) == ((), ())


def test_who_sends_is_selected(tenant: TenantApi):
    for provider in (CUSTOM_PROVIDER, "twilio", "auth0"):
        tenant.set_selected_provider(provider)
        assert tenant.selected_provider() == provider
    refused(ProblemKind.REFUSED, tenant.set_selected_provider, "vonage")


def test_the_texts_go_together(tenant: TenantApi):
    assert tenant.legacy_templates() is None
    tenant.set_legacy_templates(TEXTS)
    assert tenant.legacy_templates() == TEXTS
    refused(ProblemKind.REFUSED, tenant.set_legacy_templates, replace(TEXTS, enrollment=""))


def test_a_unified_tenant_refuses_what_is_of_the_legacy_path(unified: TenantApi):
    for call, arguments in (
        (unified.selected_provider, ()),
        (unified.set_selected_provider, (CUSTOM_PROVIDER,)),
        (unified.legacy_templates, ()),
        (unified.set_legacy_templates, (TEXTS,)),
    ):
        refused(ProblemKind.LEGACY_CALL_ON_UNIFIED, call, *arguments)


def test_the_legacy_trigger_takes_several_actions_in_order(tenant: TenantApi):
    first, second = made(tenant, DRAFT), made(tenant, replace(DRAFT, name="Theirs"))
    assert (first.trigger, first.deployed_code) == (LEGACY_TRIGGER, CODE)
    tenant.set_bindings(LEGACY_TRIGGER, ("Theirs", "Our sender"))
    rows = tenant.bindings(LEGACY_TRIGGER)
    assert [row.action_name for row in rows] == ["Theirs", "Our sender"]
    assert [row.action_id for row in rows] == [second.id, first.id]
    assert {row.deployed_code for row in rows} == {CODE}
    tenant.set_bindings(LEGACY_TRIGGER, ("Theirs",))
    tenant.delete_action(first.id)
    assert [one.id for one in tenant.actions(LEGACY_TRIGGER)] == [second.id]


def test_a_binding_may_be_shown_as_something_else(tenant: TenantApi):
    made(tenant, DRAFT)
    tenant.set_bindings(LEGACY_TRIGGER, ("Our sender",), {"Our sender": "Texts", "Nobody": "x"})
    (row,) = tenant.bindings(LEGACY_TRIGGER)
    assert (row.action_name, row.shown_as) == ("Our sender", "Texts")
    tenant.set_bindings(LEGACY_TRIGGER, ("Our sender",))
    assert tenant.bindings(LEGACY_TRIGGER)[0].shown_as == "Our sender"


def test_a_binding_tells_what_runs_not_the_draft(tenant: TenantApi):
    action = made(tenant, DRAFT)
    tenant.set_bindings(LEGACY_TRIGGER, ("Our sender",))
    tenant.update_action(action.id, replace(DRAFT, code="// newer"))
    assert tenant.bindings(LEGACY_TRIGGER)[0].deployed_code == CODE
    deployed(tenant, action.id)
    assert tenant.bindings(LEGACY_TRIGGER)[0].deployed_code == "// newer"


def test_secrets_tell_when_they_were_written(tenant: TenantApi):
    action = made(tenant, DRAFT)
    dates = dict(action.secret_dates)
    assert set(dates) == {"VONAGE_API_KEY", "B"}
    assert all(date.startswith("20") and date[10] == "T" for date in dates.values())


def test_the_factor_and_its_types_without_a_phone_provider(tenant: TenantApi):
    tenant.set_factor("sms", on=True)
    tenant.set_message_types(("sms", "voice"))
    assert sorted(tenant.message_types()) == ["sms", "voice"]


def test_an_action_on_the_other_path_is_told_apart(tenant: TenantApi):
    made(tenant, replace(DRAFT, trigger=UNIFIED_TRIGGER))
    tenant.set_bindings(UNIFIED_TRIGGER, ("Our sender",))
    found = detect(tenant, DOMAIN, patient())
    assert found.action is None
    assert [one.name for one in found.other_actions] == ["Our sender"]
    assert [row.action_name for row in found.other_bindings] == ["Our sender"]


def test_who_asks_after_the_login(tenant: TenantApi):
    made(tenant, replace(DRAFT, name="Step up", trigger=LOGIN_TRIGGER, code="api.multifactor.enable('any');"))
    made(tenant, replace(DRAFT, name="Greeting", trigger=LOGIN_TRIGGER))
    tenant.set_bindings(LOGIN_TRIGGER, ("Greeting", "Step up"))
    assert detect(tenant, DOMAIN, patient()).asking_actions == ("Step up",)
    tenant.set_bindings(LOGIN_TRIGGER, ("Greeting",))
    assert detect(tenant, DOMAIN, patient()).asking_actions == ()


def test_a_hook_that_was_left_behind(with_hook: TenantApi):
    (hook,) = with_hook.hooks(LEGACY_TRIGGER)
    assert (hook.name, hook.trigger, hook.enabled) == (LEGACY_TRIGGER, LEGACY_TRIGGER, True)
    assert "module.exports" in hook.code
    assert hook.dependencies == (("nexmo", "2.9.1"),)
    assert hook.secrets == ("VONAGE_API_KEY", "VONAGE_API_SECRET", "VONAGE_FROM_NUMBER")
    with_hook.set_hook(hook.id, enabled=False)
    assert with_hook.hooks(LEGACY_TRIGGER) == (replace(hook, enabled=False),)
    assert with_hook.hooks(LOGIN_TRIGGER) == ()
    refused(ProblemKind.NOT_FOUND, with_hook.set_hook, "none", enabled=True)


def test_a_small_plan_has_no_back_off():
    memory = InMemoryTenant()
    memory.protection = None
    refused(ProblemKind.PLAN_GATE, memory.phone_protection)
    with practice_tenant(plan="professional") as there:
        refused(ProblemKind.PLAN_GATE, there.phone_protection)
        assert dict(detect(there, DOMAIN, patient()).unknown)["phone_protection"].startswith("plan_gate: ")
