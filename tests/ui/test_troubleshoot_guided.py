"""Questions for who has nothing to paste, answered with the keyboard or the mouse, without a network."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from tests.ui.fitting import clipped, nameless, untranslated
from tests.ui.pseudo import settled
from tests.ui.troubleshoot_stage import stage

from textfactor.ui import theme


@pytest.fixture
def on(qtbot, jobs, tmp_path):
    with stage(qtbot, jobs, tmp_path) as made:
        button: Any = made.find("ask_me")
        button.click()
        yield made


def test_a_few_answers_lead_to_what_may_be_the_cause(qtbot, on):
    for choice in ("no_code", "everybody", "never", "not_tried", "no_access"):
        qtbot.mouseClick(on.find(f"choice_{choice}"), Qt.MouseButton.LeftButton)
    answer = on.panel.guided.answer
    qtbot.waitUntil(lambda: len(answer.cards()) > 3 and answer.complete)
    assert answer.cards()[0].title == "The SMS factor is switched off"
    assert answer.notes().title() == "To be sure, get this next"
    assert "Raw tab" in answer.notes().body()
    qtbot.mouseClick(on.find("diagnosis_0_opens"), Qt.MouseButton.LeftButton)
    assert on.places == ["setup.turn_on"]


def test_keys_alone_do(qtbot, on):
    qtbot.keyClick(on.panel.window().focusWidget(), Qt.Key.Key_2)
    qtbot.waitUntil(lambda: on.shown("choice_signs"))
    assert on.find("choice_signs").hasFocus()
    qtbot.keyClick(on.find("choice_signs"), Qt.Key.Key_Space)
    answer = on.panel.guided.answer
    qtbot.waitUntil(lambda: bool(answer.cards()))
    assert answer.cards()[0].title == "Characters arrive as question marks"
    assert on.find("guided_back").hasFocus()
    assert nameless(on.panel) == []


def test_back_takes_one_answer_back_and_at_last_leaves(qtbot, on):
    on.find("choice_late").click()
    qtbot.waitUntil(lambda: bool(on.panel.guided.answer.cards()))
    back = on.find("guided_back")
    back.click()
    assert on.find("choice_late").isVisible()
    back.click()
    assert on.panel.paste.isVisible()


def test_an_answer_that_is_taken_back_at_once_shows_nothing(qtbot, jobs, on):
    on.find("choice_late").click()
    on.find("guided_back").click()
    on.find("choice_costs").click()
    answer = on.panel.guided.answer
    qtbot.waitUntil(lambda: bool(answer.cards()))
    assert "late" not in answer.cards()[0].title


def test_one_can_begin_again_or_paste_after_all(qtbot, on):
    assert not on.find("guided_again").isEnabled()
    on.find("choice_no_code").click()
    on.find("guided_again").click()
    assert on.find("choice_no_code").isVisible()
    qtbot.keyClick(on.find("choice_no_code"), Qt.Key.Key_Escape)
    assert on.panel.paste.isVisible()
    assert on.find("pasted").hasFocus()


@pytest.mark.parametrize(
    "choices", [(), ("no_code",), ("no_code", "everybody", "never"), ("wrong_message", "signs")]
)
def test_questions_have_room_in_a_longer_language(qtbot, jobs, tmp_path, pseudo_language, choices):
    with stage(qtbot, jobs, tmp_path) as on:
        on.panel.resize(theme.WINDOW_MINIMUM[0] - theme.SIDE_WIDTH, theme.WINDOW_MINIMUM[1])
        on.panel.ask_questions()
        for choice in choices:
            on.panel.guided.choose(choice)
        answer = on.panel.guided.answer
        qtbot.waitUntil(lambda: answer.complete and bool(answer.cards()) == answer.isVisible())
        settled(qtbot, on.panel)
        assert not (found := clipped(on.panel)), "\n".join(found)
        assert not (found := untranslated(on.panel)), "\n".join(found)
