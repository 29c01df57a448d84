"""The last page: what was done, and honestly what was not."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
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
        assert label(stage) == "Show the set-up"
        _close, anew = stage.page.footer_buttons()
        stage.next()
        assert stage.panels == ["setup"]
        assert stage.page.window().isVisible()
        assert anew.text() == "Set up another tenant"
        anew.click()
        stage.until(lambda: stage.page.page_id is PageId.WELCOME)
        assert stage.answers == Answers(world=World.OWN)


def test_close_closes_the_window(qtbot):
    with on_pages(qtbot, PageId.DONE, answers=ALL_DONE) as stage:
        window: QWidget = stage.page.window()
        stage.page.footer_buttons()[0].click()
        assert not window.isVisible()


# ---------------------------------------------------------------- as configuration


def choose(stage, button: str, folder) -> None:
    """Press an export button and choose a folder in the dialog."""
    stage.click(button)
    dialog = stage.page.findChildren(QFileDialog, "export_folder")[-1]
    dialog.fileSelected.emit(str(folder))
    dialog.close()


@pytest.mark.parametrize(
    ("button", "file"), [("export_deploy_cli", "config.json"), ("export_terraform", "main.tf")]
)
def test_the_setup_is_exported_into_the_chosen_folder(qtbot, quick_signs, tmp_path, button, file):
    with on_pages(qtbot, PageId.DONE, answers=ALL_DONE) as stage:
        choose(stage, button, tmp_path / "out")
        stage.until(lambda: "files are in" in stage.said())
        assert stage.callout().tone() == "ok"
        assert (tmp_path / "out" / file).is_file()


def test_a_folder_with_files_is_written_into_only_when_asked_again(qtbot, quick_signs, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with on_pages(qtbot, PageId.DONE, answers=ALL_DONE) as stage:
        choose(stage, "export_terraform", tmp_path)
        stage.until(lambda: "has files in it already" in stage.said())
        assert sorted(one.name for one in tmp_path.iterdir()) == ["mine.txt"]
        stage.click("export_anyway")
        stage.until(lambda: "files are in" in stage.said())
        assert (tmp_path / "main.tf").is_file()
        assert (tmp_path / "mine.txt").read_text() == "mine"


def test_what_the_disk_refuses_is_told(qtbot, quick_signs, tmp_path):
    (tmp_path / "file").write_text("")
    with on_pages(qtbot, PageId.DONE, answers=ALL_DONE) as stage:
        choose(stage, "export_terraform", tmp_path / "file")
        stage.until(lambda: stage.callout().tone() == "error")
