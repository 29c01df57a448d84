"""The state of a set-up: at a glance, what differs, and each action as a plan before it is made."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QLineEdit, QPlainTextEdit
from tests.fakes.setup import moved_to_unified, with_foreign_sender, with_old_action
from tests.fakes.world import KilledError
from tests.ui.fitting import clipped, nameless, untranslated
from tests.ui.pages.stage import world
from tests.ui.pages.tenant_stage import prepared
from tests.ui.pseudo import settled
from tests.ui.setup_stage import DONE, on_panel, ran, set_up_world

from textfactor.domain.answers import Answers, Environment, TenantPath, World
from textfactor.domain.plan import BindingState, Change, Plan, Purpose, Receipt, Resource
from textfactor.domain.problems import ProblemKind
from textfactor.domain.secret import VONAGE_SECRET, Secret, SecretRef
from textfactor.flow.flow import PageId
from textfactor.services.setup.scopes import scopes_for
from textfactor.ui import theme
from textfactor.ui.panels.setup.asking import unfinished_wish
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.change_row import ChangeRow
from textfactor.ui.wizard.pages.plan_card import PlanCard

OWN = replace(DONE, world=World.OWN)
NEW = "n3wSecretN3w"


@pytest.fixture
def workspace():
    return set_up_world()


@pytest.fixture
def stage(qtbot, quick_signs, tmp_path, workspace):
    with on_panel(qtbot, tmp_path, workspace) as made:
        made.looked()
        yield made


def rows(stage, name):
    """The titles of the rows in a card, once all are there."""
    card = stage.find(object, name)
    stage.until(lambda: card.complete)
    return {row.title(): row for row in card.rows() if isinstance(row, ChangeRow)}


# ---------------------------------------------------------------- at a glance


def test_a_practice_tenant_is_looked_at_once_when_the_panel_is_shown(stage, workspace):
    assert "Codes go out through Vonage" in stage.said("verdict")
    calls = len(workspace.the_tenant.calls)
    assert calls <= 14
    stage.main.show_panel("troubleshoot")
    stage.main.show_panel("state")
    stage.qtbot.wait(50)
    assert len(workspace.the_tenant.calls) == calls
    assert workspace.the_tenant.writes == []
    assert "acme.example" in stage.sentences()
    assert "unified path" in stage.sentences()
    assert not stage.shown("drift")


def test_a_real_tenant_is_looked_at_when_somebody_asks(qtbot, quick_signs, tmp_path):
    workspace = set_up_world(practice=False)
    with on_panel(qtbot, tmp_path, workspace, OWN) as stage:
        qtbot.wait(50)
        assert "Not looked yet" in stage.said("verdict")
        assert workspace.the_tenant.calls == []
        stage.until(lambda: "Set up" in stage.sentences(stage.panel.views.overview.history))
        assert stage.shown("undo_run")
        stage.click("look_again")
        stage.looked()
        assert "Codes go out" in stage.said("verdict")
        assert "Looked at" in stage.sentences()


def test_facts_say_how_things_stand_where_that_was_read_and_why_not(qtbot, quick_signs, tmp_path, workspace):
    workspace.the_tenant.protection = None
    with on_panel(qtbot, tmp_path, workspace) as stage:
        stage.looked()
        card = stage.find(object, "facts")
        stage.until(lambda: card.complete)
        names = [row.accessibleName() for row in card.rows()]
        assert any(name.startswith("SMS factor: on") for name in names)
        assert any("plan does not have it" in name for name in names)
        assert any("GET /guardian/policies" in row.accessibleDescription() for row in card.rows())


def test_before_anything_is_set_up_the_panel_leads_to_the_wizard(qtbot, quick_signs, tmp_path):
    with on_panel(qtbot, tmp_path, world(), Answers(opened=True)) as stage:
        assert stage.shown("to_wizard")
        assert not stage.panel.views.overview.isVisible()
        stage.click("to_wizard")
        assert stage.main.shell.isVisible()


def test_a_problem_of_the_look_is_told(qtbot, quick_signs, tmp_path, workspace):
    workspace.the_tenant.fail("token", ProblemKind.NO_NETWORK)
    with on_panel(qtbot, tmp_path, workspace) as stage:
        stage.until(lambda: stage.panel.callout.isVisible())
        assert stage.panel.callout.tone() == "error"
        assert "Not looked yet" in stage.said("verdict")
        stage.click("look_again")
        stage.looked()
        assert not stage.panel.callout.isVisible()


# ---------------------------------------------------------------- what differs


def test_drift_is_shown_as_what_it_was_and_is_and_is_set_right(stage, workspace):
    tenant = workspace.the_tenant
    tenant.set_bindings("custom-phone-provider", ())
    tenant.set_policies(())
    stage.click("look_again")
    stage.until(lambda: "do not go out" in stage.said("verdict"))
    found = rows(stage, "drift")
    assert found["The trigger's Actions"].accessibleDescription() == (
        "runs Textfactor SMS sender → no Action on this trigger"
    )
    assert "When MFA is asked for" in found
    stage.click("set_right")
    assert stage.planned() == "+~"
    assert tenant.bindings("custom-phone-provider") == ()
    assert "Done" in stage.applied()
    stage.home()
    stage.looked()
    assert "as the last run left it" in stage.said("verdict")


def test_what_we_never_wrote_is_told_and_left_alone(qtbot, quick_signs, tmp_path):
    answers = replace(DONE, policy=DONE.policy.LEAVE)
    workspace = prepared(world())
    ran(workspace, answers=answers)
    workspace.the_tenant.set_policies(("all-applications",))
    with on_panel(qtbot, tmp_path, workspace, answers) as stage:
        stage.looked()
        assert "something differs" in stage.said("verdict")
        assert rows(stage, "drift")["When MFA is asked for"].sign() == "i"
        assert not stage.shown("set_right")


# ---------------------------------------------------------------- off and on, back


def test_off_is_planned_applied_known_and_turned_on_again(stage, workspace):
    tenant = workspace.the_tenant
    stage.click("turn_off")
    assert stage.planned() == "~"
    assert tenant.factors()["sms"], "nothing is written before Apply"
    assert stage.find(QAbstractButton, "panel_apply").text().startswith("Apply 1 change")
    stage.applied()
    assert not tenant.factors()["sms"]
    assert not stage.answers.factor_on
    stage.home()
    stage.looked()
    assert "The SMS factor is off" in stage.said("verdict")
    assert not stage.shown("turn_off")
    stage.click("turn_on")
    stage.planned()
    stage.applied()
    assert stage.answers.factor_on
    assert tenant.factors()["sms"]


def test_what_was_planned_can_be_left_alone_and_the_keyboard_comes_back(stage, workspace):
    stage.click("remove")
    assert stage.planned().count("−") > 3
    stage.home()
    assert stage.find(QAbstractButton, "remove").hasFocus()
    assert workspace.the_tenant.writes == []


def test_return_on_a_fresh_plan_writes_nothing(stage, workspace):
    stage.click("remove")
    stage.planned()
    desk = stage.panel.views.desk
    assert desk.hasFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        stage.qtbot.keyClick(desk, key)
    assert workspace.the_tenant.writes == []
    assert not desk.work.busy
    stage.qtbot.keyClick(desk, Qt.Key.Key_Tab)
    assert stage.find(QAbstractButton, "panel_apply").hasFocus()


def test_return_presses_back_and_escape_goes_back(stage):
    stage.click("remove")
    stage.planned()
    stage.qtbot.keyClick(stage.panel.views.desk, Qt.Key.Key_Escape)
    stage.until(lambda: stage.panel.views.is_home)
    stage.click("rotate")
    back = stage.find(QAbstractButton, "rotate_back")
    back.setFocus()
    stage.qtbot.keyClick(back, Qt.Key.Key_Return)
    assert stage.panel.views.is_home
    stage.click("rotate")
    stage.type("new_secret", NEW)
    stage.qtbot.keyClick(stage.find(QLineEdit, "new_secret"), Qt.Key.Key_Escape)
    assert not stage.panel.views.is_home  # what was typed would be lost


def test_the_keyboard_comes_back_to_the_look_where_the_action_is_gone(stage):
    stage.click("turn_off")
    stage.planned()
    stage.applied()
    stage.home()
    stage.looked()
    stage.until(stage.find(QAbstractButton, "look_again").hasFocus)


def test_an_old_answer_says_from_when_it_is_and_a_look_begins_neutral(stage, workspace, monkeypatch):
    stage.main.show_panel("troubleshoot")
    stage.main.show_panel("state")
    assert stage.said("verdict").startswith("As of ")
    gate, read = threading.Event(), workspace.the_tenant.actions

    def held(*args, **named):
        gate.wait(10)
        return read(*args, **named)

    monkeypatch.setattr(workspace.the_tenant, "actions", held)
    stage.click("look_again")
    assert stage.said("verdict").startswith("Looking…")
    assert stage.find(Callout, "verdict").tone() == "muted"
    stage.click("look_again_cancel")
    gate.set()
    stage.until(lambda: stage.said("verdict").startswith("As of "))
    stage.click("look_again")
    stage.until(lambda: stage.said("verdict").startswith("Codes go out"))


def test_the_last_run_is_taken_back(stage, workspace):
    before = workspace.the_tenant.dump()
    stage.click("turn_off")
    stage.planned()
    stage.applied()
    stage.home()
    stage.looked()
    stage.click("undo_run")
    assert stage.planned() == "~"
    assert stage.find(QAbstractButton, "panel_apply").text().startswith("Take back 1 change")
    assert "Taken back" in stage.applied()
    assert workspace.the_tenant.dump() == before
    assert stage.answers.factor_on
    stage.home()
    stage.looked()
    assert "Codes go out" in stage.said("verdict")
    stage.click("undo_run")  # the set-up itself still stands
    assert len(stage.planned()) > 5


def edited_since(tenant):
    """Somebody writes another verification text."""
    found = next(one for one in tenant.templates() if one.type == "otp_verify")
    tenant.update_template(replace(found, text="theirs {{ code }}"))


def test_what_others_changed_since_is_left_and_said_as_a_warning(stage, workspace):
    edited_since(workspace.the_tenant)
    stage.click("undo_run")
    count = len(stage.planned())
    told = stage.applied()
    assert stage.find(Callout, "panel_told").tone() == "warning"
    assert "Taken back in part" in told
    assert "The verification text stays as it is." in told
    assert "Somebody has changed what is named here" in told
    assert sorted(stage.find(PlanCard, "panel_plan").signs()) == sorted("✓" * (count - 1) + "–")
    stage.home()
    stage.looked()
    card = stage.find(object, "history")
    stage.until(lambda: card.complete)
    newest = card.rows()[0]
    assert next(label.text() for label in newest.findChildren(QLabel)) == "!"


def test_a_foreign_action_that_a_plan_writes_over_is_named(qtbot, quick_signs, tmp_path):
    workspace = set_up_world()
    workspace.the_tenant = with_foreign_sender()
    with on_panel(qtbot, tmp_path, workspace) as stage:
        stage.looked()
        stage.click("set_right")
        stage.planned()
        assert "“Our texts” is written over" in stage.sentences()


def tops(stage):
    """Where the rows of what can be done stand."""
    names = ("change_texts", "rotate", "undo_run", "remove", "run_wizard")
    home = stage.panel.views.overview.todo
    return [stage.find(QAbstractButton, name).mapTo(home, QPoint(0, 0)).y() for name in names]


def test_no_row_moves_when_there_is_nothing_left_to_take_back(stage, workspace):
    stage.until(lambda: stage.find(QAbstractButton, "undo_run").isEnabled())
    settled(stage.qtbot, stage.panel)
    before = tops(stage)
    stage.click("undo_run")
    stage.planned()
    stage.applied()
    stage.home()
    stage.looked()
    stage.until(lambda: not stage.find(QAbstractButton, "undo_run").isEnabled())
    settled(stage.qtbot, stage.panel)
    assert tops(stage) == before
    assert "no run" in stage.find(QAbstractButton, "undo_run").accessibleDescription()
    assert not stage.find(QAbstractButton, "turn_off").isEnabled()
    assert stage.find(QAbstractButton, "run_wizard").isEnabled()


def test_setup_in_the_side_leads_from_a_plan_to_how_things_stand(stage, workspace):
    side = stage.main.side.nav.button("setup")
    stage.click("turn_off")
    stage.planned()
    stage.applied()
    stage.qtbot.mouseClick(side, Qt.MouseButton.LeftButton)
    assert stage.panel.views.is_home
    stage.looked()
    stage.click("turn_on")
    stage.planned()
    stage.main.show_panel("settings")
    stage.qtbot.mouseClick(side, Qt.MouseButton.LeftButton)
    assert not stage.panel.views.is_home  # the plan was not carried out yet
    stage.qtbot.mouseClick(side, Qt.MouseButton.LeftButton)
    assert stage.panel.views.is_home
    stage.looked()
    stage.click("rotate")
    stage.type("new_secret", NEW)
    stage.qtbot.mouseClick(side, Qt.MouseButton.LeftButton)
    assert stage.find(QLineEdit, "new_secret").text() == NEW  # what was typed is not lost
    stage.click("rotate_back")
    stage.click("change_texts")
    stage.qtbot.mouseClick(side, Qt.MouseButton.LeftButton)
    assert stage.panel.views.is_home


def test_a_run_of_the_journal_is_read_to_the_last_character(stage):
    stage.until(lambda: stage.panel.views.overview.history._card.complete)
    stage.click("run_0")
    row = next(
        row for row in stage.panel.findChildren(ChangeRow) if row.title().startswith("Create the Action")
    )
    row.findChild(QAbstractButton, "in_full").click()
    assert (
        "exports.onExecuteCustomPhoneProvider" in row.findChild(QPlainTextEdit, "change_code").toPlainText()
    )
    assert "POST /actions/actions" in stage.sentences(row)
    text = next(row for row in stage.panel.findChildren(ChangeRow) if row.title() == "Set the enrolment text")
    text.findChild(QAbstractButton, "in_full").click()
    shown = text.findChild(QPlainTextEdit, "change_text").toPlainText()
    assert "Enter it to finish setting up." in shown
    assert "| escape" in shown  # the vendor's default, which goes


def test_the_wizard_that_runs_again_proves_anew(stage):
    wizard = stage.main.shell.wizard
    while wizard.page_now.page_id is not PageId.DONE:
        wizard.forward()
        stage.until(lambda: not wizard.page_now.busy)
    assert stage.answers.vonage_checked
    stage.main.show_panel("state")
    stage.click("run_wizard")
    stage.until(lambda: wizard.page_now.page_id is PageId.VONAGE)
    answers = stage.answers
    assert (answers.api_key, answers.domain) == (DONE.api_key, DONE.domain)
    assert not any((answers.vonage_checked, answers.sender_ran, answers.applied, answers.test_accepted))
    assert answers.tenant_path is None
    assert stage.main.shell.done() == (PageId.WELCOME,)


def test_a_practice_world_that_began_anew_leaves_no_step_done(stage):
    stage.main.world.begin_anew()
    stage.until(lambda: stage.main.shell.page.page_id is PageId.VONAGE)
    assert not stage.answers.applied
    assert stage.main.shell.wizard.done_earlier() == ()


def test_everything_of_ours_is_removed_and_the_wizard_is_what_is_left(qtbot, quick_signs, tmp_path):
    workspace = prepared(world())
    before = workspace.the_tenant.dump()
    answers = replace(DONE, policy=DONE.policy.LEAVE)
    ran(workspace, answers=answers)
    with on_panel(qtbot, tmp_path, workspace, answers) as stage:
        stage.looked()
        stage.click("remove")
        stage.planned()
        stage.applied()
        assert workspace.the_tenant.dump()["actions"] == before["actions"]
        assert not stage.answers.applied
        stage.home()
        stage.looked()
        assert "Nothing of Textfactor" in stage.said("verdict")
        assert not stage.find(QAbstractButton, "remove").isEnabled()
        assert "Nothing of Textfactor" in stage.find(QAbstractButton, "remove").accessibleDescription()
        stage.click("run_wizard")
        assert stage.main.shell.isVisible()


def test_nothing_to_do_is_said(stage, workspace):
    workspace.the_tenant.set_factor("sms", on=False)
    stage.click("turn_off")
    stage.until(lambda: "Nothing to do" in stage.said("panel_told"))
    assert not stage.shown("panel_apply")
    assert stage.find(QAbstractButton, "panel_back").text() == "Back"


# ---------------------------------------------------------------- problems on the way


def test_a_tenant_that_cannot_be_read_shows_no_plan_and_is_read_again(stage, workspace):
    workspace.the_tenant.fail("token", ProblemKind.NO_NETWORK)
    stage.click("turn_off")
    stage.until(lambda: stage.panel.callout.isVisible())
    assert stage.find(QAbstractButton, "panel_apply").text() == "Read the tenant"
    stage.click("panel_apply")
    assert stage.planned() == "~"
    assert not stage.panel.callout.isVisible()


def test_missing_rights_are_named_and_nothing_can_be_applied(stage, workspace, monkeypatch):
    tenant = workspace.the_tenant
    token = tenant.token()
    few = frozenset(scopes_for(TenantPath.UNIFIED).needed) - {"update:guardian_factors"}
    monkeypatch.setattr(tenant, "token", lambda: replace(token, scopes=few))
    stage.click("turn_off")
    stage.planned()
    assert "update:guardian_factors" in stage.sentences(stage.find(object, "panel_told"))
    assert not stage.find(QAbstractButton, "panel_apply").isEnabled()


def test_a_run_that_stopped_is_finished_from_where_it_stands(stage, workspace):
    tenant = workspace.the_tenant
    for name in ("enroll", "verify"):
        stage_text(stage, name, f"{name}: {{{{ code }}}}")
    stage.click("texts_go")
    assert stage.planned() == "~~"
    tenant.fail("update_template", ProblemKind.REFUSED, "not today")
    stage.applied()
    assert "".join(stage.find(object, "panel_plan").signs()) == "✕–"
    stage.click("panel_finish")
    assert stage.planned() == "~~"
    stage.applied()
    assert {one.text for one in tenant.templates()} >= {"enroll: {{ code }}", "verify: {{ code }}"}
    assert stage.answers.enroll_text == "enroll: {{ code }}"


def stage_text(stage, name, text):
    """Write a text into the form, which is opened if need be."""
    if not stage.panel.views.texts.isVisible():
        stage.click("change_texts")
    area = stage.find(QPlainTextEdit, f"panel_{name}")
    area.selectAll()
    QGuiApplication.clipboard().setText(text)
    area.paste()


def test_stop_waits_for_the_step(stage, workspace, monkeypatch):
    tenant, gate = workspace.the_tenant, threading.Event()
    delete = tenant.set_factor

    def held(*args, **named):
        gate.wait(10)
        return delete(*args, **named)

    monkeypatch.setattr(tenant, "set_factor", held)
    stage.click("remove")
    stage.planned()
    stage.click("panel_apply")
    stage.click("panel_apply_cancel")
    gate.set()
    stage.until(lambda: "Stopped" in stage.said("panel_told"))
    stage.click("panel_take_back")
    assert stage.planned() == "~+~", "the factor, how codes are delivered, the policy"
    stage.applied()
    assert tenant.factors()["sms"]


@pytest.mark.parametrize("back", [False, True])
def test_a_run_that_was_killed_is_offered_to_be_finished_or_taken_back(qtbot, quick_signs, tmp_path, back):
    workspace = set_up_world()
    before = workspace.the_tenant.dump()
    workspace.journal.kill_at = len(workspace.journal.notes) + 2
    with pytest.raises(KilledError):
        ran(workspace, Purpose.REMOVE)
    workspace.journal.kill_at = None
    with on_panel(qtbot, tmp_path, workspace) as stage:
        stage.looked()
        assert "not finished: Remove everything of ours" in stage.said("unfinished")
        stage.click("take_back_run" if back else "finish_run")
        stage.planned()
        stage.applied()
        if back:
            assert workspace.the_tenant.dump() == before
        else:
            assert workspace.the_tenant.dump()["actions"] == []
        stage.home()
        stage.looked()
        assert not stage.shown("unfinished")


def test_production_asks_for_the_name(qtbot, quick_signs, tmp_path):
    workspace = set_up_world(practice=False)
    answers = replace(OWN, environment=Environment.PRODUCTION)
    with on_panel(qtbot, tmp_path, workspace, answers) as stage:
        stage.click("turn_off")
        stage.planned()
        assert stage.find(QLineEdit, "panel_confirm_tenant").hasFocus()
        stage.click("panel_apply")
        assert workspace.the_tenant.factors()["sms"]
        stage.type("panel_confirm_tenant", "acme.example")
        stage.applied()
        assert not workspace.the_tenant.factors()["sms"]


# ---------------------------------------------------------------- the texts


def test_texts_are_edited_planned_and_known(stage, workspace):
    stage_text(stage, "verify", "Code {{ code }}")
    stage.click("texts_go")
    assert stage.planned() == "~"
    stage.applied()
    assert stage.answers.verify_text == "Code {{ code }}"


def test_a_text_without_a_code_is_marked(stage):
    stage_text(stage, "enroll", "Welcome")
    stage.click("texts_go")
    area = stage.find(QPlainTextEdit, "panel_enroll")
    stage.until(lambda: bool(area.parentWidget().error()))
    assert stage.panel.views.texts.isVisible()
    stage.click("texts_back")
    assert stage.find(QAbstractButton, "change_texts").hasFocus()


def test_texts_from_the_lab_come_into_the_form(stage):
    assert stage.panel.tools.use_texts("A {{ code }}", "B {{ code }}")
    stage.main.show_panel("setup")
    assert stage.find(QPlainTextEdit, "panel_verify").toPlainText() == "B {{ code }}"


# ---------------------------------------------------------------- the secret


def test_a_wrong_secret_is_told_at_the_field_and_kept_nowhere(stage, workspace):
    stage.click("rotate")
    stage.click("rotate_go")
    field = stage.panel.views.rotate._field
    assert field.error()
    stage.type("new_secret", "wr0ngWr0ng")
    stage.click("rotate_go")
    stage.until(lambda: "refuses" in field.error())
    assert workspace.the_tenant.writes == []
    assert workspace.secrets.get(SecretRef("p1", VONAGE_SECRET)) != Secret("wr0ngWr0ng")
    stage.click("rotate_back")
    assert stage.find(QLineEdit, "new_secret").text() == ""


def test_a_right_secret_is_tried_shown_as_a_plan_kept_and_written(stage, workspace):
    ref = SecretRef("p1", VONAGE_SECRET)
    former = workspace.secrets.get(ref)
    workspace.account.secret = Secret(NEW)
    stage.click("rotate")
    stage.type("new_secret", NEW)
    stage.click("rotate_go")
    assert stage.planned() == "~~"
    assert workspace.secrets.get(ref) == former, "not kept before Apply"
    assert NEW not in stage.sentences()
    assert "secret is replaced" in stage.applied()
    assert workspace.secrets.get(ref) == Secret(NEW)
    action = next(iter(workspace.the_tenant._actions.values()))
    assert dict(action.secrets)["VONAGE_API_SECRET"] == NEW
    assert stage.find(QLineEdit, "new_secret").text() == ""


# ---------------------------------------------------------------- who sends


@pytest.fixture
def both(qtbot, quick_signs, tmp_path):
    """Our sender was set up beside somebody's old Action, which was left where it is."""
    workspace = set_up_world(tenant=with_old_action())
    answers = replace(DONE, tenant_path=TenantPath.LEGACY)
    with on_panel(qtbot, tmp_path, workspace, answers) as made:
        made.looked()
        yield made


