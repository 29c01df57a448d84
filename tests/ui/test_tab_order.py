"""Tab goes as one reads, and no two neighbours are called the same."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from tests.ui.fitting import visible
from tests.ui.test_keys_and_names import page_shown, panel_shown

from textfactor.flow.flow import PageId
from textfactor.ui.panels.panel_table import PANELS
from textfactor.ui.widgets.tab_order import stops_in


def as_laid_out(root: QWidget) -> list[QWidget]:
    return [widget for widget in stops_in(root) if widget.isVisible() and widget.isEnabled()]


def as_tab_goes(root: QWidget, wanted: list[QWidget]) -> list[QWidget]:
    found: list[QWidget] = []
    widget = root.nextInFocusChain()
    while widget is not None and widget is not root:
        if widget in wanted:
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def spoken(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return (widget.accessibleName() or text).replace("&", "")


def check(root: QWidget) -> None:
    stops = as_laid_out(root)
    assert [spoken(one) for one in as_tab_goes(root, stops)] == [spoken(one) for one in stops]
    names = [spoken(one) for one in stops]
    assert {name for name in names if names.count(name) > 1} == set()
    assert set(stops) <= set(visible(root))


@pytest.mark.parametrize("page", list(PageId))
def test_a_page_is_walked_as_it_is_read(qtbot, quick_signs, page):
    with page_shown(qtbot, page) as stage:
        stage.until(lambda: stage.page.isVisible())
        check(stage.page)


@pytest.mark.parametrize("key", ["setup", *PANELS])
def test_a_panel_is_walked_as_it_is_read(qtbot, tmp_path, key):
    with panel_shown(qtbot, tmp_path, key) as main:
        check(main.shown())
