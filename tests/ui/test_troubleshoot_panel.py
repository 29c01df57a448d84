"""What the Troubleshoot panel makes of what is typed, pasted and dropped, and of the last test message."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from tests.ui.fitting import clipped, nameless, untranslated
from tests.ui.pseudo import DATA, settled
from tests.ui.troubleshoot_stage import FORBIDDEN_SENDER, REFUSED, ROW, stage

from textfactor.domain.problems import Problem, ProblemKind, Service
from textfactor.domain.sending import PartResult, SendOutcome, SendResult
from textfactor.ui import theme
from textfactor.ui.panels.troubleshoot.evidence_button import EvidenceButton
from textfactor.ui.panels.troubleshoot.input_field import LONGEST
from textfactor.ui.panels.troubleshoot.source_view import SHOWN
from textfactor.ui.widgets.copy_button import CopyButton
from textfactor.ui.widgets.link_button import LinkButton


@pytest.fixture
def on(qtbot, jobs, tmp_path):
    with stage(qtbot, jobs, tmp_path) as made:
        yield made


def put(qtbot, on, text, title=None):
    """Paste a text and wait for its answer."""
    on.panel.show_text(text)
    qtbot.waitUntil(lambda: bool(on.titles()) if title is None else on.titles()[:1] == [title])


def evidence(on):
    return on.panel.paste.answer.cards()[0].findChildren(EvidenceButton)


def drop(on, path):
    """Drop a file on the panel."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    on.panel.dropEvent(event)
    assert event.isAccepted()


# ---------------------------------------------------------------- what it says


def test_before_anything_is_pasted_it_says_what_can_be_and_where_it_is_had(on):
    said = " ".join(label.text() for label in on.panel.paste.findChildren(QLabel) if label.isVisible())
    assert "Raw tab" in said
    assert not on.titles()
    assert not on.shown("source")


def test_a_row_that_is_typed_is_read_when_the_typing_pauses(qtbot, on):
    field = on.find("pasted")
    field.setFocus()
    qtbot.keyClicks(field, REFUSED)
    qtbot.waitUntil(lambda: on.titles() == [FORBIDDEN_SENDER])
    assert on.panel.paste.answer.heading() == "One diagnosis"


def test_a_pasted_row_tells_what_it_was_and_marks_its_evidence(qtbot, on):
    QGuiApplication.clipboard().setText(ROW)
    qtbot.mouseClick(on.find("paste"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: on.titles() == [FORBIDDEN_SENDER])
    assert "a row of Auth0's log" in on.panel.paste.answer.kind()
    assert on.panel.paste.source.marks() == ("vonage status=15 part=1/1",) * 2
    assert "details.failure_details.message" in evidence(on)[0].full_text()


def test_pressing_a_piece_of_evidence_shows_its_place(qtbot, on):
    long_before = "\n".join(f"line {number}" for number in range(200))
    put(qtbot, on, f"{long_before}\n{ROW}")
    source = on.find("source")
    assert isinstance(source, QPlainTextEdit)
    assert source.verticalScrollBar().value() == 0
    qtbot.mouseClick(evidence(on)[0], Qt.MouseButton.LeftButton)
    assert source.textCursor().selectedText() == "vonage status=15 part=1/1"
    assert source.verticalScrollBar().value() > 0


def test_evidence_far_behind_is_shown_by_another_part_of_the_source(qtbot, on, tmp_path):
    file = tmp_path / "long.log"
    file.write_text(f"{'😀 nothing here' * (SHOWN // 10)}\n{ROW}\n{'and more' * SHOWN}", encoding="utf-8")
    drop(on, file)
    qtbot.waitUntil(lambda: on.titles()[:1] == [FORBIDDEN_SENDER])
    source = on.panel.paste.source
    assert len(source.toPlainText()) < SHOWN * 2
    qtbot.mouseClick(evidence(on)[1], Qt.MouseButton.LeftButton)
    assert source.textCursor().selectedText() == "vonage status=15 part=1/1"
    assert source.part()[0] > 0


def test_several_causes_are_ranked_and_the_first_one_is_open(qtbot, on):
    put(qtbot, on, "no code at all")
    cards = on.panel.paste.answer.cards()
    assert len(cards) > 3
    assert [card.is_open() for card in cards] == [True] + [False] * (len(cards) - 1)
    toggle = on.find("diagnosis_1_toggle")
    toggle.setFocus()
    qtbot.keyClick(toggle, Qt.Key.Key_Space)
    assert cards[1].is_open()
    assert on.panel.paste.answer.heading() == f"Not enough to tell: {len(cards)} things it may be"
    assert on.panel.paste.answer.notes().title() == "To be sure, get this next"
    assert "Raw tab" in on.panel.paste.answer.notes().body()


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ('{"name": "shop", "version": "1.0.0"}', "This is not about text messages."),
        (
            '{"type":"s","date":"2026-11-24T07:12:01.123Z","description":"Successful login"}',
            "This is not about text messages.",
        ),
        (
            '{"message-count":"1","messages":[{"status":"0","message-id":"0A1"}]}',
            "Nothing is wrong here, as far as this shows.",
        ),
    ],
)
def test_it_does_not_guess(qtbot, on, text, verdict):
    on.panel.show_text(text)
    qtbot.waitUntil(lambda: on.panel.paste.answer.notes().title() == verdict)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("{}", "Nothing to read"),
        ('{"weather": [{"id": 501}]}', "Not about text messages"),
        ('{"messages":[{"status":"0","message-id":"0A1"}]}', "Nothing is wrong here"),
        ("hello", "Not enough to tell the cause"),
        ("status rejected", "Not enough to tell: one thing it may be"),
        ("mfa_required", "Nothing is broken, but worth knowing"),
        (ROW, "One diagnosis"),
    ],
)
def test_the_heading_says_what_came_out(qtbot, on, text, heading):
    on.panel.show_text(text)
    qtbot.waitUntil(lambda: on.panel.paste.answer.heading() == heading)


