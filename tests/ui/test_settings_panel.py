"""The settings: profiles, secrets, and the way between worlds."""

import json
import threading
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QMessageBox, QPushButton, QRadioButton, QWidget
from tests.fakes.profiles import InMemoryKeeper, InMemoryProfiles
from tests.ui import demo
from tests.ui.test_window import nameless

from textfactor.domain.answers import Environment, TenantPath
from textfactor.domain.problems import ProblemKind
from textfactor.domain.profile import Endpoints, KeptProfile, Profile, ProfileFacts
from textfactor.domain.secret import AUTH0_SECRET, VONAGE_SECRET, Secret, SecretRef
from textfactor.flow.flow import PageId
from textfactor.ui.main_window import MainWindow
from textfactor.ui.panels.panel_table import PANELS
from textfactor.ui.widgets.callout import Callout


def kept(profile_id: str, name: str, environment: Environment = Environment.STAGING) -> KeptProfile:
    profile = Profile(profile_id, name, environment, practice=False, endpoints=Endpoints())
    return KeptProfile(profile, ProfileFacts(api_key="abcd1234", domain=f"{profile_id}.eu.auth0.com"))


class Stage:
    """The window with its settings in front of two profiles."""

    def __init__(self, qtbot, tmp_path) -> None:
        self.qtbot = qtbot
        self.profiles = InMemoryProfiles(kept("a1", "Acme"), kept("b2", "Beta", Environment.PRODUCTION))
        self.secrets = InMemoryKeeper()
        self.practice = demo.World(practice=True)
        self.opened: list[demo.World] = []
        services = replace(
            demo.services(),
            open_practice=lambda ctx: self.practice,
            open_profile=self._open,
            profiles=self.profiles,
            secrets=self.secrets,
        )
        settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(services, demo.demo_pages(), PANELS, settings)
        qtbot.addWidget(self.window)

    def _open(self, profile, ctx):
        world = demo.World(practice=False)
        world.profile = profile
        self.opened.append(world)
        return world

    def show(self) -> None:
        with self.qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.window.show_panel("settings")
        self.until(lambda: self.has("open_a1"))
        self.until(lambda: "Keyring" in self.find(QLabel, "keyring_where").text())

    @property
    def panel(self) -> Any:
        return self.window.panel("settings")

    def find(self, kind, name: str):
        found = [one for one in self.panel.findChildren(kind, name) if not one.isHidden()]
        assert found, name
        return found[-1]

    def has(self, name: str) -> bool:
        return any(not one.isHidden() for one in self.panel.findChildren(QPushButton, name))

    def click(self, name: str) -> None:
        self.qtbot.mouseClick(self.find(QPushButton, name), Qt.MouseButton.LeftButton)

    def choose(self, name: str) -> None:
        self.find(QRadioButton, name).click()

    def answer(self, question: str, answer: str) -> QMessageBox:
        self.until(lambda: any(q.isVisible() for q in self.panel.findChildren(QMessageBox, question)))
        box = next(q for q in self.panel.findChildren(QMessageBox, question) if q.isVisible())
        box.findChild(QPushButton, f"{question}_{answer}").click()
        return box

    def said(self, name: str) -> str:
        callout = self.panel.findChild(QWidget, name)
        return "" if callout.isHidden() else f"{callout.title()} {callout.body()}"

    def until(self, condition) -> None:
        self.qtbot.waitUntil(condition, timeout=10_000)

    def side(self) -> str:
        return "\n".join(one.text() for one in self.window.side.findChildren(QLabel) if one.isVisible())

    def open(self, profile_id: str, name: str) -> None:
        self.click(f"open_{profile_id}")
        self.until(lambda: f"{name} is open" in self.said("profiles_callout"))


@pytest.fixture
def stage(qtbot, tmp_path):
    made = Stage(qtbot, tmp_path)
    made.show()
    yield made
    made.window.close()


# ---------------------------------------------------------------- opening


def test_a_profile_is_opened_and_everything_works_with_it(stage):
    assert not stage.panel.findChild(QWidget, "profile_editor").isVisible()
    stage.open("a1", "Acme")
    assert stage.window.world.need() is stage.opened[0]
    assert "Acme · Staging" in stage.side()
    answers = stage.window.shell.wizard.answers
    assert (answers.profile_id, answers.api_key, answers.domain) == ("a1", "abcd1234", "a1.eu.auth0.com")
    assert stage.window.shell.page.page_id is PageId.VONAGE
    assert not stage.has("open_a1")
    stage.open("b2", "Beta")
    assert "Beta · Production" in stage.side()
    stage.until(lambda: stage.opened[0].closed == 1)


