"""Paste a line of the tenant's log or an answer of Vonage and read what it means; works without a network."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.panels.troubleshoot.finding_card import FindingCard
from textfactor.ui.panels.troubleshoot.reading import Recognised, from_test, recognise
from textfactor.ui.widgets.announce import announce
from textfactor.ui.widgets.empty_state import EmptyState
from textfactor.ui.widgets.labels import TextLabel
from textfactor.ui.widgets.text_area import TextArea

_PAUSE = 250
"""Milliseconds after the last key before the text is read."""


class TroubleshootPanel(QWidget):
    """What the person has at the left, what it means at the right."""

    def __init__(self, tools: PanelTools) -> None:
        super().__init__()
        self._tools = tools
        self._field = TextArea(
            self.tr("What do you have?"),
            self.tr("A line of the tenant's log, the error in its Raw tab, or Vonage's answer."),
            name="pasted",
            lines=0,
        )
        self._field.set_mono()
        self._field.set_prominent()
        self._heading = TextLabel("", "section")
        self._cards = QVBoxLayout()
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(12)
        self._shown: list[QWidget] = []
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._read)
        self._field.changed.connect(self._timer.start)
        tools.world.changed.connect(self._read_the_test)
        self._lay_out()
        self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the last test message, which is what one comes from, as long as nothing is pasted."""
        super().showEvent(event)
        self._read_the_test()

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.MARGIN, 26, theme.MARGIN, 24)
        outer.setSpacing(theme.GROUP)
        outer.addWidget(TextLabel(self.tr("Troubleshoot"), "title"))
        columns = QHBoxLayout()
        columns.setSpacing(28)
        columns.addLayout(self._left(), 4)
        columns.addLayout(self._right(), 5)
        outer.addLayout(columns, 1)

    def _left(self) -> QVBoxLayout:
        paste = QPushButton(self.tr("Paste"))
        paste.setObjectName("paste")
        paste.clicked.connect(self._paste)
        clear = QPushButton(self.tr("Clear"))
        clear.setObjectName("clear")
        clear.clicked.connect(self._clear)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.RELATED)
        buttons.addWidget(paste)
        buttons.addWidget(clear)
        buttons.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(theme.RELATED + 2)
        left.addWidget(self._field, 1)
        left.addLayout(buttons)
        return left

    def _right(self) -> QVBoxLayout:
        inside = QWidget()
        inside.setProperty("role", "clear")
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(0, 0, theme.RELATED, 0)
        stack.addLayout(self._cards)
        stack.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setProperty("role", "reading")
        area.setAccessibleName(self.tr("Diagnoses"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        right = QVBoxLayout()
        right.setSpacing(theme.RELATED)
        right.addWidget(self._heading)
        right.addWidget(area, 1)
        return right

    def show_text(self, text: str) -> None:
        """Put a text into the field and read it."""
        self._field.set_text(text)
        self._read()

    def _paste(self) -> None:
        self.show_text(QGuiApplication.clipboard().text())

    def _clear(self) -> None:
        self.show_text("")
        self._field.focus()

    def _read(self) -> None:
        for widget in self._shown:
            self._cards.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        typed = self._field.text()
        found = recognise(typed) if typed.strip() else self._of_the_test()
        self._shown = [FindingCard(one) for one in found] or [self._nothing()]
        for widget in self._shown:
            self._cards.addWidget(widget)
            widget.show()
        if not found:
            self._heading.setText(self.tr("What it means"))
        elif not typed.strip():
            self._heading.setText(self.tr("The last test message"))
        elif len(found) == 1:
            self._heading.setText(self.tr("One diagnosis"))
        else:
            self._heading.setText(fill(self.tr("{n} diagnoses, most likely first"), n=len(found)))
        if found:
            announce(self, f"{self._heading.text()}. {tr_text(found[0].told.title)}")

    def _read_the_test(self) -> None:
        if not self._field.text().strip():
            self._read()

    def _of_the_test(self) -> tuple[Recognised, ...]:
        last = self._tools.world.last_send
        return () if last is None else (from_test(last),)

    def _nothing(self) -> EmptyState:
        if not self._field.text().strip():
            return EmptyState(
                self.tr("Nothing to read yet"),
                self.tr(
                    "Paste a failed entry of Auth0's log or an answer of Vonage. Nothing of it leaves this "
                    "machine."
                ),
            )
        return EmptyState(
            self.tr("Nothing in it is known here"),
            self.tr(
                "This panel is small: it knows Vonage's statuses and a few errors of Auth0 and of the network. "
                "That it finds nothing does not mean that nothing is wrong. Look for “vonage status”, "
                "“errorCode” or “status” in the entry's Raw tab."
            ),
        )
