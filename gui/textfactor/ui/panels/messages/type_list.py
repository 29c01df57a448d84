"""Which message is edited: a path, and below it the messages of that path."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from textfactor.domain.answers import TenantPath
from textfactor.domain.templates import TYPES, TemplateType, login_type
from textfactor.ui import theme
from textfactor.ui.messages import tr_text
from textfactor.ui.widgets.flow import Flow
from textfactor.ui.widgets.labelled_choice import LabelledChoice
from textfactor.words.templates import type_meaning, type_name

WIDTH = 152
_AROUND = 30
"""What the style sheet puts around an entry's text: padding and border."""


class TypeList(QWidget):
    """`chosen(TemplateType)` is emitted when the person picks another message."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = TemplateType.OTP_VERIFY
        self._path = LabelledChoice(self.tr("Path"), name="lab_path")
        self._path.add(TenantPath.UNIFIED.value, self.tr("Unified"))
        self._path.add(TenantPath.LEGACY.value, self.tr("Legacy"))
        self._path.chosen.connect(self._path_chosen)
        self._buttons: dict[TemplateType, QPushButton] = {}
        self._group = QButtonGroup(self)
        entries = QWidget()
        entries.setProperty("role", "clear")
        entries.setAccessibleName(self.tr("Messages of this path"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        entries.setSizePolicy(policy)
        flow = Flow(entries)
        for kind in TemplateType:
            flow.addWidget(self._button(kind))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        layout.addWidget(self._path)
        layout.addWidget(entries)
        layout.addStretch(1)
        self.show_kind(self._current)

    def kind(self) -> TemplateType:
        """The message that is current."""
        return self._current

    def show_kind(self, kind: TemplateType) -> None:
        """Make a message current without telling anyone, and list those of its path."""
        self._current = kind
        self._path.set_value(kind.path.value)
        for one, button in self._buttons.items():
            button.setVisible(one.path is kind.path)
        self._buttons[kind].setChecked(True)

    def set_narrow(self, *, yes: bool) -> None:
        """Stand beside each other, where the list is above the editor, or each on a line of its own."""
        for button in self._buttons.values():
            button.setMinimumWidth(_bold_width(button) if yes else WIDTH)
        self.setMaximumWidth(theme.CONTENT_WIDTH if yes else WIDTH)

    def _button(self, kind: TemplateType) -> QPushButton:
        button = self._buttons[kind] = QPushButton(tr_text(type_name(kind)))
        button.setObjectName(f"lab_{kind.value}")
        button.setProperty("role", "nav")
        button.setCheckable(True)
        button.setAccessibleDescription(tr_text(type_meaning(kind)))
        button.clicked.connect(lambda: self._picked(kind))
        self._group.addButton(button)
        return button

    def _picked(self, kind: TemplateType) -> None:
        if kind is not self._current:
            self._current = kind
            self.chosen.emit(kind)

    def _path_chosen(self, value: str) -> None:
        """Go to the other path's message of the same use, else to that of a login."""
        path = TenantPath(value)
        place = TYPES[self._current.path].index(self._current)
        kinds = TYPES[path]
        kind = kinds[place] if place < len(kinds) else login_type(path)
        self.show_kind(kind)
        self.chosen.emit(kind)


def _bold_width(button: QPushButton) -> int:
    """Leave room for the bold letters of the current entry, so that nothing moves when it changes."""
    font = QFont(button.font())
    font.setBold(True)
    return QFontMetrics(font).horizontalAdvance(button.text()) + _AROUND
