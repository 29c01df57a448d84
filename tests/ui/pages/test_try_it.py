"""The try-it page: a practice login from end to end, and a real tenant's log."""

import re
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from tests.ui.pages.stage import world
from tests.ui.pages.tenant_stage import ANSWERED, label, on_pages, prepared, replace

from textfactor.domain.login import Hop, HopState
from textfactor.domain.problems import ProblemKind
from textfactor.domain.tenant import LogRow
from textfactor.flow.flow import PageId
from textfactor.ui.widgets.hop_row import HopRow
from textfactor.ui.widgets.phone_preview import PhonePreview

APPLIED = replace(ANSWERED, plan_size=9, applied=True)


@contextmanager
def trying(qtbot, workspace):
    with on_pages(qtbot, PageId.TRY, PageId.DONE, answers=APPLIED, workspace=workspace) as stage:
        yield stage


@pytest.fixture
def workspace():
    made = prepared()
    made.the_tenant.set_factor("sms", on=True)
    made.the_tenant.set_policies(("all-applications",))
    return made


@pytest.fixture
def stage(qtbot, quick_signs, workspace):
    with trying(qtbot, workspace) as made:
        yield made


@pytest.fixture
def real(qtbot, quick_signs):
    with trying(qtbot, prepared(world(practice=False))) as made:
        yield made


def hops(stage) -> list[HopState]:
    return [stage.find(HopRow, f"hop_{hop}").state() for hop in Hop]


def start(stage) -> str:
    """Start a login and read the code from the phone."""
    stage.click("start_login")
    stage.until(lambda: stage.find(QWidget, "code").isEnabled())
    found = re.search(r"\d{6}", stage.find(PhonePreview, "phone").bubbles()[-1])
    assert found
    return found[0]


def hand_in(stage, code):
    stage.enter("code", code)
    stage.click("check_code")
    stage.until(lambda: stage.said() != "")


def test_the_code_comes_and_is_accepted(stage):
    assert label(stage) == "Finish without a login"
    code = start(stage)
    assert hops(stage) == [HopState.PASSED] * 3 + [HopState.WAITING]
    hand_in(stage, code)
    assert hops(stage) == [HopState.PASSED] * 4
    assert stage.answers.login_accepted
    assert stage.callout().tone() == "ok"
    assert label(stage) == "Finish"
    assert stage.shell.footer.primary.property("role") == "primary"


def test_a_wrong_code_is_refused_and_can_be_corrected(stage):
    code = start(stage)
    hand_in(stage, "000000" if code != "000000" else "000001")
    assert "newest message" in stage.error("code")
    told = " ".join(one.text() for one in stage.page.findChildren(QLabel) if one.isVisible())
    assert told.count("refused") == 2, told  # the hop, and the heading of what to do
    assert stage.line("code").hasFocus()
    assert stage.line("code").selectedText()
    assert hops(stage)[-1] is HopState.FAILED
    assert not stage.answers.login_accepted
    stage.enter("code", code)
    stage.click("check_code")
    stage.until(lambda: stage.answers.login_accepted)


def test_what_is_no_code_is_not_handed_in(stage):
    start(stage)
    stage.enter("code", "12ab")
    stage.click("check_code")
    assert stage.error("code")
    assert hops(stage)[-1] is HopState.WAITING


def test_a_number_that_is_none_starts_nothing(stage):
    stage.enter("login_number", "0151")
    stage.click("start_login")
    assert stage.error("login_number")
    assert hops(stage) == [HopState.WAITING] * 4


def test_a_login_without_a_question_leads_back_to_the_factor_page(qtbot, quick_signs, workspace):
    workspace.the_tenant.set_policies(())
    with trying(qtbot, workspace) as stage:
        stage.click("start_login")
        stage.until(lambda: stage.callout().tone() == "error")
        assert hops(stage)[0] is HopState.FAILED
        stage.click("to_factor")
        stage.until(lambda: stage.page.page_id is PageId.FACTOR)
        assert not stage.answers.applied


def test_a_problem_with_the_tenant_is_told(stage, workspace):
    workspace.the_tenant.fail("logs", ProblemKind.NO_NETWORK)
    stage.click("start_login")
    stage.until(lambda: stage.callout().tone() == "error")


def test_one_can_finish_without_a_login(stage):
    assert stage.shell.footer.primary.property("role") != "primary"
    stage.next()
    stage.until(lambda: stage.page.page_id is PageId.DONE)


def row(number: int, kind: str, words: str = "") -> LogRow:
    return LogRow(f"{number:03}", "2026-11-24T00:00:00Z", kind, words, "", "auth0|1")


def test_a_real_tenants_log_is_watched_until_the_code_is_accepted(real):
    tenant = real.workspace.the_tenant
    real.click("watch")
    real.until(lambda: hops(real)[2] is HopState.UNKNOWN)
    tenant.rows += [row(1, "gd_start_auth"), row(2, "gd_send_sms"), row(3, "gd_auth_succeed")]
    real.until(lambda: real.answers.login_accepted)
    assert hops(real) == [HopState.PASSED] * 4


def test_watching_can_be_stopped(real):
    real.click("watch")
    real.until(lambda: real.find(QPushButton, "watch_cancel").isVisible())
    real.click("watch_cancel")
    real.idle()
    assert not real.answers.login_accepted


def test_the_person_says_whether_it_arrived(real):
    real.click("watch")
    real.until(lambda: real.find(QPushButton, "arrived_yes").isVisible())
    real.click("arrived_yes")
    assert hops(real)[2] is HopState.PASSED
    real.page.cancel()
    real.idle()
    real.click("watch")
    real.until(lambda: real.find(QPushButton, "arrived_no").isVisible())
    real.click("arrived_no")
    assert hops(real)[2] is HopState.FAILED
    real.click("find_out")
    assert real.panels == ["troubleshoot"]
    real.page.cancel()


def test_an_enrolment_link_is_made_for_a_user(real):
    real.click("invite_user")
    real.click("create_link")
    assert real.error("user_id")
    real.find(QLineEdit, "user_id").setText("auth0|5f7c")
    real.click("create_link")
    real.until(lambda: real.find(QPushButton, "copy_link").isVisible())


def test_the_practice_page_has_nothing_of_a_real_tenant(stage):
    assert stage.page.findChild(QWidget, "watch") is None
