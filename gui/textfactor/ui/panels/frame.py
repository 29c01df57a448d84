"""The frame of a panel: the same column as a wizard page, and the same way to work."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from textfactor.domain.problems import Problem
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.telling import show_problem
from textfactor.ui.wizard.page_body import PageBody
from textfactor.ui.work import Work


class Panel(QWidget):
    """Base of the panels: `body` for widgets, `callout` at its end, `work` for calls."""

    def __init__(self, tools: PanelTools) -> None:
        super().__init__()
        self.tools = tools
        self._frame = PageBody(self)
        self.body = self._frame.body
        self.callout = self._frame.callout
        self.work = Work(tools.jobs, self)
        self.work.failed.connect(self.show_problem)
        self.work.stopped.connect(self.callout.clear)
        tools.world.changed.connect(self.refresh)

    def set_head(self, title: str, lead: str = "") -> None:
        """Name the panel and say in one sentence what it is for."""
        self._frame.header.set_title(title)
        self._frame.header.set_lead(lead)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses the button that has the keyboard, as Space does; held down it does so once."""
        focused = self.window().focusWidget()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not isinstance(focused, QPushButton):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            focused.click()

    def refresh(self) -> None:
        """Another world was opened."""

    def set_aside(self, widget: QWidget) -> None:
        """Add a second column."""
        self._frame.set_aside(widget)

    def fill(self) -> None:
        """Let the body have the height that is left."""
        self._frame.fill()

    def show_problem(self, problem: Problem) -> None:
        """Say what happened, what it means and what to do."""
        show_problem(self.callout, problem)
        self.reveal(self.callout)

    def reveal(self, widget: QWidget) -> None:
        """Scroll to a widget once it has its place."""
        self._frame.reveal(widget)
