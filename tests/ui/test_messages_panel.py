"""The message lab: each text typed, filled in, mended, compared, and handed to Setup."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QSettings, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from tests.fakes.tenant import InMemoryTenant
from tests.fakes.world import InMemoryWorkspace
from tests.ui import demo

from textfactor.domain.answers import DEFAULT_ENROLL, DEFAULT_VERIFY, Answers, TenantPath
from textfactor.domain.problems import Problem, ProblemError, ProblemKind, Service
from textfactor.domain.secret import AUTH0_SECRET, VONAGE_SECRET, Secret, SecretRef
from textfactor.domain.templates import LIMIT, VENDOR_TEXTS, LintKind, TemplateType
from textfactor.domain.tenant import LegacyTemplates, Observed
from textfactor.flow.flow import PageId
from textfactor.services.messages.comparing import Fate
from textfactor.ui import theme
from textfactor.ui.panels.messages.panel import MessagesPanel
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.world import CurrentWorld

ANSWERS = Answers(
    opened=True,
    api_key="abcd1234",
    sender="Acme",
    vonage_checked=True,
    domain="acme.example",
    client_id="client",
    tenant_path=TenantPath.UNIFIED,
)
V = TemplateType.OTP_VERIFY


class Tenant(InMemoryTenant):
    """A tenant with legacy texts as well, one that can refuse, and one that can wait."""

    refusal: Problem | None = None
    gate: threading.Event | None = None

    def templates(self):
        if self.gate is not None:
            self.gate.wait(10)
        if self.refusal is not None:
            raise ProblemError(self.refusal)
        return super().templates()

    def legacy_templates(self):
        return LegacyTemplates("E {{code}}", "V {{code}}")


class Setup:
    """What Setup has, and whether it takes texts."""

    def __init__(self) -> None:
        self.answers = ANSWERS
        self.takes = True
        self.panels: list[str] = []

    def use(self, enroll: str, verify: str) -> bool:
        if self.takes:
            self.answers = replace(self.answers, enroll_text=enroll, verify_text=verify)
        return self.takes


@pytest.fixture
def setup():
    return Setup()


@pytest.fixture
def workspace():
    made = InMemoryWorkspace(the_tenant=Tenant())
    made.secrets.put(SecretRef("p1", VONAGE_SECRET), Secret("s3cretS3cret"))
    made.secrets.put(SecretRef("p1", AUTH0_SECRET), Secret("auth0secret"))
    return made


@pytest.fixture
def make(qtbot, jobs, workspace, tmp_path, setup, quick_signs):
    """Make the panel, shown, with its first look done."""
    worlds = []

    def build(*, opened=True):
        world = CurrentWorld(jobs)
        worlds.append(world)
        if opened:
            world.open(workspace)
        settings = QSettings(str(tmp_path / "x.ini"), QSettings.Format.IniFormat)
        tools = PanelTools(
            demo.services(),
            jobs,
            world,
            setup.panels.append,
            lambda: setup.answers,
            settings,
            use_texts=setup.use,
        )
        made = MessagesPanel(tools)
        qtbot.addWidget(made)
        made.resize(868, 740)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        qtbot.waitUntil(lambda: made._preview.phone.bubbles() != ())
        return made

    yield build
    for world in worlds:
        world.close()


@pytest.fixture
def panel(make):
    return make()


def area(panel):
    return panel._editor.field


def put(panel, text):
    area(panel).selectAll()
    area(panel).insertPlainText(text)


def button(panel, name):
    return next(one for one in panel.findChildren(QPushButton, name) if one.isVisible())


def fix(panel, kind):
    """Press the button of a note."""
    number = [note.kind for note in panel._notes.notes()].index(kind)
    button(panel, f"lab_notes_fix_{number}").click()


def kinds(panel):
    return [note.kind for note in panel._notes.notes()]


# ------------------------------------------------------------ what is typed


def test_it_begins_with_what_setup_has(panel):
    assert area(panel).toPlainText() == DEFAULT_VERIFY
    assert panel._preview.phone.bubbles() == ("123456 is your verification code for Acme.",)
    assert "1 part, GSM-7, 118 left" in panel._editor.hint()


def test_the_preview_follows_each_key(qtbot, panel):
    put(panel, "")
    qtbot.keyClicks(area(panel), "Code")
    assert panel._preview.phone.bubbles() == ("Code",), "at once, without waiting"
    assert LintKind.NO_CODE in kinds(panel)
    fix(panel, LintKind.NO_CODE)
    assert area(panel).toPlainText() == "{{ code }} Code"
    assert panel._preview.phone.bubbles() == ("123456 Code",)


def test_a_text_that_goes_round_is_looked_at_beside_the_window(qtbot, panel):
    put(panel, "{% for i in (1..3) %}{{ code }} {% endfor %}")
    assert panel._preview.phone.bubbles() != ("123456 123456 123456 ",)
    qtbot.waitUntil(lambda: panel._preview.phone.bubbles() == ("123456 123456 123456 ",))


def test_an_endless_loop_gets_a_clear_word(qtbot, panel):
    put(panel, "{{ code }}{% for i in (1..1000000000) %}x{% endfor %}")
    qtbot.waitUntil(lambda: LintKind.TOO_MUCH in kinds(panel))
    assert panel._preview.phone.bubbles() == ()
    assert "Nothing would be sent" in panel._editor.hint()


def test_a_megabyte_is_not_pasted_and_the_window_lives(qtbot, panel):
    before = area(panel).toPlainText()
    mime = QMimeData()
    mime.setText("{{ code }}" + "x" * 1_000_000)
    area(panel).insertFromMimeData(mime)
    assert area(panel).toPlainText() == before
    assert "1,000,010" in panel._editor.error()
    qtbot.keyClicks(area(panel), "x")
    assert panel._editor.error() == ""


def test_what_fits_is_pasted(qtbot, panel):
    put(panel, "")
    QGuiApplication.clipboard().setText("{{ code }}" + "y" * (LIMIT - 10))
    area(panel).paste()
    qtbot.waitUntil(lambda: LintKind.TOO_LONG in kinds(panel))
    assert len(area(panel).toPlainText()) == LIMIT
    assert panel._editor._marks.marks != ()


def test_what_was_overtaken_is_not_shown(qtbot, panel):
    put(panel, "{{ code }}{% for i in (1..3) %}x{% endfor %}")
    put(panel, "{{ code }} now")
    assert panel._preview.phone.bubbles() == ("123456 now",)
    qtbot.wait(300)
    assert panel._preview.phone.bubbles() == ("123456 now",)


# ------------------------------------------------------------ which message


def test_every_message_of_both_paths_can_be_edited(panel):
    for kind in TemplateType:
        if kind.path is not panel._kind.path:
            panel._types._path_chosen(kind.path.value)
        button(panel, f"lab_{kind.value}").click()
        assert panel._kind is kind
        put(panel, f"{kind.value} {{{{ code }}}}")
        assert (LintKind.CODE_NOT_HERE in kinds(panel)) == (not kind.has_code)
        assert panel._use.isVisible() == kind.needs_code
    panel._types._path_chosen("unified")
    button(panel, "lab_otp_enroll").click()
    assert area(panel).toPlainText() == "otp_enroll {{ code }}", "what was written stays"


def test_the_path_is_chosen_with_the_keys(qtbot, panel):
    box = panel._types._path.box
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert panel._kind is TemplateType.VERIFICATION
    assert area(panel).toPlainText() == DEFAULT_VERIFY.replace("friendly_name", "tenant.friendly_name")
    assert button(panel, "lab_text_friendly_name").text() == "+ tenant.friendly_name"
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert panel._kind is V


def test_the_tenants_path_comes_first(make, setup):
    setup.answers = replace(ANSWERS, tenant_path=TenantPath.LEGACY)
    panel = make()
    assert panel._kind is TemplateType.VERIFICATION


# ------------------------------------------------------------ variables, samples


def test_variables_are_inserted_where_the_cursor_is(panel):
    put(panel, "Hi ")
    button(panel, "lab_text_code").click()
    button(panel, "lab_text_friendly_name").click()
    panel._editor._variables.aboutToShow.emit()
    menus = {
        menu.title(): menu for menu in panel._editor._variables.findChildren(type(panel._editor._variables))
    }
    family = next(action for action in menus["user"].actions() if action.text() == "user.family_name")
    family.trigger()
    assert area(panel).toPlainText() == "Hi {{ code }}{{ friendly_name }}{{ user.family_name }}"
    assert QApplication.focusWidget() is area(panel)


def test_it_is_filled_in_for_somebody_else(qtbot, panel):
    put(panel, "{{ code }} {{ user.given_name }} {{ locale }}")
    assert panel._preview.phone.bubbles() == ("123456 Ada en",)
    box = panel._preview._person.box
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert panel._preview.phone.bubbles() == ("123456 Zoë de",)
    assert "UCS-2" in panel._editor.hint()
    qtbot.keyClick(panel._preview._locale.box, Qt.Key.Key_Down)
    assert panel._preview.phone.bubbles() == ("123456 Zoë en",)


def test_a_trial_account_appends_its_remark(panel):
    panel._preview._trial.click()
    assert panel._preview.phone.bubbles()[0].endswith(" [FREE SMS DEMO, TEST MESSAGE]")


def test_the_tenants_name_stands_in_the_preview(panel):
    panel.tools.world.observed = Observed(
        "acme.example", TenantPath.UNIFIED, "Muster GmbH", None, (), None, (), None, False, (), None, None, ()
    )
    put(panel, "{{ code }} {{ friendly_name }}")
    assert panel._preview.phone.bubbles() == ("123456 Muster GmbH",)


# ------------------------------------------------------------ price


def choose_country(panel, country):
    panel._preview._country.set_value(country)
    panel._preview._country.box.activated.emit(panel._preview._country.box.currentIndex())


def test_the_price_is_that_of_all_parts(qtbot, panel):
    price = panel._preview.phone._price
    assert not price.text()
    choose_country(panel, "DE")
    qtbot.waitUntil(lambda: "0.07" in price.text())
    assert "Germany" in price.text()
    put(panel, "{{ code }}" + "x" * 160)
    assert "0.14" in price.text()
    choose_country(panel, "JP")
    qtbot.waitUntil(lambda: "not known" in price.text())
    choose_country(panel, "")
    assert price.text() == ""


def test_without_an_account_there_is_no_price(make, setup):
    setup.answers = replace(ANSWERS, vonage_checked=False)
    panel = make()
    choose_country(panel, "DE")
    assert "needs a Vonage account" in panel._preview.phone._price.text()


def test_a_price_that_could_not_be_read_is_asked_for_again(qtbot, panel, workspace):
    workspace.secrets.forget(SecretRef("p1", VONAGE_SECRET))
    choose_country(panel, "DE")
    price = panel._preview.phone._price
    qtbot.waitUntil(lambda: "not known" in price.text())
    workspace.secrets.put(SecretRef("p1", VONAGE_SECRET), Secret("s3cretS3cret"))
    choose_country(panel, "DE")
    qtbot.waitUntil(lambda: "0.07" in price.text())


# ------------------------------------------------------------ one click


def test_a_rewrite_to_gsm7_leaves_the_tags_alone(panel):
    put(panel, "“{{ code }}” １２３ {{ user.name | default: '“' }} 🎉")
    looks = [look for _start, _size, look in panel._editor._marks.marks]
    assert looks.count("character") == 4
    fix(panel, LintKind.NOT_GSM7)
    assert area(panel).toPlainText() == "\"{{ code }}\" 123 {{ user.name | default: '“' }}"
    assert LintKind.NOT_GSM7 not in kinds(panel)
    assert QApplication.focusWidget() is area(panel)
    area(panel).undo()
    assert "🎉" in area(panel).toPlainText()


def test_a_legacy_variable_is_translated_and_the_reverse(panel):
    put(panel, "{{ code }} {{ tenant.friendly_name }}")
    assert panel._preview.phone.bubbles() == ("123456 ",)
    fix(panel, LintKind.LEGACY_VARIABLE)
    assert area(panel).toPlainText() == "{{ code }} {{ friendly_name }}"
    panel._types._path_chosen("legacy")
    put(panel, "{{ code }} {{ friendly_name }}")
    fix(panel, LintKind.UNIFIED_VARIABLE)
    assert area(panel).toPlainText() == "{{ code }} {{ tenant.friendly_name }}"
    assert panel._preview.phone.bubbles() == ("123456 Acme",)


def test_the_line_for_browsers_has_the_tenants_domain(panel):
    fix(panel, LintKind.ORIGIN_BOUND)
    assert area(panel).toPlainText().endswith("\n\n@acme.example #{{ code }}")
    assert LintKind.ORIGIN_BOUND not in kinds(panel)


def test_a_place_is_shown(panel):
    put(panel, "🎉 {{ code }} {{ frendly }} x")
    number = kinds(panel).index(LintKind.UNKNOWN_VARIABLE)
    button(panel, f"lab_notes_place_{number}").click()
    assert area(panel).textCursor().selectedText() == "frendly"
    assert QApplication.focusWidget() is area(panel)


def test_reset_brings_the_vendors_default_back(panel):
    put(panel, "mine {{ code }}")
    button(panel, "lab_text_reset").click()
    assert area(panel).toPlainText() == VENDOR_TEXTS[V]
    area(panel).undo()
    assert area(panel).toPlainText() == "mine {{ code }}"
    panel.findChild(QAction, "lab_text_own").trigger()
    assert area(panel).toPlainText() == DEFAULT_VERIFY
    button(panel, "lab_change_password").click()
    assert not button(panel, "lab_text_reset").isEnabled()
    assert "not on record" in button(panel, "lab_text_reset").toolTip()


# ------------------------------------------------------------ the tenant's texts


def test_the_tenants_text_is_compared_when_asked_for(qtbot, panel):
    assert not panel._compared.isVisible()
    assert not panel.findChild(QAction, "lab_text_now").isEnabled()
    button(panel, "lab_compare").click()
    qtbot.waitUntil(panel._compared.isVisible)
    pieces = panel._compared._view._pieces
    assert {piece.fate for piece in pieces} == {Fate.SAME, Fate.GONE, Fate.NEW}
    assert "{{ code | escape }}" in panel._compared._view.accessibleDescription()
    button(panel, "lab_take").click()
    assert area(panel).toPlainText() == VENDOR_TEXTS[V]
    assert "this very text" in panel._compared.told()
    assert panel.findChild(QAction, "lab_text_now").isEnabled()
    button(panel, "lab_password_breach").click()
    assert "lists no text" in panel._compared.told()


def test_the_legacy_texts_are_read_on_the_legacy_path(qtbot, panel):
    panel._types._path_chosen("legacy")
    button(panel, "lab_compare").click()
    qtbot.waitUntil(panel._compared.isVisible)
    button(panel, "lab_enrollment").click()
    panel.findChild(QAction, "lab_text_now").trigger()
    assert area(panel).toPlainText() == "E {{code}}"
    panel._types._path_chosen("unified")
    assert not panel._compared.isVisible(), "nothing was read of that path"


def test_a_refusal_is_told_in_words(qtbot, panel, workspace):
    workspace.the_tenant.refusal = Problem(ProblemKind.MISSING_SCOPE, Service.AUTH0, "read:phone_templates")
    button(panel, "lab_compare").click()
    qtbot.waitUntil(panel.callout.isVisible)
    assert panel.callout.tone() == "error"
    assert not panel._compared.isVisible()


def test_reading_can_be_stopped(qtbot, panel, workspace):
    gate = workspace.the_tenant.gate = threading.Event()
    button(panel, "lab_compare").click()
    qtbot.waitUntil(
        lambda: any(one.isVisible() for one in panel.findChildren(QPushButton, "lab_compare_cancel"))
    )
    button(panel, "lab_compare_cancel").click()
    qtbot.waitUntil(lambda: not panel.work.busy)
    gate.set()
    assert not panel._compared.isVisible()


@pytest.mark.parametrize("opened", [True, False])
def test_without_a_tenant_the_way_to_setup_is_shown(make, setup, opened):
    setup.answers = replace(ANSWERS, domain="")
    panel = make(opened=opened)
    button(panel, "lab_compare").click()
    assert "No tenant yet" in panel.callout.title()
    button(panel, "lab_to_setup").click()
    assert setup.panels == ["setup"]


def test_another_world_has_other_texts(qtbot, panel, workspace):
    button(panel, "lab_compare").click()
    qtbot.waitUntil(panel._compared.isVisible)
    panel.tools.world.open(InMemoryWorkspace())
    assert not panel._compared.isVisible()


# ------------------------------------------------------------ into the setup


def test_setup_gets_both_texts(qtbot, panel, setup):
    put(panel, "Login {{ code }}")
    button(panel, "lab_otp_enroll").click()
    put(panel, "Enrol {{ code }}")
    button(panel, "lab_use").click()
    qtbot.waitUntil(panel.callout.isVisible)
    assert panel.callout.tone() == "ok"
    assert (setup.answers.enroll_text, setup.answers.verify_text) == ("Enrol {{ code }}", "Login {{ code }}")
    button(panel, "lab_to_setup").click()
    assert setup.panels == ["setup"]


def test_setup_gets_them_in_the_language_of_its_path(qtbot, panel, setup):
    panel._types._path_chosen("legacy")
    put(panel, "Login {{ code }} {{ tenant.friendly_name }}")
    button(panel, "lab_use").click()
    qtbot.waitUntil(panel.callout.isVisible)
    assert setup.answers.verify_text == "Login {{ code }} {{ friendly_name }}"
    assert setup.answers.enroll_text == DEFAULT_ENROLL


def test_a_text_without_a_code_is_not_handed_over(qtbot, panel, setup):
    put(panel, "no code")
    button(panel, "lab_use").click()
    qtbot.waitUntil(panel.callout.isVisible)
    assert panel.callout.tone() == "error"
    assert "code is missing" in panel.callout.body()
    assert setup.answers is ANSWERS


def test_setup_may_be_past_it(qtbot, panel, setup):
    setup.takes = False
    button(panel, "lab_use").click()
    qtbot.waitUntil(panel.callout.isVisible)
    assert panel.callout.tone() == "warning"


def test_what_setup_changed_meanwhile_is_followed(qtbot, panel, setup):
    setup.answers = replace(ANSWERS, verify_text="From Setup {{ code }}")
    panel.hide()
    panel.show()
    qtbot.waitUntil(lambda: panel._preview.phone.bubbles() == ("From Setup 123456",))
    put(panel, "Mine {{ code }}")
    setup.answers = ANSWERS
    panel.hide()
    panel.show()
    assert area(panel).toPlainText() == "Mine {{ code }}"


# ------------------------------------------------------------ looks and names


def test_narrow_and_wide(qtbot, panel):
    panel.resize(728, 640)
    qtbot.waitUntil(lambda: panel._editor.width() > 300)
    assert panel._editor.y() > panel._types.geometry().bottom()
    panel.resize(868, 740)
    qtbot.waitUntil(lambda: panel._editor.x() > panel._types.geometry().right())
    assert panel._editor.width() >= 300


def test_marks_take_the_colours_of_the_other_theme(qapp, panel):
    put(panel, "{{ code }} 🎉")
    theme.apply(qapp, theme.ThemeMode.DARK)
    block = area(panel).document().firstBlock()
    colours = {one.format.foreground().color().name().upper() for one in block.layout().formats()}
    assert theme.DARK.code_word in colours
    assert theme.DARK.warning in colours


def test_tab_goes_from_the_text_through_the_notes(qtbot, panel):
    put(panel, "{{ code }} {{ frendly_name }}")
    button(panel, "lab_text_reset").setFocus()
    reached = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused.objectName())
    assert reached == ["lab_notes_fix_0", "lab_notes_place_0", "lab_notes_fix_1", "lab_compare"]


def test_everything_has_a_name(panel):
    put(panel, "“{{ code }}” {{ tenant.friendly_name }}")
    for one in panel.findChildren(QPushButton):
        if one.isVisible():
            assert one.accessibleName() or one.text()
    boxes = (panel._types._path, panel._preview._person, panel._preview._locale, panel._preview._country)
    assert all(one.box.accessibleName() for one in boxes)


# ------------------------------------------------------------ in the window


def test_the_window_hands_the_texts_to_its_wizard(qtbot, window, quick_signs):
    window.world.open(InMemoryWorkspace())
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    panel = window.panel("messages")
    qtbot.waitUntil(lambda: panel._preview.phone.bubbles() != ())
    put(panel, "Window {{ code }}")
    button(panel, "lab_use").click()
    qtbot.waitUntil(panel.callout.isVisible)
    assert window.shell.wizard.answers.verify_text == "Window {{ code }}"


def test_a_plan_that_was_shown_is_left_again(qtbot, make_shell):
    shell = make_shell()
    while shell.wizard.page_now.page_id is not PageId.REVIEW:
        shell.wizard.forward()
    assert shell.use_texts("E {{ code }}", "V {{ code }}")
    assert shell.wizard.page_now.page_id is PageId.MESSAGES
    assert shell.wizard.answers.verify_text == "V {{ code }}"
    assert shell.wizard.answers.plan_size is None
