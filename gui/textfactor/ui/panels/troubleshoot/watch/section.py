"""The two views beside each other: logins as they happen, and what the tenant's log kept of earlier ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.panels.troubleshoot.watch.archive_section import ArchiveSection
from textfactor.ui.panels.troubleshoot.watch.login_watch import LoginWatch

if TYPE_CHECKING:
    from textfactor.ui.panels.tools import PanelTools


class WatchSection(QWidget):
    """Emits `left` when one wants back, `diagnose_wanted(str)` with what shall be read."""

    left = Signal()
    diagnose_wanted = Signal(str)

    def __init__(self, tools: PanelTools) -> None:
        super().__init__()
        self.watch = LoginWatch(tools)
        self.archive = ArchiveSection(tools)
        self.tabs = QTabBar()
        self._stack = QStackedWidget()
        self._back = QPushButton(self.tr("Another input"))
        self._back.setObjectName("watch_leave")
        self._back.setToolTip(QKeySequence("Esc").toString(QKeySequence.SequenceFormat.NativeText))
        shortcut = QShortcut(QKeySequence("Esc"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._back.click)
        self._back.clicked.connect(self.left)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        for view in (self.watch, self.archive):
            view.diagnose_wanted.connect(self.diagnose_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        self.tabs.setObjectName("watch_tabs")
        self.tabs.setAccessibleName(self.tr("Logins and the archive"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for title, view in ((self.tr("Watch a login"), self.watch), (self.tr("Archive"), self.archive)):
            self._stack.addWidget(view)
            self.tabs.addTab(title)
        head = QHBoxLayout()
        head.setSpacing(theme.RELATED)
        head.addWidget(self.tabs, 1)
        head.addWidget(self._back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)


def watch_section(tools: PanelTools) -> WatchSection:
    """Make the section for a panel."""
    return WatchSection(tools)
