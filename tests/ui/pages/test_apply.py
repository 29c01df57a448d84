"""The apply page: step by step, stopped, gone on with, and taken back."""

import threading
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QPushButton
from tests.ui.pages.stage import world
from tests.ui.pages.tenant_stage import ANSWERED, label, may_go_on, on_pages, prepared, replace

from textfactor.domain.answers import Environment, PolicyWish, World
from textfactor.domain.problems import ProblemKind
from textfactor.domain.secret import VONAGE_SECRET, SecretRef
from textfactor.flow.flow import PageId
from textfactor.ui.wizard.pages.apply_state import State
from textfactor.ui.wizard.pages.plan_card import PlanCard


@pytest.fixture
def workspace():
    return prepared()


@pytest.fixture
def stage(qtbot, quick_signs, workspace):
    with applying(qtbot, workspace) as made:
        yield made


@contextmanager
def applying(qtbot, workspace, answers=ANSWERED):
    """Come from the review page, with the click that lets the apply page write."""
    with on_pages(qtbot, PageId.REVIEW, PageId.APPLY, workspace=workspace, answers=answers) as stage:
        stage.until(lambda: may_go_on(stage) and not stage.page.busy)
        stage.next()
        stage.until(lambda: stage.page.page_id is PageId.APPLY)
        yield stage


def ended(stage):
    stage.until(lambda: stage.said() != "" and not stage.page.busy)
    return stage


def signs(stage) -> str:
    return "".join(stage.find(PlanCard, "steps").signs())


def shown(stage, name) -> bool:
    return stage.find(QPushButton, name).isVisible()


def test_every_step_is_ticked_and_next_opens(stage, workspace):
    ended(stage)
    assert signs(stage) == "✓" * 9
    assert stage.answers.applied
    assert may_go_on(stage)
    assert workspace.the_tenant.policies() == ("all-applications",)
    assert len(stage.page.tools.world.receipts) == 1


def test_going_on_leads_to_the_login(stage):
    ended(stage)
    stage.next()
    stage.until(lambda: stage.page.page_id is PageId.TRY)


def test_undo_is_shown_before_it_runs_and_brings_everything_back(qtbot, quick_signs):
    workspace = prepared()
    before = workspace.the_tenant.dump()
    with applying(qtbot, workspace) as stage:
        ended(stage)
        after = workspace.the_tenant.dump()
        assert stage.page.tools.world.observed is None, "the tenant is another one now"
        stage.click("undo")
        assert "They are fewer" in stage.said()
        assert stage.button("go_on").hasFocus()
        assert workspace.the_tenant.dump() == after
        assert stage.button("go_on").text().startswith("Take back")
        assert "−" in signs(stage)
        assert not may_go_on(stage)
        stage.click("go_on")
        stage.until(lambda: "Taken back" in stage.said())
        assert workspace.the_tenant.dump() == before
        assert not stage.answers.applied
        stage.click("to_review")
        stage.until(lambda: stage.page.page_id is PageId.REVIEW)


@pytest.mark.parametrize("twilio", [False, True])
def test_an_undo_says_as_a_warning_what_others_changed_since(qtbot, quick_signs, workspace, twilio):
    tenant = workspace.the_tenant
    if twilio:  # whose credentials no undo brings back
        tenant.create_phone_provider("twilio", ("text",), disabled=False)
    with applying(qtbot, workspace) as stage:
        ended(stage)
        found = next(one for one in tenant.templates() if one.type == "otp_verify")
        tenant.update_template(replace(found, text="theirs {{ code }}"))
        stage.click("undo")
        stage.click("go_on")
        stage.until(lambda: "Taken back in part" in stage.said())
        assert stage.callout().tone() == "warning"
        assert "The verification text stays as it is." in stage.said()
        assert ("cannot be taken back in full" in stage.said()) == twilio
        assert signs(stage).count("–") == 1
        assert not stage.answers.applied
        stage.click("to_review")
        stage.until(lambda: stage.page.page_id is PageId.REVIEW)