def test_who_gets_no_answer_is_offered_the_questions(qtbot, on):
    on.panel.show_text("hello")
    qtbot.waitUntil(lambda: on.shown("answer_guide"))
    qtbot.mouseClick(on.find("answer_guide"), Qt.MouseButton.LeftButton)
    assert on.panel.guided.isVisible()


BOTH = "\n".join([
    '{"type":"gd_start_auth","date":"2026-11-24T10:00:00Z","user_id":"auth0|ana","log_id":"90","details":{}}',
    '{"type":"gd_send_sms","date":"2026-11-24T10:00:01Z","user_id":"auth0|ana","log_id":"91",'
    '"details":{"authenticator":{"type":"sms","phone_number":"+4915123456789"}}}',
    "msisdn=4915123456789&to=Acme&messageId=0A0000000123ABCD1&status=rejected&err-code=6"
    "&message-timestamp=2026-11-24+10:00:05",
])  # fmt: skip


def test_pieces_of_one_login_are_shown_as_one_way(qtbot, on):
    put(qtbot, on, BOTH)
    label, card = on.panel.paste.answer.logins()
    assert "belongs together" in label.text()
    assert card.chips() == "✓ Login   ✓ Action   ✓ Vonage   ✕ Phone   ? Code"
    assert card.is_open()
    assert not any(" ·  · " in words.text() for words in card.findChildren(QLabel))
    assert "+49 ••• 789" in card.accessibleName()
    assert not on.shown("diagnose_journey")
    on.panel.show_text(ROW)
    qtbot.waitUntil(lambda: on.panel.paste.answer.logins() == ())


def test_clearing_forgets_the_answer(qtbot, on):
    put(qtbot, on, ROW)
    qtbot.mouseClick(on.find("clear"), Qt.MouseButton.LeftButton)
    assert on.titles() == []
    assert not on.shown("source")
    assert on.panel.paste.field.field.hasFocus()


def test_the_answer_can_be_copied_as_text(qtbot, on):
    put(qtbot, on, ROW)
    on.panel.paste.answer.findChild(CopyButton, "answer_copy").click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(f"1. {FORBIDDEN_SENDER} (certain; vonage.status.15)")
    assert "> details.failure_details.message = vonage status=15 part=1/1" in copied
    assert "- Choose a number of the account as sender" in copied
    assert "https://developer.vonage.com/" in copied


# ---------------------------------------------------------------- text from outside


def test_text_from_outside_is_neither_markup_nor_turned(qtbot, on):
    evil = "vonage status=4 part=1/1 : <b>bold</b> <a href='https://evil.example'>x</a> &amp; in\u202egnp.exe \x00"
    put(qtbot, on, evil)
    shown = on.panel.paste.source.toPlainText()
    assert "<b>bold</b>" in shown
    assert "\u202e" not in shown
    assert "\x00" not in shown
    assert "\u202e" not in on.panel.paste.field.text()
    for label in on.panel.paste.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    for button in evidence(on):
        assert "<" not in button.toolTip().replace("&lt;", "")