def test_the_practice_world_goes_on_meanwhile_and_is_as_it_was_left(stage):
    stage.click("open_practice")
    stage.until(lambda: "practice world is open" in stage.said("profiles_callout"))
    world, wizard = stage.window.world, stage.window.shell.wizard
    world.last_send = "what was sent"
    stage.window.shell.page.line.set_text("typed in practice")
    stage.open("a1", "Acme")
    assert (stage.practice.closed, world.last_send) == (0, None)
    assert wizard.answers.api_key == "abcd1234"
    stage.click("open_practice")
    stage.until(lambda: world.workspace is stage.practice)
    assert stage.window.shell.page.page_id is PageId.VONAGE
    assert world.last_send == "what was sent"
    assert wizard.answers.api_key == "typed in practice"
    assert wizard.answers.profile_id == "p1"
    stage.window.close()
    assert stage.practice.closed == 1
    assert stage.opened[0].closed == 1


def far(stage, answers=None):
    """Go on in the wizard to the review; the pages of these tests ask nothing."""
    wizard = stage.window.shell.wizard
    if answers is not None:
        wizard._take(answers)
    while wizard.page_now.page_id is not PageId.REVIEW:
        wizard.forward()
    return wizard


def test_each_world_goes_on_where_it_was_left(stage):
    stage.click("open_practice")
    stage.until(lambda: "practice world is open" in stage.said("profiles_callout"))
    wizard = stage.window.shell.wizard
    proved = replace(wizard.answers, vonage_checked=True, tenant_path=TenantPath.UNIFIED, plan_size=3)
    far(stage, replace(proved, test_number="+49 1512 3456789", countries="+49"))
    stage.window.show_panel("settings")
    stage.open("a1", "Acme")
    wizard._take(replace(wizard.answers, vonage_checked=True, tenant_path=TenantPath.LEGACY))
    far(stage)
    stage.open("b2", "Beta")
    assert wizard.page_now.page_id is PageId.VONAGE
    assert wizard.answers.test_number == ""
    stage.until(lambda: stage.has("open_practice"))
    stage.click("open_practice")
    stage.until(lambda: stage.window.world.workspace is stage.practice)
    assert (wizard.answers.test_number, wizard.answers.plan_size) == ("+49 1512 3456789", 3)
    assert wizard.page_now.page_id is PageId.REVIEW
    assert wizard.done_earlier() == ()
    stage.until(lambda: stage.has("open_a1"))
    stage.open("a1", "Acme")
    assert wizard.page_now.page_id is PageId.REVIEW
    assert (wizard.answers.tenant_path, wizard.answers.profile_name) == (TenantPath.LEGACY, "Acme")


def test_the_way_over_a_new_profile_loses_nothing_either(stage, qtbot):
    stage.click("open_practice")
    stage.until(lambda: "practice world is open" in stage.said("profiles_callout"))
    wizard = stage.window.shell.wizard
    proved = replace(wizard.answers, vonage_checked=True, tenant_path=TenantPath.UNIFIED)
    far(stage, replace(proved, countries="+43"))
    stage.window.show_panel("settings")
    stage.click("new_profile")
    assert wizard.page_now.page_id is PageId.WELCOME
    stage.window.show_panel("settings")
    stage.open("a1", "Acme")
    stage.until(lambda: stage.has("open_practice"))
    stage.click("open_practice")
    stage.until(lambda: stage.window.world.workspace is stage.practice)
    assert wizard.answers.countries == "+43"
    assert wizard.page_now.page_id is PageId.REVIEW


def test_a_removed_profile_is_forgotten(stage):
    stage.open("a1", "Acme")
    places, opened = stage.window.world.places, stage.opened[0]
    assert places.of(opened) is not None
    stage.click("remove_a1")
    stage.answer("remove_question", "yes")
    stage.until(lambda: "Acme was removed" in stage.said("profiles_callout"))
    assert places.of(opened) is None


