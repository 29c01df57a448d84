"""The Vonage page: key, secret and sender."""

import json
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from tests.ui.demo import texts
from tests.ui.pages.stage import CHECKED, KEY, NEXT_STEPS, SECRET, OneOffer, on_stage, problem, world

from textfactor.domain.secret import VONAGE_SECRET, Secret, SecretRef
from textfactor.domain.sending import OwnedNumber
from textfactor.flow.flow import PageId

FRESH = replace(CHECKED, api_key="", sender="", vonage_checked=False)
REF = SecretRef("p1", VONAGE_SECRET)


@pytest.fixture
def workspace():
    return world()


@pytest.fixture
def stage(qtbot, quick_signs, workspace):
    with on_stage(qtbot, PageId.VONAGE, FRESH, workspace) as made:
        yield made


def fill_in(stage, key=KEY, secret=SECRET, sender="Acme"):
    for name, value in (("api_key", key), ("api_secret", secret), ("sender", sender)):
        stage.enter(name, value)


def check_and_go_on(stage):
    """Next checks first, and shows what it found."""
    assert stage.shell.footer.primary.text() == "Check"
    stage.next()
    stage.until(lambda: "Balance" in stage.said())
    assert stage.page.page_id is PageId.VONAGE
    assert stage.shell.footer.primary.text() == "Next"
    stage.next()


def test_next_checks_shows_it_and_then_goes_on(stage, workspace):
    fill_in(stage)
    check_and_go_on(stage)
    stage.until(lambda: stage.page.page_id is PageId.TEST)
    assert stage.answers.vonage_checked
    assert (stage.answers.api_key, stage.answers.sender) == (KEY, "Acme")
    assert workspace.secrets.get(REF) == Secret(SECRET)
    assert workspace.account.sent == []


def test_check_now_shows_balance_and_numbers_and_stays(stage):
    fill_in(stage)
    stage.click("check_now")
    stage.until(lambda: stage.said() != "")
    assert "2.00, 1 number that can send SMS" in stage.said()
    assert stage.callout().tone() == "ok"
    assert stage.page.page_id is PageId.VONAGE
    stage.next()
    assert stage.page.page_id is PageId.TEST


def test_no_secret_stays_in_a_widget_or_the_draft(stage):
    fill_in(stage)
    stage.click("check_now")
    stage.until(lambda: stage.said() != "")
    assert stage.line("api_secret").text() == ""
    assert "kept" in stage.line("api_secret").placeholderText()
    assert SECRET not in " ".join(texts(stage.page))
    assert SECRET not in json.dumps([str(draft) for draft in stage.page.tools.services.drafts.saved])


def test_a_session_only_store_is_said(qtbot, quick_signs):
    workspace = world(practice=False)
    workspace.secrets.lasting = False
    with on_stage(qtbot, PageId.VONAGE, FRESH, workspace) as stage:
        fill_in(stage)
        stage.click("check_now")
        stage.until(lambda: stage.said() != "")
        assert "this session only" in stage.said()


def test_the_offer_is_taken_with_one_click_and_its_secret_is_not_shown(qtbot, quick_signs):
    workspace = world()
    workspace.offers = OneOffer()
    with on_stage(qtbot, PageId.VONAGE, FRESH, workspace) as stage:
        stage.until_there(QAbstractButton, "use_offer_0")
        stage.click("use_offer_0")
        stage.until(lambda: stage.line("api_key").text() == KEY)
        assert stage.line("sender").text() == "Acme"
        assert stage.line("api_secret").text() == ""
        assert stage.callout("offers").title() == "The practice account is in use"
        assert not stage.button("use_offer_0").isEnabled()
        check_and_go_on(stage)
        stage.until(lambda: stage.page.page_id is PageId.TEST)
        assert workspace.secrets.get(REF) == Secret(SECRET)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("api_key", ""), ("api_key", "abc"), ("api_key", "abcd 123"), ("api_key", "аbcd1234"), ("api_key", "abcd-123"),
        ("api_secret", ""), ("api_secret", "abc"), ("api_secret", "s3cret S3cret"), ("api_secret", KEY),
        ("sender", ""), ("sender", "   "), ("sender", "Acmé"), ("sender", "AcmeAcmeAcme"), ("sender", "Ac me"),
        ("sender", "0151234567"), ("sender", "Acme!"),
    ],
)  # fmt: skip
def test_bad_input_is_marked_kept_and_goes_nowhere(stage, workspace, name, value):
    fill_in(stage, **{{"api_key": "key", "api_secret": "secret", "sender": "sender"}[name]: value})
    stage.next()
    assert stage.error(name)
    assert stage.line(name).text() == value
    assert not stage.page.busy
    assert workspace.secrets.kept == {}


