"""What every tenant does, in memory and over HTTPS: the fake may be trusted as far as this holds."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.contract.tenants import KINDS, deployed, made, refused, tenant_of, until_deployed
from tests.fakes.setup import ASKED, CODE, DOMAIN, patient, plan_for, run

from textfactor.domain.answers import TenantPath
from textfactor.domain.plan import Resource
from textfactor.domain.problems import ProblemKind
from textfactor.domain.tenant import SENDER_NAME, UNIFIED_TRIGGER, ActionDraft, Observed
from textfactor.services.setup.detect import detect
from textfactor.services.setup.undo import inverse
from textfactor.services.tenant_ports import TenantApi

UNIFIED = [
    Resource.SENDER,
    Resource.DEPLOYMENT,
    Resource.BINDING,
    Resource.PROVIDER,
    Resource.FACTOR,
    Resource.MESSAGE_TYPES,
    Resource.ENROLL_TEMPLATE,
    Resource.VERIFY_TEMPLATE,
    Resource.POLICY,
]
"""The order in which both vendors demand it."""
DRAFT = ActionDraft(SENDER_NAME, UNIFIED_TRIGGER, CODE, "node22", (("VONAGE_API_KEY", "k"), ("B", "b")))


@pytest.fixture(params=KINDS)
def tenant(request: pytest.FixtureRequest) -> Iterator[TenantApi]:
    with tenant_of(request.param, "unified") as made:
        yield made


def test_it_is_on_the_unified_path(tenant: TenantApi):
    refused(ProblemKind.LEGACY_CALL_ON_UNIFIED, tenant.selected_provider)
    assert detect(tenant, DOMAIN, patient()).path is TenantPath.UNIFIED
    assert tenant.settings().friendly_name


def test_a_new_tenant_has_nothing(tenant: TenantApi):
    found = detect(tenant, DOMAIN, patient())
    assert (found.action, found.bindings, found.provider, found.factor_on) == (None, (), None, False)
    assert found.missing_scopes == ()
    assert found.unknown == ()
    assert found.enroll is not None
    assert found.enroll.id == ""
    assert "code" in found.enroll.text


def test_an_action_is_made_built_and_deployed(tenant: TenantApi):
    action = made(tenant, DRAFT)
    assert (action.name, action.code, action.runtime, action.status) == (SENDER_NAME, CODE, "node22", "built")
    assert sorted(action.secrets) == ["B", "VONAGE_API_KEY"]
    assert action.deployed_code == CODE
    assert action.deployed_version
    assert action.all_changes_deployed
    assert [a.id for a in tenant.actions(UNIFIED_TRIGGER)] == [action.id]


def test_the_trigger_takes_one_action(tenant: TenantApi):
    tenant.create_action(DRAFT)
    refused(ProblemKind.REFUSED, tenant.create_action, replace(DRAFT, name="Second"))


def test_a_draft_changes_alone(tenant: TenantApi):
    action = made(tenant, DRAFT)
    changed = tenant.update_action(action.id, replace(DRAFT, code="// newer", secrets=None))
    assert changed.code == "// newer"
    assert sorted(changed.secrets) == ["B", "VONAGE_API_KEY"]
    assert changed.deployed_code == CODE
    assert not changed.all_changes_deployed
    cleared = tenant.update_action(action.id, replace(DRAFT, secrets=()))
    assert cleared.secrets == ()


def test_an_earlier_version_comes_back_with_its_draft(tenant: TenantApi):
    action = made(tenant, DRAFT)
    tenant.update_action(action.id, replace(DRAFT, code="// newer"))
    assert deployed(tenant, action.id).deployed_code == "// newer"
    assert action.deployed_version is not None
    tenant.deploy_version(action.id, action.deployed_version)
    back = until_deployed(tenant, action.id)
    assert (back.code, back.deployed_code) == (CODE, CODE)
    assert sorted(back.secrets) == ["B", "VONAGE_API_KEY"]


def test_binding_needs_a_deployment_and_deleting_needs_no_binding(tenant: TenantApi):
    action = tenant.create_action(DRAFT)
    refused(ProblemKind.REFUSED, tenant.set_bindings, UNIFIED_TRIGGER, (SENDER_NAME,))
    deployed(tenant, action.id)
    tenant.set_bindings(UNIFIED_TRIGGER, (SENDER_NAME,))
    assert [row.action_name for row in tenant.bindings(UNIFIED_TRIGGER)] == [SENDER_NAME]
    refused(ProblemKind.REFUSED, tenant.delete_action, action.id)
    tenant.set_bindings(UNIFIED_TRIGGER, ())
    tenant.delete_action(action.id)
    assert tenant.actions(UNIFIED_TRIGGER) == ()
    refused(ProblemKind.NOT_FOUND, tenant.action, action.id)


def test_the_custom_provider_needs_the_sender(tenant: TenantApi):
    refused(ProblemKind.REFUSED, tenant.create_phone_provider, "custom", ("text",), disabled=False)
    made(tenant, DRAFT)
    provider = tenant.create_phone_provider("custom", ("text",), disabled=False)
    refused(ProblemKind.REFUSED, tenant.create_phone_provider, "custom", ("text",), disabled=False)
    changed = tenant.update_phone_provider(provider.id, "custom", ("text", "voice"), disabled=True)
    assert tenant.phone_providers() == (changed,)
    assert (changed.name, changed.disabled, sorted(changed.methods)) == ("custom", True, ["text", "voice"])
    tenant.delete_phone_provider(provider.id)
    assert tenant.phone_providers() == ()


def test_texts_are_edited_and_dropped(tenant: TenantApi):
    default = next(t for t in tenant.templates() if t.type == "otp_verify")
    edited = tenant.create_template(replace(default, text="{{ code }} first"))
    assert edited.id
    refused(ProblemKind.REFUSED, tenant.create_template, replace(default, text="again"))
    again = tenant.update_template(replace(edited, text="{{ code }}  second "))
    assert next(t for t in tenant.templates() if t.type == "otp_verify") == again
    assert again.text == "{{ code }}  second "
    assert again.voice == default.voice
    tenant.delete_template(again.id)
    back = next(t for t in tenant.templates() if t.type == "otp_verify")
    assert (back.id, back.text) == ("", default.text)


def test_factor_types_and_policy(tenant: TenantApi):
    made(tenant, DRAFT)
    tenant.create_phone_provider("custom", ("text",), disabled=False)
    tenant.set_factor("sms", on=True)
    assert tenant.factors()["sms"] is True
    refused(ProblemKind.REFUSED, tenant.set_message_types, ("sms", "voice"))
    tenant.set_message_types(("sms",))
    assert tenant.message_types() == ("sms",)
    tenant.set_message_types(())
    assert tenant.message_types() == ()
    tenant.set_factor("sms", on=False)
    assert tenant.factors()["sms"] is False
    for policies in (("all-applications",), ("confidence-score",), ()):
        tenant.set_policies(policies)
        assert tenant.policies() == policies


def alike(found: Observed) -> Observed:
    """The same but for the order of secrets, which means nothing, and for when they were written."""
    assert found.action is not None
    action = replace(found.action, secrets=tuple(sorted(found.action.secrets)), secret_dates=())
    return replace(found, action=action)


def test_the_whole_way_there_and_back(tenant: TenantApi):
    before = detect(tenant, DOMAIN, patient())
    receipt = run(plan_for(tenant), tenant)
    assert receipt.complete, receipt.stopped_by
    assert [change.resource for change in receipt.applied] == UNIFIED
    assert not plan_for(tenant)
    back = run(inverse(receipt), tenant)
    assert back.complete, back.stopped_by
    assert replace(detect(tenant, DOMAIN, patient()), message_types=before.message_types) == before


def test_a_newer_code_there_and_back(tenant: TenantApi):
    run(plan_for(tenant), tenant)
    before = detect(tenant, DOMAIN, patient())
    receipt = run(plan_for(tenant, replace(ASKED, verify_text="{{ code }}"), "// newer"), tenant)
    assert receipt.complete, receipt.stopped_by
    assert {c.resource for c in receipt.applied} == {
        Resource.SENDER,
        Resource.DEPLOYMENT,
        Resource.VERIFY_TEMPLATE,
    }
    back = run(inverse(receipt), tenant)
    assert back.complete, back.stopped_by
    after = detect(tenant, DOMAIN, patient())
    assert before.action is not None
    assert after.action is not None
    version = {"deployed_version": before.action.deployed_version}
    after = replace(after, action=replace(after.action, **version))
    assert alike(after) == alike(before)


def test_the_log_can_be_read_from_a_place_on(tenant: TenantApi):
    rows = tenant.logs("")
    newest = rows[-1].id if rows else ""
    assert tenant.logs(newest) == ()
    assert all(row.type == "gd_send_sms" for row in tenant.logs("", ("gd_send_sms",)))