def test_who_sends_is_asked_and_nothing_is_chosen_for_the_person(both):
    tenant = both.workspace.the_tenant
    both.click("choose_sender")
    assert "Another Action sends here too" in both.sentences()
    assert not both.find(QAbstractButton, "replace_go").isEnabled()
    both.click("replace_0")
    both.click("replace_go")
    both.planned()
    both.applied()
    names = [row.action_name for row in tenant.bindings("send-phone-message")]
    assert names == ["Textfactor SMS sender"]
    assert both.answers.replaces == ("Old SMS",)
    both.home()
    both.looked()
    assert not both.shown("choose_sender")


def test_the_move_takes_the_old_hook_out_of_the_way(both):
    assert both.shown("move")
    both.click("move")
    both.click("replace_0")
    both.click("replace_go")
    both.planned()
    both.applied()
    assert not both.workspace.the_tenant.leftover["h1"].enabled
    both.home()
    both.looked()
    assert not both.shown("move")


def test_without_something_old_there_is_no_move(stage):
    assert not stage.shown("move")
    assert not stage.shown("choose_sender")


# ---------------------------------------------------------------- the journal and the export


def test_the_journal_is_opened_run_by_run_and_copied(stage):
    stage.click("turn_off")
    stage.planned()
    stage.applied()
    stage.home()
    stage.looked()
    card = stage.find(object, "history")
    stage.until(lambda: card.complete and len(card.rows()) == 2)
    newest = card.rows()[0]
    assert "Turn SMS codes off" in stage.sentences(newest)
    assert "ada" in stage.sentences(newest)
    assert newest.findChildren(ChangeRow) == []
    stage.click("run_0")
    (change,) = newest.findChildren(ChangeRow)
    assert change.accessibleDescription() == "on → off"
    stage.click("copy_history")
    copied = QGuiApplication.clipboard().text()
    assert copied.index("Turn SMS codes off") < copied.index("Set up")
    assert "PUT /guardian/factors/sms" in copied


