"""The tenant page: what opens it, and what is found in it."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton
from tests.ui.demo import texts
from tests.ui.pages.stage import CHECKED, NEXT_STEPS, on_stage, world

from textfactor.domain.answers import TenantLogin, TenantPath
from textfactor.domain.problems import ProblemKind
from textfactor.domain.secret import AUTH0_SECRET, AUTH0_TOKEN, Secret, SecretRef
from textfactor.domain.tenant import HookFacts, LegacyTemplates
from textfactor.flow.flow import PageId
from textfactor.services.container import TenantKey
from textfactor.services.setup.scopes import needed_scopes
from textfactor.services.setup.vendor_texts import LEGACY_DEFAULTS

ALL = needed_scopes(TenantPath.UNIFIED, change_policy=False)
ID, SECRET = "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6", "s3cretOfTheApplication-0123456789"
TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJzY29wZSI6InJlYWQ6bG9ncyJ9.c2lnbmF0dXJlLW9mLWl0"


@pytest.fixture
def workspace(monkeypatch):
    workspace = world()

    def tenant(key: TenantKey):
        if key.secret in (Secret(SECRET), Secret("auth0secret")) or key.token == Secret(TOKEN):
            return workspace.the_tenant
        return type(workspace).tenant(workspace, key)

    workspace.tenant = tenant
    return workspace


@pytest.fixture
def stage(qtbot, quick_signs, workspace):
    with on_stage(qtbot, PageId.TENANT, CHECKED, workspace) as made:
        made.until_there(QAbstractButton, "use_tenant")
        yield made


def fill_in(stage, domain="acme.eu.auth0.com", client_id=ID, client_secret=SECRET):
    for name, value in (("domain", domain), ("client_id", client_id), ("client_secret", client_secret)):
        stage.enter(name, value)


def test_the_practice_tenant_is_taken_with_one_click(stage, workspace):
    stage.click("use_tenant")
    assert stage.line("domain").text() == "acme.example"
    assert stage.line("client_secret").text() == ""
    assert stage.callout("offer").title() == "The practice tenant is in use"
    assert not stage.button("use_tenant").isEnabled()


def test_next_on_empty_fields_points_at_the_practice_tenant(stage):
    stage.next()
    assert stage.button("use_tenant").hasFocus()
    assert stage.error("domain") == stage.error("client_id") == ""


def check_and_go_on(stage):
    """Next reads first, and shows what it found."""
    assert stage.shell.footer.primary.text() == "Check"
    stage.next()
    stage.until(lambda: "can be set up" in stage.said())
    assert stage.shell.footer.primary.text() == "Next"
    stage.next()


def test_next_reads_the_tenant_and_goes_on(stage, workspace):
    fill_in(stage)
    check_and_go_on(stage)
    stage.until(lambda: stage.page.page_id is PageId.MESSAGES)
    assert stage.answers.tenant_path is TenantPath.UNIFIED
    assert (stage.answers.domain, stage.answers.client_id) == ("acme.eu.auth0.com", ID)
    observed = stage.page.tools.world.observed
    assert observed is not None
    assert observed.domain == "acme.eu.auth0.com"
    assert workspace.secrets.get(SecretRef("p1", AUTH0_SECRET)) == Secret(SECRET)
    assert workspace.the_tenant.writes == []


def test_check_now_lists_what_was_found(stage):
    fill_in(stage)
    stage.click("check_now")
    stage.until(lambda: stage.said() != "")
    assert stage.callout().tone() == "ok"
    found = stage.page._facts.shown()
    assert "Phone path: unified" in found
    assert "Sender Action: none yet" in found
    assert "SMS factor: off" in found
    assert "Verification text: Auth0's default" in found
    assert SECRET not in " ".join(texts(stage.page))
    assert stage.line("client_secret").text() == ""
    stage.next()
    assert stage.page.page_id is PageId.MESSAGES


def test_a_token_is_the_other_way(stage, workspace):
    stage.enter("domain", "acme.eu.auth0.com")
    stage.click("login_token")
    assert not stage.line("client_id").isVisible()
    stage.enter("token", TOKEN)
    check_and_go_on(stage)
    stage.until(lambda: stage.page.page_id is PageId.MESSAGES)
    assert stage.answers.login is TenantLogin.TOKEN
    assert workspace.secrets.get(SecretRef("p1", AUTH0_TOKEN)) == Secret(TOKEN)


def test_an_address_is_understood_as_its_domain(stage):
    fill_in(stage, domain="https://acme.eu.auth0.com/api/v2/")
    assert "acme.eu.auth0.com" in stage.page._fields_box.domain.hint()
    assert stage.answers.domain == "acme.eu.auth0.com"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("domain", ""), ("domain", "acme"), ("domain", "login.acme.com"), ("domain", "acme eu"),
        ("domain", "https://manage.auth0.com/dashboard/eu/acme/"), ("domain", "аcme.eu.auth0.com"),
        ("client_id", ""), ("client_id", "abc"), ("client_id", "a" * 64), ("client_id", "a1B2 c3D4 e5F6"),
        ("client_secret", ""), ("client_secret", "short"), ("client_secret", ID),
    ],
)  # fmt: skip
def test_bad_input_is_marked_kept_and_goes_nowhere(stage, workspace, name, value):
    fill_in(stage, **{name: value})
    stage.next()
    stage.until(lambda: stage.error(name) != "")
    assert not stage.page.busy
    assert stage.page.page_id is PageId.TENANT
    assert stage.line(name).text() == value
    assert workspace.the_tenant.calls == []


def test_a_token_that_is_none_is_marked(stage):
    stage.enter("domain", "acme.eu.auth0.com")
    stage.click("login_token")
    stage.enter("token", "not-a-token")
    stage.next()
    assert "token" in stage.error("token")


@pytest.mark.parametrize("kind", [*NEXT_STEPS, ProblemKind.TOKEN_EXPIRED, ProblemKind.PLAN_GATE])
def test_each_problem_is_said_with_a_next_step(stage, workspace, kind):
    workspace.the_tenant.fail("token", kind, "in its own words")
    fill_in(stage)
    stage.next()
    stage.until(lambda: stage.said() != "")
    assert stage.callout().tone() == "error"
    assert stage.callout().steps()
    assert stage.page.page_id is PageId.TENANT
    assert stage.answers.tenant_path is None
    assert stage.line("domain").text() == "acme.eu.auth0.com"
    if kind is ProblemKind.BAD_CREDENTIALS:
        assert stage.button("remedy").text() == "Open Auth0 applications"
    if kind is ProblemKind.TOKEN_EXPIRED:
        assert stage.button("remedy").text() == "Open the API Explorer"


def test_missing_scopes_are_named_copyable_and_can_be_gone_on_without(stage, workspace):
    missing = {"delete:actions", "delete:phone_providers"}
    workspace.the_tenant.scopes = frozenset(ALL) - missing
    fill_in(stage)
    stage.next()
    stage.until(lambda: stage.said() != "")
    assert all(scope in stage.said() for scope in missing)
    assert "Phone path: unified" in stage.page._facts.shown()
    stage.click("remedy")
    assert set(QGuiApplication.clipboard().text().split()) == missing
    stage.next()
    stage.idle()
    assert stage.page.page_id is PageId.TENANT
    stage.click("go_on")
    stage.until(lambda: stage.page.page_id is PageId.MESSAGES)


def make_legacy(workspace):
    """Put the tenant on the legacy path, with what an older tenant has."""
    tenant = workspace.the_tenant
    tenant.unified, tenant.on_unified_path = None, False
    tenant.set_selected_provider("twilio")
    tenant.set_legacy_templates(LegacyTemplates("{{code}} to enrol", LEGACY_DEFAULTS.verification))
    tenant.leftover["h1"] = HookFacts("h1", "old texts", "send-phone-message", enabled=True, code="// dead")


def test_a_legacy_tenant_is_said_plainly_and_can_be_set_up(stage, workspace):
    make_legacy(workspace)
    fill_in(stage)
    check_and_go_on(stage)
    stage.until(lambda: stage.page.page_id is PageId.MESSAGES)
    assert stage.answers.tenant_path is TenantPath.LEGACY
    observed = stage.page.tools.world.observed
    assert observed is not None
    assert observed.selected_provider == "twilio"


def test_what_a_legacy_tenant_has_is_listed(stage, workspace):
    make_legacy(workspace)
    fill_in(stage)
    stage.click("check_now")
    stage.until(lambda: stage.said() != "")
    assert "legacy path" in stage.said()
    found = stage.page._facts.shown()
    assert "Phone path: legacy" in found
    assert "Phone provider: Twilio" in found
    assert "Enrolment text: “{{code}} to enrol”" in found
    assert "Verification text: Auth0's default" in found
    assert "Left-over Hook: old texts, switched on, no Hook runs since 18 Nov 2026" in found
    assert "Looked for, and not there: Actions that ask for MFA" in found


@pytest.mark.parametrize("lacking", [set(), {"read:logs"}])
def test_the_scopes_are_those_of_the_path_that_was_found(stage, workspace, lacking):
    make_legacy(workspace)
    workspace.the_tenant.scopes = frozenset(ALL) - lacking
    fill_in(stage)
    stage.click("check_now")
    stage.until(lambda: stage.said() != "")
    stage.click("scopes")
    stage.click("copy_scopes")
    assert QGuiApplication.clipboard().text().split() == list(
        needed_scopes(TenantPath.LEGACY, change_policy=False)
    )


def test_what_is_not_known_says_why_and_where_it_was_asked(stage, workspace):
    workspace.the_tenant.fail("hooks", ProblemKind.PLAN_GATE, "upgrade")
    workspace.the_tenant.fail("policies", ProblemKind.MISSING_SCOPE, "read:mfa_policies")
    fill_in(stage)
    stage.click("check_now")
    stage.until(lambda: stage.said() != "")
    found = stage.page._facts.shown()
    assert "Left-over Hook: could not be read: Auth0 shows no Hooks any more" in found
    assert "MFA: could not be read: the token lacks the scope read:mfa_policies" in found
    rows = {row.accessibleName().partition(":")[0]: row for row in stage.page._facts.rows()}
    assert rows["MFA"].accessibleDescription() == "Read with GET /guardian/policies"
    assert rows["MFA"].toolTip() == rows["MFA"].accessibleDescription()


def test_optional_scopes_are_told_apart_and_bar_nothing(stage, workspace):
    workspace.the_tenant.scopes = frozenset(ALL)
    stage.click("scopes")
    assert "read:hooks: shows a Hook that was left behind" in " ".join(texts(stage.page))
    stage.click("copy_all_scopes")
    assert set(QGuiApplication.clipboard().text().split()) == {*ALL, "read:hooks", "read:attack_protection"}
    fill_in(stage)
    check_and_go_on(stage)
    stage.until(lambda: stage.page.page_id is PageId.MESSAGES)


def test_the_scopes_can_be_copied(stage):
    assert not stage.button("copy_scopes").isVisible()
    stage.click("scopes")
    stage.click("copy_scopes")
    assert QGuiApplication.clipboard().text().split() == list(ALL)


def test_another_domain_takes_the_facts_away(stage):
    fill_in(stage)
    stage.click("check_now")
    stage.until(lambda: stage.said() != "")
    stage.enter("domain", "other.eu.auth0.com")
    assert "Phone path" not in stage.page._facts.shown()
    assert stage.answers.tenant_path is None


def test_a_part_that_could_not_be_read_is_not_known(stage, workspace):
    workspace.the_tenant.fail("policies", ProblemKind.MISSING_SCOPE)
    fill_in(stage)
    stage.click("check_now")
    stage.until(lambda: stage.said() != "")
    assert "MFA: could not be read" in stage.page._facts.shown()


def test_back_restores_and_a_kept_secret_need_not_be_typed_again(qtbot, quick_signs, workspace):
    workspace.secrets.kept[SecretRef("p1", AUTH0_SECRET)] = Secret(SECRET)
    answers = replace(CHECKED, domain="acme.eu.auth0.com", client_id=ID)
    with on_stage(qtbot, PageId.TENANT, answers, workspace) as stage:
        assert stage.line("domain").text() == "acme.eu.auth0.com"
        stage.until(lambda: "kept" in stage.line("client_secret").placeholderText())
        check_and_go_on(stage)
        stage.until(lambda: stage.page.page_id is PageId.MESSAGES)
        stage.shell.footer.back.click()
        assert stage.line("client_id").text() == ID
        assert "Phone path: unified" in stage.page._facts.shown()


def test_no_secret_in_the_wrong_field_reaches_the_answers(stage):
    fill_in(stage, domain=TOKEN, client_id="b" * 64)
    assert (stage.answers.domain, stage.answers.client_id) == ("", "")
