"""The same language while the pages are at work: results, errors, everything opened."""

import pytest
from PySide6.QtWidgets import QWidget
from tests.fakes.setup import with_twilio
from tests.ui.fitting import clipped, untranslated
from tests.ui.pages.stage import CHECKED, SECRET, TroubledSms, on_stage, problem, world
from tests.ui.pages.tenant_stage import ANSWERED, on_pages, prepared, replace
from tests.ui.pseudo import DATA, settled

from textfactor.domain.answers import Answers
from textfactor.domain.problems import ProblemKind
from textfactor.domain.secret import VONAGE_SECRET, Secret, SecretRef
from textfactor.domain.sending import SendOutcome, SendResult
from textfactor.flow.flow import PageId
from textfactor.ui import theme

NAMES = ("acme.example",)
APPLIED = replace(ANSWERED, plan_size=9, applied=True)


@pytest.fixture(autouse=True)
def _speaking(pseudo_language, quick_signs):
    """Every page here speaks it."""


def has_room(qtbot, stage, *data: str) -> None:
    width, height = theme.WINDOW_MINIMUM
    stage.shell.resize(width - theme.SIDE_WIDTH, height)
    settled(qtbot, stage.shell)
    assert not (found := clipped(stage.shell)), "\n".join(found)
    assert not (found := untranslated(stage.shell, (*DATA, *data))), "\n".join(found)


def test_welcome_with_its_own_tenant_and_what_is_missing(qtbot):
    with on_stage(qtbot, PageId.WELCOME, Answers(), world()) as stage:
        stage.click("world_own")
        stage.click("advanced")
        stage.enter("proxy", "http://me:secret@proxy")
        stage.enter("ca_file", "/nowhere.pem")
        stage.next()
        has_room(qtbot, stage)


@pytest.mark.parametrize(
    "kind", [ProblemKind.TLS_UNTRUSTED, ProblemKind.BAD_CREDENTIALS, ProblemKind.RATE_LIMITED]
)
def test_vonage_with_a_problem(qtbot, kind):
    workspace = world()
    assert isinstance(workspace.account, TroubledSms)
    workspace.account.problem = problem(kind)
    with on_stage(qtbot, PageId.VONAGE, replace(CHECKED, vonage_checked=False), workspace) as stage:
        stage.enter("api_secret", SECRET)
        stage.click("check_now")
        stage.until(lambda: stage.said() != "")
        has_room(qtbot, stage)


def test_vonage_with_faults_and_swapped(qtbot):
    with on_stage(qtbot, PageId.VONAGE, replace(CHECKED, api_key="", vonage_checked=False)) as stage:
        stage.enter("api_key", "s3cretS3cret99")
        stage.enter("api_secret", "abcd1234")
        stage.enter("sender", "a sender that is too long")
        stage.next()
        has_room(qtbot, stage)


@pytest.mark.parametrize("outcome", list(SendOutcome))
def test_a_message_and_how_it_went(qtbot, outcome):
    with on_stage(qtbot, PageId.TEST, CHECKED) as stage:
        stage.enter("number", "+49 151 23456789")
        stage.page._show_result(SendResult(outcome))
        has_room(qtbot, stage)


def test_a_tenant_and_the_scopes(qtbot):
    with on_stage(qtbot, PageId.TENANT, CHECKED) as stage:
        stage.click("scopes")
        stage.next()
        has_room(qtbot, stage, *NAMES)


def test_messages_with_faults_and_notes(qtbot):
    with on_stage(qtbot, PageId.MESSAGES, ANSWERED) as stage:
        for name, text in (
            ("enroll_text", "acme.example {{ tenant }} {{ nobody }}"),
            ("verify_text", "{{ code "),
        ):
            stage.area(name).selectAll()
            stage.area(name).insertPlainText(text)
            stage.until(stage.page._fresh)
        stage.next()
        has_room(qtbot, stage, "acme.example example ", "{{ code ")


def test_from_the_factor_to_the_plan_applied_and_its_undo(qtbot):
    workspace = prepared()
    workspace.the_tenant = with_twilio()
    pages = (PageId.FACTOR, PageId.REVIEW, PageId.APPLY)
    with on_pages(qtbot, *pages, answers=ANSWERED, workspace=workspace) as stage:
        stage.until(lambda: stage.page.tools.world.observed is not None and not stage.page.busy)
        has_room(qtbot, stage, *NAMES)
        stage.next()
        stage.until(lambda: stage.page.page_id is PageId.REVIEW and stage.page.may_continue(stage.answers))
        has_room(qtbot, stage, *NAMES)
        stage.next()
        stage.until(lambda: stage.answers.applied and not stage.page.busy)
        has_room(qtbot, stage, *NAMES)
        stage.click("undo")
        has_room(qtbot, stage, *NAMES)


@pytest.mark.parametrize("practice", [True, False])
def test_a_login(qtbot, practice):
    workspace = prepared(world(practice=practice))
    workspace.the_tenant.set_factor("sms", on=True)
    workspace.the_tenant.set_policies(("all-applications",))
    with on_pages(qtbot, PageId.TRY, PageId.DONE, answers=APPLIED, workspace=workspace) as stage:
        if practice:
            stage.click("start_login")
            stage.until(lambda: stage.find(QWidget, "code").isEnabled())
        else:
            stage.click("invite_user")
        has_room(qtbot, stage, "123456 is your code")


def test_what_was_checked_and_looked_up(qtbot):
    workspace = world()
    workspace.secrets.kept[SecretRef("p1", VONAGE_SECRET)] = Secret(SECRET)
    workspace.account.credit = 0.2
    with on_stage(qtbot, PageId.TEST, replace(CHECKED, sender="VERIFY"), workspace) as stage:
        stage.until(lambda: stage.page._number.usable)
        stage.enter("number", "+44 7700 900001")
        stage.line("number").editingFinished.emit()
        stage.until(stage.page._checks._more.isVisible)
        stage.click("checks_all")
        stage.until(lambda: stage.button("send").isEnabled())
        stage.click("send")
        stage.idle()
        stage.page._report.fate.show_for(workspace.sent_tests.all()[0])
        stage.click("look_up")
        stage.until(lambda: stage.callout("look_up_answer").isVisible())
        stage.click("arrived_later")
        has_room(qtbot, stage, "VERIFY", *NAMES)