def test_an_undo_that_was_shown_can_be_left_alone(stage, workspace):
    ended(stage)
    after = workspace.the_tenant.dump()
    stage.click("undo")
    stage.click("keep")
    assert stage.shell.footer.primary.hasFocus()
    assert workspace.the_tenant.dump() == after
    assert may_go_on(stage)
    assert shown(stage, "undo")


def test_a_problem_in_the_middle_shows_how_far_it_got_and_go_on_finishes(qtbot, quick_signs, workspace):
    workspace.the_tenant.fail("set_factor", ProblemKind.REFUSED, "not today")
    with applying(qtbot, workspace) as stage:
        ended(stage)
        assert signs(stage) == "✓✓✓✓✕––––"
        assert stage.callout().tone() == "error"
        assert not stage.answers.applied
        assert not may_go_on(stage)
        stage.click("go_on")
        stage.until(lambda: stage.answers.applied)
        assert signs(stage) == "✓" * 5
        assert len(stage.page.tools.world.receipts) == 2


def test_what_two_runs_made_is_taken_back_together(qtbot, quick_signs, workspace):
    before = workspace.the_tenant.dump()
    workspace.the_tenant.fail("set_factor", ProblemKind.REFUSED, "not today")
    with applying(qtbot, workspace) as stage:
        ended(stage)
        stage.click("go_on")
        stage.until(lambda: stage.answers.applied)
        stage.click("undo")
        stage.click("go_on")
        stage.until(lambda: "Taken back" in stage.said())
    assert workspace.the_tenant.dump() == before


def test_undo_is_there_right_after_a_problem(qtbot, quick_signs, workspace):
    before = workspace.the_tenant.dump()
    workspace.the_tenant.fail("set_factor", ProblemKind.REFUSED, "not today")
    with applying(qtbot, workspace) as stage:
        ended(stage)
        stage.click("undo")
        stage.click("go_on")
        stage.until(lambda: "Taken back" in stage.said())
    assert workspace.the_tenant.dump() == before


def test_stop_waits_for_the_step_and_leaves_the_rest(qtbot, quick_signs, workspace, monkeypatch):
    tenant, gate = workspace.the_tenant, threading.Event()
    monkeypatch.setattr(tenant, "set_factor", held(tenant.set_factor, gate))
    with applying(qtbot, workspace) as stage:
        stage.until(lambda: signs(stage).startswith("✓✓✓✓…"))
        stage.until(lambda: shown(stage, "go_on_cancel"))
        assert stage.button("go_on_cancel").text() == "Stop after this step"
        stage.click("go_on_cancel")
        gate.set()
        ended(stage)
        assert signs(stage) == "✓✓✓✓✓––––"
        assert "5 of 9 steps were made" in stage.said()
        stage.click("go_on")
        stage.until(lambda: stage.answers.applied)


def held(method, gate):
    def wait(*args, **named):
        gate.wait(10)
        return method(*args, **named)

    return wait


def test_a_tenant_that_changed_meanwhile_is_shown_again_before_anything_is_written(
    qtbot, quick_signs, workspace, monkeypatch
):
    tenant = workspace.the_tenant
    tenant.fail("set_factor", ProblemKind.REFUSED, "not today")
    with applying(qtbot, workspace) as stage:
        ended(stage)
        tenant.set_policies(("confidence-score",))
        writes = len(tenant.writes)
        stage.click("go_on")
        stage.until(lambda: "Look at the plan again" in stage.said())
        assert len(tenant.writes) == writes
        assert stage.button("go_on").text() == "Apply 5 changes"
        stage.click("go_on")
        stage.until(lambda: stage.answers.applied)


def test_without_a_plan_that_was_seen_nothing_is_written(qtbot, quick_signs, workspace):
    with on_pages(qtbot, PageId.APPLY, workspace=workspace, answers=replace(ANSWERED, plan_size=9)) as stage:
        stage.until(lambda: "Look at the plan again" in stage.said())
        assert workspace.the_tenant.writes == []
        stage.click("go_on")
        stage.until(lambda: stage.answers.applied)


