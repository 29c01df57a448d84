"""The first page: which world, and opening it."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit
from tests.ui.pages.stage import on_stage, world

from textfactor.domain.answers import Answers, Environment, TenantPath, World
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.profile import Endpoints, Profile
from textfactor.flow.flow import PageId
from textfactor.services.container import Services


@pytest.fixture
def stage(qtbot, quick_signs):
    with on_stage(qtbot, PageId.WELCOME, Answers()) as made:
        yield made


def serve(stage, **changes):
    """Let the page use other services."""
    services = stage.page.tools.services
    stage.page.tools = replace(stage.page.tools, services=replace(services, **changes))


def fill_in_own(stage, name="Acme staging"):
    stage.click("world_own")
    stage.enter("profile_name", name)


def test_the_practice_world_is_chosen_and_one_click_opens_it(stage):
    assert stage.button("world_practice").isChecked()
    assert stage.shell.footer.primary.text() == "Start the practice world"
    stage.next()
    stage.until(lambda: stage.page.page_id is PageId.VONAGE)
    assert stage.answers.opened
    assert stage.answers.profile_id == "p1"
    assert stage.shell.wizard._tools.world.workspace is stage.workspace


def test_who_misses_a_code_gets_to_troubleshoot_at_once(stage):
    stage.click("code_missed")
    assert stage.panels == ["troubleshoot"]
    assert stage.page.page_id is PageId.WELCOME


def test_back_and_next_do_not_open_it_again(stage):
    opened = []
    serve(stage, open_practice=lambda ctx: opened.append(1) or stage.workspace)
    stage.next()
    stage.until(lambda: stage.page.page_id is PageId.VONAGE)
    stage.shell.footer.back.click()
    assert stage.shell.footer.primary.text() == "Next"
    stage.next()
    assert stage.page.page_id is PageId.VONAGE
    assert opened == [1]


def test_the_own_fields_show_only_when_asked_for(stage):
    assert stage.page.findChild(QLineEdit, "profile_name") is None
    stage.click("world_own")
    assert stage.line("profile_name").isVisible()
    assert not stage.line("proxy").isVisible()
    stage.click("advanced")
    assert stage.line("proxy").isVisible()
    assert stage.shell.footer.primary.text() == "Open the profile"
    stage.click("world_practice")
    assert not stage.line("profile_name").isVisible()


@pytest.mark.parametrize("name", ["", "   ", "x" * 61])
def test_a_profile_needs_a_name(stage, name):
    fill_in_own(stage, name)
    stage.next()
    assert stage.error("profile_name")
    assert stage.line("profile_name").text() == name
    assert stage.page.page_id is PageId.WELCOME


@pytest.mark.parametrize("proxy", ["no port", "proxy.acme.com", "http://me:pw@proxy.acme.com:80"])
def test_a_wrong_proxy_is_marked_where_it_can_be_seen(stage, proxy):
    fill_in_own(stage)
    stage.page._own.proxy.set_text(proxy)
    stage.page.changed.emit()
    stage.next()
    assert stage.error("proxy")
    assert stage.line("proxy").isVisible()
    assert stage.line("proxy").text() == proxy


def test_a_missing_ca_file_is_said_at_its_field(stage, tmp_path):
    fill_in_own(stage)
    stage.click("advanced")
    stage.enter("ca_file", str(tmp_path / "none.pem"))
    stage.next()
    stage.until(lambda: stage.error("ca_file") != "")
    assert stage.page.page_id is PageId.WELCOME
    assert not stage.answers.opened


def test_the_profile_is_opened_as_it_was_described(qtbot, stage, tmp_path):
    asked = []

    def open_profile(profile: Profile, ctx):
        asked.append(profile)
        opened = world(practice=False)
        opened.profile = profile
        return opened

    serve(stage, open_profile=open_profile)
    ca_file = tmp_path / "ca.pem"
    ca_file.touch()
    fill_in_own(stage)
    stage.click("environment_staging")
    stage.click("advanced")
    stage.enter("proxy", "proxy.acme.com:8080")
    stage.enter("ca_file", str(ca_file))
    stage.next()
    stage.until(lambda: stage.page.page_id is PageId.VONAGE)
    (profile,) = asked
    assert (profile.name, profile.environment, profile.practice) == (
        "Acme staging",
        Environment.STAGING,
        False,
    )
    assert profile.endpoints == Endpoints(ca_file=str(ca_file), proxy="http://proxy.acme.com:8080")
    assert len(profile.id) == 32
    assert stage.answers.profile_id == profile.id

    stage.shell.footer.back.click()
    assert stage.line("profile_name").text() == "Acme staging"
    stage.enter("profile_name", "Acme two")
    stage.next()
    stage.until(lambda: stage.page.page_id is PageId.VONAGE)
    assert [p.name for p in asked] == ["Acme staging", "Acme two"]
    assert asked[1].id == profile.id


def test_production_gets_advice(stage):
    stage.click("world_own")
    advice = stage.page._own._advice
    assert advice.isHidden()
    stage.click("environment_production")
    assert not advice.isHidden()
    assert "staging" in advice.title()
    stage.click("environment_staging")
    assert advice.isHidden()


def test_a_look_at_the_other_world_keeps_the_profile(stage):
    stage.shell.wizard.resume("welcome", Answers(world=World.OWN, profile_id="kept", profile_name="Acme"))
    stage.click("world_practice")
    assert stage.answers.profile_id == ""
    stage.click("world_own")
    assert stage.answers.profile_id == "kept"
    assert stage.line("profile_name").text() == "Acme"


def test_each_world_keeps_its_own_accounts(stage):
    mine = Answers(world=World.OWN, profile_id="kept", api_key="abcd1234", domain="acme.eu.auth0.com")
    stage.shell.wizard.resume("welcome", mine)
    stage.click("world_practice")
    assert (stage.answers.api_key, stage.answers.domain) == ("", "")
    stage.click("world_own")
    assert (stage.answers.api_key, stage.answers.domain) == ("abcd1234", "acme.eu.auth0.com")


def test_a_draft_of_an_earlier_practice_world_asks_for_the_new_accounts(stage):
    draft = Answers(
        opened=True, profile_id="p1", api_key="abcd1234", sender="Acme", vonage_checked=True,
        verify_text="Mine {{ code }}", domain="acme.example", tenant_path=TenantPath.UNIFIED, plan_size=5, applied=True,
    )  # fmt: skip
    stage.shell.wizard.resume("review", draft)
    stage.until(lambda: stage.page.page_id is PageId.VONAGE)
    assert stage.answers == Answers(opened=True, profile_id="p1", verify_text="Mine {{ code }}")


def test_a_practice_world_that_does_not_start_says_what_to_do(stage):
    def fail(ctx):
        raise ProblemError(Problem(ProblemKind.PRACTICE_FAILED, Service.PRACTICE))

    serve(stage, open_practice=fail)
    stage.next()
    stage.until(lambda: stage.said() != "")
    assert stage.callout().tone() == "error"
    assert stage.page.page_id is PageId.WELCOME
    assert isinstance(stage.page.tools.services, Services)


def test_links_open_https_pages_by_a_click_only(stage, monkeypatch):
    opened = []
    monkeypatch.setattr(
        "textfactor.ui.widgets.link_button.QDesktopServices.openUrl",
        lambda url: opened.append(url.toString()),
    )
    stage.click("world_own")
    assert opened == []
    stage.click("open_vonage")
    stage.click("open_auth0")
    assert opened == ["https://dashboard.nexmo.com/", "https://manage.auth0.com/#/applications"]


def test_a_proxys_password_gets_into_no_answer(stage):
    fill_in_own(stage)
    stage.click("advanced")
    stage.enter("proxy", "http://me:canary1@proxy.acme.com:80")
    assert stage.answers.proxy == ""
    stage.next()
    assert stage.error("proxy")
    assert "canary1" in stage.line("proxy").text()
    stage.click("world_practice")
    stage.next()
    stage.until(lambda: stage.page.page_id is PageId.VONAGE)
    assert "canary1" not in repr(stage.answers)


def test_what_is_chosen_while_a_world_opens_does_not_name_it(stage):
    gate = threading.Event()

    def slow(ctx):
        gate.wait(10)
        return stage.workspace

    serve(stage, open_practice=slow)
    stage.next()
    stage.click("world_own")
    gate.set()
    stage.until(lambda: stage.page.page_id is PageId.VONAGE)
    assert stage.answers.world is World.PRACTICE
