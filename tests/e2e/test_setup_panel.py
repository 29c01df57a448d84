"""The Setup panel over the practice world: real requests, a real journal, a real Action that runs."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLineEdit
from tests.ui import demo
from tests.ui.setup_stage import PanelStage

from textfactor.bootstrap import Paths, open_practice, services
from textfactor.domain.answers import Answers, PolicyWish, TenantPath, World
from textfactor.domain.login import LoginState
from textfactor.domain.plan import Plan
from textfactor.domain.secret import VONAGE_SECRET, Secret, SecretRef
from textfactor.services.context import CallContext
from textfactor.services.keys import keep_tenant, keep_vonage, tenant_key
from textfactor.services.login.login import start_login
from textfactor.ui import theme
from textfactor.ui.main_window import MainWindow
from textfactor.ui.panels.panel_table import PANELS
from textfactor.ui.wizard.pages.plan_calls import applying, planning

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]


@pytest.fixture(params=list(TenantPath))
def world(request, tmp_path):
    """A practice world that the engine has set up, and the answers that led there."""
    ctx, paths = CallContext(), Paths(tmp_path / "state")
    workspace: Any = open_practice(paths, ctx, request.param)
    parts = services(paths)
    key, tenant = workspace.sender_key(), workspace.suggested_tenant()
    keep_vonage(workspace, key)
    keep_tenant(workspace, tenant)
    answers = Answers(
        world=World.PRACTICE,
        opened=True,
        profile_id=workspace.profile.id,
        api_key=key.api_key,
        sender="Acme",
        vonage_checked=True,
        domain=tenant.domain,
        client_id=tenant.client_id,
        tenant_path=request.param,
        policy=PolicyWish.ALWAYS,
        applied=True,
    )
    plan: Plan = planning(workspace, parts, answers)(ctx).plan
    assert applying(workspace, answers, plan)(ctx).complete
    yield workspace, parts, answers
    workspace.close()


@pytest.fixture
def stage(qtbot, quick_signs, qapp, tmp_path, world):
    workspace, parts, answers = world
    theme.apply(qapp, theme.ThemeMode.LIGHT)
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    main = MainWindow(replace(parts, drafts=demo.Drafts()), demo.demo_pages(), PANELS, settings)
    qtbot.addWidget(main)
    with qtbot.waitActive(main):
        main.show()
        main.activateWindow()
    main.world.open(workspace)
    main.shell.wizard.start_over(answers)
    main.show_panel("state")
    made = PanelStage(qtbot, main, workspace)
    made.looked()
    yield made
    main.close()


@pytest.fixture
def quick_signs(monkeypatch):
    """Let signs appear and leave at once."""
    from textfactor.ui.widgets import busy_sign

    monkeypatch.setattr(busy_sign, "APPEARS_AFTER", 0)
    monkeypatch.setattr(busy_sign, "STAYS", 0)


def tenant_of(stage):
    return stage.workspace.tenant(tenant_key(stage.workspace, stage.answers))


def carried_out(stage, action):
    """Press an action's button, apply its plan, and go back to a fresh look."""
    stage.click(action)
    stage.planned()
    said = stage.applied()
    stage.home()
    stage.looked()
    return said


def test_off_is_planned_made_and_taken_back(stage):
    tenant = tenant_of(stage)
    assert "Codes go out through Vonage" in stage.said("verdict")

    assert "Done" in carried_out(stage, "turn_off")
    assert "The SMS factor is off" in stage.said("verdict")
    assert not tenant.factors()["sms"]

    assert "Taken back" in carried_out(stage, "undo_run")
    assert tenant.factors()["sms"]
    assert "Codes go out through Vonage" in stage.said("verdict")


def test_what_somebody_changed_is_set_right_and_the_secret_replaced(stage):
    tenant = tenant_of(stage)
    tenant.set_factor("sms", on=False)
    stage.click("look_again")
    stage.until(lambda: "is off" in stage.said("verdict") and not stage.panel.work.busy)
    assert stage.shown("drift")
    assert "Done" in carried_out(stage, "set_right")
    assert tenant.factors()["sms"]
    assert not stage.shown("drift")

    wrong_then_right(stage)
    ctx = CallContext()
    assert start_login(stage.workspace, "ada", "4915123456789", ctx).state is LoginState.CODE_SENT


def wrong_then_right(stage):
    """A wrong secret is refused before a plan is made; the right one is written and deployed."""
    right = stage.workspace.sender_key().secret
    ref = SecretRef(stage.workspace.profile.id, VONAGE_SECRET)
    seen = len(stage.workspace.journal.history(stage.answers.domain))
    stage.click("rotate")
    stage.type("new_secret", "n0tTheSecret1")
    stage.click("rotate_go")
    stage.until(lambda: "refuses" in stage.panel.views.rotate._field.error())
    assert len(stage.workspace.journal.history(stage.answers.domain)) == seen
    assert stage.workspace.secrets.get(ref) == right
    stage.type("new_secret", right.reveal())
    stage.click("rotate_go")
    assert stage.planned() == "~~"
    assert "The secret is replaced" in stage.applied()
    assert stage.find(QLineEdit, "new_secret").text() == ""
    assert right.reveal() not in stage.panel.views.overview.history.as_text()
    assert isinstance(stage.workspace.secrets.get(ref), Secret)


def test_everything_is_removed_and_taken_back(stage):
    tenant = tenant_of(stage)
    carried_out(stage, "remove")
    assert "Nothing of Textfactor" in stage.said("verdict")
    assert not tenant.factors()["sms"]
    carried_out(stage, "undo_run")
    assert "Codes go out through Vonage" in stage.said("verdict")
    assert stage.answers.applied
