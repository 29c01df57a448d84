"""What one works with stays where it is while the page around it grows."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from textfactor.ui.wizard.page_body import PageBody


class Page(QWidget):
    """A button between things that can grow."""

    def __init__(self) -> None:
        super().__init__()
        self.frame = PageBody(self)
        self.above = [QLabel("above") for _ in range(3)]
        self.button = QPushButton("here")
        self.below = QLabel("below")
        for part in (*self.above, self.button, self.below):
            part.setMinimumHeight(120)
            self.frame.body.addWidget(part)
        self.below.setMinimumHeight(900)

    @property
    def bar(self):
        return self.frame._area.verticalScrollBar()

    def place(self) -> int:
        return self.button.mapTo(self, QPoint(0, 0)).y()


@pytest.fixture
def page(qtbot):
    made = Page()
    qtbot.addWidget(made)
    made.resize(700, 500)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    qtbot.waitUntil(lambda: made.bar.maximum() > 300)
    return made


def test_a_control_that_was_scrolled_to_stays_when_cards_grow_above_it(qtbot, page):
    page.bar.setValue(200)
    page.button.setFocus()
    before = page.place()
    page.above[0].setMinimumHeight(300)
    qtbot.waitUntil(lambda: page.above[0].height() == 300)
    qtbot.waitUntil(lambda: page.place() == before)
    page.above[0].setMinimumHeight(120)
    page.above[1].hide()
    qtbot.waitUntil(lambda: page.above[0].height() == 120)
    qtbot.waitUntil(lambda: page.place() == before)
    assert page.button.hasFocus()


def test_a_list_that_is_made_anew_does_not_throw_the_page_back(qtbot, page):
    page.bar.setValue(300)
    page.button.setFocus()
    before = page.place()
    page.below.hide()
    qtbot.waitUntil(lambda: page.bar.value() < 300)
    page.below.show()
    qtbot.waitUntil(lambda: page.place() == before)


def test_at_the_top_what_comes_up_can_be_read(qtbot, page):
    page.button.setFocus()
    page.bar.setValue(0)
    page.above[0].setMinimumHeight(300)
    qtbot.waitUntil(lambda: page.above[0].height() == 300)
    assert page.bar.value() == 0


def test_who_scrolls_chooses_another_place(qtbot, page):
    page.bar.setValue(200)
    page.button.setFocus()
    page.bar.setValue(150)
    after = page.place()
    page.above[2].setMinimumHeight(200)
    qtbot.waitUntil(lambda: page.above[2].height() == 200)
    qtbot.waitUntil(lambda: page.place() == after)
    page.button.clearFocus()
    page.above[2].setMinimumHeight(260)
    qtbot.waitUntil(lambda: page.above[2].height() == 260)
    assert page.bar.value() != 0
    assert page.button.focusPolicy() & Qt.FocusPolicy.TabFocus
