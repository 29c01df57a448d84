"""Each widget does what its docstring says."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from tests.ui.parts import child

from textfactor.domain.login import HopState
from textfactor.ui.widgets import busy_sign, copy_button, secret_field
from textfactor.ui.widgets.bubble import Bubble
from textfactor.ui.widgets.busy_button import BusyButton
from textfactor.ui.widgets.busy_sign import BusySign
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.card import Card
from textfactor.ui.widgets.change_row import ChangeRow
from textfactor.ui.widgets.check_box import CheckBox
from textfactor.ui.widgets.choice_cards import ChoiceCards
from textfactor.ui.widgets.code_view import CodeView
from textfactor.ui.widgets.copy_button import CopyButton
from textfactor.ui.widgets.elided_label import ElidedLabel
from textfactor.ui.widgets.empty_state import EmptyState
from textfactor.ui.widgets.hop_row import HopRow
from textfactor.ui.widgets.labelled_field import LabelledField
from textfactor.ui.widgets.labels import TextLabel
from textfactor.ui.widgets.line_diff import LineDiff, line_changes
from textfactor.ui.widgets.nav_list import NavList
from textfactor.ui.widgets.numbered import Numbered
from textfactor.ui.widgets.phone_preview import PhonePreview
from textfactor.ui.widgets.secret_field import SecretField
from textfactor.ui.widgets.step_list import StepList
from textfactor.ui.widgets.tab_order import follow_place, stops_in
from textfactor.ui.widgets.text_area import TextArea


@pytest.fixture
def shown(qtbot):
    """Show a widget in a holder that has the focus."""
    holders: list[QWidget] = []

    def show(widget: QWidget, width: int = 500) -> QWidget:
        holder = QWidget()
        holders.append(holder)
        layout = QVBoxLayout(holder)
        layout.addWidget(widget)
        layout.addStretch(1)
        holder.resize(width, 400)
        qtbot.addWidget(holder)
        with qtbot.waitActive(holder):
            holder.show()
            holder.activateWindow()
        return widget

    return show


def spoken(widget: QWidget) -> tuple[str, str]:
    """Name and description as a screen reader gets them."""
    seen = QAccessible.queryAccessibleInterface(widget)
    return seen.text(QAccessible.Text.Name), seen.text(QAccessible.Text.Description)


def test_a_hint_turns_into_the_error_and_back_without_moving_anything(qtbot, shown):
    field = shown(LabelledField("API key", "eight characters", name="key"))
    height = field.height()
    heard: list[str] = []
    field.changed.connect(heard.append)
    assert spoken(field.field) == ("API key", "eight characters")
    field.set_error("too short")
    field.set_error("too short")
    assert field.error() == "too short"
    assert spoken(field.field) == ("API key", "✕ too short")
    assert field.height() == height
    field.set_hint("from the dashboard")
    assert spoken(field.field)[1] == "✕ too short"
    qtbot.keyClicks(field.field, "a")
    assert (field.error(), field.field.property("invalid"), heard) == ("", False, ["a"])
    assert spoken(field.field)[1] == "from the dashboard"


def test_a_text_that_is_set_tells_nobody(shown):
    for field in (shown(LabelledField("A", name="a")), shown(TextArea("B", name="b"))):
        heard: list[str] = []
        field.changed.connect(heard.append)
        field.set_text("x")
        field.set_text("x")
        field.clear_error()
        assert (field.text(), heard) == ("x", [])


def test_tab_leaves_a_text_area(qtbot, shown):
    area = TextArea("Text", name="text")
    after = QPushButton("after")
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.addWidget(area)
    layout.addWidget(after)
    shown(holder)
    area.focus()
    qtbot.keyClicks(area.field, "abc")
    qtbot.keyClick(area.field, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert area.text() == "abc"


def test_a_secret_is_bullets_shown_for_a_moment_only(qtbot, shown, monkeypatch):
    monkeypatch.setattr(secret_field, "_MOMENT", 20)
    field = shown(SecretField("API secret", name="secret"))
    line = field.field
    assert isinstance(line, QLineEdit)
    QGuiApplication.clipboard().setText("  s3cr3t\n")
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.secret().reveal() == "s3cr3t"
    assert line.echoMode() is QLineEdit.EchoMode.Password
    assert "s3cr3t" not in QAccessible.queryAccessibleInterface(line).text(QAccessible.Text.Value)
    show = child(field, QPushButton, "secret_show")
    show.click()
    assert line.echoMode() is QLineEdit.EchoMode.Normal
    qtbot.waitUntil(lambda: line.echoMode() is QLineEdit.EchoMode.Password)
    show.click()
    field.hide()
    assert line.echoMode() is QLineEdit.EchoMode.Password
    field.set_kept("in the keyring")
    assert not field.secret()
    assert "in the keyring" in line.placeholderText()


def test_a_callout_says_and_offers(qtbot, shown):
    callout = Callout()
    shown(callout)
    pressed: list[int] = []
    callout.show_message("error", "Refused", "It was refused.", ("Do this.", "Or that."), "status 4")
    callout.add_action("Change it", lambda: pressed.append(1), name="remedy")
    assert spoken(callout) == ("Refused", "It was refused.")
    assert callout.steps() == ("Do this.", "Or that.")
    callout.findChildren(QPushButton, "remedy")[0].click()
    assert pressed == [1]
    callout.show_message("ok", "Fine")
    assert (callout.tone(), callout.title(), callout.body(), callout.steps()) == ("ok", "Fine", "", ())
    qtbot.waitUntil(lambda: callout.findChild(QPushButton, "remedy") is None)
    callout.clear()
    assert not callout.isVisible()


@pytest.mark.parametrize("text", ["<b>bold</b>", "<a href='https://example.com'>x</a>", "a\nb"])
def test_text_from_outside_stays_text(shown, text):
    callout = Callout()
    shown(callout)
    callout.show_message("error", text, text, (text, text), text)
    for label in callout.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert not label.openExternalLinks()
    elided = shown(ElidedLabel(text * 20), 100)
    elided.grab()
    assert "<b>" not in elided.toolTip()
    assert "<a" not in elided.toolTip()


def test_a_wrapping_label_is_not_clipped(shown):
    label = shown(TextLabel("many words that need more than one line " * 4), 220)
    assert isinstance(label, TextLabel)
    assert label.height() >= label.heightForWidth(label.width()) > 2 * label.fontMetrics().height()


def test_an_elided_text_keeps_its_whole_in_the_name(qtbot, shown):
    label = shown(ElidedLabel("PATCH /branding/phone/providers/pro_0123456789"), 120)
    label.grab()
    assert label.toolTip() == label.full_text() == spoken(label)[0]
    label.set_text("GET /")
    label.grab()
    assert label.toolTip() == ""


def test_a_sign_is_not_shown_for_what_is_quick(qtbot, monkeypatch):
    monkeypatch.setattr(busy_sign, "APPEARS_AFTER", 30)
    monkeypatch.setattr(busy_sign, "STAYS", 0)
    sign = BusySign()
    seen: list[bool] = []
    sign.changed.connect(seen.append)
    sign.begin()
    sign.end()
    other = BusySign()
    with qtbot.waitSignal(other.changed):
        other.begin()
    assert seen == []
    with qtbot.waitSignal(other.changed):
        other.end()
    assert not other.shown


def test_a_shown_sign_stays_while_work_goes_on(qtbot, quick_signs, monkeypatch):
    monkeypatch.setattr(busy_sign, "STAYS", 60_000)
    sign = BusySign()
    with qtbot.waitSignal(sign.changed):
        sign.begin()
    sign.end()
    sign.begin()
    assert sign.shown


def test_a_busy_button_shows_what_runs_and_does_not_move(qtbot, shown, quick_signs):
    button = shown(BusyButton("Send one SMS", name="send"))
    button.set_note("Balance 8.42")
    clicks: list[str] = []
    button.clicked.connect(lambda: clicks.append("send"))
    button.cancel_clicked.connect(lambda: clicks.append("cancel"))
    places = (button.button.geometry(), button.size())
    button.button.click()
    button.start("Sending")
    button.set_progress("Sending one SMS", 1, 2)
    qtbot.waitUntil(lambda: button.cancel.isVisible())
    assert (button.button.geometry(), button.size()) == places
    assert any(label.text() == "Sending one SMS" for label in button.findChildren(QLabel))
    button.button.click()
    button.cancel.click()
    button.cancel.click()
    assert clicks == ["send", "cancel"]
    button.grab()
    button.finish()
    qtbot.waitUntil(lambda: not button.cancel.isVisible())
    assert any(label.text() == "Balance 8.42" for label in button.findChildren(QLabel))
    assert (button.button.geometry(), button.size()) == places
    button.cancel.click()
    assert clicks == ["send", "cancel"]


def test_a_primary_button_is_pressed_by_enter_and_space(qtbot, shown):
    button = shown(BusyButton("Go", name="go"))
    clicks: list[int] = []
    button.clicked.connect(lambda: clicks.append(1))
    button.button.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        qtbot.keyClick(button.button, key)
    assert clicks == [1, 1, 1]


def test_the_phone_shows_messages_and_keeps_those_it_has(qtbot, shown):
    phone = shown(PhonePreview())
    phone.set_sender("Acme")
    phone.set_bubbles(("one",))
    first = phone.findChildren(Bubble)
    phone.set_bubbles(("one", "two"))
    assert phone.bubbles() == ("one", "two")
    assert all(label in phone.findChildren(Bubble) for label in first)
    phone.set_bubbles(("three",))
    assert phone.bubbles() == ("three",)
    area = phone.findChildren(QScrollArea)[0]
    assert area.focusPolicy() is Qt.FocusPolicy.NoFocus
    phone.set_bubbles(tuple("a long message " * 9 for _ in range(9)))
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)
    assert area.focusPolicy() is Qt.FocusPolicy.TabFocus
    phone.set_counts("")
    phone.set_price("about 0.07")


def test_steps_tell_their_state_and_only_reachable_ones_can_be_clicked(qtbot, shown):
    steps = shown(StepList())
    steps.set_steps([("a", "Welcome"), ("b", "Vonage"), ("c", "Test")])
    steps.set_state("c", ["a", "b"], ["b"])
    chosen: list[str] = []
    steps.clicked.connect(chosen.append)
    for key in "abc":
        steps.button(key).click()
    assert chosen == ["b", "c"]
    assert [steps.button(key).text() for key in "abc"] == ["✓  Welcome", "✓  Vonage", "3  Test"]
    assert spoken(steps.button("b")) == ("Vonage", "Step 2, done")
    steps.set_steps([("a", "Welcome"), ("c", "Test")])
    steps.set_state("a", [], [])
    assert steps.button("c").text() == "2  Test"


def test_navigation_unfolds_what_is_below_its_entry(shown):
    nav = shown(NavList())
    below = QLabel("below")
    nav.add("a", "A", below)
    nav.add("b", "B")
    chosen: list[str] = []
    nav.chosen.connect(chosen.append)
    nav.set_current("a")
    assert below.isVisible()
    nav.button("b").click()
    nav.set_current("b")
    assert (chosen, below.isVisible(), nav.button("b").isChecked()) == (["b"], False, True)
    nav.set_available("a", yes=False)
    assert not nav.button("a").isVisible()


def test_choices_are_cards_that_the_keyboard_reaches(qtbot, shown):
    cards: ChoiceCards[str] = ChoiceCards(name="world")
    practice = cards.add("practice", "Practice world", "No account needed.")
    own = cards.add("own", "My own tenant", "An account of each.")
    shown(cards)
    chosen: list[object] = []
    cards.chosen.connect(chosen.append)
    assert cards.value() == "practice"
    assert spoken(own) == ("My own tenant", "An account of each.")
    qtbot.mouseClick(own, Qt.MouseButton.LeftButton, pos=own.rect().center())
    practice.setFocus()
    qtbot.keyClick(practice, Qt.Key.Key_Space)
    assert chosen == ["own", "practice"]
    cards.set_value("own")
    assert (cards.value(), chosen) == ("own", ["own", "practice"])
    cards.card("own").set_body("Something else.")
    assert spoken(own)[1] == "Something else."


def test_rows_of_a_plan_and_of_a_login(shown):
    card = Card(ruled=True, name="plan")
    row = ChangeRow("+", "Create the sender", "POST /actions", before="nothing", after="a sender")
    card.add(row)
    card.add(ChangeRow("=", "Policy", before="long " * 20, after="unchanged"))
    shown(card)
    row.set_sign("✓")
    assert (row.sign(), row.title(), len(card.rows())) == ("✓", "Create the sender", 2)
    assert spoken(row) == ("Create the sender", "nothing → a sender")
    card.clear()
    assert card.rows() == ()
    hop = shown(HopRow("Auth0 asked for a code"))
    height = hop.height()
    hop.set_state(HopState.PASSED, "gd_send_sms")
    assert spoken(hop) == ("Auth0 asked for a code: passed", "gd_send_sms")
    assert (hop.state(), hop.height()) == (HopState.PASSED, height)


def test_code_shows_at_once_and_is_coloured_a_moment_later(qtbot, shown, jobs):
    code = CodeView(jobs, "The sender", name="code")
    shown(code)
    source = "// why\nconst a = 'text';\n"
    code.set_code(source)
    assert code.toPlainText() == source
    assert code.isReadOnly()
    qtbot.waitUntil(lambda: bool(code.document().firstBlock().layout().formats()))
    code.set_code(source)
    assert code.document().firstBlock().layout().formats()
    assert isinstance(code, QPlainTextEdit)


def test_copying_says_so(qtbot, shown, monkeypatch):
    monkeypatch.setattr(copy_button, "_SAID", 10)
    button = shown(CopyButton("Copy as text", lambda: "the plan", name="copy", small=True))
    width = button.width()
    button.click()
    assert QGuiApplication.clipboard().text() == "the plan"
    assert button.text() != "Copy as text"
    assert button.width() >= width
    qtbot.waitUntil(lambda: button.text() == "Copy as text")


def test_small_ones(qtbot, shown):
    empty = shown(EmptyState("Nothing yet", "It comes here.", "Get it", name="get"))
    with qtbot.waitSignal(empty.clicked):
        empty.findChild(QPushButton, "get").click()
    empty.set_words("Still nothing", "")
    box = shown(CheckBox("Retries", name="retries"))
    box.setChecked(True)
    box.grab()
    assert spoken(box)[0] == "Retries"
    steps = Numbered()
    steps.set_steps(("only one",))
    assert [label.text() for label in steps.findChildren(TextLabel)] == ["only one"]


def test_nothing_comes_up_as_a_window_before_it_has_its_place(qtbot, shown):
    made: list[QWidget] = []
    callout = Callout()
    callout.show_message("info", "Title", "Body", ("One.", "Two."), "seen")
    steps = Numbered()
    steps.set_steps(("One.",))
    made += [callout, steps, ChangeRow("+", "Title", "GET /", before="a", after="b"), HopRow("Hop", "detail")]
    cards: ChoiceCards[str] = ChoiceCards(name="c")
    cards.add("a", "A", "body")
    made += [cards, PhonePreview(), EmptyState("a", "b", "c"), BusyButton("d"), LabelledField("e", "f")]
    assert [type(widget).__name__ for widget in made if widget.isVisible()] == []
    for widget in made:
        assert shown(widget).isVisible()


def test_one_press_is_one_click(qtbot):
    """A held Enter and the other half of a double click must not send a second SMS."""
    button = BusyButton("Send", name="send")
    qtbot.addWidget(button)
    clicks = []
    button.clicked.connect(lambda: clicks.append(1))
    button.show()
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True, 1)
    QGuiApplication.sendEvent(button.button, held)
    assert clicks == []
    qtbot.mouseClick(button.button, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(button.button, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(button.button, Qt.MouseButton.LeftButton)
    assert len(clicks) == 1


def test_undo_brings_no_forgotten_secret_back(qtbot):
    field = SecretField("API secret", name="secret")
    qtbot.addWidget(field)
    field.show()
    line = field.findChild(QLineEdit)
    assert line is not None
    line.setEchoMode(QLineEdit.EchoMode.Normal)  # as while it is shown for a moment
    qtbot.keyClicks(line, "s3cretS3cret")
    field.set_kept("kept")
    line.undo()
    assert not field.secret()
    assert line.echoMode() is QLineEdit.EchoMode.Password


def test_a_step_that_was_left_out_has_a_dash(qtbot):
    steps = StepList()
    qtbot.addWidget(steps)
    steps.set_steps([("a", "A"), ("b", "B")])
    steps.set_state("b", ["a"], ["a"], ["a"])
    assert steps.button("a").text().startswith("–")
    assert "left out" in steps.button("a").accessibleDescription()


def test_only_what_was_typed_can_be_shown_for_a_moment(qtbot):
    field = SecretField("API secret", name="secret")
    qtbot.addWidget(field)
    field.show()
    show = child(field, QPushButton, "secret_show")
    assert not show.isEnabled()
    field.set_kept("kept in the keyring")
    assert not show.isEnabled()
    assert "kept secret stays" in show.toolTip()
    assert "kept secret stays" in show.accessibleDescription()
    line = field.field
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "s3cret")
    assert show.isEnabled()
    assert show.toolTip() == ""
    qtbot.mouseClick(show, Qt.MouseButton.LeftButton)
    assert line.echoMode() is QLineEdit.EchoMode.Normal
    field.forget()
    assert not show.isEnabled()
    assert line.echoMode() is QLineEdit.EchoMode.Password


def test_two_codes_are_shown_line_by_line_and_whole(qtbot):
    view = LineDiff("a\nold\nb", "a\nnew\nb", name="code")
    qtbot.addWidget(view)
    assert view.toPlainText() == "  a\n- old\n+ new\n  b"
    many = "\n".join(str(number) for number in range(3_000))
    assert len(line_changes(many, many[::-1])) == 6_000


def test_what_is_made_late_comes_where_it_stands(qtbot):
    page, early, place, late = QWidget(), QPushButton("1"), QWidget(), QPushButton("3")
    qtbot.addWidget(page)
    rows, inner = QVBoxLayout(page), QVBoxLayout(place)
    for part in (early, place, late):
        rows.addWidget(part)
    made = QPushButton("2")
    inner.addWidget(made)
    follow_place(place, (made,))
    assert early.nextInFocusChain() is made
    assert stops_in(page) == (early, made, late)
    alone = QPushButton("alone")
    qtbot.addWidget(alone)
    follow_place(alone, (alone,))
    assert alone.nextInFocusChain() is alone


def test_a_change_is_opened_in_full_by_mouse_and_by_keyboard(qtbot):
    row = ChangeRow("+", "Create it", "POST /actions", before="nothing", after="something")
    qtbot.addWidget(row)
    made: list[QLabel] = []

    def make() -> QLabel:
        made.append(QLabel("all of it"))
        return made[-1]

    row.offer_details(make)
    row.show()
    toggle = child(row, QPushButton, "in_full")
    assert toggle.accessibleName() == "In full: Create it"
    assert made == []
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert made[0].isVisible()
    qtbot.keyClick(toggle, Qt.Key.Key_Space)
    assert not made[0].isVisible()
    qtbot.keyClick(toggle, Qt.Key.Key_Space)
    assert made[0].isVisible()
    assert len(made) == 1
