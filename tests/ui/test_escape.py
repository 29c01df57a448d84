"""Escape closes what was opened last: a part that is unfolded, and each question, which then does nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from tests.ui.parts import child

from textfactor.domain.secret import SecretRef
from textfactor.domain.sending import PartResult, SendOutcome
from textfactor.domain.sent_tests import SentTest
from textfactor.services.secrets.forgetting import KeptSecret
from textfactor.ui.panels.practice.reset_question import ResetQuestion
from textfactor.ui.panels.settings.questions import ForgetQuestion, RemoveQuestion
from textfactor.ui.sending.clear_question import ClearQuestion
from textfactor.ui.sending.sent_row import SentRow
from textfactor.ui.widgets.change_row import ChangeRow
from textfactor.ui.widgets.close_question import CloseQuestion
from textfactor.ui.widgets.expander import Expander


@pytest.fixture
def around(qtbot):
    """A page whose Escape leaves it, and how often somebody did."""
    page, left = QWidget(), []
    QVBoxLayout(page)
    shortcut = QShortcut(QKeySequence("Esc"), page)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(lambda: left.append(1))
    qtbot.addWidget(page)
    return page, left


def shown(qtbot, page, widget):
    page.layout().addWidget(widget)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()


def test_an_expander_is_closed_before_its_page_is_left(qtbot, around):
    page, left = around
    expander, line = Expander("More", name="more"), QLineEdit()
    expander.add(line)
    shown(qtbot, page, expander)
    expander.set_open(opened=True)
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not expander.is_open()
    assert left == []
    head = child(expander, QPushButton, "more")
    assert head.hasFocus()
    qtbot.keyClick(head, Qt.Key.Key_Escape)
    assert left == [1]


def test_other_keys_in_an_expander_are_what_they_were(qtbot, around):
    page, _left = around
    expander, line = Expander("More", name="more"), QLineEdit()
    expander.add(line)
    shown(qtbot, page, expander)
    expander.set_open(opened=True)
    qtbot.keyClicks(line, "text")
    assert line.text() == "text"
    assert expander.is_open()


def test_a_change_in_full_is_closed(qtbot):
    page, row = QWidget(), ChangeRow("+", "Title", "GET /", before="a", after="b")
    QVBoxLayout(page)
    qtbot.addWidget(page)
    row.offer_details(lambda: QLabel("in full"))
    shown(qtbot, page, row)
    toggle = child(row, QPushButton, "in_full")
    qtbot.keyClick(toggle, Qt.Key.Key_Escape)
    assert not toggle.isChecked()
    qtbot.keyClick(toggle, Qt.Key.Key_Space)
    assert toggle.isChecked()
    qtbot.keyClick(toggle, Qt.Key.Key_Escape)
    assert not toggle.isChecked()


def test_the_details_of_a_message_are_closed(qtbot):
    sent = SentTest(
        "ref1", "2026-11-24T09:00:00Z", "p1", "+49 ••• 789", "DE", "Acme", "GSM-7",
        SendOutcome.ACCEPTED, (PartResult("0"),), "8.42",
    )  # fmt: skip
    page, row, toggled = QWidget(), SentRow(sent), []
    QVBoxLayout(page)
    qtbot.addWidget(page)
    shown(qtbot, page, row)
    row.toggled.connect(toggled.append)
    button = child(row, QPushButton, "sent_ref1")
    qtbot.keyClick(button, Qt.Key.Key_Escape)
    assert toggled == []
    row.open(QLabel("details"))
    qtbot.keyClick(button, Qt.Key.Key_Escape)
    assert toggled == [row]


QUESTIONS = {
    "clear": ClearQuestion,
    "reset": ResetQuestion,
    "remove": lambda parent: RemoveQuestion(parent, "Acme"),
    "forget": lambda parent: ForgetQuestion(parent, (KeptSecret(SecretRef("p1", "vonage"), "Acme"),)),
    "close": CloseQuestion,
}


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
@pytest.mark.parametrize("make", QUESTIONS.values(), ids=QUESTIONS)
def test_a_question_is_left_by_escape_and_enter_and_nothing_is_done(qtbot, make, key):
    parent, accepted = QWidget(), []
    qtbot.addWidget(parent)
    parent.show()
    question = make(parent)
    question.accepted.connect(lambda: accepted.append(1))
    with qtbot.waitActive(question):
        QDialog.open(question)
        question.activateWindow()
    qtbot.keyClick(question, key)
    qtbot.waitUntil(lambda: not question.isVisible())
    assert accepted == []
