"""Where Tab goes: widgets that are made late stand at the end of Qt's order, wherever they are to be seen."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

if TYPE_CHECKING:  # loaded with the first row that is made late
    from collections.abc import Iterable, Iterator

    from PySide6.QtWidgets import QLayout


def stops_in(root: QWidget) -> tuple[QWidget, ...]:
    """List what takes keys in a widget, hidden or not, in the order of its layouts: left to right, top to bottom."""
    return tuple(_stops(root))


def follow_place(place: QWidget, stops: Iterable[QWidget]) -> None:
    """Let Tab come to these widgets where `place` stands: behind what takes keys before it."""
    before = _stop_before(place)
    if before is not None:
        for one, following in pairwise((before, *stops)):
            QWidget.setTabOrder(one, following)


def _stop_before(place: QWidget) -> QWidget | None:
    """Find the last thing that takes keys before a place, in its own layout or in one around it."""
    from PySide6.QtCore import Qt  # see labels

    widget, parent = place, place.parentWidget()
    while parent is not None:
        layout = parent.layout()
        if layout is not None and not isinstance(parent, QStackedWidget):
            beside = list(_widgets(layout))
            earlier = beside[: beside.index(widget)] if widget in beside else []
            for one in reversed(earlier):
                if (stop := _last_stop(one)) is not None:
                    return stop
        if parent.focusPolicy() != Qt.FocusPolicy.NoFocus:
            return parent  # a page, on which the keyboard rests before it comes to its first control
        widget, parent = parent, parent.parentWidget()
    return None


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if _takes_keys(widget):
        yield widget
    for child in _inside(widget):
        yield from _stops(child)


def _last_stop(widget: QWidget) -> QWidget | None:
    """Find the last of `stops_in`, without a look at all that stands before it: a page has hundreds of widgets."""
    for child in reversed(list(_inside(widget))):
        if (stop := _last_stop(child)) is not None:
            return stop
    return widget if _takes_keys(widget) else None


def _takes_keys(widget: QWidget) -> bool:
    from PySide6.QtCore import Qt  # see labels

    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _inside(widget: QWidget) -> Iterable[QWidget]:
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        return (inside,) if inside is not None else ()
    layout = widget.layout()
    return _widgets(layout) if layout is not None else ()


def _widgets(layout: QLayout) -> Iterator[QWidget]:
    """List the widgets of a layout and of the layouts in it, in their order."""
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _widgets(inner)
