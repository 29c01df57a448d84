"""The last page: what was done, and honestly what was not."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from tests.ui.demo import texts
from tests.ui.pages.tenant_stage import ANSWERED, label, on_pages
from tests.ui.pages.test_apply import applying

from textfactor.domain.answers import Answers, Environment, World
from textfactor.domain.running import RunOutcome, RunResult
from textfactor.flow.flow import PageId
from textfactor.services.sending.sender_run import SenderRun
from textfactor.ui.wizard.pages.gradual_card import GradualCard

ALL_DONE = replace(
    ANSWERED,
    test_accepted=True,
    test_arrived=True,
    sender_ran=True,
    plan_size=9,
    applied=True,
    login_accepted=True,
)


def words(qtbot, answers: Answers) -> str:
    with on_pages(qtbot, PageId.DONE, answers=answers) as stage:
        stage.page.tools.world.sender_run = SenderRun(RunResult(RunOutcome.OK, "Node 22.20.0"), None)
        stage.page.enter(answers)
        stage.until(lambda: all(card.complete for card in stage.page.findChildren(GradualCard)))
        return "\n".join(texts(stage.page))


def test_all_of_it_was_seen(qtbot):
    told = words(qtbot, ALL_DONE)
    assert "accepted by Vonage and arrived" in told
    assert "Node 22.20.0" in told
    assert "the code came by SMS and was accepted" in told
    assert "your own tenant" in told


def test_what_was_not_tested_is_said(qtbot):
    told = words(qtbot, replace(ANSWERED, plan_size=0))
    for honest in ("none was sent", "not run", "in place already", "not tested", "not proved"):
        assert honest in told


def test_whether_it_arrived_may_be_unknown(qtbot):
    assert "whether it arrived was not said" in words(qtbot, replace(ALL_DONE, test_arrived=None))


@pytest.mark.parametrize(
    ("environment", "says"), [(Environment.STAGING, "production"), (Environment.PRODUCTION, "first logins")]
)
def test_the_next_step_depends_on_the_environment(qtbot, environment, says):
    assert says in words(qtbot, replace(ALL_DONE, world=World.OWN, environment=environment))


def test_the_changes_are_counted(qtbot, quick_signs):
    from tests.ui.pages.tenant_stage import prepared

    with applying(qtbot, prepared()) as stage:
        stage.until(lambda: stage.answers.applied)
        from textfactor.ui.wizard.pages.done import DonePage

        page = DonePage(stage.page.tools)
        qtbot.addWidget(page)
        assert page._changes(stage.answers).startswith("9 changes applied")


def test_its_buttons_begin_anew_or_close(qtbot):
    with on_pages(qtbot, PageId.DONE, answers=ALL_DONE) as stage:
        assert label(stage) == "Close"
        (anew,) = stage.page.footer_buttons()
        assert anew.text() == "Set up another tenant"
        anew.click()
        stage.until(lambda: stage.page.page_id is PageId.WELCOME)
        assert stage.answers == Answers(world=World.OWN)


def test_close_closes_the_window(qtbot):
    with on_pages(qtbot, PageId.DONE, answers=ALL_DONE) as stage:
        window: QWidget = stage.page.window()
        stage.next()
        assert not window.isVisible()
