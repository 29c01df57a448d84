"""What holds for each of the first five pages: names for screen readers, and room in the smallest window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollArea, QWidget
from tests.ui.pages.stage import CHECKED, on_stage, world

from textfactor.domain.answers import Answers, TenantPath
from textfactor.domain.sending import SendOutcome, SendResult
from textfactor.flow.flow import PageId
from textfactor.ui import theme

PAGES = (PageId.WELCOME, PageId.VONAGE, PageId.TEST, PageId.TENANT, PageId.MESSAGES)


@pytest.fixture(params=PAGES)
def stage(request, qtbot, quick_signs):
    answers = (
        Answers() if request.param is PageId.WELCOME else replace(CHECKED, tenant_path=TenantPath.UNIFIED)
    )
    with on_stage(qtbot, request.param, answers, world()) as made:
        if request.param is PageId.WELCOME:
            made.click("world_own")
            made.click("advanced")
        if request.param is PageId.TENANT:
            made.click("scopes")
        if request.param is PageId.TEST:
            made.page._show_result(SendResult(SendOutcome.UNKNOWN))
        yield made


def test_whatever_takes_keys_has_a_name(stage):
    nameless = []
    for widget in stage.page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            interface = QAccessible.queryAccessibleInterface(widget)
            if not interface.text(QAccessible.Text.Name):
                nameless.append(f"{type(widget).__name__} {widget.objectName()}")
    assert nameless == []


def test_nothing_is_wider_than_the_smallest_window(stage):
    width, height = theme.WINDOW_MINIMUM
    stage.shell.resize(width - theme.SIDE_WIDTH, height)
    area = stage.page.findChild(QScrollArea)
    stage.until(lambda: area.width() == width - theme.SIDE_WIDTH)
    assert area.horizontalScrollBar().maximum() == 0


def test_the_heading_and_the_lead_say_what_happens(stage):
    assert stage.page.heading()
    assert stage.page.lead(stage.answers)
    assert stage.page.next_label(stage.answers)
