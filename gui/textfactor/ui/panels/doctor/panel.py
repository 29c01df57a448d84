"""The doctor: checks account, tenant, keyring and this computer with one press; reads only, and sends nothing."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from textfactor.domain.answers import Answers
from textfactor.domain.findings import FindingStatus
from textfactor.services.doctor.log import TROUBLESHOOT, failed_rows, rows_as_log
from textfactor.ui import theme
from textfactor.ui.messages import fill, tr_text
from textfactor.ui.panels.doctor.bundle_dialog import BundleDialog
from textfactor.ui.panels.doctor.calls import Checked, Preview, checking, previewing, saving
from textfactor.ui.panels.doctor.results import Results
from textfactor.ui.panels.frame import Panel
from textfactor.ui.panels.tools import PanelTools
from textfactor.ui.widgets.busy_button import BusyButton
from textfactor.ui.widgets.callout import Callout
from textfactor.ui.widgets.check_box import CheckBox
from textfactor.ui.widgets.copy_button import CopyButton
from textfactor.words.doctor import verdict_of

_TONES = {
    FindingStatus.PASS: "ok",
    FindingStatus.FAIL: "error",
    FindingStatus.WARNING: "warning",
    FindingStatus.UNKNOWN: "info",
    FindingStatus.SKIPPED: "muted",
}


class DoctorPanel(Panel):
    """One button, the verdict, the findings, and what can be done with them."""

    def __init__(self, tools: PanelTools) -> None:
        super().__init__(tools)
        self.set_head(
            self.tr("Doctor"),
            self.tr("Looks over the whole way that a code takes. It only reads, and sends nothing."),
        )
        self._checked: Checked | None = None
        self._preview: BundleDialog | None = None
        self._dialog: QFileDialog | None = None
        self._check = BusyButton(self.tr("Check everything"), name="check_everything")
        self._offline = CheckBox(self.tr("Offline: leave out what needs a network"), name="doctor_offline")
        self._verdict = Callout()
        self._verdict.setObjectName("doctor_verdict")
        self.results = Results()
        self._copy = CopyButton(self.tr("Copy as text"), self.results.as_text, name="doctor_copy")
        self._bundle = QPushButton(self.tr("Save a support bundle…"))
        self._bundle.setObjectName("save_bundle")
        self._after = self._buttons()
        for part in (self._check, self._offline, self._verdict, self.results, self._after):
            self.body.addWidget(part)
        self._check.clicked.connect(self._start)
        self._bundle.clicked.connect(self._make_preview)
        self.results.place_wanted.connect(self._lead)
        self.work.busy_changed.connect(self._busy)
        self._forget()

    def _buttons(self) -> QWidget:
        holder = QWidget()
        holder.setProperty("role", "clear")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.RELATED)
        row.addWidget(self._copy)
        row.addWidget(self._bundle)
        row.addStretch(1)
        return holder

    def refresh(self) -> None:
        """Another world was opened: nothing that was found is about it."""
        self.work.cancel()
        self._forget()

    def _forget(self) -> None:
        self._checked = None
        self._verdict.clear()
        self.callout.clear()
        self.results.show_rows(())
        self._after.hide()

    def _busy(self, busy: bool) -> None:
        self._offline.setDisabled(busy)
        self._after.setDisabled(busy)

    def _start(self) -> None:
        self.callout.clear()
        world = self.tools.world.workspace
        answers = self.tools.answers() if world is not None else Answers()
        call = checking(self.tools.services, world, answers, offline=self._offline.isChecked())
        self.work.run(call, self._show, button=self._check)

    def _show(self, checked: Checked) -> None:
        if checked.patient.workspace is not self.tools.world.workspace:
            return
        self._checked = checked
        verdict = checked.examination.verdict
        self._verdict.show_message(
            _TONES[verdict], tr_text(verdict_of(checked.examination)), self._counts(checked)
        )
        self.results.show_rows(checked.rows)
        self._after.show()

    def _lead(self, place: str) -> None:
        """Go to where it is mended; Troubleshoot gets the rows that it is about."""
        if place == TROUBLESHOOT and self._checked is not None:
            failed = failed_rows(self._checked.examination.tenant.rows)
            self.tools.world.to_diagnose = rows_as_log(failed)
        self.tools.open_place(place)

    def _counts(self, checked: Checked) -> str:
        """Say how many checks ended in which way."""
        ends = [row.finding.status for row in checked.rows]
        wrong, notices = ends.count(FindingStatus.FAIL), ends.count(FindingStatus.WARNING)
        words = self.tr("Checks: {all}, wrong: {wrong}, to know: {notices}, not tried: {untried}")
        untried = ends.count(FindingStatus.SKIPPED)
        return fill(words, all=len(ends), wrong=wrong, notices=notices, untried=untried)

    # ------------------------------------------------------------ the bundle

    def _make_preview(self) -> None:
        if self._checked is not None:
            self.work.run(previewing(self._checked), self._show_preview)

    def _show_preview(self, preview: Preview) -> None:
        self._preview = BundleDialog(self, preview)
        self._preview.save_wanted.connect(self._ask_where)
        self._preview.open()

    def _ask_where(self) -> None:
        """Ask for a file; the dialog asks before one is replaced."""
        self._dialog = QFileDialog(self, self.tr("Save the support bundle"))
        self._dialog.setObjectName("bundle_file")
        self._dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._dialog.setDefaultSuffix("zip")
        self._dialog.selectFile("textfactor-bundle.zip")
        self._dialog.fileSelected.connect(self.save_to)
        self._dialog.open()

    def save_to(self, path: str) -> None:
        """Write the bundle that was shown into a file."""
        if self._preview is not None:
            preview = self._preview.preview
            self._preview.accept()
            self.work.run(saving(self.tools.services, preview, Path(path)), self._saved)

    def _saved(self, path: Path) -> None:
        title = fill(self.tr("The support bundle is in {name}"), name=str(path))
        self.callout.show_message("ok", title, self.tr("Nothing was uploaded; send it to whom you choose."))
        self.reveal(self.callout)
