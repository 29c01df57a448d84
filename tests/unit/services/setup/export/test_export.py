"""The finished state for other tools: what is in the files, in which order, and that no secret is."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from tests.fakes.setup import ASKED, CODE, DOMAIN, plan_for, run
from tests.fakes.tenant import InMemoryTenant
from tests.unit.services.setup.export.conftest import state_of

from textfactor.domain.answers import PolicyWish, TenantPath
from textfactor.domain.tenant import UNIFIED_TRIGGER, ActionDraft
from textfactor.services.setup.export.deploy_cli import deploy_cli_files
from textfactor.services.setup.export.exporting import export_files
from textfactor.services.setup.export.kinds import ExportKind
from textfactor.services.setup.export.terraform import terraform_files

LEFT = replace(ASKED, policy=PolicyWish.LEAVE)


def contents(files: dict[str, str]) -> dict[str, Any]:
    return {name: json.loads(text) for name, text in files.items() if name.endswith(".json")}


@pytest.mark.parametrize("kind", ExportKind)
def test_no_file_holds_a_secret_and_each_ends_in_a_line_feed(tenant, kind):
    run(plan_for(tenant), tenant)
    files = export_files(kind, state_of(tenant))
    assert CODE in files.values()
    for name, text in files.items():
        assert "s3cretS3cret" not in text, name
        assert "abcd1234" not in text, name
        assert text.endswith("\n") or text == CODE
        assert "\r" not in text
    assert DOMAIN in files["README.txt"]
    assert all(len(line) <= 100 for line in files["README.txt"].splitlines())


def test_the_directory_for_deploy_cli(tenant):
    state = state_of(tenant)
    files = contents(deploy_cli_files(state))
    action = files["actions/textfactor-sender.json"]
    assert action["secrets"] == [{"name": name, "value": f"##{name}##"} for name in sorted(state.secrets)]
    assert action["supported_triggers"] == [{"id": state.trigger, "version": state.trigger_version}]
    assert action["code"] == "./actions/textfactor-sender/code.js"
    assert files["triggers/triggers.json"] == {
        state.trigger: [{"action_name": state.name, "display_name": state.name}]
    }
    assert files["guardian/policies.json"] == {"policies": ["all-applications"]}
    assert files["config.json"]["AUTH0_ALLOW_DELETE"] is False
    unified = state.path is TenantPath.UNIFIED
    assert ("phone-providers/provider.json" in files) is unified
    assert ("guardian/templates/sms.json" in files) is not unified
    kinds = files["config.json"]["AUTH0_INCLUDED_ONLY"]
    assert ("phoneTemplates" in kinds, "guardianFactorTemplates" in kinds) == (unified, not unified)


def test_texts_name_the_tenant_as_their_path_does(tenant):
    state = state_of(tenant)
    for files in (deploy_cli_files(state), terraform_files(state)):
        whole = "".join(files.values())
        assert ("{{ friendly_name }}" in whole) is (state.path is TenantPath.UNIFIED)
        assert ("{{ tenant.friendly_name }}" in whole) is (state.path is TenantPath.LEGACY)


def test_nothing_is_null(tenant):
    assert not re.search(r"\bnull\b", "".join(deploy_cli_files(state_of(tenant)).values()))


def test_a_policy_that_is_left_alone_is_no_part_of_the_directory(tenant):
    tenant.set_policies(("confidence-score",))
    files = contents(deploy_cli_files(state_of(tenant, LEFT)))
    assert "guardian/policies.json" not in files
    assert "guardianPolicies" not in files["config.json"]["AUTH0_INCLUDED_ONLY"]
    terraform = terraform_files(state_of(tenant, LEFT))
    assert '"confidence-score"' in terraform["main.tf"]
    assert "webauthn_roaming, policy]" in terraform["main.tf"]


def test_a_policy_that_nobody_knows_is_asked_for(tenant):
    state = replace(state_of(tenant, LEFT), found_policies=None)
    files = terraform_files(state)
    assert "var.mfa_policy" in files["main.tf"]
    assert 'variable "mfa_policy"' in files["variables.tf"]
    assert "TF_VAR_mfa_policy" in files["README.txt"]
    assert "mfa_policy" not in terraform_files(state_of(tenant, LEFT))["variables.tf"]


def test_a_policy_of_never_is_told_as_that(tenant):
    state = state_of(tenant, replace(ASKED, policy=PolicyWish.NEVER))
    assert contents(deploy_cli_files(state))["guardian/policies.json"] == {"policies": []}
    assert 'policy     = "never"' in terraform_files(state)["main.tf"]
    assert "MFA is asked for: never." in deploy_cli_files(state)["README.txt"]


def test_a_factor_that_shall_be_off_has_no_message_types(tenant):
    state = state_of(tenant, replace(ASKED, factor_on=False))
    files = contents(deploy_cli_files(state))
    assert files["guardian/factors/sms.json"] == {"name": "sms", "enabled": False}
    assert "guardian/phoneFactorMessageTypes.json" not in files
    main = terraform_files(state)["main.tf"]
    assert "enabled = false" in main
    assert "message_types" not in main


def test_actions_of_others_stay_bound_in_their_order():
    tenant = InMemoryTenant(legacy=True)
    made = tenant.create_action(ActionDraft("Audit", "send-phone-message", "// theirs", "node22", ()))
    tenant.deploy_action(made.id)
    tenant.action(made.id)
    tenant.set_bindings("send-phone-message", ("Audit",))
    state = state_of(tenant)
    assert state.bindings == ("Audit", state.name)
    listed = contents(deploy_cli_files(state))["triggers/triggers.json"]["send-phone-message"]
    assert [row["action_name"] for row in listed] == ["Audit", state.name]
    assert (
        "Audit" not in terraform_files(state)["main.tf"]
    )  # its resource adds to the list and leaves it alone


def test_what_is_there_is_adopted_by_terraform(tenant):
    before = terraform_files(state_of(tenant))["imports.tf"]
    assert before.count("import {") == 1
    run(plan_for(tenant), tenant)
    state = state_of(tenant)
    after = terraform_files(state)["imports.tf"]
    assert f"{state.trigger}::{state.ids.action}" in after
    assert after.count("import {") == (6 if state.path is TenantPath.UNIFIED else 3)


def test_a_voice_text_and_a_sender_that_are_there_stay_and_other_templates_too():
    tenant = InMemoryTenant()
    draft = ActionDraft("Own", UNIFIED_TRIGGER, "// theirs", "node22", ())
    tenant.create_action(draft)
    found = tenant.templates()
    assert any(one.voice for one in found)
    first = next(one for one in found if one.type == "otp_verify")
    tenant.create_template(replace(first, sender="ACME", voice="Your code"))
    state = state_of(tenant)
    verify = contents(deploy_cli_files(state))["phone-templates/otp_verify.json"]
    assert verify["content"]["from"] == "ACME"
    assert verify["content"]["body"] == {"text": ASKED.verify_text, "voice": "Your code"}
    assert 'from   = "ACME"' in terraform_files(state)["main.tf"]
    names = {name for name in deploy_cli_files(state) if name.startswith("phone-templates/")}
    assert names == {f"phone-templates/{one.type}.json" for one in found}
    bare = replace(state, enroll=replace(state.enroll, voice="", sender=""))
    assert "voice" not in deploy_cli_files(bare)["phone-templates/otp_enroll.json"]
    assert terraform_files(bare)["main.tf"].count("voice") == 1