def test_swapped_key_and_secret_are_named_and_swapped_back(stage):
    fill_in(stage, key="s3cretS3cret99", secret=KEY)
    stage.next()
    assert "API secret" in stage.error("api_key")
    assert "API key" in stage.error("api_secret")
    assert stage.answers.api_key == "", "a secret in the wrong field must not reach the draft"
    stage.click("swap")
    assert stage.line("api_key").text() == KEY
    assert stage.line("api_secret").text() == ""
    assert stage.error("api_key") == stage.error("api_secret") == ""
    assert stage.page._fields_box.fresh_secret() == Secret("s3cretS3cret99")


def test_without_a_sender_the_owned_numbers_are_offered(stage, workspace):
    workspace.account.numbers = (OwnedNumber("12025550138", "US", True), OwnedNumber("4930123", "DE", False))
    fill_in(stage, sender="")
    stage.click("check_now")
    stage.until(lambda: stage.said() != "")
    assert stage.page.findChild(QAbstractButton, "from_4930123") is None
    stage.click("from_12025550138")
    assert stage.line("sender").text() == "12025550138"
    assert stage.answers.sender == "12025550138"


def test_a_general_name_as_sender_is_warned_about(stage):
    stage.enter("sender", "verify")
    assert "Carriers" in stage.page._fields_box.sender_id.hint()


@pytest.mark.parametrize("kind", NEXT_STEPS)
def test_each_problem_is_said_with_a_next_step(stage, workspace, kind):
    workspace.account.problem = problem(kind)
    fill_in(stage)
    stage.next()
    stage.until(lambda: stage.said() != "")
    assert stage.callout().tone() == "error"
    assert stage.callout().steps()
    assert stage.page.page_id is PageId.VONAGE
    assert not stage.answers.vonage_checked
    assert stage.line("api_key").text() == KEY


def test_refused_credentials_offer_the_dashboard(stage, workspace):
    fill_in(stage, secret="anotherSecret1")
    stage.next()
    stage.until(lambda: stage.said() != "")
    assert "does not accept" in stage.said()
    assert stage.button("remedy").text() == "Open the Vonage dashboard"
    assert workspace.secrets.kept == {}, "a refused secret is not kept"


def test_low_credit_is_a_warning(stage, workspace):
    workspace.account.credit = 0.02
    fill_in(stage)
    stage.click("check_now")
    stage.until(lambda: stage.said() != "")
    assert stage.callout().tone() == "warning"
    assert "credit" in stage.said()


def test_a_kept_secret_need_not_be_typed_again(qtbot, quick_signs, workspace):
    workspace.secrets.kept[REF] = Secret(SECRET)
    with on_stage(qtbot, PageId.VONAGE, CHECKED, workspace) as stage:
        assert (stage.line("api_key").text(), stage.line("sender").text()) == (KEY, "Acme")
        stage.until(lambda: "kept" in stage.line("api_secret").placeholderText())
        check_and_go_on(stage)
        stage.until(lambda: stage.page.page_id is PageId.TEST)


