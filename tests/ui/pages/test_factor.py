"""The factor page: what is on today, who sends today, and who is asked for a code."""

from contextlib import ExitStack

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QRadioButton
from tests.fakes.setup import with_foreign_sender, with_old_action, with_twilio
from tests.fakes.tenant import InMemoryTenant
from tests.ui.pages.tenant_stage import (
    ANSWERED,
    may_go_on,
    on_pages,
    prepared,
    replace,
    stopped_while_replacing,
)

from textfactor.domain.answers import PolicyWish, TenantPath
from textfactor.domain.plan import Resource
from textfactor.domain.problems import ProblemKind
from textfactor.domain.tenant import LEGACY_TRIGGER, LOGIN_TRIGGER, SENDER_NAME, ActionDraft
from textfactor.flow.flow import PageId
from textfactor.ui.wizard.pages.fact_list import FactList

LEAVING = replace(ANSWERED, policy=PolicyWish.LEAVE)


@pytest.fixture
def workspace():
    return prepared()


@pytest.fixture
def show(qtbot, quick_signs, workspace):
    """Show the page once the tenant is as the test wants it, and wait until it was read."""
    with ExitStack() as stack:

        def enter(*, fails=False):
            stage = stack.enter_context(on_pages(qtbot, PageId.FACTOR, answers=LEAVING, workspace=workspace))
            if not fails:
                read(stage)
            return stage

        yield enter


def read(stage):
    stage.until(lambda: stage.page.tools.world.observed is not None and not stage.page.busy)


def test_a_tenant_that_nobody_has_read_yet_is_read(show):
    facts = show().find(FactList, "factor_facts").shown()
    assert "SMS factor: off" in facts
    assert "never asked for" in facts


def test_that_nobody_is_asked_is_said_plainly_and_always_is_offered(show):
    stage = show()
    assert "Nobody will be asked" in stage.said("nobody_note")
    assert stage.find(QRadioButton, "policy_leave").isChecked()
    stage.click("policy_always")
    assert stage.said("nobody_note") == ""
    assert stage.answers.policy is PolicyWish.ALWAYS


def test_never_says_that_nobody_is_asked(show, workspace):
    workspace.the_tenant.set_policies(("all-applications",))
    stage = show()
    stage.click("policy_never")
    assert "Nobody will be asked" in stage.said("nobody_note")


def test_a_factor_that_is_off_makes_no_ado_about_the_policy(show):
    stage = show()
    stage.find(QCheckBox, "factor_on").click()
    assert stage.said("nobody_note") == ""
    assert not stage.answers.factor_on


def test_whoever_sends_today_is_named(show, workspace):
    workspace.the_tenant = with_twilio()
    assert "Twilio sends your codes today" in show().said("provider_note")


def test_somebody_elses_action_is_named(show, workspace):
    workspace.the_tenant = with_foreign_sender()
    assert "Our texts" in show().said("provider_note")


def test_twilio_on_the_legacy_path_is_named(show, workspace):
    workspace.the_tenant = InMemoryTenant(legacy=True)
    workspace.the_tenant.set_selected_provider("twilio")
    stage = show()
    assert "Twilio sends your codes today" in stage.said("provider_note")
    assert "Phone provider: Twilio" in stage.find(FactList, "factor_facts").shown()


def test_a_second_sender_on_the_legacy_path_is_warned_of(show, workspace):
    tenant = workspace.the_tenant = InMemoryTenant(legacy=True)
    action = tenant.create_action(ActionDraft("Our texts", LEGACY_TRIGGER, "// theirs", "node22", ()))
    tenant.deploy_action(action.id)
    tenant.set_bindings(LEGACY_TRIGGER, ("Our texts",))
    tenant.set_selected_provider("phone-message-hook")
    said = show().said("provider_note")
    assert "Our texts" in said
    assert "two messages" in said


def test_an_untouched_legacy_tenant_has_no_note(show, workspace):
    workspace.the_tenant = InMemoryTenant(legacy=True)
    stage = show()
    assert stage.said("provider_note") == ""
    assert "Auth0's own, for trying out" in stage.find(FactList, "factor_facts").shown()


def test_an_action_that_asks_is_somebody_who_asks(show, workspace):
    tenant = workspace.the_tenant
    code = "exports.onExecutePostLogin = async (e, api) => api.multifactor.enable('any');"
    action = tenant.create_action(ActionDraft("Step up", LOGIN_TRIGGER, code, "node22", ()))
    tenant.deploy_action(action.id)
    tenant.set_bindings(LOGIN_TRIGGER, ("Step up",))
    assert show().said("nobody_note") == ""