def test_a_new_start_can_still_take_back_what_the_last_one_made(qtbot, quick_signs, workspace):
    before = workspace.the_tenant.dump()
    with applying(qtbot, workspace) as stage:
        ended(stage)
    done = replace(ANSWERED, plan_size=9, applied=True)
    with on_pages(qtbot, PageId.APPLY, workspace=workspace, answers=done) as stage:
        stage.until(lambda: shown(stage, "undo"))
        stage.click("undo")
        stage.click("go_on")
        stage.until(lambda: "Taken back" in stage.said())
    assert workspace.the_tenant.dump() == before


def test_a_secret_that_is_gone_stops_it_before_the_first_write(qtbot, quick_signs, workspace):
    workspace.secrets.forget(SecretRef(workspace.profile.id, VONAGE_SECRET))
    with applying(qtbot, workspace) as stage:
        ended(stage)
        assert stage.callout().tone() == "error"
        assert workspace.the_tenant.writes == []


def test_a_factor_that_stays_off_is_named_at_the_end(qtbot, quick_signs, workspace):
    quiet = replace(ANSWERED, factor_on=False, policy=PolicyWish.LEAVE)
    with applying(qtbot, workspace, quiet) as stage:
        ended(stage)
        assert "SMS factor is off" in stage.said()


def test_one_change_more_is_one_row(stage):
    ended(stage)
    assert label(stage) == "Next"
    assert not shown(stage, "go_on")


PRODUCTION = replace(
    ANSWERED, world=World.OWN, environment=Environment.PRODUCTION, plan_size=9, profile_name="Acme"
)


def test_production_is_not_written_after_a_new_start_without_its_name(qtbot, quick_signs):
    workspace = prepared(world(practice=False))
    with on_pages(qtbot, PageId.APPLY, workspace=workspace, answers=PRODUCTION) as stage:
        ended(stage)
        stage.click("go_on")
        assert stage.error("confirm_tenant")
        assert workspace.the_tenant.writes == []
        stage.enter("confirm_tenant", "acme")
        stage.click("go_on")
        stage.until(lambda: stage.answers.applied)
        stage.click("undo")
        written = len(workspace.the_tenant.writes)
        stage.click("go_on")
        assert stage.error("confirm_tenant")
        assert len(workspace.the_tenant.writes) == written


def test_a_plan_that_was_turned_down_is_not_started_by_going_on(qtbot, quick_signs, workspace):
    with on_pages(qtbot, PageId.APPLY, workspace=workspace, answers=replace(ANSWERED, plan_size=9)) as stage:
        ended(stage)
        assert stage.page._state is State.SHOWN
        stage.page._leave_undo()
        stage.click("go_on")
        stage.until(lambda: stage.page._state is State.SHOWN)
        assert workspace.the_tenant.writes == []


def test_a_way_back_in_the_same_moment_writes_nothing(qtbot, quick_signs, workspace):
    with on_pages(qtbot, PageId.FACTOR, PageId.REVIEW, PageId.APPLY, workspace=workspace) as stage:
        stage.idle()
        stage.next()
        stage.until(lambda: stage.page.page_id is PageId.REVIEW and may_go_on(stage) and not stage.page.busy)
        stage.next()
        apply = stage.page
        stage.shell.wizard.go_to(PageId.FACTOR)
        assert stage.page.page_id is PageId.FACTOR
        qtbot.wait(50)
        stage.until(lambda: not apply.busy)
        assert workspace.the_tenant.writes == []


def test_what_cannot_be_taken_back_is_not_said_to_be(qtbot, quick_signs):
    workspace = prepared()
    workspace.the_tenant.create_phone_provider("twilio", ("text",), disabled=False)
    with applying(qtbot, workspace) as stage:
        ended(stage)
        assert not all(change.undo for change in stage.page.tools.world.receipts[0].applied)
        stage.click("undo")
        stage.click("go_on")
        stage.until(lambda: "Taken back" in stage.said())
        assert "but for what the plan said" in stage.said()
