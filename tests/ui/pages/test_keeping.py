"""What the wizard keeps: the profile as it is learnt, secrets in memory where wanted, and no secret in any file."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QCheckBox, QPushButton
from tests.fakes.profiles import InMemoryProfiles
from tests.ui.pages.stage import CHECKED, SECRET, on_stage, world

from textfactor.adapters.draft_file import DraftFile
from textfactor.adapters.profile_file import ProfileFile
from textfactor.domain.answers import Answers, Environment, World
from textfactor.domain.problems import ProblemKind
from textfactor.domain.profile import CredentialOffer, Endpoints, KeptProfile, Profile
from textfactor.domain.secret import VONAGE_SECRET, Secret, SecretRef
from textfactor.flow.flow import PageId
from textfactor.services.profiles.transfer import export_profile

OWN = replace(CHECKED, world=World.OWN, profile_id="p1", profile_name="Acme", vonage_checked=False)


def open_own(stage, name="Acme"):
    stage.click("world_own")
    stage.enter("profile_name", name)
    stage.next()


@pytest.fixture
def welcome(qtbot, quick_signs):
    with on_stage(qtbot, PageId.WELCOME, Answers(), world(practice=False)) as made:
        yield made


def profiles_of(stage) -> InMemoryProfiles:
    profiles = stage.page.tools.services.profiles
    assert isinstance(profiles, InMemoryProfiles)
    return profiles


def test_the_profile_is_kept_once_its_page_is_left(welcome):
    profiles = profiles_of(welcome)
    open_own(welcome)
    welcome.until(lambda: welcome.page.page_id is PageId.VONAGE)
    welcome.until(lambda: len(profiles.book.profiles) == 1)
    (kept,) = profiles.book.profiles
    assert (kept.profile.name, kept.profile.id) == ("Acme", welcome.answers.profile_id)


def test_a_name_that_is_taken_is_said_at_its_field(welcome):
    profile = Profile("other", "acme", Environment.STAGING, practice=False, endpoints=Endpoints())
    profiles_of(welcome).save(KeptProfile(profile))
    open_own(welcome)
    welcome.until(lambda: "Another profile" in welcome.error("profile_name"))
    assert welcome.page.page_id is PageId.WELCOME


def test_a_profile_that_cannot_be_kept_is_said(welcome):
    profiles_of(welcome).full = True
    open_own(welcome)
    welcome.until(lambda: welcome.page.page_id is PageId.VONAGE)
    welcome.until(lambda: welcome.said() != "")
    profiles_of(welcome).full = False
    welcome.shell.keep_draft()
    welcome.until(lambda: len(profiles_of(welcome).book.profiles) == 1)


def test_a_file_that_was_set_aside_is_said(welcome):
    profiles = profiles_of(welcome)
    profiles.book = replace(profiles.book, set_aside="profiles.unreadable-1.json")
    open_own(welcome)
    welcome.until(lambda: "profiles.unreadable-1.json" in welcome.said())


def test_the_practice_world_is_no_profile(qtbot, quick_signs):
    with on_stage(qtbot, PageId.WELCOME, Answers()) as stage:
        stage.next()
        stage.until(lambda: stage.page.page_id is PageId.VONAGE)
        stage.shell.keep_draft()
        stage.until(lambda: not stage.page.tools.jobs._jobs)
        assert profiles_of(stage).book.profiles == ()


def test_no_secret_gets_into_a_file(qtbot, quick_signs, tmp_path):
    """Profile, draft and export, written for real while a secret was typed and kept."""
    drafts, profiles = DraftFile(tmp_path / "draft.json"), ProfileFile(tmp_path / "profiles.json")
    with on_stage(qtbot, PageId.VONAGE, OWN, world(practice=False)) as stage:
        services = replace(stage.page.tools.services, drafts=drafts, profiles=profiles)
        stage.shell._tools = replace(stage.shell._tools, services=services)
        stage.shell._drafts._store = drafts
        stage.shell._profiles = None
        stage.enter("api_secret", SECRET)
        stage.click("check_now")
        stage.until(lambda: stage.answers.vonage_checked)
        stage.shell.keep_draft()
        stage.until(lambda: not stage.page.tools.jobs._jobs)
        assert stage.workspace.secrets.kept[SecretRef("p1", VONAGE_SECRET)] == Secret(SECRET)
    (kept,) = profiles.load().profiles
    assert kept.facts.vonage_checked
    (tmp_path / "export.json").write_text(export_profile(kept))
    written = {path.name: path.read_text() for path in tmp_path.iterdir()}
    assert set(written) == {"draft.json", "profiles.json", "export.json"}
    assert [name for name, text in written.items() if SECRET in text] == []


# ---------------------------------------------------------------- this session only


def test_the_practice_world_offers_no_choice(qtbot, quick_signs):
    with on_stage(qtbot, PageId.VONAGE) as stage:
        assert not stage.find(QCheckBox, "session_only").isVisible()


@pytest.mark.parametrize("page", [PageId.VONAGE, PageId.TENANT])
def test_secrets_may_stay_in_memory(qtbot, quick_signs, page):
    with on_stage(qtbot, page, replace(OWN, vonage_checked=True), world(practice=False)) as stage:
        secrets = stage.page.tools.services.secrets
        box = stage.find(QCheckBox, "session_only")
        stage.until(lambda: box.isVisible() and not stage.page.tools.jobs._jobs)
        assert not box.isChecked()
        box.click()
        stage.until(lambda: secrets.session_only and box.isEnabled())
        box.click()
        stage.until(lambda: not secrets.session_only)


def test_where_there_is_no_keyring_none_is_promised(qtbot, quick_signs):
    with on_stage(qtbot, PageId.VONAGE, OWN, world(practice=False)) as stage:
        box = stage.find(QCheckBox, "session_only")
        assert "Else they go into" in box.accessibleDescription()
        secrets = stage.page.tools.services.secrets
        secrets.the_facts = replace(secrets.the_facts, backend="")
        stage.page.entered()
        stage.until(lambda: "offers no keyring" in box.accessibleDescription())


def test_a_choice_that_fails_is_taken_back_and_said(qtbot, quick_signs):
    with on_stage(qtbot, PageId.VONAGE, OWN, world(practice=False)) as stage:
        secrets = stage.page.tools.services.secrets
        stage.until(lambda: not stage.page.tools.jobs._jobs)
        secrets.session_only = True
        secrets.session[SecretRef("p1", VONAGE_SECRET)] = Secret("x")
        secrets.problem = ProblemKind.KEYRING_LOCKED
        box = stage.find(QCheckBox, "session_only")
        box.setChecked(True)
        box.click()
        stage.until(lambda: "is locked" in stage.said())
        assert box.isChecked()
        assert secrets.session_only


def test_a_locked_keyring_can_be_gone_round(qtbot, quick_signs):
    workspace = world(practice=False)
    workspace.secrets.locked = True
    with on_stage(qtbot, PageId.VONAGE, OWN, workspace) as stage:
        stage.enter("api_secret", SECRET)
        stage.click("check_now")
        stage.until(lambda: "is locked" in stage.said())
        workspace.secrets.locked = False  # as the program's store is, once it keeps secrets in memory
        stage.find(QPushButton, "remedy").click()
        stage.until(lambda: stage.answers.vonage_checked)
        assert stage.page.tools.services.secrets.session_only


def test_files_are_said_to_be_plain_text(qtbot, quick_signs):
    workspace = world(practice=False)

    class Files:
        def offers(self) -> tuple[CredentialOffer, ...]:
            return (CredentialOffer("~/.vonage/config.json", "abcd1234", "", in_file=True),)

        def secret(self, offer: CredentialOffer) -> Secret:
            return Secret(SECRET)

    workspace.offers = Files()  # pyright: ignore[reportAttributeAccessIssue]
    with on_stage(qtbot, PageId.VONAGE, replace(OWN, api_key=""), workspace) as stage:
        stage.until(lambda: "plain text" in stage.said("offers"))
        assert "~/.vonage/config.json" in stage.said("offers")