def test_what_was_pasted_is_read_as_it_came_though_it_is_shown_otherwise(qtbot, on):
    field = on.find("pasted")
    mime = QMimeData()
    mime.setText(f"{ROW}\u202e")
    field.insertFromMimeData(mime)
    qtbot.waitUntil(lambda: on.titles() == [FORBIDDEN_SENDER])
    assert "a row of Auth0's log" in on.panel.paste.answer.kind()
    assert on.panel.paste.text() == f"{ROW}\u202e"
    assert field.toPlainText() == f"{ROW}\ufffd"
    qtbot.keyClicks(field, "x")
    assert on.panel.paste.text() == field.toPlainText()


def test_a_text_that_is_too_long_for_the_field_is_read_beside_it(qtbot, on):
    field = on.find("pasted")
    mime = QMimeData()
    mime.setText(f"{ROW}\n{'x' * LONGEST}")
    assert field.canInsertFromMimeData(mime)
    field.insertFromMimeData(mime)
    assert field.toPlainText() == ""
    qtbot.waitUntil(lambda: on.titles()[:1] == [FORBIDDEN_SENDER])
    qtbot.keyClicks(field, "status 9")
    assert on.panel.paste.text() == "status 9"


def test_links_are_those_of_the_knowledge_base_and_open_only_when_pressed(qtbot, on, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    put(qtbot, on, f"https://evil.example/ {REFUSED} javascript:alert(1) file:///etc/passwd")
    assert opened == []
    links = on.panel.paste.answer.cards()[0].findChildren(LinkButton)
    assert links
    for link in links:
        link.click()
    assert opened
    assert all(address.startswith("https://") and "evil" not in address for address in opened)


def test_an_address_that_is_not_ours_gets_no_button(qtbot, on):
    from dataclasses import replace

    from textfactor.ui.panels.troubleshoot.diagnosis_card import DiagnosisCard

    put(qtbot, on, ROW)
    told = on.panel.paste.answer._answer.told[0]
    links = (
        "http://auth0.com/docs",
        "https://evil.example/",
        "file:///etc/passwd",
        "https://auth0.com/docs/x",
    )
    told = replace(told, explanation=replace(told.explanation, links=links))
    card = DiagnosisCard(
        told, frozenset(("https://auth0.com/docs/x", "http://auth0.com/docs")), 0, opened=True
    )
    qtbot.addWidget(card)
    qtbot.waitUntil(lambda: card.complete)
    assert [link.toolTip() for link in card.findChildren(LinkButton)] == ["https://auth0.com/docs/x"]


def test_a_button_opens_the_place_that_mends_it(qtbot, on):
    put(qtbot, on, "vonage status=4 part=1/1 : Bad Credentials")
    qtbot.mouseClick(on.find("diagnosis_0_opens"), Qt.MouseButton.LeftButton)
    assert on.places == ["setup.rotate"]


# ---------------------------------------------------------------- files


def test_a_dropped_text_is_read_as_if_it_had_been_pasted(qtbot, on, tmp_path):
    file = tmp_path / "row.json"
    file.write_text(ROW, encoding="utf-8")
    drop(on, file)
    qtbot.waitUntil(lambda: on.titles() == [FORBIDDEN_SENDER])
    assert on.panel.paste.field.hint() == "From the file row.json"
    assert on.shown("source")


def test_a_file_that_is_dropped_on_the_field_is_no_text(qtbot, on, tmp_path):
    file = tmp_path / "row.json"
    file.write_text(ROW, encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    field = on.find("pasted")
    assert field.canInsertFromMimeData(mime)
    field.insertFromMimeData(mime)
    qtbot.waitUntil(lambda: on.titles() == [FORBIDDEN_SENDER])
    assert field.toPlainText() == ""


def test_a_link_to_a_page_is_text_and_opens_nothing(on):
    mime = QMimeData()
    mime.setUrls([QUrl("https://evil.example/")])
    mime.setText("https://evil.example/")
    field = on.find("pasted")
    field.insertFromMimeData(mime)
    assert field.toPlainText() == "https://evil.example/"


def test_a_file_that_is_not_there_is_told(qtbot, on, tmp_path):
    on.panel.open_file(tmp_path / "nowhere.log")
    qtbot.waitUntil(lambda: on.panel.callout.isVisible())
    assert on.panel.callout.tone() == "error"
    on.panel.show_text("status 9")
    assert not on.panel.callout.isVisible()


# ---------------------------------------------------------------- what is handed over


def hide_and_show(on):
    on.panel.hide()
    on.panel.show()


def test_it_begins_with_the_last_test_message(qtbot, on):
    on.world.note_send(SendResult(SendOutcome.REFUSED, (PartResult("9", "Quota Exceeded - rejected"),)), "DE")
    hide_and_show(on)
    qtbot.waitUntil(lambda: on.titles() == ["The Vonage account has no credit"])
    assert on.panel.paste.answer.heading() == "The last test message"
    put(qtbot, on, REFUSED, FORBIDDEN_SENDER)
    on.panel.show_text("")
    qtbot.waitUntil(lambda: on.titles() == ["The Vonage account has no credit"])


def test_what_did_not_arrive_comes_with_all_that_is_known(qtbot, on):
    on.world.note_send(SendResult(SendOutcome.ACCEPTED, (PartResult("0", "", "0A00000012345678"),)), "DE")
    on.world.last_arrived = False
    hide_and_show(on)
    qtbot.waitUntil(lambda: on.titles()[:1] == ["Vonage accepted it, the phone did not get it"])
    source = on.panel.paste.source.toPlainText()
    assert "0A00000012345678" in source
    assert "Country: DE" in source


def test_a_message_that_got_no_answer_shows_what_was_seen(qtbot, on):
    problem = Problem(ProblemKind.NAME_NOT_FOUND, Service.VONAGE, "Name or service not known")
    on.world.note_send(SendResult(SendOutcome.NOT_SENT, problem=problem))
    hide_and_show(on)
    qtbot.waitUntil(lambda: on.titles() == ["The service's name is not found"])
    assert evidence(on)[0].full_text() == "Name or service not known"


def test_a_failed_login_brings_its_words_once(qtbot, on):
    on.world.to_diagnose = REFUSED
    hide_and_show(on)
    qtbot.waitUntil(lambda: on.titles() == [FORBIDDEN_SENDER])
    assert on.panel.paste.field.text() == REFUSED
    assert on.world.to_diagnose == ""


def test_another_world_knows_nothing_of_the_last_message(qtbot, on):
    on.world.note_send(SendResult(SendOutcome.REFUSED, (PartResult("9"),)))
    hide_and_show(on)
    qtbot.waitUntil(lambda: bool(on.titles()))
    on.world.leave()
    assert on.titles() == []


# ---------------------------------------------------------------- logs elsewhere, keys, themes


def test_logs_that_live_elsewhere_get_a_query_to_copy(qtbot, on):
    on.find("queries").click()
    homes = on.find("log_home")
    for place, words in enumerate(("COPY", "SELECT", "SELECT", "search", "source:", "_search")):
        homes.setCurrentIndex(place)
        assert words in on.find("log_query").toPlainText()
    on.find("copy_query").click()
    assert "_search" in QGuiApplication.clipboard().text()


@pytest.mark.parametrize(("key", "name"), [("O", "open_file"), ("L", "clear"), ("G", "ask_me")])
def test_what_can_be_pressed_names_its_keys(on, key, name):
    assert on.find(name).toolTip() == f"Keys: Ctrl+{key}"


def test_keys_alone_lead_from_the_text_to_the_place_that_mends_it(qtbot, on):
    put(qtbot, on, "vonage status=4 part=1/1 : Bad Credentials")
    on.panel.paste.field.focus()
    reached = set()
    for _ in range(30):
        now = on.panel.window().focusWidget()
        reached.add(now.objectName())
        if now.objectName() == "diagnosis_0_opens":
            qtbot.keyClick(now, Qt.Key.Key_Space)
            break
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    assert on.places == ["setup.rotate"]
    assert {"pasted", "open_file", "source", "answer_copy", "diagnosis_0_evidence_0"} <= reached
    assert nameless(on.panel) == []


def test_the_marks_take_the_colours_of_the_theme(qtbot, qapp, on):
    put(qtbot, on, ROW)
    theme.apply(qapp, theme.ThemeMode.DARK)
    mark = on.panel.paste.source.extraSelections()[0]
    assert mark.format.background().color().name().upper() == theme.DARK.warning_ground


@pytest.mark.parametrize("text", [ROW, "no code at all", "vonage status=4 part=1/1 : Bad Credentials"])
def test_answers_have_room_in_a_longer_language_and_are_translated(
    qtbot, jobs, tmp_path, pseudo_language, text
):
    with stage(qtbot, jobs, tmp_path) as on:
        on.panel.resize(theme.WINDOW_MINIMUM[0] - theme.SIDE_WIDTH, theme.WINDOW_MINIMUM[1])
        put(qtbot, on, text)
        settled(qtbot, on.panel)
        assert not (found := clipped(on.panel)), "\n".join(found)
        assert not (found := untranslated(on.panel, DATA)), "\n".join(found)
