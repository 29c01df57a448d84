"""A text area for one message: marks in it, variables to insert, and texts to start from."""

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, Signal
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from textfactor.domain.answers import TenantPath
from textfactor.domain.templates import LIMIT, LintKind, LintNote, Place
from textfactor.services.messages.variables import names
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.widgets.flow import Flow
from textfactor.ui.widgets.template_marks import TemplateMarks, marks_of
from textfactor.ui.widgets.text_area import TextArea
from textfactor.words.templates import explain_note

_TENANT = {TenantPath.UNIFIED: "friendly_name", TenantPath.LEGACY: "tenant.friendly_name"}


def _units(text: str) -> int:
    """Count as Qt does: a character beyond 16 bits counts twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class _Field(QPlainTextEdit):
    """Takes no paste that no template can be: laying out a megabyte would stop the window. `refused(int)` tells."""

    refused = Signal(int)

    def insertFromMimeData(self, source: QMimeData) -> None:
        size = len(source.text())
        if size > LIMIT:
            self.refused.emit(size)
        else:
            super().insertFromMimeData(source)


class TemplateEditor(TextArea):
    """Emits `changed` when a variable was inserted or another text put in, as when it is typed."""

    def __init__(self, label: str, *, name: str, lines: int = 3, parent: QWidget | None = None) -> None:
        self._name = name
        self._seen = ""
        self._path = TenantPath.UNIFIED
        self._tools = QWidget()
        self._tools.setProperty("role", "clear")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._tools.setSizePolicy(policy)
        self._row = Flow(self._tools)
        super().__init__(label, name=name, lines=lines, parent=parent)
        self._marks = TemplateMarks(self._edit().document())
        self._code = self._button("code", "+ code")
        self._tenant = self._button("friendly_name", "+ friendly_name")
        self._variables, self._more = self._menu("variables", self.tr("Insert"))
        self._variables.aboutToShow.connect(self._fill_variables)
        self._texts, self._start = self._menu("start", self.tr("Start from"))
        self._code.clicked.connect(partial(self.insert, "code"))
        self._tenant.clicked.connect(self._insert_tenant)
        self.set_path(TenantPath.UNIFIED)

    # ------------------------------------------------------------ for its owner

    def set_path(self, path: TenantPath) -> None:
        """Offer the variables of a path."""
        self._path = path
        self._tenant.setText(f"+ {_TENANT[path]}")
        for button, variable in ((self._code, "code"), (self._tenant, _TENANT[path])):
            told = fill(
                self.tr("Insert {variable} into: {label}"),
                variable=variable,
                label=self.field.accessibleName(),
            )
            button.setAccessibleName(told)

    def set_has_code(self, *, yes: bool) -> None:
        """Whether this message has a code to insert."""
        self._code.setVisible(yes)

    def offer(self, name: str, label: str, text: Callable[[], str]) -> QAction:
        """Add a text to start from; `text` is asked when it is chosen."""
        action = QAction(label, self)
        action.setObjectName(f"{self._name}_{name}")
        action.triggered.connect(partial(self._take, text))
        self._texts.addAction(action)
        return action

    def add_tool(self, name: str, title: str) -> QPushButton:
        """Add a button to those below the text."""
        button = self._button(name, title)
        button.setAccessibleDescription(self._label.text())
        return button

    def insert(self, variable: str, _checked: bool = False) -> None:
        """Put a variable where the cursor is."""
        self._edit().insertPlainText("{{ " + variable + " }}")
        self.focus()

    def put(self, text: str) -> None:
        """Replace the text as a person would: it can be had back with Undo, and `changed` tells."""
        if text != self.text():
            self._edit().selectAll()
            self._edit().insertPlainText(text)

    def mark(self, notes: tuple[LintNote, ...]) -> None:
        """Mark Liquid, and the places of these notes."""
        with QSignalBlocker(self.field):  # new looks count as a change to Qt
            self._marks.set_marks(marks_of(self.text(), notes))

    def select(self, place: Place) -> None:
        """Show a place of the text and let the next key replace it."""
        text = self.text()
        cursor = self._edit().textCursor()
        cursor.setPosition(_units(text[: place.start]))
        cursor.setPosition(_units(text[: place.end]), QTextCursor.MoveMode.KeepAnchor)
        self._edit().setTextCursor(cursor)
        self.focus()

    def set_text(self, text: str) -> None:
        """See the base class."""
        super().set_text(text)
        self._seen = self.text()

    def set_label(self, label: str) -> None:
        """Name another message."""
        self._label.setText(label)
        self.field.setAccessibleName(fill(self.tr("Text of the message: {label}"), label=label))
        for button in (self._start, self._more):
            button.setAccessibleName(f"{button.text()}: {label}")
        self.set_path(self._path)

    # ------------------------------------------------------------ inside

    def _fill_variables(self) -> None:
        """Fill the menu when it is about to open: some paths have forty variables."""
        self._variables.clear()
        menus: dict[str, QMenu] = {}
        for variable in names(self._path):
            root, dot, _rest = variable.partition(".")
            if dot and root not in menus:
                menus[root] = self._variables.addMenu(root)
            menu = menus[root] if dot else self._variables
            menu.addAction(variable).triggered.connect(partial(self.insert, variable))

    def _make_field(self) -> QPlainTextEdit:
        field = _Field()
        field.setTabChangesFocus(True)
        field.textChanged.connect(self._edited)
        field.refused.connect(self._refuse)
        field.setFixedHeight(self._lines * 19 + 20)
        return field

    def _add_field(self, layout: QVBoxLayout) -> None:
        super()._add_field(layout)
        layout.addWidget(self._tools)

    def _edited(self) -> None:
        text = self.text()
        if text != self._seen:  # also new colours count as a change to Qt
            self._seen = text
            super()._edited()

    def _refuse(self, size: int) -> None:
        self.set_error(tr_text(explain_note(LintNote(LintKind.TOO_LONG, f"{size:,}"))))

    def _edit(self) -> QPlainTextEdit:
        return cast("QPlainTextEdit", self.field)

    def _insert_tenant(self) -> None:
        self.insert(_TENANT[self._path])

    def _take(self, text: Callable[[], str], _checked: bool = False) -> None:
        self.put(text())
        self.focus()

    def _button(self, name: str, title: str) -> QPushButton:
        button = QPushButton(title)
        button.setObjectName(f"{self._name}_{name}")
        button.setProperty("role", "small")
        self._row.addWidget(button)
        return button

    def _menu(self, name: str, title: str) -> tuple[QMenu, QPushButton]:
        button = self._button(name, title)
        button.setAccessibleName(f"{title}: {self._label.text()}")
        menu = QMenu(self)
        button.setMenu(menu)
        return menu, button

    def changeEvent(self, event: QEvent) -> None:
        """Take the new theme's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            with QSignalBlocker(self.field):
                self._marks.rehighlight()
