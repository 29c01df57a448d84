"""The review page: nothing is written before it was shown here."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QRadioButton
from tests.fakes.setup import with_foreign_sender, with_old_action, with_twilio
from tests.ui.pages.stage import world
from tests.ui.pages.tenant_stage import (
    ANSWERED,
    label,
    may_go_on,
    on_pages,
    prepared,
    replace,
    stopped_while_replacing,
)
from tests.ui.parts import child

from textfactor.domain.answers import Environment, TenantPath, World
from textfactor.domain.plan import Plan, Receipt
from textfactor.domain.problems import Problem, ProblemKind, Service
from textfactor.flow.flow import PageId
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.change_row import ChangeRow
from textfactor.ui.wizard.pages.plan_card import PlanCard

OWN = replace(ANSWERED, world=World.OWN, environment=Environment.PRODUCTION)


@pytest.fixture
def workspace():
    return prepared()


@pytest.fixture
def stage(qtbot, quick_signs, workspace):
    with on_pages(qtbot, PageId.REVIEW, workspace=workspace) as made:
        yield made


def planned(stage):
    stage.until(lambda: stage.answers.plan_size is not None and not stage.page.busy)
    stage.until(lambda: stage.find(PlanCard, "plan").complete)
    return stage


def rows(stage) -> list[ChangeRow]:
    return [row for row in stage.find(PlanCard, "plan").rows() if isinstance(row, ChangeRow)]


def warnings(stage) -> str:
    return "\n".join(c.title() for c in stage.page.findChildren(Callout) if not c.isHidden())


def test_the_plan_is_shown_and_nothing_is_written(stage, workspace):
    planned(stage)
    assert label(stage) == "Apply 9 changes"
    assert may_go_on(stage)
    assert [row.sign() for row in rows(stage)] == ["+", "+", "+", "+", "~", "+", "~", "~", "~"]
    assert "Nothing of this plan has been written yet" in stage.page.lead(stage.answers)
    assert workspace.the_tenant.writes == []


def test_what_stays_as_it_is_is_listed_too(qtbot, quick_signs):
    workspace = prepared()
    workspace.the_tenant.set_factor("sms", on=True)
    with on_pages(qtbot, PageId.REVIEW, workspace=workspace) as stage:
        planned(stage)
        assert rows(stage)[-1].sign() == "="
        assert "the SMS factor" in rows(stage)[-1].accessibleDescription()


def test_asking_everybody_is_a_warning(stage):
    assert "Everybody will be asked" in warnings(planned(stage))


def test_another_provider_and_lost_secrets_are_warnings(qtbot, quick_signs):
    for tenant, words in ((with_twilio(), "Twilio sends"), (with_foreign_sender(), "cannot bring back")):
        workspace = prepared()
        workspace.the_tenant = tenant
        with on_pages(qtbot, PageId.REVIEW, workspace=workspace) as stage:
            assert words in warnings(planned(stage))


def test_somebody_elses_action_that_is_written_over_is_named(qtbot, quick_signs):
    workspace = prepared()
    workspace.the_tenant = with_foreign_sender()
    with on_pages(qtbot, PageId.REVIEW, workspace=workspace) as stage:
        assert "“Our texts” is written over" in warnings(planned(stage))


def test_our_own_action_is_not_called_somebody_elses(stage):
    assert "written over" not in warnings(planned(stage))


def test_the_plan_can_be_copied(stage):
    planned(stage).page._copy.click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("9 changes to acme.example")
    assert "POST /actions/actions" in text
    assert "s3cret" not in text


def test_an_empty_plan_skips_the_apply(qtbot, quick_signs):
    workspace = prepared()
    with on_pages(qtbot, PageId.REVIEW, PageId.APPLY, workspace=workspace) as first:
        planned(first)
        first.next()
        first.until(lambda: first.answers.applied)
    with on_pages(qtbot, PageId.REVIEW, workspace=workspace) as stage:
        planned(stage)
        assert label(stage) == "Continue"
        stage.next()
        stage.until(lambda: stage.page.page_id is PageId.TRY)


def test_production_asks_for_the_tenants_name(qtbot, quick_signs):
    with on_pages(qtbot, PageId.REVIEW, PageId.APPLY, answers=OWN) as stage:
        planned(stage)
        stage.next()
        assert stage.error("confirm_tenant")
        stage.enter("confirm_tenant", "other.example")
        stage.next()
        assert stage.page.page_id is PageId.REVIEW
        assert stage.workspace.the_tenant.writes == []
        stage.enter("confirm_tenant", "acme.example")
        stage.next()
        stage.until(lambda: stage.page.page_id is PageId.APPLY)


def test_rights_that_the_plan_needs_are_asked_for_before_it_begins(qtbot, quick_signs):
    workspace = prepared(world())
    workspace.the_tenant.scopes = frozenset({"create:actions", "update:actions", "read:mfa_policies"})
    with on_pages(qtbot, PageId.REVIEW, workspace=workspace) as stage:
        planned(stage)
        assert not may_go_on(stage)
        assert stage.callout().tone() == "error"
        stage.until_there(type(stage.button("remedy")), "remedy")


def test_a_failed_reading_can_be_tried_again(qtbot, quick_signs):
    workspace = prepared()
    workspace.the_tenant.fail("factors", ProblemKind.NO_NETWORK)
    with on_pages(qtbot, PageId.REVIEW, workspace=workspace) as stage:
        stage.until(lambda: stage.callout().tone() == "error")
        assert not may_go_on(stage)
        stage.click("remedy")
        planned(stage)
        assert may_go_on(stage)


def test_what_a_killed_run_made_can_be_taken_back_later(qtbot, quick_signs):
    workspace = prepared()
    plan = Plan("acme.example", ())
    receipt = Receipt(plan, (), Problem(ProblemKind.CONNECTION_LOST, Service.AUTH0))
    workspace.journal.end(workspace.journal.begin(plan), receipt)
    with on_pages(qtbot, PageId.REVIEW, workspace=workspace) as stage:
        planned(stage)
        assert stage.page.tools.world.receipts == (receipt,)


def test_going_back_and_coming_again_plans_anew(stage):
    planned(stage)
    assert stage.page.tools.world.plan is not None
    stage.page.enter(stage.answers)
    assert stage.page.tools.world.plan is None
    stage.until(lambda: stage.page.tools.world.plan is not None)


def test_who_sends_is_asked_here_where_nobody_has_said_and_the_plan_is_made_anew(qtbot, quick_signs):
    workspace = prepared()
    workspace.the_tenant = with_old_action()
    answers = replace(ANSWERED, tenant_path=TenantPath.LEGACY)
    with on_pages(qtbot, PageId.REVIEW, workspace=workspace, answers=answers) as stage:
        planned(stage)
        assert not may_go_on(stage)
        stage.click("replace_0")
        stage.until(lambda: may_go_on(stage))
        assert stage.answers.replaces == ("Old SMS",)
        assert "Old SMS" in "".join(row.accessibleDescription() for row in rows(planned(stage)))
        assert workspace.the_tenant.writes.count("set_bindings") == 1, "which the test itself did"


def test_what_a_stopped_run_was_to_replace_is_not_asked_again(qtbot, quick_signs):
    workspace = prepared()
    stopped_while_replacing(workspace)
    answers = replace(ANSWERED, tenant_path=TenantPath.LEGACY)
    with on_pages(qtbot, PageId.REVIEW, workspace=workspace, answers=answers) as stage:
        planned(stage)
        assert may_go_on(stage)
        assert stage.find(QRadioButton, "replace_0").isChecked()
        assert stage.answers.replaces == ("Old SMS",)
        assert "Old SMS" in "".join(row.accessibleDescription() for row in rows(stage))


def test_tab_comes_from_the_page_to_the_rows_and_then_to_the_footer(stage, qtbot):
    planned(stage)
    stage.until(lambda: all(row.isVisible() for row in rows(stage)))  # the last one is shown a moment later
    stage.page.setFocus()
    window, names = stage.shell.window(), []
    for _ in range(len(rows(stage))):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        names.append(window.focusWidget().accessibleName())
    changes = [row.title() for row in rows(stage) if row.sign() != "="]
    assert names[: len(changes)] == [f"In full: {title}" for title in changes]


def test_each_change_is_read_to_the_last_character(stage, qtbot):
    planned(stage)
    row = rows(stage)[0]
    toggle = child(row, QPushButton, "in_full")
    toggle.setFocus()
    qtbot.keyClick(toggle, Qt.Key.Key_Space)
    code = child(row, QPlainTextEdit, "change_code").toPlainText()
    assert code.count("+ ") >= 2
    assert "exports.onExecuteCustomPhoneProvider" in code
    shown = [one.text() for one in row.findChildren(QLabel)]
    assert "POST /actions/actions" in shown
    assert "Secret VONAGE_API_KEY: set" in shown
    assert any(text.startswith("Undo") for text in shown)
    qtbot.keyClick(toggle, Qt.Key.Key_Tab)
    assert stage.shell.window().focusWidget() is child(row, QPlainTextEdit, "change_code")
    text = next(row for row in rows(stage) if row.title() == "Set the enrolment text")
    qtbot.mouseClick(child(text, QPushButton, "in_full"), Qt.MouseButton.LeftButton)
    assert "Enter it to finish setting up." in child(text, QPlainTextEdit, "change_text").toPlainText()
