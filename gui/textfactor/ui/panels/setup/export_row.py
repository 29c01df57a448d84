"""The finished state as files for other tools; nothing is written to the tenant."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from textfactor.domain.answers import Answers
from textfactor.services.container import Services, Workspace
from textfactor.services.context import Call, CallContext
from textfactor.services.keys import tenant_key
from textfactor.services.setup.export.exporting import Export, make_export
from textfactor.services.setup.export.kinds import ExportKind
from textfactor.ui import theme
from textfactor.ui.messages import fill
from textfactor.ui.widgets.busy_button import BusyButton
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.labels import ShortLabel, TextLabel


class ExportRow(QWidget):
    """`wanted(ExportKind, folder)` is emitted when a folder was chosen."""

    wanted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._kind = ExportKind.DEPLOY_CLI
        self._dialog: QFileDialog | None = None
        self.told = Callout()
        self.told.setObjectName("export_told")
        self.buttons = {
            ExportKind.DEPLOY_CLI: BusyButton(
                self.tr("For auth0-deploy-cli…"), name="export_deploy_cli", primary=False
            ),
            ExportKind.TERRAFORM: BusyButton(
                self.tr("For Terraform…"), name="export_terraform", primary=False
            ),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        layout.addWidget(ShortLabel(self.tr("Export the finished state"), "section"))
        layout.addWidget(
            TextLabel(
                self.tr("Reads the tenant and writes files into an empty folder; secrets are placeholders."),
                "hint",
            )
        )
        for kind, button in self.buttons.items():
            button.clicked.connect(partial(self._ask, kind))
            layout.addWidget(button)
        layout.addWidget(self.told)

    def set_usable(self, *, yes: bool) -> None:
        """Take presses, or none while something is under way."""
        for button in self.buttons.values():
            if not button.busy:
                button.set_usable(yes=yes)

    def _ask(self, kind: ExportKind) -> None:
        """Ask for a folder; the dialog is not waited for."""
        self._kind = kind
        self._dialog = QFileDialog(self, self.tr("Choose an empty folder"))
        self._dialog.setObjectName("export_folder")
        self._dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._dialog.fileSelected.connect(self._chosen)
        self._dialog.open()

    def _chosen(self, folder: str) -> None:
        self.told.clear()
        self.wanted.emit(self._kind, folder)

    def show_written(self, names: tuple[str, ...] | None, folder: str) -> None:
        """Say which files there are now; None where the folder was in use."""
        if names is None:
            told = self.tr("Nothing was written. Choose an empty folder, or a new one.")
            self.told.show_message("warning", self.tr("The folder has files in it already"), told)
            return
        title = self.tr("%n files were written", "", len(names))
        body = self.tr("They are in {folder}. README.txt there says what to fill in and what to run.")
        self.told.show_message("ok", title, fill(body, folder=folder), evidence="\n".join(names))


def writing_export(
    workspace: Workspace, services: Services, answers: Answers, kind: ExportKind, folder: str
) -> Call[tuple[str, ...] | None]:
    """Make a call that writes the files and names them; None where the folder has files in it."""

    def write(ctx: CallContext) -> tuple[str, ...] | None:
        if not services.folders.is_free(folder):
            return None
        tenant = workspace.tenant(tenant_key(workspace, answers))
        return make_export(services, tenant, Export(kind, folder, answers), ctx)

    return write