def test_a_profile_is_not_opened_while_something_is_written(stage, qtbot):
    step = threading.Event()
    stage.window.jobs.start(lambda ctx: step.wait(10), lambda outcome: None, write=True)
    try:
        stage.click("open_a1")
        assert "being written" in stage.said("profiles_callout")
        assert stage.opened == []
    finally:
        step.set()
        stage.until(lambda: not stage.window.jobs.writing)


def test_a_ca_file_that_is_gone_is_said(stage, tmp_path):
    gone = kept("a1", "Acme")
    endpoints = Endpoints(ca_file=str(tmp_path / "gone.pem"))
    stage.profiles.save(replace(gone, profile=replace(gone.profile, endpoints=endpoints)))
    stage.panel.refresh()
    stage.until(lambda: stage.panel._profiles._list.book.with_id("a1").profile.endpoints == endpoints)
    stage.click("open_a1")
    stage.until(lambda: "no such file" in stage.said("profiles_callout"))


def test_a_new_profile_begins_with_the_first_page(stage):
    stage.open("a1", "Acme")
    stage.click("new_profile")
    assert stage.window.shell.page.page_id is PageId.WELCOME
    assert stage.window.shell.wizard.answers.profile_id == ""
    assert stage.window.shell.isVisible()


# ---------------------------------------------------------------- changing


def test_the_open_profile_is_renamed_and_tagged_in_place(stage):
    stage.open("a1", "Acme")
    stage.window.world.last_send = "kept"
    stage.click("edit_a1")
    name = stage.find(QLineEdit, "edit_name")
    assert (name.text(), name.hasFocus()) == ("Acme", True)
    name.setText("Acme two")
    stage.choose("edit_environment_production")
    stage.click("edit_save")
    stage.until(lambda: "Acme two was changed" in stage.said("profiles_callout"))
    changed = stage.profiles.book.with_id("a1")
    assert (changed.profile.name, changed.profile.environment) == ("Acme two", Environment.PRODUCTION)
    assert changed.facts.api_key == "abcd1234"
    assert "Acme two · Production" in stage.side()
    assert stage.window.world.last_send == "kept"
    assert stage.window.shell.wizard.answers.profile_name == "Acme two"
    stage.window.shell.keep_draft()
    stage.until(lambda: not stage.window.jobs._jobs)
    assert stage.profiles.book.with_id("a1").profile.name == "Acme two"


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("edit_name", "beta", "Another profile"),
        ("edit_name", " ", "no name yet"),
        ("edit_proxy", "http://me:pw@proxy.acme.com:80", "without user"),
        ("edit_ca_file", "/no/such/file.pem", "no such file"),
    ],
)
def test_what_cannot_be_right_is_said_at_its_field(stage, field, value, says):
    stage.click("edit_a1")
    stage.find(QLineEdit, field).setText(value)
    stage.click("edit_save")
    stage.until(lambda: stage.find(QLineEdit, field).parentWidget().error() != "")
    assert says in stage.find(QLineEdit, field).parentWidget().error()
    assert stage.profiles.book.with_id("a1") == kept("a1", "Acme")
    stage.click("edit_cancel")
    assert not stage.panel.findChild(QWidget, "profile_editor").isVisible()


def test_removing_asks_and_takes_the_secrets_along(stage):
    stage.secrets.put(SecretRef("a1", VONAGE_SECRET), Secret("x"))
    stage.open("a1", "Acme")
    stage.click("remove_a1")
    box = stage.answer("remove_question", "no")
    assert "“Acme”" in box.text()
    assert len(stage.profiles.book.profiles) == 2
    stage.click("remove_a1")
    stage.answer("remove_question", "yes")
    stage.until(lambda: "Acme was removed" in stage.said("profiles_callout"))
    assert [one.profile.id for one in stage.profiles.book.profiles] == ["b2"]
    assert stage.secrets.kept == {}
    assert stage.window.world.workspace is None
    assert "No profile yet" in stage.side()
    assert stage.window.shell.page.page_id is PageId.WELCOME
    stage.until(lambda: not stage.has("open_a1") and not stage.has("edit_a1"))
    stage.until(lambda: not stage.window.jobs._jobs)
    assert stage.profiles.book.with_id("a1") is None


