"""The finished setup as configuration for other tools: two buttons, and the question for a folder."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from textfactor.domain.answers import Answers
from textfactor.services.container import Services, Workspace
from textfactor.services.context import Call, CallContext
from textfactor.services.keys import tenant_key
from textfactor.services.setup.export.kinds import ExportKind
from textfactor.ui import theme
from textfactor.ui.widgets.busy_button import BusyButton
from textfactor.ui.widgets.labels import TextLabel


class ExportBox(QWidget):
    """`wanted(ExportKind, str)` is emitted when a folder was chosen for one of the tools."""

    wanted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = ExportKind.DEPLOY_CLI
        self._dialog: QFileDialog | None = None
        self._buttons = {
            ExportKind.DEPLOY_CLI: BusyButton(
                self.tr("Export for auth0-deploy-cli…"), name="export_deploy_cli", primary=False
            ),
            ExportKind.TERRAFORM: BusyButton(
                self.tr("Export as Terraform…"), name="export_terraform", primary=False
            ),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.RELATED)
        layout.addWidget(TextLabel(self.tr("As configuration"), "section"))
        meaning = self.tr("For other tenants, or to keep under version control. Secrets are placeholders.")
        layout.addWidget(TextLabel(meaning, "hint"))
        for button in self._buttons.values():
            layout.addWidget(button)
        self._buttons[ExportKind.DEPLOY_CLI].clicked.connect(self._ask_deploy_cli)
        self._buttons[ExportKind.TERRAFORM].clicked.connect(self._ask_terraform)

    def button(self, kind: ExportKind) -> BusyButton:
        """Return the button of a tool, which shows that the export runs."""
        return self._buttons[kind]

    # ------------------------------------------------------------ inside

    def _ask_deploy_cli(self) -> None:
        self._ask(ExportKind.DEPLOY_CLI)

    def _ask_terraform(self) -> None:
        self._ask(ExportKind.TERRAFORM)

    def _ask(self, kind: ExportKind) -> None:
        """Ask for a folder; the dialog's `open` returns at once."""
        self._kind = kind
        self._dialog = QFileDialog(self, self.tr("Choose an empty folder"))
        self._dialog.setObjectName("export_folder")
        self._dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._dialog.fileSelected.connect(self._chosen)
        self._dialog.open()

    def _chosen(self, folder: str) -> None:
        self.wanted.emit(self._kind, folder)


def exporting(
    workspace: Workspace, services: Services, answers: Answers, into: tuple[ExportKind, str], *, force: bool
) -> Call[int | None]:
    """Make a call that writes the files and counts them; None where the folder is in use and force is not wanted."""

    def export(ctx: CallContext) -> int | None:
        from textfactor.services.setup.export.exporting import Export, make_export

        kind, folder = into
        if not force and not services.folders.is_free(folder):
            return None
        tenant = workspace.tenant(tenant_key(workspace, answers))
        return len(make_export(services, tenant, Export(kind, folder, answers), ctx))

    return export
