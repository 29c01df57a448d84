"""The messages page: the texts, and how they look on the phone."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton
from tests.ui.pages.stage import CHECKED, on_stage, world

from textfactor.domain.answers import DEFAULT_VERIFY, TenantPath
from textfactor.domain.templates import SUGGESTED_TEXTS, VENDOR_TEXTS, TemplateType, worded_for
from textfactor.domain.tenant import LegacyTemplates, Observed, TemplateFacts
from textfactor.flow.flow import PageId
from textfactor.ui.widgets.callout import Callout

ANSWERS = replace(CHECKED, domain="acme.example", tenant_path=TenantPath.UNIFIED)
NOW = "Tenant text {{ code }}"


def observed(domain="acme.example", friendly_name="Muster GmbH"):
    template = TemplateFacts("tem_1", "otp_verify", NOW, "", "", disabled=False)
    return Observed(
        domain, TenantPath.UNIFIED, friendly_name, None, (), None, (), None, False, (), template, template, ()
    )


@pytest.fixture
def stage(qtbot, quick_signs):
    with on_stage(qtbot, PageId.MESSAGES, ANSWERS, world()) as made:
        made.until(lambda: made.page._judged != ())
        yield made


def put(stage, name, text):
    """Put a text in as pasting does, and wait for its preview."""
    area = stage.area(name)
    area.selectAll()
    area.insertPlainText(text)
    stage.until(stage.page._fresh)


def test_both_texts_show_on_the_phone(stage):
    assert stage.page._phone.bubbles() == (
        "123456 is your verification code for Acme. Enter it to finish setting up.",
        "123456 is your verification code for Acme.",
    )
    assert stage.page._phone._counts.text() == "Enrolment: 1 part · GSM-7\nLogin: 1 part · GSM-7"
    assert "1 part, GSM-7" in stage.page._verify.hint()


def test_the_preview_is_prepared_before_next_can_be_pressed(qtbot, quick_signs):
    with on_stage(qtbot, PageId.MESSAGES, ANSWERS, world()) as stage:
        if not stage.page._judged:
            assert "being prepared" in stage.page._phone._when.text()
            assert not stage.shell.footer.primary.isEnabled()
        stage.until(lambda: stage.shell.footer.primary.isEnabled())


def test_the_preview_follows_the_typing(stage):
    put(stage, "verify_text", "Code {{ code }} für {{ friendly_name }} ✓")
    stage.until(lambda: stage.page._phone.bubbles()[-1] == "Code 123456 für Acme ✓")
    assert "UCS-2" in stage.page._phone._counts.text()
    assert "✓" in stage.page._verify.hint()
    assert stage.answers.verify_text == "Code {{ code }} für {{ friendly_name }} ✓"


def test_the_tenants_own_name_stands_in_the_preview(qtbot, quick_signs):
    with on_stage(qtbot, PageId.MESSAGES, ANSWERS, world()) as stage:
        stage.page.tools.world.observed = observed()
        stage.page.enter(stage.answers)
        put(stage, "verify_text", "{{ code }} {{ friendly_name }}")
        stage.until(lambda: stage.page._phone.bubbles()[-1:] == ("123456 Muster GmbH",))


def test_variables_are_inserted_at_the_cursor(stage):
    put(stage, "enroll_text", "Your code: ")
    stage.click("enroll_text_code")
    stage.click("enroll_text_friendly_name")
    assert stage.area("enroll_text").toPlainText() == "Your code: {{ code }}{{ friendly_name }}"
    assert stage.answers.enroll_text.endswith("{{ friendly_name }}")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("enroll_text_vendor", VENDOR_TEXTS[TemplateType.OTP_ENROLL]),
        ("verify_text_vendor", VENDOR_TEXTS[TemplateType.OTP_VERIFY]),
    ],
)
def test_the_vendors_default_can_be_had_and_undone(stage, name, text):
    field = name.removesuffix("_vendor")
    before = stage.area(field).toPlainText()
    stage.find(QAction, name).trigger()
    assert stage.area(field).toPlainText() == text
    assert getattr(stage.answers, field) == text
    stage.area(field).undo()
    assert stage.area(field).toPlainText() == before


def test_what_the_tenant_has_now_can_be_had(stage):
    assert not stage.find(QAction, "verify_text_now").isEnabled()
    stage.page.tools.world.observed = observed(domain="other.example")
    stage.page.enter(stage.answers)
    assert not stage.find(QAction, "verify_text_now").isEnabled(), "it is another tenant's"
    stage.page.tools.world.observed = observed()
    stage.page.enter(stage.answers)
    stage.find(QAction, "verify_text_now").trigger()
    assert stage.answers.verify_text == NOW
    stage.find(QAction, "verify_text_own").trigger()
    assert stage.answers.verify_text == DEFAULT_VERIFY


@pytest.mark.parametrize("name", ["enroll_text", "verify_text"])
@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("Hello", "code is missing"),
        ("{{ cod }}", "code is missing"),
        ("{{ code", "Liquid"),
        ("{% if code %}", "Liquid"),
        ("{% for i in (1..100000) %}{{ code }}{% endfor %}", "Simplify"),
    ],
)
def test_a_text_that_cannot_work_is_marked_kept_and_bars_the_way(stage, name, text, says):
    put(stage, name, text)
    stage.next()
    assert says in stage.error(name)
    assert stage.area(name).toPlainText() == text
    assert stage.page.page_id is PageId.MESSAGES


def test_next_while_typing_judges_what_stands_there(stage):
    stage.enter("verify_text", "no variable")
    stage.next()
    assert "code is missing" in stage.error("verify_text")


def test_notes_are_worth_a_look_and_do_not_bar_the_way(stage):
    put(stage, "verify_text", "{{ code }} {{ tenant.friendly_name }} {{ frendly }} https://acme.com")
    stage.until(lambda: stage.said("notes") != "")
    assert "{{ frendly }}" in stage.said("notes")
    assert "the legacy path's name and comes out empty here: write {{ friendly_name }}" in stage.said("notes")
    assert "https://acme.com" in stage.said("notes")
    stage.next()
    assert stage.page.page_id is PageId.SENDER


def test_back_restores(stage):
    put(stage, "verify_text", "Mine {{ code }}")
    stage.next()
    assert stage.page.page_id is PageId.SENDER
    stage.shell.footer.back.click()
    assert stage.area("verify_text").toPlainText() == "Mine {{ code }}"


def fixes(stage):
    """The buttons below the notes, by what they say; those of former notes may not have been deleted yet."""
    buttons = stage.find(Callout, "notes").findChildren(QPushButton)
    return {button.text(): button for button in buttons if button.isVisible()}


def test_a_click_mends_what_is_worth_a_look(stage):
    put(stage, "verify_text", "“{{ code }}” for {{ tenant.friendly_name }}")
    stage.until(lambda: stage.said("notes") != "")
    stage.until(lambda: sorted(fixes(stage)) == ["Rewrite to GSM-7", "Use {{ friendly_name }}"])
    fixes(stage)["Rewrite to GSM-7"].click()
    stage.until(lambda: "70 characters" not in stage.said("notes"))
    assert stage.area("verify_text").toPlainText() == '"{{ code }}" for {{ tenant.friendly_name }}'
    stage.until(lambda: list(fixes(stage)) == ["Use {{ friendly_name }}"])
    fixes(stage)["Use {{ friendly_name }}"].click()
    assert stage.answers.verify_text == '"{{ code }}" for {{ friendly_name }}'
    assert fixes(stage) == {}
    stage.area("verify_text").undo()
    assert "tenant" in stage.area("verify_text").toPlainText()


def test_a_click_mends_both_texts(stage):
    for name in ("enroll_text", "verify_text"):
        put(stage, name, "{{ code }} {{ tenant.friendly_name }}")
    stage.until(lambda: fixes(stage) != {})
    fixes(stage)["Use {{ friendly_name }}"].click()
    assert stage.answers.enroll_text == stage.answers.verify_text == "{{ code }} {{ friendly_name }}"


def test_places_are_marked(stage):
    put(stage, "verify_text", "🎉 {{ code }} {{ nope }}")
    looks = {look: (start, size) for start, size, look in stage.page._verify._marks.marks}
    assert looks["character"] == (0, 2)
    assert looks["error"] == (17, 4), "a party popper counts twice in Qt"


@pytest.mark.parametrize("name", ["enroll_text", "verify_text"])
def test_the_legacy_path_has_its_own_words(qtbot, quick_signs, name):
    answers = replace(ANSWERS, tenant_path=TenantPath.LEGACY)
    with on_stage(qtbot, PageId.MESSAGES, answers, world()) as stage:
        stage.until(lambda: stage.page._judged != ())
        assert stage.button(f"{name}_friendly_name").text() == "+ tenant.friendly_name"
        stage.page.tools.world.observed = replace(
            observed(), path=TenantPath.LEGACY, legacy_templates=LegacyTemplates("E {{code}}", "V {{code}}")
        )
        stage.page.enter(stage.answers)
        stage.find(QAction, f"{name}_now").trigger()
        assert stage.area(name).toPlainText() == ("E {{code}}" if name == "enroll_text" else "V {{code}}")
        stage.find(QAction, f"{name}_vendor").trigger()
        assert "{{tenant.friendly_name}}" in stage.area(name).toPlainText()


def test_our_own_texts_name_the_tenant_as_the_legacy_path_does(qtbot, quick_signs):
    answers = replace(ANSWERS, tenant_path=TenantPath.LEGACY)
    with on_stage(qtbot, PageId.MESSAGES, answers, world()) as stage:
        stage.until(lambda: stage.page._judged != ())
        for name, kind in (
            ("enroll_text", TemplateType.ENROLLMENT),
            ("verify_text", TemplateType.VERIFICATION),
        ):
            assert stage.area(name).toPlainText() == SUGGESTED_TEXTS[kind]
        assert stage.said("notes") == ""
        taken = stage.page.collect(stage.answers)
        assert taken.verify_text == SUGGESTED_TEXTS[TemplateType.VERIFICATION]
        assert worded_for(TenantPath.LEGACY, taken.verify_text) == taken.verify_text
        assert worded_for(TenantPath.UNIFIED, taken.verify_text) == SUGGESTED_TEXTS[TemplateType.OTP_VERIFY]