def test_a_policy_that_cannot_be_read_cannot_be_changed(show, workspace):
    workspace.the_tenant.fail("policies", ProblemKind.MISSING_SCOPE, "read:mfa_policies")
    stage = show()
    assert not stage.button("policy_always").isEnabled()
    assert "could not be read" in stage.button("policy_leave").accessibleDescription()
    assert stage.said("nobody_note") == ""


def test_a_right_that_is_missing_is_named(show, workspace):
    workspace.the_tenant.scopes = frozenset({"read:mfa_policies"})
    stage = show()
    assert not stage.button("policy_never").isEnabled()
    assert "update:mfa_policies" in stage.button("policy_leave").accessibleDescription()


def test_a_failed_reading_can_be_tried_again(show, workspace):
    workspace.the_tenant.fail("factors", ProblemKind.NO_NETWORK)
    stage = show(fails=True)
    stage.until(lambda: stage.callout().tone() == "error")
    stage.click("remedy")
    read(stage)
    assert stage.said() == ""


def test_whether_two_actions_shall_send_is_asked_before_the_way_on(qtbot, quick_signs):
    workspace = prepared()
    workspace.the_tenant = with_old_action()
    answers = replace(LEAVING, tenant_path=TenantPath.LEGACY)
    with on_pages(qtbot, PageId.FACTOR, PageId.REVIEW, answers=answers, workspace=workspace) as stage:
        read(stage)
        assert not may_go_on(stage)
        assert stage.answers.replaces is None
        stage.click("replace_1")
        assert stage.answers.replaces == ()
        stage.click("replace_0")
        assert stage.answers.replaces == ("Old SMS",)
        stage.next()
        stage.until(lambda: stage.answers.plan_size is not None and not stage.page.busy)
        assert stage.page.findChild(QRadioButton, "replace_0") is None, "it was said already"
        plan = stage.page.tools.world.plan
        binding = next(change for change in plan.changes if change.resource is Resource.BINDING)
        assert binding.after.actions == ("Textfactor SMS sender",)


@pytest.mark.parametrize("complete", [False, True])
def test_what_a_stopped_command_was_to_replace_is_chosen_already(qtbot, quick_signs, complete):
    workspace = prepared()
    stopped_while_replacing(workspace, complete=complete)
    answers = replace(LEAVING, tenant_path=TenantPath.LEGACY)
    with on_pages(qtbot, PageId.FACTOR, answers=answers, workspace=workspace) as stage:
        read(stage)
        stage.until(lambda: not stage.page.busy)
        assert may_go_on(stage) != complete, "a run that ended answers for itself alone"
        if complete:
            return
        assert stage.find(QRadioButton, "replace_0").isChecked()
        assert stage.answers.replaces == ("Old SMS",)
        hint = next(one for one in stage.page.findChildren(QLabel) if one.text().startswith("Chosen as"))
        assert hint.isVisible()
        stage.click("replace_1")
        assert stage.answers.replaces == ()
        assert not hint.isVisible()


def test_an_answer_is_not_overruled_by_a_stopped_command(qtbot, quick_signs):
    workspace = prepared()
    stopped_while_replacing(workspace)
    answers = replace(LEAVING, tenant_path=TenantPath.LEGACY, replaces=())
    with on_pages(qtbot, PageId.FACTOR, answers=answers, workspace=workspace) as stage:
        read(stage)
        assert stage.find(QRadioButton, "replace_1").isChecked()
        assert stage.answers.replaces == ()


def test_somebody_elses_action_with_our_name_is_named_too(show, workspace):
    tenant = workspace.the_tenant = InMemoryTenant(legacy=True)
    action = tenant.create_action(ActionDraft(SENDER_NAME, LEGACY_TRIGGER, "// theirs", "node22", ()))
    tenant.deploy_action(action.id)
    tenant.set_bindings(LEGACY_TRIGGER, (SENDER_NAME,))
    tenant.set_selected_provider("phone-message-hook")
    assert "two messages" in show().said("provider_note")


def test_with_several_others_each_can_be_named(qtbot, quick_signs):
    workspace = prepared()
    tenant = workspace.the_tenant = with_old_action()
    action = tenant.create_action(ActionDraft("Mine", LEGACY_TRIGGER, "// mine", "node22", ()))
    tenant.action(action.id)
    tenant.deploy_action(action.id)
    tenant.set_bindings(LEGACY_TRIGGER, ("Old SMS", "Mine"))
    answers = replace(LEAVING, tenant_path=TenantPath.LEGACY, replaces=("Mine", "Gone"))
    with on_pages(qtbot, PageId.FACTOR, answers=answers, workspace=workspace) as stage:
        read(stage)
        assert stage.find(QRadioButton, "replace_2").isChecked()
        assert may_go_on(stage)
        stage.click("replace_0")
        assert stage.answers.replaces == ("Old SMS", "Mine")
