"""Profiles to and from files, without their secrets."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from textfactor.domain.profile import KeptProfile
from textfactor.services.container import Services
from textfactor.ui.messages import fill
from textfactor.ui.panels.settings.profile_calls import exporting, importing
from textfactor.ui.work import Work


class ProfileFiles(QObject):
    """Asks for a file, then reads or writes it beside the window.

    Signals: `told(tone, title, body)` with what came of it, `imported` when there is a profile more.
    """

    told = Signal(str, str, str)
    imported = Signal()

    def __init__(self, services: Services, work: Work, owner: QWidget) -> None:
        super().__init__(owner)
        self._services = services
        self._work = work
        self._owner = owner
        self._wanted: KeptProfile | None = None
        self._dialog: QFileDialog | None = None

    def ask_export(self, kept: KeptProfile) -> None:
        """Ask for a file and write the profile there."""
        self._wanted = kept
        self._dialog = _json_dialog(self._owner, self.tr("Export without secrets"), saves=True)
        self._dialog.selectFile(f"{kept.profile.name}.json")
        self._dialog.fileSelected.connect(self._export)
        self._dialog.open()

    def _export(self, path: str) -> None:
        if self._wanted is not None:
            self._work.run(exporting(self._wanted, path), self._exported)

    def _exported(self, name: str) -> None:
        self.told.emit("ok", fill(self.tr("Written to {name}"), name=name), self.tr("No secret is in it."))

    def ask_import(self) -> None:
        """Ask for a file and keep the profile that it holds."""
        self._dialog = _json_dialog(self._owner, self.tr("Import a profile"), saves=False)
        self._dialog.fileSelected.connect(self._import_it)
        self._dialog.open()

    def _import_it(self, path: str) -> None:
        self._work.run(importing(self._services, path), self._imported)

    def _imported(self, kept: KeptProfile) -> None:
        endpoints = kept.profile.endpoints
        brings = " · ".join(value for value in (endpoints.proxy, endpoints.ca_file) if value)
        title = fill(self.tr("Imported as {name}"), name=kept.profile.name)
        if brings:
            body = self.tr(
                "It brings a proxy or CA file along, on which requests with your secrets rest: {brings}"
            )
            self.told.emit("warning", title, fill(body, brings=brings))
        else:
            self.told.emit("ok", title, self.tr("Open it and enter its secrets."))
        self.imported.emit()


def _json_dialog(parent: QWidget, title: str, *, saves: bool) -> QFileDialog:
    """Make a dialog for one JSON file; open it with `open`, which returns at once."""
    dialog = QFileDialog(parent, title)
    dialog.setObjectName("profile_file")
    dialog.setNameFilter("JSON (*.json)")
    dialog.setDefaultSuffix("json")
    if saves:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return dialog
