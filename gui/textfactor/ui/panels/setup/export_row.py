"""The finished state as files for other tools; nothing is written to the tenant."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from textfactor.services.setup.export.kinds import ExportKind
from textfactor.ui import theme
from textfactor.ui.messages import fill
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.wizard.pages.export_box import ExportBox, exporting
from textfactor.ui.work import Work


class ExportRow(QWidget):
    """The buttons, and below them what came of it. The call runs in the panel's `work`."""

    def __init__(self, tools: PanelTools, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._tools = tools
        self._work = work
        self._into = (ExportKind.DEPLOY_CLI, "")
        self._box = ExportBox()
        self.told = Callout()
        self.told.setObjectName("export_told")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        layout.addWidget(self._box)
        layout.addWidget(self.told)
        self._box.wanted.connect(self._start)

    def set_usable(self, *, yes: bool) -> None:
        """Take presses, or none while something is under way."""
        for kind in ExportKind:
            button = self._box.button(kind)
            if not button.busy:
                button.set_usable(yes=yes)

    def _start(self, kind: ExportKind, folder: str, *, force: bool = False) -> None:
        workspace = self._tools.world.workspace
        if workspace is None:
            return
        self._into = (kind, folder)
        self.told.clear()
        call = exporting(workspace, self._tools.services, self._tools.answers(), self._into, force=force)
        self._work.run(call, partial(self._written, folder), button=self._box.button(kind))

    def _written(self, folder: str, files: int | None) -> None:
        """Say what there is now; None where the folder was in use."""
        if files is None:
            title = fill(self.tr("{folder} has files in it already"), folder=folder)
            self.told.show_message("warning", title, self.tr("Nothing was written. Choose an empty one."))
            self.told.add_action(self.tr("Write into it anyway"), self._force, name="export_anyway")
            return
        title = fill(self.tr("%n files are in {folder}", "", files), folder=folder)
        body = self.tr("README.txt there says what to fill in and what to run. No secret is in them.")
        self.told.show_message("ok", title, body)

    def _force(self) -> None:
        self._start(*self._into, force=True)
