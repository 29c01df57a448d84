"""A text area for one message: variables to insert, and texts to start from."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.messages import fill
from textfactor.ui.widgets.text_area import TextArea

_VARIABLES = ("code", "friendly_name")


class TemplateEditor(TextArea):
    """Emits `changed` when a variable was inserted or another text put in, as when it is typed."""

    def __init__(self, label: str, *, name: str, parent: QWidget | None = None) -> None:
        self._tools = QHBoxLayout()
        super().__init__(label, name=name, lines=3, parent=parent)
        self._name = name
        for variable in _VARIABLES:
            button = QPushButton(f"+ {variable}")
            button.setObjectName(f"{name}_{variable}")
            button.setProperty("role", "small")
            button.setAccessibleName(
                fill(self.tr("Insert {variable} into: {label}"), variable=variable, label=label)
            )
            button.clicked.connect(partial(self.insert, variable))
            self._tools.addWidget(button)
        self._menu = QMenu(self)
        self._start = QPushButton(self.tr("Start from"))
        self._start.setObjectName(f"{name}_start")
        self._start.setProperty("role", "small")
        self._start.setAccessibleDescription(label)
        self._start.setMenu(self._menu)
        self._tools.addStretch(1)
        self._tools.addWidget(self._start)

    def _add_field(self, layout: QVBoxLayout) -> None:
        super()._add_field(layout)
        self._tools.setSpacing(theme.RELATED)
        layout.addLayout(self._tools)

    def offer(self, name: str, label: str, text: Callable[[], str]) -> QAction:
        """Add a text to start from; `text` is asked when it is chosen."""
        action = QAction(label, self)
        action.setObjectName(f"{self._name}_{name}")
        action.triggered.connect(partial(self._take, text))
        self._menu.addAction(action)
        return action

    def insert(self, variable: str, _checked: bool = False) -> None:
        """Put a variable where the cursor is."""
        if isinstance(self.field, QPlainTextEdit):
            self.field.insertPlainText("{{ " + variable + " }}")
        self.focus()

    def _take(self, text: Callable[[], str], _checked: bool = False) -> None:
        if isinstance(self.field, QPlainTextEdit) and text() != self.text():
            # Not setPlainText: the former text can be had back with Undo.
            self.field.selectAll()
            self.field.insertPlainText(text())
        self.focus()
