"""The doctor's panel: one press, what was found, the way to its mending, and the bundle that is shown before."""

import zipfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.fakes.world import InMemoryWorkspace
from tests.ui import demo
from tests.ui.setup_stage import DONE, code_for, set_up_world

from textfactor.adapters.whole_file import save_whole
from textfactor.domain.answers import Answers
from textfactor.domain.findings import FindingStatus
from textfactor.domain.tenant import LogRow
from textfactor.ui.main_window import MainWindow
from textfactor.ui.panels.doctor.bundle_dialog import BundleDialog
from textfactor.ui.panels.doctor.panel import DoctorPanel
from textfactor.ui.panels.panel_table import PANELS
from textfactor.ui.panels.setup.panel import SetupPanel
from textfactor.ui.panels.troubleshoot.panel import TroubleshootPanel
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.check_box import CheckBox
from textfactor.ui.widgets.link_button import LinkButton
from textfactor.ui.wizard.pages.plan_card import PlanCard


class Office:
    """The panel in its window, and hands for it."""

    def __init__(self, qtbot: QtBot, main: MainWindow) -> None:
        self.qtbot, self.main = qtbot, main
        panel = main.panel("doctor")
        assert isinstance(panel, DoctorPanel)
        self.panel = panel

    def click(self, name: str, root: QWidget | None = None) -> None:
        button = (root or self.panel).findChild(QPushButton, name)
        assert button is not None, name
        self.qtbot.waitUntil(lambda: button.isVisible() and button.isEnabled())
        button.click()

    def idle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.panel.work.busy, timeout=20_000)

    def check(self) -> None:
        self.click("check_everything")
        self.idle()

    def said(self, name: str = "doctor_verdict") -> str:
        callout = self.panel.findChild(Callout, name)
        assert callout is not None
        return "" if callout.isHidden() else f"{callout.title()} {callout.body()}"

    def row(self, check: str) -> QWidget:
        found = self.panel.findChild(QWidget, check)
        assert found is not None, check
        return found

    def words(self, check: str) -> str:
        return "\n".join(label.text() for label in self.row(check).findChildren(QLabel))


@contextmanager
def office(
    qtbot: QtBot, folder: Path, workspace: InMemoryWorkspace | None, answers: Answers = DONE
) -> Generator[Office]:
    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    services = replace(
        demo.services(),
        sender_code=code_for,
        save_file=lambda path, content, force: save_whole(path, content, replace=force),
    )
    main = MainWindow(services, demo.demo_pages(), PANELS, settings)
    qtbot.addWidget(main)
    with qtbot.waitActive(main):
        main.show()
        main.activateWindow()
    try:
        if workspace is not None:
            main.world.open(workspace)
            main.shell.wizard.start_over(answers)
        main.show_panel("doctor")
        yield Office(qtbot, main)
    finally:
        main.close()


def broken() -> InMemoryWorkspace:
    workspace = set_up_world(practice=False)
    workspace.the_tenant.set_factor("sms", on=False)
    return workspace


def test_a_press_finds_what_is_wrong_and_leads_to_it(qtbot, tmp_path):
    with office(qtbot, tmp_path, broken()) as desk:
        asked: list[str] = []
        desk.panel.results.place_wanted.connect(asked.append)
        assert desk.said() == ""
        assert not desk.row("save_bundle").isVisible()
        desk.check()
        assert desk.said().startswith("Something is wrong Checks: 36, wrong: 1,")
        assert "It is off: nobody is asked" in desk.words("auth0.factor")
        assert desk.row("auth0.factor").accessibleName() == "wrong: SMS factor"
        assert not desk.row("vonage.reach").isVisible()  # folded away
        desk.click("doctor_fine_toggle")
        assert desk.row("vonage.reach").isVisible()
        desk.click("fix_auth0.factor")
        assert asked == ["setup.turn_on"]
        assert desk.main.side.nav.button("setup").isChecked()


def provider_off(*, practice: bool) -> InMemoryWorkspace:
    workspace = set_up_world(practice=practice)
    (provider,) = workspace.the_tenant.phone_providers()
    workspace.the_tenant.update_phone_provider(provider.id, provider.name, provider.methods, disabled=True)
    return workspace


@pytest.mark.parametrize("practice", [True, False])
def test_fix_it_looks_again_and_offers_the_plan(qtbot, tmp_path, practice):
    with office(qtbot, tmp_path, provider_off(practice=practice)) as desk:
        desk.main.show_panel("state")
        desk.main.show_panel("doctor")
        desk.check()
        desk.click("fix_auth0.provider")
        setup = desk.main.panel("state")
        assert isinstance(setup, SetupPanel)
        card = setup.views.desk.findChild(PlanCard, "panel_plan")
        assert card is not None
        qtbot.waitUntil(
            lambda: setup.views.desk.isVisible() and not setup.work.busy and "~" in "".join(card.signs()),
            timeout=20_000,
        )
        qtbot.waitUntil(lambda: not setup.work.busy, timeout=20_000)
        assert desk.main.world.observed is not None
        assert desk.main.world.observed.provider is not None
        assert desk.main.world.observed.provider.disabled


def test_what_is_fine_has_nothing_to_press(qtbot, tmp_path):
    with office(qtbot, tmp_path, set_up_world(practice=False)) as desk:
        desk.check()
        fine = {row.finding.id for row in desk.panel.results.rows if row.finding.status is FindingStatus.PASS}
        assert "vonage.key" in fine
        assert not [name for name in fine if desk.panel.findChild(QPushButton, f"fix_{name}") is not None]


