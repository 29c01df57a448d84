"""The shell: what Next, Back, Cancel and the steps do."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from tests.ui.demo import Drafts

from textfactor.domain.answers import Answers, World
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.flow.flow import PageId
from textfactor.services.context import CallContext, Doing


def opened(ctx: CallContext):
    return lambda answers: replace(answers, opened=True)


def advance(qtbot, shell, page: PageId) -> None:
    """Press Next until a page is reached."""
    while shell.page.page_id is not page:
        before = shell.page.page_id
        shell.footer.primary.click()
        qtbot.waitUntil(lambda before=before: shell.page.page_id is not before)


def test_next_walks_the_route_and_tells_the_step(qtbot, make_shell):
    shell = make_shell()
    assert shell.footer.findChild(QObject, "step").text() == "Step 1 of 11"
    assert not shell.footer.back.isEnabled()
    advance(qtbot, shell, PageId.DONE)
    assert shell.done() == tuple(PageId)[:-1]
    assert shell.footer.findChild(QObject, "step").text() == "Step 11 of 11"


def test_an_empty_plan_skips_the_apply_page(qtbot, make_shell):
    def plan(ctx: CallContext):
        return lambda answers: replace(answers, plan_size=0)

    shell = make_shell(factor=plan)
    advance(qtbot, shell, PageId.REVIEW)
    assert PageId.APPLY not in shell.steps()
    shell.footer.primary.click()
    assert shell.page.page_id is PageId.TRY


def test_a_page_is_made_when_the_way_leads_to_it(qtbot, make_shell):
    shell = make_shell()
    assert len(shell.wizard.pageIds()) == 1
    advance(qtbot, shell, PageId.TEST)
    assert len(shell.wizard.pageIds()) == 3


def test_a_wrong_input_stays_and_is_marked(qtbot, make_shell):
    shell = make_shell()
    page = shell.page
    qtbot.keyClicks(page.line.field, "wrong")
    shell.footer.primary.click()
    assert shell.page is page
    assert page.line.error()
    assert page.line.field.property("invalid") is True
    assert page.line.field.hasFocus()
    qtbot.keyClicks(page.line.field, "er")
    assert not page.line.error()


def test_a_failed_guard_shows_the_problem_and_a_retry_passes(qtbot, make_shell):
    answers = [Problem(ProblemKind.TIMED_OUT, Service.VONAGE)]

    def guard(ctx: CallContext):
        if answers:
            raise ProblemError(answers.pop())
        return lambda answers: replace(answers, vonage_checked=True)

    shell = make_shell(vonage=guard)
    advance(qtbot, shell, PageId.VONAGE)
    page = shell.page
    shell.footer.primary.click()
    qtbot.waitUntil(lambda: page.callout.isVisible())
    assert page.callout.tone() == "error"
    assert page.callout.title()
    assert page.callout.steps()
    assert shell.page is page
    shell.footer.primary.click()
    qtbot.waitUntil(lambda: shell.page.page_id is PageId.TEST)
    assert shell.wizard.answers.vonage_checked
    shell.footer.back.click()
    assert not page.callout.isVisible()


def test_back_restores_what_was_typed(qtbot, make_shell):
    shell = make_shell()
    qtbot.keyClicks(shell.page.line.field, "abc")
    shell.footer.primary.click()
    qtbot.keyClicks(shell.page.line.field, "d")
    shell.footer.back.click()
    assert shell.page.page_id is PageId.WELCOME
    assert shell.page.line.text() == "abcd"
    assert shell.wizard.answers.api_key == "abcd"


def test_a_changed_answer_drops_what_rests_on_it(qtbot, make_shell):
    def check(ctx: CallContext):
        return lambda answers: replace(answers, vonage_checked=True, tenant_path=None, test_arrived=True)

    shell = make_shell(vonage=check)
    advance(qtbot, shell, PageId.TEST)
    assert shell.wizard.answers.vonage_checked
    shell.footer.back.click()
    qtbot.keyClicks(shell.page.line.field, "x")
    assert not shell.wizard.answers.vonage_checked
    assert shell.wizard.answers.test_arrived is None


def test_a_running_guard_can_be_cancelled(qtbot, make_shell, quick_signs):
    go_on = threading.Event()

    def guard(ctx: CallContext):
        ctx.doing(Doing.READING_BALANCE)
        go_on.wait(10)

    shell = make_shell(welcome=guard)
    width = shell.footer.primary.width()
    shell.footer.primary.click()
    qtbot.waitUntil(lambda: shell.footer.cancel.isVisible())
    assert shell.page.busy
    assert not shell.footer.back.isEnabled()
    qtbot.waitUntil(lambda: "balance" in shell.footer.findChild(QObject, "step").text())
    assert shell.footer.primary.width() == width
    shell.footer.primary.click()
    shell.footer.cancel.click()
    qtbot.waitUntil(lambda: not shell.page.busy)
    assert shell.page.callout.tone() == "info"
    assert shell.page.page_id is PageId.WELCOME
    qtbot.waitUntil(lambda: not shell.footer.cancel.isVisible())
    go_on.set()


def test_what_is_quick_shows_no_sign(qtbot, make_shell):
    shell = make_shell(welcome=opened)
    seen: list[bool] = []
    shell.footer._sign.changed.connect(seen.append)
    advance(qtbot, shell, PageId.VONAGE)
    assert seen == []


def test_steps_go_back_and_restore(qtbot, make_shell):
    shell = make_shell()
    advance(qtbot, shell, PageId.MESSAGES)
    page = shell.page
    qtbot.waitUntil(lambda: page.entries == 1)
    shell.go_to(PageId.VONAGE)
    assert shell.page.page_id is PageId.VONAGE
    assert shell.done() == (PageId.WELCOME,)
    shell.go_to(PageId.MESSAGES)
    assert shell.page.page_id is PageId.VONAGE
    qtbot.wait(5)
    assert page.entries == 1


def test_there_is_no_way_back_behind_an_apply(qtbot, make_shell):
    def applied(ctx: CallContext):
        return lambda answers: replace(answers, applied=True)

    shell = make_shell(apply=applied)
    advance(qtbot, shell, PageId.APPLY)
    assert shell.footer.back.isEnabled()
    shell.footer.primary.click()
    qtbot.waitUntil(lambda: shell.page.page_id is PageId.TRY)
    assert not shell.wizard.may_go_back_to(PageId.REVIEW)
    assert shell.reachable() == (PageId.APPLY,)


def test_enter_goes_on_and_escape_does_not_close(qtbot, make_shell):
    shell = make_shell()
    qtbot.keyClick(shell.page.line.field, Qt.Key.Key_Return)
    assert shell.page.page_id is PageId.VONAGE
    qtbot.keyClick(shell.page.line.field, Qt.Key.Key_Escape)
    assert shell.wizard.isVisible()
    qtbot.keyClick(shell.page.line.field, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shell.page.page_id is PageId.WELCOME


def test_the_draft_is_kept_after_each_page_and_the_newest_is_last(qtbot, make_shell):
    drafts = Drafts()
    shell = make_shell(drafts, welcome=opened)
    advance(qtbot, shell, PageId.MESSAGES)
    qtbot.waitUntil(lambda: bool(drafts.saved) and drafts.saved[-1][0] == PageId.MESSAGES)
    places = [list(PageId).index(PageId(page)) for page, _ in drafts.saved]
    assert places == sorted(places)


def test_a_draft_is_resumed_at_its_page(qtbot, make_shell):
    drafts = Drafts(
        ("messages", replace(Answers(opened=True, vonage_checked=True, api_key="abc"), tenant_path="unified"))
    )
    shell = make_shell(drafts, welcome=opened)
    shell.resume()
    qtbot.waitUntil(lambda: shell.page.page_id is PageId.MESSAGES)
    assert shell.page.line.text() == "abc"
    assert shell.done() == (PageId.WELCOME, PageId.VONAGE, PageId.TEST, PageId.TENANT)
    shell.footer.back.click()
    assert shell.page.page_id is PageId.TENANT


def test_a_draft_with_a_gap_is_resumed_at_the_gap(qtbot, make_shell):
    drafts = Drafts(("messages", Answers(opened=True, vonage_checked=False)))
    shell = make_shell(drafts, welcome=opened)
    shell.resume()
    qtbot.waitUntil(lambda: shell.page.page_id is PageId.VONAGE)


def test_a_world_that_does_not_open_leaves_the_draft_at_welcome(qtbot, make_shell):
    def closed(ctx: CallContext):
        raise ProblemError(Problem(ProblemKind.PRACTICE_FAILED, Service.PRACTICE))

    drafts = Drafts(("messages", Answers(opened=True, api_key="abc")))
    shell = make_shell(drafts, welcome=closed)
    shell.resume()
    qtbot.waitUntil(lambda: shell.page.callout.isVisible())
    assert shell.page.page_id is PageId.WELCOME
    assert shell.page.line.text() == "abc"


def test_the_last_button_leaves_the_window_open(qtbot, make_shell):
    """It leads to how the set-up stands; closing, which ends a practice world too, is asked for by its own button."""
    shell = make_shell()
    advance(qtbot, shell, PageId.DONE)
    shell.footer.primary.click()
    assert shell.isVisible()


def test_another_setup_starts_over_with_ones_own_tenant(qtbot, make_shell):
    drafts = Drafts(("done", Answers()))
    shell = make_shell(drafts)
    advance(qtbot, shell, PageId.DONE)
    shell.page.anew_wanted.emit()
    assert shell.page.page_id is PageId.WELCOME
    assert shell.wizard.answers == Answers(world=World.OWN)
    assert len(shell.wizard.pageIds()) == 1
    advance(qtbot, shell, PageId.VONAGE)
    qtbot.waitUntil(lambda: drafts.draft is None)


@pytest.mark.parametrize("size", [(728, 640), (868, 740)])
def test_the_wizard_leaves_no_gap_above_its_footer(qtbot, make_shell, size):
    shell = make_shell()
    shell.resize(*size)
    qtbot.waitUntil(lambda: shell.page.height() == shell.wizard.height())
    assert shell.page.mapTo(shell, shell.page.rect().bottomLeft()).y() + 1 == shell.footer.y()


def test_beginning_in_the_practice_world_passes_welcome(qtbot, make_shell):
    shell = make_shell(welcome=opened)
    shell.start_with(Answers())
    qtbot.waitUntil(lambda: shell.page.page_id is PageId.VONAGE)