def test_a_profile_stays_while_its_secrets_cannot_go(stage):
    stage.secrets.problem = ProblemKind.KEYRING_LOCKED
    stage.click("remove_a1")
    stage.answer("remove_question", "yes")
    stage.until(lambda: "keyring is locked" in stage.said("profiles_callout"))
    assert len(stage.profiles.book.profiles) == 2


# ---------------------------------------------------------------- files


def pick(stage, path) -> None:
    """Choose a file in the dialog."""
    dialog = stage.panel.findChildren(QFileDialog, "profile_file")[-1]
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_export_and_import(stage, tmp_path):
    stage.secrets.put(SecretRef("a1", VONAGE_SECRET), Secret("canary7Secret"))
    stage.click("export_a1")
    pick(stage, tmp_path / "acme.json")
    stage.until(lambda: "Written to acme.json" in stage.said("profiles_callout"))
    written = (tmp_path / "acme.json").read_text()
    assert json.loads(written)["name"] == "Acme"
    assert "canary7Secret" not in written
    stage.click("import_profile")
    pick(stage, tmp_path / "acme.json")
    stage.until(lambda: "Imported as Acme 2" in stage.said("profiles_callout"))
    new = stage.profiles.book.named("Acme 2")
    stage.until(lambda: stage.has(f"open_{new.profile.id}"))

    (tmp_path / "with.json").write_text(
        written.replace('"proxy": ""', '"proxy": "http://proxy.evil.example:80"')
    )
    stage.click("import_profile")
    pick(stage, tmp_path / "with.json")
    stage.until(lambda: "proxy.evil.example" in stage.said("profiles_callout"))


def broken(export: str) -> str:
    return '{"format": "textfactor-profile", "version": ' + export + "}"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("{}", "not an exported profile"),
        (None, "could not be"),
        ('{"format": "textf', "cannot be read as an exported profile"),
        (broken("99"), "another version"),
        (broken('1, "name": ""'), "cannot be right: name"),
        (" " * 300_000, "too large"),
    ],
)
def test_what_is_no_profile_is_said(stage, tmp_path, content, says):
    if content is not None:
        (tmp_path / "x.json").write_text(content)
    stage.click("import_profile")
    pick(stage, tmp_path / "x.json")
    stage.until(lambda: stage.said("profiles_callout") != "")
    assert len(stage.profiles.book.profiles) == 2
    if content is not None:
        assert says in stage.said("profiles_callout")
        assert "Nothing was imported" in stage.said("profiles_callout").replace("nothing", "Nothing")
        callout = stage.panel.findChild(Callout, "profiles_callout")
        assert len(callout.steps()) == 2
        labels = [label.text() for label in callout.findChildren(QLabel) if not label.isHidden()]
        assert not {"json", "format", "version", "size"} & set(labels)


def test_a_file_that_cannot_be_written_is_said(stage, tmp_path):
    stage.click("export_a1")
    pick(stage, tmp_path / "none" / "acme.json")
    stage.until(lambda: stage.panel.findChild(QWidget, "profiles_callout").tone() == "error")


def test_a_file_that_was_set_aside_is_said_once(qtbot, tmp_path):
    made = Stage(qtbot, tmp_path)
    made.profiles.book = replace(made.profiles.book, set_aside="profiles.unreadable-1.json")
    made.show()
    made.until(lambda: "profiles.unreadable-1.json" in made.said("profiles_callout"))
    made.panel._profiles._callout.clear()
    made.panel.refresh()
    made.until(lambda: not made.window.jobs._jobs)
    assert made.said("profiles_callout") == ""
    made.window.close()


# ---------------------------------------------------------------- secrets


def test_looking_asks_the_keyring_nothing(stage):
    stage.secrets.problem = ProblemKind.KEYRING_LOCKED
    stage.panel.refresh()
    stage.until(lambda: not stage.window.jobs._jobs)
    assert "Not asked yet" in stage.find(QLabel, "keyring_where").text()


