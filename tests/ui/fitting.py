"""Finds text that is cut off, and text that nobody translated."""

import re

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from textfactor.ui.widgets.choice_cards import ChoiceCard
from textfactor.ui.widgets.elided_label import ElidedLabel
from textfactor.ui.widgets.link_button import LinkButton

OPENING, CLOSING = "⟦", "⟧"
"""What marks a translated text, see `pseudo.py`."""
_WORD = re.compile(r"[^\W\d_]{3,}")
"""What has no word of three letters is a sign, a number or a unit."""
_PIECE = re.compile(f"{OPENING}[^{OPENING}{CLOSING}]*{CLOSING}")
_DATA_ROLES = {"mono", "evidence", "bubble"}


def visible(root: QWidget) -> list[QWidget]:
    return [widget for widget in root.findChildren(QWidget) if widget.isVisibleTo(root)]


def say(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.objectName()} “{text or widget.accessibleName()}”"


# ---------------------------------------------------------------- cut off


def clipped(root: QWidget) -> list[str]:
    """Every label and button with less room than its text takes, or out of its parent's sight."""
    found: list[str] = []
    for widget in visible(root):
        why = ""
        if isinstance(widget, ElidedLabel):
            continue
        if isinstance(widget, QLabel) and widget.text():
            why = label_trouble(widget)
        elif isinstance(widget, ChoiceCard):
            why = "too low" if widget.heightForWidth(widget.width()) > widget.height() else ""
        elif isinstance(widget, QAbstractButton) and widget.text():
            why = button_trouble(widget)
        if why or (isinstance(widget, QLabel | QAbstractButton) and (why := outside(widget, root))):
            found.append(f"{why}: {say(widget)}")
    return found


def label_trouble(label: QLabel) -> str:
    if not label.wordWrap():
        return "too narrow" if label.sizeHint().width() > label.width() else ""
    if label.heightForWidth(label.width()) > label.height():
        return f"too low ({label.heightForWidth(label.width())} > {label.height()})"
    room = label.contentsRect().width()
    longest = max(label.text().split() or [""], key=label.fontMetrics().horizontalAdvance)
    return "a word is too wide" if label.fontMetrics().horizontalAdvance(longest) > room else ""


def button_trouble(button: QAbstractButton) -> str:
    hint = button.sizeHint()
    return "too narrow" if hint.width() > button.width() or hint.height() > button.height() else ""


def outside(widget: QWidget, root: QWidget) -> str:
    """Whether it reaches out of something that holds it; a scroll area shows the rest when it is asked to."""
    parent = widget.parentWidget()
    while parent is not None and parent is not root:
        if isinstance(parent.parentWidget(), QScrollArea):
            area = QRect(0, 0, parent.width(), 1 << 20)
            inside = QRect(widget.mapTo(parent, QPoint(0, 0)), widget.size())
            return "" if area.contains(QRect(inside.x(), 0, inside.width(), 1)) else "beside the page"
        if not parent.rect().contains(QRect(widget.mapTo(parent, QPoint(0, 0)), widget.size())):
            return f"reaches out of {type(parent).__name__} {parent.objectName()}"
        parent = parent.parentWidget()
    return ""


# ---------------------------------------------------------------- not translated


def untranslated(root: QWidget, data: tuple[str, ...] = ()) -> list[str]:
    """Every text without brackets that is not data: a number, code, a name, or one of `data`."""
    known = {"Textfactor", "Vonage", "Auth0", *data}
    found: list[str] = []
    for widget in visible(root):
        # A bubble's text is in a label of its own.
        roles = {
            str(one.property("role") or "") for one in (widget, widget.parentWidget()) if one is not None
        }
        if roles & _DATA_ROLES or isinstance(widget, ElidedLabel):
            continue
        for text in texts(widget):
            if not _WORD.search(bare(text)) or any(text == name for name in known):
                continue
            found.append(f"{type(widget).__name__} {widget.objectName()} “{text}”")
    return found


def bare(text: str) -> str:
    """What is left of a text without its bracketed pieces."""
    less = _PIECE.sub("", text)
    return text if less == text else bare(less)


def texts(widget: QWidget) -> list[str]:
    found = [widget.accessibleName()]
    if not isinstance(widget, LinkButton):  # it tells its address there
        found += [widget.accessibleDescription(), widget.toolTip()]
    if isinstance(widget, QLabel | QAbstractButton):
        found.append(widget.text())
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        found.append(widget.placeholderText())
    return [text for text in found if text]


# ---------------------------------------------------------------- reached by keys


def stops(root: QWidget) -> list[QWidget]:
    """Whatever Tab shall reach. Of exclusive buttons that is the chosen one; arrow keys lead on from there."""
    return [
        widget
        for widget in visible(root)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not passed_over(widget)
    ]


def passed_over(widget: QWidget) -> bool:
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and group.checkedButton() is not widget


def nameless(root: QWidget) -> list[str]:
    """Whatever takes keys and has no name for a screen reader."""
    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in visible(root)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()
    ]