def test_another_key_needs_its_own_secret(qtbot, quick_signs, workspace):
    workspace.secrets.kept[REF] = Secret(SECRET)
    with on_stage(qtbot, PageId.VONAGE, CHECKED, workspace) as stage:
        stage.until(lambda: "kept" in stage.line("api_secret").placeholderText())
        stage.enter("api_key", "zzzz9999")
        assert not stage.answers.vonage_checked
        stage.next()
        assert stage.error("api_secret")


def test_a_lost_secret_is_asked_for(qtbot, quick_signs, workspace):
    with on_stage(qtbot, PageId.VONAGE, CHECKED, workspace) as stage:
        stage.until(lambda: stage.page._fields_box._kept_for == "")
        stage.next()
        assert stage.error("api_secret")


def test_back_and_forth_restores(stage):
    fill_in(stage)
    check_and_go_on(stage)
    stage.until(lambda: stage.page.page_id is PageId.TEST)
    stage.shell.footer.back.click()
    assert stage.page.page_id is PageId.VONAGE
    assert (stage.line("api_key").text(), stage.line("sender").text()) == (KEY, "Acme")
    stage.until(lambda: "2.00" in stage.said())
    stage.next()
    assert stage.page.page_id is PageId.TEST


def test_a_check_can_be_cancelled(stage, workspace):
    workspace.account.gate = threading.Event()
    fill_in(stage)
    stage.click("check_now")
    stage.until(lambda: stage.page._check.cancel.isVisible())
    stage.page._check.cancel.click()
    stage.idle()
    assert "Stopped" in stage.said()
    assert workspace.secrets.kept == {}


@pytest.mark.parametrize("press", ["next", "check_now"])
def test_what_is_typed_during_a_check_was_not_checked(stage, workspace, press):
    workspace.account.gate = threading.Event()
    fill_in(stage)
    stage.next() if press == "next" else stage.click(press)
    page = stage.page
    stage.enter("api_key", "wxyz9876")
    workspace.account.gate.set()
    stage.until(lambda: not page.busy)
    assert stage.answers.vonage_checked
    assert stage.answers.api_key == KEY
    assert page._fields_box.clean_key() == KEY


def test_swapping_pasted_lines_takes_the_values_out(stage, workspace):
    stage.line("api_key").setText(f"VONAGE_API_SECRET={SECRET}")
    stage.line("api_secret").setText(KEY)
    stage.page._fields_box.swap()
    assert stage.line("api_key").text() == KEY
    assert stage.page._fields_box.fresh_secret() == Secret(SECRET)


def test_next_on_empty_fields_points_at_the_practice_account(qtbot, quick_signs):
    workspace = world()
    workspace.offers = OneOffer()
    with on_stage(qtbot, PageId.VONAGE, FRESH, workspace) as stage:
        stage.until_there(QAbstractButton, "use_offer_0")
        stage.next()
        assert stage.button("use_offer_0").hasFocus()
        qtbot.keyClick(stage.button("use_offer_0"), Qt.Key.Key_Tab)
        assert stage.line("api_key").hasFocus()
        assert stage.error("api_key") == stage.error("api_secret") == stage.error("sender") == ""
        assert "Key, secret and sender are missing" in stage.said()


def test_a_wrong_secret_over_the_offered_one_is_no_dead_end(qtbot, quick_signs):
    workspace = world()
    workspace.offers = OneOffer()
    with on_stage(qtbot, PageId.VONAGE, FRESH, workspace) as stage:
        stage.until_there(QAbstractButton, "use_offer_0")
        height = stage.callout("offers").height()
        stage.click("use_offer_0")
        stage.until(lambda: stage.line("api_key").text() == KEY)
        assert stage.callout("offers").height() == height
        stage.enter("api_secret", "anotherSecret1")
        assert stage.button("use_offer_0").isEnabled()
        stage.next()
        stage.until(lambda: "does not accept" in stage.said())
        stage.enter("api_secret", "")
        assert stage.said() == ""
        check_and_go_on(stage)
        stage.until(lambda: stage.page.page_id is PageId.TEST)