def test_the_check_shows_each_finding(stage):
    stage.click("check_keyring")
    stage.until(lambda: "keyring works" in stage.said("secrets_callout"))
    row = stage.find(QWidget, "keyring.long_entry")
    assert "fine" in row.accessibleName()
    assert stage.secrets.kept == {}


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (ProblemKind.KEYRING_LOCKED, "is locked"),
        (ProblemKind.KEYRING_CANCELLED, "was dismissed"),
        (ProblemKind.KEYRING_FAILED, "did not do"),
    ],
)
def test_each_state_has_its_own_words(stage, kind, words):
    stage.secrets.problem = kind
    stage.click("forget_everything")
    stage.until(lambda: words in stage.said("secrets_callout"))
    stage.until(lambda: words in stage.said("keyring_state"))
    stage.click("check_keyring")
    stage.until(lambda: "1 wrong" in stage.said("secrets_callout"))
    assert stage.said("keyring_state") == ""  # the findings say it


def test_without_a_keyring_that_is_said_before_anything_is_tried(stage):
    stage.secrets.the_facts = replace(stage.secrets.the_facts, backend="")
    stage.panel.refresh()
    stage.until(lambda: "offers no keyring" in stage.said("keyring_state"))
    card = stage.find(QWidget, "secrets_keyring")
    assert "offers none" in card.accessibleDescription()


def test_for_this_session_only_and_back(stage):
    stage.secrets.put(SecretRef("a1", VONAGE_SECRET), Secret("x"))
    stage.open("a1", "Acme")
    stage.choose("secrets_session")
    stage.until(lambda: stage.secrets.session_only)
    stage.until(lambda: "by your choice" in stage.find(QLabel, "keyring_where").text())
    assert list(stage.secrets.session) == [SecretRef("a1", VONAGE_SECRET)]
    stage.until(lambda: stage.find(QRadioButton, "secrets_keyring").isEnabled())
    stage.choose("secrets_keyring")
    stage.until(lambda: not stage.secrets.session_only)
    assert stage.secrets.session == {}


def test_back_into_a_closed_keyring_shows_what_holds(stage):
    stage.secrets.session_only = True
    stage.secrets.session[SecretRef("a1", VONAGE_SECRET)] = Secret("x")
    stage.panel.refresh()
    stage.open("a1", "Acme")
    stage.until(lambda: stage.find(QRadioButton, "secrets_session").isChecked())
    stage.secrets.problem = ProblemKind.KEYRING_LOCKED
    stage.choose("secrets_keyring")
    stage.until(lambda: "is locked" in stage.said("secrets_callout"))
    stage.until(lambda: stage.find(QRadioButton, "secrets_session").isChecked())
    assert stage.secrets.session_only


def test_forgetting_names_what_goes(stage):
    for ref in (SecretRef("a1", VONAGE_SECRET), SecretRef("gone", AUTH0_SECRET)):
        stage.secrets.put(ref, Secret("x"))
    stage.click("forget_everything")
    box = stage.answer("forget_question", "no")
    assert "Acme: Vonage API secret" in box.informativeText()
    assert "a profile that is gone: Auth0 client secret" in box.informativeText()
    assert len(stage.secrets.kept) == 2
    stage.click("forget_everything")
    stage.answer("forget_question", "yes")
    stage.until(lambda: "Secrets removed: 2" in stage.said("secrets_callout"))
    assert stage.secrets.kept == {}
    assert len(stage.profiles.book.profiles) == 2
    stage.click("forget_everything")
    stage.until(lambda: "Nothing is kept" in stage.said("secrets_callout"))


def test_many_entries_are_counted(stage):
    for number in range(15):
        stage.secrets.put(SecretRef(f"gone{number}", AUTH0_SECRET), Secret("x"))
    stage.click("forget_everything")
    assert "and 3 more" in stage.answer("forget_question", "no").informativeText()


# ---------------------------------------------------------------- names and keys


def test_everything_has_a_name_and_rows_are_told_apart(stage):
    stage.click("edit_a1")
    assert nameless(stage.panel) == []
    buttons = [one for one in stage.panel.findChildren(QPushButton) if one.isVisible()]
    spoken = [one.accessibleName() or one.text() for one in buttons]
    assert len(spoken) == len(set(spoken))


def test_a_profile_can_be_opened_by_keyboard_alone(stage):
    stage.find(QPushButton, "open_practice").setFocus()
    stage.qtbot.keyClick(stage.window.focusWidget(), Qt.Key.Key_Tab)
    assert stage.window.focusWidget().objectName() == "open_a1"
    stage.qtbot.keyClick(stage.window.focusWidget(), Qt.Key.Key_Space)
    stage.until(lambda: "Acme is open" in stage.said("profiles_callout"))
