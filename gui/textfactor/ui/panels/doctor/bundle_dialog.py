"""The support bundle before it is saved: its whole content, to be read."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from textfactor.ui import theme
from textfactor.ui.panels.doctor.calls import Preview
from textfactor.ui.widgets.labels import TextLabel
from textfactor.ui.widgets.primary_button import PrimaryButton


class BundleDialog(QDialog):
    """Emits `save_wanted`; Escape leaves it, and nothing was written. Open it with `open`."""

    save_wanted = Signal()

    def __init__(self, parent: QWidget, preview: Preview) -> None:
        super().__init__(parent)
        self.preview = preview
        self.setObjectName("bundle_dialog")
        self.setWindowTitle(self.tr("Support bundle"))
        self.resize(680, 520)
        lead = TextLabel(
            self.tr(
                "This is all that goes in. No secret, number, name, domain or text is in it; a token stands for the "
                "same value throughout. It is saved on this computer, and nothing is uploaded."
            ),
            "lead",
        )
        self._view = QPlainTextEdit(preview.shown)
        self._view.setObjectName("bundle_preview")
        self._view.setAccessibleName(self.tr("Content of the support bundle"))
        self._view.setProperty("role", "code")
        self._view.setReadOnly(True)
        self._view.setTabChangesFocus(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.MARGIN, theme.GROUP, theme.MARGIN, theme.GROUP)
        layout.setSpacing(theme.GROUP)
        layout.addWidget(lead)
        layout.addWidget(self._view, 1)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        save = PrimaryButton(self.tr("Save…"))
        save.setObjectName("bundle_save")
        save.clicked.connect(self.save_wanted)
        close = QPushButton(self.tr("Close"))
        close.setObjectName("bundle_close")
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(theme.RELATED)
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(save)
        return row
