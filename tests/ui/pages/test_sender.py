"""The sender page: the very code, its options, and a run of it here."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLabel
from tests.ui.pages.tenant_stage import ANSWERED, CODE, on_pages, prepared

from textfactor.domain.answers import TenantPath
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.tenant import HookFacts, Observed
from textfactor.flow.flow import PageId
from textfactor.ui.widgets.code_view import CodeView


@pytest.fixture
def stage(qtbot, quick_signs):
    with on_pages(qtbot, PageId.SENDER) as made:
        made.until(lambda: code(made) != "")
        yield made


def code(stage) -> str:
    return stage.find(CodeView, "sender_code").toPlainText()


def test_the_code_is_shown_with_the_options_in_it(stage):
    assert '"countries":[]' in code(stage)
    stage.enter("countries", "+49, 0043")
    stage.until(lambda: '"countries":["49","43"]' in code(stage))
    stage.find(QCheckBox, "retries").click()
    stage.until(lambda: '"retries":false' in code(stage))
    assert (stage.answers.countries, stage.answers.retries) == ("+49, 0043", False)


def test_the_code_can_be_copied_and_has_the_height_that_is_left(stage):
    stage.click("copy_code")
    assert QGuiApplication.clipboard().text() == code(stage)
    stage.shell.resize(868, 1000)
    stage.until(lambda: stage.find(CodeView, "sender_code").height() > 400)


def test_the_hint_says_what_was_understood(stage):
    stage.enter("countries", "+49 +43")
    assert "+49, +43" in stage.line("countries").accessibleDescription()


def test_what_is_no_calling_code_stops_next_and_the_run(stage):
    stage.enter("countries", "Germany")
    stage.next()
    assert stage.error("countries")
    stage.click("run_here")
    assert stage.workspace.runtime.events == []


def test_a_run_shows_engine_outcome_and_what_arrived(stage):
    stage.enter("countries", "+49")
    stage.click("run_here")
    stage.until(lambda: "works" in stage.said())
    shown = "\n".join(label.text() for label in stage.callout().findChildren(type(stage.callout()._title)))
    assert "Node 22.20.0" in shown
    assert "from Acme" in shown
    assert stage.callout().tone() == "ok"
    assert stage.answers.sender_ran
    (event,) = stage.workspace.runtime.events
    assert event["notification"]["recipient"] == "+4915123456789"


def test_another_option_takes_the_result_back(stage):
    stage.click("run_here")
    stage.until(lambda: stage.answers.sender_ran)
    stage.find(QCheckBox, "retries").click()
    assert stage.said() == ""
    assert not stage.answers.sender_ran


def test_next_needs_no_run(stage):
    stage.next()
    stage.until(lambda: stage.page.page_id is PageId.FACTOR)


def test_the_result_is_there_again_after_going_back(stage):
    stage.click("run_here")
    stage.until(lambda: stage.answers.sender_ran)
    stage.next()
    stage.until(lambda: stage.page.page_id is PageId.FACTOR)
    stage.shell.wizard.go_back()
    stage.until(lambda: "works" in stage.said())


def test_code_that_throws_says_so(qtbot, quick_signs):
    with on_pages(qtbot, PageId.SENDER, code=lambda: CODE.replace("exports.", "module.")) as stage:
        stage.click("run_here")
        stage.until(lambda: stage.callout().tone() == "error")
        assert not stage.answers.sender_ran


def test_without_an_engine_the_problem_is_told(qtbot, quick_signs):
    workspace = prepared()

    def run(code, handler, event, hosts):
        raise ProblemError(Problem(ProblemKind.NO_RUNTIME, Service.LOCAL))

    workspace.runtime.run = run
    with on_pages(qtbot, PageId.SENDER, workspace=workspace) as stage:
        stage.click("run_here")
        stage.until(lambda: stage.callout().tone() == "error")


# ---------------------------------------------------------------- the legacy path


@pytest.fixture
def legacy(qtbot, quick_signs):
    answers = replace(ANSWERED, tenant_path=TenantPath.LEGACY)
    with on_pages(qtbot, PageId.SENDER, answers=answers) as made:
        made.until(lambda: code(made) != "")
        yield made


def test_the_legacy_path_has_its_own_code_and_no_second_try(legacy):
    assert "onExecuteSendPhoneMessage" in code(legacy)
    assert "retries" not in code(legacy)
    assert not legacy.find(QCheckBox, "retries").isVisible()
    legacy.enter("countries", "+49")
    legacy.until(lambda: '"countries":["49"]' in code(legacy))


def test_a_run_on_the_legacy_path_gets_that_paths_event(legacy):
    legacy.click("run_here")
    legacy.until(lambda: legacy.answers.sender_ran)
    (event,) = legacy.workspace.runtime.events
    assert event["message_options"]["recipient"] == "+4915123456789"
    assert "from Acme" in "\n".join(
        label.text() for label in legacy.callout().findChildren(type(legacy.callout()._title))
    )


# ---------------------------------------------------------------- coming from a Hook


HOOK = """
module.exports = function (recipient, text, context, cb) {
  if (!/^\\+(49|43)/.test(recipient)) return cb(new Error('country'));
  new (require('nexmo'))({ apiKey: 'abcd9999' }).message.sendSms('ACME', recipient, text, cb);
};
"""


def told(stage, name: str) -> str:
    label = stage.find(QLabel, f"old_code_{name}")
    return "" if label.isHidden() else label.text()


def test_pasted_code_is_told_and_its_countries_are_taken_over(stage):
    stage.click("old_code_open")
    assert told(stage, "title") == ""
    stage.enter("old_code", HOOK)
    stage.until(lambda: "Hook" in told(stage, "title"))
    assert "Vonage" in told(stage, "did")
    assert "ACME" in told(stage, "carries")
    assert "apiKey" in told(stage, "wrong")
    assert "abcd9999" not in told(stage, "wrong")
    stage.click("take_countries")
    assert stage.answers.countries == "+49, +43"
    stage.until(lambda: '"countries":["49","43"]' in code(stage))


def test_nothing_pasted_says_nothing(stage):
    stage.click("old_code_open")
    stage.enter("old_code", "hello")
    stage.until(lambda: told(stage, "title") != "")
    assert not stage.button("take_countries").isVisible()
    stage.enter("old_code", "")
    stage.until(lambda: told(stage, "title") == "")


def test_a_hook_found_in_the_tenant_is_told_by_itself(qtbot, quick_signs):
    with on_pages(qtbot, PageId.SENDER) as stage:
        hook = HookFacts("h1", "old sms", "send-phone-message", enabled=True, code=HOOK)
        observed = Observed(
            "acme.example", TenantPath.UNIFIED, "Acme", None, (), None, (), None, False, (), None, None, (),
            hooks=(hook,),
        )  # fmt: skip
        stage.page.tools.world.observed = observed
        stage.page.entered()
        stage.until(lambda: "Hook" in told(stage, "title"))
        assert "old sms" in stage.button("old_code_open").text()
        stage.click("old_code_open")
        stage.enter("old_code", "x")
        stage.page.entered()
        assert stage.area("old_code").toPlainText() == "x"