def test_only_the_newest_runs_are_shown_at_first(qtbot, quick_signs, tmp_path, workspace):
    for number in range(12):
        ran(workspace, Purpose.TURN_ON if number % 2 else Purpose.TURN_OFF)
    with on_panel(qtbot, tmp_path, workspace) as stage:
        stage.looked()
        card = stage.find(object, "history")
        stage.until(lambda: card.complete and len(card.rows()) == 10)
        stage.click("history_more")
        stage.until(lambda: card.complete and len(card.rows()) == 13)


@pytest.mark.parametrize(
    ("button", "file"), [("export_deploy_cli", "config.json"), ("export_terraform", "main.tf")]
)
def test_the_finished_state_is_exported(stage, tmp_path, button, file):
    choose_folder(stage, button, tmp_path / "out")
    stage.until(lambda: "files are in" in stage.said("export_told"))
    assert (tmp_path / "out" / file).is_file()
    assert stage.workspace.the_tenant.writes == []


def test_a_folder_with_files_is_written_into_only_when_asked_again(stage, tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    choose_folder(stage, "export_terraform", folder)
    stage.until(lambda: "has files in it already" in stage.said("export_told"))
    assert [one.name for one in folder.iterdir()] == ["mine.txt"]
    stage.click("export_anyway")
    stage.until(lambda: "files are in" in stage.said("export_told"))
    assert (folder / "main.tf").is_file()


def choose_folder(stage, button, folder):
    """Press an export button and choose a folder in the dialog."""
    stage.click(button)
    dialog = stage.panel.findChildren(QFileDialog, "export_folder")[-1]
    dialog.fileSelected.emit(str(folder))
    dialog.close()


# ---------------------------------------------------------------- other worlds, other starts


def test_what_was_found_in_another_world_is_dropped(stage):
    other = prepared(world(practice=False))
    gate = threading.Event()
    stage.workspace.the_tenant.meanwhile = lambda _method: gate.wait(10)
    stage.click("turn_off")
    stage.main.world.open(other)
    assert "Not looked yet" in stage.said("verdict")
    gate.set()
    stage.until(lambda: not stage.panel.work.busy)
    stage.qtbot.wait(50)
    assert "Not looked yet" in stage.said("verdict")
    assert stage.panel.views.overview.isVisible()
    assert other.the_tenant.calls == []


def test_a_look_at_a_practice_world_is_owed_until_the_former_work_has_ended(stage):
    gate = threading.Event()
    stage.workspace.the_tenant.meanwhile = lambda _method: gate.wait(10)
    stage.click("look_again")
    stage.main.world.open(set_up_world())
    stage.looked()
    gate.set()
    assert "Codes go out" in stage.said("verdict")


def test_setup_leads_to_the_wizard_until_it_has_come_to_its_end(qtbot, quick_signs, tmp_path, workspace):
    with on_panel(qtbot, tmp_path, workspace) as stage:
        main = stage.main
        main.show_panel("wizard")
        assert main.shell.isVisible()
        main.show_panel("troubleshoot")
        main.show_panel("setup")
        assert main.shell.isVisible(), "the wizard is on its way"
        while main.shell.page.page_id is not PageId.DONE:
            page = main.shell.page.page_id
            main.shell.footer.primary.click()
            stage.until(lambda page=page: main.shell.page.page_id is not page)
        main.show_panel("setup")
        assert stage.panel.isVisible()
        assert not main.side.steps.isVisible()
        stage.looked()
        stage.click("run_wizard")
        stage.until(lambda: main.shell.page.page_id is PageId.VONAGE)
        assert main.shell.wizard.answers.domain == "acme.example"


@pytest.mark.parametrize("removed", [False, True])
def test_a_profile_that_is_opened_again_shows_its_state_if_it_is_set_up(
    qtbot, quick_signs, tmp_path, workspace, removed
):
    if removed:
        ran(workspace, Purpose.REMOVE)
    with on_panel(qtbot, tmp_path, prepared(world(practice=False)), replace(DONE, domain="")) as stage:
        stage.main.show_panel("settings")
        stage.panel.tools.adopt(workspace, DONE)
        stage.until(lambda: stage.main._place._asked is None)
        stage.main.show_panel("setup")
        assert stage.panel.isVisible() is not removed


@pytest.mark.parametrize(
    ("page", "shown"),
    [(PageId.DONE, True), (PageId.MESSAGES, True), (PageId.TRY, False), (PageId.APPLY, False)],
)
def test_a_draft_that_is_gone_on_with_shows_the_state_unless_its_page_has_something_to_finish(
    qtbot, quick_signs, tmp_path, workspace, page, shown
):
    with on_panel(qtbot, tmp_path, workspace) as stage:
        main = stage.main
        main.show_panel("wizard")
        main.shell.wizard.resume(page.value, replace(DONE, test_arrived=True, sender_ran=True))
        stage.until(lambda: main.shell.page.page_id is page and not main.jobs._jobs)
        assert stage.panel.isVisible() is shown
        assert main.shell.isVisible() is not shown


def test_a_profile_that_is_left_for_good_leaves_the_wizard(qtbot, quick_signs, tmp_path, workspace):
    with on_panel(qtbot, tmp_path, workspace) as stage:
        stage.looked()
        stage.panel.tools.leave_world()
        stage.main.show_panel("setup")
        assert stage.main.shell.isVisible()
        stage.main.show_panel("state")
        assert stage.shown("to_wizard")


# ---------------------------------------------------------------- how it looks


DATA = ("acme.example", "Acme", "· ada", "+ code", "+ friendly_name", "{{ code }}", "Textfactor SMS sender")
VIEWS = ["", "turn_off", "remove", "rotate", "change_texts"]


@pytest.mark.parametrize("size", [theme.WINDOW_MINIMUM, theme.WINDOW])
@pytest.mark.parametrize("view", VIEWS)
def test_everything_fits_has_a_name_and_is_translated(
    qtbot, quick_signs, tmp_path, workspace, pseudo_language, view, size
):
    workspace.the_tenant.set_policies(())
    with on_panel(qtbot, tmp_path, workspace, size=size) as stage:
        stage.until(lambda: stage.panel._seen is not None and not stage.panel.work.busy)
        if view:
            stage.click(view)
            stage.until(lambda: not stage.panel.work.busy)
        settled(qtbot, stage.panel)
        assert clipped(stage.panel) == []
        assert nameless(stage.panel) == []
        assert [one for one in untranslated(stage.panel) if not any(name in one for name in DATA)] == []


def test_a_run_that_a_command_began_keeps_whom_it_replaces():
    before, after = BindingState(("Old SMS", "Theirs")), BindingState(("Theirs", "Textfactor SMS sender"))
    change = Change(Resource.BINDING, before, after, "PATCH", "/actions/triggers/send-phone-message/bindings")
    begun = Receipt(Plan("acme.example", (change,), path=TenantPath.LEGACY), (), cancelled=True)
    assert unfinished_wish(begun, DONE).answers.replaces == ("Old SMS",)
    said = replace(DONE, replaces=("Another",))
    assert unfinished_wish(begun, said).answers.replaces == ("Another", "Old SMS")
    nothing = Receipt(Plan("acme.example", ()), ())
    assert unfinished_wish(nothing, DONE).answers.replaces is None


# ---------------------------------------------------------------- a tenant that was moved by Auth0


def test_a_tenant_that_auth0_moved_is_told_in_red_and_leads_to_the_move(qtbot, quick_signs, tmp_path):
    workspace = set_up_world()
    workspace.the_tenant = moved_to_unified()
    with on_panel(qtbot, tmp_path, workspace) as stage:
        stage.looked()
        assert stage.find(Callout, "verdict").tone() == "error"
        assert "not asked any more" in stage.said("verdict")
        assert not stage.find(QAbstractButton, "set_right").isVisible()
        assert stage.find(QAbstractButton, "remove").isEnabled()
        assert not stage.find(QAbstractButton, "rotate").isEnabled()
        stage.click("move_first")
        assert "+" in stage.planned()
        assert stage.panel.views.desk._plan.purpose is Purpose.MOVE


def test_a_practice_fault_that_is_on_is_named_with_the_state(qtbot, quick_signs, tmp_path, workspace):
    workspace.board.switch_on("provider_disabled")
    with on_panel(qtbot, tmp_path, workspace) as stage:
        stage.looked()
        assert "provider_disabled" in stage.said("verdict")


def test_texts_are_counted_with_the_tenants_name_as_everywhere(stage):
    stage.click("change_texts")
    assert {one.tenant for one in stage.panel.views.texts.shown()} == {"Acme"}