def test_protection_that_is_off_has_the_vendors_page(qtbot, tmp_path):
    workspace = set_up_world(practice=False)
    workspace.the_tenant.protection = "none"
    with office(qtbot, tmp_path, workspace) as desk:
        desk.check()
        link = desk.row("auth0.protection").findChild(LinkButton)
        assert link is not None
        assert link.toolTip().startswith("https://manage.auth0.com/")


def test_failures_that_are_over_are_explained_row_by_row(qtbot, tmp_path):
    workspace = set_up_world(practice=False)
    workspace.the_tenant.rows = [
        LogRow("1", "2026-11-24T09:00:00.000Z", "gd_send_sms_failure", "", "vonage status=9 Quota", "ada"),
        LogRow("2", "2026-11-24T09:05:00.000Z", "gd_send_sms", "", "", "ada"),
    ]
    with office(qtbot, tmp_path, workspace) as desk:
        desk.check()
        words = desk.words("auth0.log")
        assert "Some earlier messages failed (1 of the last 2); the newest went out." in words
        assert "What stood in the way then, and may be over:" in words
        assert "nobody gets a code" not in words
        button = desk.panel.findChild(QPushButton, "fix_auth0.log")
        assert button is not None
        assert button.text() == "Explain it"
        desk.click("fix_auth0.log")
        explain = desk.main.panel("troubleshoot")
        assert isinstance(explain, TroubleshootPanel)
        assert "vonage status=9 Quota" in explain.paste.text()


def test_what_was_found_can_be_copied(qtbot, tmp_path):
    with office(qtbot, tmp_path, broken()) as desk:
        desk.check()
        desk.click("doctor_copy")
        text = QGuiApplication.clipboard().text()
    assert "[wrong] SMS factor (auth0.factor)\n    It is off" in text
    assert "    - Turn it on in Setup." in text
    assert "s3cretS3cret" not in text


def test_offline_leaves_the_network_out(qtbot, tmp_path):
    workspace = broken()
    workspace.the_tenant.calls.clear()
    with office(qtbot, tmp_path, workspace) as desk:
        offline = desk.panel.findChild(CheckBox, "doctor_offline")
        assert offline is not None
        offline.setChecked(True)
        desk.check()
        assert "offline was asked for" in desk.words("auth0.factor")
        assert workspace.the_tenant.calls == []


def test_without_a_profile_this_computer_is_looked_at(qtbot, tmp_path):
    with office(qtbot, tmp_path, None) as desk:
        desk.check()
        assert desk.said().startswith("Nothing is wrong")
        assert "no Auth0 tenant is known" in desk.words("auth0.path")


def test_another_world_forgets_what_was_found(qtbot, tmp_path):
    with office(qtbot, tmp_path, broken()) as desk:
        desk.check()
        assert desk.said() != ""
        desk.main.world.open(set_up_world())
        assert desk.said() == ""
        assert desk.panel.results.as_text() == ""


def test_the_bundle_is_shown_before_it_is_saved(qtbot, tmp_path):
    place = tmp_path / "bundle.zip"
    with office(qtbot, tmp_path, broken()) as desk:
        desk.check()
        desk.click("save_bundle")
        qtbot.waitUntil(lambda: desk.panel.findChild(BundleDialog) is not None)
        dialog = desk.panel.findChild(BundleDialog)
        assert dialog is not None
        shown = dialog.findChild(QPlainTextEdit, "bundle_preview")
        assert shown is not None
        text = shown.toPlainText()
        assert list(tmp_path.glob("*.zip")) == []
        assert DONE.domain not in text
        desk.click("bundle_save", dialog)
        chooser = desk.panel.findChild(QFileDialog, "bundle_file")
        assert chooser is not None
        chooser.fileSelected.emit(str(place))
        chooser.reject()
        qtbot.waitUntil(lambda: desk.said("callout") != "", timeout=20_000)
        assert desk.said("callout").startswith(f"The support bundle is in {place}")
        with zipfile.ZipFile(place) as packed:
            for name in packed.namelist():
                assert packed.read(name).decode() in text


def test_a_bundle_that_cannot_be_saved_says_so(qtbot, tmp_path):
    with office(qtbot, tmp_path, broken()) as desk:
        desk.check()
        desk.panel.save_to("nothing was shown yet")
        assert not desk.panel.work.busy
        desk.click("save_bundle")
        qtbot.waitUntil(lambda: desk.panel.findChild(BundleDialog) is not None)
        desk.panel.save_to(str(tmp_path / "none" / "b.zip"))
        qtbot.waitUntil(lambda: desk.said("callout") != "", timeout=20_000)
        assert "file" in desk.said("callout").lower()


def test_the_preview_can_be_left(qtbot, tmp_path):
    with office(qtbot, tmp_path, broken()) as desk:
        desk.check()
        desk.click("save_bundle")
        qtbot.waitUntil(lambda: desk.panel.findChild(BundleDialog) is not None)
        dialog = desk.panel.findChild(BundleDialog)
        assert dialog is not None
        desk.click("bundle_close", dialog)
        assert not dialog.isVisible()
        assert list(tmp_path.glob("*.zip")) == []


def test_every_way_a_check_ends_has_a_tone():
    from textfactor.ui.panels.doctor import panel

    assert set(panel._TONES) == set(FindingStatus)
